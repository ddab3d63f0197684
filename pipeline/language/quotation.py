"""Quotation marks paired over a text, whatever glyphs it uses; a missing mark costs its own paragraph only.

In: the text. Out: `Pair`s in text order, never nested (marks inside a pair belong to its content).

>>> [text[p.start:p.end] for text in ["“Kami siap,” ujarnya."] for p in pairs(text)]
['“Kami siap,”']
>>> [text[p.start:p.end] for text in ["”Kami siap,” kata dia, ”besok.”"] for p in pairs(text)]
['”Kami siap,”', '”besok.”']
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

MARK = regex.compile(r"[“”„‟«»\"]|[‘’'`´]{2}")
_PARAGRAPH = regex.compile(r"[^\n]+")
_OPENS = frozenset("“„‟«") | {"‘‘", "``"}
_CLOSES = frozenset("”»") | {"’’", "´´"}


@dataclass(frozen=True, slots=True)
class Pair:
    """A stretch of text in quotation marks: ``[start, end)`` with the marks, ``[inner_start, inner_end)`` without.

    Where the closing mark is missing, `closed` is false and the pair runs to the end of its paragraph.
    """

    start: int
    inner_start: int
    inner_end: int
    end: int
    closed: bool


def pairs(text: str) -> list[Pair]:
    """All quotation pairs of `text`, in order, not nested."""
    return [pair for line in _PARAGRAPH.finditer(text) for pair in _paragraph_pairs(text, line.start(), line.end())]


def _side(text: str, mark: regex.Match[str]) -> str:
    """``open``, ``close`` or ``either``: by the white space and punctuation around a mark, then by its glyph."""
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    opening = (not before or before.isspace() or before in "([—–-/:") and bool(after) and not after.isspace()
    closing = bool(before) and not before.isspace() and (not after or after.isspace() or after in ".,;:!?)]—–-/")
    if opening != closing:
        return "open" if opening else "close"
    if mark[0] in _OPENS:
        return "open"
    if mark[0] in _CLOSES:
        return "close"
    return "either"


def _paragraph_pairs(text: str, start: int, end: int) -> Iterator[Pair]:
    opened: regex.Match[str] | None = None
    depth = 0
    for mark in MARK.finditer(text, start, end):
        if text[max(start, mark.start() - 1) : mark.start()].isdigit() and mark[0] in ('"', "''") and opened is None:
            continue  # inches, seconds of arc
        side = _side(text, mark)
        if opened is None:
            if side != "close":
                opened, depth = mark, 0
        elif side == "open" and mark[0] != opened[0]:
            depth += 1
        elif side != "open" and depth:
            depth -= 1
        elif side != "open":
            yield Pair(opened.start(), opened.end(), mark.start(), mark.end(), closed=True)
            opened = None
    if opened is not None:
        stop = end - (len(text[opened.end() : end]) - len(text[opened.end() : end].rstrip()))
        yield Pair(opened.start(), opened.end(), stop, stop, closed=False)
