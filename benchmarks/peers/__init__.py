"""The pipeline and its peers side by side on the same text: ``docs/peers.md`` has the table and how it was made.

A peer is a module with a docstring that says what it is and how it is set up, and ``load()``, which gives a function
that reads a `Sheet` and writes down on it what the peer finds.
"""
