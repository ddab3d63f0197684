"""The table ``entities``: the persons of a run, grouped by their keys, and keys that are spellings of one name linked.

A person's own key depends on name and roles alone (`pipeline.linking.entities`), so that the pass can be made again
over tables that went through it before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.linking.entities import Known, entity_id, merged, posts
from pipeline.schema import Role
from pipeline.tables.arrow import concatenate, typed_rows

_MANY = 1_000_000  # rows that are gathered before they are summed up
_COUNT = [("n", "sum")]
_SEEN = [("n_articles", "sum"), ("first_seen", "min"), ("last_seen", "max")]
_ONE = pa.scalar(1, pa.int64())


def with_entities(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """`tables` with ``entities``, and `entity_id` in ``persons`` and ``facts`` to match."""
    gathering = Gathering()
    gathering.add(tables)
    links = gathering.links()
    return {**tables, **linked(tables, links), "entities": gathering.table(links)}


class Gathering:
    """Persons gathered part by part. What is kept grows with the number of entities, not of articles.

    An article and all of its persons lie in one part.
    """

    def __init__(self) -> None:
        self._names = _Sums(["entity_id", "name"], _COUNT)
        self._positions = _Sums(["entity_id", "position"], _COUNT)
        self._posts = _Sums(["entity_id", "post"], _COUNT)
        self._seen = _Sums(["entity_id"], _SEEN)

    def add(self, tables: Mapping[str, pa.Table]) -> bool:
        """Take in ``articles``, ``persons`` and ``roles`` of one part; whether no key in it is linked."""
        articles, persons, roles = (tables[name] for name in ("articles", "persons", "roles"))
        held = _held(roles)
        keys = _own_keys(persons, held)
        is_own = persons["entity_id"].to_pylist() == keys.to_pylist()
        persons = _with(persons.select(["person_id", "article_id", "name"]), entity_id=keys)
        persons = persons.filter(pc.is_valid(persons["entity_id"]))
        self._names.add(_with(persons.select(["entity_id", "name"]), n=_ONE))
        placed = [(key, post) for key, person in _pairs(persons) for post in posts(held.get(person, ()))]
        self._posts.add(
            _with(pa.table({"entity_id": _text(k for k, _ in placed), "post": _text(p for _, p in placed)}), n=_ONE)
        )
        positions = persons.join(roles.select(["person_id", "position"]), "person_id", join_type="inner")
        self._positions.add(_with(positions.select(["entity_id", "position"]), n=_ONE))
        once = persons.group_by(["entity_id", "article_id"]).aggregate([])
        published = once.join(articles.select(["article_id", "published_at"]), "article_id")
        self._seen.add(
            _with(
                published.select(["entity_id"]),
                n_articles=_ONE,
                first_seen=published["published_at"],
                last_seen=published["published_at"],
            )
        )
        return bool(is_own)

    def links(self) -> dict[str, str]:
        """Key → the key of the person that it is another spelling of, see `pipeline.linking.entities.merged`."""
        held: defaultdict[str, set[str]] = defaultdict(set)
        for key, post in _pairs(self._posts.total(), "entity_id", "post"):
            held[key].add(post)
        names = _ranked(self._names.total(), "name")
        counts = dict(_pairs(self._seen.total(), "entity_id", "n_articles"))
        return merged(
            [
                Known(key, ranked[0], frozenset(held[key]), counts[key])
                for key, ranked in _pairs(names, "entity_id", "ranked")
                if key in held
            ]
        )

    def table(self, links: Mapping[str, str]) -> pa.Table:
        """The table ``entities``, in the order of the keys."""
        names = _ranked(self._names.total(links), "name")
        positions = _ranked(self._positions.total(links), "position")
        columns = {
            "entity_id": names["entity_id"],
            "kind": pa.nulls(len(names), pa.string()).fill_null("person"),
            "name": pc.list_element(names["ranked"], 0) if len(names) else _text([]),
            "aliases": _joined(pc.list_slice(names["ranked"], 1)),
        }
        held = pa.table({"entity_id": positions["entity_id"], "positions": _joined(positions["ranked"])})
        whole = pa.table(columns).join(self._seen.total(links), "entity_id").join(held, "entity_id")
        return concatenate("entities", [whole.sort_by("entity_id")])


def linked(tables: Mapping[str, pa.Table], links: Mapping[str, str]) -> dict[str, pa.Table]:
    """``persons`` and ``facts`` of one part, `entity_id` in them made anew and led on by `links`."""
    persons, facts = tables["persons"], tables["facts"]
    keys = _led(_own_keys(persons, _held(tables["roles"])), links)
    entity = dict(zip(persons["person_id"].to_pylist(), keys.to_pylist(), strict=True))
    person = dict(
        [*_pairs(tables["roles"], "role_id", "person_id"), *_pairs(tables["quotes"], "quote_id", "speaker_id")]
    )
    found = _text(entity.get(person.get(row)) for row in facts["row_id"].to_pylist())
    return {"facts": _set(facts, "entity_id", found), "persons": _set(persons, "entity_id", keys)}


def _held(roles: pa.Table) -> dict[str | None, list[Role]]:
    """Person → the roles held."""
    held: defaultdict[str | None, list[Role]] = defaultdict(list)
    for role in typed_rows("roles", roles):
        assert isinstance(role, Role)
        held[role.person_id].append(role)
    return held


def _own_keys(persons: pa.Table, held: Mapping[str | None, list[Role]]) -> pa.Array:
    """The key of each person by name and roles alone, whatever an earlier pass has made of it."""
    return _text(entity_id(name, held.get(person, ())) for person, name in _pairs(persons, "person_id", "name"))


def _led(keys: pa.Array, links: Mapping[str, str]) -> pa.Array:
    return _text(links.get(key, key) for key in keys.to_pylist())


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

    def total(self, links: Mapping[str, str] | None = None) -> pa.Table:
        """The sums; those of linked keys together."""
        self._tables = [self._summed(pa.concat_tables(self._tables))]
        (total,) = self._tables
        return self._summed(_set(total, "entity_id", _led(total["entity_id"], links))) if links else total

    def _summed(self, table: pa.Table) -> pa.Table:
        grouped = table.group_by(self._keys).aggregate(self._sums)
        return grouped.rename_columns([*self._keys, *(name for name, _ in self._sums)])


def _text(values: Iterable[str | None]) -> pa.Array:
    return pa.array(list(values), pa.string())


def _pairs(table: pa.Table, one: str = "entity_id", other: str = "person_id") -> Iterator[tuple[Any, Any]]:
    """Two columns side by side."""
    return zip(table[one].to_pylist(), table[other].to_pylist(), strict=True)


def _set(table: pa.Table, column: str, values: pa.Array) -> pa.Table:
    """`table` with other values in a column, the column and all else as it was."""
    position = table.schema.get_field_index(column)
    return table.set_column(position, table.schema.field(position), values)


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
