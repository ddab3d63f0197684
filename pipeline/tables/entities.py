"""The table ``entities``: the persons of a run, grouped by the key that linking gave each."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pyarrow as pa

from pipeline.schema import Entity
from pipeline.tables.arrow import frame, to_arrow


def entities(tables: Mapping[str, pa.Table]) -> pa.Table:
    """The table ``entities`` of a run, from its ``articles``, ``persons`` and ``roles``."""
    persons = frame(tables["persons"].select(["person_id", "article_id", "entity_id", "name"])).dropna(
        subset=["entity_id"]
    )
    articles = frame(tables["articles"].select(["article_id", "published_at"]))
    roles = frame(tables["roles"].select(["person_id", "position"]))
    persons = persons.merge(articles, on="article_id", how="left")
    positions = persons.merge(roles, on="person_id").groupby("entity_id")["position"].agg(_by_frequency)
    return to_arrow(
        "entities", (_entity(str(key), group, positions) for key, group in persons.groupby("entity_id", sort=True))
    )


def _entity(key: str, group: pd.DataFrame, positions: pd.Series[str]) -> Entity:
    names = _ranked(group["name"])
    seen = group["published_at"].dropna()
    return Entity(
        entity_id=key,
        kind="person",
        name=names[0],
        aliases=" | ".join(names[1:]) or None,
        n_articles=int(group["article_id"].nunique()),
        first_seen=None if seen.empty else str(seen.min()),
        last_seen=None if seen.empty else str(seen.max()),
        positions=positions.get(key),
    )


def _ranked(values: pd.Series[str]) -> list[str]:
    """Distinct values, most frequent first, ties in alphabetical order."""
    counts = values.value_counts()
    return sorted(counts.index, key=lambda value: (-counts[value], value))


def _by_frequency(values: pd.Series[str]) -> str:
    return " | ".join(_ranked(values))
