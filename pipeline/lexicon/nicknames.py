"""Names by which newspapers call well-known people."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Nickname:
    """A name that shares no whole word with the one it stands for (``nicknames.tsv``): *Jokowi* for Joko Widodo."""

    nickname: str
    name: str
    example: str


FILES: dict[str, type] = {"nicknames": Nickname}
"""File stem in ``data/`` → entry class."""
