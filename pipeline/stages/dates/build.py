"""From a match to what it says: the values of its named groups become an expression.

>>> from pipeline.stages.dates.patterns import RULES
>>> pattern = {rule.name: rule.pattern for rule in RULES}
>>> list(build("written", pattern["written"].match("12 Nopember 2025")))
[(0, 16, When(year=2025, month=11, day=12, weekday=None))]
>>> [(start, end) for start, end, _ in build("written", pattern["written"].match("12, 13, dan 15 November 2025"))]
[(0, 2), (4, 6), (12, 28)]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

import regex

from pipeline.language.numbers import parse
from pipeline.stages.dates import lengths
from pipeline.stages.dates.calendar import real_date
from pipeline.stages.dates.expressions import NoTime, Range, Reference, Unit, When, inherit
from pipeline.stages.dates.lengths import Built, Match
from pipeline.stages.dates.words import (
    CALENDAR_UNITS,
    DEICTICS,
    DIRECTIONS,
    HIJRI,
    MODIFIERS,
    MONTHS,
    NAMED,
    PARTS,
    REFERENCES,
    UNITS,
    WEEKDAYS,
    ZONES,
    key,
    ordinal,
)


def _year(text: str) -> int:
    """A written year; two digits are of this century."""
    return int(text) + (2000 if len(text) == 2 else 0)


def _day(text: str) -> int | None:
    """A day of the month; in words it is one in lower case only (*Sebelas Maret* is a name)."""
    value = int(text) if text.isdigit() else parse(text) if text.islower() else None
    return int(value) if value is not None and value == int(value) else None


_READ: dict[str, Callable[[str], object]] = {
    "year": _year,
    "month": lambda text: int(text) if text.isdigit() else MONTHS[key(text)],
    "day": _day,
    "weekday": lambda text: WEEKDAYS[key(text)],
    "unit": lambda text: CALENDAR_UNITS.get(UNITS[key(text)].word),
    "towards": lambda text: DIRECTIONS[key(text)].step,
    "then": lambda text: DIRECTIONS[key(text)].step,
    "ordinal": ordinal,
    "part": lambda text: PARTS[key(text)],
    "hour": int,
    "minute": int,
    "zone": lambda text: ZONES.get(key(text)),
    "modifier": lambda text: MODIFIERS[key(text)],
}
"""Group name → how its text is read. A group has the name of the field of `When` that it fills, but for two ways to
say `step`.
"""
_STEPS = ("towards", "then")


def _when(match: Match, prefix: str = "") -> When:
    """What the match's groups say; those with `prefix` say it of the last end of a range."""
    groups = match.groupdict()
    told = {name: read(text) for name, read in _READ.items() if (text := groups.get(prefix + name))}
    return When(**{"step" if name in _STEPS else name: value for name, value in told.items()})  # type: ignore[arg-type]


def _whole(match: Match, said: When | Range | Reference | NoTime) -> Iterator[Built]:
    yield match.start(), match.end(), said


def _point(match: Match) -> Iterator[Built]:
    """One date or time, or with ``last_`` groups a range."""
    first, last = _when(match), _when(match, "last_")
    yield from _whole(match, first if last == When() else Range(inherit(first, last), last))


def _written(match: Match) -> Iterator[Built]:
    """One day, a list of days or ranges of days before one month: a row for each member, since each is a date of
    its own.
    """
    days = [_day(text) for text in match.captures("day")]
    said = _when(match)
    points = [When(day=day, month=said.month, year=said.year, step=said.step) for day in days if day is not None]
    if len(points) == len(days):
        yield from _listed(match, points, match.spans("day"))


def _period(match: Match) -> Iterator[Built]:
    """*Triwulan III 2025*, *kuartal I dan II*; a year has four of the one, two of the other."""
    unit = CALENDAR_UNITS[UNITS[key(match["period"])].word]
    numbers = [ordinal(text) for text in match.captures("ordinal")]
    year = _when(match).year
    points = [When(unit=unit, ordinal=number, year=year) for number in numbers if number and number <= _IN_A_YEAR[unit]]
    if len(points) == len(numbers):
        yield from _listed(match, points, match.spans("ordinal"))


def _quarter(match: Match) -> Iterator[Built]:
    yield from _whole(match, replace(_when(match), unit="quarter"))


_IN_A_YEAR: dict[Unit, int] = {"quarter": 4, "semester": 2, "trimester": 3}
_LIST_WORDS = frozenset(("", "dan", "serta", "atau", "&"))


def _listed(match: Match, points: Sequence[When], spans: Sequence[tuple[int, int]]) -> Iterator[Built]:
    """The members of a list, ranges closed; the first one has the match's start, the last one its end."""
    starts = [match.start(), *(start for start, _ in spans[1:])]
    ends = [*(end for _, end in spans[:-1]), match.end()]
    closes = [key(separator).strip(" ,") not in _LIST_WORDS for separator in match.captures("sep")]
    first = 0
    for index, (point, goes_on) in enumerate(zip(points, [*closes, False], strict=True)):
        if not goes_on:
            yield starts[first], ends[index], point if first == index else Range(points[first], point)
            first = index + 1


def _hijri(match: Match) -> Iterator[Built]:
    said = _when(match)
    month = HIJRI[key(match["hijri_month"])] if match["hijri_month"] else None
    yield from _whole(match, When(hijri=True, day=said.day, month=month, year=said.year))


_WEEK = regex.compile(r"\s+(?:ini|lalu|depan|yang|ke|pertama|kedua|ketiga|keempat|terakhir|mendatang|tersebut|itu)\b")
_DAY = regex.compile(r"\s*+,?\s*+\(?\d{1,2}[/ ]|\s+(?:pagi|siang|sore|petang|malam|dini)\b")
_OPENING = regex.compile(r"(?:^|[.!?“\"\n])\s?$")


def _weekday(match: Match) -> Iterator[Built]:
    """A weekday; *minggu* is one behind *hari*, before a date or part of day, or as a capital inside a sentence,
    and else a week.
    """
    word, text = match["weekday"], match.string
    if key(word) == "minggu" and not match["head"]:
        opens = _OPENING.search(text, max(0, match.start() - 2), match.start()) is not None
        if (word.islower() or opens) and _WEEK.match(text, match.end("weekday")):
            return
        if word.islower() and not _DAY.match(text, match.end("weekday")):
            return
    yield from _whole(match, _when(match))


def _squeezed(match: Match) -> Iterator[Built]:
    """A date that lost its slashes: the one reading that falls on the weekday beside it, if there is just one."""
    weekday, digits, year = WEEKDAYS[key(match["weekday"])], match["squeezed"][:-4], int(match["squeezed"][-4:])
    cuts = ((int(digits[:cut]), int(digits[cut:])) for cut in (1, 2) if 1 <= len(digits) - cut <= 2)
    days = {found for day, month in cuts if (found := real_date(year, month, day)) and found.isoweekday() == weekday}
    if len(days) == 1:
        yield from _whole(match, _calendar_day(days.pop(), weekday))


def _calendar_day(day: date, weekday: int) -> When:
    return When(year=day.year, month=day.month, day=day.day, weekday=weekday)


def _eve(match: Match) -> Iterator[Built]:
    """*Malam Minggu* is the night before Sunday."""
    yield from _whole(match, When(weekday=(WEEKDAYS[key(match["weekday"])] - 2) % 7 + 1, part=PARTS["malam"]))


def _week_of_month(match: Match) -> Iterator[Built]:
    said = _when(match)
    if said.ordinal and said.ordinal <= 5:
        yield from _whole(match, When(unit="week", ordinal=said.ordinal, month=said.month, year=said.year))


def _relative(match: Match) -> Iterator[Built]:
    said = _when(match)
    if said.unit and said.unit != "day":
        yield from _whole(match, said)


def _relative_then(match: Match) -> Iterator[Built]:
    """*Tahun sebelumnya*, *hari itu*: counted from the time last spoken of."""
    said = _when(match)
    if said.unit:
        yield from _whole(match, When(unit=said.unit, step=said.step, base="context"))


def _next_day(match: Match) -> Iterator[Built]:
    part = PARTS["pagi"] if "pagi" in key(match[0]) else None
    yield from _whole(match, When(unit="day", step=1, base="context", part=part))


def _edge(match: Match) -> Iterator[Built]:
    """*Akhir tahun*, with no year told: of this one."""
    said = _when(match)
    if said.unit and said.unit != "day":
        yield from _whole(match, When(unit=said.unit, step=0, modifier=said.modifier))


def _weekend(match: Match) -> Iterator[Built]:
    yield from _whole(match, When(unit="week", weekend=True, step=_when(match).step))


def _academic(match: Match) -> Iterator[Built]:
    """An academic year, or one semester of it; a semester is found by the year that its academic year begins in."""
    first, last, step = _when(match).year, _when(match, "last_").year, _when(match).step
    semester = {"ganjil": 1, "gasal": 1, "genap": 2}.get(key(match.groupdict().get("parity") or ""))
    if last is None and first is not None and semester == 2:
        first -= 1  # *semester genap 2025*, the one that lies in 2025
    if last is None or (first is not None and last % 100 == (first + 1) % 100):
        yield from _whole(
            match, When(unit="academic_year", year=first, ordinal=semester, step=None if semester else step)
        )


def _years(match: Match) -> Iterator[Built]:
    """A year, a range of years, or with a slash and the year after it an academic year."""
    said, last = _when(match), match["last_year"]
    if last is None or said.year is None:
        yield from _whole(match, said)
        return
    end = said.year // 100 * 100 + int(last) if len(last) == 2 else int(last)
    if match["to"] != "/" and end > said.year:
        yield from _whole(match, Range(When(year=said.year), When(year=end)))
    elif match["to"] == "/" and end == said.year + 1:
        yield from _whole(match, When(unit="academic_year", year=said.year))


def _decade(match: Match) -> Iterator[Built]:
    """*1990-an*; two digits need a word before them (*era 90-an*), since *30-an* may count anything."""
    digits = match["decade"]
    if len(digits) == 4 or match["head"]:
        yield from _whole(match, When(unit="decade", year=int(digits) if len(digits) == 4 else 1900 + int(digits)))


def _century(match: Match) -> Iterator[Built]:
    number = ordinal(match["century"].upper())
    if number and number <= 30:
        yield from _whole(match, When(unit="century", year=(number - 1) * 100 + 1))


def _clock_words(match: Match) -> Iterator[Built]:
    """*Pukul tujuh*, *pukul setengah delapan* (07.30)."""
    hour, half = parse(match["hour_words"]), match["half"] is not None
    if hour is not None and hour == int(hour) and 1 <= hour <= 24:
        yield from _whole(match, When(hour=int(hour) - half, minute=30 if half else None, zone=_when(match).zone))


def _deictic(match: Match) -> Iterator[Built]:
    entry = DEICTICS[key(match["deictic"])]
    yield from _whole(match, When(unit="day", step=entry.days, part=PARTS[entry.part] if entry.part else None))


def _reference(match: Match) -> Iterator[Built]:
    yield from _whole(match, Reference(REFERENCES[key(match["reference"])]))


_NTH = regex.compile(r"\s+ke-?\s?\d+", regex.IGNORECASE)


def _named(match: Match) -> Iterator[Built]:
    """A named day, in the year told or the one that its anniversary's number gives (*HUT ke-80 RI*: 1945 + 80)."""
    entry = NAMED[key(_NTH.sub("", match["named"]))]
    year = _year(match["year"]) if match["year"] else None
    if year is not None and year < 1500:
        month = entry.calendar == "hijri"
        said = When(hijri=True, month=int(entry.date), year=year) if month else When(hijri=True, named=entry, year=year)
        yield from _whole(match, said)
        return
    if year is None and entry.since and match["nth"]:
        year = entry.since + int(match["nth"])
    yield from _whole(match, When(named=entry, year=year))


def _prefix(match: Match) -> Iterator[Built]:
    yield from _whole(match, NoTime())


_BUILDERS: dict[str, Callable[[Match], Iterator[Built]]] = {
    "written": _written,
    "hijri": _hijri,
    "hijri_year": _hijri,
    "weekday": _weekday,
    "squeezed": _squeezed,
    "eve": _eve,
    "week_of_month": _week_of_month,
    "relative": _relative,
    "relative_then": _relative_then,
    "next_day": _next_day,
    "edge": _edge,
    "weekend": _weekend,
    "period": _period,
    "q": _quarter,
    "academic_semester": _academic,
    "academic_year": _academic,
    "academic_relative": _academic,
    "fiscal_year": _years,
    "year": _years,
    "bare_year": _years,
    "decade": _decade,
    "century": _century,
    "clock_words": _clock_words,
    "deictic": _deictic,
    "reference": _reference,
    "named": _named,
    "length": lengths.length,
    "one_length": lengths.one_length,
    "long": lengths.long,
    "every": _prefix,
    "every_unit": lengths.every,
    "times": lengths.every,
    "once_in": lengths.every,
    "in_one": lengths.every,
}
"""Rule name → builder, where the groups alone do not make a point or range of points."""


def build(rule: str, match: Match) -> Iterator[Built]:
    """What the match of the rule named `rule` says, with the spans of its parts; nothing where its values make no
    sense.
    """
    yield from _BUILDERS.get(rule, _point)(match)
