"""What ends a run: the folder that it cannot use."""

from __future__ import annotations

from pathlib import Path


class OutputError(Exception):
    """The output cannot be used; the message says why and what to do."""


def unwritable(folder: Path, error: OSError) -> str:
    """What to tell the user about a folder that cannot be written to.

    >>> unwritable(Path("tables"), OSError(28, "No space left on device"))
    'cannot write to tables: No space left on device; what is there stays, and the same command goes on'
    """
    return f"cannot write to {folder}: {error.strerror or error}; what is there stays, and the same command goes on"
