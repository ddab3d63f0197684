"""Figures by `quantulum3` with its classifier. It knows English only.

It is told the words for currencies, percent and classifiers (*orang*, *unit*) that the project knows, as units of its
own. It reads 1,200.5 where Indonesian writes 1.200,5, so points and commas between digits are exchanged for it. Scale
words (*juta*, *miliar*) stay, as it has no way to be told them.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from decimal import Decimal

import regex

from benchmarks.peers.sheet import Sheet
from pipeline.lexicon.quantities import Classifier, Currency, Unit
from pipeline.lexicon.read import read
from pipeline.schema import FigureKind

SEPARATOR = regex.compile(r"(?<=\d)[.,](?=\d)")
KINDS: dict[str, FigureKind] = {"currency": "money", "dimensionless": "count"}
"""What is measured, in its words → the kind of a figure; everything else is a measure."""
CURRENCIES = {word: currency.code for currency in read("currencies", Currency) for word in currency.words}
PERCENT = {word for unit in read("units", Unit) if unit.kind == "percent" for word in unit.words}
CLASSIFIERS = {entry.word for entry in read("classifiers", Classifier)}


def load() -> Callable[[Sheet], None]:
    warnings.simplefilter("ignore")
    from quantulum3 import parser
    from quantulum3.load import add_custom_unit

    for word in (*CURRENCIES, *PERCENT, *CLASSIFIERS):
        measured = "currency" if word in CURRENCIES else "dimensionless"
        add_custom_unit(name=word, surfaces=[word], entity=measured, URI=word, symbols=[], dimensions=[])

    def find(sheet: Sheet) -> None:
        for found in parser.parse(english(sheet.text)):
            measured, unit = found.unit.entity.name, found.unit.name
            kind = "percent" if unit in {"percentage", *PERCENT} else KINDS.get(measured, "measure")
            start, end = found.span
            spread = found.uncertainty or 0
            low, high = (_number(found.value + sign * spread) for sign in (-1, 1))
            sheet.figure(start, end, kind, low, high, CURRENCIES.get(unit))

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
