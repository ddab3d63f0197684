"""Other makers of the ``Doc`` than our own tokenizer and model, each behind one function and imported only when asked for."""
