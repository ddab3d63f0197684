"""Columns as TOML gives them → a row, every value checked against the type that its field declares.

>>> from pipeline.evaluation.rows import ArticleRow
>>> typed(ArticleRow, {"title": "Guru Dilatih"}).title
'Guru Dilatih'
>>> typed(ArticleRow, {"titel": "Guru Dilatih"})
Traceback (most recent call last):
ValueError: no column 'titel'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = TypeVar("Row", bound="DataclassInstance")


def typed(kind: type[Row], columns: Mapping[str, object], *, partial: bool = False) -> Row:
    """A row of the dataclass `kind`; with `partial`, a column that is missing is null.

    Raises:
        ValueError: a column is unknown or missing, or its value is none that the field allows.
    """
    types = _types(kind)
    if unknown := columns.keys() - types.keys():
        raise ValueError(f"no column {min(unknown)!r}")
    required = (field.name for field in fields(kind) if field.default is MISSING)
    missing = [name for name in required if name not in columns]
    if missing and not partial:
        raise ValueError(f"column {missing[0]!r} is missing")
    return kind(**dict.fromkeys(missing), **{name: _value(name, value, types[name]) for name, value in columns.items()})


@cache
def _types(kind: type[DataclassInstance]) -> dict[str, Any]:
    """Column → its type, without the ``| None`` of those that may be null."""
    hints = get_type_hints(kind)
    return {field.name: _not_null(hints[field.name]) for field in fields(kind) if field.compare}


def _not_null(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(part for part in get_args(hint) if part is not NoneType)
    return hint


def _value(name: str, value: object, kind: Any) -> object:
    """`value` as a `kind`."""
    if get_origin(kind) is Literal:
        if value not in get_args(kind):
            raise ValueError(f"{name} = {value!r}: one of {', '.join(get_args(kind))}")
        return value
    if kind is Decimal and isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    if kind is date and isinstance(value, str):
        return date.fromisoformat(value)
    if type(value) is not kind or value == "":
        raise ValueError(f"{name} = {value!r}: not a {kind.__name__}")
    return value
