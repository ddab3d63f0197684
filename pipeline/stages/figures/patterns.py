"""The figures' patterns, composed from the lexicon and compiled once; named groups carry the parts of the value.

Patterns that begin with ``(?r)`` read backwards: ``match(text, start, end)`` finds what stands right before ``end``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import regex

from pipeline.language.numbers import DIGITS, FRACTION, OPENERS, SCALE, SCALE_LETTER, WORDS
from pipeline.lexicon import alternation, read, times
from pipeline.lexicon.compiled import pattern
from pipeline.lexicon.quantities import (
    Classifier,
    Currency,
    FigureCue,
    FixedPhrase,
    PhraseWord,
    QuantityCue,
    Unit,
    Vague,
)

UNITS = read("units", Unit)
CURRENCIES = read("currencies", Currency)
VAGUE = {entry.word: entry for entry in read("vague_numbers", Vague)}
CLASSIFIERS = {form: entry.word for entry in read("classifiers", Classifier) for form in (entry.word, *entry.variants)}
QUANTITY_CUES = {entry.cue: entry for entry in read("quantity_cues", QuantityCue)}
PHRASE_WORDS = {entry.word: entry.part for entry in read("phrase_words", PhraseWord)}
NUMBER_WORD = pattern(rf"(?:ke)?(?:{alternation(VAGUE)}|{WORDS}|{SCALE})", regex.IGNORECASE)
CURRENCY_OF = {form.casefold(): entry.code for entry in CURRENCIES for form in (*entry.symbols, *entry.words)}


def _cues(kind: str) -> list[str]:
    """All forms of the figure cues of one kind."""
    entries = (entry for entry in read("figure_cues", FigureCue) if entry.kind == kind)
    return [form for entry in entries for form in (entry.word, *entry.variants)]


_MONTHS = [form for entry in read("months", times.Month) for form in (entry.name, *entry.variants, *entry.short)]
_HIJRI_MONTHS = [form for entry in read("hijri_months", times.HijriMonth) for form in (entry.name, *entry.variants)]
_WEEKDAYS = [form for entry in read("weekdays", times.Weekday) for form in (entry.name, *entry.variants)]
_PERIODS = [
    form
    for entry in (
        *read("time_units", times.TimeUnit),
        *read("day_parts", times.DayPart),
        *read("time_zones", times.TimeZone),
    )
    for form in (entry.word, *entry.variants)
]

GLYPHS = "½¼¾⅓⅔"
GLYPH = f"[{GLYPHS}]"
SCALED = rf"(?:\s?{SCALE}(?:\b|(?=an\b))(?:\s{SCALE}\b)?+)"
IN_DIGITS = rf"{DIGITS}{GLYPH}?{SCALED}?+(?:\s{DIGITS}\s?{SCALE}\b)*+"
APPROXIMATE = rf"(?:-?an\b(?:\s{SCALE}\b)?+)"
"""The ending of ``300-an``, ``3 ribuan``, ``20-an juta``."""
_SYMBOLS = [form for entry in CURRENCIES for form in entry.symbols]
SYMBOL = alternation(_SYMBOLS)
CURRENCY_WORD = alternation(form for entry in CURRENCIES for form in entry.words)
PERCENT = alternation(form for entry in UNITS if entry.kind == "percent" for form in (*entry.glued, *entry.words))
HAS_SCALE = regex.compile(SCALE, regex.IGNORECASE)
TO = r"(?:\s?[-–—]\s?|\s(?:hingga|sampai(?:\sdengan)?|s\.\s?d\.|sd|s/d)\s)"


def _amount(name: str) -> str:
    """A pattern for one number, vague or exact; its groups end in `name`."""
    return (
        rf"(?:(?P<vague{name}>{alternation(VAGUE)}\b(?:\s{SCALE}\b)?+)"
        rf"|(?P<number{name}>{IN_DIGITS}|{FRACTION}\s{SCALE}\b|{WORDS}(?:\b(?!\sper\b)|(?=an\b)))"
        rf"(?P<about{name}>{APPROXIMATE})?+)"
    )


REPEATED = rf"(?:\s?\((?P<again>{WORDS}|{IN_DIGITS})(?:\s{CURRENCY_WORD})?\))"
"""The number once more, in the other spelling: ``4 (empat)``."""
OPEN = r"(?<![\p{L}\p{N}_]|[\p{L}\p{N}][-–./:@+]|\p{N},|[@#=&/\\])"
CLOSE = r"(?![\d@]|[.,:/]\d|[-–]\w)"

QUANTITY = (
    rf"(?P<between>antara\s)?+(?P<symbol>{SYMBOL}\s?)?+{_amount('1')}(?P<letter1>(?(symbol)\s?(?-i:{SCALE_LETTER})\b|(?!)))?+"
    rf"(?:\s?(?P<unit1>{PERCENT})?(?:(?(between)\s(?:dan|hingga|sampai)\s|(?!))|{TO})(?:{SYMBOL}\s?)?{_amount('2')}"
    rf"(?P<letter2>(?(symbol)\s?(?-i:{SCALE_LETTER})\b|(?!)))?+)?"
    rf"{REPEATED}?+{CLOSE}"
)
SHARE = rf"(?P<part>{IN_DIGITS}|{WORDS}\b)\sdari\s(?:total\s)?(?P<whole>{IN_DIGITS}|{WORDS}\b){CLOSE}"
PROPORTION = r"(?P<left>\d{1,3})(?:\s?:\s?|\s(?:banding|berbanding)\s)(?P<right>\d{1,4})(?![:\d])"
ORDINAL = rf"(?:ke-\s?|ke)(?P<nth>\d++)(?!-an)\b|(?P<nth_word>pertama|ke{WORDS})\b(?![-–]\w)"
RANK = alternation(_cues("ordinal"))
ROMAN = rf"(?P<rank>{RANK})\s(?P<roman>(?-i:I{{1,3}}|IV|V))\b"

_OPENERS = {
    *OPENERS,
    *VAGUE,
    *(f"ke{word}" for word in OPENERS),
    "pertama",
    *(form.split()[0].lower() for form in _cues("ordinal")),
}
OPENING = frozenset(case(word) for word in _OPENERS for case in (str.lower, str.capitalize, str.upper))
"""Words that a figure may begin with, behind its symbol. Looking them up first makes the search five times as fast."""
PIECE = re.compile(rf"[^\W\d_{GLYPHS}]+|\d+|[{GLYPHS}]")
LEAD = pattern(rf"(?r)(?:ke-\s?|ke|(?:antara\s)?(?:{alternation(_SYMBOLS, backwards=True)}\s?)?)", regex.IGNORECASE)
"""What a figure holds before its opener."""
FIGURE = pattern(
    rf"{OPEN}(?:{ROMAN}|{ORDINAL}|{PROPORTION}|{SHARE}|(?P<fraction>{FRACTION})(?!\s{SCALE}\b)(?![\w½-])|{QUANTITY})",
    regex.IGNORECASE,
)
FIXED = pattern(rf"\b{alternation(entry.phrase for entry in read('fixed_phrases', FixedPhrase))}\b", regex.IGNORECASE)

# What stands behind the number.
UNIT_GLUED = {form: entry for entry in UNITS for form in entry.glued}
UNIT_WORD = {form.casefold(): entry for entry in UNITS for form in entry.words}
UNIT = pattern(
    rf"[\s-]?(?P<word>(?i:{alternation(UNIT_WORD)}))(?:nya)?(?![\p{{L}}\p{{N}}²³])|\s?(?P<glued>{alternation(UNIT_GLUED)})(?![\p{{L}}\p{{N}}²³])"
)
TIME_WORD = pattern(
    rf"[\s-]?{alternation((*_PERIODS, *_MONTHS, *_HIJRI_MONTHS, 'Masehi', 'Hijriah'))}(?:an|nya)?(?![\p{{L}}\p{{N}}])",
    regex.IGNORECASE,
)
"""A unit of time or a month behind the number: a duration or a date, no figure."""
CURRENCY_AFTER = pattern(rf"\s?(?P<currency>{CURRENCY_WORD})\b", regex.IGNORECASE)
CLASSIFIER = pattern(rf"\s(?P<classifier>{alternation(CLASSIFIERS)})\b(?!-)")
YEARS = regex.compile(r"\s(?:tahun|thn|th)\b(?!\s(?:yang\s)?lalu)", regex.IGNORECASE)
MORE = regex.compile(r"\slebih\b(?!\s(?:dari|besar|banyak|tinggi|kecil|rendah|sedikit))", regex.IGNORECASE)
AMONG = regex.compile(r"\s(?:di\s?antara(?:nya|\smereka)|lain(?:nya)?)\b", regex.IGNORECASE)
"""Behind a number, it counts some of what was named before: ``15 di antaranya``, ``15 lainnya``."""
PER_MANY = regex.compile(r"\sper\s(?P<many>1\.000|10\.000|100\.000|1\.000\.000|1\sjuta|seribu|sejuta)\b")
"""Behind a number: a rate."""
OF = regex.compile(r"\sdari\s(?:total\s|seluruh\s|jumlah\s|sekitar\s)*+", regex.IGNORECASE)

# What stands before the number.
_CUE_WORDS = alternation((cue for cue in QUANTITY_CUES if cue[-1].isalpha()), backwards=True)
_CUE_SIGNS = alternation((cue for cue in QUANTITY_CUES if not cue[-1].isalpha()), backwards=True)
CUE = pattern(rf"(?r)(?<![\p{{L}}\p{{N}}-])(?P<cue>{_CUE_WORDS})\s|(?P<cue>{_CUE_SIGNS})\s?", regex.IGNORECASE)


def _before(words: Iterable[str]) -> regex.Pattern[str]:
    """A pattern for any of `words` right before the number."""
    cue = alternation(words, backwards=True)
    return pattern(rf"(?r)(?<![\p{{L}}\p{{N}}-])(?P<cue>{cue})\)?[ \u00a0]", regex.IGNORECASE)


LIST = regex.compile(
    r"(?r)(?:(?<![\p{L}\p{N}])\(?\d[\p{L}\p{N}().]*(?:,?\s(?:dan|atau|serta|hingga|sampai|juncto|jo\.?)\s|,\s))++"
)
"""Numbers of a list before the last: ``Pasal 27A, 32, dan`` 35."""
NEGATIVE = regex.compile(r"(?ri)\bminus\s|(?<=[^\s]\s|\()[-−]")
"""A minus sign; one that begins a line marks an item of a list."""

NAME_CUE, AGE_CUE, RANK_CUE, SCORE_CUE, RATIO_CUE = (
    _before(_cues(kind)) for kind in ("name", "age", "ordinal", "score", "ratio")
)
AGED = _before(entry.word for entry in read("time_neighbours", times.TimeNeighbour) if "aged" in entry.kinds)
"""A word for a person before years, which then are an age: ``pria 39 tahun``."""
BOUNDED = _before(entry.word for entry in read("time_neighbours", times.TimeNeighbour) if "bounded" in entry.kinds)
"""One before years with a bound: ``warga di atas 60 tahun``."""
NUMEROUS = _before(("sebanyak", "sejumlah", "berjumlah"))
"""Cues that count things, so that a sum of money cannot follow."""
PERIOD_CUE = _before(_PERIODS)
TIME_CUE = _before((*_cues("time"), *_MONTHS, *_WEEKDAYS))
