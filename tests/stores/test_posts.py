"""Who held which post when: one query, the same in every store."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

import pipeline
from pipeline import Article, extract
from pipeline.schema import VIEWS
from pipeline.stores.ask import ask
from pipeline.stores.errors import StoreError
from pipeline.stores.export import export
from pipeline.tables.arrow import arrow_schema
from tests.stores.conftest import Ask

TOLD = [
    ("2019-03-01", "Bupati Kendal Wahyu Prasetya membuka pasar di Weleri."),
    ("2021-08-17", "Bupati Kendal, Wahyu Prasetya, melantik guru."),
    ("2025-02-20", "Bupati Kendal Ratna Wulandari hadir bersama mantan Bupati Kendal Wahyu Prasetya."),
    ("2025-05-02", "Bupati Kendal R. Wulandari memimpin upacara. Guru SMP Negeri 1 Kendal, Bagas Nugraha, ikut."),
    ("2025-05-03", "Kepala Dinas Pendidikan Kabupaten Kendal, Eka Diani, hadir."),
]
WHEN = """
SELECT person, status, n_articles, first_seen, last_seen
FROM posts
WHERE position_code = 'bupati' AND region_code = '33.24'
ORDER BY first_seen, status
"""
HELD = [
    ("Wahyu Prasetya", "current", 2, "2019-03-01", "2021-08-17"),
    ("Ratna Wulandari", "current", 2, "2025-02-20", "2025-05-02"),
    ("Wahyu Prasetya", "former", 1, "2025-02-20", "2025-02-20"),
]


@pytest.fixture(scope="module")
def regents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    articles = [Article(id=day, text=text, published_at=day) for day, text in TOLD]
    return extract(articles, profile="fast").save(tmp_path_factory.mktemp("posts") / "out")


def test_who_held_a_post_when(regents: Path) -> None:
    assert [row for batch in ask(regents, WHEN).batches for row in batch] == HELD


def test_the_same_in_a_database(database: tuple[str, Ask], regents: Path) -> None:
    target, ask_database = database
    export(regents, target)
    assert ask_database(WHEN) == HELD


def test_the_columns_of_the_contract(regents: Path) -> None:
    described = pipeline.open(regents).execute("DESCRIBE posts").fetchall()
    assert [row[0] for row in described] == arrow_schema("posts").names
    assert list(VIEWS) == ["posts"]


def test_bodies_have_their_standard_name_and_join_entities(regents: Path) -> None:
    query = """
        SELECT p.position, p.organization, o.name, o.region, o.kind
        FROM posts p JOIN entities o ON o.entity_id = p.organization_entity_id
    """
    assert pipeline.open(regents).execute(query).fetchall() == [
        ("Kepala Dinas", "Dinas Pendidikan", "Dinas Pendidikan", "Kendal", "organization")
    ]


def test_professions_are_no_posts(regents: Path) -> None:
    assert pipeline.open(regents).execute("SELECT count(*) FROM posts WHERE person LIKE 'Bagas%'").fetchall() == [(0,)]


def test_files_hold_the_view_written_out(regents: Path, tmp_path: Path) -> None:
    written = export(regents, str(tmp_path / "csv"), "csv").rows["posts"]
    export(regents, str(tmp_path / "buku.xlsx"))
    export(regents, str(tmp_path / "bulan"), "parquet")
    with (tmp_path / "csv" / "posts.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == written == 4
    assert openpyxl.load_workbook(tmp_path / "buku.xlsx")["posts"].max_row == 5
    assert pq.read_table(tmp_path / "bulan" / "posts").num_rows == 4


def test_a_wrong_name_gets_the_nearest_of_the_view(regents: Path) -> None:
    with pytest.raises(StoreError, match="posts"):
        ask(regents, "SELECT * FROM post")


def test_the_home_country_makes_no_post_of_its_own(tmp_path: Path) -> None:
    texts = ["Presiden Wahyu Prasetya hadir.", "Presiden Republik Indonesia Wahyu Prasetya membuka rapat."]
    told = pipeline.open(extract(texts, profile="fast").save(tmp_path / "out")).execute("SELECT * FROM posts")
    (row,) = told.df().itertuples()
    assert (row.person, row.n_articles) == ("Wahyu Prasetya", 2)
