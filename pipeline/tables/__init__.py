"""The data contract at work: rows to Arrow and pandas with the contract's types, and the flat view ``facts``."""

from pipeline.tables.arrow import concatenate, frame, to_arrow
from pipeline.tables.facts import facts

__all__ = ["concatenate", "facts", "frame", "to_arrow"]
