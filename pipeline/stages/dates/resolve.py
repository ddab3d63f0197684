"""From candidates and their article to values on the calendar; what has no such day is declined.

In: the candidates in text order, the text, where its sentences start, the publication date. Out: `Resolved`, in text
order. What is not dated in full counts from the publication date, else from the article's own first day that it
reports from, else stays open.

>>> from pipeline.stages.dates.find import find
>>> text = "Rapat digelar Rabu (12/11) dan berlanjut pekan depan pukul 09.00 WIB."
>>> [(row.value, row.anchor) for row in resolve(text, find(text), date(2025, 11, 13))]
[('2025-11-12', 'publication'), ('2025-W47', 'publication'), ('2025-11-12T09:00+07:00', 'context')]
>>> [r.value for r in resolve("besok", find("besok"), None)]
['XXXX-XX-XX']
>>> resolve("31 April 2025", find("31 April 2025"), None)
[]
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.schema import Anchor, Granularity, TimexModifier, TimexType
from pipeline.stages.dates.calendar import Interval, named_day, period, real_date, shifted, span, weekend
from pipeline.stages.dates.expressions import Expression, Length, NoTime, Range, Recurrence, Reference, When
from pipeline.stages.dates.find import Candidate
from pipeline.stages.dates.locate import Frame, Point, locate
from pipeline.stages.dates.tense import tense
from pipeline.stages.dates.values import clocked, duration, recurrence, underspecified

_LAST_WRITTEN = 4
"""Sentences for which the last day written in full is the one that its weekday alone repeats."""
_SATURDAY = 6


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


def resolve(
    text: str, candidates: Sequence[Candidate], published: date | None, sentence_starts: Sequence[int] = (0,)
) -> list[Resolved]:
    """The candidates of `text` on the calendar; `sentence_starts` are the offsets at which its sentences begin."""
    return _Article(text, candidates, published, sentence_starts).rows()


def reporting_day(text: str, candidates: Sequence[Candidate]) -> date | None:
    """The day that an article without a publication date speaks from.

    It is the first day dated in full that the text does not announce, one with its weekday (*Rabu (12/11/2025)*)
    before one without.
    """
    days = [(found, c) for c in candidates if isinstance(c.said, When) and (found := _full_day(c.said))]
    reported = [(day, c) for day, c in days if tense(text, c.start) <= 0] or days
    ranked = [day for day, c in reported if isinstance(c.said, When) and c.said.weekday] or [day for day, _ in reported]
    return ranked[0] if ranked else None


def _full_day(said: When) -> date | None:
    return (
        real_date(said.year, said.month, said.day) if said.year and said.month and said.day and not said.hijri else None
    )


class _Article:
    """One article while its candidates are resolved in text order, since each may count from the one before it."""

    def __init__(
        self, text: str, candidates: Sequence[Candidate], published: date | None, sentence_starts: Sequence[int]
    ) -> None:
        self.text = text
        self.candidates = candidates
        self.starts = sentence_starts
        day = published or reporting_day(text, candidates)
        self.frame = Frame(day, "publication" if published else "context" if day else "none")
        self.last_sentence = -1
        self.written: list[tuple[date, int]] = []
        """The days dated in figures or by month so far, with their sentences."""

    def rows(self) -> list[Resolved]:
        found = [(c, row) for c in self.candidates if (row := self._row(c))]
        days = _Days()
        for candidate, row in found:
            if not _only_time(candidate.said):
                days.add(self._sentence(row.start), row)
        return [self._on_its_day(c, row, days) if _only_time(c.said) else row for c, row in found]

    def _row(self, candidate: Candidate) -> Resolved | None:
        said = candidate.said
        match said:
            case Length():
                return _undated(
                    candidate,
                    "DURATION",
                    duration(said),
                    "none" if said.amounts[0][0] is None else "explicit",
                    said.modifier,
                )
            case Reference():
                return _undated(candidate, "DATE", said.value, "none")
            case Recurrence():
                value = recurrence(said.of)
                return _undated(candidate, "SET", value, "explicit") if value else None
            case Range():
                return self._range(candidate, said)
            case When():
                point = self._point(said, candidate.start)
                return self._dated(candidate, said, point) if point else None
            case NoTime():
                return None

    def _point(self, said: When, start: int) -> Point | None:
        """Where `said` lies; the time last spoken of counts in its own sentence and the next one only."""
        sentence = self._sentence(start)
        near = sentence - self.last_sentence <= 1
        if day := self._written_day(said, sentence, tense(self.text, start)):
            return Point(day, day.value, "context")
        return locate(said, self.frame if near else replace(self.frame, last=None), tense(self.text, start))

    def _written_day(self, said: When, sentence: int, tense: int) -> Interval | None:
        """The day just written in full that a weekday or named day repeats: *Selasa (29/4) … sejak Selasa sore*; the
        last one written does so for longer.
        """
        if said.step is not None or said.day or said.month or said.year or (said.unit and not said.weekend):
            return None
        repeats = said.weekday is not None and tense <= 0
        for number, (day, place) in enumerate(reversed(self.written)):
            if sentence - place > (0 if not repeats else 1 if number else _LAST_WRITTEN):
                break
            same = named_day(said.named, day.year) if said.named else None
            if day.isoweekday() == said.weekday or (same and same.start == day):
                return period("day", day)
            if said.weekend and day.isoweekday() >= _SATURDAY:
                return weekend(day)
        return None

    def _sentence(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1

    def _range(self, candidate: Candidate, said: Range) -> Resolved | None:
        first, last = said.first, said.last
        if _timed(first):
            point = self._point(first, candidate.start)
            return self._through(candidate, first, point, last) if point else None
        if first.weekday and not first.day and first.step is None and first.unit is None:  # *Senin–Jumat*: of any week
            return _undated(
                candidate, "DATE", f"{underspecified(first)}/{underspecified(last)}", "none", first.modifier
            )
        begin, end = self._point(first, candidate.start), self._point(last, candidate.start)
        if begin is None or end is None:
            return None
        if begin.interval is None or end.interval is None:
            return _undated(candidate, "DATE", f"{begin.value}/{end.value}", "none", first.modifier)
        whole = span(begin.interval, end.interval)
        if whole is None:
            return None
        row = self._dated(
            candidate, first, Point(whole, whole.value, begin.anchor if end.anchor == "explicit" else end.anchor)
        )
        return replace(row, conflict=_conflict(first, begin.interval) or _conflict(last, end.interval))

    def _through(self, candidate: Candidate, first: When, point: Point, last: When) -> Resolved:
        """From a time of day to another, which may be that of a later weekday (*Selasa malam hingga Rabu pagi*)."""
        row = self._dated(candidate, first, point, last)
        if not last.weekday or last.day or not point.interval:
            return row
        days = (last.weekday - point.interval.start.isoweekday()) % 7
        end = shifted(point.interval.start, "day", days)
        whole = span(point.interval, period("day", end)) if end else None
        if end is None or whole is None:
            return row
        return replace(row, value=f"{clocked(first, point.value)}/{clocked(last, end.isoformat())}", interval=whole)

    def _dated(self, candidate: Candidate, said: When, point: Point, last: When | None = None) -> Resolved:
        interval, timed = point.interval, _timed(said)
        if interval:
            self.frame, self.last_sentence = replace(self.frame, last=interval), self._sentence(candidate.start)
            if said.day and interval.start == interval.end:
                self.written.append((interval.start, self.last_sentence))
        granularity = interval.granularity if interval else None
        if timed:
            granularity = None if said.hour is None else "hour" if said.minute is None else "minute"
        return Resolved(
            start=candidate.start,
            end=candidate.end,
            type="TIME" if timed else "DATE",
            value=_with_time(said, last, point.value) if timed else point.value,
            interval=interval,
            granularity=granularity,
            modifier=said.modifier or (said.part.modifier if said.part and said.hour is None else None),
            anchor=point.anchor,
            conflict=_conflict(said, interval),
            rule=candidate.rule,
        )

    def _on_its_day(self, candidate: Candidate, row: Resolved, days: _Days) -> Resolved:
        """A clock time or part of day that names no day takes the nearest one of its sentence."""
        whole = candidate.said
        said, last = (whole.first, whole.last) if isinstance(whole, Range) else (whole, None)
        day = days.nearest(self._sentence(row.start), row)
        if day is None or day.interval is None or not isinstance(said, When):
            return row
        return replace(row, value=_with_time(said, last, day.interval.value), interval=day.interval, anchor="context")


class _Days:
    """The days that each sentence names, in text order; none for a sentence that tells of a habit (*setiap Senin*)."""

    def __init__(self) -> None:
        self._days: defaultdict[int, list[Resolved]] = defaultdict(list)
        self._habits: set[int] = set()

    def add(self, sentence: int, row: Resolved) -> None:
        """Note what `row` says of the days of its sentence; rows come in text order."""
        if row.type == "SET" or row.value.startswith("XXXX-WXX"):
            self._habits.add(sentence)
        if row.interval and row.interval.start == row.interval.end:
            self._days[sentence].append(row)

    def nearest(self, sentence: int, row: Resolved) -> Resolved | None:
        """The day nearest to `row` in its sentence, the one before it where two are as near."""
        if sentence in self._habits or sentence not in self._days:
            return None
        days = self._days[sentence]
        place = bisect_right(days, row.start, key=lambda day: day.start)
        beside = days[max(0, place - 1) : place + 1]
        return min(beside, key=lambda day: max(day.start - row.end, row.start - day.end))


def _undated(
    candidate: Candidate, kind: TimexType, value: str, anchor: Anchor, modifier: TimexModifier | None = None
) -> Resolved:
    return Resolved(
        start=candidate.start,
        end=candidate.end,
        type=kind,
        value=value,
        anchor=anchor,
        modifier=modifier,
        rule=candidate.rule,
    )


def _timed(said: When) -> bool:
    return said.hour is not None or said.part is not None


def _only_time(said: Expression) -> bool:
    """Whether it names a time of day and no day."""
    first = said.first if isinstance(said, Range) else said
    return isinstance(first, When) and not (first.features() - {"clock", "part", "modifier"})


def _with_time(said: When, last: When | None, day: str) -> str:
    return clocked(said, day) if last is None else f"{clocked(said, day)}/{clocked(last, day)}"


def _conflict(said: When, interval: Interval | None) -> bool:
    """Whether the weekday told is not the one of the date told."""
    return bool(
        said.weekday
        and said.day
        and interval
        and interval.start == interval.end
        and interval.start.isoweekday() != said.weekday
    )
