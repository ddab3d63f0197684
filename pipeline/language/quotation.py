"""Quotation marks paired over a text, whatever glyphs it uses; a missing mark costs its own paragraph only.

In: the text. Out: `Pair`s in text order, never nested (marks inside a pair belong to its content).

>>> [text[p.start:p.end] for text in ["“Kami siap,” ujarnya."] for p in pairs(text)]
['“Kami siap,”']
>>> [text[p.start:p.end] for text in ["”Kami siap,” kata dia, ”besok.”"] for p in pairs(text)]
['”Kami siap,”', '”besok.”']
>>> [text[p.start:p.end] for text in ["“Ia bilang “siap” tadi,” kata guru itu."] for p in pairs(text)]
['“Ia bilang “siap” tadi,”']
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

import regex

from pipeline.lexicon import alternation, read
from pipeline.lexicon.compiled import pattern
from pipeline.lexicon.cues import Cue

Side = Literal["open", "close", "either"]

# A doubled single between letters is an apostrophe; a guillemet that nothing sets off is a damaged character. A class
# stands first and each glyph's conditions behind it, as `re` finds the next one of a class far faster than a branch.
_DOUBLED = r"(?<=[‘’'`´])[‘’'`´](?:(?<![^\W\d_]..)|(?![^\W\d_]))"
_LEFT = r"(?<=«)(?<![^\s(].)(?=[^\S\n]?[^\W_])"
_RIGHT = r"(?<=»)(?:(?<=[\w.,!?…].)|(?<=[\w.,!?…]\s.))(?![^\s.,;:!?)])"
_MARK = re.compile(rf"[“”„‟\"‘’'`´«»](?:(?<=[“”„‟\"])|{_DOUBLED}|{_LEFT}|{_RIGHT})")
_LINE = re.compile(r"[^\n]+")
_SAID = rf"{alternation(entry.lemma for entry in read('cues', Cue) if entry.lemma in entry.forms)}(?:nya)?\b"
_SINGLE = pattern(
    r"(?<![\p{L}\p{N}'‘’])['‘’](?=\p{Lu})(?:[^'‘’\n]|(?<=\p{L})['’](?=\p{L}))++(?<=[,.!?])['’]"
    rf"(?=\s?{_SAID})"
)
_BEFORE_CLOSE = (",", ".", "!", "?", "…")
_AFTER_CLOSE = pattern(rf"\s?{_SAID}")
_AFTER_OPEN = regex.compile(r"\s?[\p{Lu}\p{N}]")
_SENTENCE_START = regex.compile(r"[.!?]\s+(?=\p{Lu})")
_OPENS = frozenset("“„‟«") | {"‘‘", "``"}
_CLOSES = frozenset("”»") | {"’’", "´´"}
_REACH = 2000
"""Characters that the search for a lost opening mark goes back, at most."""
_LINES_ACROSS = 4
"""How many line breaks a quotation may hold when only its first line opens and its last line closes it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A stretch of text in quotation marks: ``[start, end)`` with the marks, ``[inner_start, inner_end)`` without.

    Where the closing mark is missing, `closed` is false and the pair runs to the next opening mark or the end of its
    paragraph. Where the opening mark is missing, `opened` is false and the pair begins with its paragraph, or with its
    sentence behind another pair.
    """

    start: int
    inner_start: int
    inner_end: int
    end: int
    closed: bool
    opened: bool = True


class _Mark(NamedTuple):
    start: int
    end: int
    glyph: str
    side: Side
    line: int


@lru_cache(maxsize=64)  # sentences and quotes ask for those of one article
def pairs(text: str) -> tuple[Pair, ...]:
    """All quotation pairs of `text`, in order, not nested."""
    marks, ends = _marks(text)
    found = _paired(text, marks, ends)
    if "'" in text or "‘" in text:
        singles = [Pair(m.start(), m.start() + 1, m.end() - 1, m.end(), closed=True) for m in _SINGLE.finditer(text)]
        return tuple(_merged(found, singles))
    return tuple(found)


def _marks(text: str) -> tuple[list[_Mark], list[int]]:
    """The marks of `text` with their sides and line numbers, and the end of each line."""
    ends = [line.end() for line in _LINE.finditer(text)]
    marks = [_Mark(*m.span(), m[0], _side(text, m), bisect_left(ends, m.end())) for m in _MARK.finditer(text)]
    return marks, ends


def _side(text: str, mark: re.Match[str]) -> Side:
    """On which side of a quotation a mark stands: by the white space and punctuation around it, then by its glyph."""
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    opening = (not before or before.isspace() or before in "([—–-/:") and bool(after) and not after.isspace()
    closing = bool(before) and not before.isspace() and (not after or after.isspace() or after in ".,;:!?)]—–-/")
    if opening != closing:
        return "open" if opening else "close"
    if mark[0] in _OPENS:
        return "open"
    return "close" if mark[0] in _CLOSES else "either"


def _paired(text: str, marks: Sequence[_Mark], ends: Sequence[int]) -> list[Pair]:
    """One pass over the marks: each opens, closes, nests, or shows that an earlier one lacks its partner."""
    found: list[Pair] = []
    opened: _Mark | None = None
    depth = 0
    for number, mark in enumerate(marks):
        if opened is not None and mark.line != opened.line and not _across(marks, number, opened):
            found.append(_unclosed(text, opened, ends[opened.line]))
            opened = None
        if opened is None:
            if mark.side == "close" and _misplaced_open(text, marks, number):
                opened, depth = mark, 0
            elif mark.side == "close" or _misplaced_close(text, mark):
                found.extend(_unopened(text, mark, found, ends))
            elif not (mark.glyph in ('"', "''", "”", "’’") and text[max(0, mark.start - 1) : mark.start].isdigit()):
                opened, depth = mark, 0
        elif mark.side != "open" or _misplaced_close(text, mark):
            if depth and mark.side == "close":
                depth -= 1
            else:
                found.append(Pair(opened.start, opened.end, mark.start, mark.end, closed=True))
                opened = None
        elif _nests(marks, number):
            depth += 1
        else:
            found.append(_unclosed(text, opened, mark.start))
            opened, depth = mark, 0
    if opened is not None:
        found.append(_unclosed(text, opened, ends[opened.line]))
    return found


def _across(marks: Sequence[_Mark], number: int, opened: _Mark) -> bool:
    """Whether the quotation that `opened` began goes on over line breaks to mark `number`, a closing one."""
    return marks[number].side == "close" and marks[number].line - opened.line <= _LINES_ACROSS


def _nests(marks: Sequence[_Mark], number: int) -> bool:
    """Whether the opening mark `number` inside an open quotation begins a nested one: two closing marks of its line
    follow it.
    """
    following = marks[number + 1 : number + 3]
    return len(following) == 2 and all(mark.line == marks[number].line and mark.side != "open" for mark in following)


def _misplaced_close(text: str, mark: _Mark) -> bool:
    """Whether punctuation before a mark and a verb of saying behind it show a quotation's end, whatever the glyph and
    the spacing: ``…dengan aturan, “ucapnya``.
    """
    before = text[max(0, mark.start - 2) : mark.start].rstrip()
    return before.endswith(_BEFORE_CLOSE) and _AFTER_CLOSE.match(text, mark.end) is not None


def _misplaced_open(text: str, marks: Sequence[_Mark], number: int) -> bool:
    """``…pemerintah.” Sebagai pengusaha, …, “ucapnya``: closing spacing where a quotation begins, mirrored by the
    next mark.
    """
    if (
        number + 1 == len(marks)
        or marks[number + 1].line != marks[number].line
        or not _misplaced_close(text, marks[number + 1])
    ):
        return False
    return marks[number + 1].side == "open" and _AFTER_OPEN.match(text, marks[number].end) is not None


def _unclosed(text: str, opened: _Mark, stop: int) -> Pair:
    while stop > opened.end and text[stop - 1].isspace():
        stop -= 1
    return Pair(opened.start, opened.end, stop, stop, closed=False)


def _unopened(text: str, mark: _Mark, found: Sequence[Pair], ends: Sequence[int]) -> list[Pair]:
    """The quotation that a lone closing mark ends, if punctuation before it and a word after it say that it does end
    one.
    """
    if not _misplaced_close(text, mark):
        return []
    start = ends[mark.line - 1] if mark.line else 0
    if found and found[-1].end > start:
        sentence = _SENTENCE_START.search(text, max(found[-1].end, mark.start - _REACH), mark.start - 1)
        if sentence is None:
            return []
        start = sentence.end()
    while start < mark.start and text[start].isspace():
        start += 1
    return [Pair(start, start, mark.start, mark.end, closed=True, opened=False)]


def _merged(found: Sequence[Pair], singles: Sequence[Pair]) -> list[Pair]:
    """`found` with those of `singles` that touch none of it, in text order."""
    merged: list[Pair] = []
    rest = iter([*singles, None])
    single = next(rest)
    for pair in found:
        while single is not None and single.end <= pair.start:
            if not merged or merged[-1].end <= single.start:
                merged.append(single)
            single = next(rest)
        merged.append(pair)
        while single is not None and single.start < pair.end:
            single = next(rest)
    while single is not None:
        merged.append(single)
        single = next(rest)
    return merged
