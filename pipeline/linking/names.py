"""Personal names compared: whether two written names can be forms of one.

In: bare names. Out: their words without spelling differences; whether one is short for, or a spelling of, the other.

>>> is_variant("M. Nuh", "Mohammad Nuh"), is_variant("Jokowi", "Joko Widodo")
(True, True)
>>> is_variant("Budi Santoso", "Budi Setiawan"), is_variant("Siti Aminah", "Siti Aisyah")
(False, False)
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex
from rapidfuzz import fuzz

from pipeline.lexicon import read
from pipeline.lexicon.names import is_given_name
from pipeline.lexicon.nicknames import LeadingName, LookAlike, Nickname, Spelling

_APOSTROPHE = regex.compile(r"[\'’‘`]")
_NOT_LETTERS = regex.compile(r"[^\p{L}\p{N}]+")
_ACRONYM = regex.compile(r"\p{Lu}{3,}+(?![\p{L}.])")
_UNSPEAKABLE = regex.compile(r"[^AEIOUY\P{Lu}]{3,}+(?![\p{L}.])")
_PAIR = regex.compile(r"\p{L}[\p{L}.]*+(?:\s\p{L}[\p{L}.]*+)++-(?P<other>\p{Lu}\p{L}++)(?:\s\p{L}[\p{L}.]*+)++")
_FOLLOWING = regex.compile(
    r"(?:mem|men|me[lry])\p{L}{4,}+|ber[^aeiou]\p{L}{3,}+|yang|telah|akan|saat|bersama|usai|tiba|untuk"
)
_NEXT_GENERATION = frozenset({"jr", "sr", "junior", "senior", "ii", "iii"})
_ALIKE = 88
"""Least `rapidfuzz.fuzz.ratio` of two spellings of one word; below it stand brothers (*Andi*, *Andre Wijaya*)."""
_NEARLY = 80
"""The same where all other words are equal and the word is long (*Sanjaya*, *Sonjaya*)."""
_LONG = 6  # letters


@lru_cache(maxsize=1 << 16)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a bare name as they are compared; those of the full name for a nickname that is one person's.

    >>> words_of("Abdul Mu'ti"), words_of("Moh. ARIF"), words_of("Jokowi")
    (('abdul', 'muti'), ('muhammad', 'arif'), ('joko', 'widodo'))
    """
    words = _spelt(name)
    return _EVERYWHERE.get(words, words)


def is_person(name: str) -> bool:
    """Whether a name that was found can be one person's: no club, city or ship that looks like one, no acronym in it,
    no two full names joined by a hyphen, as candidates are.

    >>> is_person("Ratna Wulandari"), is_person("Real Madrid"), is_person("RUU Perampasan")
    (True, False, False)
    >>> is_person("Ratna Wulandari-Bagas Nugraha"), is_person("Nathan Tjoe-A-On")
    (False, True)
    """
    words = name.split()
    pair = _PAIR.fullmatch(name)
    if pair and is_given_name(pair["other"]):
        return False
    shape = _UNSPEAKABLE if name.isupper() else _ACRONYM
    acronym = len(words) > 1 and any(shape.match(word) for word in words)
    return not acronym and _spelt(name) not in _LOOK_ALIKES


def is_variant(one: str, other: str) -> bool:
    """Whether `one` and `other` can be forms of one name: shortened, with initials, spelt otherwise, or a nickname."""
    shorter, longer = sorted((words_of(one), words_of(other)), key=lambda words: (len(words), sum(map(len, words))))
    if ("-" in one) != ("-" in other) or _NEXT_GENERATION & (set(shorter) ^ set(longer)):
        return False  # a pair of candidates (*Prabowo-Gibran*); father and son
    return (
        is_part(shorter, longer)
        or _NICKNAMES.get(shorter) == longer
        or (len(shorter) == len(longer) and _is_spelling(shorter, longer))
    )


def marks(name: str) -> set[str]:
    """What two forms of one name have in common, at least one of: a word, the initials, the full name of a nickname.

    >>> sorted(marks("Ratna Dewi"))
    ['dewi', 'r.d.', 'ratna']
    """
    words = words_of(name)
    return {*words, *_NICKNAMES.get(words, ()), "".join(f"{word[0]}." for word in words)}


def is_part(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether the words of `shorter` stand in `longer` in the same order, a single letter for a word that it begins."""
    rest = iter(longer)
    return all(
        any(word == fuller or (len(word) == 1 and fuller.startswith(word)) for fuller in rest) for word in shorter
    )


def is_headed(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether `longer` is the whole of a full name with a name before it, as wives are called (*Iriana Joko Widodo*),
    and not only with one of those that many names begin with (*Muhammad*).

    >>> husband = words_of("Joko Widodo")
    >>> is_headed(husband, words_of("Iriana Joko Widodo")), is_headed(husband, words_of("M. Joko Widodo"))
    (True, False)
    """
    before, behind = longer[: -len(shorter)], longer[-len(shorter) :]
    return len(shorter) > 1 and list(behind) == list(shorter) and any(len(w) > 1 and w not in _LEADING for w in before)


def is_run_into(glued: Sequence[str], name: Sequence[str]) -> bool:
    """Whether `glued` is a full `name` that the word behind it has run into, as happens where a page loses its blanks.

    >>> name = words_of("Bagas Nugraha")
    >>> is_run_into(words_of("Bagas Nugrahamengatakan"), name), is_run_into(words_of("Bagas Nugrahawati"), name)
    (True, False)
    """
    *before, last = glued
    is_longer = len(name) > 1 and before == list(name[:-1]) and last.startswith(name[-1])
    return is_longer and _FOLLOWING.fullmatch(last, len(name[-1])) is not None


def _is_spelling(one: Sequence[str], other: Sequence[str]) -> bool:
    differing = [(mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine != theirs]
    is_last = len(one) > 1 and len(differing) == 1 and min(map(len, differing[0])) >= _LONG
    least = _NEARLY if is_last else _ALIKE
    return all(mine[0] == theirs[0] and fuzz.ratio(mine, theirs) >= least for mine, theirs in differing)


def _spelt(name: str) -> tuple[str, ...]:
    words = _NOT_LETTERS.sub(" ", _APOSTROPHE.sub("", name.casefold())).split()
    return tuple(_SPELLINGS.get(word, word) for word in words)


_SPELLINGS = {entry.spelling.casefold(): entry.name.casefold() for entry in read("name_spellings", Spelling)}
_NICKNAMES = {_spelt(entry.nickname): _spelt(entry.name) for entry in read("nicknames", Nickname)}
_EVERYWHERE = {
    _spelt(entry.nickname): _spelt(entry.name) for entry in read("nicknames", Nickname) if entry.means == "always"
}
_LEADING = frozenset(entry.word.casefold() for entry in read("leading_names", LeadingName))
_LOOK_ALIKES = frozenset(_spelt(entry.name) for entry in read("look_alikes", LookAlike))
