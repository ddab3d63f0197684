"""Builders of lengths and sets: *tiga bulan*, *dua tahun lalu*, *lima tahun sekali*, *bertahun-tahun*.

>>> from pipeline.stages.dates.patterns import RULES
>>> pattern = next(rule.pattern for rule in RULES if rule.name == "length")
>>> [said for _, _, said in length(pattern.match("2 tahun 6 bulan"))]
[Length(amounts=((Decimal('2'), 'Y'), (Decimal('6'), 'M')), high=None, modifier=None)]
>>> [said.step for _, _, said in length(pattern.match("dua hari lalu"))]
[-2]
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

import regex

from pipeline.language.numbers import parse
from pipeline.lexicon.times import TimeUnit
from pipeline.stages.dates.expressions import Amount, Base, Expression, Length, Recurrence, Reference, When
from pipeline.stages.dates.words import CALENDAR_UNITS, DIRECTIONS, UNITS, key

Built: TypeAlias = tuple[int, int, Expression]
Match: TypeAlias = regex.Match[str]
_MOST = 100_000
"""More units than this are no length that news tells of."""


def length(match: Match) -> Iterator[Built]:
    """A number, or a vague one, of units, with smaller units behind it (*2 tahun 6 bulan*) or a range of numbers
    before it (*3–5 tahun*).
    """
    unit = UNITS[key(match["unit"])]
    first = (None, unit.designator) if match["vague"] else _amount(match["number"], unit, match["times"])
    smaller = zip(match.captures("more"), match.captures("more_unit"), strict=True)
    rest = [_amount(number, UNITS[key(word)]) for number, word in smaller]
    high = _amount(match["high"], unit) if match["high"] else None
    if first is None or None in rest or (match["high"] and high is None):
        return
    yield _placed(match, unit, Length((first, *(amount for amount in rest if amount)), (high,) if high else None))


def one_length(match: Match) -> Iterator[Built]:
    """*Setahun*, *sebulan*, *setahun setengah*."""
    unit = UNITS[key(match["one"])]
    number = Decimal("1.5") if match["half"] else Decimal(1)
    yield _placed(match, unit, Length(((number * unit.count, unit.designator),)))


def long(match: Match) -> Iterator[Built]:
    """*Bertahun-tahun*: a number of units that nobody counted."""
    yield match.start(), match.end(), Length(((None, UNITS[key(match["long"])].designator),))


def every(match: Match) -> Iterator[Built]:
    """*Setiap bulan*, *dua kali seminggu*, *lima tahun sekali*."""
    if amount := _amount(match.groupdict().get("number") or "1", UNITS[key(match["unit"])]):
        yield match.start(), match.end(), Recurrence(Length((amount,)))


def _amount(number: str, unit: TimeUnit, times: str | None = None) -> Amount | None:
    """A number of units; ``None`` where it is not well formed. A multiplier is that of *7x24 jam*."""
    value = parse(number.replace("½", ",5") if number[0].isdigit() else number)
    if value is None or value > _MOST:
        return None
    return value * unit.count * int(times or 1), unit.designator


def _placed(match: Match, unit: TimeUnit, said: Length) -> Built:
    """A length, or the point that far away that *lalu*, *lagi* or *kemudian* makes of it.

    *Tiga bulan mendatang* and *tiga tahun ini* are lengths, with the word inside their span.
    """
    start, end = match.span()
    if not match["after"]:
        return start, end, said
    after = key(match["after"])
    direction = DIRECTIONS.get(after)
    step = direction.step if direction else 1  # *lagi*
    base: Base | None = "context" if direction and direction.base == "context" else None
    number, calendar_unit = said.amounts[0][0], CALENDAR_UNITS.get(unit.word)
    if said.high or len(said.amounts) > 1 or match["extent"] or (step == 0 and after != "ini"):
        return start, match.start("after"), said
    if step == 0 or (direction is not None and step > 0 and base is None):
        return start, end, said
    if number is None:
        return start, end, said if base else Reference("PAST_REF" if step < 0 else "FUTURE_REF")
    if calendar_unit is None or number % unit.count:
        return start, end, said
    return (
        start,
        end,
        When(unit=calendar_unit, step=int(number) // unit.count * step, base=base),
    )
