"""What a person may say about a row: the columns of each reviewed table, and their values between JSON and the types of
`pipeline.schema`.

A row of the contract goes in, a flat dict of JSON values comes out (`values`), and the other way round (`typed`). A
person is referred to by name, since row ids change with every new version of the extraction.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from pipeline.schema import TABLES, Row

Value = str | int | float | bool | None
"""A column's value in JSON: numbers of figures and days are strings, so that they stay exact."""
ColumnKind = Literal["text", "number", "day", "flag", "choice", "person"]

REVIEWED = ("persons", "person_mentions", "roles", "dates", "figures", "quotes")
"""The tables that are reviewed, in the order in which decisions are applied: persons before what refers to them."""
PERSON = {"person_mentions": "person_id", "roles": "person_id", "quotes": "speaker_id"}
"""Table → its column that refers to a person."""
SPAN = ("start_char", "end_char")
_DERIVED = frozenset(
    {"article_id", "sentence_id", "text", "rule", "confidence", "adds_up", "n_mentions", "first_mention_id"}
    | {"cue_start", "cue_end", "speaker_start", "speaker_end", "group_id", "attribution_rule", *SPAN}
    | {"organization_id", "organization_entity_id"}
    | {"entity_id", "speaker_role_id", "date_id", "person_id", "mention_id", "role_id", "figure_id", "quote_id"}
)
"""Columns that follow from others, or name a row."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that a person may fill in."""

    name: str
    kind: ColumnKind
    required: bool
    choices: tuple[str, ...] = ()


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of `table` that a person may correct.

    >>> [column.name for column in columns("person_mentions")]
    ['person_id', 'form']
    >>> columns("figures")[0].choices[:2]
    ('count', 'money')
    """
    hints = get_type_hints(TABLES[table])
    reference = PERSON.get(table)
    return tuple(
        Column(field.name, "person", required=False)
        if field.name == reference
        else _column(field.name, hints[field.name])
        for field in fields(TABLES[table])
        if field.name == reference or field.name not in _DERIVED
    )


def _column(name: str, hint: Any) -> Column:
    required = NoneType not in get_args(hint)
    kind = hint if required else next(part for part in get_args(hint) if part is not NoneType)
    if get_origin(kind) is Literal:
        return Column(name, "choice", required, get_args(kind))
    kinds: dict[Any, ColumnKind] = {bool: "flag", date: "day", Decimal: "number"}
    return Column(name, kinds.get(kind, "text"), required)


def values(table: str, row: Row, names: Mapping[str, str]) -> dict[str, Value]:
    """What `row` says, as JSON values.

    Args:
        names: person id → name, for references.

    >>> from pipeline.schema import PersonMention
    >>> mention = PersonMention(mention_id="a:m1", article_id="a", sentence_id="a:s1", person_id="a:p1", start_char=0,
    ...     end_char=3, text="Eka", form="short", rule="cue", confidence=0.9)
    >>> values("person_mentions", mention, {"a:p1": "Eka Diani"})
    {'person_id': 'Eka Diani', 'form': 'short'}
    """
    return {column.name: _json(getattr(row, column.name), column, names) for column in columns(table)}


def _json(value: Any, column: Column, names: Mapping[str, str]) -> Value:
    if column.kind == "person":
        return names.get(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else value


def typed(table: str, said: Mapping[str, object]) -> dict[str, Any]:
    """The values of `said` in the contract's types; a reference stays a person's name, an empty text means missing.

    Raises:
        ValueError: a column is not one to correct, or its value none that it may have.

    >>> typed("figures", {"value": "560", "unit": ""})
    {'value': Decimal('560'), 'unit': None}
    >>> typed("dates", {"type": "DAY"})
    Traceback (most recent call last):
    ValueError: type: 'DAY' is none of DATE, TIME, DURATION, SET
    """
    known = {column.name: column for column in columns(table)}
    if unknown := sorted(said.keys() - known.keys()):
        raise ValueError(f"{table} has no column {unknown[0]!r} to correct; there are {', '.join(known)}")
    return {name: _typed(known[name], value) for name, value in said.items()}


def _typed(column: Column, value: object) -> object:
    if value is None or value == "":
        if column.required:
            raise ValueError(f"{column.name}: a value is needed")
        return None
    if column.kind == "flag":
        return _checked(value, isinstance(value, bool), f"{column.name}: {value!r} is neither true nor false")
    text = _checked(value, isinstance(value, str), f"{column.name}: {value!r} is not a text")
    if column.kind == "choice":
        return _checked(text, text in column.choices, f"{column.name}: {text!r} is none of {', '.join(column.choices)}")
    try:
        return {"day": date.fromisoformat, "number": _number}.get(column.kind, str)(text)
    except (ValueError, InvalidOperation):
        form = "a day as in 2025-11-12" if column.kind == "day" else "a number as in 1500000 or 0.5"
        raise ValueError(f"{column.name}: {text!r} is not {form}") from None


def _checked(value: Any, holds: bool, message: str) -> Any:
    if not holds:
        raise ValueError(message)
    return value


def _number(text: str) -> Decimal:
    number = Decimal(text)
    if not number.is_finite():
        raise ValueError
    return number
