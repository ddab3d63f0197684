"""Words of time: months, weekdays, units, parts of day, deictics, directions, modifiers and named days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the Gregorian calendar (``months.tsv``); `short` forms are one only beside a day or a year."""

    name: str
    number: int
    variants: tuple[str, ...]
    short: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class HijriMonth:
    """A month of the Islamic calendar (``hijri_months.tsv``)."""

    name: str
    number: int
    variants: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (``weekdays.tsv``), numbered as in ISO 8601: Monday is 1."""

    name: str
    number: int
    variants: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class TimeUnit:
    """A unit of time (``time_units.tsv``).

    A length of one is `count` times the ISO 8601 designator (``S``, ``TM`` minute, ``TH``, ``D``, ``W``, ``M`` month,
    ``Y``).
    """

    word: str
    designator: Literal["TS", "TM", "TH", "D", "W", "M", "Y"]
    count: int
    variants: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of the day (``day_parts.tsv``) with its TIMEX3 code; `first_hour` to `last_hour` are the hours that it
    may qualify.
    """

    word: str
    code: Literal["TMO", "TAF", "TEV", "TNI"]
    modifier: Literal["START", "MID"] | None
    first_hour: int
    last_hour: int
    variants: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class TimeZone:
    """A time zone (``time_zones.tsv``) and its offset from UTC in ISO 8601, where the word tells it."""

    word: str
    offset: str | None
    variants: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Deictic:
    """A word for a day counted from the day of speaking (``deictics.tsv``): `days` from it, in the part of day
    `part` if it names one.
    """

    word: str
    days: int
    part: str | None
    variants: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Direction:
    """A word that places a weekday, month or unit before (-1), around (0) or after (1) a day (``time_directions.tsv``).

    `base` is that day: the article's ``anchor``, or ``context``, the day last spoken of (*sehari sebelumnya*).
    """

    word: str
    step: int
    base: Literal["anchor", "context"]
    variants: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class TimeModifier:
    """A word before a date that narrows or loosens it (``time_modifiers.tsv``), with its TIMEX3 value."""

    word: str
    value: Literal["START", "MID", "END", "BEFORE", "AFTER", "APPROX"]
    variants: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class TimeReference:
    """A word for a time that it does not date (``time_references.tsv``), with its TIMEX3 value."""

    word: str
    value: Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"]
    variants: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day or feast with a name (``named_days.tsv``).

    `date` is ``MM-DD``: in the Gregorian calendar, in the Islamic one where `calendar` is ``hijri`` (``MM`` alone: the
    whole month), or the English name of a movable feast in the `holidays` package where it is ``movable``. `since` is
    the year that its anniversaries count from.
    """

    name: str
    calendar: Literal["gregorian", "hijri", "movable"]
    date: str
    since: int | None
    variants: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class TenseCue:
    """A word that says whether its clause tells of the past (-1) or the future (1) (``tense_cues.tsv``)."""

    word: str
    step: int
    example: str


@dataclass(frozen=True, slots=True)
class DatedName:
    """A word after which a date is part of a name (``dated_names.tsv``): *Universitas 17 Agustus 1945*, *Jalan 10
    November*.
    """

    word: str
    example: str


@dataclass(frozen=True, slots=True)
class TimeNeighbour:
    """A word beside an ambiguous expression that tells whether it is a time (``time_neighbours.tsv``), with what it
    tells in `kinds`.

    Before it: ``since`` (what follows is a year), ``year`` (a number that looks like a year is one), ``month``,
    ``part`` (of day), ``count`` (a number is no year), ``event`` (a named day is an event), ``aged`` (a number of
    years is an age), ``bounded`` (it is one behind *di bawah* or *di atas*), ``feast`` (a feast is one though the word
    is a capital), ``nowadays`` (*hari ini* is no day), ``once`` (*dulu* is a time). After a number: ``counted`` (it
    counts), ``function`` (it does not).
    """

    word: str
    kinds: tuple[str, ...]
    example: str


FILES: dict[str, type] = {
    "dated_names": DatedName,
    "day_parts": DayPart,
    "deictics": Deictic,
    "hijri_months": HijriMonth,
    "months": Month,
    "named_days": NamedDay,
    "tense_cues": TenseCue,
    "time_directions": Direction,
    "time_modifiers": TimeModifier,
    "time_neighbours": TimeNeighbour,
    "time_references": TimeReference,
    "time_units": TimeUnit,
    "time_zones": TimeZone,
    "weekdays": Weekday,
}
"""File stem in ``data/`` → entry class."""
