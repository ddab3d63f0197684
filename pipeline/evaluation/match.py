"""One-to-one matching of found rows with gold rows.

>>> best_pairs({("p1", "eka"): 3.0, ("p1", "erma"): 1.0, ("p2", "eka"): 2.0, ("p2", "erma"): 1.0})
{'p1': 'eka', 'p2': 'erma'}
>>> matched("abx", "bca", lambda found, gold: found == gold)
[(0, 2), (1, 0)]
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

from pipeline.evaluation.rows import Span

Left = TypeVar("Left", bound=Hashable)
Right = TypeVar("Right", bound=Hashable)
Found = TypeVar("Found")
Gold = TypeVar("Gold")


def matched(
    found: Sequence[Found], gold: Sequence[Gold], right: Callable[[Found, Gold], bool]
) -> list[tuple[int, int]]:
    """As many pairs (index in `found`, index in `gold`) as can be made where `right` holds and no row is used twice."""
    if not found or not gold:
        return []
    fits = np.array([[right(row, other) for other in gold] for row in found])
    pairs = zip(*linear_sum_assignment(fits, maximize=True), strict=True)
    return [(int(i), int(j)) for i, j in pairs if fits[i, j]]


def best_pairs(weights: Mapping[tuple[Left, Right], float]) -> dict[Left, Right]:
    """One-to-one pairs, the heaviest first; equal weights in the order given."""
    pairs: dict[Left, Right] = {}
    taken: set[Right] = set()
    for left, right in sorted(weights, key=weights.__getitem__, reverse=True):
        if left not in pairs and right not in taken:
            pairs[left] = right
            taken.add(right)
    return pairs


def side_by_side(found: Sequence[Span], gold: Sequence[Span]) -> list[tuple[Any, Any]]:
    """Found and gold rows in text order, paired where they overlap most; None where one side has nothing."""
    pairs = best_pairs(
        {(i, j): row.iou(other) for i, row in enumerate(found) for j, other in enumerate(gold) if row.overlaps(other)}
    )
    beside: list[tuple[Any, Any]] = [(row, gold[pairs[i]] if i in pairs else None) for i, row in enumerate(found)]
    beside += [(None, row) for j, row in enumerate(gold) if j not in set(pairs.values())]
    return sorted(beside, key=lambda pair: min(row.start_char for row in pair if row))
