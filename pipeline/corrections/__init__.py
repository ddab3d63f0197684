"""What people say about extracted rows: an append-only ledger beside the tables, and its decisions laid over them.

The extracted rows on disk are never altered. `Ledger` writes decisions and `read` reads them, `replay` applies them to
tables.
"""

from pipeline.corrections.article import Orphan
from pipeline.corrections.ledger import NAME, Entry, Ledger, LedgerError, read
from pipeline.corrections.replay import Replay, replay

__all__ = ["NAME", "Entry", "Ledger", "LedgerError", "Orphan", "Replay", "read", "replay"]
