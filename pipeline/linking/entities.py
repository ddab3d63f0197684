"""The same person across articles: a deterministic key for each person, and which keys are one person.

A key is the whole bare name where it has two words or more; a single name counts only together with a post and its
place, since *Supriyanto* alone may be anyone. Keys depend on nothing but the person's own rows, so they are the same in
every run and need no second look at the text.

`merged` then finds the keys that are spellings of one name (*M. Nuh*, *Mohammad Nuh*; *Nadiem*, *Nadim Makarim*). A
likeness of names is never enough: both must have held the same post in the same place. Where a short name fits two
people, it stays on its own.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import regex
from rapidfuzz import fuzz

from pipeline.lexicon import read
from pipeline.lexicon.nicknames import Nickname, Spelling
from pipeline.schema import Role

_APOSTROPHE = regex.compile(r"[\'’‘`]")
_NOT_LETTERS = regex.compile(r"[^\p{L}\p{N}]+")
_HELD_BY_ONE = frozenset({"official", "institutional"})
_HELD_BY_MANY = "anggota"
_NEXT_GENERATION = frozenset({"jr", "sr", "junior", "senior", "ii", "iii"})
_ALIKE = 88
"""Least `rapidfuzz.fuzz.ratio` of two spellings of one name; below it stand brothers (*Andi*, *Andre Wijaya*)."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that a run says of the bearers of one key."""

    key: str
    name: str
    """The most frequent written form."""
    posts: frozenset[str]
    """Posts with their places, see `posts`."""
    n_articles: int


def words_of(name: str) -> tuple[str, ...]:
    """The words of a bare name as they are compared.

    >>> words_of("Abdul Mu'ti"), words_of("Moh. ARIF")
    (('abdul', 'muti'), ('muhammad', 'arif'))
    """
    words = _NOT_LETTERS.sub(" ", _APOSTROPHE.sub("", name.casefold())).split()
    return tuple(_SPELLINGS.get(word, word) for word in words)


def posts(roles: Iterable[Role]) -> list[str]:
    """The posts among `roles` that tell one bearer of a name from another, with their places or bodies, sorted.

    Posts that many hold at once (*anggota DPR*, *guru SMPN 1*) do not.
    """
    return sorted(
        {
            f"{code}/{role.region_code or role.organization_id or role.organization}"
            for role in roles
            if role.role_class in _HELD_BY_ONE
            and (role.region_code or role.organization)
            and not (code := role.position_code or role.position).casefold().startswith(_HELD_BY_MANY)
        }
    )


def entity_id(name: str, roles: Iterable[Role]) -> str | None:
    """The key of a person with bare `name` who holds `roles`; `None` for a single name without a post that places it.

    >>> entity_id("Ohorella Erma", []) == entity_id("OHORELLA ERMA", [])
    True
    >>> entity_id("Supriyanto", []) is None
    True
    """
    parts = list(words_of(name))
    if len(parts) < 2:
        placed = posts(roles)
        if not parts or not placed:
            return None
        parts.append(placed[0])
    return "p" + hashlib.sha256(" ".join(parts).encode()).hexdigest()[:12]


def merged(known: Sequence[Known]) -> dict[str, str]:
    """Key → the key of the person that it belongs to, for those keys that are not their own.

    >>> muti = Known("p1", "Abdul Mu'ti", frozenset({"menteri/dikdasmen"}), 40)
    >>> merged([muti, Known("p2", "Abdul Muthi", frozenset({"menteri/dikdasmen"}), 1)])
    {'p2': 'p1'}
    """
    holders: defaultdict[str, list[Known]] = defaultdict(list)
    for one in known:
        for post in one.posts:
            holders[post].append(one)
    fitting: defaultdict[str, dict[str, Known]] = defaultdict(dict)
    for together in holders.values():
        for pair in combinations(together, 2):
            lesser, greater = sorted(pair, key=_rank)
            if is_variant(lesser.name, greater.name):
                fitting[lesser.key][greater.key] = greater
    return _followed({key: target.key for key, fits in fitting.items() if (target := _only(fits.values()))})


def _rank(known: Known) -> tuple[int, int, str]:
    """The fuller name is the greater one, then the more frequent."""
    return (len(words_of(known.name)), known.n_articles, known.key)


def _only(fits: Iterable[Known]) -> Known | None:
    """The greatest of several names that are all forms of one; `None` where two of them are different people."""
    ranked = sorted(fits, key=_rank)
    same = all(is_variant(lesser.name, greater.name) for lesser, greater in combinations(ranked, 2))
    return ranked[-1] if same else None


def _followed(links: Mapping[str, str]) -> dict[str, str]:
    """`links` from each key to the end of its chain; a link always leads to a greater name, so that chains end."""

    def end(key: str) -> str:
        while key in links:
            key = links[key]
        return key

    return {key: end(key) for key in sorted(links)}


def is_variant(one: str, other: str) -> bool:
    """Whether `one` and `other` can be forms of one name: shortened, with initials, spelt otherwise, or a nickname.

    >>> is_variant("M. Nuh", "Mohammad Nuh"), is_variant("Jokowi", "Joko Widodo")
    (True, True)
    >>> is_variant("Budi Santoso", "Budi Setiawan"), is_variant("Siti Aminah", "Siti Aisyah")
    (False, False)
    """
    shorter, longer = sorted((words_of(one), words_of(other)), key=lambda words: (len(words), sum(map(len, words))))
    if ("-" in one) != ("-" in other) or _NEXT_GENERATION & (set(shorter) ^ set(longer)):
        return False  # a pair of candidates (*Prabowo-Gibran*); father and son
    return (
        _is_part(shorter, longer)
        or _NICKNAMES.get(" ".join(shorter)) == longer
        or (len(shorter) == len(longer) and _is_spelling(shorter, longer))
    )


def _is_part(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether the words of `shorter` stand in `longer` in the same order, a single letter for a word that it begins."""
    rest = iter(longer)
    return all(
        any(word == fuller or (len(word) == 1 and fuller.startswith(word)) for fuller in rest) for word in shorter
    )


def _is_spelling(one: Sequence[str], other: Sequence[str]) -> bool:
    initials = all(mine[0] == theirs[0] for mine, theirs in zip(one, other, strict=True))
    return initials and all(fuzz.ratio(mine, theirs) >= _ALIKE for mine, theirs in zip(one, other, strict=True))


_SPELLINGS = {entry.spelling.casefold(): entry.name.casefold() for entry in read("name_spellings", Spelling)}
_NICKNAMES = {" ".join(words_of(entry.nickname)): words_of(entry.name) for entry in read("nicknames", Nickname)}
