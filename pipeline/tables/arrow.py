"""Rows → Arrow → pandas, every column with the type that its field in `pipeline.schema` declares.

>>> from pipeline import schema
>>> row = schema.Sentence(article_id="a", sentence_id="a:s1", paragraph=0, start_char=0, end_char=5)
>>> frame(to_arrow("sentences", [row])).loc[0, "sentence_id"]
'a:s1'
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Union, get_args, get_origin, get_type_hints

import pandas as pd
import pyarrow as pa

from pipeline.schema import TABLES, VIEWS, Row

DECIMAL = pa.decimal128(28, 6)
"""Numbers of figures: exact to a millionth, up to 10^22."""

_ARROW = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), date: pa.date32(), Decimal: DECIMAL}
_PANDAS = {
    pa.string(): pd.StringDtype(),
    pa.int64(): pd.Int64Dtype(),
    pa.float64(): pd.Float64Dtype(),
    pa.bool_(): pd.BooleanDtype(),
}


def _arrow_type(hint: object) -> pa.DataType:
    """The Arrow type of a field's annotation: `None` makes it nullable, a `Literal` is text."""
    if isinstance(hint, types.UnionType) or get_origin(hint) is Union:
        return _arrow_type(next(part for part in get_args(hint) if part is not type(None)))
    return _ARROW.get(hint, pa.string())  # type: ignore[call-overload]


def _is_optional(hint: object) -> bool:
    return type(None) in get_args(hint)


@cache
def arrow_schema(name: str) -> pa.Schema:
    """The Arrow schema of the table or view `name`, its columns in the contract's order, nullable where the row's field
    may be `None`.

    Raises:
        KeyError: the contract has neither.
    """
    row: type = TABLES[name] if name in TABLES else VIEWS[name]
    hints = get_type_hints(row)
    return pa.schema(
        [
            pa.field(field.name, _arrow_type(hint := hints[field.name]), nullable=_is_optional(hint))
            for field in fields(row)
        ]
    )


def to_arrow(name: str, rows: Iterable[Row]) -> pa.Table:
    """The rows of table `name` as an Arrow table; decimals beyond `DECIMAL`'s scale are rounded to it."""
    schema = arrow_schema(name)
    columns = list(zip(*map(attrgetter(*schema.names), rows), strict=True)) or [()] * len(schema)
    arrays = [_column(values, field.type) for values, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _column(values: Sequence[object], kind: pa.DataType) -> pa.Array:
    if kind == DECIMAL:
        values = [_fitting(value) if isinstance(value, Decimal) else None for value in values]
    try:
        return pa.array(values, type=kind)
    except UnicodeEncodeError:  # lone surrogates, as in a file name that is no UTF-8
        return pa.array([v.encode("utf-8", "replace").decode() if isinstance(v, str) else v for v in values], type=kind)


def _fitting(value: Decimal) -> Decimal | None:
    """`value` in `DECIMAL`'s scale; a number too large for it is no figure of a news text, and missing."""
    return (
        round(value, DECIMAL.scale)
        if value.is_finite() and value.adjusted() < DECIMAL.precision - DECIMAL.scale
        else None
    )


def concatenate(name: str, tables: Sequence[pa.Table]) -> pa.Table:
    """Tables of one name below each other; none make an empty table of the right columns."""
    schema = arrow_schema(name)
    return pa.concat_tables([_conform(table, schema) for table in tables]) if tables else schema.empty_table()


def _conform(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """`table` with the columns of `schema`; one that an earlier version did not write yet is missing in every row."""
    columns = [
        table[field.name].cast(field.type) if field.name in table.column_names else pa.nulls(table.num_rows, field.type)
        for field in schema
    ]
    return pa.Table.from_arrays(columns, schema=schema)


def frame(table: pa.Table) -> pd.DataFrame:
    """An Arrow table as a pandas frame: nullable types (missing is ``pd.NA``), dates as ``datetime64``, decimals as
    `decimal.Decimal`."""
    dated = [field.name for field in table.schema if field.type == pa.date32()]
    for name in dated:
        table = table.set_column(table.schema.get_field_index(name), name, table[name].cast(pa.timestamp("s")))
    result: pd.DataFrame = table.to_pandas(types_mapper=_PANDAS.get)
    for field in table.schema:
        if field.type == DECIMAL:
            result[field.name] = pd.Series(
                [None if v is None else _plain(v) for v in table[field.name].to_pylist()], dtype=object
            )
    return result


def _plain(value: Decimal) -> Decimal:
    """A decimal without trailing zeros and without an exponent: 560, not 560.000000 or 5.6E+2."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def typed_rows(name: str, table: pa.Table) -> list[Row]:
    """The rows of table `name`: what `to_arrow` was given.

    >>> from pipeline import schema
    >>> row = schema.Sentence(article_id="a", sentence_id="a:s1", paragraph=0, start_char=0, end_char=5)
    >>> typed_rows("sentences", to_arrow("sentences", [row])) == [row]
    True
    """
    row: Callable[..., Row] = TABLES[name]
    return [
        row(**{column: _plain(value) if isinstance(value, Decimal) else value for column, value in columns.items()})
        for columns in table.to_pylist()
    ]
