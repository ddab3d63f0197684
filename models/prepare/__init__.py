"""From corpora to training data: everything becomes an `Example`, a text with character spans, then a ``Doc``."""
