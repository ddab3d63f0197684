"""Indonesian numerals: digits with Indonesian separators, number words, and both with a scale.

In: the text of a numeral. Out: its exact value as a `Decimal`, or `None` where it is not a well-formed numeral.

>>> parse("1.250"), parse("1,5 juta"), parse("seratus dua puluh lima ribu")
(Decimal('1250'), Decimal('1500000'), Decimal('125000'))
"""

from __future__ import annotations

from decimal import Decimal

import regex

from pipeline.lexicon import Numeral, alternation, read

_NUMERALS = {form.lower(): entry for entry in read("numerals", Numeral) for form in (entry.word, *entry.variants)}
_SPELT = [entry.word for entry in read("numerals", Numeral)]
_SCALES = [form for entry in read("numerals", Numeral) if entry.kind == "scale" for form in (entry.word, *entry.variants)]

DIGITS = r"(?:\d{1,3}(?:\.\d{3})++(?:,\d++)?|\d++,\d++|\d++(?:\.\d{1,2}(?!\d))?)"
"""A numeral in digits: ``1.250``, ``1.250,75``, ``1,5``, ``403``; also ``1.5`` with a decimal point, as many outlets print it."""
SCALE = alternation(_SCALES)
WORDS = rf"(?:{alternation(_SPELT)}(?:\s+{alternation([*_SPELT, 'koma'])})*+)"
"""One or more number words in a row; `parse` says whether they make one number."""

_GROUPED = regex.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_WRITTEN = regex.compile(rf"(?P<digits>{DIGITS})\s*(?P<scale>{SCALE})?", regex.IGNORECASE)


def parse_digits(text: str) -> Decimal:
    """The value of a numeral in digits (a match of ``DIGITS``), Indonesian separators read.

    >>> parse_digits("1.250,75"), parse_digits("2.5")
    (Decimal('1250.75'), Decimal('2.5'))
    """
    if _GROUPED.fullmatch(text) or "," in text:
        text = text.replace(".", "").replace(",", ".")
    return Decimal(text)


def parse_words(text: str) -> Decimal | None:
    """The value of number words, or `None` where they do not make one number (``dua tiga``, ``ribu``).

    >>> parse_words("seratus dua puluh lima ribu"), parse_words("tiga koma lima"), parse_words("dua tiga")
    (Decimal('125000'), Decimal('3.5'), None)
    """
    whole, comma, fraction = text.lower().partition(" koma ")
    value = _compose(whole.split())
    if value is None or not comma:
        return value
    digits = [_NUMERALS.get(word) for word in fraction.split()]
    if not digits or any(digit is None or digit.kind != "unit" for digit in digits):
        return None
    return value + Decimal("0." + "".join(str(digit.value) for digit in digits if digit))


def parse(text: str) -> Decimal | None:
    """The value of a numeral in digits or words, with or without a scale (``1,5 juta``, ``dua puluh ribu``)."""
    text = " ".join(text.split())
    if written := _WRITTEN.fullmatch(text):
        return parse_digits(written["digits"]) * (_NUMERALS[written["scale"].lower()].value if written["scale"] else 1)
    return parse_words(text)


def _compose(words: list[str]) -> Decimal | None:
    """Number words → value: scales close a group and must fall, within a group hundreds come before tens before units."""
    total, group, last_scale = 0, None, None
    room = 1000  # what is added next to the group must be smaller than this
    pending: int | None = None  # a unit that a following `puluh`, `ratus` or `belas` may multiply
    for word in words:
        entry = _NUMERALS.get(word)
        if entry is None:
            return None
        if entry.kind == "scale" or word in ("seribu", "sejuta"):
            amount = (group or 0) + (pending or 0) if entry.kind == "scale" else 1
            scale = entry.value
            if amount == 0 or (entry.kind != "scale" and (group or pending)) or (last_scale and scale >= last_scale):
                return None
            total, group, pending, last_scale, room = total + amount * scale, None, None, scale, 1000
        elif entry.kind == "times":
            if pending is None or pending == 0:
                return None
            amount = pending + 10 if word == "belas" else pending * entry.value
            if amount >= room:
                return None
            group, pending, room = (group or 0) + amount, None, (1 if word == "belas" else entry.value)
        else:
            if pending is not None or entry.value >= room:
                return None
            if entry.kind == "unit":
                pending = entry.value
            else:
                group, room = (group or 0) + entry.value, (100 if entry.value == 100 else 1)
    if group is None and pending is None and last_scale is None:
        return None
    return Decimal(total + (group or 0) + (pending or 0))
