"""What the pipeline found in an article, in the shape of its gold: persons under the gold persons' keys."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pipeline.evaluation.align import offsets
from pipeline.evaluation.gold import GoldError
from pipeline.evaluation.match import best_pairs
from pipeline.evaluation.names import names
from pipeline.evaluation.rows import (
    Annotations,
    ArticleRow,
    DateRow,
    FigureRow,
    MentionRow,
    NameRow,
    PersonRow,
    QuoteRow,
    RoleRow,
    Span,
)
from pipeline.results import Tables

Row = TypeVar("Row", DateRow, PersonRow, MentionRow, RoleRow, FigureRow, QuoteRow, NameRow, ArticleRow)
Columns = dict[str, Any]
_TABLES = ("articles", "dates", "persons", "person_mentions", "roles", "figures", "quotes")


class Found:
    """The tables of a run, article by article; an article's name is its id, or its file's name without the ending."""

    def __init__(self, tables: Tables) -> None:
        self._rows = {name: _by_article(tables.arrow[name].to_pylist()) for name in _TABLES}
        articles = {article_id: rows[0] for article_id, rows in self._rows["articles"].items()}
        self.articles = tuple(articles)
        """The ids of all articles."""
        self._ids = {Path(article["source"]).stem: article_id for article_id, article in articles.items()}
        self._ids |= {article_id: article_id for article_id in articles}
        self.texts: dict[str, str] = {name: articles[article_id]["text"] for name, article_id in self._ids.items()}
        """Name of an article → its cleaned text."""

    def rows(self, name: str) -> dict[str, list[Columns]]:
        """Table → the rows of the article `name`.

        Raises:
            GoldError: the run has no such article.
        """
        if name not in self._ids:
            raise GoldError(f"{name}: no such article among the {len(self._rows['articles'])} extracted")
        return {table: rows.get(self._ids[name], []) for table, rows in self._rows.items()}

    def annotations(self, name: str) -> Annotations:
        """What was found in the article `name`, persons under their own names."""
        return self.beside(Annotations(name=name, text=self.texts[name]))

    def beside(self, gold: Annotations) -> Annotations:
        """What was found in the article of `gold`, at the offsets of the text that gold speaks of."""
        rows = self.rows(gold.name)
        to = offsets(rows["articles"][0]["text"], gold.text)
        row = partial(_row, to=to)
        spans = {mention["mention_id"]: mention for mention in rows["person_mentions"]}
        mentions = [row(MentionRow, mention, person=mention["person_id"]) for mention in rows["person_mentions"]]
        keys = _person_keys(rows["persons"], align_persons(mentions, gold.mentions))
        return Annotations(
            name=gold.name,
            text=gold.text,
            article=_row(ArticleRow, rows["articles"][0]),
            dates=tuple(row(DateRow, each) for each in rows["dates"]),
            persons=tuple(
                row(PersonRow, spans[each["first_mention_id"]] | each, key=keys[each["person_id"]])
                for each in rows["persons"]
            ),
            mentions=tuple(row(MentionRow, each, person=keys[each["person_id"]]) for each in rows["person_mentions"]),
            roles=tuple(row(RoleRow, each, person=keys[each["person_id"]]) for each in rows["roles"]),
            figures=tuple(row(FigureRow, each) for each in rows["figures"]),
            quotes=tuple(
                row(QuoteRow, each, speaker=keys[each["speaker_id"]], group=each["group_id"]) for each in rows["quotes"]
            ),
            names=tuple(row(NameRow, name) for name in names(rows)),
        )


def _person_keys(persons: Sequence[Columns], aligned: Mapping[str, str]) -> dict[str | None, str | None]:
    """Found person → the key of the gold person, else the name, or the id where another bears that name."""
    named = Counter([*(person["name"] for person in persons), *aligned.values()])
    own = {row["person_id"]: row["name"] if named[row["name"]] == 1 else row["person_id"] for row in persons}
    return {None: None, **own, **aligned}


def align_persons(found: Iterable[MentionRow], gold: Sequence[MentionRow]) -> dict[str, str]:
    """Found person → the gold person whose mentions it covers best, one to one."""
    shared: defaultdict[tuple[str, str], float] = defaultdict(float)
    for mention in found:
        for other in gold:
            if mention.person and other.person and mention.overlaps(other):
                shared[mention.person, other.person] += mention.iou(other)
    return best_pairs(shared)


def _row(kind: type[Row], row: Columns, to: Callable[[int], int] = int, **other: object) -> Row:
    """The columns of `row` that evaluation compares, `other` in place of them, its span moved by `to`."""
    columns = {field.name: row[field.name] for field in fields(kind) if field.name in row}
    if issubclass(kind, Span):
        columns |= {"start_char": to(row["start_char"]), "end_char": to(row["end_char"]), "origin": row}
    return kind(**columns | other)


def _by_article(rows: Iterable[Columns]) -> dict[str, list[Columns]]:
    found: dict[str, list[Columns]] = {}
    for row in rows:
        found.setdefault(row["article_id"], []).append(row)
    return found
