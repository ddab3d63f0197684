"""The library's front door."""

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import pipeline
from pipeline import Article, Tables, extract, load, read

TEXT = "Bupati OKI, Supriyanto, menutup pelatihan 560 guru, Rabu (12/11/2025)."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "berita.txt"
    place.write_text(TEXT, encoding="utf-8")
    return place


def test_every_kind_of_source_gives_the_same_rows(file: Path) -> None:
    frame = pd.DataFrame({"isi": [TEXT]})
    sources = [
        TEXT,
        file,
        str(file),
        file.parent,
        Article(text=TEXT),
        [TEXT],
        frame,
        [frame],
        {"isi": TEXT},
        (text for text in [TEXT]),
    ]
    results = [extract(source, profile="fast") for source in sources]
    assert {result.counts()["articles"] for result in results} == {1}
    for result in results[1:]:
        pd.testing.assert_frame_equal(result.facts, results[0].facts)


def test_offsets_hold() -> None:
    tables = extract([TEXT, f"{TEXT}\n\n“Kami siap,” ujarnya."], profile="fast")
    texts = dict(zip(tables.articles["article_id"], tables.articles["text"], strict=True))
    for row in tables.facts.itertuples():
        assert texts[row.article_id][row.start_char : row.end_char] == row.text
    assert tables.facts["sentence_id"].isin(tables.sentences["sentence_id"]).all()


def test_what_cannot_be_read_is_a_row_of_errors(file: Path) -> None:
    (file.parent / "rusak.jsonl").write_text("{putus")
    tables = extract(file.parent, profile="fast")
    assert tables.counts()["articles"] == 1
    assert tables.errors["source"].tolist() == [f"{file.parent / 'rusak.jsonl'}:1"]


@pytest.mark.parametrize("source", ["tiada.txt", "tiada/berita", Path("tiada")])
def test_a_missing_path_raises(source: str | Path) -> None:
    with pytest.raises(FileNotFoundError):
        extract(source, profile="fast")


def test_nothing_gives_empty_tables() -> None:
    assert set(extract([], profile="fast").counts().values()) == {0}


def test_an_empty_text_is_an_article_without_rows() -> None:
    tables = extract("", profile="fast")
    assert tables.articles["status"].tolist() == ["empty"]
    assert len(tables) == 0


def test_an_unknown_profile_raises() -> None:
    with pytest.raises(ValueError, match="no profile 'lambat'; choose 'default', 'fast' or 'stanza'"):
        load("lambat")  # type: ignore[arg-type]


def test_load_gives_one_language_that_any_spacy_user_can_call() -> None:
    nlp = load("fast")
    assert nlp is load("fast")
    doc = nlp(TEXT)
    assert [date.value for date in doc._.dates] == ["2025-11-12"]
    assert [span.text for span in doc.spans["dates"]]


def test_read_yields_articles(file: Path) -> None:
    assert [(article.text, article.source) for article in read(file)] == [(TEXT, str(file))]


def test_the_packages_names() -> None:
    assert set(pipeline.__all__) <= set(dir(pipeline))
    assert pipeline.Tables is Tables
    with pytest.raises(AttributeError, match="has no attribute 'guru'"):
        _ = pipeline.guru


@pytest.mark.parametrize(
    "statement", ["import pipeline", "import pipeline.cli", "from pipeline import Article; Article(text='')"]
)
def test_spacy_is_imported_only_when_needed(statement: str) -> None:
    code = f"{statement}; import sys; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_text_longer_than_a_file_name_may_be() -> None:
    assert len(extract(f"{'Guru honorer menunggu. ' * 30}{TEXT}", profile="fast").dates) == 1
