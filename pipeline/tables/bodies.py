"""The bodies of a run, each in its place: those that persons hold posts in, and those that speak.

In: ``articles``, ``roles`` and ``quotes``, part by part. Out: rows of ``entities``.
"""

from __future__ import annotations

from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import regex

from pipeline.lexicon.posts import ORGANIZATIONS, organization_type
from pipeline.lexicon.regions import place_of
from pipeline.schema import Entity
from pipeline.tables.arrow import to_arrow
from pipeline.tables.sums import COUNT, SEEN, Sums, counted, pairs, ranked, seen

_KEY = "organization_entity_id"
_SEPARATOR = "\t"
_ASIDE = regex.compile(r"^pihak\s+|\s*\([^()]*\)", regex.IGNORECASE)
_STANDARD = {entry.slug: entry for entry in ORGANIZATIONS}


class _Told(NamedTuple):
    """What a row says of a body; an empty text is what it does not say."""

    organization_id: str
    type: str
    region: str
    region_code: str


class Bodies:
    """Bodies gathered part by part; what is kept grows with their number, not with that of articles."""

    def __init__(self) -> None:
        self._names = Sums(["entity_id", "name"], COUNT)
        self._told = Sums(["entity_id", "told"], COUNT)
        self._seen = Sums(["entity_id"], SEEN)

    def add(self, articles: pa.Table, roles: pa.Table, quotes: pa.Table) -> None:
        """Take in the rows of one part."""
        roles, quotes = (table.filter(pc.is_valid(table[_KEY])) for table in (roles, quotes))
        said = [(key, *_said(key, words)) for key, words in pairs(quotes, _KEY, "speaker_text")]
        columns = (_KEY, "organization", "organization_id", "organization_type", "region", "region_code")
        held = [
            (row[_KEY], row["organization"], _Told(*(row[column] or "" for column in columns[2:])))
            for row in roles.select(columns).to_pylist()
        ]
        self._names.add(counted(((key, name) for key, name, _ in (*held, *said)), "name"))
        self._told.add(counted(((key, _SEPARATOR.join(told)) for key, _, told in (*held, *said)), "told"))
        both = (*pairs(roles, _KEY, "article_id"), *pairs(quotes, _KEY, "article_id"))
        self._seen.add(seen(both, articles))

    def table(self) -> pa.Table:
        """The rows of ``entities``, in the order of their keys."""
        names = dict(pairs(ranked(self._names.total(), "name"), "entity_id", "ranked"))
        told = dict(pairs(ranked(self._told.total(), "told"), "entity_id", "ranked"))
        rows = self._seen.total().sort_by("entity_id").to_pylist()
        return to_arrow("entities", (_entity(row, names[row["entity_id"]], told[row["entity_id"]][0]) for row in rows))


def _said(key: str, words: str) -> tuple[str, _Told]:
    """The body's name in the words for a speaker, and what its key tells of it."""
    name = _ASIDE.sub("", words).strip()
    organization_id, _, place = key.partition("/")
    region = place_of(place) if place else None
    return name, _Told(
        organization_id,
        organization_type(name) or "",
        region.name if region else "",
        (region.code if region else None) or "",
    )


def _entity(seen_in: dict[str, object], names: list[str], told: str) -> Entity:
    """A row, its name the standard one where the lexicon has the body, else the most frequent."""
    organization_id, kind, region, code = (part or None for part in told.split(_SEPARATOR))
    standard = _STANDARD.get(organization_id or "")
    name = standard.canonical if standard else names[0]
    aliases = [form for form in names if form != name]
    return Entity(
        **seen_in,  # type: ignore[arg-type]
        kind="organization",
        name=name,
        aliases=" | ".join(aliases) or None,
        organization_id=organization_id,
        organization_type=kind or (standard and standard.type),  # type: ignore[arg-type]
        region=region,
        region_code=code,
    )
