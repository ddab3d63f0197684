"""Whether the words around a candidate speak for a time: a bare year, month, part of day or number of years is often
something else.

>>> supported("sejak 2022, ", 6, 10, When(year=2022), "bare_year", weak=True)
True
>>> supported("Indonesia Emas 2045, ", 15, 19, When(year=2045), "bare_year", weak=True)
False
>>> from decimal import Decimal
>>> supported("bocah 12 tahun", 6, 14, Length(((Decimal(12), "Y"),)), "length", weak=False)
False
"""

from __future__ import annotations

import regex

from pipeline.lexicon import alternation, read
from pipeline.lexicon.compiled import pattern
from pipeline.lexicon.times import DatedName, TimeNeighbour
from pipeline.stages.dates.expressions import Expression, Length, Range, Recurrence, Reference, When
from pipeline.stages.dates.words import UNITS

_WINDOW = 60
"""Characters before a candidate, and half as many after it, that are looked at."""


def _words(kind: str) -> str:
    return alternation(entry.word for entry in read("time_neighbours", TimeNeighbour) if kind in entry.kinds)


def _before(kind: str, other: str = "") -> regex.Pattern[str]:
    """A word of that kind right before, or the pattern `other`."""
    return pattern(rf"\b{_words(kind)}\.?\s+${other}", regex.IGNORECASE)


_NAME = pattern(rf"\b{alternation(e.word for e in read('dated_names', DatedName))}\b\.?\s+$")
_LAW = regex.compile(r"(?:(?<!\w)\d[\w/.-]*|\bNo(?:mor|\.)?)\s+$|\d(?:/\p{Lu}+)+/$")
_AGE = regex.compile(
    r"\b(?:ber)?(?:usia|umur)(?:nya)?\b[^.;()\d]{0,30}+(?:\d+\s*(?:[-–]|hingga|sampai|dan)\s*)?$", regex.IGNORECASE
)
_OF_PERSON = regex.compile(r"\b\p{Lu}[\p{L}'’.]*+(?:(?P<bracket>\s?\()|(?<=\b\p{Lu}[\p{L}'’]*\s\p{Lu}[\p{L}'’.]*),\s)$")
"""A name before years in brackets, or two words of one before years between commas, which then are an age."""
_APPOSITION_ENDS = regex.compile(r"[,.)]|\s+(?:dan|serta)\b")
_RATE = regex.compile(rf"\b{alternation(UNITS)}\s+$", regex.IGNORECASE)
_ONE_OF = regex.compile(r"\bsalah\s+$", regex.IGNORECASE)
_ANNIVERSARY = regex.compile(r"\bulang\s+$", regex.IGNORECASE)
_SENTENCE_START = r"|(?:^|[.!?“\"\n]\s*)$"
_EVENT, _AGED, _SINCE = _before("event"), _before("aged"), _before("since", r"|\($")
_BOUNDED = regex.compile(
    rf"\b(?:{_words('aged')}|{_words('bounded')})\s+(?:di\s?bawah|di\s?atas|kurang dari|lebih dari)\s+$",
    regex.IGNORECASE,
)
_YEAR, _MONTH, _COUNT = _before("year"), _before("month"), _before("count")
_PART, _FEAST, _NOWADAYS = _before("part"), _before("feast"), _before("nowadays")
_ONCE = _before("once", _SENTENCE_START)
_NOUN = regex.compile(r"(?:\b\p{Ll}\p{L}*+|(?:^|[.!?“\"\n]\s*)\p{Lu}\p{Ll}++)\s+$")
_CAPITAL = regex.compile(r"\b\p{Lu}\p{Ll}+\s+$")
_COUNTED_AFTER = regex.compile(rf"\s+{_words('counted')}\b", regex.IGNORECASE)
_FUNCTION_AFTER = regex.compile(rf"\s*(?:$|[\n.,;:!?)\]”\"’'–-]|{_words('function')}\b)")
_NAME_AFTER = regex.compile(r"\s+\p{Lu}\p{Ll}")
_OF_THE_DAY = regex.compile(r"hari(?:nya)?$", regex.IGNORECASE)


def supported(text: str, start: int, end: int, said: Expression, rule: str, weak: bool) -> bool:
    """Whether the candidate ``text[start:end]`` is a time where it stands."""
    before, after, own = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW // 2], text[start:end]
    if "+" not in rule and _NAME.search(before):
        return False
    match said:
        case Length():
            per_unit = rule == "one_length" and _RATE.search(before) is not None  # *40 jam seminggu*
            return not (
                per_unit or _is_age(said, before, after) or _ANNIVERSARY.search(before) or _ONE_OF.search(before)
            )
        case Recurrence():
            return True
        case Reference():
            return own.lower() != "dulu" or _ONCE.search(before) is not None
    if rule in ("year", "fiscal_year", "relative", "relative_then"):
        return not _LAW.search(before) and not _ANNIVERSARY.search(before)
    if rule == "named":
        return not _EVENT.search(before) and not _in_name(own, before, after)
    if rule == "deictic":
        return not _NOWADAYS.search(before)
    return not weak or _stands_alone(rule.split("-")[0], said, before, own, after)


def _is_age(said: Length, before: str, after: str) -> bool:
    if _AGE.search(before) is not None:
        return True
    if said.amounts[0][1] != "Y":
        return False
    person = _OF_PERSON.search(before)
    apposed = person and (after.startswith(")") if person["bracket"] else _APPOSITION_ENDS.match(after))
    return bool(apposed) or _AGED.search(before) is not None or _BOUNDED.search(before) is not None


def _in_name(own: str, before: str, after: str) -> bool:
    """Whether a feast of one word is part of a name (*Rizki Ramadhan*, *Mandailing Natal*)."""
    if len(own.split()) > 1:
        return False
    return _NAME_AFTER.match(after) is not None or (_CAPITAL.search(before) is not None and not _FEAST.search(before))


def _stands_alone(rule: str, said: Expression, before: str, own: str, after: str) -> bool:
    """Whether a weak candidate that nothing completes is a time."""
    point = said.last if isinstance(said, Range) else said
    if not isinstance(point, When):
        return False
    match rule:
        case "month":
            marked = point.year is not None or point.step is not None or own.lower().startswith("bulan")
            return marked or (_MONTH.search(before) is not None and not _NAME_AFTER.match(after))
        case "bare_year":
            return _is_year(point, isinstance(said, Range), before, own, after)
        case "part":
            named = _PART.search(before) is not None and _FUNCTION_AFTER.match(after) is not None
            return named or _OF_THE_DAY.search(own) is not None
        case "slash" | "slash_range":
            return before.endswith("(") and after.startswith(")")
        case "period":
            return point.year is not None or point.unit == "quarter"
    return False


def _is_year(point: When, in_range: bool, before: str, own: str, after: str) -> bool:
    """A bare year has a preposition or a noun before it, and no counted noun after it; a round number needs more
    than an odd one.
    """
    year = point.year or 0
    plain = in_range or (year % 50 != 0 and 1945 <= year <= 2060)
    function_after = _FUNCTION_AFTER.match(after) is not None
    if not own[0].isdigit():  # *sekitar 2019*
        return plain and function_after
    if _COUNTED_AFTER.match(after) or _COUNT.search(before):
        return False
    if _SINCE.search(before):
        return True
    return (plain or function_after) if _YEAR.search(before) else plain and _NOUN.search(before) is not None
