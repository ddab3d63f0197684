"""Where a text may hold figures: every number in it, read, with its shape.

In: the text. Out: `Candidate`s in text order, not overlapping; whether they are figures, and of what, is for `resolve`
to say.

>>> for found in candidates("Dua dari lima siswa, 4 (empat) orang, Rp 1,2-1,5 juta, ratusan"):
...     print(found.shape, found.low, found.high)
share 0.4 0.4
quantity 4 4
quantity 1200000 1500000
quantity 100 999
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import regex

from pipeline.language.numbers import parse, parse_fraction, parse_words
from pipeline.stages.figures.patterns import CURRENCY_OF, FIGURE, FIXED, HAS_SCALE, LEAD, OPENING, PIECE, VAGUE

Shape = Literal["ordinal", "rank", "proportion", "share", "fraction", "quantity"]
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
_YEAR = regex.compile(r"(?:19|20)\d\d")
_COMMA_GROUP = regex.compile(r"[1-9]\d{0,2},\d{3}")
_ROUND = regex.compile(r"[1-9]\d*?(?P<zeros>0+)")
_LONGEST_LEAD = 16
_WINDOW = 24
_MOST_DIGITS = 18
"""A longer run of digits is an account or registration number."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number as written in ``[start, end)``.

    Attributes:
        low, high: the ends of its interval, the same where it is exact.
        vague: whether the words give an interval by convention only (*ratusan*, *300-an*).
        currency: ISO 4217 code of a symbol before it.
        bare: a number without a scale or a symbol.
        year: a number that may be a year or decade.
        thousands: the value if a comma parts thousands in it (``10,000``), else `None`.
    """

    start: int
    end: int
    shape: Shape
    low: Decimal
    high: Decimal
    vague: bool = False
    currency: str | None = None
    bare: bool = False
    year: bool = False
    thousands: Decimal | None = None


def candidates(text: str, start: int = 0, end: int | None = None) -> Iterator[Candidate]:
    """All numbers in ``text[start:end]`` that can be read, in order."""
    last, end = start, len(text) if end is None else end
    for piece in PIECE.finditer(text, start, end):
        written = piece[0]
        if (written.isalpha() and written not in OPENING) or piece.start() < last:
            continue
        match = _figure(text, piece.start(), last, end)
        if match is None:
            continue
        last = match.end()
        if (found := _read(match)) is not None and not _fixed(text, found):
            yield found


def _figure(text: str, opener: int, last: int, end: int) -> regex.Match[str] | None:
    """The match of ``FIGURE`` around an opener: with what leads it (a symbol, *ke-*, *antara*) or without."""
    lead = LEAD.match(text, max(last, opener - _LONGEST_LEAD), opener)
    begin = lead.start() if lead else opener
    return FIGURE.match(text, begin, end) or (FIGURE.match(text, opener, end) if begin < opener else None)


def _fixed(text: str, found: Candidate) -> bool:
    """Whether the number lies in a set phrase (*satu sama lain*), though not with another spelling beside it."""
    around = FIXED.finditer(text, max(0, found.start - _WINDOW), found.end + _WINDOW)
    return any(phrase.start() <= found.start and found.end <= phrase.end() for phrase in around)


def _read(match: regex.Match[str]) -> Candidate | None:
    """A match of ``FIGURE`` as a candidate, or `None` where its number is not well formed."""
    span = match.span()
    if match["roman"]:
        return _exact(span, "rank", Decimal(_ROMAN[match["roman"]]))
    if match["nth"] or match["nth_word"]:
        return _exact(span, "ordinal", _ordinal(match))
    if match["left"]:
        return _share(span, "proportion", parse(match["left"]), parse(match["right"]))
    if match["part"]:
        return _share(span, "share", parse(match["part"]), parse(match["whole"]))
    if match["fraction"]:
        return _exact(span, "fraction", parse_fraction(match["fraction"]))
    return _quantity(match)


def _exact(span: tuple[int, int], shape: Shape, value: Decimal | None) -> Candidate | None:
    return None if value is None else Candidate(*span, shape, value, value)


def _ordinal(match: regex.Match[str]) -> Decimal | None:
    if match["nth"]:
        return parse(match["nth"]) if len(match["nth"]) <= 3 else None
    word = match["nth_word"].lower()
    return Decimal(1) if word == "pertama" else parse_words(word.removeprefix("ke"))


def _share(span: tuple[int, int], shape: Shape, part: Decimal | None, whole: Decimal | None) -> Candidate | None:
    """``5 dari 10`` as 0.5; the part is never larger than the whole."""
    if part is None or not whole or part > whole:
        return None
    return _exact(span, shape, round(part / whole, 4).normalize())


def _quantity(match: regex.Match[str]) -> Candidate | None:
    first_number, second_number, symbol = match.group("number1", "number2", "symbol")
    written = [number for number in (first_number, second_number) if number]
    if any(len(number) > _MOST_DIGITS and sum(map(str.isdigit, number)) > _MOST_DIGITS for number in written):
        return None
    vague, about, letter, again = match.group("vague1", "about1", "letter1", "again")
    first = _interval(vague, first_number, about, letter)
    if first is None or (again and not second_number and parse(again) != first[0]):
        return None
    low, high = first
    last_vague, last_about, last_letter = match.group("vague2", "about2", "letter2")
    if second_number or last_vague:
        second = _interval(last_vague, second_number, last_about, last_letter)
        if second is None:
            return None
        low, high = _lower_end(match) or first[0], second[1]
        if low >= high:
            return None
    scaled = about or vague or any(not number.isdigit() and HAS_SCALE.search(number) for number in written)
    is_grouped = "," in (first_number or "") and _COMMA_GROUP.fullmatch(first_number) is not None
    return Candidate(
        start=match.end("between") if match["between"] else match.start(),
        end=match.end(),
        shape="quantity",
        low=low,
        high=high,
        vague=bool(vague or last_vague or (about and low != high and not second_number)),
        currency=CURRENCY_OF[" ".join(symbol.split()).casefold()] if symbol else None,
        bare=not (scaled or symbol),
        year=not symbol and any(_YEAR.fullmatch(number) for number in written),
        thousands=low * 1000 if is_grouped and not letter and not second_number else None,
    )


def _interval(
    vague: str | None, number: str | None, about: str | None, letter: str | None
) -> tuple[Decimal, Decimal] | None:
    """The ends of one number: of a vague word by the lexicon, of a rounded one (``300-an``, ``3 ribuan``) up to the
    next round one.
    """
    if vague:
        word, *scale = vague.lower().split()
        times = parse(f"1 {scale[0]}") if scale else Decimal(1)
        return (VAGUE[word].low * times, (VAGUE[word].high + 1) * times - 1) if times else None
    value = parse(f"{number} {letter.strip()}" if letter else number) if number else None
    if value is None or not about:
        return None if value is None else (value, value)
    scale = about.split()[1:]
    times = parse(f"1 {scale[0]}") if scale else Decimal(1)
    zeros = _ROUND.fullmatch(str(value))
    step = Decimal(10) ** len(zeros["zeros"]) if zeros else Decimal(1)
    return (
        (value * times, (value + step) * times - 1) if times and zeros else (value * (times or 1), value * (times or 1))
    )


def _lower_end(match: regex.Match[str]) -> Decimal | None:
    """The first number of a range with the scale that it borrows from the second: ``2–3 juta`` are millions both."""
    first, second = match["number1"], match["number2"]
    if not first or not second or match["letter1"] or HAS_SCALE.search(first):
        return None
    scale = HAS_SCALE.search(second)
    return parse(f"{first} {second[scale.start() :] if scale else (match['letter2'] or '').strip()}".rstrip())
