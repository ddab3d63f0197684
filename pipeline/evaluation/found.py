"""What the pipeline found in an article, in the shape of its gold: persons under the gold persons' keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from pipeline.evaluation.match import best_pairs
from pipeline.evaluation.rows import (
    Annotations,
    ArticleRow,
    DateRow,
    FigureRow,
    MentionRow,
    PersonRow,
    QuoteRow,
    RoleRow,
)
from pipeline.results import Tables

Row = TypeVar("Row", DateRow, PersonRow, MentionRow, RoleRow, FigureRow, QuoteRow, ArticleRow)
Columns = dict[str, Any]
_TABLES = ("articles", "dates", "persons", "person_mentions", "roles", "figures", "quotes")


class Found:
    """The tables of a run, article by article; an article's name is its id, or its file's name without the ending."""

    def __init__(self, tables: Tables) -> None:
        self._rows = {name: _by_article(tables.arrow[name].to_pylist()) for name in _TABLES}
        articles = {article_id: rows[0] for article_id, rows in self._rows["articles"].items()}
        self._ids = {Path(article["source"]).stem: article_id for article_id, article in articles.items()}
        self._ids |= {article_id: article_id for article_id in articles}
        self.texts: dict[str, str] = {name: articles[article_id]["text"] for name, article_id in self._ids.items()}
        """Name of an article → its cleaned text."""

    def beside(self, gold: Annotations) -> Annotations:
        """What was found in the article of `gold`."""
        rows = {name: table.get(self._ids[gold.name], []) for name, table in self._rows.items()}
        spans = {mention["mention_id"]: mention for mention in rows["person_mentions"]}
        mentions = [_row(MentionRow, mention, person=mention["person_id"]) for mention in rows["person_mentions"]]
        keys = _Keys(align_persons(mentions, gold.mentions))
        return Annotations(
            name=gold.name,
            text=gold.text,
            article=_row(ArticleRow, rows["articles"][0]),
            dates=tuple(_row(DateRow, row) for row in rows["dates"]),
            persons=tuple(
                _row(PersonRow, spans[row["first_mention_id"]] | row, key=keys[row["person_id"]])
                for row in rows["persons"]
            ),
            mentions=tuple(_row(MentionRow, row, person=keys[row["person_id"]]) for row in rows["person_mentions"]),
            roles=tuple(_row(RoleRow, row, person=keys[row["person_id"]]) for row in rows["roles"]),
            figures=tuple(_row(FigureRow, row) for row in rows["figures"]),
            quotes=tuple(
                _row(QuoteRow, row, speaker=keys[row["speaker_id"]], group=row["group_id"]) for row in rows["quotes"]
            ),
        )


class _Keys(dict[str | None, str | None]):
    """Found person → gold key; a person that gold lacks keeps its own id."""

    def __missing__(self, person_id: str | None) -> str | None:
        return person_id


def align_persons(found: Iterable[MentionRow], gold: Sequence[MentionRow]) -> dict[str, str]:
    """Found person → the gold person whose mentions it covers best, one to one."""
    shared: defaultdict[tuple[str, str], float] = defaultdict(float)
    for mention in found:
        for other in gold:
            if mention.person and other.person and mention.overlaps(other):
                shared[mention.person, other.person] += mention.iou(other)
    return best_pairs(shared)


def _row(kind: type[Row], row: Columns, **other: object) -> Row:
    """The columns of `row` that evaluation compares, `other` in place of them."""
    return kind(**{field.name: row[field.name] for field in fields(kind) if field.name in row} | other)


def _by_article(rows: Iterable[Columns]) -> dict[str, list[Columns]]:
    found: dict[str, list[Columns]] = {}
    for row in rows:
        found.setdefault(row["article_id"], []).append(row)
    return found
