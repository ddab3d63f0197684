"""Indonesian numerals: digits with Indonesian separators, number words, fractions, and all of them with a scale.

In: the text of a numeral. Out: its exact value as a `Decimal`, or `None` where it is not a well-formed numeral.

>>> parse("1.250"), parse("1,5 juta"), parse("seratus dua puluh lima ribu")
(Decimal('1250'), Decimal('1500000'), Decimal('125000'))
>>> parse("2 juta 500 ribu"), parse("satu setengah juta"), parse("dua tiga")
(Decimal('2500000'), Decimal('1500000'), None)
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

import regex

from pipeline.lexicon import Numeral, alternation, read
from pipeline.lexicon.compiled import pattern

_ENTRIES = read("numerals", Numeral)
_NUMERALS = {
    (form if len(form) == 1 else form.lower()): entry for entry in _ENTRIES for form in (entry.word, *entry.variants)
}  # a single letter is a scale as a capital only: `5 m` are metres
_SPELT = [entry.word for entry in _ENTRIES]
_MULTIPLIERS = [entry.word for entry in _ENTRIES if entry.kind == "times"]
_SCALES = [form for entry in _ENTRIES if entry.kind == "scale" for form in (entry.word, *entry.variants)]
_UNITS = [entry.word for entry in _ENTRIES if entry.kind == "unit" and entry.value > 1]
_GLYPHS = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal("0.3333"),
    "⅔": Decimal("0.6667"),
}
_HALVES = ("setengah", "separuh", "separo")
_MOST_DIGITS = 20
"""Longer runs of digits are no numerals that anyone reads; they stay as they are, since `Decimal` keeps 28 digits."""

DIGITS = (
    r"(?:\d{1,3}(?:\.\d{3})++(?:,\d++)?"
    r"|\d{1,3}(?:,\d{3})++(?:\.\d++|(?<=,\d{3},\d{3}))"
    r"|\d++,\d++"
    r"|\d++(?:\.\d{1,2}(?!\d))?)"
)
"""A numeral in digits: ``1.250``, ``1.250,75``, ``1,5``, ``403``; also ``1.5`` and ``1,250,000``, as some outlets
print them.
"""
SCALE = alternation(form for form in _SCALES if len(form) > 1)
"""A scale that is safe to read anywhere: ``ribu``, ``juta``, ``jt``, …"""
SCALE_LETTER = alternation(form for form in _SCALES if len(form) == 1)
"""A scale written as one capital (``M``, ``T``), which means a number beside money only."""
_END = rf"(?=\b|{alternation(_MULTIPLIERS)})"
_ROUND = rf"{alternation([*_MULTIPLIERS, *(form for form in _SCALES if len(form) > 1)])}(?=an\b)"
_NEXT_WORD = rf"(?:\s+|(?={alternation(_MULTIPLIERS)}))(?:{alternation([*_SPELT, 'koma', 'setengah'])}{_END}|{_ROUND})"
WORDS = rf"(?:{alternation(_SPELT)}{_END}(?:{_NEXT_WORD})*+)"
"""One or more number words in a row; `parse` says whether they make one number. It may end within *tiga ratusan*."""
_UNIT = alternation(_UNITS)
FRACTION = rf"(?:{alternation(_HALVES)}|seper{_UNIT}|{_UNIT}\s+per\s?{_UNIT}|[{''.join(_GLYPHS)}])"
"""A fraction in words or as one glyph: ``setengah``, ``sepertiga``, ``dua pertiga``, ``¾``."""
OPENERS = frozenset(
    {
        *_SPELT,
        *_HALVES,
        *(unit + times for unit in _UNITS for times in _MULTIPLIERS),
        *(f"seper{unit}" for unit in _UNITS),
    }
)
"""Every word that a numeral or fraction in words may begin with, in small letters."""

_GROUPED = regex.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_GROUPED_ENGLISH = regex.compile(r"[1-9]\d{0,2}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})")
_WRITTEN = pattern(
    rf"(?P<digits>{DIGITS})(?P<glyph>[{''.join(_GLYPHS)}])?"
    rf"(?:\s?(?P<scale>(?i:{SCALE})|{SCALE_LETTER})(?:\s(?P<power>(?i:{SCALE})))?)?"
)
_GLUED = regex.compile(rf"(?<=\w)(?={alternation(_MULTIPLIERS)}\b)(?<={alternation(_SPELT)})")
_PER = regex.compile(rf"(?:se|(?P<over>{alternation(_UNITS)})\s+)per\s?(?P<under>{alternation(_UNITS)})")


def parse_digits(text: str) -> Decimal:
    """The value of a numeral in digits (a match of ``DIGITS``), Indonesian separators read; English ones where only
    they can be meant.

    >>> parse_digits("1.250,75"), parse_digits("2.5"), parse_digits("1,250,000")
    (Decimal('1250.75'), Decimal('2.5'), Decimal('1250000'))
    """
    if _GROUPED_ENGLISH.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _GROUPED.fullmatch(text) or "," in text:
        text = text.replace(".", "").replace(",", ".")
    return Decimal(text)


def parse_fraction(text: str) -> Decimal | None:
    """The value of a fraction (a match of ``FRACTION``), to four places.

    >>> parse_fraction("dua pertiga"), parse_fraction("seperempat"), parse_fraction("½")
    (Decimal('0.6667'), Decimal('0.25'), Decimal('0.5'))
    """
    text = " ".join(text.lower().split())
    if text in _HALVES:
        return Decimal("0.5")
    if text in _GLYPHS:
        return _GLYPHS[text]
    match = _PER.fullmatch(text)
    if match is None:
        return None
    over = _NUMERALS[match["over"]].value if match["over"] else 1
    return _plain(round(Decimal(over) / _NUMERALS[match["under"]].value, 4))


def parse_words(text: str) -> Decimal | None:
    """The value of number words, or `None` where they do not make one number (``dua tiga``, ``ribu``).

    >>> parse_words("seratus dua puluh lima ribu"), parse_words("tiga koma lima juta"), parse_words("dua tiga")
    (Decimal('125000'), Decimal('3500000'), None)
    """
    total, last_scale, group = Decimal(0), Decimal("Infinity"), list[str]()
    for word in _GLUED.sub(" ", text.lower()).split():
        entry = _NUMERALS.get(word)
        scale = entry.value if entry and (entry.kind == "scale" or entry.value > 999) else 0
        if entry is None or not scale:
            group.append(word)
            continue
        if not group and entry.kind == "scale":  # `dua ribu triliun`: a scale right after the first one multiplies it
            if not total or total % last_scale or total / last_scale > 999:
                return None
            total, last_scale = total * scale, Decimal(scale)
            continue
        amount = _group(group) if entry.kind == "scale" else None if group else Decimal(1)
        if not amount or amount * scale >= last_scale:
            return None
        total, last_scale, group = total + amount * scale, Decimal(scale), []
    rest = _group(group) if group else Decimal(0)
    if rest is None or rest >= last_scale or (group and total and not rest) or (not group and not total):
        return None
    return _plain(total + rest)


@lru_cache(maxsize=10_000)  # the same few numbers over and over
def parse(text: str) -> Decimal | None:
    """The value of a numeral in digits or words, with or without a scale (``1,5 juta``, ``dua puluh ribu``, ``2 juta
    500 ribu``).
    """
    text = " ".join(text.split())
    if not text[:1].isdecimal():
        return _scaled_fraction(text) or parse_words(text)
    total, room, position = Decimal(0), Decimal("Infinity"), 0
    while position < len(text):
        written = _WRITTEN.match(text, position)
        if written is None or (position and not written["scale"]):
            return None
        scale = _scale(written["scale"]) * _scale(written["power"])
        value = (parse_digits(written["digits"]) + _GLYPHS.get(written["glyph"], 0)) * scale
        if value >= room:
            return None
        total, room, position = total + value, scale, written.end()
        if position < len(text):
            if text[position] != " ":
                return None
            position += 1
    return _plain(total)


def _plain(value: Decimal) -> Decimal:
    """`value` without trailing zeros behind the decimal comma and without an exponent."""
    if value.adjusted() > _MOST_DIGITS:
        return value
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _scale(word: str | None) -> Decimal:
    """What a scale word multiplies by; 1 where there is none."""
    return Decimal(_NUMERALS[word if len(word) == 1 else word.lower()].value) if word else Decimal(1)


def _scaled_fraction(text: str) -> Decimal | None:
    """``setengah juta``, ``½ miliar``: a fraction of a scale; a fraction alone is a ratio, not a number."""
    fraction, _, scale = text.rpartition(" ")
    entry = _NUMERALS.get(scale.lower())
    value = parse_fraction(fraction) if entry and entry.kind == "scale" else None
    return _plain(value * entry.value) if value and entry else None


def _group(words: list[str]) -> Decimal | None:
    """The value of the words before a scale: a whole number below a thousand, with a half or a decimal fraction
    behind it.
    """
    if words[-1:] == ["setengah"]:
        whole = _below_thousand(words[:-1]) if words[1:] else 0
        return None if whole is None else whole + Decimal("0.5")
    if "koma" not in words:
        value = _below_thousand(words)
        return None if value is None else Decimal(value)
    comma = words.index("koma")
    before, digits = _below_thousand(words[:comma]), [_NUMERALS.get(word) for word in words[comma + 1 :]]
    if before is None or not digits:
        return None
    if all(digit is not None and digit.kind == "unit" for digit in digits):
        return Decimal(f"{before}." + "".join(str(digit.value) for digit in digits if digit))
    after = _below_thousand(words[comma + 1 :])  # `tiga koma dua puluh lima`
    return None if after is None else Decimal(f"{before}.{after}")


def _below_thousand(words: list[str]) -> int | None:
    """Hundreds, then tens, then units, each at most once and in falling order; `None` for anything else."""
    total: int | None = None
    room = 1000  # what is added next must be smaller than this
    pending: int | None = None  # a unit that a following `puluh`, `ratus` or `belas` may multiply
    for word in words:
        entry = _NUMERALS.get(word)
        if entry is None or entry.kind == "scale":
            return None
        if entry.kind == "times":
            if not pending:
                return None
            amount = pending + 10 if word == "belas" else pending * entry.value
            if amount >= room:
                return None
            total, pending, room = (total or 0) + amount, None, (1 if word == "belas" else entry.value)
        elif pending is not None or entry.value >= room or (entry.value == 0 and total):
            return None
        elif entry.kind == "unit":
            pending = entry.value
        else:
            total, room = (total or 0) + entry.value, (100 if entry.value == 100 else 1)
    return None if total is None and pending is None else (total or 0) + (pending or 0)
