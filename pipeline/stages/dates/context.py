"""What the article says around a candidate: the day that it is told from, the tense of its clause."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import regex

from pipeline.lexicon import alternation, read
from pipeline.lexicon.times import TenseCue
from pipeline.schema import Anchor

_CUES = {entry.word: entry.step for entry in read("tense_cues", TenseCue)}
_CUE = regex.compile(rf"\b{alternation(_CUES)}\b", regex.IGNORECASE)
_CLAUSE = regex.compile(r"[.;!?\n“”\"]")


@dataclass(frozen=True, slots=True)
class Anchoring:
    """The day from which the article speaks, and how it is known: ``publication``, ``context`` or ``none``."""

    day: date | None
    anchor: Anchor


def tense(text: str, start: int) -> int:
    """Past (-1), future (1) or untold (0): the last cue before `start` in its clause.

    >>> tense("Rapat akan digelar Senin", 19), tense("Rapat telah digelar Senin", 20), tense("Rapat digelar Senin", 14)
    (1, -1, 0)
    """
    window = text[max(0, start - 120) : start]
    begin = max((mark.end() for mark in _CLAUSE.finditer(window)), default=0)
    cues = [" ".join(cue[0].lower().split()) for cue in _CUE.finditer(window, begin)]
    return _CUES[cues[-1]] if cues else 0
