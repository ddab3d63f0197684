"""The card that hovering or focusing a span shows: one row of a table in a few lines of plain text.

>>> row = {"figure_id": "a:f1", "text": "560 orang", "kind": "count", "value": 560, "unit": "orang", "confidence": 0.97}
>>> print(card("figures", row, {}))
Angka
kind: count
value: 560
unit: orang
confidence: 0.97
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pipeline.views.html.words import LAYER_NAMES, UiLanguage

Record = Mapping[str, Any]
"""One row as a mapping of column → value, as ``pyarrow.Table.to_pylist`` gives it."""

COLUMNS = {
    "dates": ["type", "value", "start_date", "end_date", "granularity", "modifier", "anchor", "conflict"],
    "person_mentions": ["person", "form"],
    "roles": ["person", "position", "unit", "organization", "region", "region_code", "role_class", "status"],
    "figures": [
        "kind", "value", "value_low", "value_high", "unit", "currency", "counted", "modifier", "is_vague", "adds_up",
    ],
    "quotes": ["person", "speaker_text", "cue", "kind", "attribution", "setting"],
}  # fmt: skip
"""Table → the columns that a card shows, ``person`` being the name behind the row's person or speaker."""
_EVIDENCE = ["rule", "confidence"]


def card(table: str, row: Record, names: Mapping[str, str], language: UiLanguage = "id") -> str:
    """The layer's name and a line for each column that says something.

    Args:
        names: person_id → name.
    """
    values = {**row, "person": names.get(row.get("person_id") or row.get("speaker_id") or "")}
    if values.get("value_low") == values.get("value"):  # an exact number: its range says nothing more
        values |= {"value_low": None, "value_high": None}
    lines = [f"{name}: {plain(values[name])}" for name in COLUMNS[table] + _EVIDENCE if _says(values.get(name))]
    return "\n".join([LAYER_NAMES[language][table], *lines])


def _says(value: object) -> bool:
    return value is not None and value is not False and value != ""


def plain(value: object) -> str:
    """A value as people write it: decimals without trailing zeros, the rest as `str` has it.

    >>> plain(Decimal("560.000000")), plain(Decimal("1500000000.000000")), plain(0.95)
    ('560', '1500000000', '0.95')
    """
    if isinstance(value, Decimal):
        digits = f"{value:f}"
        return digits.rstrip("0").rstrip(".") if "." in digits else digits
    return str(value)
