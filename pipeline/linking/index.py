"""Many names by their words, so that one is compared with the few that can be alike rather than with all.

In: names as words for comparison, numbered. Out: the numbers of those that may be the same, longer or shorter; some
more than are, never fewer.

>>> index = NameIndex()
>>> index.add(0, ("eka", "diani"))
>>> index.add(1, ("tri", "rismaharini"), aliases=[("risma",)])
>>> index.alike(("eka",)), index.alike(("ir", "tri", "rismaharini")), index.alike(("rismaha",)), index.alike(("budi",))
([0], [1], [1], [])
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

Words = tuple[str, ...]
SHORTEST_CLIP = 3
"""Letters from which on a word may be another one cut short."""
_SAME_LETTERS = 2
"""Letters with which two spellings of a word begin alike."""


class NameIndex:
    """The numbers of names by their words, last words, first and last letters, and by what else they are called."""

    def __init__(self) -> None:
        self._by_word: defaultdict[str, set[int]] = defaultdict(set)
        self._by_last: defaultdict[str, set[int]] = defaultdict(set)
        self._by_letters: defaultdict[str, set[int]] = defaultdict(set)
        self._by_ending: defaultdict[str, set[int]] = defaultdict(set)
        self._by_alias: defaultdict[Words, set[int]] = defaultdict(set)

    def add(self, number: int, words: Words, aliases: Iterable[Words] = ()) -> None:
        """Enter the name `words` under `number`, which may have others already."""
        for word in words:
            self._by_word[word].add(number)
            self._by_letters[word[:1]].add(number)
            self._by_letters[word[:_SAME_LETTERS]].add(number)
            self._by_letters[word[:SHORTEST_CLIP]].add(number)
            self._by_ending[word[-SHORTEST_CLIP:]].add(number)
        self._by_last[words[-1]].add(number)
        for alias in aliases:
            self._by_alias[alias].add(number)

    def alike(self, words: Words, called: Words = ()) -> list[int]:
        """The numbers, in order, of names that hold `words` or are held by them, one of whose words the only one of
        `words` cuts short, or that are called `words` or `called`; an initial stands for any word that it begins.
        """
        if not words:
            return []
        whole = [self._by_word.get(word, set()) for word in words if len(word) > 1]
        longer = min(whole, key=len) if whole else self._by_letters.get(words[0], set())
        is_clip = len(words) == 1 and len(words[0]) >= SHORTEST_CLIP
        begun = self._by_letters.get(words[0][:SHORTEST_CLIP], set()) if is_clip else set()
        ended = self._by_ending.get(words[0][-SHORTEST_CLIP:], set()) if is_clip else set()
        shorter = (self._by_last.get(last, set()) for word in words for last in (word, word[0]))
        named = (self._by_alias.get(name, set()) for name in (words, called))
        return sorted(longer.union(begun, ended, *shorter, *named))

    def resembling(self, words: Words) -> list[int]:
        """The numbers, in order, of names with a word that begins like one of `words`.

        >>> index = NameIndex()
        >>> index.add(0, ("fajar", "santoso"))
        >>> index.resembling(("fadjar",)), index.resembling(("bagus",))
        ([0], [])
        """
        return sorted(set().union(*(self._by_letters.get(word[:_SAME_LETTERS], set()) for word in words)))
