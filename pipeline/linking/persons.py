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
from rapidfuzz.distance import Levenshtein

from pipeline.lexicon import read
from pipeline.lexicon.nicknames import Nickname
from pipeline.linking.index import SHORTEST_CLIP, NameIndex
from pipeline.stages.mentions import NameMention

_NOT_LETTERS = regex.compile(r"[^\p{L}\p{N}]+")
_AGAIN = frozenset(("cue", "title", "repetition", "model"))
"""The rules of mentions that need not introduce anybody."""
_SURE_CLIP = 4
"""Letters from which on a word cut short is one whatever stands beside it: *Edi* and *Eka* are names of their own."""
_SHORTEST_MISSPELT = 5
_LONG = 8
"""Letters from which on a word may be misspelt twice."""
_CALLED = regex.compile(
    r",?\s(?:alias|(?:(?:yang|atau)\s)?(?:lebih\s)?(?:akrab|biasa|kerap|sering)\s(?:di(?:sapa|panggil|kenal)\s)(?:dengan\s|sebagai\s)?)"
    r"\s?(?:(?:Pak|Bu|Kak|Bang|Mas|Mbak|Bunda)\s)?(\p{Lu}\p{L}+)(?![\s]\p{Lu}|\p{L})"
)
"""What else a person is called, behind the name: **akrab disapa** *Wid*."""
_BRACKETED = regex.compile(r"\s\((?:(?:alias|akrab disapa|biasa disapa|disapa|dipanggil)\s)?(\p{Lu}\p{L}{1,15})\)")


@dataclass(slots=True)
class Cluster:
    """The mentions by name of the person with that number; `name` is the longest bare name among them."""

    number: int
    words: tuple[str, ...]
    mentions: list[NameMention] = field(default_factory=list)
    called: list[tuple[str, ...]] = field(default_factory=list)
    forms: set[tuple[str, ...]] = field(default_factory=set)
    """The words of all mentions."""

    def add(self, mention: NameMention, words: tuple[str, ...]) -> None:
        """Take in a mention by name; the longest name is the person's."""
        self.mentions.append(mention)
        self.forms.add(words)
        self.words = max(self.words, words, key=len)

    @property
    def name(self) -> str:
        """The bare name as first written in full; capitals throughout give way to a mention in normal case."""
        full = [mention for mention in self.mentions if words_of(mention.name) == self.words]
        return next((mention.name for mention in full if not mention.name.isupper()), full[0].name)

    @property
    def short_forms(self) -> set[tuple[str, ...]]:
        """The words of the mentions that are not the whole name."""
        return self.forms - {self.words}

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
    *Maruarar Sirait (Ara)*, or after *akrab disapa*.
    """
    found = {}
    for mention in names:
        bracketed = _BRACKETED.match(text, mention.end)
        called = _CALLED.match(text, mention.end)
        if bracketed and _shortens(bracketed[1].casefold(), words_of(mention.name)):
            found[mention.start] = words_of(bracketed[1])
        elif called:
            found[mention.start] = words_of(called[1])
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
        longer = longer or [known for known in alike if _clips(known.words, mention)]
        shorter = _likeliest(longer, words) or [known for known in alike if _holds(words, known.words)]
        shorter = shorter or [
            clusters[number] for number in index.resembling(words) if _misspells(clusters[number].words, mention)
        ]
        if len(shorter) == 1:
            known = shorter[0]
        elif longer:
            continue
        else:
            known = Cluster(len(clusters), words)
            clusters.append(known)
        known.add(mention, words)
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


def _clips(long: tuple[str, ...], mention: NameMention) -> bool:
    """Whether a single word is a name's word cut short, as in *Risma* for Tri Rismaharini, *Seno* for Onkoseno."""
    short, *more = words_of(mention.name)
    if more or len(short) < (SHORTEST_CLIP if mention.rule in _AGAIN else _SURE_CLIP):
        return False
    is_end = mention.rule in _AGAIN and len(short) >= _SURE_CLIP
    return any(word.startswith(short) or (is_end and word.endswith(short)) for word in long)


def _misspells(known: tuple[str, ...], mention: NameMention) -> bool:
    """Whether a mention is a known name with one word spelt otherwise (*Ahmad* and *Achmad Maulana*), or such a word
    of it that introduces nobody (*kata Fadjar*, for *Fajar Santoso*).
    """
    words = words_of(mention.name)
    if len(words) == 1:
        least = _SHORTEST_MISSPELT + (len(known) == 1)
        is_again = mention.rule in _AGAIN or (len(known) == 1 and len(words[0]) >= _LONG)
        return is_again and any(_is_spelling(word, words[0], least) for word in known)
    differing = [(one, other) for one, other in zip(known, words, strict=False) if one != other]
    is_one = len(known) == len(words) and len(differing) == 1
    return is_one and _is_spelling(*differing[0], _SHORTEST_MISSPELT)


def _is_spelling(one: str, other: str, least: int) -> bool:
    """Whether two words of `least` letters are one but for a letter, two in a long one; *Suparno* and *Suparni* are
    two.
    """
    shortest = min(len(one), len(other))
    are_couple = one[:-1] == other[:-1] and {one[-1], other[-1]} <= set("aio")
    most = 2 if shortest >= _LONG else 1
    is_like = shortest >= least and one[0] == other[0] and not are_couple
    return is_like and Levenshtein.distance(one, other, score_cutoff=most) <= most


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
