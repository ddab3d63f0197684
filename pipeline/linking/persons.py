"""Names of one article → persons: which written names are one person.

In: `NameMention`s in text order. Out: `Cluster`s. A shorter form belongs to the one earlier person whose name holds all
its words in order; where two persons hold them, the mention stays unresolved.

>>> from pipeline.stages.mentions import NameMention
>>> def name(text): return NameMention(start=0, end=0, name_start=0, name_end=0, name=text, rule="r")
>>> [c.name for c in cluster([name("Eka Diani"), name("Ohorella Erma"), name("Eka")])]
['Eka Diani', 'Ohorella Erma']
>>> [len(c.mentions) for c in cluster([name("Eka Diani"), name("Eka Putra"), name("Eka")])]
[1, 1]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import regex

from pipeline.lexicon import read
from pipeline.lexicon.nicknames import Nickname
from pipeline.linking.index import SHORTEST_CLIP, NameIndex
from pipeline.stages.mentions import NameMention

_NOT_LETTERS = regex.compile(r"[^\p{L}\p{N}]+")
_BRACKETED = regex.compile(r"\s\((?:(?:alias|akrab disapa|biasa disapa|disapa|dipanggil)\s)?(\p{Lu}\p{L}{1,15})\)")


@dataclass(slots=True)
class Cluster:
    """The mentions by name of the person with that number; `name` is the longest bare name among them."""

    number: int
    words: tuple[str, ...]
    mentions: list[NameMention] = field(default_factory=list)
    called: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The bare name as first written in full; capitals throughout give way to a mention in normal case."""
        full = [mention for mention in self.mentions if words_of(mention.name) == self.words]
        return next((mention.name for mention in full if not mention.name.isupper()), full[0].name)

    @property
    def short_forms(self) -> set[tuple[str, ...]]:
        """The words of the mentions that are not the whole name."""
        return {words for mention in self.mentions if (words := words_of(mention.name)) != self.words}

    @property
    def nicknames(self) -> Sequence[tuple[str, ...]]:
        """What else the person is called: by newspapers in general, or by this article in brackets behind the name."""
        return [*_NICKNAMES.get(self.words, ()), *self.called]

    def first(self, part: str) -> str | None:
        """The first value of a mention's `part` (``honorific``, ``pre_title``, ``post_title``, ``gender``) that is
        not missing.
        """
        return next((value for mention in self.mentions if (value := getattr(mention, part))), None)


@lru_cache(maxsize=1024)  # an article says most of its names again and again
def words_of(name: str) -> tuple[str, ...]:
    """A name's words for comparison: no case, no punctuation (*Ma’ruf* and *Maruf* are one word)."""
    return tuple(_NOT_LETTERS.sub(" ", name.casefold().replace("’", "").replace("'", "")).split())


def acronyms(text: str, names: Iterable[NameMention]) -> dict[int, tuple[str, ...]]:
    """Start of a mention → the short form that the text gives behind it in brackets: *Agus Harimurti Yudhoyono (AHY)*,
    *Maruarar Sirait (Ara)*.
    """
    found = {}
    for mention in names:
        bracketed = _BRACKETED.match(text, mention.end)
        if bracketed and _shortens(bracketed[1].casefold(), words_of(mention.name)):
            found[mention.start] = words_of(bracketed[1])
    return found


def _shortens(short: str, words: tuple[str, ...]) -> bool:
    """Whether the letters of `short` stand in the name of `words` in the same order."""
    rest = iter("".join(words))
    return all(letter in rest for letter in short)


def cluster(names: Iterable[NameMention], initials: Mapping[int, tuple[str, ...]] | None = None) -> list[Cluster]:
    """The persons of an article in order of first mention; an ambiguous short mention is in none.

    `initials` are the `acronyms` of mentions, by their start.
    """
    clusters: list[Cluster] = []
    index = NameIndex()
    for mention in names:
        words = words_of(mention.name)
        if not words:
            continue
        called = words_of(f"{mention.honorific or ''} {mention.name}")  # *Gus Ipul* is a nickname with its honorific
        alike = [clusters[number] for number in index.alike(words, called)]
        same = [known for known in alike if words == known.words or {words, called} & set(known.nicknames)]
        longer = same or [known for known in alike if _holds(known.words, words)]
        longer = longer or [known for known in alike if _clips(known.words, words)]
        shorter = _likeliest(longer, words) or [known for known in alike if _holds(words, known.words)]
        if len(shorter) == 1:
            known = shorter[0]
            known.mentions.append(mention)
            known.words = max(known.words, words, key=len)
        elif longer:
            continue
        else:
            known = Cluster(len(clusters), words, [mention])
            clusters.append(known)
        called_so = initials.get(mention.start) if initials else None
        if called_so:
            known.called.append(called_so)
        if called_so or known.words is words:  # else the index has the name already
            index.add(known.number, known.words, known.nicknames)
    return clusters


def _likeliest(candidates: Sequence[Cluster], words: tuple[str, ...]) -> Sequence[Cluster]:
    """Of several persons whose names hold `words`, those called so before, else those not yet called otherwise."""
    if len(candidates) < 2:
        return candidates
    called = [known for known in candidates if words in known.short_forms]
    return called or [known for known in candidates if not known.short_forms] or candidates


def holder_of(words: tuple[str, ...], clusters: Iterable[Cluster]) -> Cluster | None:
    """The one person whose name holds `words` in order, or who is known by them, or `None`."""
    found = [known for known in clusters if words and (_holds(known.words, words) or words in known.nicknames)]
    return found[0] if len(found) == 1 else None


def _clips(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether a single word is a name's word cut short, as in *Risma* for Tri Rismaharini."""
    return len(short) == 1 and len(short[0]) >= SHORTEST_CLIP and any(word.startswith(short[0]) for word in long)


def _nicknames() -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    known: defaultdict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for entry in read("nicknames", Nickname):
        name, nickname = words_of(entry.name), words_of(entry.nickname)
        known[name].append(nickname)
        known[nickname].append(name)
    return known


_NICKNAMES = _nicknames()


def _holds(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether the words of `short` stand in `long` in the same order; an initial stands for a word that it begins."""
    rest = iter(long)
    return all(any(word == part or (len(part) == 1 and word.startswith(part)) for word in rest) for part in short)
