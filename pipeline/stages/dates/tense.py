"""The tense of the clause that a candidate stands in, which says on which side of the article's day it lies."""

from __future__ import annotations

import regex

from pipeline.lexicon import alternation, read
from pipeline.lexicon.compiled import pattern
from pipeline.lexicon.times import TenseCue

_CUES = {entry.word: entry.step for entry in read("tense_cues", TenseCue)}
_CUE = pattern(rf"\b{alternation(_CUES)}\b", regex.IGNORECASE)
_CLAUSE = regex.compile(r"[.;!?\n“”\"]")


def tense(text: str, start: int) -> int:
    """Past (-1), future (1) or untold (0): the last cue before `start` in its clause.

    >>> tense("Rapat akan digelar Senin", 19), tense("Rapat telah digelar Senin", 20), tense("Rapat digelar Senin", 14)
    (1, -1, 0)
    """
    window = text[max(0, start - 120) : start]
    begin = max((mark.end() for mark in _CLAUSE.finditer(window)), default=0)
    cues = [" ".join(cue[0].lower().split()) for cue in _CUE.finditer(window, begin)]
    return _CUES[cues[-1]] if cues else 0
