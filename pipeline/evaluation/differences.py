"""Two runs beside each other: the rows that came, went and changed; beside gold, those that are right or wrong now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from pipeline.evaluation.found import Found
from pipeline.evaluation.measures import RIGHT
from pipeline.evaluation.rows import Span
from pipeline.evaluation.score import Document, Evaluation, Miss, misses

TurnKind = Literal["broken", "mended", "false_gained", "false_lost"]


@dataclass(frozen=True, slots=True)
class Differences:
    """What sets two runs apart.

    Attributes:
        articles_lost: articles that only the first run has; their rows are in no other list.
        articles_gained: those that only the second has.
        rows: the rows that differ, in text order: ``missing`` from the second run, ``spurious`` in it, or ``wrong``
            where a column changed. A row that merely moved is one that changed its text.
    """

    articles_lost: tuple[str, ...]
    articles_gained: tuple[str, ...]
    rows: tuple[Miss, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn(Span):
    """A row whose verdict changed from one run to the next.

    Attributes:
        article: the article's name.
        table: where the row belongs.
        kind: of a gold row: ``broken``, found right before, not now; ``mended``, the reverse. Of a row that gold
            lacks: ``false_gained``, found now only; ``false_lost``, found before only.
    """

    article: str
    table: str
    kind: TurnKind


def differences(before: Found, after: Found, tables: Iterable[str] = RIGHT) -> Differences:
    """The rows of `tables` that differ between two runs, persons tied by the mentions that they share."""
    common = [name for name in before.articles if name in after.texts]
    pairs = ((first, after.beside(first)) for first in map(before.annotations, common))
    return Differences(
        tuple(name for name in before.articles if name not in after.texts),
        tuple(name for name in after.articles if name not in before.texts),
        tuple(miss for first, second in pairs for miss in misses(first, second, tables)),
    )


def turns(before: Evaluation, after: Evaluation) -> tuple[Turn, ...]:
    """The rows whose verdict changed between two evaluations on the same gold."""
    pairs = zip(before.documents, after.documents, strict=True)
    return tuple(turn for first, second in pairs for turn in _turns(first, second))


def _turns(before: Document, after: Document) -> Iterator[Turn]:
    was, now = _Verdicts(before), _Verdicts(after)
    texts = {**was.false, **now.false, **was.hits, **now.hits}
    kinds: tuple[tuple[TurnKind, Any], ...] = (
        ("broken", was.hits.keys() - now.hits.keys()),
        ("mended", now.hits.keys() - was.hits.keys()),
        ("false_gained", now.false.keys() - was.false.keys()),
        ("false_lost", was.false.keys() - now.false.keys()),
    )
    for kind, keys in kinds:
        for table, start, end in sorted(keys):
            span = {"start_char": start, "end_char": end, "text": texts[table, start, end]}
            yield Turn(article=after.name, table=table, kind=kind, **span)


class _Verdicts:
    """The gold rows that were found and the found rows that are wrong: (table, start, end) → text."""

    def __init__(self, document: Document) -> None:
        self.hits = {_key(judged.table, judged.gold): judged.gold.text for judged in document.judged if judged.is_right}
        false = ((judged.table, judged.found) for judged in document.judged if judged.gold is None)
        self.false = {_key(table, row): row.text for table, row in false}


def _key(table: str, row: Any) -> tuple[str, int, int]:
    return table, row.start_char, row.end_char
