"""The same person across articles: a deterministic key for each person, and the table ``entities`` that the keys group.

A key is the whole bare name where it has two words or more; a single name counts only together with a post and its
place, since *Supriyanto* alone
may be anyone. Keys depend on nothing but the person's own rows, so they are the same in every run and need no second
look at the text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

import pandas as pd
import pyarrow as pa
import regex

from pipeline.schema import Entity, Role
from pipeline.tables import frame, to_arrow

_NOT_LETTERS = regex.compile(r"[^\p{L}\p{N}]+")


def entity_id(name: str, roles: Iterable[Role]) -> str | None:
    """The key of a person with bare `name` who holds `roles`; `None` for a single name without a post that places it.

    >>> entity_id("Ohorella Erma", []) == entity_id("OHORELLA ERMA", [])
    True
    >>> entity_id("Supriyanto", []) is None
    True
    """
    words = _NOT_LETTERS.sub(" ", name.casefold()).split()
    parts = list(words)
    if len(words) < 2:
        placed = sorted(
            f"{role.position_code or role.position}/{role.region_code or role.organization}"
            for role in roles
            if role.region_code or role.organization
        )
        if not words or not placed:
            return None
        parts.append(placed[0])
    return "p" + hashlib.sha256(" ".join(parts).encode()).hexdigest()[:12]


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
