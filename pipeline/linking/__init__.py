"""What needs the whole article: mentions into persons, cues into speakers, rows with their keys."""
