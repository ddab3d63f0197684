"""Whether a figure is the sum of the parts that its own sentence gives.

In: the text, its figures in order and where the sentence of each ends. Out: for each figure true, false, or `None`
where no parts are given or it is in doubt that these are all of them. No value is ever altered.

>>> from pipeline.stages.figures.resolve import figures
>>> def check(text):
...     found = list(figures(text))
...     return adds_up(text, found, [len(text)] * len(found))
>>> check("Sebanyak 35 peserta, terdiri dari 20 guru dan 15 siswa, hadir.")
[True, None, None]
>>> check("Ada 40 orang dengan rincian 20 guru dan 15 siswa.")
[False, None, None]
>>> check("Dari 250 siswa, 1.250 di antaranya lulus.")
[False, None]
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

import regex

from pipeline.stages.figures.resolve import Found

_CUE = regex.compile(
    r"\b(?:terdiri(?:\s(?:dari|atas))?|yakni|yaitu|meliputi|(?P<detail>(?:dengan\s)?(?:per)?rincian(?:nya)?))\b",
    regex.IGNORECASE,
)
"""What leads from a total to its parts; behind a *detail* the parts are of the total's kind by the word's meaning."""
_AND = regex.compile(r",?\s(?:dan|serta|sedangkan|sementara|lalu|juga)\b|[,;/&]", regex.IGNORECASE)
_NOT_ONE_SUM = regex.compile(r"\b(?:masing|(?:se)?tiap|per|dari\s(?:total|pagu))\b|@", regex.IGNORECASE)
"""Words by which the parts are rates, or shares of something else."""
_MORE_PARTS = regex.compile(
    r"\b(?:dan|serta|plus|ditambah|sisa(?:nya)?|selebihnya|lain(?:nya)?|beberapa|sejumlah|seorang)\b|\d",
    regex.IGNORECASE,
)
_TIGHT = regex.compile(r"[,:]?\s?\(?(?:(?:yang|itu|tersebut|ini|dan)\s)*+")
_OF = regex.compile(r"(?r)\bdari\s(?:(?:total|seluruh|jumlah|sebanyak)\s)*+", regex.IGNORECASE)
_SOME_FOLLOW = regex.compile(r",\s(?:(?:sebanyak|sejumlah|ada)\s)?", regex.IGNORECASE)
_AMONG = regex.compile(r"\sdi\s?antara(?:nya|\smereka)\b", regex.IGNORECASE)
_LOOK_BACK = 3
_WORDED = 1000
"""Smaller numbers in words are not rounded by a scale (*dua ribu*)."""
_DIGIT = regex.compile(r"[0-9]")


def adds_up(text: str, figures: Sequence[Found], ends: Sequence[int]) -> list[bool | None]:
    """For each of `figures` whether its parts, where `text` gives them, sum to it; `ends` are the ends of the figures'
    sentences, in characters.
    """
    checks: list[bool | None] = [None] * len(figures)
    for before, (total, part) in enumerate(pairwise(figures)):
        if ends[before] != ends[before + 1]:
            continue
        gap = text[total.end_char : part.start_char]
        if _exceeds(text, total, gap, part):
            checks[before] = False
        cues = list(_CUE.finditer(gap))
        if len(cues) != 1:
            continue
        parts = _parts(text, figures, ends, before + 1)
        wholes = [n for n in range(max(0, before + 1 - _LOOK_BACK), before + 1) if ends[n] == ends[before]]
        summed = [n for n in wholes if _is_sum(figures[n], parts)]
        if len(summed) == 1:
            checks[summed[0]] = True
        elif not summed and _TIGHT.fullmatch(gap, 0, cues[0].start()) and not _AND.search(gap, cues[0].end()):
            closed = before + 1 + len(parts) == len(figures) or ends[before + 1 + len(parts)] != ends[before]
            if closed and _are_all(text, parts, ends[before]) and _differs(total, parts, cues[0]["detail"] is not None):
                checks[before] = False
    return checks


def _parts(text: str, figures: Sequence[Found], ends: Sequence[int], first: int) -> list[Found]:
    """The figures from `first` on that a list joins, in its sentence and of one kind."""
    parts = [figures[first]]
    if _NOT_ONE_SUM.search(text, figures[first - 1].end_char, parts[0].start_char):
        return parts
    for n in range(first + 1, len(figures)):
        gap = text[parts[-1].end_char : figures[n].start_char]
        if ends[n] != ends[first] or not _alike(parts[0], figures[n]) or not _AND.search(gap):
            break
        if _CUE.search(gap) or _NOT_ONE_SUM.search(gap):
            break
        parts.append(figures[n])
    return parts


def _alike(one: Found, other: Found) -> bool:
    """Whether the two can be added at all."""
    same_unit = one.unit == other.unit or one.kind in ("count", "money")
    additive = one.kind in ("count", "money", "percent", "measure")
    return additive and one.kind == other.kind and one.currency == other.currency and same_unit


def _is_sum(total: Found, parts: Sequence[Found]) -> bool:
    """Whether the first two or more of `parts`, all exact, make up `total`: what a list runs into is none of it."""
    if not _alike(total, parts[0]) or total.value is None or total.modifier not in (None, "up_to"):
        return False
    exact = [part.value for part in parts if part.value is not None and part.modifier is None]
    sums = list(accumulate(exact))[1:]
    return len(exact) == len(parts) and total.value in sums


def _are_all(text: str, parts: Sequence[Found], end: int) -> bool:
    """Whether `parts` are told as a plain list up to the sentence's `end`, with no item between or behind them."""
    gaps = (text[one.end_char : other.start_char] for one, other in pairwise(parts))
    plain = all(len(_AND.findall(gap)) == 1 and not any(char.isdigit() for char in gap) for gap in gaps)
    behind = parts[-1].end_char, end
    return plain and not _MORE_PARTS.search(text, *behind) and not _NOT_ONE_SUM.search(text, *behind)


def _differs(total: Found, parts: Sequence[Found], detailed: bool) -> bool:
    """Whether `parts` make up another number than `total` by more than rounding can."""
    written = [figure.value for figure in (total, *parts) if figure.value is not None and figure.modifier is None]
    if len(parts) < 2 or len(written) <= len(parts) or not all(_same(total, part, detailed) for part in parts):
        return False
    whole, *values = written
    off = abs(sum(values) - whole)
    hundred = total.kind == "percent" and sum(values) == 100  # shares of the total, not of what it is a share of
    return max(values) <= whole and off > sum(map(_step, (total, *parts))) / 2 and not hundred


def _same(total: Found, part: Found, detailed: bool) -> bool:
    """Whether `part` can only be some of `total`: not so ``12 kelas terdiri dari 300 siswa``."""
    return _alike(total, part) and (detailed or total.unit == part.unit or total.unit == "orang")


def _step(figure: Found) -> Decimal:
    """The place to which a value is rounded: 100 million in ``Rp 1,5 miliar``, 0 where a count or sum is in full."""
    value, digits = figure.value or Decimal(0), "".join(_DIGIT.findall(figure.text.partition(" (")[0]))
    step = value / int(digits) if digits.strip("0") else Decimal(value >= _WORDED) * value
    return Decimal(0) if step == 1 and figure.kind in ("count", "money") else step


def _exceeds(text: str, total: Found, gap: str, part: Found) -> bool:
    """Whether more are said to be among them than there are: ``dari 250 siswa, 1.250 di antaranya``."""
    if total.value is None or part.value is None or total.modifier or part.modifier or total.kind != "count":
        return False
    said = _OF.match(text, 0, total.start_char) and _SOME_FOLLOW.fullmatch(gap) and _AMONG.match(text, part.end_char)
    comparable = part.kind == "count" and (part.unit is None or _same(total, part, detailed=False))
    return bool(said) and comparable and part.value > total.value
