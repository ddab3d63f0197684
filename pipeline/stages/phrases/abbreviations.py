"""Abbreviations that an article explains itself: *Universitas Panca Bhakti (UPB)*.

In: the text. Out: short form → full name, for bodies only; persons have theirs in `linking.persons`.

>>> dict(abbreviations("Ditjen Riset dan Pengembangan (Ditjen Risbang) dan Universitas Tirta Jaya (Untirja) hadir."))
{'Ditjen Risbang': 'Ditjen Riset dan Pengembangan', 'Untirja': 'Universitas Tirta Jaya'}
>>> dict(abbreviations("Menteri Zulkarnain Hasan (Zulhas) hadir."))
{}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import regex

from pipeline.lexicon import alternation
from pipeline.stages.phrases import patterns as p

_SHORT = regex.compile(r"[ ]\([ ]?(?P<short>\p{Lu}[\p{L}\p{N}&/-]++(?:[ ]\p{Lu}[\p{L}\p{N}]++){0,2}+)[ ]?\)")
_BREAK = regex.compile(r"[.;:!?“”\"()\n]")
_LONGEST_NAME = 160
"""Characters that a body's full name takes at most."""


@lru_cache(maxsize=64)  # several stages ask for those of one article
def abbreviations(text: str) -> Mapping[str, str]:
    """The short forms of bodies' names that stand in brackets behind the full ones, with these."""
    return {match["short"]: long for match in _SHORT.finditer(text) if (long := _explained(text, match)) is not None}


class ShortForms:
    """The short forms that an article explains, to be found again in it; acronyms (*UPB*) need no explanation.

    >>> learnt = ShortForms({"Untirja": "Universitas Tirta Jaya", "Ditjen Risbang": "Ditjen Riset dan Pengembangan"})
    >>> learnt.end_at("Rektor Untirja", 7), learnt.end_at("Rektor Untirjaya", 7), sorted(learnt.words)
    (14, None, ['Risbang'])
    """

    def __init__(self, forms: Iterable[str]) -> None:
        forms = tuple(form for form in forms if not p.ACRONYM.fullmatch(form))
        self.words = frozenset(word for form in forms for word in form.split()[1:])
        """What short forms hold behind their head nouns: *Dirjen* **Risbang**."""
        self._pattern = regex.compile(rf"{alternation(forms)}(?![\p{{L}}\p{{N}}])") if forms else None

    def end_at(self, text: str, at: int) -> int | None:
        """Where the short form that begins at `at` ends."""
        found = self._pattern.match(text, at) if self._pattern else None
        return found.end() if found else None


def _explained(text: str, match: regex.Match[str]) -> str | None:
    """The longest body's name right before the bracket that its content abbreviates."""
    begins = _heads(text, max(0, match.start() - _LONGEST_NAME), match.start())
    names = (text[begin : match.start()] for begin in begins)
    return next((name for name in names if not _BREAK.search(name) and abbreviates(match["short"], name)), None)


def _heads(text: str, start: int, end: int) -> Iterator[int]:
    """Where nouns that begin the names of bodies stand in a stretch, and names known as such."""
    found = {match.start() for pattern in (p.HEAD, p.ORGANIZATION) for match in pattern.finditer(text, start, end)}
    yield from sorted(found)


def abbreviates(short: str, long: str) -> bool:
    """Whether `short` begins as `long` does and takes its letters from it in order.

    >>> abbreviates("BGTK", "Balai Guru dan Tenaga Kependidikan"), abbreviates("Pertamina", "Rumah Sakit Pertama")
    (True, False)
    """
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    rest = iter(long.casefold())
    return letters[:1] == [long[0].casefold()] and all(letter in rest for letter in letters)
