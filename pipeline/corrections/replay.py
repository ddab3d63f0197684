"""Tables and the entries of a ledger → the tables as reviewed, and what became of each decision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.corrections.article import Orphan, Reviewed, review
from pipeline.corrections.columns import REVIEWED
from pipeline.corrections.ledger import Entry, Key
from pipeline.schema import Row
from pipeline.tables.arrow import concatenate, to_arrow, typed_rows
from pipeline.tables.entities import with_entities

PER_ARTICLE = ("articles", "sentences", *REVIEWED)
"""The tables that a review of one article needs."""


@dataclass(frozen=True, slots=True)
class Replay:
    """Tables after review."""

    tables: dict[str, pa.Table]
    decided: dict[str, Entry]
    """Row id → the decision that holds."""
    orphaned: tuple[Orphan, ...]


class Decisions:
    """What stands after all entries of a ledger: the last decision about each row, less what was undone."""

    def __init__(self, entries: Iterable[Entry], articles: pa.Table) -> None:
        """Take the entries, and the table ``articles`` of the tables that they are to be applied to."""
        self._present = set(zip(articles["text_sha256"].to_pylist(), articles["article_id"].to_pylist(), strict=True))
        self._by_text: defaultdict[str, defaultdict[Key, list[Entry]]] = defaultdict(lambda: defaultdict(list))
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Take one more entry, the latest."""
        about_row = self._by_text[entry.text_sha256][entry.key]
        if entry.decision != "undo":
            about_row.append(entry)
        elif about_row:
            about_row.pop()

    def about(self, text_sha256: str, article_id: str) -> list[Entry]:
        """The entries for one article: its own, and those of an article of the same text that is no longer there."""
        return [
            entry
            for entry in self._standing(text_sha256)
            if entry.article_id == article_id or (text_sha256, entry.article_id) not in self._present
        ]

    def texts(self) -> list[str]:
        """The hashes of the texts that have entries."""
        return list(self._by_text)

    def orphaned(self) -> list[Orphan]:
        """The entries whose text is no longer there."""
        present = {text for text, _ in self._present}
        gone = (entry for text in self._by_text if text not in present for entry in self._standing(text))
        return [Orphan(entry, "no article has that text any longer") for entry in gone]

    def _standing(self, text_sha256: str) -> list[Entry]:
        return [entries[-1] for entries in self._by_text.get(text_sha256, {}).values() if entries]


def replay(tables: Mapping[str, pa.Table], entries: Iterable[Entry]) -> Replay:
    """`tables` with the decisions of `entries` laid over them; articles without a decision stay as they are."""
    outcome = outcomes(tables, Decisions(entries, tables["articles"]))
    after = dict(tables)
    if outcome.reviewed:
        ids = pa.array(outcome.reviewed, pa.string())
        after |= {name: _put(name, tables, ids, list(outcome.reviewed.values())) for name in (*REVIEWED, "facts")}
        after = with_entities(after)
    return Replay(after, outcome.decided, outcome.orphaned)


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What decisions come to, article by article."""

    reviewed: dict[str, Reviewed]
    """Article id → the article after review, of those that have decisions."""
    decided: dict[str, Entry]
    orphaned: tuple[Orphan, ...]


def outcomes(tables: Mapping[str, pa.Table], decisions: Decisions) -> Outcomes:
    """Review every article that `decisions` speak of."""
    articles = tables["articles"]
    touched = articles.filter(pc.is_in(articles["text_sha256"], pa.array(decisions.texts(), pa.string())))
    texts = dict(zip(touched["article_id"].to_pylist(), touched["text_sha256"].to_pylist(), strict=True))
    reviewed = {
        article_id: review(rows, decisions.about(texts[article_id], article_id))
        for article_id, rows in rows_by_article(tables, list(texts)).items()
    }
    return Outcomes(
        reviewed,
        {identity: entry for article in reviewed.values() for identity, entry in article.decided.items()},
        (*decisions.orphaned(), *(orphan for article in reviewed.values() for orphan in article.orphaned)),
    )


def rows_by_article(tables: Mapping[str, pa.Table], article_ids: Sequence[str]) -> dict[str, dict[str, list[Row]]]:
    """Article id → its rows by table name, of the articles named."""
    found: dict[str, dict[str, list[Row]]] = {identity: {name: [] for name in PER_ARTICLE} for identity in article_ids}
    wanted = pa.array(article_ids, pa.string())
    for name in PER_ARTICLE if found else ():
        for row in typed_rows(name, tables[name].filter(pc.is_in(tables[name]["article_id"], wanted))):
            found[getattr(row, "article_id")][name].append(row)  # noqa: B009
    return found


def _put(name: str, tables: Mapping[str, pa.Table], ids: pa.Array, reviewed: Sequence[Reviewed]) -> pa.Table:
    """Table `name` with the rows of the reviewed articles in place of theirs, in the order of ``articles``."""
    table = tables[name]
    rest = table.filter(pc.invert(pc.is_in(table["article_id"], ids)))
    whole = concatenate(name, [rest, to_arrow(name, [row for article in reviewed for row in article.rows[name]])])
    order = pc.index_in(whole["article_id"], tables["articles"]["article_id"])
    return whole.take(pc.sort_indices(pa.table({"at": order}), sort_keys=[("at", "ascending")]))
