"""Words that several layers need: abbreviations and numerals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A written abbreviation whose full stop does not end a sentence (``abbreviations.tsv``)."""

    written: str
    meaning: str
    example: str


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number word (``numerals.tsv``).

    `kind`: ``unit`` (satu … sembilan, nol), ``whole`` (sepuluh, sebelas, seratus: a value of its own), ``times``
    (puluh, ratus, belas: multiplies the word before it) or ``scale`` (ribu, juta …: multiplies all before it).
    """

    word: str
    value: int
    kind: Literal["unit", "whole", "times", "scale"]
    variants: tuple[str, ...]
    example: str


FILES: dict[str, type] = {
    "abbreviations": Abbreviation,
    "numerals": Numeral,
}
"""File stem in ``data/`` → entry class."""
