"""Speech or not: what a pair of quotation marks and its surroundings say about its content.

>>> from pipeline.language.quotation import pairs
>>> [is_fragment(text, pairs(text)[0]) for text in ("Program “Ayo Baca”, kata Ratna", "“Ayo baca buku,” kata Ratna")]
[True, False]
"""

from __future__ import annotations

import regex

from pipeline.language.quotation import Pair
from pipeline.lexicon import alternation
from pipeline.lexicon.compiled import pattern
from pipeline.stages.quotes.patterns import WORD, words

_TERMINAL = (",", ".", "!", "?", "…")
_FRAGMENT, _PUNCTUATED = 8, 3
"""Words from which a pair behind a word is speech and no quoted fragment: without and with a final mark of its own."""
_ALONE, _JOINED = 4, 2
"""Words that a pair without a cue must hold to be speech: on its own, and right behind another quote."""
_TITLE_CASE = 0.6
"""Share of capitalised words from which unpunctuated content is a title."""
_TITLE_NOUN = pattern(
    rf"\b{alternation(words('title'))}(?:\s+(?:besar|utama|resmi|lengkap|nasional|bersama|dengan))?\s*+:?\s*+$",
    regex.IGNORECASE,
)


def count(text: str) -> int:
    """How many words `text` holds."""
    return sum(1 for _ in WORD.finditer(text))


def content(text: str, pair: Pair) -> str:
    """What stands between the marks, without white space around it."""
    return text[pair.inner_start : pair.inner_end].strip()


def is_titled(text: str, start: int) -> bool:
    """Whether a word before `start` announces a title, a term or a name (*bertajuk*, *program*)."""
    return _TITLE_NOUN.search(text, max(0, start - 40), start) is not None


def ends_like_speech(text: str, pair: Pair) -> bool:
    """Whether the content has a final comma or stop of its own, or a stop behind the marks ends a sentence in it."""
    inner = content(text, pair)
    if inner.endswith(_TERMINAL):
        return True
    found = [word[0] for word in WORD.finditer(inner)]
    titled = sum(word[0].isupper() for word in found) >= _TITLE_CASE * len(found)
    return text[pair.end : pair.end + 1] == "." and not titled


def is_fragment(text: str, pair: Pair) -> bool:
    """Whether a pair is a quoted piece of a clause around it (``program “Ayo Baca”, kata Ratna``)."""
    if not pair.closed or _before(text, pair).endswith(tuple('\n.!?…:,;)”"–—-')):
        return False
    inner = content(text, pair)
    shortest = _PUNCTUATED if inner.endswith(_TERMINAL) else _FRAGMENT
    return is_titled(text, pair.start) or count(inner) < shortest


def stands_alone(text: str, pair: Pair, *, joined: bool) -> bool:
    """Whether a pair without a cue was said: it opens a sentence, ends like one and is long enough."""
    inner = content(text, pair)
    return (
        inner[:1].isupper()
        and _before(text, pair).endswith(tuple('\n.!?…:”"'))
        and (not pair.closed or ends_like_speech(text, pair))
        and count(inner) >= (_JOINED if joined else _ALONE)
        and not is_titled(text, pair.start)
    )


def _before(text: str, pair: Pair) -> str:
    """The characters before a pair, white space dropped; a line break where its text begins there."""
    return text[max(0, pair.start - 3) : pair.start].rstrip(" \t") or "\n"
