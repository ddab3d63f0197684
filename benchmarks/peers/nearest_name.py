"""Baseline for quotes: the person named nearest to the quotation, before or behind it, said it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from benchmarks.peers import quotations
from benchmarks.peers.quotations import Place
from benchmarks.peers.sheet import Sheet


def load() -> Callable[[Sheet], None]:
    return quotations.load(nearest)


def nearest(quotation: Place, persons: Sequence[Place]) -> Place | None:
    """The one of `persons` with the fewest characters between it and `quotation`.

    >>> nearest((50, 80), [(0, 5), (30, 40), (85, 90)])
    (85, 90)
    """
    start, end = quotation
    return min(persons, key=lambda person: max(start - person[1], person[0] - end), default=None)
