"""The table ``entities``: the persons and bodies of a run, grouped by their keys.

A person's own key depends on name and roles alone (`pipeline.linking.entities`), so that the pass can be made again
over tables that went through it before; keys that are one person are linked when all of them are known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.linking.entities import Known, Pair, apart, entity_id, merged
from pipeline.linking.posts import Post, post_of, posts
from pipeline.schema import Role
from pipeline.tables.arrow import concatenate, typed_rows
from pipeline.tables.bodies import Bodies
from pipeline.tables.sums import COUNT, SEEN, Sums, counted, joined, led, pairs, put, ranked, seen, text

GATHERED: Mapping[str, list[str] | None] = {
    "articles": ["article_id", "published_at"],
    "persons": ["person_id", "article_id", "name", "entity_id"],
    "roles": None,
    "quotes": ["article_id", "speaker_text", "organization_entity_id"],
}
"""The tables that `Gathering.add` takes and the columns that it needs, `None` for all."""


def with_entities(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """`tables` with ``entities``, and `entity_id` in ``persons`` and ``facts`` to match."""
    gathering = Gathering()
    gathering.add(tables)
    links = gathering.links()
    return {**tables, **linked(tables, links), "entities": gathering.table(links)}


class Gathering:
    """Persons and bodies gathered part by part. What is kept grows with the number of entities, not of articles.

    An article and all of its rows lie in one part.
    """

    def __init__(self) -> None:
        self._names = Sums(["entity_id", "name"], COUNT)
        self._positions = Sums(["entity_id", "position"], COUNT)
        self._posts = Sums(["entity_id", "post"], COUNT)
        self._seen = Sums(["entity_id"], SEEN)
        self._apart: Counter[Pair] = Counter()
        self._bodies = Bodies()

    def add(self, tables: Mapping[str, pa.Table]) -> bool:
        """Take in ``articles``, ``persons``, ``roles`` and ``quotes`` of one part; whether no key in it is linked."""
        articles, persons, roles = (tables[name] for name in ("articles", "persons", "roles"))
        held = _held(roles)
        keys = _own_keys(persons, held)
        is_own = persons["entity_id"].to_pylist() == keys.to_pylist()
        persons = put(persons.select(["person_id", "article_id", "name", "entity_id"]), "entity_id", keys)
        persons = persons.filter(pc.is_valid(persons["entity_id"]))
        key_of = dict(pairs(persons, "person_id", "entity_id"))
        self._names.add(counted(pairs(persons, "entity_id", "name"), "name"))
        told = ((key, role) for person, key in key_of.items() for role in held.get(person, ()))
        self._positions.add(counted(((key, role.position) for key, role in told), "position"))
        placed = ((key, post.text) for person, key in key_of.items() for post in posts(held.get(person, ())))
        self._posts.add(counted(placed, "post"))
        self._seen.add(seen(pairs(persons, "entity_id", "article_id"), articles))
        together: defaultdict[str, list[Pair]] = defaultdict(list)
        for row in persons.select(["article_id", "entity_id", "name"]).to_pylist():
            together[row["article_id"]].append((row["entity_id"], row["name"]))
        for named in together.values():
            self._apart.update(apart(named))
        self._bodies.add(articles, roles, tables["quotes"])
        return bool(is_own)

    def links(self) -> dict[str, str]:
        """Key → the key of the person that it belongs to, see `pipeline.linking.entities.merged`."""
        held: defaultdict[str, dict[Post, int]] = defaultdict(dict)
        for row in self._posts.total().to_pylist():
            held[row["entity_id"]][post_of(row["post"])] = row["n"]
        counts = dict(pairs(self._seen.total(), "entity_id", "n_articles"))
        names = pairs(ranked(self._names.total(), "name"), "entity_id", "ranked")
        return merged([Known(key, forms[0], held[key], counts[key]) for key, forms in names], self._apart)

    def table(self, links: Mapping[str, str]) -> pa.Table:
        """The table ``entities``, persons before bodies, each in the order of the keys."""
        names = ranked(self._names.total(links), "name")
        positions = ranked(self._positions.total(links), "position")
        columns = {
            "entity_id": names["entity_id"],
            "kind": pa.nulls(len(names), pa.string()).fill_null("person"),
            "name": pc.list_element(names["ranked"], 0) if len(names) else text([]),
            "aliases": joined(pc.list_slice(names["ranked"], 1)),
        }
        held = pa.table({"entity_id": positions["entity_id"], "positions": joined(positions["ranked"])})
        persons = pa.table(columns).join(self._seen.total(links), "entity_id").join(held, "entity_id")
        return concatenate("entities", [persons.sort_by("entity_id"), self._bodies.table()])


def linked(tables: Mapping[str, pa.Table], links: Mapping[str, str]) -> dict[str, pa.Table]:
    """``persons`` and ``facts`` of one part, `entity_id` in them made anew and led on by `links`."""
    persons, facts = tables["persons"], tables["facts"]
    keys = led(_own_keys(persons, _held(tables["roles"])), links)
    entity = dict(zip(persons["person_id"].to_pylist(), keys.to_pylist(), strict=True))
    person = dict([*pairs(tables["roles"], "role_id", "person_id"), *pairs(tables["quotes"], "quote_id", "speaker_id")])
    found = text(entity.get(person.get(row)) for row in facts["row_id"].to_pylist())
    return {"facts": put(facts, "entity_id", found), "persons": put(persons, "entity_id", keys)}


def _held(roles: pa.Table) -> dict[str | None, list[Role]]:
    """Person → the roles held."""
    held: defaultdict[str | None, list[Role]] = defaultdict(list)
    for role in typed_rows("roles", roles.filter(pc.is_valid(roles["person_id"]))):
        assert isinstance(role, Role)
        held[role.person_id].append(role)
    return held


def _own_keys(persons: pa.Table, held: Mapping[str | None, list[Role]]) -> pa.Array:
    """The key of each person by name and roles alone, whatever an earlier pass has made of it."""
    return text(entity_id(name, held.get(person, ())) for person, name in pairs(persons, "person_id", "name"))
