"""Names by which newspapers call well-known people."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Nickname:
    """A name that shares no whole word with the one it stands for (``nicknames.tsv``): *Jokowi* for Joko Widodo."""

    nickname: str
    name: str
    example: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """One of the ways in which a word of many names is written or cut short (``name_spellings.tsv``): *Moh.* for
    Muhammad.
    """

    spelling: str
    name: str
    example: str


FILES: dict[str, type] = {"name_spellings": Spelling, "nicknames": Nickname}
"""File stem in ``data/`` → entry class."""
