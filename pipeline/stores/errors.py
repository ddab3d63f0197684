"""What goes wrong in a store."""


class StoreError(Exception):
    """The store cannot be read or written; the message says why and what to do."""
