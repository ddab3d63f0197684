"""From a candidate and its article to a row of ``dates``, or to none where the calendar has no such day.

In: candidates in text order, the text, the publication date. Out: `Resolved` values. Anchor order: publication, the article's first explicit day, none.

>>> from pipeline.stages.dates.find import find
>>> text = "Rapat digelar Rabu (12/11), lalu pekan depan."
>>> [(text[r.start:r.end], r.value, r.anchor) for r in resolve(text, find(text), date(2025, 11, 13))]
[('Rabu (12/11)', '2025-11-12', 'publication'), ('pekan depan', '2025-W47', 'publication')]
>>> [r.value for r in resolve("besok", find("besok"), None)]
['XXXX-XX-XX']
>>> resolve("31 April 2025", find("31 April 2025"), None)
[]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from pipeline.schema import Anchor, Granularity, TimexModifier, TimexType
from pipeline.stages.dates.calendar import (
    Interval, academic_year, closest, hijri_interval, named_day, period, real_date, shifted, span,
)  # fmt: skip
from pipeline.stages.dates.context import tense
from pipeline.stages.dates.expressions import Length, Range, Recurrence, Reference, When
from pipeline.stages.dates.find import Candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A candidate with its TIMEX3 type and value."""

    start: int
    end: int
    type: TimexType
    value: str
    interval: Interval | None = None
    granularity: Granularity | None = None
    modifier: TimexModifier | None = None
    anchor: Anchor
    conflict: bool = False
    rule: str


@dataclass(frozen=True, slots=True)
class Point:
    """A `When` on the calendar: its interval, or only a value with ``X`` for what is open, and where it was counted from."""

    interval: Interval | None
    value: str
    anchor: Anchor


class Resolver:
    """Resolves an article's candidates in text order, since each may count from the one before it."""

    def __init__(self, text: str, candidates: Sequence[Candidate], published: date | None) -> None:
        """Choose the anchor: `published`, else the first day that the article dates in full."""
        self.text = text
        self.candidates = candidates
        first = published or next((day for c in candidates if (day := _full_day(c.said))), None)
        self.day = first
        self.known: Anchor = "publication" if published else "context" if first else "none"
        self.last: Interval | None = None
        self.last_year: int | None = None

    def run(self) -> list[Resolved]:
        """All candidates that stand for a time."""
        days = [self._row(candidate) for candidate in self.candidates]
        return [row for row in days if row is not None]

    def _row(self, candidate: Candidate) -> Resolved | None:
        said = candidate.said
        if isinstance(said, Length):
            vague = said.amounts[0][0] is None
            return self._made(candidate, "DURATION", duration(said), "none" if vague else "explicit", said.modifier)
        if isinstance(said, Reference):
            return self._made(candidate, "DATE", said.value, "none", None)
        if isinstance(said, Recurrence):
            value = recurrence(said)
            return self._made(candidate, "SET", value, "explicit", None) if value else None
        if isinstance(said, Range):
            return self._range(candidate, said)
        if isinstance(said, When):
            return self._point(candidate, said)
        return None

    def _made(self, candidate: Candidate, kind: TimexType, value: str, anchor: Anchor, modifier: TimexModifier | None) -> Resolved:
        return Resolved(
            start=candidate.start, end=candidate.end, type=kind, value=value, anchor=anchor, modifier=modifier, rule=candidate.rule
        )

    def _point(self, candidate: Candidate, said: When) -> Resolved | None:
        return None if (point := self.locate(said, candidate.start)) is None else self._dated(candidate, said, point)

    def _dated(self, candidate: Candidate, said: When, point: Point, last: When | None = None) -> Resolved:
        interval, timed = point.interval, said.hour is not None or said.part is not None
        if interval and not timed:
            self.last = interval
        conflict = bool(said.weekday and said.day and interval and interval.granularity == "day" and interval.start.isoweekday() != said.weekday)
        granularity = interval.granularity if interval else None
        value = point.value
        if timed:
            value, granularity = _timed(said, last, point), None if said.hour is None else "hour" if said.minute is None else "minute"
            if interval and interval.granularity == "day":
                self.last = interval
        modifier = said.modifier or (said.part.modifier if said.part else None)
        return Resolved(
            start=candidate.start, end=candidate.end, type="TIME" if timed else "DATE", value=value, interval=interval, granularity=granularity,
            modifier=modifier, anchor=point.anchor, conflict=conflict, rule=candidate.rule,
        )  # fmt: skip

    def _range(self, candidate: Candidate, said: Range) -> Resolved | None:
        if said.first.hour is not None or said.first.part is not None:
            point = self.locate(said.first, candidate.start)
            return self._dated(candidate, said.first, point, said.last) if point else None
        first, last = self.locate(said.first, candidate.start), self.locate(said.last, candidate.start)
        if first is None or last is None:
            return None
        if first.interval is None or last.interval is None:
            return self._made(candidate, "DATE", f"{first.value}/{last.value}", "none", said.first.modifier)
        whole = span(first.interval, last.interval)
        if whole is None:
            return None
        return self._dated(candidate, said.first, Point(whole, whole.value, last.anchor if last.anchor != "explicit" else first.anchor))

    def locate(self, said: When, start: int) -> Point | None:
        """Where `said` lies on the calendar, or ``None`` where there is no such day."""
        if said.hijri:
            found = hijri_interval(said.year or 0, said.month, said.day)
            return Point(found, found.value, "explicit") if found else None
        if said.unit and said.step is not None:
            return self._relative(said)
        if said.unit:
            return self._numbered(said, start)
        if said.named:
            return self._yearly(said, start, lambda year: named_day(said.named, year) if said.named else None, "XXXX-XX-XX")
        if said.month and said.day:
            if not real_date(2024, said.month, said.day):
                return None
            return self._yearly(said, start, lambda year: _day_interval(year, said), f"XXXX-{said.month:02}-{said.day:02}")
        if said.month:
            if said.month > 12:
                return None
            return self._yearly(said, start, lambda year: period("month", date(year, said.month or 1, 1)), f"XXXX-{said.month:02}")
        if said.year:
            return _explicit(period("year", date(said.year, 1, 1)))
        if said.weekday:
            return self._weekday(said, start)
        if said.day:
            return self._day_of_month(said, start)
        return self._time_only(start)

    def _yearly(self, said: When, start: int, at, open_value: str) -> Point | None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        """Something that comes once a year, in the year named or the one that its direction or tense points to."""
        if said.year:
            found = at(said.year)
            return _explicit(found) if found else None
        if self.day is None:
            return Point(None, open_value, "none")
        years = [self.day.year + step for step in (-1, 0, 1) if 1 < self.day.year + step < 9998]
        options = {found.start: found for year in years if (found := at(year))}
        if not options:
            return None
        step = said.step if said.step is not None else 0
        if said.weekday and (fits := [day for day in options if day.isoweekday() == said.weekday]):
            chosen = closest(fits, self.day, 0)
        elif step:
            reach = self.day if step < 0 else self.day
            chosen = closest([d for d in options], reach, step)
        else:
            chosen = self._by_tense(list(options), start)
        return Point(options[chosen], options[chosen].value, self.known) if chosen else None

    def _by_tense(self, days: list[date], start: int) -> date | None:
        if self.day is None:
            return None
        near = closest(days, self.day, 0)
        told = tense(self.text, start)
        if near and told and abs((near - self.day).days) > 60:
            return closest(days, self.day, told) or near
        return near

    def _relative(self, said: When) -> Point | None:
        unit, step = said.unit or "day", said.step or 0
        base = self.day
        anchor: Anchor = self.known
        if said.base == "context":
            base, anchor = (self.last.start, "context") if self.last and _fine(self.last, unit) else (None, "none")
        if base is None or (moved := shifted(base, unit, step)) is None:
            return Point(None, _open(said), "none")
        frame = period(unit, moved)
        if said.weekend:
            saturday = shifted(frame.start, "day", 5) or frame.start
            found: Interval | None = Interval(saturday, frame.end, f"{frame.value}-WE", "week")
        elif said.weekday and unit in ("week", "day"):
            found = period("day", shifted(frame.start, "day", said.weekday - 1) or frame.start) if unit == "week" else frame
        elif said.named:
            found = named_day(said.named, frame.start.year)
        elif said.month:
            found = _day_interval(frame.start.year, said) if said.day else period("month", date(frame.start.year, said.month, 1))
        elif said.day and unit == "month":
            found = _day_interval(frame.start.year, replace(said, month=frame.start.month))
        else:
            found = frame
        return Point(found, found.value, anchor) if found else None

    def _numbered(self, said: When, start: int) -> Point | None:
        unit, number = said.unit or "day", said.ordinal or 0
        if unit == "week":
            month = self._yearly(said, start, lambda year: _week_of_month(year, said.month or 1, number), f"XXXX-{said.month:02}")
            return month
        if unit in ("decade", "century"):
            return _explicit(period(unit, date(said.year or 1, 1, 1)))
        if unit == "academic_year":
            return self._academic(said, start)
        size = {"quarter": 3, "trimester": 4, "semester": 6}[unit]
        letter = {"quarter": f"Q{number}", "trimester": "XX", "semester": f"H{number}"}[unit]
        return self._yearly(said, start, lambda year: period(unit, date(year, (number - 1) * size + 1, 1)), f"XXXX-{letter}")

    def _academic(self, said: When, start: int) -> Point | None:
        """*Semester genap* without a year is the one that the article's day or its clause's tense points to."""
        number = said.ordinal
        if said.year:
            return _explicit(academic_year(said.year, number))
        if self.day is None:
            return Point(None, "XXXX-XX/XXXX-XX", "none")
        options = {found.start: found for step in (-2, -1, 0, 1) if (found := academic_year(self.day.year + step, number))}
        holding = [found for found in options.values() if found.start <= self.day <= found.end]
        chosen = holding[0] if holding else options[self._by_tense(list(options), start) or min(options)]
        return Point(chosen, chosen.value, self.known)

    def _weekday(self, said: When, start: int) -> Point:
        weekday = said.weekday or 1
        if self.day is None:
            return Point(None, f"XXXX-WXX-{weekday}", "none")
        back = (self.day.isoweekday() - weekday) % 7
        step = said.step if said.step is not None else tense(self.text, start)
        if said.step:  # *Rabu lalu*, *Rabu depan*: not the day itself
            distance = -(back or 7) if said.step < 0 else 7 - back
        else:
            distance = (7 - back) % 7 if step > 0 else -back
        found = period("day", shifted(self.day, "day", distance) or self.day)
        return Point(found, found.value, self.known)

    def _day_of_month(self, said: When, start: int) -> Point | None:
        day = said.day or 1
        if not 1 <= day <= 31:
            return None
        if self.day is None:
            return Point(None, f"XXXX-XX-{day:02}", "none")
        months = [shifted(self.day.replace(day=1), "month", step) for step in (-1, 0, 1)]
        days = [found for month in months if month and (found := real_date(month.year, month.month, day))]
        told = tense(self.text, start)
        chosen = closest(days, self.day, told) or closest(days, self.day, 0)
        return Point(period("day", chosen), chosen.isoformat(), self.known) if chosen else None

    def _time_only(self, start: int) -> Point:
        """A clock time or part of day takes the nearest day of its sentence, else the last day named."""
        if self.last and self.last.granularity == "day":
            return Point(self.last, self.last.value, "context")
        return Point(None, "", "none")


def resolve(text: str, candidates: Sequence[Candidate], published: date | None) -> list[Resolved]:
    """The candidates of `text` on the calendar, told from `published` where they are not dated in full."""
    return Resolver(text, candidates, published).run()


def _explicit(interval: Interval) -> Point:
    return Point(interval, interval.value, "explicit")


def _full_day(said: object) -> date | None:
    if isinstance(said, Range):
        said = said.first
    if isinstance(said, When) and said.year and said.month and said.day and not said.hijri:
        return real_date(said.year, said.month, said.day)
    return None


def _day_interval(year: int, said: When) -> Interval | None:
    day = real_date(year, said.month or 1, said.day or 1)
    return period("day", day) if day else None


def _week_of_month(year: int, month: int, number: int) -> Interval | None:
    first = real_date(year, month, (number - 1) * 7 + 1)
    if first is None:
        return None
    last = real_date(year, month, number * 7) or period("month", first).end
    return Interval(first, last, f"{first}/{last}", "week")


def _fine(interval: Interval, unit: str) -> bool:
    """Whether the interval is as fine as the unit counted from it: a day is, for all; a year only for years."""
    order = ["day", "week", "month", "quarter", "semester", "year", "academic_year", "decade", "century"]
    return interval.granularity in order and order.index(interval.granularity) <= order.index(unit if unit in order else "day")


def _open(said: When) -> str:
    """The value of a time counted from an unknown day."""
    if said.weekday:
        return f"XXXX-WXX-{said.weekday}"
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX", "semester": "XXXX-HX"}.get(said.unit or "", "XXXX")


def _timed(first: When, last: When | None, point: Point) -> str:
    start = _clocked(first, point.value)
    if last is None:
        return start
    return f"{start}/{_clocked(last, point.value)}"


def _clocked(said: When, day: str) -> str:
    if said.hour is None:
        return f"{day}{said.part.code if said.part else ''}"
    hour = said.hour
    if said.part and hour < 12 and said.part.first_hour >= 10 and not (said.part.first_hour <= hour):
        hour += 12
    return f"{day}T{hour:02}" + (f":{said.minute:02}" if said.minute is not None else ":00") + (said.zone or "")


def duration(said: Length) -> str:
    """The ISO 8601 duration of a length: ``P3M``, ``PT4H``, ``P2Y6M``, vague ``PXY``, a range ``P3Y/P5Y``."""
    low = _iso(said.amounts)
    return f"{low}/{_iso(said.high)}" if said.high else low


def _iso(amounts: Sequence[tuple[Decimal | None, str]]) -> str:
    days = "".join(f"{_number(n)}{unit}" for n, unit in amounts if not unit.startswith("T"))
    clock = "".join(f"{_number(n)}{unit[1:]}" for n, unit in amounts if unit.startswith("T"))
    return f"P{days}" + (f"T{clock}" if clock else "")


def _number(number: Decimal | None) -> str:
    return "X" if number is None else f"{number.normalize():f}"


def recurrence(said: Recurrence) -> str | None:
    """The TIMEX3 value of a set: ``P1D``, ``XXXX-WXX-1``, ``XXXX-11-25``, ``T07:00``."""
    of = said.of
    if isinstance(of, Length):
        return duration(of)
    if isinstance(of, Range):
        first, last = recurrence(Recurrence(of.first)), recurrence(Recurrence(of.last))
        return f"{first}/{last}" if first and last else None
    if of.unit and of.step is not None:
        return {"day": "P1D", "week": "XXXX-WXX-WE" if of.weekend else "P1W", "month": "P1M", "year": "P1Y", "semester": "P6M"}.get(of.unit)
    if of.weekday:
        base = f"XXXX-WXX-{of.weekday}"
    elif of.month or of.day:
        base = f"XXXX-{f'{of.month:02}' if of.month else 'XX'}" + (f"-{of.day:02}" if of.day else "")
    elif of.named:
        base = f"XXXX-{of.named.date}" if of.named.calendar == "gregorian" else "P1Y"
    else:
        base = "" if of.hour is not None else "XXXX-XX-XX"
    return _clocked(of, base) if of.hour is not None or of.part else base
