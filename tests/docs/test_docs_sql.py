"""Every SQL example of the documentation answers on the tables of `seeds/`."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

import pipeline

ROOT = Path(__file__).parents[2]
SQL = re.compile(r"^```sql\n(.*?)^```", re.MULTILINE | re.DOTALL)
QUERIES = [
    pytest.param(query, id=f"{page.stem}-{number}")
    for page in sorted((ROOT / "docs").glob("*.md"))
    for number, query in enumerate(SQL.findall(page.read_text(encoding="utf-8")), start=1)
]
NOTHING = ("FROM errors", "status <> 'ok'")
"""All of `seeds/` can be read, so that questions for errors have no rows."""


@pytest.fixture(scope="module")
def connection(seeds_run: Path) -> duckdb.DuckDBPyConnection:
    return pipeline.open(seeds_run)


@pytest.mark.parametrize("query", QUERIES)
def test_answers(query: str, connection: duckdb.DuckDBPyConnection) -> None:
    rows = connection.sql(query).fetchall()
    assert bool(rows) is not any(part in query for part in NOTHING)


def test_the_tutorial_gives_the_answer_that_the_tables_give(connection: duckdb.DuckDBPyConnection) -> None:
    tutorial = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    query = re.search(r'berita sql out "([^"]+)"', tutorial)
    assert query
    for row in connection.sql(query[1]).fetchall():
        assert re.search(r"\s{2,}".join(re.escape(str(value)) for value in row), tutorial), row
