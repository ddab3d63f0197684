"""Verdicts on found rows → the shares that ``confidence`` rests on, and how well it holds on articles not used for it.

A row is right as in `pipeline.evaluation.measures.RIGHT`; rows are alike as in `pipeline.lexicon.confidence`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from zlib import crc32

from pipeline.evaluation.score import Evaluation
from pipeline.lexicon.confidence import LEVELS, Estimates, Path, Seen, path

FOLDS = 5
BINS = 10
LEAST_ROWS = 25
"""Rows in a bin: with fewer, the share of right ones strays by chance alone."""
_TABLES = {"mentions": "person_mentions"}
"""Table of the evaluation → that of the output, where it has another name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether one found row is right.

    Attributes:
        path: what it is alike by.
        source: the gold that says so.
    """

    table: str
    path: Path
    is_right: bool
    article: str
    source: str


@dataclass(frozen=True, slots=True, order=True)
class Rated:
    """The confidence of a row, and whether it is right."""

    confidence: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Rows of like confidence: how many, their mean confidence, and the share of them that is right."""

    count: int
    confidence: float
    right: float


def verdicts(evaluation: Evaluation, source: str) -> list[Verdict]:
    """The verdict on every found row of the tables that have a confidence."""
    rows = [(_TABLES.get(row.table, row.table), row, each.name) for each in evaluation.documents for row in each.judged]
    return [
        Verdict(table=table, path=path(table, row.found.origin), is_right=row.is_right, article=name, source=source)
        for table, row, name in rows
        if row.found is not None and table in LEVELS
    ]


def seen(rows: Iterable[Verdict]) -> list[Seen]:
    """How many rows of each kind were right, in order.

    >>> verdict = Verdict(table="dates", path=("explicit", "year"), is_right=True, article="a", source="blind")
    >>> seen([verdict, verdict])
    [Seen(table='dates', path='explicit/year', source='blind', right=2, of=2)]
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    right: Counter[tuple[str, str, str]] = Counter()
    for row in rows:
        key = (row.table, "/".join(row.path), row.source)
        counts[key] += 1
        right[key] += row.is_right
    return [Seen(*key, right[key], counts[key]) for key in sorted(counts)]


def held_out(rows: Sequence[Verdict], folds: int = FOLDS) -> list[Rated]:
    """Every row with the confidence that the articles of the other folds give it; an article stays in one fold."""
    rated = []
    for fold in range(folds):
        estimates = Estimates(seen(row for row in rows if _fold(row, folds) != fold))
        mine = (row for row in rows if _fold(row, folds) == fold)
        rated += [Rated(estimates.share(row.table, row.path), row.is_right) for row in mine]
    return rated


def _fold(row: Verdict, folds: int) -> int:
    return crc32(row.article.encode()) % folds


def reliability(rated: Sequence[Rated], bins: int = BINS, least: int = LEAST_ROWS) -> list[Bin]:
    """At most `bins` bins of about as many rows each, `least` or more, by confidence; equal ones stay together.

    >>> rows = [Rated(0.5, True), Rated(0.5, False), Rated(0.9, True), Rated(0.9, True)]
    >>> reliability(rows, least=2)
    [Bin(count=2, confidence=0.5, right=0.5), Bin(count=2, confidence=0.9, right=1.0)]
    """
    enough = max(least, len(rated) / bins)
    groups: list[list[Rated]] = []
    for _, same in groupby(sorted(rated), key=lambda row: row.confidence):
        if groups and len(groups[-1]) < enough:
            groups[-1] += same
        else:
            groups.append(list(same))
    if len(groups) > 1 and len(groups[-1]) < enough:
        last = groups.pop()
        groups[-1] += last
    return [
        Bin(
            len(group),
            sum(row.confidence for row in group) / len(group),
            sum(row.is_right for row in group) / len(group),
        )
        for group in groups
    ]


def calibration_error(bins: Iterable[Bin]) -> float:
    """The expected calibration error: how far confidence is from the share of right rows, on average over rows.

    >>> calibration_error([Bin(2, 0.5, 0.5), Bin(2, 0.9, 1.0)])
    0.05
    """
    bins = list(bins)
    total = sum(each.count for each in bins)
    return round(sum(each.count * abs(each.confidence - each.right) for each in bins) / total, 4) if total else 0.0


def kept(rated: Sequence[Rated], least: float) -> tuple[float, float | None]:
    """What a `least` confidence keeps: the share of all rows, and the share of these that is right, null of none.

    >>> kept([Rated(0.5, False), Rated(0.96, True)], 0.95)
    (0.5, 1.0)
    """
    sure = [row for row in rated if row.confidence >= least]
    right = sum(row.is_right for row in sure)
    return len(sure) / len(rated), right / len(sure) if sure else None
