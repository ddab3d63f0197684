"""Is it Indonesian? Only a sure *no* counts, so that short or mixed texts are extracted.

>>> detect("The ministry said on Monday that all schools in the district would stay closed for the week. " * 2)
'en'
"""

from __future__ import annotations

import re

_MINIMUM = 90  # letters: below this the detector errs on Indonesian names and acronyms
_SAMPLE = 1_000  # characters looked at
_MARGIN = 10.0  # natural log of the odds against Indonesian that count as sure
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = frozenset(
    ("yang", "dan", "untuk", "dengan", "dari", "pada", "dalam", "ini", "itu", "tidak", "akan", "adalah", "oleh", "juga")
) | {"tersebut"}
_ENOUGH = 8  # such words in the sample: Indonesian for sure, and no need of the detector
_NEAR = frozenset({"id", "ms", "jv", "su"})
"""Languages that news Indonesian is mistaken for: Malay, Javanese, Sundanese."""


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`; ``id`` for its near relatives and where unsure, `None` where too
    short to tell."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    if sum(map(len, words)) < _MINIMUM:
        return None
    if sum(map(_COMMON.__contains__, words)) >= _ENOUGH:
        return "id"
    from py3langid import rank  # loads its model, 0.3 s, on first use

    scores = rank(sample)  # unnormalised log probabilities, best first
    best, score = scores[0]
    indonesian = max(value for language, value in scores if language in _NEAR)
    return best if best not in _NEAR and score - indonesian > _MARGIN else "id"
