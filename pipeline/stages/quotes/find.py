"""Candidates: the quotation pairs, the sentences and the reporting cues outside quotation marks of one article.

In: the text, its sentences and what the people and roles stages found. Out: a `Passage`, which `direct` and `indirect`
read.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Protocol, TypeVar

from pipeline.language.letters import CAPITAL, SMALL
from pipeline.language.quotation import Pair, pairs
from pipeline.stages.mentions import NameMention, RoleMention
from pipeline.stages.quotes.patterns import CAPITAL_CUE, FORMS, SMALL_CUE, Form, relation_before

_INSIDE_CAPITAL = re.compile(rf"[{CAPITAL}](?<=[{SMALL}\d,] .)[^\W_]++")


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=_Spanned)


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue as written at one place."""

    start: int
    end: int
    form: Form


@dataclass(frozen=True)
class Passage:
    """All that the rules look at: one article's text with its pairs, cues, sentences and mentions, each in text order.

    `names` leaves out those that only say whose a post or a relation is (*kuasa hukum Ratna*, *istri Ratna*).
    """

    text: str
    pairs: tuple[Pair, ...]
    cues: tuple[Hit, ...]
    sentences: tuple[tuple[int, int], ...]
    names: tuple[NameMention, ...]
    roles: tuple[RoleMention, ...]

    @cached_property
    def proper(self) -> frozenset[str]:
        """The words that the article capitalises in the middle of a sentence; few articles are asked for them."""
        return frozenset(_INSIDE_CAPITAL.findall(self.text))

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The span of the sentence that holds `offset`."""
        return self.sentences[max(0, bisect_right(self.sentences, offset, key=lambda span: span[0]) - 1)]


def within(items: Sequence[T], start: int, stop: int) -> Sequence[T]:
    """Those of `items`, which stand in text order, that begin in ``[start, stop)``."""
    begin = attrgetter("start")
    return items[bisect_left(items, start, key=begin) : bisect_left(items, stop, key=begin)]


def cues(text: str) -> list[Hit]:
    """Every written form of a reporting cue in `text`, in order.

    >>> [(hit.start, hit.form.entry.lemma, hit.form.voice) for hit in cues("Ratna mengatakan, kelas dibuka, ujarnya.")]
    [(6, 'kata', 'active'), (32, 'ujar', 'bare')]
    """
    found = [Hit(m.start(), m.end() - 1, FORMS[m[1]]) for m in SMALL_CUE.finditer(f" {text}")]
    found += [Hit(m.start(), m.end(), FORMS[m[0].lower()]) for m in CAPITAL_CUE.finditer(text)]
    return sorted(found, key=attrgetter("start"))


def passage(
    text: str,
    sentences: Iterable[tuple[int, int]],
    names: Iterable[NameMention] = (),
    roles: Iterable[RoleMention] = (),
) -> Passage:
    """Gather the candidates of one article."""
    found = pairs(text)
    starts = [pair.start for pair in found]
    posts = sorted(roles, key=attrgetter("start"))

    def quoted(hit: Hit) -> bool:
        at = bisect_right(starts, hit.start) - 1
        return at >= 0 and found[at].closed and hit.start < found[at].end

    return Passage(
        text=text,
        pairs=found,
        cues=tuple(hit for hit in cues(text) if not quoted(hit)),
        sentences=tuple(sentences),
        names=tuple(name for name in sorted(names, key=attrgetter("start")) if not _says_whose(text, posts, name)),
        roles=tuple(posts),
    )


def _says_whose(text: str, roles: Sequence[RoleMention], name: NameMention) -> bool:
    """Whether a name lies in the last of `roles` that begins before it, or behind the noun of a relation, with its post
    or without (*adik Bupati Ratna*), though not behind a role that ends with that noun (*dokter spesialis anak Ratna*).
    """
    at = bisect_left(roles, name.start, key=attrgetter("start")) - 1
    begin = name.start
    if at >= 0 and roles[at].end >= begin - 1:
        if name.end <= roles[at].end:
            return True
        begin = roles[at].start
    return relation_before(text, begin) is not None
