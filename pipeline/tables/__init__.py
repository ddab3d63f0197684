"""The data contract at work: rows to Arrow and pandas with the contract's types, and the flat view ``facts``."""
