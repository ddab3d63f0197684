"""Names and values that are SQL, or want quoting in it, are stored as they are in every database."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from pipeline import Article, extract
from pipeline.stores.export import export
from tests.stores.conftest import Ask, created

VALUES = [
    "'; DROP TABLE articles; --", "\" OR \"1\"=\"1", "O'Neil \"Satu\"", "\\", "\\'; SELECT 1 --", "%s %(nama)s %%",
    ":nama ?1 $1 @x", "{nama}", "$$ tubuh $$", "/* komentar */", "\tbaris\\n\\N", "E'\\x41'", "`articles`", "NULL", "",
    " ", "١٢ 😀 ﷽", "a\u0000b", "1e999", "=1+1",
]  # fmt: skip


def test_values_stay_values(database: tuple[str, Ask], tmp_path: Path) -> None:
    target, ask = database
    articles = [
        Article(
            id=f"{number} {value}", title=f"x{value}", outlet=f"x{value}", text=f"“Guru {value} hadir,” kata Ratna."
        )
        for number, value in enumerate(VALUES)
    ]
    tables = extract(articles, profile="fast")
    export(tables.save(tmp_path / "run"), target)
    columns = ["article_id", "title", "outlet", "text"]
    stored = sorted(ask(f"SELECT {', '.join(columns)} FROM articles"))
    clean = tables.articles[columns].map(lambda value: value.replace("\0", "\ufffd"))  # PostgreSQL has no NUL
    assert stored == sorted(map(tuple, clean.to_numpy().tolist()))
    assert len(stored) == len(VALUES)


@pytest.mark.parametrize("name", ["Berita 2025", "o'neil", 'kutip "dua"', "select", "a;b--", "100%", "basis/ü"])
def test_a_database_with_a_name_that_wants_quoting(name: str, server: sa.URL, parquet_run: Path) -> None:
    target, ask = created(server, name)
    exported = export(parquet_run, target)
    assert ask("SELECT count(*) FROM articles") == [(exported.rows["articles"],)]


@pytest.mark.parametrize("name", ["o'neil; --", 'a"b', "select", "100%", "a?b#c", "ü spasi"])
@pytest.mark.parametrize("ending", ["duckdb", "sqlite"])
def test_a_file_with_a_name_that_wants_quoting(name: str, ending: str, parquet_run: Path, tmp_path: Path) -> None:
    target = tmp_path / f"{name}.{ending}"
    export(parquet_run, str(target))
    assert [place.name for place in tmp_path.iterdir()] == [target.name]
