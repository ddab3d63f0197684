"""Candidates: the quotation pairs, the sentences and the reporting cues outside quotation marks of one article.

In: the text, its sentences and what the people and roles stages found. Out: a `Passage`, which `direct` and `indirect` read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.language.quotation import Pair, pairs
from pipeline.stages.mentions import NameMention, RoleMention
from pipeline.stages.quotes.patterns import FORMS, WORD, Form


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue as written at one place."""

    start: int
    end: int
    form: Form


@dataclass(frozen=True, slots=True)
class Passage:
    """All that the rules look at: one article's text with its pairs, cues, sentences and mentions, each in text order."""

    text: str
    pairs: tuple[Pair, ...]
    cues: tuple[Hit, ...]
    sentences: tuple[tuple[int, int], ...]
    names: tuple[NameMention, ...] = ()
    roles: tuple[RoleMention, ...] = ()

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The span of the sentence that holds `offset`."""
        return self.sentences[max(0, bisect_right(self.sentences, offset, key=lambda span: span[0]) - 1)]

    def cue_from(self, offset: int) -> int:
        """The index of the first cue that starts at or after `offset`."""
        return bisect_left(self.cues, offset, key=lambda hit: hit.start)

    def pair_from(self, offset: int) -> int:
        """The index of the first pair that starts at or after `offset`."""
        return bisect_left(self.pairs, offset, key=lambda pair: pair.start)


def cues(text: str) -> list[Hit]:
    """Every written form of a reporting cue in `text`, in order.

    >>> [(hit.start, hit.form.entry.lemma, hit.form.voice) for hit in cues("Ratna mengatakan, kelas dibuka, ujarnya.")]
    [(6, 'kata', 'active'), (32, 'ujar', 'bare')]
    """
    return [Hit(m.start(), m.end(), form) for m in WORD.finditer(text) if (form := FORMS.get(m[0].lower())) is not None]


def passage(
    text: str,
    sentences: Iterable[tuple[int, int]],
    names: Sequence[NameMention] = (),
    roles: Sequence[RoleMention] = (),
) -> Passage:
    """Gather the candidates of one article."""
    found = tuple(pairs(text))
    starts = [pair.start for pair in found]

    def quoted(hit: Hit) -> bool:
        at = bisect_right(starts, hit.start) - 1
        return at >= 0 and found[at].closed and hit.start < found[at].end

    return Passage(
        text, found, tuple(hit for hit in cues(text) if not quoted(hit)), tuple(sentences), tuple(names), tuple(roles)
    )
