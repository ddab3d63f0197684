"""Gold and found rows of an article → its scores, the rows that were missed, and the verdict on every row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import reduce
from operator import add
from typing import Any, Literal

from pipeline.evaluation.coreference import b_cubed
from pipeline.evaluation.counts import Counts, Scores
from pipeline.evaluation.match import matched, side_by_side
from pipeline.evaluation.measures import COREFERENCE, MEASURES, RIGHT, Measure, same
from pipeline.evaluation.rows import Annotations, Span

SPANNED = ("dates", "persons", "mentions", "roles", "figures", "quotes", "names")
MissKind = Literal["missing", "spurious", "wrong"]
_NOT_COMPARED = frozenset({"start_char", "end_char", "origin", "group"})
"""Columns that a listing leaves out: offsets show as the text, and the letters of groups are anyone's choice."""
AROUND = 45
"""Characters shown on each side of a miss."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss(Span):
    """A row that differs between gold and what was found.

    Attributes:
        article: the article's name.
        table: where the row belongs.
        kind: ``missing`` from what was found, ``spurious`` in it, or ``wrong`` in some column.
        rule: the rule that found the row, where it was found.
        columns: column → (gold, found), of those that differ; of a missing or spurious row, all that are filled.
        context: the span in braces between the words around it.
    """

    article: str
    table: str
    kind: MissKind
    rule: str | None = None
    columns: Mapping[str, tuple[object, object]]
    context: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A row of `table` as its measure in `RIGHT` sees it: found and in gold, so right; or on one side only."""

    table: str
    found: Any = None
    gold: Any = None

    @property
    def is_right(self) -> bool:
        """Whether the found row is right, the gold row found."""
        return self.found is not None and self.gold is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article: its scores, the rows that were missed, and the verdict on every row."""

    name: str
    outlet: str | None = None
    scores: Scores
    misses: tuple[Miss, ...] = ()
    judged: tuple[Judged, ...] = ()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcome of an evaluation, article by article."""

    documents: tuple[Document, ...] = ()

    @property
    def scores(self) -> Scores:
        """The scores of all articles together."""
        return reduce(add, (document.scores for document in self.documents), Scores())

    @property
    def misses(self) -> tuple[Miss, ...]:
        """The missed rows of all articles."""
        return tuple(miss for document in self.documents for miss in document.misses)


def compare(gold: Annotations, found: Annotations) -> Document:
    """One article's gold beside what was found in it."""
    gold, found = _judgeable(gold, gold), _judgeable(found, gold)
    counts = {measure.name: _count(measure, found, gold) for measure in MEASURES if measure.is_judged(gold)}
    tables = [table for table, measure in RIGHT.items() if measure.is_judged(gold)]
    return Document(
        name=gold.name,
        outlet=found.article.outlet,
        scores=Scores(counts),
        misses=misses(gold, found),
        judged=tuple(judged for table in tables for judged in _judge(table, found, gold)),
    )


def misses(gold: Annotations, found: Annotations, tables: Iterable[str] = SPANNED) -> tuple[Miss, ...]:
    """Every row of `tables` that differs in what gold speaks of, table by table, in text order."""
    return tuple(miss for table in tables if gold.judges(table) for miss in _misses(table, gold, found))


def _judgeable(side: Annotations, gold: Annotations) -> Annotations:
    """`side` without what `gold` cannot judge: rows outside the parts that were read, and beside rows in doubt."""
    kept: dict[str, Any] = {
        table: tuple(row for row in getattr(side, table) if _is_judgeable(row, table, gold)) for table in SPANNED
    }
    return replace(side, **kept)


def _is_judgeable(row: Any, table: str, gold: Annotations) -> bool:
    read = not gold.within or any(start <= row.start_char < end for start, end in gold.within)
    return read and not any(row.overlaps(other) for other in gold.unsure.get(table, ()))


def _pairs(
    measure: Measure, found: Annotations, gold: Annotations
) -> tuple[list[Any], list[Any], list[tuple[int, int]]]:
    """The rows of either side that count, and the pairs of them that are right."""
    ours, theirs = ([row for row in _rows(side, measure.table) if measure.counts(row)] for side in (found, gold))
    return ours, theirs, matched(ours, theirs, measure.right)


def _count(measure: Measure, found: Annotations, gold: Annotations) -> Counts:
    if measure.name == COREFERENCE:
        return b_cubed(found.mentions, gold.mentions)
    ours, theirs, pairs = _pairs(measure, found, gold)
    return Counts.of(right=len(pairs), found=len(ours), gold=len(theirs))


def _judge(table: str, found: Annotations, gold: Annotations) -> Iterator[Judged]:
    """The verdict on every row of `table`, found and gold."""
    ours, theirs, pairs = _pairs(RIGHT[table], found, gold)
    beside, hit = dict(pairs), {j for _, j in pairs}
    for i, row in enumerate(ours):
        yield Judged(table=table, found=row, gold=theirs[beside[i]] if i in beside else None)
    yield from (Judged(table=table, gold=row) for j, row in enumerate(theirs) if j not in hit)


def _rows(side: Annotations, table: str) -> Iterable[Any]:
    return (side.article,) if table == "articles" else getattr(side, table)


def _misses(table: str, gold: Annotations, found: Annotations) -> Iterator[Miss]:
    """Every difference between the rows of one table, in text order."""
    for ours, theirs in side_by_side(getattr(found, table), getattr(gold, table)):
        if differing := _differences(ours, theirs, lambda column: column == "text" or gold.judges(table, column)):
            kind: MissKind = "missing" if ours is None else "spurious" if theirs is None else "wrong"
            at: Span = theirs or ours
            rules = [row.origin["rule"] for row in (ours, theirs) if row and row.origin and "rule" in row.origin]
            yield Miss(
                start_char=at.start_char,
                end_char=at.end_char,
                text=at.text,
                article=gold.name,
                table=table,
                kind=kind,
                rule=rules[0] if rules else None,
                columns=differing,
                context=_context(gold.text, at),
            )


def _context(text: str, at: Span) -> str:
    """The span in braces between the words around it."""
    before, after = text[max(0, at.start_char - AROUND) : at.start_char], text[at.end_char : at.end_char + AROUND]
    return " ".join(f"{before}{{{at.text}}}{after}".split())


def _differences(ours: Any, theirs: Any, is_judged: Callable[[str], bool]) -> dict[str, tuple[object, object]]:
    """Column → (gold, found) where the two differ; a row that is not there is null throughout."""
    names = (column.name for column in fields(theirs or ours))
    columns = [name for name in names if name not in _NOT_COMPARED and is_judged(name)]
    if ours and theirs:
        columns = [column for column in columns if not same(column)(ours, theirs)]
    pairs = {column: (getattr(theirs, column, None), getattr(ours, column, None)) for column in columns}
    return {column: pair for column, pair in pairs.items() if pair != (None, None)}
