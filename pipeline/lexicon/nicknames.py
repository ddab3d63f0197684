"""Names by which newspapers call well-known people, and names that only look like people's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Nickname:
    """A name that shares no whole word with the one it stands for (``nicknames.tsv``): *Jokowi* for Joko Widodo.

    `means` says where it does so: ``always``, or only ``beside`` the full name or in its bearer's post, since others
    are called so, too (*Emil*).
    """

    nickname: str
    name: str
    means: Literal["always", "beside"]
    example: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """One of the ways in which a word of many names is written or cut short (``name_spellings.tsv``): *Moh.* for
    Muhammad.
    """

    spelling: str
    name: str
    example: str


@dataclass(frozen=True, slots=True)
class LookAlike:
    """The name of a club, city, pair of candidates … that has the form of a person's (``look_alikes.tsv``): *Real
    Madrid*.
    """

    name: str
    kind: Literal["club", "place", "body", "company", "media", "product", "title", "term", "pair"]
    example: str


@dataclass(frozen=True, slots=True)
class LeadingName:
    """A word that heads many names and is often left out (``leading_names.tsv``): **Muhammad** *Tito Karnavian*."""

    word: str
    example: str


FILES: dict[str, type] = {
    "leading_names": LeadingName,
    "look_alikes": LookAlike,
    "name_spellings": Spelling,
    "nicknames": Nickname,
}
"""File stem in ``data/`` → entry class."""
