"""Gold and found rows → counts by measure, and the rows that were missed.

>>> counts = Counts(tp=3, fp=1, fn=0)
>>> counts.precision, counts.recall, round(counts.f1, 3)
(0.75, 1.0, 0.857)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any, Literal

from pipeline.evaluation.found import Found
from pipeline.evaluation.gold import read
from pipeline.evaluation.match import matched, side_by_side
from pipeline.evaluation.measures import MEASURES, Measure, same
from pipeline.evaluation.rows import Annotations, Span
from pipeline.results import Tables

SPANNED = ("dates", "persons", "mentions", "roles", "figures", "quotes")
MissKind = Literal["missing", "spurious", "wrong"]
_NOT_COMPARED = frozenset({"start_char", "end_char", "group"})
"""Columns that a listing leaves out: offsets show as the text, and the letters of groups are anyone's choice."""
AROUND = 45
"""Characters shown on each side of a miss."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Rows of one measure: right (`tp`), found but wrong (`fp`), in gold but not found right (`fn`)."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(tp=self.tp + other.tp, fp=self.fp + other.fp, fn=self.fn + other.fn)

    @property
    def precision(self) -> float:
        """Share of the found rows that are right; 1 where nothing was found."""
        return _share(self.tp, self.fp)

    @property
    def recall(self) -> float:
        """Share of the gold rows that were found right; 1 where gold has none."""
        return _share(self.tp, self.fn)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return _share(2 * self.tp, self.fp + self.fn)


@dataclass(frozen=True, slots=True)
class Scores:
    """Counts by measure. ``scores + scores`` adds them up."""

    counts: Mapping[str, Counts] = field(default_factory=lambda: {measure.name: Counts() for measure in MEASURES})

    def __add__(self, other: Scores) -> Scores:
        return Scores({name: counts + other.counts[name] for name, counts in self.counts.items()})

    def f1(self) -> dict[str, float]:
        """Measure → F1, of the measures that gold or the pipeline has rows for."""
        return {name: counts.f1 for name, counts in self.counts.items() if counts != Counts()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss(Span):
    """A row that differs between gold and what was found.

    Attributes:
        article: the article's name.
        table: where the row belongs.
        kind: ``missing`` from what was found, ``spurious`` in it, or ``wrong`` in some column.
        columns: column → (gold, found), of those that differ; of a missing or spurious row, all that are filled.
        context: the span in braces between the words around it.
    """

    article: str
    table: str
    kind: MissKind
    columns: Mapping[str, tuple[object, object]]
    context: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcome of an evaluation; ``evaluation + evaluation`` is that of both."""

    scores: Scores = field(default_factory=Scores)
    misses: tuple[Miss, ...] = ()

    def __add__(self, other: Evaluation) -> Evaluation:
        return Evaluation(self.scores + other.scores, self.misses + other.misses)


def evaluate(tables: Tables, folder: Path) -> Evaluation:
    """Compare what was found with every gold file of `folder`.

    Raises:
        GoldError: a gold file cannot be read, or its article is not in `tables`.
    """
    found = Found(tables)
    return reduce(add, (compare(gold, found.beside(gold)) for gold in read(folder, found.texts)), Evaluation())


def compare(gold: Annotations, found: Annotations) -> Evaluation:
    """One article's gold beside what was found in it."""
    scores = Scores({measure.name: _count(measure, gold, found) for measure in MEASURES})
    return Evaluation(scores, tuple(miss for table in SPANNED for miss in _misses(table, gold, found)))


def _count(measure: Measure, gold: Annotations, found: Annotations) -> Counts:
    ours, theirs = ([row for row in _rows(side, measure.table) if measure.counts(row)] for side in (found, gold))
    tp = len(matched(ours, theirs, measure.right))
    return Counts(tp=tp, fp=len(ours) - tp, fn=len(theirs) - tp)


def _rows(side: Annotations, table: str) -> Iterable[Any]:
    return (side.article,) if table == "articles" else getattr(side, table)


def _misses(table: str, gold: Annotations, found: Annotations) -> Iterator[Miss]:
    """Every difference between the rows of one table, in text order."""
    for ours, theirs in side_by_side(getattr(found, table), getattr(gold, table)):
        if differing := _differences(ours, theirs):
            kind: MissKind = "missing" if ours is None else "spurious" if theirs is None else "wrong"
            at: Span = theirs or ours
            yield _miss(gold, table, kind, at, differing)


def _miss(
    gold: Annotations, table: str, kind: MissKind, at: Span, columns: Mapping[str, tuple[object, object]]
) -> Miss:
    start, end = at.start_char, at.end_char
    before, after = gold.text[max(0, start - AROUND) : start], gold.text[end : end + AROUND]
    context = " ".join(f"{before}{{{at.text}}}{after}".split())
    return Miss(
        article=gold.name,
        table=table,
        kind=kind,
        columns=columns,
        context=context,
        start_char=start,
        end_char=end,
        text=at.text,
    )


def _differences(ours: Any, theirs: Any) -> dict[str, tuple[object, object]]:
    """Column → (gold, found) where the two differ; a row that is not there is null throughout."""
    columns = [column.name for column in fields(theirs or ours) if column.name not in _NOT_COMPARED]
    if ours and theirs:
        columns = [column for column in columns if not same(column)(ours, theirs)]
    pairs = {column: (getattr(theirs, column, None), getattr(ours, column, None)) for column in columns}
    return {column: pair for column, pair in pairs.items() if pair != (None, None)}


def _share(part: int, rest: int) -> float:
    return part / (part + rest) if part + rest else 1.0
