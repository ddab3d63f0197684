"""A run as CSV files, as an Excel workbook, and as Parquet by month."""

from __future__ import annotations

import csv
import sys
from datetime import datetime
from pathlib import Path

import duckdb
import openpyxl
import pyarrow as pa
import pyarrow.dataset
import pytest

from pipeline import Tables
from pipeline.schema import TABLES
from pipeline.stores import sheets
from pipeline.stores.errors import StoreError
from pipeline.stores.export import export, kind_of
from pipeline.tables.arrow import arrow_schema


def cells(place: Path) -> list[list[str]]:
    with place.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_csv_files_with_every_row(run: Path, tables: Tables, tmp_path: Path) -> None:
    exported = export(run, str(tmp_path / "csv"), "csv")
    assert exported.rows == tables.counts() | {"posts": 2}
    for name in TABLES:
        header, *rows = cells(tmp_path / "csv" / f"{name}.csv")
        assert header == arrow_schema(name).names
        assert len(rows) == tables.counts()[name]
    assert (tmp_path / "csv" / "facts.csv").read_bytes().startswith(b"\xef\xbb\xbf"), (
        "the mark by which Excel knows UTF-8"
    )


def test_formulas_in_csv_are_disarmed(parquet_run: Path, tmp_path: Path) -> None:
    export(parquet_run, str(tmp_path), "csv")
    for name in TABLES:
        header, *rows = cells(tmp_path / f"{name}.csv")
        kinds = arrow_schema(name)
        for row in rows:
            for column, cell in zip(header, row, strict=True):
                assert kinds.field(column).type != pa.string() or cell[:1] not in tuple("=+-@\t\r\n"), (name, column)
    titles = [row[cells(tmp_path / "articles.csv")[0].index("title")] for row in cells(tmp_path / "articles.csv")]
    assert '\'=HYPERLINK("http://lentera.example")' in titles


def test_a_workbook_with_a_sheet_a_table(run: Path, tables: Tables, tmp_path: Path) -> None:
    place = tmp_path / "berita.xlsx"
    exported = export(run, str(place))
    assert exported.rows == tables.counts() | {"posts": 2}
    assert exported.notes == ()
    book = openpyxl.load_workbook(place)
    assert book.sheetnames[0] == "facts"
    assert set(book.sheetnames) == {*TABLES, "posts"}
    for name in TABLES:
        header, *rows = book[name].iter_rows(values_only=True)
        assert list(header) == arrow_schema(name).names
        assert len(rows) == tables.counts()[name]
    start = arrow_schema("dates").get_field_index("start_date")
    assert datetime(2025, 11, 12) in [row[start] for row in book["dates"].iter_rows(values_only=True)]


def test_formulas_in_a_workbook_stay_text(parquet_run: Path, tmp_path: Path) -> None:
    export(parquet_run, str(tmp_path / "a.xlsx"))
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    (title,) = [
        cell for row in book["articles"].iter_rows() for cell in row if str(cell.value).startswith("=HYPERLINK")
    ]
    assert (title.value, title.data_type, title.quotePrefix) == ('=HYPERLINK("http://lentera.example")', "s", True)
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_what_a_workbook_cannot_hold_is_told(
    parquet_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "_MOST_ROWS", 4)
    monkeypatch.setattr(sheets, "_MOST_CHARACTERS", 60)
    exported = export(parquet_run, str(tmp_path / "a.xlsx"))
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    facts = [row for name in book.sheetnames if name.startswith("facts") for row in list(book[name].values)[1:]]
    assert len(facts) == exported.rows["facts"]
    assert "facts (2)" in book.sheetnames
    assert any(note.startswith("facts has more rows than a sheet takes") for note in exported.notes)
    assert any("cells were longer than Excel takes" in note for note in exported.notes)
    assert max(len(str(cell)) for row in facts for cell in row) == 60


def test_parquet_by_month(run: Path, tables: Tables, tmp_path: Path) -> None:
    exported = export(run, str(tmp_path / "bulan"), "parquet")
    assert exported.rows == tables.counts() | {"posts": 2}
    months = sorted(place.name for place in (tmp_path / "bulan" / "articles").iterdir())
    assert months == ["month=2025-11", "month=2025-12", "month=__HIVE_DEFAULT_PARTITION__"]
    found = duckdb.sql(
        f"SELECT * EXCLUDE month FROM read_parquet('{tmp_path}/bulan/quotes/**/*.parquet', hive_partitioning=true)"
    )
    assert sorted(found.fetchall()) == sorted(tuple(row.values()) for row in tables.arrow["quotes"].to_pylist())
    quotes = pyarrow.dataset.dataset(tmp_path / "bulan" / "quotes", partitioning="hive")
    assert set(quotes.to_table()["month"].to_pylist()) == {"2025-11", "2025-12"}


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_exporting_again_replaces(kind: str, parquet_run: Path, tables: Tables, tmp_path: Path) -> None:
    for _ in range(2):
        export(parquet_run, str(tmp_path / "x"), kind)  # type: ignore[arg-type]
    pattern = f"{tmp_path}/x/facts.csv" if kind == "csv" else f"{tmp_path}/x/facts/**/*.parquet"
    assert duckdb.sql(f"SELECT count(*) FROM '{pattern}'").fetchall() == [(tables.counts()["facts"],)]
    assert not list(tmp_path.rglob("*.tmp"))


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_a_folder_with_other_files_is_left_alone(kind: str, parquet_run: Path, tmp_path: Path) -> None:
    (tmp_path / "skripsi.docx").write_text("")
    with pytest.raises(StoreError, match=r"holds other files \(skripsi\.docx\); choose an empty or new folder"):
        export(parquet_run, str(tmp_path), kind)  # type: ignore[arg-type]
    with pytest.raises(StoreError, match="holds the run itself"):
        export(parquet_run, str(parquet_run / "."), kind)  # type: ignore[arg-type]


@pytest.mark.parametrize("target", ["folder", "berita.txt", "mysql://localhost/berita", ""])
def test_a_target_that_does_not_tell_what_it_is(target: str) -> None:
    with pytest.raises(StoreError, match=r"is not clear; name it \.duckdb, \.sqlite"):
        kind_of(target)


def test_a_run_that_has_not_finished(parquet_run: Path, tables: Tables, tmp_path: Path) -> None:
    place = tables.save(tmp_path / "out")
    (place / "berita-run.json").write_text('{"finished": null}')
    with pytest.raises(StoreError, match="has not finished; run the same berita extract command again"):
        export(place, str(tmp_path / "x.duckdb"))


@pytest.mark.parametrize("target", ["x.duckdb", "x.sqlite", "x.xlsx"])
def test_a_place_that_cannot_be_written(target: str, parquet_run: Path, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    with pytest.raises(StoreError, match="cannot write to"):
        export(parquet_run, str(tmp_path / "berkas" / target))


@pytest.mark.parametrize(
    ("module", "target", "extra"), [("openpyxl", "a.xlsx", "excel"), ("sqlalchemy", "a.sqlite", "sql")]
)
def test_without_the_extra_it_says_what_to_install(
    module: str, target: str, extra: str, parquet_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.delitem(sys.modules, "pipeline.stores.sql", raising=False)
    with pytest.raises(StoreError, match=rf"pip install 'berita-pipeline\[{extra}\]'"):
        export(parquet_run, str(tmp_path / target))
