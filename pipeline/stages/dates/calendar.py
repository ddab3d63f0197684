"""Calendar arithmetic: intervals of units, named days and Hijri dates. Knows nothing of text.

>>> period("quarter", date(2025, 11, 12)).value
'2025-Q4'
>>> hijri_interval(1446, 9, 1).start
datetime.date(2025, 3, 1)
>>> closest([date(2025, 1, 3), date(2026, 1, 3)], date(2025, 11, 12), 0)
datetime.date(2026, 1, 3)
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from pipeline.lexicon.times import NamedDay
from pipeline.schema import Granularity
from pipeline.stages.dates.expressions import Unit

_MONTHS: dict[Unit, int] = {
    "month": 1,
    "quarter": 3,
    "trimester": 4,
    "semester": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
_GRANULARITY: dict[Unit, Granularity | None] = {
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "trimester": None,
    "semester": "semester",
    "year": "year",
    "academic_year": "academic_year",
    "decade": "decade",
    "century": None,
}


@dataclass(frozen=True, slots=True)
class Interval:
    """Calendar days from `start` to `end`, both included, with their TIMEX3 value."""

    start: date
    end: date
    value: str
    granularity: Granularity | None


def real_date(year: int, month: int, day: int) -> date | None:
    """The date, or ``None`` where the calendar has none such (31 April)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, unit: Unit, step: int) -> date | None:
    """`day`, `step` units away; within a shorter month its last day. ``None`` where that leaves the calendar."""
    try:
        if unit in ("day", "week"):
            return day + timedelta(days=step * (7 if unit == "week" else 1))
        months = day.year * 12 + day.month - 1 + step * _MONTHS.get(unit, 12)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def period(unit: Unit, day: date) -> Interval:
    """The unit that `day` lies in: its week, month, quarter, …"""
    if unit == "day":
        return Interval(day, day, day.isoformat(), "day")
    if unit == "week":
        start = day - timedelta(days=day.weekday())
        year, week, _ = day.isocalendar()
        return Interval(start, start + timedelta(days=6), f"{year}-W{week:02}", "week")
    if unit == "academic_year":
        return academic_year(day.year if day.month >= 7 else day.year - 1)
    size = _MONTHS[unit]
    first = (day.year * 12 + day.month - 1) // size * size
    start = date(max(1, first // 12), first % 12 + 1, 1)
    last = first + size - 1
    end = date(last // 12, last % 12 + 1, monthrange(last // 12, last % 12 + 1)[1])
    number = (day.month - 1) // min(size, 12) + 1
    value = {
        "month": f"{day.year:04}-{day.month:02}",
        "quarter": f"{day.year:04}-Q{number}",
        "semester": f"{day.year:04}-H{number}",
        "trimester": f"{start:%Y-%m}/{end:%Y-%m}",
        "year": f"{day.year:04}",
        "decade": f"{day.year // 10:03}X",
        "century": f"{day.year // 100:02}XX",
    }[unit]
    return Interval(start, end, value, _GRANULARITY[unit])


def weekend(day: date) -> Interval:
    """Saturday and Sunday of the week that `day` lies in."""
    week = period("week", day)
    return Interval(week.end - timedelta(days=1), week.end, f"{week.value}-WE", "week")


def academic_year(year: int, semester: int | None = None) -> Interval:
    """The Indonesian academic year that begins in July of `year`, or its odd (1) or even (2) semester."""
    start = date(year + 1, 1, 1) if semester == 2 else date(year, 7, 1)
    end = date(year, 12, 31) if semester == 1 else date(year + 1, 6, 30)
    return Interval(start, end, f"{start:%Y-%m}/{end:%Y-%m}", "semester" if semester else "academic_year")


def week_of_month(year: int, month: int, number: int) -> Interval | None:
    """The `number`-th seven days of a month (*pekan kedua November*: the 8th to the 14th)."""
    first = real_date(year, month, (number - 1) * 7 + 1)
    if first is None:
        return None
    last = real_date(year, month, number * 7) or period("month", first).end
    return Interval(first, last, f"{first}/{last}", "week")


def span(first: Interval, last: Interval) -> Interval | None:
    """From the start of `first` to the end of `last`, or ``None`` where that runs backwards."""
    if last.end < first.start:
        return None
    return Interval(first.start, last.end, f"{first.value}/{last.value}", last.granularity)


def closest(days: Sequence[date], anchor: date, step: int | None) -> date | None:
    """Of `days`, the one nearest to `anchor`: not after it for a `step` of -1, not before it for 1, on any side for
    0 or ``None``.
    """
    allowed = [day for day in days if not step or (day - anchor).days * step >= 0]
    return min(allowed, key=lambda day: abs(day - anchor), default=None)


def hijri_interval(year: int, month: int | None, day: int | None) -> Interval | None:
    """A Hijri date, month or year in the Gregorian calendar (Umm al-Qura), or ``None`` outside the tables'
    1343–1500 AH.
    """
    from hijridate import Hijri

    try:
        start = Hijri(year, month or 1, day or 1)
        if day:
            return period("day", date(*start.to_gregorian().datetuple()))
        last = Hijri(year, month or 12, 1)
        end = Hijri(year, month or 12, last.month_length())
    except (ValueError, OverflowError):
        return None
    first_day, last_day = date(*start.to_gregorian().datetuple()), date(*end.to_gregorian().datetuple())
    return Interval(first_day, last_day, f"{first_day}/{last_day}", "month" if month else "year")


@cache
def _movable(year: int) -> dict[str, date]:
    from holidays import country_holidays

    days = country_holidays("ID", years=year, language="en_US")
    return {name.removesuffix(" (estimated)"): day for day, names in days.items() for name in names.split("; ")}


def named_hijri_day(entry: NamedDay, year: int) -> Interval | None:
    """When the named day falls in the Hijri `year`."""
    from hijridate import Gregorian

    first = round(year * 32 / 33) + 621
    for found in (named_day(entry, gregorian) for gregorian in (first, first + 1, first + 2)):
        if found and Gregorian(*found.start.timetuple()[:3]).to_hijri().year == year:
            return found
    return None


@cache
def named_day(entry: NamedDay, year: int) -> Interval | None:
    """When the named day falls in the Gregorian `year`.

    >>> from pipeline.lexicon import read
    >>> named_day(next(entry for entry in read("named_days", NamedDay) if entry.name == "Idulfitri"), 2025).value
    '2025-03-31'
    """
    if entry.calendar == "gregorian":
        month, day = map(int, entry.date.split("-"))
        return period("day", date(year, month, day)) if 1 <= year <= 9999 else None
    if not 1930 <= year <= 2070:
        return None
    if entry.calendar == "movable":
        found = _movable(year).get(entry.date)
        return period("day", found) if found else None
    month, day = map(int, f"{entry.date}-0".split("-")[:2])
    nearest = round((year - 622) * 33 / 32)
    for hijri_year in (nearest, nearest - 1, nearest + 1):
        if (found_in := hijri_interval(hijri_year, month, day or None)) and found_in.start.year == year:
            return found_in
    return None
