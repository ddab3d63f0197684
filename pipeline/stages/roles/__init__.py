"""The roles stage."""
