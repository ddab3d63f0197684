"""A run in DuckDB, SQLite and PostgreSQL: complete, keyed, the same however often it is exported, or not at all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline import Article, Tables, extract
from pipeline.schema import TABLES
from pipeline.stores.errors import StoreError
from pipeline.stores.export import export
from pipeline.stores.relations import KEYS, STORED
from pipeline.tables.arrow import arrow_schema
from tests.stores.conftest import ARTICLES, Ask

Database = tuple[str, Ask]


def everything(ask: Ask) -> dict[str, list[tuple[object, ...]]]:
    return {name: rows(ask, name) for name in TABLES}


def rows(ask: Ask, name: str) -> list[tuple[object, ...]]:
    columns = ", ".join(f'"{column}"' for column in arrow_schema(name).names)
    return sorted(ask(f"SELECT {columns} FROM {name}"), key=repr)


def plain(value: object) -> object:
    """A value as every database gives it: SQLite has no days, booleans and decimals of its own."""
    if isinstance(value, Decimal | bool):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value


def expected(tables: Tables, name: str) -> list[tuple[object, ...]]:
    return [tuple(map(plain, row.values())) for row in tables.arrow[name].to_pylist()]


def test_every_table_row_for_row_facts_among_them(database: Database, run: Path, tables: Tables) -> None:
    target, ask = database
    exported = export(run, target)
    assert exported.rows == {name: count for name, count in tables.counts().items() if name != "facts"}
    for name in TABLES:
        found = [tuple(map(plain, row)) for row in rows(ask, name)]
        assert sorted(found, key=repr) == sorted(expected(tables, name), key=repr), name


def test_exporting_again_changes_nothing(database: Database, parquet_run: Path) -> None:
    target, ask = database
    export(parquet_run, target)
    before = everything(ask)
    export(parquet_run, target)
    assert everything(ask) == before


def test_an_article_is_replaced_and_the_others_stay(database: Database, parquet_run: Path, tmp_path: Path) -> None:
    target, ask = database
    export(parquet_run, target)
    others = "article_id = 'oki-1'"
    kept = ask(f"SELECT * FROM quotes WHERE {others} ORDER BY quote_id")
    again = Article(id="oki-2", source="a.jsonl:2", text="Sebanyak 90 guru hadir di Kayuagung.")
    export(extract([again, Article(id="baru", text="Guru pulang.")], profile="fast").save(tmp_path / "dua"), target)
    assert ask("SELECT article_id FROM articles ORDER BY 1") == [("baru",), ("kosong",), ("oki-1",), ("oki-2",)]
    assert ask("SELECT value FROM facts WHERE article_id = 'oki-2'") == [("90",)]
    assert ask(f"SELECT * FROM quotes WHERE {others} ORDER BY quote_id") == kept
    assert ask("SELECT count(*) FROM errors WHERE source = 'a.jsonl:2'") == [(0,)], "it was read this time"
    assert ask("SELECT count(*) FROM errors") == [(1,)]


def test_entities_that_nobody_mentions_go(database: Database, parquet_run: Path, tmp_path: Path) -> None:
    target, ask = database
    export(parquet_run, target)
    assert ask("SELECT kind, count(*) FROM entities GROUP BY 1 ORDER BY 1") == [("organization", 1), ("person", 2)]
    empty = [Article(id=article.id, source=article.source, text="Guru pulang.") for article in ARTICLES]
    export(extract(empty, profile="fast").save(tmp_path / "dua"), target)
    assert ask("SELECT count(*) FROM entities") == [(0,)]


def test_keys(database: Database, parquet_run: Path) -> None:
    target, ask = database
    export(parquet_run, target)
    for name, key in KEYS.items():
        columns = ", ".join(f'"{column}"' for column in arrow_schema(name).names)
        with pytest.raises(Exception, match=r"(?i)constraint|unique|duplicate"):
            ask(f"INSERT INTO {name} SELECT {columns} FROM {name}")
        assert ask(f"SELECT count(*) - count(DISTINCT {key}) FROM {name}") == [(0,)]


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
def test_foreign_keys(database: Database, parquet_run: Path) -> None:
    target, ask = database
    export(parquet_run, target)
    pragma = "PRAGMA foreign_keys = ON" if target.endswith(".sqlite") else "SELECT 1"
    found = {
        name: ask(f"SELECT count(*) FROM {name} WHERE article_id NOT IN (SELECT article_id FROM articles)")
        for name in STORED
        if name not in ("entities", "errors")
    }
    assert set(map(tuple, (value[0] for value in found.values()))) == {(0,)}
    assert ask(pragma) is not None
    declared = (
        ask("SELECT sql FROM sqlite_master WHERE name = 'quotes'")[0][0]
        if target.endswith(".sqlite")
        else ", ".join(
            str(row[0])
            for row in ask("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'quotes'::regclass")
        )
    )
    for part in ("(article_id) REFERENCES articles", "(speaker_id) REFERENCES persons", "(date_id) REFERENCES dates"):
        assert part in str(declared).replace("KEY(", "KEY (")


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_column_types_and_indexes_in_postgresql(database: Database, parquet_run: Path) -> None:
    target, ask = database
    export(parquet_run, target)
    types = dict(
        ask("SELECT table_name || '.' || column_name, data_type FROM information_schema.columns")  # type: ignore[arg-type]
    )
    assert types["figures.value"] == "numeric"
    assert types["dates.start_date"] == "date"
    assert types["quotes.confidence"] == "double precision"
    assert types["persons.is_official"] == "boolean"
    assert types["sentences.start_char"] == "bigint"
    indexes = {name for (name,) in ask("SELECT indexname FROM pg_indexes WHERE tablename = 'quotes'")}
    assert {"ix_quotes_article_id", "ix_quotes_speaker_id", "quotes_pkey"} <= indexes


def broken(tables: Tables, folder: Path) -> Path:
    """A run in which a quote names an article twice over: its key comes twice."""
    import pyarrow as pa

    quotes = tables.arrow["quotes"]
    return Tables({**tables.arrow, "quotes": pa.concat_tables([quotes, quotes])}).save(folder)


def test_all_or_nothing(database: Database, tables: Tables, parquet_run: Path, tmp_path: Path) -> None:
    target, ask = database
    export(parquet_run, target)
    before = everything(ask)
    with pytest.raises(StoreError, match="cannot write to"):
        export(broken(tables, tmp_path / "rusak"), target)
    assert everything(ask) == before


def test_nothing_at_all_where_the_first_export_fails(database: Database, tables: Tables, tmp_path: Path) -> None:
    target, ask = database
    with pytest.raises(StoreError):
        export(broken(tables, tmp_path / "rusak"), target)
    listing = "SELECT count(*) FROM information_schema.tables WHERE table_name = 'quotes'"
    if target.endswith(".sqlite"):
        listing = "SELECT count(*) FROM sqlite_master"
    assert ask(listing) == [(0,)]


def test_a_password_is_not_shown(parquet_run: Path) -> None:
    with pytest.raises(StoreError, match=r"cannot write to .*tester:\*\*\*@127\.0\.0\.1:1/berita") as raised:
        export(parquet_run, "postgresql://tester:rahasia@127.0.0.1:1/berita")
    assert "rahasia" not in str(raised.value)


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
def test_tables_of_another_version_are_refused(database: Database, parquet_run: Path) -> None:
    target, ask = database
    ask("CREATE TABLE figures (figure_id varchar(20) PRIMARY KEY, article_id varchar(20))")
    with pytest.raises(StoreError, match="its table figures has no sentence_id, start_char"):
        export(parquet_run, target)


@pytest.mark.parametrize("name", ["bukan.duckdb", "bukan.sqlite"])
def test_a_file_that_is_no_database_is_left_alone(name: str, parquet_run: Path, tmp_path: Path) -> None:
    (tmp_path / name).write_text("catatan " * 100)
    with pytest.raises(StoreError, match="cannot write to"):
        export(parquet_run, str(tmp_path / name))
    assert (tmp_path / name).read_text() == "catatan " * 100
