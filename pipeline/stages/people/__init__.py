"""The people stage."""
