"""Rows below a confidence left out of an article's tables, and what pointed at them made to point at nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from pipeline.schema import Row
from pipeline.tables.facts import facts

R = TypeVar("R", bound=Row)
KEYS = {"dates": "date_id", "persons": "person_id", "roles": "role_id", "figures": "figure_id", "quotes": "quote_id"}
"""The tables that are thinned out → the column that other tables point at."""
_REFERENCES = {
    "person_mentions": {"person_id": "persons"},
    "roles": {"person_id": "persons"},
    "quotes": {"speaker_id": "persons", "speaker_role_id": "roles", "date_id": "dates"},
}
"""Table → its columns that point at rows of another; `None` is the only missing value."""


def confident(rows: Mapping[str, Sequence[Row]], minimum: float) -> Mapping[str, Sequence[Row]]:
    """The rows of one article by table name, those of `KEYS` with a confidence of `minimum` (0 to 1) or more.

    A reference to a row that is left out becomes null; ``facts`` follow.
    """
    if minimum <= 0:
        return rows
    sure = {name: [row for row in table if _confidence(name, row) >= minimum] for name, table in rows.items()}
    kept = {name: {getattr(row, key) for row in sure.get(name, ())} for name, key in KEYS.items()}
    for name, references in _REFERENCES.items():
        sure[name] = [_loosened(row, references, kept) for row in sure.get(name, ())]
    return {**sure, "facts": facts(sure)}


def _confidence(name: str, row: Row) -> float:
    return row.confidence if name in KEYS else 1.0  # type: ignore[union-attr]


def _loosened(row: R, references: Mapping[str, str], kept: Mapping[str, set[str]]) -> R:
    """`row` without its references to rows that are not `kept`."""
    gone: dict[str, Any] = {
        column: None for column, name in references.items() if getattr(row, column) not in kept[name]
    }
    return replace(row, **gone) if gone else row
