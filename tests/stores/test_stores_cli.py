"""``berita export`` and ``berita sql``."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app


def berita(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def test_export_says_what_it_wrote(parquet_run: Path, tmp_path: Path) -> None:
    result = berita("export", parquet_run, "--to", tmp_path / "a.duckdb")
    assert result.exit_code == 0
    assert "3 articles" in result.stdout
    with duckdb.connect(tmp_path / "a.duckdb") as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchall() == [(3,)]


def test_export_to_a_folder_and_quietly(parquet_run: Path, tmp_path: Path) -> None:
    result = berita("export", parquet_run, "--to", tmp_path / "csv", "--format", "csv", "--quiet")
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "csv" / "facts.csv").is_file()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--to", "entah"], "what 'entah' should be is not clear"),
        (["--to", "/dev/null/a.duckdb"], "cannot write to /dev/null/a.duckdb"),
        (["--to", "postgresql://"], "cannot write to postgresql"),
    ],
)
def test_export_misused(arguments: list[str], message: str, parquet_run: Path) -> None:
    result = berita("export", parquet_run, *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_folder_without_tables(tmp_path: Path) -> None:
    for result in (berita("export", tmp_path, "--to", "a.duckdb"), berita("sql", tmp_path, "SELECT 1")):
        assert result.exit_code == 2
        assert "no tables in" in result.stderr


ROWS = "SELECT text AS apa, value AS nilai FROM figures WHERE unit = 'guru' OR currency = 'IDR' ORDER BY value"
MONEY = (
    "SELECT f.text AS apa, f.value AS nilai, d.start_date AS hari FROM figures f, dates d WHERE f.kind = 'money' "
    "ORDER BY hari LIMIT 1"
)


def test_sql_as_a_table(parquet_run: Path) -> None:
    result = berita("sql", parquet_run, ROWS)
    assert result.exit_code == 0
    for part in ("apa", "nilai", "560", "1500000000"):
        assert part in result.stdout


def test_sql_as_json_and_csv(parquet_run: Path) -> None:
    question = (
        "SELECT f.text AS apa, f.value AS nilai, d.start_date AS hari FROM figures f, dates d WHERE f.kind = 'money'"
    )
    found = json.loads(berita("sql", parquet_run, f"{question} ORDER BY hari LIMIT 1", "--json").stdout)
    assert found == [{"apa": "Rp 1,5 miliar", "nilai": 1500000000, "hari": "2025-11-12"}]
    header, row = csv.reader(
        io.StringIO(berita("sql", parquet_run, f"{question} ORDER BY hari LIMIT 1", "--csv").stdout)
    )
    assert header == ["apa", "nilai", "hari"]
    assert row == ["Rp 1,5 miliar", "1500000000.000000", "2025-11-12"]


@pytest.mark.parametrize("option", ["--json", "--csv"])
def test_sql_without_rows(option: str, parquet_run: Path) -> None:
    result = berita("sql", parquet_run, "SELECT text FROM figures WHERE false", option)
    assert result.stdout == ("[]\n" if option == "--json" else "text\n")


def test_sql_from_input(parquet_run: Path) -> None:
    assert "3" in berita("sql", parquet_run, "-", stdin="SELECT count(*) FROM articles;\n").stdout


def test_sql_with_many_rows_says_how_many_are_not_shown(parquet_run: Path) -> None:
    result = berita("sql", parquet_run, "SELECT range FROM range(1234)")
    assert "… and 1,034 more rows; --csv and --json print all" in result.stdout


def test_sql_with_a_wrong_name(parquet_run: Path) -> None:
    result = berita("sql", parquet_run, "SELECT speaker FROM quotes")
    assert result.exit_code == 2
    assert "speaker_text, speaker_id?" in result.stderr
