"""How the tables of the contract hang together: what stores with keys declare."""

from __future__ import annotations

from pipeline.schema import TABLES

KEYS = {
    "articles": "article_id",
    "entities": "entity_id",
    "sentences": "sentence_id",
    "dates": "date_id",
    "persons": "person_id",
    "person_mentions": "mention_id",
    "roles": "role_id",
    "figures": "figure_id",
    "quotes": "quote_id",
}
"""Table → its primary key; ``errors`` has none, since the same input may fail in several ways."""

REFERENCES = {
    "article_id": "articles",
    "sentence_id": "sentences",
    "entity_id": "entities",
    "organization_entity_id": "entities",
    "person_id": "persons",
    "speaker_id": "persons",
    "speaker_role_id": "roles",
    "date_id": "dates",
}
"""Column → the table whose key it holds. ``persons.first_mention_id`` would close a circle and is left out."""

INDEXED = {"published_at", "start_date", "region_code", "position_code", "organization_id"}
"""Columns beside keys and references that people look rows up by."""

STORED = (
    "entities", "articles", "sentences", "persons", "dates", "roles", "person_mentions", "figures", "quotes", "errors",
)  # fmt: skip
"""The tables that hold rows, each behind those that it refers to; ``facts`` is made of them."""

PER_ARTICLE = tuple(name for name in STORED if name not in ("entities", "errors"))
"""Those whose rows belong to one article and are replaced with it."""

assert {*STORED, "facts"} == set(TABLES)


def reference(table: str, column: str) -> str | None:
    """The table that `column` of `table` points at.

    >>> reference("quotes", "date_id"), reference("dates", "date_id"), reference("errors", "article_id")
    ('dates', None, None)
    """
    return REFERENCES.get(column) if table in PER_ARTICLE and KEYS[table] != column else None
