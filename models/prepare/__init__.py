"""From corpora to spaCy training data: everything becomes an `Example`, a text with character spans, then a ``Doc`` of our own tokens."""
