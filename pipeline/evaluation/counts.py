"""Counts by measure, and the shares that they make.

>>> counts = Counts.of(right=3, found=4, gold=3)
>>> counts.precision, counts.recall, round(counts.f1, 3)
(0.75, 1.0, 0.857)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Rows of one measure.

    The two counts of right rows are one number, but for B³, where a mention is right in part, and for groups of rows,
    where a right row may stand in one group as found and in another as gold.

    Attributes:
        found: rows found.
        found_right: how many of those are right.
        gold: rows of gold.
        gold_right: how many of those were found right.
    """

    found: int = 0
    found_right: float = 0
    gold: int = 0
    gold_right: float = 0

    @classmethod
    def of(cls, *, right: int, found: int, gold: int) -> Counts:
        """Counts of rows that are wholly right or wholly wrong."""
        return cls(found=found, found_right=right, gold=gold, gold_right=right)

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            found=self.found + other.found,
            found_right=self.found_right + other.found_right,
            gold=self.gold + other.gold,
            gold_right=self.gold_right + other.gold_right,
        )

    @property
    def precision(self) -> float:
        """Share of the found rows that are right; 1 where nothing was found."""
        return self.found_right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold rows that were found right; 1 where gold has none."""
        return self.gold_right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """Counts by measure. ``scores + scores`` adds them up."""

    counts: Mapping[str, Counts] = field(default_factory=dict)

    def __add__(self, other: Scores) -> Scores:
        names = {**self.counts, **other.counts}
        return Scores({name: self[name] + other[name] for name in names})

    def __getitem__(self, measure: str) -> Counts:
        """The counts of `measure`; none where it was not judged."""
        return self.counts.get(measure, Counts())

    def f1(self) -> dict[str, float]:
        """Measure → F1, of the measures that gold or the pipeline has rows for."""
        return {name: counts.f1 for name, counts in self.counts.items() if counts != Counts()}
