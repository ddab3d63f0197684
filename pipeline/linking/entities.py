"""The same person across articles: a deterministic key for each person, and which keys are one person.

A key is the bare name, with the first of the posts that the article gives its bearer; a single name has one only with
such a post, since *Supriyanto* alone may be anyone. Keys depend on nothing but the person's own rows, so they are the
same in every run and need no second look at the text.

`merged` then finds the keys that are one person, in two steps:

1. Keys of one full name belong together, unless the name is so common that chance alone brings namesakes and their
   posts do not go together: *Sri Wahyuni*, head of a school in Kudus, and *Sri Wahyuni*, mayor of Bontang.
2. Spellings and short forms of one name (*M. Nuh*, *Mohammad Nuh*; *Nadiem*, *Nadim Makarim*) belong together where
   they share a post; a likeness of names is never enough. Where a short name fits two people, it stays on its own, and
   so do two names that stand for two people in one article.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import prod
from types import MappingProxyType

from pipeline.lexicon.names import is_given_name
from pipeline.linking.careers import careers
from pipeline.linking.index import SHORTEST_CLIP
from pipeline.linking.names import is_headed, is_part, is_person, is_run_into, is_variant, marks, words_of
from pipeline.linking.posts import Post, posts
from pipeline.schema import Role

Pair = tuple[str, str]
_COMMON = 0.03
"""Namesakes that chance brings to a name from which on it is common."""
_STRAY = 0.1
"""Share of a person's articles up to which a post is taken for a misreading, and share of one name's articles up to
which another is taken for a slip of it."""
_WELL_TOLD = 3
"""Articles that tell a post from which on its holder stands for a common name."""
_OVERSIGHT = 0.25
"""Share of the rarer name's articles up to which two names beside each other are taken for one person all the same."""
_RARE = 0.25
"""Share of a name's articles below which that name headed by another, or its bearer in one post, is rare."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that a run says of the bearers of one key."""

    key: str
    name: str
    """The most frequent written form."""
    posts: Mapping[Post, int]
    """Post → the articles that tell it."""
    n_articles: int


def entity_id(name: str, roles: Iterable[Role]) -> str | None:
    """The key of a person with bare `name` who holds `roles`; `None` for a single name without a post that places it,
    and for what is no person's name.

    >>> entity_id("Ohorella Erma", []) == entity_id("OHORELLA ERMA", [])
    True
    >>> entity_id("Supriyanto", []) is None, entity_id("Real Madrid", []) is None
    (True, True)
    """
    words = words_of(name)
    held = posts(roles)
    if not words or not is_person(name) or (len(words) == 1 and not held):
        return None
    return _key(words, held[0] if held else None)


def _key(words: Sequence[str], post: Post | None = None) -> str:
    told = " ".join(words) + (f"\n{post.text}" if post else "")
    return "p" + hashlib.sha256(told.encode()).hexdigest()[:12]


def merged(known: Sequence[Known], apart: Mapping[Pair, int] = MappingProxyType({})) -> dict[str, str]:
    """Key → the key of the person that it belongs to, for those keys that are not their own.

    Args:
        apart: pairs of keys that stand for two people in one article → the number of such articles.

    >>> minister = Post("menteri", "kementerian-agama", "", "ministry")
    >>> umar = Known(entity_id("Nasaruddin Umar", []), "Nasaruddin Umar", {minister: 40}, 40)
    >>> links = merged([umar, Known("p2", "Nazaruddin Umar", {minister: 1}, 1)])
    >>> links["p2"] == umar.key
    True
    """
    same = dict(_namesakes(known))
    people = _joined(known, same)
    spelt = _spellings(people, _met_apart(people, same, apart))
    return {
        one.key: end
        for one in sorted(known, key=lambda one: one.key)
        if (end := _end(same.get(one.key, one.key), spelt)) != one.key
    }


def _namesakes(known: Sequence[Known]) -> Iterator[Pair]:
    """Each key of a full name → the key of the one among its bearers.

    Of several, one stands for the name: see `_careers`.
    """
    bearers: defaultdict[tuple[str, ...], list[Known]] = defaultdict(list)
    for one in known:
        if len(words := words_of(one.name)) > 1:
            bearers[words].append(one)
    shares = Counter(word for words in bearers for word in set(words))
    for words, same in bearers.items():
        chance = len(bearers) * prod((shares[word] - 1) / len(bearers) for word in words)  # other names with the word
        people = _careers(same) if chance >= _COMMON else [same]
        for number, person in enumerate(people):
            key = min(one.key for one in person) if number else _key(words)
            yield from ((one.key, key) for one in person)


def _careers(same: Sequence[Known]) -> list[list[Known]]:
    """The bearers of one common name, those together whose posts go together, the one who stands for the name first.

    Whoever is told in a post often enough has the articles that tell none; else these are a person of their own.
    """
    placed = [one for one in same if one.posts]
    people = [[placed[number] for number in group] for group in careers([one.posts for one in placed])]
    people.sort(key=lambda person: (-sum(one.n_articles for one in person), min(one.key for one in person)))
    bare = [one for one in same if not one.posts]
    told = sum(one.n_articles for one in people[0]) if people else 0
    if told < _WELL_TOLD or told < _RARE * sum(one.n_articles for one in same):
        return [bare, *people] if bare else people
    return [[*people[0], *bare], *people[1:]]


def _joined(known: Sequence[Known], same: Mapping[str, str]) -> list[Known]:
    """One `Known` a person, after the first step; without posts that are hardly ever told of them."""
    people: defaultdict[str, list[Known]] = defaultdict(list)
    for one in known:
        people[same.get(one.key, one.key)].append(one)
    return [_sum(key, bearers) for key, bearers in people.items()]


def _sum(key: str, bearers: Sequence[Known]) -> Known:
    total = sum(one.n_articles for one in bearers)
    told: Counter[Post] = Counter()
    for one in bearers:
        told.update(one.posts)
    name = max(bearers, key=lambda one: (one.n_articles, one.name)).name
    return Known(key, name, {post: n for post, n in told.items() if n > total * _STRAY}, total)


def _met_apart(people: Sequence[Known], same: Mapping[str, str], apart: Mapping[Pair, int]) -> frozenset[Pair]:
    """Those pairs of `people`, as sorted keys, that are two people in so many articles that it is no oversight."""
    met: Counter[Pair] = Counter()
    for pair, number in apart.items():
        one, other = sorted(same.get(key, key) for key in pair)
        met[one, other] += number
    told = {one.key: one.n_articles for one in people}
    return frozenset(pair for pair, number in met.items() if number > _OVERSIGHT * min(told[key] for key in pair))


def _spellings(people: Sequence[Known], apart: frozenset[Pair]) -> dict[str, str]:
    """Each short form or other spelling → the greater form that it belongs to."""
    links = dict(_strays(people, apart))
    alike: defaultdict[tuple[str, ...], dict[str, Known]] = defaultdict(dict)
    for one in people:
        for mark in marks(one.name) if one.key not in links else ():
            for post in one.posts:
                alike[mark, *post[:3]][one.key] = one
    fitting: defaultdict[str, dict[str, Known]] = defaultdict(dict)
    for together in alike.values():
        for pair in combinations(together.values(), 2):
            lesser, greater = sorted(pair, key=_rank)
            if _sorted(lesser, greater) not in apart and _is_form(lesser, greater):
                fitting[lesser.key][greater.key] = greater
    links |= {key: target.key for key, fits in fitting.items() if (target := _only(fits.values()))}
    return links


def _is_form(lesser: Known, greater: Known) -> bool:
    """Whether a name is a form of a greater one; one that is headed by another name is somebody else's where it is rare
    beside the name without."""
    is_rare = greater.n_articles < _RARE * lesser.n_articles
    return is_variant(lesser.name, greater.name) and not (
        is_rare and is_headed(words_of(lesser.name), words_of(greater.name))
    )


def _strays(people: Sequence[Known], apart: frozenset[Pair]) -> Iterator[Pair]:
    """Names with words before them that are none (**Futures** *Lukman Hakim*), or run into the word behind them
    (*Lukman* **Hakimmengatakan**) → the more frequent name without."""
    named = {_key(words_of(one.name)): one for one in people}
    for one in people:
        for words in _without_stray(words_of(one.name)):
            shorter = named.get(_key(words))
            if shorter and shorter.n_articles > one.n_articles and _sorted(one, shorter) not in apart:
                yield one.key, shorter.key
                break


def _without_stray(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """The full names that a name may be once words that are not part of it are taken away."""
    for start in range(1, len(words) - 1):
        if is_given_name(words[start - 1]):
            break
        yield words[start:]
    if len(words) > 1:
        ends = range(SHORTEST_CLIP, len(words[-1]))
        cut = ((*words[:-1], words[-1][:end]) for end in ends)
        yield from (name for name in cut if is_run_into(words, name))


def _sorted(one: Known, other: Known) -> Pair:
    return (one.key, other.key) if one.key < other.key else (other.key, one.key)


def _rank(known: Known) -> tuple[int, int, str]:
    """The fuller name is the greater one, then the more frequent."""
    return (len(words_of(known.name)), known.n_articles, known.key)


def _only(fits: Collection[Known]) -> Known | None:
    """The greatest of several names that are all forms of one; `None` where two of them are different people. Names
    that are rare beside another are taken for slips of it."""
    most = max(one.n_articles for one in fits)
    ranked = sorted((one for one in fits if one.n_articles > most * _STRAY), key=_rank)
    same = all(is_variant(lesser.name, greater.name) for lesser, greater in combinations(ranked, 2))
    return ranked[-1] if same else None


def _end(key: str, links: Mapping[str, str]) -> str:
    """The end of a chain of `links`: a name with a stray word leads to one without, and then a lesser name to a greater
    one, so that chains end."""
    while key in links:
        key = links[key]
    return key


def apart(persons: Iterable[Pair]) -> set[Pair]:
    """Of the persons of one article, as (key, name): the pairs of keys, in order, one of whose names is part of the
    other's. A full name that another only goes on from (*Sandi Nugraha Putra*) is rather its short form.

    >>> apart([("p1", "Sandi Nugraha"), ("p2", "Eka Sandi Nugraha"), ("p3", "Sandi Nugraha Putra")])
    {('p1', 'p2')}
    """
    sharing: defaultdict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for key, name in persons:
        words = words_of(name)
        for word in set(words):
            sharing[word].append((key, words))
    return {
        (one, other) if one < other else (other, one)
        for together in sharing.values()
        for (one, name), (other, longer) in combinations(together, 2)
        if one != other and _tells_apart(*sorted((name, longer), key=len))
    }


def _tells_apart(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    goes_on = len(shorter) > 1 and longer[: len(shorter)] == shorter
    return is_part(shorter, longer) and not goes_on
