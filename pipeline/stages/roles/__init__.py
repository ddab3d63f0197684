"""Role phrases with their parts and the name that each stands beside."""
