"""What the pipeline found in an article, put beside its gold: rows of the same shape, persons under the gold persons' keys.

>>> best_pairs({("p1", "eka"): 3.0, ("p1", "erma"): 1.0, ("p2", "eka"): 2.0, ("p2", "erma"): 1.0})
{'p1': 'eka', 'p2': 'erma'}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from pipeline.evaluation.gold import without_marks
from pipeline.evaluation.rows import (
    Annotations,
    ArticleRow,
    DateRow,
    FigureRow,
    MentionRow,
    PersonRow,
    QuoteRow,
    RoleRow,
    Span,
)
from pipeline.results import Tables

Left = TypeVar("Left", bound=Hashable)
Right = TypeVar("Right", bound=Hashable)
Row = TypeVar("Row", bound=Span)
Columns = dict[str, Any]


class Found:
    """The tables of a run by article, each article under its id and under its file's name without the ending."""

    def __init__(self, tables: Tables) -> None:
        self._rows = {name: _by_article(arrow.to_pylist()) for name, arrow in tables.arrow.items() if "article_id" in arrow.schema.names}
        ids = [article_id for article_id in self._rows["articles"] if article_id is not None]
        self._ids = {Path(self._of("articles", article_id)[0]["source"]).stem: article_id for article_id in ids}
        self._ids |= {article_id: article_id for article_id in ids}

    def texts(self) -> dict[str, str]:
        """Name of an article → its cleaned text."""
        return {name: self._of("articles", article_id)[0]["text"] for name, article_id in self._ids.items()}

    def beside(self, gold: Annotations) -> Annotations:
        """What was found in the article of `gold`."""
        rows = {name: self._of(name, self._ids[gold.name]) for name in self._rows}
        mentions = [_row(MentionRow, row, person=row["person_id"]) for row in rows["person_mentions"]]
        keys = align_persons(mentions, gold.mentions)
        spans = {row["mention_id"]: row for row in rows["person_mentions"]}
        return Annotations(
            name=gold.name,
            text=gold.text,
            article=_columns(ArticleRow, rows["articles"][0]),
            dates=tuple(_row(DateRow, row, **_days(row)) for row in rows["dates"]),
            persons=tuple(_person(row, spans[row["first_mention_id"]], keys) for row in rows["persons"]),
            mentions=tuple(_row(MentionRow, row, person=_key(keys, row["person_id"])) for row in rows["person_mentions"]),
            roles=tuple(_row(RoleRow, row, person=_key(keys, row["person_id"])) for row in rows["roles"]),
            figures=tuple(_row(FigureRow, row) for row in rows["figures"]),
            quotes=tuple(_quote(row, keys) for row in rows["quotes"]),
        )

    def _of(self, table: str, article_id: str) -> list[Columns]:
        return self._rows[table].get(article_id, [])


def align_persons(found: Iterable[MentionRow], gold: Iterable[MentionRow]) -> dict[str, str]:
    """Found person → the gold person whose mentions it covers best, one to one."""
    gold = list(gold)
    shared: Counter[tuple[str, str]] = Counter()
    for mention in found:
        for other in gold:
            if mention.person and other.person and mention.overlaps(other):
                shared[mention.person, other.person] += mention.iou(other)
    return best_pairs(shared)


def best_pairs(weights: Mapping[tuple[Left, Right], float]) -> dict[Left, Right]:
    """One-to-one pairs, the heaviest first; equal weights in the order given."""
    pairs: dict[Left, Right] = {}
    taken: set[Right] = set()
    for left, right in sorted(weights, key=weights.__getitem__, reverse=True):
        if left not in pairs and right not in taken:
            pairs[left] = right
            taken.add(right)
    return pairs


def closest(found: Iterable[Row], gold: Iterable[Row]) -> list[tuple[Row | None, Row | None]]:
    """Found and gold rows side by side in text order, paired by overlap; None stands where one side has nothing."""
    found, gold = list(found), list(gold)
    pairs = best_pairs({(i, j): a.iou(b) for i, a in enumerate(found) for j, b in enumerate(gold) if a.overlaps(b)})
    paired: list[tuple[Row | None, Row | None]] = [(row, gold[pairs[i]] if i in pairs else None) for i, row in enumerate(found)]
    paired += [(None, row) for j, row in enumerate(gold) if j not in pairs.values()]
    return sorted(paired, key=lambda pair: next(row.start_char for row in reversed(pair) if row))


def _by_article(rows: Iterable[Columns]) -> dict[str, list[Columns]]:
    found: dict[str, list[Columns]] = {}
    for row in rows:
        found.setdefault(row["article_id"], []).append(row)
    return found


def _columns(kind: Callable[..., Row], row: Columns, **other: object) -> Row:
    """The columns of `row` that evaluation compares, and `other` in place of them."""
    return kind(**{f.name: row[f.name] for f in fields(kind) if f.name in row} | other)  # type: ignore[arg-type]
