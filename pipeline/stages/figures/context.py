"""What stands before a number: the cues that lead to it, and whether they make it part of a name.

In: the text and the offset where the number starts. Out: a `Context`; answers to questions about the words before an
offset.

>>> context_at("guru honorer mencapai lebih dari 300", 33)
Context(start=13, modifier='more_than', link='predicate')
>>> begins_sentence("Ia hadir. Guru", 10), begins_sentence("para Guru", 5)
(True, False)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import regex

from pipeline.schema import FigureModifier
from pipeline.stages.figures.patterns import CUE, LIST, NAME_CUE, QUANTITY_CUES, TIME_CUE

_WINDOW = 60
"""How far back a pattern looks, in characters; longer than any cue."""
_OPENING = " \u00a0\"“”'‘("
_WORD = regex.compile(r"(?r)(?P<word>[\p{L}\p{N}.'’&/-]++)[ \u00a0]+")


@dataclass(frozen=True, slots=True)
class Context:
    """The chain of quantity cues before a number, from `start` on (the number's own start where there is none)."""

    start: int
    modifier: FigureModifier | None = None
    link: Literal["attribute", "predicate", "no"] | None = None
    """How what is counted may stand before the cues; `None` where there are no cues."""


def last(pattern: regex.Pattern[str], text: str, end: int) -> regex.Match[str] | None:
    """The match of a backwards `pattern` that ends at `end`."""
    return pattern.match(text, max(0, end - _WINDOW), end)


def context_at(text: str, start: int) -> Context:
    """The cues that end at `start`; the modifier next to the number counts, and a link anywhere in the chain."""
    found = Context(start)
    while cue := last(CUE, text, found.start):
        entry = QUANTITY_CUES[" ".join(cue["cue"].lower().split())]
        link = entry.link if found.link in (None, "no") else found.link
        found = Context(cue.start(), found.modifier or entry.modifier, link)
    return found


def begins_sentence(text: str, offset: int) -> bool:
    """Whether only a mark or a bracket stands between `offset` and the end of a sentence or line before it."""
    left = text[max(0, offset - 3) : offset].rstrip(_OPENING)
    return not left or left[-1] in ".!?:\n"


def identifies(text: str, start: int) -> bool:
    """Whether the word before `start` makes a number there part of a name, a law, a date: ``kelas 8``, ``Pasal 27 dan
    28``.
    """
    listed = last(LIST, text, start)
    begin = listed.start() if listed else start
    return last(NAME_CUE, text, begin) is not None or last(TIME_CUE, text, begin) is not None


def follows_name(text: str, start: int) -> bool:
    """Whether a capitalised word within a sentence stands before digits at `start`, which may be part of the name:
    ``Boeing 737``.
    """
    word = last(_WORD, text, start)
    if word is None or not word["word"][0].isupper() or word["word"].endswith("."):
        return False
    return word["word"].isupper() or not begins_sentence(text, word.start())
