"""Is it Indonesian? Only a sure *no* counts, so that short or mixed texts are extracted.

>>> detect("The ministry announced on Monday that all schools in the district would be closed for the rest of the week, officials said. " * 2)
'en'
"""

from __future__ import annotations

_MINIMUM = 120  # characters: below this the detector errs on Indonesian names and acronyms
_SAMPLE = 2_000  # characters looked at
_MARGIN = 10.0  # natural log of the odds against Indonesian that count as sure
_NEAR = frozenset({"id", "ms", "jv", "su"})
"""Languages that news Indonesian is mistaken for: Malay, Javanese, Sundanese."""


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`; ``id`` for its near relatives and where unsure, `None` where too short to tell."""
    if len(text) < _MINIMUM:
        return None
    from py3langid import rank  # loads its model, 0.3 s, on first use

    scores = rank(text[:_SAMPLE])  # unnormalised log probabilities, best first
    best, score = scores[0]
    indonesian = max(value for language, value in scores if language in _NEAR)
    return best if best not in _NEAR and score - indonesian > _MARGIN else "id"
