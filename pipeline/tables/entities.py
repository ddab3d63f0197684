"""The table ``entities``: the persons of a run, grouped by the key that linking gave each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.tables.arrow import concatenate

COLUMNS: Mapping[str, Sequence[str]] = {
    "articles": ("article_id", "published_at"),
    "persons": ("person_id", "article_id", "entity_id", "name"),
    "roles": ("person_id", "position"),
}
"""The tables and columns that entities are made from."""
_MANY = 1_000_000  # rows that are gathered before they are summed up
_COUNT = [("n", "sum")]
_SEEN = [("n_articles", "sum"), ("first_seen", "min"), ("last_seen", "max")]
_ONE = pa.scalar(1, pa.int64())


def entities(tables: Mapping[str, pa.Table]) -> pa.Table:
    """The table ``entities`` of a run, from its ``articles``, ``persons`` and ``roles``."""
    gathering = Gathering()
    gathering.add(tables)
    return gathering.table()


class Gathering:
    """Persons gathered part by part. What is kept grows with the number of entities, not of articles.

    An article and all of its persons lie in one part.
    """

    def __init__(self) -> None:
        self._names = _Sums(["entity_id", "name"], _COUNT)
        self._positions = _Sums(["entity_id", "position"], _COUNT)
        self._seen = _Sums(["entity_id"], _SEEN)

    def add(self, tables: Mapping[str, pa.Table]) -> None:
        """Take in the tables of `COLUMNS` of one part."""
        articles, persons, roles = (tables[name].select(list(columns)) for name, columns in COLUMNS.items())
        persons = persons.filter(pc.is_valid(persons["entity_id"]))
        self._names.add(_with(persons.select(["entity_id", "name"]), n=_ONE))
        held = persons.select(["person_id", "entity_id"]).join(roles, "person_id", join_type="inner")
        self._positions.add(_with(held.select(["entity_id", "position"]), n=_ONE))
        once = persons.group_by(["entity_id", "article_id"]).aggregate([]).join(articles, "article_id")
        published = once["published_at"]
        self._seen.add(_with(once.select(["entity_id"]), n_articles=_ONE, first_seen=published, last_seen=published))

    def table(self) -> pa.Table:
        """The table ``entities``, in the order of the keys."""
        names = _ranked(self._names.total(), "name")
        positions = _ranked(self._positions.total(), "position")
        columns = {
            "entity_id": names["entity_id"],
            "kind": pa.nulls(len(names), pa.string()).fill_null("person"),
            "name": pc.list_element(names["ranked"], 0) if len(names) else pa.array([], pa.string()),
            "aliases": _joined(pc.list_slice(names["ranked"], 1)),
        }
        held = pa.table({"entity_id": positions["entity_id"], "positions": _joined(positions["ranked"])})
        whole = pa.table(columns).join(self._seen.total(), "entity_id").join(held, "entity_id")
        return concatenate("entities", [whole.sort_by("entity_id")])


class _Sums:
    """Rows summed up by `keys`, now and then, so that they never grow many more than there are different keys."""

    def __init__(self, keys: list[str], sums: list[tuple[str, str]]) -> None:
        self._keys, self._sums = keys, sums
        self._tables: list[pa.Table] = []
        self._limit = _MANY

    def add(self, table: pa.Table) -> None:
        self._tables.append(table)
        if sum(map(len, self._tables)) > self._limit:
            self._limit = 2 * len(self.total()) + _MANY

    def total(self) -> pa.Table:
        grouped = pa.concat_tables(self._tables).group_by(self._keys).aggregate(self._sums)
        total = grouped.rename_columns([*self._keys, *(name for name, _ in self._sums)])
        self._tables = [total]
        return total


def _with(table: pa.Table, **columns: pa.Scalar | pa.ChunkedArray) -> pa.Table:
    """`table` with more columns; a scalar fills its column."""
    for name, values in columns.items():
        filled = pa.repeat(values, len(table)) if isinstance(values, pa.Scalar) else values
        table = table.append_column(name, filled)
    return table


def _ranked(counts: pa.Table, column: str) -> pa.Table:
    """``entity_id`` and the values of `column` as a list, most frequent first, ties in alphabetical order."""
    ordered = counts.sort_by([("entity_id", "ascending"), ("n", "descending"), (column, "ascending")])
    grouped = ordered.group_by("entity_id", use_threads=False).aggregate([(column, "list")])
    return grouped.rename_columns(["entity_id", "ranked"])


def _joined(lists: pa.ChunkedArray) -> pa.Array:
    """Lists of text joined by `` | ``; an empty one is missing."""
    joined = pc.binary_join(lists, " | ")
    return pc.if_else(pc.equal(joined, ""), None, joined)
