"""Counts that grow with the number of different keys, not of rows: what passes over a whole run gather in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

_MANY = 1_000_000  # rows that are gathered before they are summed up
COUNT = [("n", "sum")]
"""How often a pair of key and value was seen."""
SEEN = [("n_articles", "sum"), ("first_seen", "min"), ("last_seen", "max")]
"""In how many articles a key was seen, and when."""


class Sums:
    """Rows summed up by `keys`, now and then, so that they never grow many more than there are different keys."""

    def __init__(self, keys: list[str], sums: list[tuple[str, str]]) -> None:
        self._keys, self._sums = keys, sums
        self._tables: list[pa.Table] = []
        self._limit = _MANY

    def add(self, table: pa.Table) -> None:
        """Take in rows with the keys and the columns to sum up."""
        self._tables.append(table)
        if sum(map(len, self._tables)) > self._limit:
            self._limit = 2 * len(self.total()) + _MANY

    def total(self, links: Mapping[str, str] | None = None) -> pa.Table:
        """The sums; those of linked keys together."""
        self._tables = [self._summed(pa.concat_tables(self._tables))]
        (total,) = self._tables
        return self._summed(put(total, "entity_id", led(total["entity_id"], links))) if links else total

    def _summed(self, table: pa.Table) -> pa.Table:
        grouped = table.group_by(self._keys).aggregate(self._sums)
        return grouped.rename_columns([*self._keys, *(name for name, _ in self._sums)])


def led(keys: pa.Array, links: Mapping[str, str]) -> pa.Array:
    """`keys`, those that are linked led on."""
    return text(links.get(key, key) for key in keys.to_pylist())


def counted(rows: Iterable[tuple[str | None, str | None]], column: str) -> pa.Table:
    """Pairs of key and value as a table to be summed up by them."""
    kept = list(rows)
    table = {"entity_id": text(key for key, _ in kept), column: text(value for _, value in kept)}
    return pa.table({**table, "n": pa.repeat(pa.scalar(1, pa.int64()), len(kept))})


def seen(rows: Iterable[tuple[str | None, str | None]], articles: pa.Table) -> pa.Table:
    """Pairs of key and article as a table to be summed up by key with `SEEN`; a key counts once in an article."""
    published = dict(pairs(articles, "article_id", "published_at"))
    once = set(rows)
    days = text(published.get(article) for _, article in once)
    return pa.table(
        {
            "entity_id": text(key for key, _ in once),
            "n_articles": pa.repeat(pa.scalar(1, pa.int64()), len(once)),
            "first_seen": days,
            "last_seen": days,
        }
    )


def text(values: Iterable[str | None]) -> pa.Array:
    """A column of text."""
    return pa.array(list(values), pa.string())


def pairs(table: pa.Table, one: str, other: str) -> Iterator[tuple[Any, Any]]:
    """Two columns side by side."""
    return zip(table[one].to_pylist(), table[other].to_pylist(), strict=True)


def put(table: pa.Table, column: str, values: pa.Array) -> pa.Table:
    """`table` with other values in a column, the column and all else as it was."""
    position = table.schema.get_field_index(column)
    return table.set_column(position, table.schema.field(position), values)


def ranked(counts: pa.Table, column: str) -> pa.Table:
    """``entity_id`` and the values of `column` as a list, most frequent first, of equally frequent ones the longest."""
    measured = counts.append_column("length", pc.utf8_length(counts[column]))
    ordered = measured.sort_by(
        [("entity_id", "ascending"), ("n", "descending"), ("length", "descending"), (column, "ascending")]
    )
    grouped = ordered.group_by("entity_id", use_threads=False).aggregate([(column, "list")])
    return grouped.rename_columns(["entity_id", "ranked"])


def joined(lists: pa.ChunkedArray) -> pa.Array:
    """Lists of text joined by `` | ``; an empty one is missing."""
    together = pc.binary_join(lists, " | ")
    return pc.if_else(pc.equal(together, ""), None, together)
