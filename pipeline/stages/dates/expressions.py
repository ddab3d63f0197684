"""What the words of a time expression fix, before the article around them resolves the rest.

>>> merge(When(weekday=3), When(day=12, month=11))
When(year=None, month=11, day=12, weekday=3)
>>> merge(When(month=3), When(month=4)) is None
True
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Literal, TypeAlias

from pipeline.lexicon.times import DayPart, NamedDay
from pipeline.schema import TimexModifier

Unit = Literal["day", "week", "month", "quarter", "trimester", "semester", "year", "academic_year", "decade", "century"]
Base = Literal["anchor", "context"]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class When:
    """A calendar date or time as far as its words fix it; ``None`` is what they leave open.

    `unit` with `step` is a unit counted from `base` (*pekan lalu*: week, -1); `unit` with `ordinal` is the numbered
    one of its year or month (*triwulan III*: quarter, 3), or with a year alone that whole unit (*1990-an*). `step`
    without `unit` gives a weekday, day or month its direction (*Rabu lalu*), `year_step` its year (*Januari tahun
    depan*).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hijri: bool | None = None
    named: NamedDay | None = None
    unit: Unit | None = None
    step: int | None = None
    base: Base | None = None
    ordinal: int | None = None
    year_step: int | None = None
    weekend: bool | None = None
    part: DayPart | None = None
    hour: int | None = None
    minute: int | None = None
    zone: str | None = None
    modifier: TimexModifier | None = None

    def __repr__(self) -> str:
        """The four calendar fields, and the others where they are set."""
        told = {f.name: getattr(self, f.name) for f in fields(self)}
        shown = [f"{k}={v!r}" for k, v in told.items() if v is not None or k in ("year", "month", "day", "weekday")]
        return f"When({', '.join(shown)})"

    def features(self) -> frozenset[str]:
        """What kinds of thing this is, as the names in the table below."""
        told = {
            "clock": self.hour is not None,
            "part": self.part is not None,
            "weekday": self.weekday is not None,
            "date": self.day is not None,
            "month": self.month is not None and self.day is None,
            "year": self.year is not None and self.month is None and self.unit is None and self.named is None,
            "period": self.unit is not None and self.step is None and not self.weekend,
            "named": self.named is not None,
            "weekend": self.weekend is not None,
            f"relative {self.unit}": self.step is not None and self.unit is not None and not self.weekend,
            "direction": self.step is not None and self.unit is None,
            "modifier": self.modifier is not None,
        }
        return frozenset(name for name, holds in told.items() if holds)


@dataclass(frozen=True, slots=True)
class Range:
    """Two points with all between them."""

    first: When
    last: When


Amount: TypeAlias = tuple[Decimal | None, str]
"""A number, or ``None`` for a vague one, of units by their ISO 8601 designator: ``(Decimal(3), "M")``."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time, biggest unit first; `high` is the upper end of a range of lengths."""

    amounts: tuple[Amount, ...]
    high: tuple[Amount, ...] | None = None
    modifier: TimexModifier | None = None


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Something that repeats: each point `when`, or at every `length`."""

    of: When | Range | Length


@dataclass(frozen=True, slots=True)
class Reference:
    """A time that the words point at and do not date: ``PRESENT_REF``, ``PAST_REF``, ``FUTURE_REF``."""

    value: str


@dataclass(frozen=True, slots=True)
class NoTime:
    """Words that look like a time and are something else: they keep other readings of their span away and give no
    row.
    """


Expression = When | Range | Length | Recurrence | Reference | NoTime


def merge(first: When, second: When) -> When | None:
    """Both of them in one, or ``None`` where they contradict each other."""
    union: dict[str, object] = {}
    for field in fields(When):
        ours, theirs = getattr(first, field.name), getattr(second, field.name)
        if ours is not None and theirs is not None and ours != theirs:
            return None
        union[field.name] = theirs if ours is None else ours
    return replace(first, **union)  # type: ignore[arg-type]


def inherit(first: When, last: When) -> When:
    """`first` with what it shares with `last` and leaves unsaid: the year, the month of a day, the part of day and
    zone of a clock time.

    >>> inherit(When(day=12), When(day=14, month=11, year=2025)), inherit(When(month=12), When(month=1, year=2026))
    (When(year=2025, month=11, day=12, weekday=None), When(year=2025, month=12, day=None, weekday=None))
    """
    if first.hour is not None:
        return replace(first, part=first.part or last.part, zone=first.zone or last.zone)
    if first.ordinal and last.unit == first.unit:
        return replace(first, year=first.year or last.year)
    month = first.month or (last.month if first.day else None)
    if month is None or last.month is None:
        return first
    year = last.year - (month > last.month) if last.year else None
    return replace(first, month=month, year=first.year or year)
