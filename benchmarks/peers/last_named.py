"""Baseline for quotes: whoever was named last before the quotation said it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from benchmarks.peers import quotations
from benchmarks.peers.quotations import Place
from benchmarks.peers.sheet import Sheet


def load() -> Callable[[Sheet], None]:
    return quotations.load(last)


def last(quotation: Place, persons: Sequence[Place]) -> Place | None:
    """The last of `persons` before `quotation`.

    >>> last((50, 80), [(0, 5), (30, 40), (85, 90)])
    (30, 40)
    """
    return max((person for person in persons if person[1] <= quotation[0]), default=None)
