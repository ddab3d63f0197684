"""What a person sees: terminal views. Knows nothing of extraction."""
