"""How far a score may be off by the choice of articles: bootstrap intervals, articles drawn with replacement.

>>> one = Scores({"dates.span": Counts.of(right=9, found=10, gold=10)})
>>> two = Scores({"dates.span": Counts.of(right=5, found=10, gold=10)})
>>> low, high = intervals([one, two])["dates.span"]
>>> round(low, 2), round(high, 2)
(0.5, 0.9)
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.evaluation.counts import Counts, Scores

LEVEL = 0.95
"""The share of draws that an interval holds."""
DRAWS = 1000
SEED = 20251112
Interval = tuple[float, float]


def intervals(documents: Sequence[Scores]) -> dict[str, Interval]:
    """Measure → the interval of its F1, from the scores of each document; the same documents give the same interval."""
    if not documents:
        return {}
    names = sorted(set().union(*(document.counts for document in documents)))
    drawn = np.random.default_rng(SEED).multinomial(len(documents), [1 / len(documents)] * len(documents), size=DRAWS)
    return {name: _interval(drawn @ np.array([_vector(document[name]) for document in documents])) for name in names}


def _vector(counts: Counts) -> tuple[float, ...]:
    return counts.found, counts.found_right, counts.gold, counts.gold_right


def _interval(sums: np.ndarray) -> Interval:
    """The middle of the F1s that `sums` make, a row a draw."""
    found, found_right, gold, gold_right = sums.T
    precision = np.divide(found_right, found, out=np.ones(len(sums)), where=found > 0)
    recall = np.divide(gold_right, gold, out=np.ones(len(sums)), where=gold > 0)
    both = precision + recall
    f1 = np.divide(2 * precision * recall, both, out=np.zeros(len(sums)), where=both > 0)
    low, high = np.quantile(f1, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)
