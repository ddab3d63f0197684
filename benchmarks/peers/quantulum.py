"""Figures by `quantulum3` with its classifier. It knows English only.

It reads 1,200.5 where Indonesian writes 1.200,5, so points and commas between digits are exchanged for it. Scale words
(*juta*, *miliar*) stay, as it has no way to be told them.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from decimal import Decimal

import regex

from benchmarks.peers.sheet import Sheet
from pipeline.schema import FigureKind

SEPARATOR = regex.compile(r"(?<=\d)[.,](?=\d)")
KINDS: dict[str, FigureKind] = {"currency": "money", "dimensionless": "count", "percentage": "percent"}
"""What is measured, in its words → the kind of a figure; everything else is a measure."""
CODES = {"rupiah": "IDR", "dollar": "USD", "united states dollar": "USD", "euro": "EUR"}


def load() -> Callable[[Sheet], None]:
    warnings.simplefilter("ignore")
    from quantulum3 import parser

    def find(sheet: Sheet) -> None:
        for found in parser.parse(english(sheet.text)):
            measured, unit = found.unit.entity.name, found.unit.name
            kind = "percent" if unit == "percentage" else KINDS.get(measured, "measure")
            start, end = found.span
            spread = found.uncertainty or 0
            low, high = (_number(found.value + sign * spread) for sign in (-1, 1))
            sheet.figure(start, end, kind, low, high, CODES.get(unit.lower()))

    return find


def english(text: str) -> str:
    """`text` with points and commas exchanged where they stand between digits.

    >>> english("Rp 1.200,5, naik.")
    'Rp 1,200.5, naik.'
    """
    exchanged: str = SEPARATOR.sub(lambda mark: "," if mark[0] == "." else ".", text)
    return exchanged


def _number(value: float) -> Decimal:
    return Decimal(str(round(value, 6))).normalize()
