"""Rows to Arrow and pandas: every column has the type that the contract gives it."""

from dataclasses import fields, replace
from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pytest

from pipeline import schema
from pipeline.schema import TABLES
from pipeline.tables.arrow import arrow_schema, concatenate, frame, to_arrow
from tests.invented_rows import rows

DATE = replace(rows()["dates"][0], conflict=True)


def figure(value: Decimal | None) -> schema.Row:
    return replace(rows()["figures"][0], value=value)


@pytest.mark.parametrize("name", TABLES)
def test_columns_are_the_rows_fields_in_order(name: str) -> None:
    assert arrow_schema(name).names == [field.name for field in fields(TABLES[name])]
    assert frame(to_arrow(name, [])).columns.tolist() == arrow_schema(name).names


def test_types() -> None:
    table = to_arrow("dates", [DATE])
    assert table.schema.field("start_date").type == pa.date32()
    assert table.schema.field("start_char").type == pa.int64()
    assert table.schema.field("conflict").type == pa.bool_()
    assert table.schema.field("type").type == pa.string()
    found = frame(table)
    assert found.loc[0, "start_date"] == pd.Timestamp("2025-11-12")
    assert found["start_date"].dtype.kind == "M"
    assert found["granularity"].isna().all()
    assert found["confidence"].dtype == pd.Float64Dtype()


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("560", "560"),
        ("1.50", "1.5"),
        ("1500000000", "1500000000"),
        ("0.66666666", "0.666667"),
        ("1E+3", "1000"),
        ("0", "0"),
        ("-2.5", "-2.5"),
        ("9999999999999999999999", "9999999999999999999999"),
        ("1E+22", None),
        ("1E+400", None),
        ("Infinity", None),
        ("NaN", None),
        (None, None),
    ],
)
def test_decimals_are_exact_and_plain(value: str | None, kept: str | None) -> None:
    (found,) = frame(to_arrow("figures", [figure(None if value is None else Decimal(value))]))["value"]
    assert (None if found is None else f"{found}") == kept


def test_decimals_stay_decimals_in_a_frame() -> None:
    values = frame(to_arrow("figures", [figure(Decimal(560)), figure(None)]))["value"]
    assert values[0] == Decimal(560)
    assert isinstance(values[0], Decimal)
    assert values.isna().tolist() == [False, True]


def test_lone_surrogates_do_not_stop_a_table() -> None:
    row = schema.Error(
        source="berita\udce9.txt", stage="read", error_type="e", message="m", at="2025-11-12T00:00:00+00:00"
    )
    assert to_arrow("errors", [row])["source"].to_pylist() == ["berita?.txt"]


def test_concatenation_of_none_and_of_an_older_table() -> None:
    assert concatenate("dates", []).schema == arrow_schema("dates")
    older = to_arrow("dates", [DATE]).drop_columns(["conflict"])
    both = concatenate("dates", [to_arrow("dates", [DATE]), older])
    assert both.schema == arrow_schema("dates")
    assert both["conflict"].to_pylist() == [True, None]


def test_no_such_table() -> None:
    with pytest.raises(KeyError):
        arrow_schema("guru")
