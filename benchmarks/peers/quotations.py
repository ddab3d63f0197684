"""What the two baselines for quotes share: text in quotation marks, and persons by the spaCy model alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import regex

from benchmarks.peers import spacy_names
from benchmarks.peers.sheet import Sheet

Place = tuple[int, int]
Choice = Callable[[Place, Sequence[Place]], Place | None]
"""A quotation and the persons outside of quotations, in text order → its speaker."""
QUOTATION = regex.compile(r"“[^“”\n]+”|\"[^\"\n]+\"")
WORDS = 4
"""Least number of words of a quotation; a shorter one is taken for a title or a term."""


def load(choose: Choice) -> Callable[[Sheet], None]:
    """A peer that finds quotations and attributes them by `choose`."""
    find_names = spacy_names.load()

    def find(sheet: Sheet) -> None:
        find_names(sheet)
        quotations = [match.span() for match in QUOTATION.finditer(sheet.text)]
        persons = [
            (name.start_char, name.end_char)
            for name in sheet.names
            if name.label == "person" and not any(a <= name.start_char < b for a, b in quotations)
        ]
        for start, end in quotations:
            if len(sheet.text[start:end].split()) >= WORDS:
                sheet.quote(start, end, choose((start, end), persons))

    return find
