"""What a number means: candidate and context in, the parts of a `schema.Figure` out, or `None` where it is no figure or
two readings are left.

>>> text = "Guru sebanyak 560 orang menerima Rp 1,5 juta, naik 20 persen"
>>> for found in figures(text):
...     print(found.text, found.kind, found.value, found.unit, found.currency, found.counted, sep=" | ")
560 orang | count | 560 | orang | None | Guru
Rp 1,5 juta | money | 1500000 | None | IDR | None
20 persen | percent | 20 | persen | None | None
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

import regex

from pipeline.language.numbers import parse
from pipeline.schema import FigureKind, FigureModifier
from pipeline.stages.figures import ages, phrase
from pipeline.stages.figures.context import Context, context_at, follows_name, identifies, last
from pipeline.stages.figures.find import Candidate, candidates
from pipeline.stages.figures.patterns import (
    AMONG,
    CLASSIFIER,
    CLASSIFIERS,
    CURRENCY_AFTER,
    CURRENCY_OF,
    MORE,
    NEGATIVE,
    NUMEROUS,
    OF,
    PER_MANY,
    PERIOD_CUE,
    RANK_CUE,
    RATIO_CUE,
    SCORE_CUE,
    TIME_CUE,
    TIME_WORD,
    UNIT,
    UNIT_GLUED,
    UNIT_WORD,
)

_TIMES = "kali"
_BRACKETED = 40
_LIST = 80
"""How far off another item of a list may be, in characters."""
_NUMBERED = regex.compile(r"\s\d")
_POINTS = frozenset(("angka", "level", "posisi"))
"""Nouns behind *dari* for where a change began, not what it is a part of: ``turun 25 bps dari level 6 persen``."""
_STAGE = "besar"
"""Behind a number of its own a stage or a top list: ``babak 8 besar``."""
_MONEY_ONLY = Decimal(10) ** 9
"""Miliar and triliun without a noun count money in news, if not said which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A figure; the fields are those of `schema.Figure` without its ids and its confidence."""

    start_char: int
    end_char: int
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


def figures(text: str, dates: tuple[tuple[int, int], ...] = ()) -> Iterator[Found]:
    """The figures of `text` in order; `dates` are the spans of its dates, in which only an age can be one."""
    ends = [end for _, end in dates]
    last_end = 0
    for candidate in candidates(text):
        found = resolve(text, candidate) if candidate.start >= last_end else None
        if found is None or found.start_char < last_end:
            continue
        nearest = bisect_right(ends, candidate.start)
        dated = nearest < len(dates) and dates[nearest][0] < candidate.end
        if not dated or found.kind == "age":
            last_end = found.end_char
            yield found


def resolve(text: str, candidate: Candidate) -> Found | None:
    """The figure that `candidate` is in `text`, or `None`."""
    context = context_at(text, candidate.start)
    match candidate.shape:
        case "rank":
            return _figure(text, candidate, "ordinal", "roman-rank")
        case "ordinal":
            return _ordinal(text, candidate)
        case "proportion":
            return _proportion(text, candidate)
        case "share" | "fraction":
            return _part(text, candidate, context)
    if found := _money(text, candidate, context) or _age(text, candidate, context) or _rate(text, candidate, context):
        return found
    if TIME_WORD.match(text, candidate.end) and not phrase.COMPOUND.match(text, candidate.end):
        return None
    if found := _measure(text, candidate, context):
        return found
    if text[candidate.end : candidate.end + 1].isalpha():
        return None
    return _rank(text, candidate) or _score(text, candidate, context) or _count(text, candidate, context)


def _figure(
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
) -> Found:
    """A figure of `candidate`, its span widened to `start` and `end`."""
    start, end = candidate.start if start is None else start, end or candidate.end
    low, high = candidate.low, candidate.high
    if candidate.thousands is not None and kind in ("count", "money"):
        low = high = candidate.thousands
    return Found(
        start_char=start,
        end_char=end,
        text=text[start:end],
        kind=kind,
        value=low if low == high and not candidate.vague else None,
        value_low=low,
        value_high=high,
        unit=_bare(unit),
        currency=currency,
        counted=_bare(counted),
        modifier=modifier,
        is_vague=candidate.vague,
        rule=rule,
    )


def _bare(noun: str | None) -> str | None:
    """A noun phrase without the clitic that says whose it is (*mahasiswanya*, *buku miliknya*), which *lainnya* is
    not.
    """
    return noun if noun is None or noun.endswith("lainnya") else noun.removesuffix(" miliknya").removesuffix("nya")


def _key(match: regex.Match[str], group: str) -> str:
    """What a matched word is looked up by."""
    return " ".join(match[group].split()).casefold()


def _more(text: str, end: int) -> FigureModifier | None:
    """*lebih* behind a number: ``20 ribu lebih``."""
    return "more_than" if MORE.match(text, end) else None


def _money(text: str, candidate: Candidate, context: Context) -> Found | None:
    """An amount of money: a symbol before the number or a currency's name behind it."""
    word = CURRENCY_AFTER.match(text, candidate.end)
    named = CURRENCY_OF[_key(word, "currency")] if word else None
    code = candidate.currency or named
    if code is None:
        return None
    end = word.end() if word and named == code else candidate.end
    rule = "currency-symbol" if candidate.currency else "currency-word"
    modifier = context.modifier or _more(text, end)
    return _figure(text, candidate, "money", rule, end=end, currency=code, modifier=modifier)


def _age(text: str, candidate: Candidate, context: Context) -> Found | None:
    told = ages.told(text, candidate, context)
    if told is None:
        return None
    unit = "tahun" if told.end else None
    return _figure(text, candidate, "age", told.rule, end=told.end, unit=unit, modifier=context.modifier)


def _measure(text: str, candidate: Candidate, context: Context) -> Found | None:
    """A percentage or a measure with its unit, and the noun phrase that follows (``60 persen murid``)."""
    match = UNIT.match(text, candidate.end)
    if match is None:
        return None
    unit = UNIT_GLUED[match["glued"]] if match["glued"] else UNIT_WORD[_key(match, "word")]
    if minus := last(NEGATIVE, text, candidate.start):
        candidate = replace(candidate, start=minus.start(), low=-candidate.high, high=-candidate.low)
    follows = phrase.after(text, match.end())
    counted = text[follows.start : follows.end] if follows else None
    if counted is None and unit.kind == "measure" and context.link == "attribute":
        counted = phrase.before(text, context.start, nearest=True)
    if counted is None and unit.kind == "percent" and (of := OF.match(text, match.end())):
        counted = _denominator(text, of.end())
    return _figure(
        text,
        candidate,
        unit.kind,
        unit.kind,
        end=follows.end if follows else match.end(),
        unit=unit.symbol,
        counted=counted,
        modifier=context.modifier or _more(text, match.end()),
    )


def _denominator(text: str, offset: int) -> str | None:
    """The noun phrase in ``dari (1.250) siswa``, where `offset` stands behind *dari*."""
    number = next(candidates(text, offset, offset + 40), None)
    if number is None or number.start > offset:
        follows = phrase.after(text, offset - 1)
    else:
        classifier = CLASSIFIER.match(text, number.end)
        follows = phrase.after(text, classifier.end() if classifier else number.end)
    if follows is None or TIME_WORD.match(text, follows.end):  # `dari akhir pekan`
        return None
    named = follows.head[0].isupper() and not follows.head.isupper()
    return None if named or follows.head in _POINTS else text[follows.start : follows.end]


def _ordinal(text: str, candidate: Candidate) -> Found | None:
    """A rank: ``peringkat ke-3``, ``juara pertama``; a number word without a rank before it is an enumeration or a
    group.
    """
    if rank := last(RANK_CUE, text, candidate.start):
        return _figure(text, candidate, "ordinal", "rank", start=rank.start("cue"))
    spelled = text[candidate.start : candidate.end].replace(" ", "").isalpha()
    if spelled or last(PERIOD_CUE, text, candidate.start):
        return None
    return _figure(text, candidate, "ordinal", "ordinal")


def _rank(text: str, candidate: Candidate) -> Found | None:
    """``peringkat 5``."""
    rank = last(RANK_CUE, text, candidate.start)
    if rank is None or not candidate.bare or candidate.low != candidate.high or candidate.low > 999:
        return None
    return _figure(text, candidate, "ordinal", "rank", start=rank.start("cue"))


def _score(text: str, candidate: Candidate, context: Context) -> Found | None:
    """``skor 85,3``, ``IPK minimal 3,25``; the span holds the cue where no modifier parts them."""
    score = last(SCORE_CUE, text, context.start)
    if score is None or not candidate.bare or candidate.year:
        return None
    start = score.start("cue") if context.link is None else None
    return _figure(text, candidate, "score", "score-cue", start=start, modifier=context.modifier)


def _proportion(text: str, candidate: Candidate) -> Found | None:
    """``1:20`` where it is no clock time, verse or result: behind a cue, or one to many."""
    written = text[candidate.start : candidate.end]
    if last(RATIO_CUE, text, candidate.start) or "banding" in written:
        return _figure(text, candidate, "ratio", "proportion")
    clock = last(TIME_CUE, text, candidate.start) or TIME_WORD.match(text, candidate.end)
    if clock or not written.startswith("1:") or candidate.low > Decimal("0.2"):
        return None
    return _figure(text, candidate, "ratio", "proportion")


def _part(text: str, candidate: Candidate, context: Context) -> Found | None:
    """``5 dari 10 siswa``, ``dua pertiga peserta``, ``sepertiga dari peserta``; ``setengah hektare`` is a measure."""
    end = candidate.end
    if TIME_WORD.match(text, end) or CURRENCY_AFTER.match(text, end):
        return None
    if UNIT.match(text, end):
        return _measure(text, candidate, context) if candidate.shape == "fraction" else None
    if classifier := CLASSIFIER.match(text, end):
        end = classifier.end()
    follows, of = phrase.after(text, end), OF.match(text, end)
    if follows:
        counted, end = text[follows.start : follows.end], follows.end
    elif candidate.shape == "share":
        counted = None
    elif of:
        counted = _denominator(text, of.end())
    else:
        return None
    return _figure(text, candidate, "ratio", candidate.shape, end=end, counted=counted, modifier=context.modifier)


def _rate(text: str, candidate: Candidate, context: Context) -> Found | None:
    """``16 per 1.000 kelahiran hidup``."""
    many = PER_MANY.match(text, candidate.end) if candidate.bare else None
    of = parse(many["many"]) if many else None
    if many is None or not of:
        return None
    follows = phrase.after(text, many.end())
    return _figure(
        text,
        replace(candidate, low=candidate.low / of, high=candidate.high / of),
        "ratio",
        "rate",
        end=follows.end if follows else many.end(),
        counted=text[follows.start : follows.end] if follows else None,
        modifier=context.modifier,
    )


def _count(text: str, candidate: Candidate, context: Context) -> Found | None:
    """Things counted: a number with a classifier, with a noun phrase, or with a cue that leads to it."""
    written = text[candidate.start : candidate.end]
    if written[0] == "0" and written[1:2].isdigit():
        return None  # a telephone or registration number
    if (
        text[candidate.end : candidate.end + 1] == ")"
        and "(" not in text[max(0, candidate.start - _BRACKETED) : candidate.start]
    ):
        return None  # an item of a list: `6) mengesahkan …`
    classifier = None if phrase.COMPOUND.match(text, candidate.end) else CLASSIFIER.match(text, candidate.end)
    if classifier:
        return _classified(text, candidate, context, classifier)
    more, among = MORE.match(text, candidate.end), AMONG.match(text, candidate.end)
    follows = None if among else phrase.after(text, more.end() if more else candidate.end)
    if follows and follows.head == _STAGE:
        return None
    if _is_name(text, candidate, context, follows):
        return None
    modifier = context.modifier or ("more_than" if more else None)
    if follows:
        counted = text[follows.start : follows.end]
        return _figure(
            text,
            candidate,
            "count",
            "noun",
            end=follows.end,
            unit=follows.head,
            counted=counted,
            modifier=modifier,
        )
    if candidate.low >= _MONEY_ONLY and not candidate.bare and not last(NUMEROUS, text, candidate.start):
        return _figure(text, candidate, "money", "scale", modifier=modifier)
    cued = context.link not in (None, "no") or not candidate.bare or among
    if not cued or candidate.low % 1 or candidate.high % 1:
        return None
    before = phrase.before(text, context.start) if context.link not in (None, "no") else None
    unit = before.split()[0] if before else None
    return _figure(text, candidate, "count", "cue", unit=unit, counted=before, modifier=modifier)


def _classified(text: str, candidate: Candidate, context: Context, classifier: regex.Match[str]) -> Found:
    """``4 (empat) orang guru``, ``guru sebanyak 560 orang``."""
    unit = CLASSIFIERS[_key(classifier, "classifier")]
    follows = phrase.after(text, classifier.end())
    counted: str | None = None
    if follows:
        counted = text[follows.start : follows.end]
    elif context.link is None and not candidate.vague and unit != _TIMES:
        counted = phrase.beside(text, candidate.start)
    elif context.link not in (None, "no") and unit != _TIMES:
        counted = phrase.before(text, context.start)
    return _figure(
        text,
        candidate,
        "count",
        "classifier",
        end=follows.end if follows else classifier.end(),
        unit=unit,
        counted=counted,
        modifier=context.modifier or _more(text, candidate.end) or _more(text, classifier.end()),
    )


def _is_name(text: str, candidate: Candidate, context: Context, follows: phrase.Phrase | None) -> bool:
    """Whether a number without a classifier is a year, or part of a name by what stands around it."""
    if candidate.year and not (context.link and follows):
        return True
    if follows and text[candidate.start].isupper() and text[follows.start].isupper():
        acronym = follows.head.isupper() or (candidate.vague and text[follows.start : follows.end] == follows.head)
        return not acronym  # the title of a programme: `Satu Anak Satu Pohon`
    if context.link is not None:
        return False
    if identifies(text, candidate.start):
        return True
    digits = candidate.bare and "." not in text[candidate.start : candidate.end]
    return digits and follows_name(text, candidate.start) and not _in_a_list(text, candidate, follows)


def _in_a_list(text: str, candidate: Candidate, follows: phrase.Phrase | None) -> bool:
    """Whether another number near this one counts the same: ``Jawa Timur 15 kasus, Bali 12 kasus``."""
    if follows is None or not follows.head[0].islower() or _NUMBERED.match(text, follows.end):
        return False
    around = text[max(0, candidate.start - _LIST) : candidate.start], text[follows.end : follows.end + _LIST]
    same = regex.compile(rf"\d {regex.escape(follows.head)}\b")
    return any(same.search(side) for side in around)
