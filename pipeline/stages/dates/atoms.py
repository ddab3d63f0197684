"""The atoms that the patterns are made of, filled from the lexicon.

A literal space in a pattern stands for white space within a line, ``{NAME}`` for the atom of that name.

>>> compiled("pada {WEEKDAY}").match("pada  Jum'at")[0]
"pada  Jum'at"
"""

from __future__ import annotations

import regex

from pipeline.language.numbers import DIGITS, FRACTION, WORDS
from pipeline.lexicon import Numeral, alternation, read
from pipeline.lexicon.compiled import pattern
from pipeline.lexicon.quantities import Vague
from pipeline.lexicon.times import Month
from pipeline.lexicon.trie import of_atoms
from pipeline.stages.dates.words import (
    CALENDAR_UNITS,
    DEICTICS,
    DIRECTIONS,
    HIJRI,
    MODIFIERS,
    NAMED,
    PARTS,
    REFERENCES,
    UNITS,
    WEEKDAYS,
    ZONES,
)

MONTH_NAMES = [form for entry in read("months", Month) for form in (entry.name, *entry.variants)]
MONTH_SHORTS = [form for entry in read("months", Month) for form in entry.short]
NUMBER_WORDS = [entry.word for entry in read("numerals", Numeral)]
FRACTION_WORDS = ["setengah", "separuh", "seperempat"]
VAGUE_WORDS = ["beberapa", "sekian", "berpuluh", "beratus"]
VAGUE_WORDS += [entry.word for entry in read("vague_numbers", Vague) if entry.high < 10_000]
PERIODS = [
    word for word, unit in UNITS.items() if CALENDAR_UNITS.get(unit.word) in ("quarter", "trimester", "semester")
]
CALENDAR_WORDS = [word for word, unit in UNITS.items() if not unit.designator.startswith("T")]


def _directions(base: str) -> str:
    return alternation(word for word, direction in DIRECTIONS.items() if direction.base == base)


def _named() -> str:
    """Any named day, with the number of its anniversary behind any of its words (*HUT ke-80 RI*)."""
    space = r"(?: ke-?\s?(?P<nth>\d{1,3}))? "
    return of_atoms([space if letter == " " else letter for letter in name] for name in NAMED)


_ROMAN = r"(?-i:X{0,2}(?:IX|IV|V?I{1,3}|V|X))"
_TENTH = r"satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh"
ATOMS = {
    "MONTH": rf"(?:{alternation(MONTH_NAMES)}\b)",
    "MONTH_ANY": rf"(?:{alternation(MONTH_NAMES)}\b|{alternation(MONTH_SHORTS)}\b\.?)",
    "HIJRI_MONTH": rf"(?:{alternation(HIJRI)}\b)",
    "WEEKDAY": rf"(?:{alternation(WEEKDAYS)}\b)",
    "UNIT": rf"(?:{alternation(UNITS)}\b)",
    "UNIT_ANY": alternation(UNITS),
    "CALENDAR_UNIT": rf"(?:{alternation(CALENDAR_WORDS)}\b)",
    "PERIOD": rf"(?:{alternation(PERIODS)}\b)",
    "PART": rf"(?:{alternation(PARTS)}\b)",
    "ZONE": rf"(?:{alternation(ZONES)}\b)",
    "DEICTIC": rf"(?:{alternation(DEICTICS)}\b)",
    "TOWARDS": rf"(?:{_directions('anchor')}\b)",
    "FROM_THEN": rf"(?:{_directions('context')}\b)",
    "MODIFIER": rf"(?:{alternation(MODIFIERS)}\b)",
    "REFERENCE": rf"(?:{alternation(REFERENCES)}\b)",
    "NAMED": rf"(?:{_named()}\b)",
    "YEAR": r"(?:(?:1[5-9]|20|21)\d\d)(?!\d|[.,]\d)",
    "FULL_YEAR": r"(?:[1-3]\d{3})(?!\d|[.,]\d{3})",
    "END_YEAR": r"(?:{YEAR}|\d\d(?![\d.,]*\d))",
    "TO": r"(?: ?[-–—] ?| (?:hingga|sampai(?: dengan)?|s\.? ?[/.]? ?d\.?) )",
    "AND": r"(?: ?, ?(?:(?:dan|serta|atau) )?| (?:dan|serta|atau) | ?& ?)",
    "ROMAN": _ROMAN,
    "ORDINAL": rf"(?:(?:(?:ke-? ?)?\d{{1,2}}(?!\d|[.,]\d)|{_ROMAN}|pertama|(?:ke-?)?(?:{_TENTH}))\b)",
    "NUMBER": rf"(?:{DIGITS}½?(?!\d)|{WORDS}\b|{FRACTION})",
    "WORDS": rf"(?:{WORDS}\b)",
    "VAGUE": rf"(?:{alternation(VAGUE_WORDS)}(?:-(?:puluh|ratus))?)",
    "SPELT_OUT": r"(?: \([^\W\d]{3,20}(?: [^\W\d]{3,20}){0,3}\))?",
    "EXTENT": r"(?P<extent> (?:terakhir|belakangan(?: ini)?|ke depan))?",
    "AFTER": r"(?P<after> (?:lagi\b|{TOWARDS}|{FROM_THEN}))?",
    "TAIL": r"(?: (?P<towards>{TOWARDS}))?",
    "OF_YEAR": r"(?: ?[,/-]? ?(?:tahun )?(?P<year>{FULL_YEAR}))?",
    "TO_YEAR": r"(?: ?(?P<to>[-–—/]) ?(?P<last_year>{END_YEAR}))?",
    "ACADEMIC": r"tahun (?:ajaran|pelajaran|akademik|ajar)",
    "TA": r"(?-i:T\.?A\.?|T\.?P\.?)",
    "SHORT_FOR": r"(?: \(\p{Lu}{2,6}\))?",
    "HOUR": r"(?:[01]?\d|2[0-4])",
    "TIME": r"(?P<hour>{HOUR})(?:[.:](?P<minute>[0-5]\d)(?:[.:][0-5]\d)?)?(?!\d|[.,:]\d)(?: ?(?P<zone>{ZONE}))?",
}
"""Name → pattern. A named group in an atom fills the field of that name."""

_ATOM = regex.compile(r"\{([A-Z_]{2,})\}")
_SPACE = r"(?:[^\S\n]++)"


def compiled(text: str) -> regex.Pattern[str]:
    """The pattern `text` with its atoms and spaces filled in, compiled for letters of either case."""
    while _ATOM.search(text):
        text = _ATOM.sub(lambda name: ATOMS[name[1]], text)
    return pattern(text.replace(" ", _SPACE), regex.IGNORECASE)
