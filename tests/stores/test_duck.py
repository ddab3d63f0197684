"""A run opened in DuckDB, and questions to it."""

from __future__ import annotations

import sys
from pathlib import Path

import fsspec
import pyarrow.parquet as pq
import pytest

import pipeline
from pipeline import Tables
from pipeline.schema import TABLES
from pipeline.stores.ask import ask
from pipeline.stores.duck import TYPES
from pipeline.stores.errors import StoreError
from pipeline.tables.arrow import arrow_schema


def test_every_table_with_the_contracts_columns_types_and_rows(run: Path, tables: Tables) -> None:
    connection = pipeline.open(run)
    for name in TABLES:
        described = [(row[0], row[1].replace(" ", "")) for row in connection.execute(f"DESCRIBE {name}").fetchall()]
        assert described == [(field.name, TYPES[field.type].replace(" ", "")) for field in arrow_schema(name)]
        rows = connection.execute(f"SELECT * FROM {name}").fetchall()
        assert rows == [tuple(row.values()) for row in tables.arrow[name].to_pylist()], name


def test_a_part_that_does_not_count_is_not_read(tables: Tables, tmp_path: Path) -> None:
    place = tables.save(tmp_path / "out")
    pq.write_table(tables.arrow["quotes"], place / "quotes" / "half-written.parquet")
    assert pipeline.open(place).execute("SELECT count(*) FROM quotes").fetchall() == [(tables.counts()["quotes"],)]


def test_a_run_behind_a_url(parquet_run: Path, tables: Tables) -> None:
    store = fsspec.filesystem("memory")
    store.put(str(parquet_run), "/keluaran", recursive=True)
    try:
        assert pipeline.open("memory://keluaran").execute("SELECT count(*) FROM quotes").fetchall() == [
            (tables.counts()["quotes"],)
        ]
        assert list(ask("memory://keluaran", "SELECT count(*) FROM articles").batches) == [[(3,)]]
    finally:
        store.rm("/keluaran", recursive=True)


def test_a_table_or_column_that_an_earlier_version_did_not_write(tables: Tables, tmp_path: Path) -> None:
    place = tables.save(tmp_path / "out")
    (place / "entities" / "tables.parquet").unlink()
    pq.write_table(tables.arrow["figures"].drop_columns(["adds_up"]), place / "figures" / "tables.parquet")
    connection = pipeline.open(place)
    assert connection.execute("SELECT count(*) FROM entities").fetchall() == [(0,)]
    assert connection.execute("SELECT count(*), count(adds_up) FROM figures").fetchall() == [(4, 0)]


def test_a_folder_without_tables(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no tables in .*; write some with: berita extract"):
        pipeline.open(tmp_path)


@pytest.mark.parametrize("name", ["berita-run.json", "quotes/tables.parquet"])
def test_a_damaged_file(name: str, tables: Tables, tmp_path: Path) -> None:
    place = tables.save(tmp_path / "out")
    (place / name).write_text("rusak")
    with pytest.raises(StoreError, match="cannot read the tables in"):
        pipeline.open(place)


def test_without_the_extra_it_says_what_to_install(parquet_run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(StoreError, match=r"pip install 'berita-pipeline\[sql\]'"):
        pipeline.open(parquet_run)


QUESTIONS = {
    "SELECT content FROM quotes WHERE speaker_text = 'Muchendi'": [
        ("Kami siap, tetapi anggaran Rp 1,5 miliar itu kurang",)
    ],
    "FROM articles SELECT article_id ORDER BY 1": [("kosong",), ("oki-1",), ("oki-2",)],
    "WITH n AS (SELECT count(*) AS n FROM figures) SELECT n > 1 FROM n;": [(True,)],
}


@pytest.mark.parametrize("query", QUESTIONS)
def test_an_answer(query: str, run: Path) -> None:
    assert [row for batch in ask(run, query).batches for row in batch] == QUESTIONS[query]


REFUSED = {
    "DROP VIEW facts": "one SELECT is answered",
    "SELECT 1; SELECT 2": "one SELECT is answered",
    "": "one SELECT is answered",
    "COPY facts TO 'x.csv'": "one SELECT is answered",
    "EXPLAIN ANALYZE COPY facts TO 'x.csv'": "one SELECT is answered",
    "ATTACH 'x.duckdb'": "one SELECT is answered",
    "SET threads = 1": "one SELECT is answered",
    "PRAGMA database_list": "one SELECT is answered",
    "SELECT * FROM read_text('/etc/passwd')": "Permission Error",
    "SELECT * FROM '/etc/passwd'": "does not exist",
    "SELECT * FROM glob('/etc/*')": "Permission Error",
    "SELECT nam FROM persons": "Did you mean name",
    "SELECT * FROM quote": "Did you mean quotes",
    "SELECT roles.postion FROM roles": "Did you mean position",
    "SELECT * FROM zzzzzzzz": "does not exist!\nLINE 1",
    "SELEC 1": "syntax error",
}


@pytest.mark.parametrize("query", REFUSED)
def test_what_is_refused_says_why(query: str, run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError) as raised:
        list(ask(run, query).batches)
    assert REFUSED[query] in str(raised.value)
    assert list(tmp_path.iterdir()) == []


def test_an_error_while_rows_come(parquet_run: Path) -> None:
    with pytest.raises(StoreError, match="Conversion Error"):
        list(ask(parquet_run, "SELECT CAST(text AS INTEGER) FROM dates").batches)
