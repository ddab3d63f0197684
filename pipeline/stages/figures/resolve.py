"""What a number means: candidate and context in, the parts of a `schema.Figure` out, or `None` where it is no figure or two readings are left.

>>> [(f.text, f.kind, f.value, f.unit, f.counted) for f in map(lambda c: resolve("Guru sebanyak 560 orang", c), candidates("Guru sebanyak 560 orang"))]
[('560 orang', 'count', Decimal('560'), 'orang', 'Guru')]
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

import regex

from pipeline.schema import FigureKind, FigureModifier
from pipeline.stages.figures import phrase
from pipeline.stages.figures.find import Candidate, candidates
from pipeline.stages.figures.patterns import (
    AGE_CUE,
    AMONG,
    CLASSIFIER,
    CLASSIFIERS,
    CUE,
    CURRENCY_AFTER,
    CURRENCY_OF,
    LIST,
    MORE,
    NAME_CUE,
    NEGATIVE,
    OF,
    QUANTITY_CUES,
    RANK_CUE,
    RATIO_CUE,
    SCORE_CUE,
    TIME_CUE,
    TIME_WORD,
    UNIT,
    UNIT_GLUED,
    UNIT_WORD,
)

__all__ = ["Found", "candidates", "resolve"]

_WINDOW = 60
_TIMES = "kali"
_OPENING = " \u00a0\"“”'‘("
_BRACKETED_NAME = regex.compile(r"(?r)(?<![\p{L}\p{N}])(?P<name>\p{Lu}[\p{L}'’.]*)\s?\(")
_YEARS_CLOSED = regex.compile(r"(?:\s(?:tahun|thn|th))?\)")
_WORD_BEFORE = regex.compile(r"(?r)(?P<word>[\p{L}\p{N}.'’&/-]++)[ \u00a0]+")
_YEARS = regex.compile(r"\s(?:tahun|thn|th)\b(?!\s(?:yang\s)?lalu)", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A figure in ``[start, end)``; the other fields are those of `schema.Figure`."""

    start: int
    end: int
    text: str
    kind: FigureKind
    value: Decimal | None
    value_low: Decimal
    value_high: Decimal
    unit: str | None
    currency: str | None
    counted: str | None
    modifier: FigureModifier | None
    is_vague: bool
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Context:
    """What stands before a number: the cues right before it, from `start` on."""

    start: int
    modifier: FigureModifier | None
    cued: bool
    link: Literal["attribute", "predicate", "no"]


def resolve(text: str, candidate: Candidate) -> Found | None:
    """The figure that `candidate` is in `text`, or `None`."""
    context = _context(text, candidate.start)
    if candidate.shape in ("ordinal", "rank"):
        return _ordinal(text, candidate)
    if candidate.shape == "proportion":
        return _proportion(text, candidate)
    if candidate.shape in ("share", "fraction"):
        return _part(text, candidate, context)
    return (
        _money(text, candidate, context)
        or _age(text, candidate, context)
        or (None if TIME_WORD.match(text, candidate.end) else _plain(text, candidate, context))
    )


def _plain(text: str, candidate: Candidate, context: _Context) -> Found | None:
    """A percentage, a measure, a score, a rank or a count: by the unit behind the number, then by the cue before it."""
    if found := _measure(text, candidate, context):
        return found
    if text[candidate.end : candidate.end + 1].isalpha():
        return None
    if rank := _last(RANK_CUE, text, candidate.start):
        small = candidate.bare and candidate.low == candidate.high < 1000 and candidate.low == int(candidate.low)
        return (
            _found(text, candidate, "ordinal", "rank-cue", start=rank.start("cue"), confidence=0.9) if small else None
        )
    if candidate.bare and not candidate.year and (score := _last(SCORE_CUE, text, context.start)):
        modifier = context.modifier
        return _found(
            text,
            candidate,
            "score",
            "score-cue",
            start=score.start("cue") if modifier is None else None,
            modifier=modifier,
            confidence=0.9,
        )
    return _count(text, candidate, context)


def _context(text: str, start: int) -> _Context:
    """The chain of quantity cues that ends at `start`; the one next to the number decides the modifier."""
    modifier: FigureModifier | None = None
    link: Literal["attribute", "predicate", "no"] = "no"
    position = start
    while cue := _last(CUE, text, position):
        entry = QUANTITY_CUES[" ".join(cue["cue"].lower().split())]
        modifier = modifier or entry.modifier
        link = entry.link if link == "no" else link
        position = cue.start()
    return _Context(position, modifier, position < start, link)


def _last(pattern: regex.Pattern[str], text: str, end: int) -> regex.Match[str] | None:
    """The match of a backwards `pattern` that ends at `end`."""
    return pattern.match(text, max(0, end - _WINDOW), end)


def _found(
    text: str,
    candidate: Candidate,
    kind: FigureKind,
    rule: str,
    *,
    start: int | None = None,
    end: int | None = None,
    unit: str | None = None,
    currency: str | None = None,
    counted: str | None = None,
    modifier: FigureModifier | None = None,
    confidence: float = 0.95,
) -> Found:
    start, end = candidate.start if start is None else start, end or candidate.end
    low, high = candidate.low, candidate.high
    if candidate.thousands is not None and kind in ("count", "money"):
        low = high = candidate.thousands
    value = low if low == high and not candidate.vague else None
    return Found(
        start, end, text[start:end], kind, value, low, high, unit, currency, counted, modifier, candidate.vague, rule, confidence
    )  # fmt: skip


def _money(text: str, candidate: Candidate, context: _Context) -> Found | None:
    """An amount of money: a symbol before the number or a currency's name behind it."""
    word = CURRENCY_AFTER.match(text, candidate.end)
    code = candidate.currency or (CURRENCY_OF[" ".join(word["currency"].split()).casefold()] if word else None)
    if code is None:
        return None
    end = word.end() if word and CURRENCY_OF[" ".join(word["currency"].split()).casefold()] == code else candidate.end
    rule = "currency-symbol" if candidate.currency else "currency-word"
    return _found(
        text,
        candidate,
        "money",
        rule,
        end=end,
        currency=code,
        modifier=context.modifier or _more(text, end),
        confidence=0.97,
    )


def _more(text: str, end: int) -> FigureModifier | None:
    """*lebih* behind a number: ``20 ribu lebih``."""
    return "more_than" if MORE.match(text, end) else None


def _age(text: str, candidate: Candidate, context: _Context) -> Found | None:
    """An age: ``berusia 63 tahun``, ``usia 3–6 tahun``, ``Budi (45)``."""
    if not 0 < candidate.high < 130 or candidate.vague:
        return None
    years = _YEARS.match(text, candidate.end)
    if _last(AGE_CUE, text, context.start):
        return (
            _found(
                text,
                candidate,
                "age",
                "age-cue",
                end=years.end() if years else None,
                unit="tahun" if years else None,
                modifier=context.modifier,
                confidence=0.95 if years else 0.85,
            )
            if years
            or not TIME_WORD.match(text, candidate.end)
            and not text[candidate.end : candidate.end + 1].isalpha()
            and not UNIT.match(text, candidate.end)
            else None
        )
    if (
        candidate.bare
        and _YEARS_CLOSED.match(text, candidate.end)
        and (name := _last(_BRACKETED_NAME, text, candidate.start))
    ):
        return (
            None
            if _no_person(name["name"]) or candidate.low < 3
            else _found(
                text,
                candidate,
                "age",
                "bracketed-age",
                end=years.end() if years else None,
                unit="tahun" if years else None,
                confidence=0.85,
            )
        )
    return None


def _no_person(name: str) -> bool:
    """Whether the capitalised word before a bracketed number cannot end a person's name."""
    return (
        NAME_CUE.match(f"{name} ") is not None
        or TIME_CUE.match(f"{name} ") is not None
        or (len(name) > 3 and name.isupper())
    )


def _measure(text: str, candidate: Candidate, context: _Context) -> Found | None:
    """A percentage or a measure with its unit, and the noun phrase that follows (``60 persen murid``)."""
    match = UNIT.match(text, candidate.end)
    if match is None:
        return None
    unit = UNIT_GLUED[match["glued"]] if match["glued"] else UNIT_WORD[" ".join(match["word"].split()).casefold()]
    if minus := _last(NEGATIVE, text, candidate.start):
        candidate = replace(candidate, start=minus.start(), low=-candidate.high, high=-candidate.low)
    follows = phrase.after(text, match.end())
    end = follows.end if follows else match.end()
    counted = text[follows.start : follows.end] if follows else None
    if counted is None and unit.kind == "measure" and context.link != "predicate":
        counted = _counted_before(text, context, nearest=True)
    if counted is None and unit.kind == "percent" and (of := OF.match(text, end)):
        counted = _denominator(text, of.end())
    return _found(
        text, candidate, unit.kind, unit.kind, end=end, unit=unit.symbol, counted=counted,
        modifier=context.modifier or _more(text, match.end()), confidence=0.97,
    )  # fmt: skip


def _denominator(text: str, offset: int) -> str | None:
    """The noun phrase in ``dari (1.250) siswa``, where `offset` stands behind *dari*."""
    number = next(candidates(text, offset, offset + 40), None)
    if number is not None and number.start == offset:
        offset = number.end
        if classifier := CLASSIFIER.match(text, offset):
            offset = classifier.end()
    else:
        offset -= 1
    follows = phrase.after(text, offset)
    return text[follows.start : follows.end] if follows else None


def _ordinal(text: str, candidate: Candidate) -> Found | None:
    """A rank: ``peringkat ke-3``, ``juara pertama``, ``Juara II``; a number word without a rank before it is an enumeration or a group."""
    if candidate.shape == "rank":
        return _found(text, candidate, "ordinal", "roman-rank", confidence=0.9)
    if rank := _last(RANK_CUE, text, candidate.start):
        return _found(text, candidate, "ordinal", "rank", start=rank.start("cue"), confidence=0.95)
    if not any(char.isdigit() for char in text[candidate.start : candidate.end]) or _last(
        TIME_CUE, text, candidate.start
    ):
        return None
    return _found(text, candidate, "ordinal", "ordinal", confidence=0.85)


def _proportion(text: str, candidate: Candidate) -> Found | None:
    """``1:20`` where it is no clock time, verse or score: beside a cue, or with 1 before the colon and no clock cue."""
    written = text[candidate.start : candidate.end]
    if _last(RATIO_CUE, text, candidate.start) or "banding" in written:
        return _found(text, candidate, "ratio", "proportion", confidence=0.95)
    one_to_many = written.startswith("1:") and candidate.low < Decimal("0.2")
    clock = _last(TIME_CUE, text, candidate.start) or TIME_WORD.match(text, candidate.end)
    return _found(text, candidate, "ratio", "proportion", confidence=0.75) if one_to_many and not clock else None


def _part(text: str, candidate: Candidate, context: _Context) -> Found | None:
    """``5 dari 10 siswa``, ``dua pertiga peserta``, ``sepertiga dari peserta``."""
    end = candidate.end
    if TIME_WORD.match(text, end) or CURRENCY_AFTER.match(text, end):
        return None
    if UNIT.match(text, end):
        return _measure(text, candidate, context) if candidate.shape == "fraction" else None
    if classifier := CLASSIFIER.match(text, end):
        end = classifier.end()
    follows = phrase.after(text, end)
    of = OF.match(text, end)
    if candidate.shape == "share":
        counted, end = (text[follows.start : follows.end], follows.end) if follows else (None, end)
    elif follows:
        counted, end = text[follows.start : follows.end], follows.end
    elif of:
        counted = _denominator(text, of.end())
    else:
        return None
    return _found(
        text, candidate, "ratio", candidate.shape, end=end, counted=counted, modifier=context.modifier, confidence=0.9
    )


def _count(text: str, candidate: Candidate, context: _Context) -> Found | None:
    """Things counted: a number with a classifier, with a noun phrase, or with a cue that leads to it."""
    if candidate.bare and _leading_zero(text, candidate):
        return None
    classifier = None if phrase.COMPOUND.match(text, candidate.end) else CLASSIFIER.match(text, candidate.end)
    more = MORE.match(text, candidate.end)
    follows = phrase.after(text, classifier.end() if classifier else more.end() if more else candidate.end)
    modifier = context.modifier or ("more_than" if more else _more(text, classifier.end()) if classifier else None)
    if classifier:
        end = follows.end if follows else classifier.end()
        unit = CLASSIFIERS[" ".join(classifier["classifier"].lower().split())]
        counted = (
            text[follows.start : follows.end] if follows else _counted_before(text, context) if unit != _TIMES else None
        )
        return _found(text, candidate, "count", "classifier", end=end, unit=unit, counted=counted, modifier=modifier)
    if candidate.year and not (context.cued and follows) or _named(text, candidate, context):
        return None
    if follows:
        counted = text[follows.start : follows.end]
        return _found(
            text,
            candidate,
            "count",
            "noun",
            end=follows.end,
            unit=follows.head,
            counted=counted,
            modifier=modifier,
            confidence=0.9,
        )
    if candidate.low == candidate.low.to_integral_value() and (
        context.link != "no" or not candidate.bare or AMONG.match(text, candidate.end)
    ):
        counted = _counted_before(text, context)
        return _found(
            text,
            candidate,
            "count",
            "cue",
            unit=counted.split()[0] if counted else None,
            counted=counted,
            modifier=modifier,
            confidence=0.8,
        )
    return None


def _counted_before(text: str, context: _Context, *, nearest: bool = False) -> str | None:
    """What is counted in front of the number, behind a cue (``guru sebanyak 20 orang``) or without one (``saksi 20 orang``)."""
    return phrase.before(text, context.start, nearest=nearest) if context.link != "no" or not context.cued else None


def _leading_zero(text: str, candidate: Candidate) -> bool:
    return (
        text[candidate.start] == "0"
        and candidate.high > 0
        and text[candidate.start + 1 : candidate.start + 2].isdigit()
    )


def _named(text: str, candidate: Candidate, context: _Context) -> bool:
    """Whether the number is part of a name or a date by what stands before it: ``kelas 8``, ``Boeing 737``, ``tahun 2024``."""
    if text[candidate.start].isupper() and text[candidate.end + 1 : candidate.end + 2].isupper():
        return True  # the title of a programme: `Satu Anak Satu Pohon`
    if context.cued:
        return False
    listed = _last(LIST, text, candidate.start)
    begin = listed.start() if listed else candidate.start
    if _last(NAME_CUE, text, begin) or _last(TIME_CUE, text, begin):
        return True
    word = _last(_WORD_BEFORE, text, candidate.start)
    if (
        word is None
        or not word["word"][0].isupper()
        or not candidate.bare
        or "." in text[candidate.start : candidate.end]
    ):
        return False
    return word["word"].isupper() or not _begins_sentence(text, word.start())


def _begins_sentence(text: str, offset: int) -> bool:
    left = text[max(0, offset - 3) : offset].rstrip(_OPENING)
    return not left or left[-1] in ".!?:\n"
