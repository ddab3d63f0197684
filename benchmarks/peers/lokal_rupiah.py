"""Amounts of money by `lokal.parse_rupiah`, which reads an amount but does not look for one.

So it gets everything in the text that starts with *Rp* and a number, with as many of the three words behind it as it
can read along.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import regex

from benchmarks.peers.sheet import Sheet

CANDIDATE = regex.compile(r"\bRp\.?\s*\d[\d.,]*(?<=\d)(?:[\s-]+\w+){0,3}")
LAST_WORD = regex.compile(r"[\s-]+\w+$")


def load() -> Callable[[Sheet], None]:
    from lokal import parse_rupiah

    def find(sheet: Sheet) -> None:
        for candidate in CANDIDATE.finditer(sheet.text):
            text, shorter = candidate[0], 1
            while shorter:
                if amount := parse_rupiah(text):
                    value = Decimal(str(amount.amount))
                    sheet.figure(candidate.start(), candidate.start() + len(text), "money", value, value, "IDR")
                    break
                text, shorter = LAST_WORD.subn("", text)

    return find
