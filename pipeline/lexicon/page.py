"""What article pages carry besides the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Furniture:
    """A kind of page furniture (``furniture.tsv``).

    `kind` says what `pattern` is:

    - ``line``: a pattern of a whole line;
    - ``inline``: a pattern inside a line;
    - ``title_after``: a pattern of a whole line that takes the headline on the next one with it;
    - ``end``: a pattern of the line that ends an article, behind which only keywords follow;
    - ``label``: no pattern but a word, in lower case, that opens a caption or a rubric and is no dateline's place.
    """

    name: str
    kind: Literal["line", "inline", "title_after", "end", "label"]
    pattern: str
    example: str


@dataclass(frozen=True, slots=True)
class PageBody:
    """A mark of the element that holds the article in a saved page (``page_bodies.tsv``): a value of `attribute`."""

    name: str
    attribute: Literal["class", "id", "itemprop"]
    example: str


FILES: dict[str, type] = {"furniture": Furniture, "page_bodies": PageBody}
"""File stem in ``data/`` → entry class."""
