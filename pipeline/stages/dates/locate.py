"""Where a `When` lies on the calendar, seen from the article's day.

In: a `When`, the `Frame` that it is seen from, the tense of its clause. Out: a `Point`, or ``None`` where the calendar
has no such day.

>>> from pipeline.stages.dates.expressions import When
>>> seen = Frame(date(2025, 11, 13), "publication")
>>> [locate(said, seen, 0).value for said in (When(weekday=3), When(unit="week", step=1), When(month=8, day=17))]
['2025-11-12', '2025-W47', '2025-08-17']
>>> locate(When(year=2025, month=4, day=31), seen, 0) is None
True
>>> locate(When(weekday=3), Frame(None, "none"), 0)
Point(interval=None, value='XXXX-WXX-3', anchor='none')
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from pipeline.schema import Anchor
from pipeline.stages.dates.calendar import (
    Interval,
    academic_year,
    closest,
    hijri_interval,
    named_day,
    named_hijri_day,
    period,
    real_date,
    shifted,
    week_of_month,
    weekend,
)
from pipeline.stages.dates.expressions import Unit, When
from pipeline.stages.dates.values import underspecified

_FINENESS: tuple[Unit, ...] = (
    "day",
    "week",
    "month",
    "quarter",
    "semester",
    "year",
    "academic_year",
    "decade",
    "century",
)
_MONTHS_IN: dict[Unit, int] = {"quarter": 3, "trimester": 4, "semester": 6}
_MIDWEEK = 3
_NEAR = 60
"""Days within which an undated day is simply the nearest one, whatever the tense of its clause."""


@dataclass(frozen=True, slots=True)
class Point:
    """A `When` on the calendar: its interval, or only a value with ``X`` for what is open, and what it was counted
    from.
    """

    interval: Interval | None
    value: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Frame:
    """What a time is seen from: the article's `day` and how it is known, and the interval last spoken of nearby."""

    day: date | None
    known: Anchor
    last: Interval | None = None


def locate(said: When, frame: Frame, tense: int) -> Point | None:
    """Where `said` lies on the calendar; `tense` is the one of its clause (-1, 0, 1)."""
    if said.hijri and said.named:
        return _explicit(named_hijri_day(said.named, said.year or 0))
    if said.hijri:
        return _explicit(hijri_interval(said.year or 0, said.month, said.day))
    if said.unit and said.step is not None:
        return _counted(said, frame)
    if said.weekend:
        return _weekend(said, frame, tense)
    if said.unit == "academic_year":
        return _academic(said, frame, tense)
    if said.unit in ("decade", "century"):
        return _explicit(period(said.unit, date(said.year or 1, 1, 1)))
    if said.month and not 1 <= said.month <= 12:
        return None
    if said.month and said.day and not real_date(2024, said.month, said.day):
        return None
    if said.named or said.month or said.unit:
        return _yearly(said, frame, tense)
    if said.year:
        return _explicit(period("year", date(said.year, 1, 1)))
    if said.weekday:
        return _weekday(said, frame, tense)
    if said.day:
        return _day_of_month(said, frame, tense)
    return Point(None, "", "none")


def _explicit(interval: Interval | None) -> Point | None:
    return Point(interval, interval.value, "explicit") if interval else None


def _open(said: When) -> Point:
    return Point(None, underspecified(said), "none")


def _in_year(said: When) -> Callable[[int], Interval | None]:
    """How to find, in a year, the thing that comes once in each: a named day, a day, a month, a week of a month, a
    quarter.
    """
    if said.named:
        entry = said.named
        return lambda year: named_day(entry, year)
    month, number, unit = said.month or 1, said.ordinal or 1, said.unit
    if unit == "week":
        return lambda year: week_of_month(year, month, number)
    if unit in _MONTHS_IN:
        return lambda year: period(unit, date(year, (number - 1) * _MONTHS_IN[unit] + 1, 1))
    return lambda year: _month_or_day(year, replace(said, month=month))


def _month_or_day(year: int, said: When) -> Interval | None:
    day = real_date(year, said.month or 1, said.day or 1)
    return period("day" if said.day else "month", day) if day else None


def _yearly(said: When, frame: Frame, tense: int) -> Point | None:
    """Something that comes once a year: in the year named, else on its weekday, in its direction, or nearest to the
    article's day.
    """
    in_year = _in_year(said)
    if said.year:
        return _explicit(in_year(said.year))
    if frame.day is None:
        return _open(said)
    options = {
        found.start: found
        for step in ((-1, 0, 1) if said.year_step is None else (said.year_step,))
        if 1 <= frame.day.year + step < 9999 and (found := in_year(frame.day.year + step))
    }
    fitting = [day for day in options if said.weekday in (None, day.isoweekday())] or list(options)
    if said.step:
        chosen = closest(fitting, frame.day, said.step)
    elif said.step == 0:
        chosen = next((day for day in fitting if day.year == frame.day.year), None)
    else:
        chosen = _by_tense(fitting, frame.day, tense)
    return Point(options[chosen], options[chosen].value, frame.known) if chosen else None


def _by_tense(days: list[date], seen: date, tense: int) -> date | None:
    near = closest(days, seen, 0)
    if near and tense and abs((near - seen).days) > _NEAR:
        return closest(days, seen, tense) or near
    return near


def _counted(said: When, frame: Frame) -> Point | None:
    """A unit counted from the article's day, or from the time last spoken of; with a weekday, month or day it
    frames that.
    """
    unit, base, anchor = said.unit or "day", frame.day, frame.known
    if said.base == "context":
        base, anchor = (frame.last.start, "context") if frame.last and _as_fine(frame.last, unit) else (None, "none")
        if base is None and unit == "year" and said.step == -1:  # *dibandingkan tahun sebelumnya*, with no year near it
            base, anchor = frame.day, frame.known
    moved = shifted(base, unit, said.step or 0) if base else None
    if moved is None:
        return Point(None, underspecified(said), "none")
    found = _framed(said, period(unit, moved))
    return Point(found, found.value, anchor) if found else None


def _framed(said: When, frame: Interval) -> Interval | None:
    if said.weekend:
        return weekend(frame.start)
    if said.weekday and said.unit == "week":
        return period("day", shifted(frame.start, "day", said.weekday - 1) or frame.start)
    if said.day and said.unit == "month":
        return _month_or_day(frame.start.year, replace(said, month=frame.start.month))
    return frame


def _as_fine(interval: Interval, unit: Unit) -> bool:
    """Whether `interval` tells which `unit` it lies in: a day does for all of them, a year only for years and
    longer.
    """
    granularity = interval.granularity
    return granularity in _FINENESS and unit in _FINENESS and _FINENESS.index(granularity) <= _FINENESS.index(unit)


def _academic(said: When, frame: Frame, tense: int) -> Point | None:
    """An academic year or semester; *semester genap* without a year is the current one, else the one that the tense
    points to.
    """
    if said.year:
        return _explicit(academic_year(said.year, said.ordinal))
    if frame.day is None:
        return _open(said)
    options = {
        found.start: found for step in (-2, -1, 0, 1) if (found := academic_year(frame.day.year + step, said.ordinal))
    }
    holding = [start for start, found in options.items() if found.start <= frame.day <= found.end]
    chosen = holding[0] if holding else _by_tense(list(options), frame.day, tense)
    return Point(options[chosen], options[chosen].value, frame.known) if chosen else None


def _weekday(said: When, frame: Frame, tense: int) -> Point:
    """A bare weekday is the nearest such day at or before the article's; *lalu* and *depan* never mean that day
    itself.
    """
    if frame.day is None or said.weekday is None:
        return _open(said)
    back = (frame.day.isoweekday() - said.weekday) % 7
    if said.step:
        distance = -(back or 7) if said.step < 0 else 7 - back
    else:
        distance = (7 - back) % 7 if said.step is None and tense > 0 else -back
    moved = shifted(frame.day, "day", distance)
    return Point(period("day", moved), moved.isoformat(), frame.known) if moved else _open(said)


def _weekend(said: When, frame: Frame, tense: int) -> Point:
    """A bare weekend is the one that the tense points to, else the nearest; on a Wednesday both are as near."""
    weekday = frame.day.isoweekday() if frame.day else 0
    back = weekday <= _MIDWEEK and (tense < 0 or (tense == 0 and weekday < _MIDWEEK))
    moved = shifted(frame.day, "week", -1 if back else 0) if frame.day else None
    if moved is None or (weekday == _MIDWEEK and tense == 0):
        return _open(said)
    found = weekend(moved)
    return Point(found, found.value, frame.known)


def _day_of_month(said: When, frame: Frame, tense: int) -> Point | None:
    """*Tanggal 12*: in the month of the article's day or the one beside it."""
    if said.day is None or not 1 <= said.day <= 31:
        return None
    if frame.day is None:
        return _open(said)
    months = [shifted(frame.day.replace(day=1), "month", step) for step in (-1, 0, 1)]
    days = [found for month in months if month and (found := real_date(month.year, month.month, said.day))]
    chosen = closest(days, frame.day, tense) or closest(days, frame.day, 0)
    return Point(period("day", chosen), chosen.isoformat(), frame.known) if chosen else None
