"""A role phrase and its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.lexicon.posts import Position
from pipeline.schema import RoleStatus

PartKind = Literal[
    "position", "post", "organization", "head", "word", "acronym", "number", "region", "bracket", "plain", "link"
]
"""``post``: another's post that completes this one (*Staf Ahli* **Menteri Agama**); ``head``: the noun that heads a
body's name (*Universitas*); ``word``: a capitalised word of a unit or body;
``plain``: a small-letter noun (*guru* **fisika**); ``bracket``: an acronym in brackets; ``link``: a comma, conjunction
or preposition between parts."""
BODIES: frozenset[PartKind] = frozenset(("organization", "head", "acronym"))
"""The kinds of part that name a body."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a role phrase, as character offsets into the text."""

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A role phrase ``[start, end)``: status word, position and complement, without any name."""

    start: int
    end: int
    position: Position
    status: RoleStatus
    parts: tuple[Part, ...]

    @property
    def is_bare(self) -> bool:
        """Whether the phrase is a position alone (*Bupati*, *guru*) that implies no body (*Mendikdasmen* does)."""
        return len(self.parts) == 1 and self.position.organization is None

    @property
    def names_body(self) -> bool:
        """Whether a part names a body."""
        return any(part.kind in BODIES for part in self.parts)

    @property
    def closes_body(self) -> bool:
        """Whether the last part ends the name of a body, so that what follows is none of its words."""
        *before, last = (part.kind for part in self.parts)
        return last in ("organization", "acronym", "bracket", "region") and before[-1:] != ["head"]
