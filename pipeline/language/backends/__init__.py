"""Other makers of the ``Doc`` than our own tokenizer and model, imported only when asked for."""
