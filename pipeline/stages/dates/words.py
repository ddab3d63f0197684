"""What single words and numerals of time mean: the lexicon's tables, looked up by any written form.

>>> MONTHS[key("Nopember")], WEEKDAYS[key("Ahad")], ordinal("XIX"), ordinal("ke-3"), ordinal("kedua")
(11, 7, 19, 3, 2)
"""

from __future__ import annotations

from pipeline.language.numbers import parse
from pipeline.lexicon import read
from pipeline.lexicon.times import (
    DayPart,
    Deictic,
    Direction,
    HijriMonth,
    Month,
    NamedDay,
    TimeModifier,
    TimeReference,
    TimeUnit,
    TimeZone,
    Weekday,
)
from pipeline.stages.dates.expressions import Unit


def key(text: str) -> str:
    """A written form as the tables below list it: lower case, single spaces, no full stop."""
    return " ".join(text.lower().rstrip(".").split())


MONTHS = {
    key(form): entry.number for entry in read("months", Month) for form in (entry.name, *entry.variants, *entry.short)
}
HIJRI = {
    key(form): entry.number for entry in read("hijri_months", HijriMonth) for form in (entry.name, *entry.variants)
}
WEEKDAYS = {key(form): entry.number for entry in read("weekdays", Weekday) for form in (entry.name, *entry.variants)}
UNITS = {key(form): entry for entry in read("time_units", TimeUnit) for form in (entry.word, *entry.variants)}
PARTS = {key(form): entry for entry in read("day_parts", DayPart) for form in (entry.word, *entry.variants)}
ZONES = {key(form): entry.offset for entry in read("time_zones", TimeZone) for form in (entry.word, *entry.variants)}
DEICTICS = {key(form): entry for entry in read("deictics", Deictic) for form in (entry.word, *entry.variants)}
DIRECTIONS = {
    key(form): entry for entry in read("time_directions", Direction) for form in (entry.word, *entry.variants)
}
MODIFIERS = {
    key(form): entry.value for entry in read("time_modifiers", TimeModifier) for form in (entry.word, *entry.variants)
}
REFERENCES = {
    key(form): entry.value for entry in read("time_references", TimeReference) for form in (entry.word, *entry.variants)
}
NAMED = {key(form): entry for entry in read("named_days", NamedDay) for form in (entry.name, *entry.variants)}

CALENDAR_UNITS: dict[str, Unit] = {
    "hari": "day",
    "pekan": "week",
    "bulan": "month",
    "triwulan": "quarter",
    "caturwulan": "trimester",
    "semester": "semester",
    "tahun": "year",
    "dekade": "decade",
    "abad": "century",
}
_ROMAN = {"I": 1, "V": 5, "X": 10}


def ordinal(text: str) -> int | None:
    """The number of an ordinal: digits, Roman, or words.

    >>> ordinal("ke-3"), ordinal("XIX"), ordinal("pertama"), ordinal("kedua")
    (3, 19, 1, 2)
    """
    if text.isdigit():
        return int(text)
    if text.isupper() and set(text) <= set(_ROMAN):
        values = [_ROMAN[letter] for letter in text]
        return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    bare = key(text).removeprefix("ke").strip("- ")
    if bare == "pertama":
        return 1
    value = int(bare) if bare.isdigit() else parse(bare)
    return int(value) if value is not None and value == int(value) else None
