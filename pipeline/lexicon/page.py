"""What article pages carry besides the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Furniture:
    """A kind of page furniture (``furniture.tsv``).

    `kind`: ``line`` (`pattern` matches a whole line), ``inline`` (it matches inside a line) or ``title_after`` (a whole line, and the headline on
    the next one with it).
    """

    name: str
    kind: Literal["line", "inline", "title_after"]
    pattern: str
    example: str


FILES: dict[str, type] = {"furniture": Furniture}
"""File stem in ``data/`` → entry class."""
