"""Numbers and names as messages have them."""

from __future__ import annotations

from collections.abc import Sequence

_LISTED = 3


def count(number: int, noun: str) -> str:
    """How many of what.

    >>> count(1, "article"), count(1200, "near-duplicate"), count(0, "word")
    ('1 article', '1,200 near-duplicates', '0 words')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(names: Sequence[str]) -> str:
    """The first of some names, and how many more there are.

    >>> listed(["a", "b", "c"]), listed(["a", "b", "c", "d", "e"])
    ('a, b, c', 'a, b, c and 2 more')
    """
    more = f" and {len(names) - _LISTED:,} more" if len(names) > _LISTED else ""
    return ", ".join(names[:_LISTED]) + more
