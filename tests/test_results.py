"""`Tables`: frames by attribute, save and load, concatenation, pickling, repr."""

import copy
import pickle
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from pipeline import Article, Tables, extract
from pipeline.schema import TABLES

TEXTS = [
    Article(
        text="KAYUAGUNG – Bupati OKI, Supriyanto, menutup pelatihan, Rabu (12/11/2025).\n\n“Siap,\ttentu,” katanya.",
        id="NA",
        title='Guru "hebat"; dan, <b>murid</b>',
        outlet="null",
        published_at="2025-11-12T09:00:00+07:00",
    ),
    Article(
        text="Sekitar dua pertiga dari Rp 1,5 miliar terpakai.\nSisanya 2,5 persen.",
        id="0012",
        author="-1",
        title="1.0",
    ),
    Article(text="", id="kosong"),
]


@pytest.fixture(scope="module")
def tables() -> Tables:
    return extract(TEXTS, profile="fast")


@pytest.mark.parametrize("format", ["parquet", "csv"])
def test_saving_and_loading_changes_nothing(tables: Tables, format: str, tmp_path: Path) -> None:
    place = tables.save(tmp_path / "out", format)  # type: ignore[arg-type]
    loaded = Tables.load(place)
    for name in TABLES:
        assert loaded.arrow[name].schema == tables.arrow[name].schema, name
        assert loaded.arrow[name].to_pylist() == tables.arrow[name].to_pylist(), name
        pd.testing.assert_frame_equal(loaded[name], tables[name])


@pytest.mark.parametrize(("first", "second"), [("parquet", "csv"), ("csv", "parquet"), ("parquet", "parquet")])
def test_saving_again_replaces(tables: Tables, first: str, second: str, tmp_path: Path) -> None:
    (tmp_path / "catatan.md").write_text("milik pengguna")
    (tables + tables).save(tmp_path, first)  # type: ignore[arg-type]
    tables.save(tmp_path, second)  # type: ignore[arg-type]
    assert Tables.load(tmp_path).counts() == tables.counts()
    assert (tmp_path / "catatan.md").read_text() == "milik pengguna"


def test_a_row_of_megabytes_survives_csv(tmp_path: Path) -> None:
    text = "Guru hadir, “siap”;\n" * 150_000
    table = extract("Guru hadir.", profile="fast").arrow["articles"]
    long = Tables({"articles": table.set_column(table.column_names.index("text"), "text", pa.array([text]))})
    assert Tables.load(long.save(tmp_path, "csv")).articles.loc[0, "text"] == text


def test_csv_opens_in_spreadsheets(tables: Tables, tmp_path: Path) -> None:
    data = (tables.save(tmp_path, "csv") / "articles.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfarticle_id,source,")


def test_loading_a_folder_without_tables_says_how_to_write_some(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no tables in .*; write some with: berita extract SOURCE --out"):
        Tables.load(tmp_path)


def test_frames_by_attribute_and_key(tables: Tables) -> None:
    assert tables.quotes is tables["quotes"]
    assert tables.articles["article_id"].tolist() == ["NA", "0012", "kosong"]
    assert set(TABLES) <= set(dir(tables))
    with pytest.raises(AttributeError, match="no table 'guru'; the tables are articles, sentences"):
        _ = tables.guru
    with pytest.raises(KeyError):
        _ = tables["guru"]


def test_concatenation_makes_entities_anew() -> None:
    first, second = (
        extract(Article(text=f"Kepala Dinas Pendidikan OKI, Eka Diani, S.Kom., hadir{end}", id=end), profile="fast")
        for end in (".", "!")
    )
    both = first + second
    assert both.counts()["articles"] == 2
    assert len(both) == len(first) + len(second)
    assert both.entities[["kind", "n_articles"]].values.tolist() == [["person", 2], ["organization", 2]]
    assert Tables.concat([]).counts() == dict.fromkeys(TABLES, 0)


def test_pickling_and_copying(tables: Tables) -> None:
    for again in (pickle.loads(pickle.dumps(tables)), copy.deepcopy(tables)):
        assert again.counts() == tables.counts()
        pd.testing.assert_frame_equal(again.facts, tables.facts)


def test_repr_counts_each_table(tables: Tables) -> None:
    lines = repr(tables).split("\n")
    assert lines[0] == "Tables"
    assert [line.split()[0] for line in lines[1:]] == list(TABLES)
    assert lines[1].split() == ["articles", "3"]


def test_html_escapes_everything() -> None:
    found = extract(
        "Bupati OKI, Supriyanto, berkata, “Nilai x <y dan <script>alert(1)</script> & 5 persen.”", profile="fast"
    )
    page = found._repr_html_()
    assert "<script>" not in page
    assert "</script>" not in page
    assert page.count("<table") == page.count("</table>")
    assert "no rows" in Tables({})._repr_html_()


class TestOneArticle:
    @pytest.mark.parametrize("which", [1, -2, "0012"])
    def test_by_number_or_id(self, tables: Tables, which: int | str) -> None:
        article = tables.article(which)
        assert article.articles["article_id"].tolist() == ["0012"]
        assert set(article.figures["article_id"]) == {"0012"}
        assert article.text == TEXTS[1].text

    @pytest.mark.parametrize("name", ["guru.txt", "guru"])
    def test_by_file_name(self, tmp_path: Path, name: str) -> None:
        (tmp_path / "guru.txt").write_text("Guru hadir.", encoding="utf-8")
        assert extract(tmp_path, profile="fast").article(name).text == "Guru hadir."

    def test_one_that_is_not_there(self, tables: Tables) -> None:
        with pytest.raises(KeyError, match=r"no article 'guru'; see \.articles"):
            tables.article("guru")
        with pytest.raises(IndexError):
            tables.article(3)

    def test_a_notebook_shows_its_text(self, tables: Tables) -> None:
        page = tables.article("NA")._repr_html_()
        assert "data-card=" in page
        assert "<b>murid</b>" not in page
        assert "Guru &quot;hebat&quot;; dan, murid" in page
