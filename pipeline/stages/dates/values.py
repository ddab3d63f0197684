"""TIMEX3 values of what is no calendar interval: durations, sets, clock times and times counted from an unknown day.

>>> duration(Length(((Decimal(2), "Y"), (Decimal(6), "M")))), duration(Length(((None, "D"),)))
('P2Y6M', 'PXD')
>>> recurrence(When(weekday=1)), recurrence(Length(((Decimal(3), "M"),)))
('XXXX-WXX-1', 'P3M')
>>> clocked(When(hour=9, minute=0, zone="+07:00"), "2025-11-12")
'2025-11-12T09:00+07:00'
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.stages.dates.expressions import Amount, Length, Range, When

_OPEN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "trimester": "XXXX-XX/XXXX-XX",
    "semester": "XXXX-HX",
    "year": "XXXX",
    "academic_year": "XXXX-07/XXXX-06",
    "decade": "XXXX",
    "century": "XXXX",
}
_EACH = {
    "day": "P1D",
    "week": "P1W",
    "month": "P1M",
    "quarter": "P3M",
    "trimester": "P4M",
    "semester": "P6M",
    "year": "P1Y",
    "academic_year": "P1Y",
}


def duration(said: Length) -> str:
    """The ISO 8601 duration of a length: ``P3M``, ``PT4H``, ``P2Y6M``, vague ``PXY``, a range of lengths
    ``P3Y/P5Y``.
    """
    low = _iso(said.amounts)
    return f"{low}/{_iso(said.high)}" if said.high else low


def _iso(amounts: Sequence[Amount]) -> str:
    days = "".join(f"{_number(n)}{unit}" for n, unit in amounts if not unit.startswith("T"))
    clock = "".join(f"{_number(n)}{unit[1:]}" for n, unit in amounts if unit.startswith("T"))
    return f"P{days}" + (f"T{clock}" if clock else "")


def _number(number: Decimal | None) -> str:
    return "X" if number is None else f"{number.normalize():f}"


def recurrence(of: When | Range | Length) -> str | None:
    """The value of a set: ``P1D``, ``XXXX-WXX-1``, ``XXXX-11-25``, ``XXXX-XX-XXT07:00``; ``None`` for what cannot
    repeat.
    """
    if isinstance(of, Length):
        return duration(of)
    if isinstance(of, Range):
        first, last = recurrence(of.first), recurrence(of.last)
        return f"{first}/{last}" if first and last else None
    if of.unit and of.weekday is None and of.month is None:
        return "XXXX-WXX-WE" if of.weekend else _EACH.get(of.unit)
    if of.named and of.named.calendar != "gregorian":
        return "P1Y"
    return clocked(of, underspecified(of))


def underspecified(said: When) -> str:
    """The value of a day that nothing resolves, with ``X`` for what is open."""
    if said.month or said.named:
        month_day = said.named.date if said.named and said.named.calendar == "gregorian" else ""
        return (
            f"XXXX-{said.month:02}" + (f"-{said.day:02}" if said.day else "")
            if said.month
            else f"XXXX-{month_day or 'XX-XX'}"
        )
    if said.weekday:
        return f"XXXX-WXX-{said.weekday}"
    if said.weekend:
        return "XXXX-WXX-WE"
    if said.day:
        return f"XXXX-XX-{said.day:02}"
    if said.ordinal and said.unit in ("quarter", "semester"):
        return f"XXXX-{'Q' if said.unit == 'quarter' else 'H'}{said.ordinal}"
    return _OPEN[said.unit] if said.unit else "" if said.hour is not None else "XXXX-XX-XX"


def clocked(said: When, day: str) -> str:
    """`day` with the clock time or part of day of `said`; a part of the afternoon or night makes twelve hours of a
    clock more.
    """
    if said.hour is None:
        return f"{day}{said.part.code}" if said.part else day
    hour = said.hour
    if said.part and hour < 12 and hour < said.part.first_hour and hour + 12 <= said.part.last_hour + 1:
        hour += 12
    return f"{day}T{hour:02}:{said.minute or 0:02}{said.zone or ''}"
