"""A whole run into a folder: what it writes and counts, workers, stages, foreign folders."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from pipeline import Article, Tables, extraction
from pipeline.batch.chunk import Identified, chunks, identified, key
from pipeline.batch.errors import OutputError
from pipeline.batch.run import run
from pipeline.batch.settings import Settings
from pipeline.batch.size import expected
from pipeline.batch.work import tables_of
from pipeline.readers import prepare
from pipeline.readers.sources import MANIFEST

FAST = Settings(profile="fast", chunk=8)
Rows = Callable[[Path], dict[str, list[dict[str, object]]]]


def test_every_input_is_a_row_of_articles_or_errors(once: Path, texts: list[str], rows: Rows) -> None:
    found = rows(once)
    assert [row["text"] for row in found["articles"]] == texts
    assert [row["error_type"] for row in found["errors"]] == ["json"]


def test_every_rows_text_is_the_slice_of_its_article(once: Path, texts: list[str], rows: Rows) -> None:
    found = rows(once)
    articles = {row["article_id"]: str(row["text"]) for row in found["articles"]}
    extracted = [
        row for name in ("dates", "person_mentions", "roles", "figures", "quotes", "facts") for row in found[name]
    ]
    assert len(extracted) > len(texts)
    for row in extracted:
        assert row["text"] == articles[row["article_id"]][row["start_char"] : row["end_char"]]  # type: ignore[misc]


def test_two_workers_write_the_same_rows_as_none(once: Path, articles: Path, tmp_path: Path, rows: Rows) -> None:
    run([str(articles)], tmp_path / "dua", workers=2, settings=FAST)
    assert rows(tmp_path / "dua") == rows(once)


def test_the_summary_and_the_manifest_count_what_is_there(articles: Path, tmp_path: Path, texts: list[str]) -> None:
    seen: list[int] = []
    summary = run([str(articles)], tmp_path / "out", settings=FAST, on_progress=lambda s: seen.append(s.articles))
    tables = Tables.load(tmp_path / "out")
    assert dict(summary.rows) == {name: count for name, count in tables.counts().items() if count}
    assert seen == sorted(seen)
    assert len(seen) > 3
    assert seen[-1] == len(texts)
    manifest = json.loads((tmp_path / "out" / MANIFEST).read_text())
    assert manifest["rows"] == tables.counts()
    assert manifest["articles"] == {"ok": len(texts)}
    assert manifest["settings"]["profile"] == "fast"
    assert len(manifest["settings_hash"]) == len(manifest["settings"]["lexicon"]) == 16
    assert manifest["finished"] >= manifest["started"]


@pytest.mark.parametrize(
    ("first", "second"), [("parquet", "parquet"), ("parquet", "csv"), ("csv", "parquet"), ("csv", "csv")]
)
def test_a_rerun_replaces(first: str, second: str, tmp_path: Path, texts: list[str]) -> None:
    (tmp_path / "a.txt").write_text(texts[0])
    (tmp_path / "b.txt").write_text(texts[1])
    run([str(tmp_path / "*.txt")], tmp_path / "out", settings=FAST, format=first)  # type: ignore[arg-type]
    (tmp_path / "a.txt").unlink()
    run([str(tmp_path / "*.txt")], tmp_path / "out", settings=FAST, format=second)  # type: ignore[arg-type]
    assert Tables.load(tmp_path / "out").articles["text"].tolist() == [texts[1]]
    seen = [
        place
        for place in (tmp_path / "out").rglob("*")
        if not {".parts", ".minhash", ".lock"}.intersection(place.parts)
    ]
    assert {place.suffix for place in seen if place.is_file()} - {".json"} == {f".{second}"}


def test_output_inside_the_input_folder_is_not_read_again(tmp_path: Path, texts: list[str]) -> None:
    (tmp_path / "a.txt").write_text(texts[0])
    for _ in range(2):
        summary = run([str(tmp_path)], tmp_path / "out", settings=FAST, format="csv")
    assert summary.articles == 1


@pytest.mark.parametrize("name", ["skripsi.docx", "data/a.csv", ".git/HEAD"])
def test_a_folder_with_other_files_is_refused_and_left_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("milik pengguna")
    with pytest.raises(OutputError, match="holds other files"):
        run(["a.txt"], tmp_path)
    assert [place for place in tmp_path.rglob("*") if place.is_file()] == [tmp_path / name]


def test_what_other_commands_put_beside_the_tables_is_left_alone(tmp_path: Path, articles: Path) -> None:
    (tmp_path / "exports").mkdir()
    beside = [tmp_path / "corrections.jsonl", tmp_path / "report.html", tmp_path / "exports" / "berita.duckdb"]
    for place in beside:
        place.write_text("tetap")
    for format in ("parquet", "csv"):
        run([str(articles)], tmp_path, settings=FAST, format=format)  # type: ignore[arg-type]
        assert [place.read_text() for place in beside] == ["tetap"] * 3
    run([str(articles)], tmp_path, settings=Settings(profile="fast", stages=("dates",)), restart=True)
    assert [place.read_text() for place in beside] == ["tetap"] * 3


def test_a_file_as_output_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError, match="cannot write to"):
        run(["a.txt"], tmp_path / "out")


def test_a_stage_that_fails_costs_only_its_own_rows(monkeypatch: pytest.MonkeyPatch, texts: list[str]) -> None:
    nlp = extraction.load("fast")

    def failing(doc: Doc) -> Doc:
        raise ZeroDivisionError("tiga dibagi nol")

    stages = [(name, failing if name == "berita_figures" else stage) for name, stage in nlp.pipeline]
    monkeypatch.setattr(type(nlp), "pipeline", property(lambda self: stages))
    tables = Tables(tables_of([extraction.extract(nlp, prepare(Article(text=texts[0], source="a.txt"))).rows]))
    assert tables.counts()["figures"] == 0
    assert tables.counts()["dates"] == 1
    (error,) = tables.arrow["errors"].to_pylist()
    assert (error["source"], error["stage"], error["error_type"]) == ("a.txt", "berita_figures", "ZeroDivisionError")
    assert (error["message"], error["article_id"]) == ("tiga dibagi nol", tables.articles.loc[0, "article_id"])


def items(articles: list[Article]) -> list[Identified]:
    return [item for item in identified(articles) if isinstance(item, Identified)]


def test_ids_that_come_again_are_told_apart() -> None:
    articles = [
        Article(text="Satu.", id="a"),
        Article(text="Dua.", id="a~2"),
        Article(text="Tiga.", id="a"),
        Article(text="Empat.", id="a"),
        Article(text="Lima."),
        Article(text="Lima. "),
    ]
    found = [item.article_id for item in items(articles)]
    assert found[:2] == ["a", "a~2"]
    assert found[5] == f"{found[4]}~2"
    assert len(set(found)) == len(found)
    assert found == [item.article_id for item in items(articles)]
    assert found == [item.prepared().article_id for item in items(articles)]


def test_a_chunk_ends_where_its_articles_say(texts: list[str]) -> None:
    found = items([Article(text=text) for text in texts])
    cut = list(chunks(found, 8))
    assert [item for chunk in cut for item in chunk] == found
    assert max(map(len, cut)) <= 16
    fewer = list(chunks(found[3:], 8))
    assert len({key(chunk, "") for chunk in cut} - {key(chunk, "") for chunk in fewer}) <= 2


def test_the_key_tells_what_the_rows_depend_on(texts: list[str]) -> None:
    article = Article(text=texts[0], title="Pelatihan", published_at="2025-11-12")
    changed = [
        article,
        Article(text=texts[0], title="Pelatihan"),
        Article(text=texts[0], title="Pelatihan guru", published_at="2025-11-12"),
        Article(text=texts[0], title="Pelatihan", published_at="2025-11-12", source="b.txt"),
        Article(text=texts[1], title="Pelatihan", published_at="2025-11-12"),
    ]
    keys = {key(items([each]), settings) for each in changed for settings in ("a", "b")}
    assert len(keys) == 10
    assert key(items([article]), "a") in keys


@pytest.mark.parametrize(
    ("names", "count"), [(["a.txt", "b.jsonl"], 3), (["."], 3), (["c.csv"], None), (["-"], None), (["*.txt"], None)]
)
def test_how_many_articles_to_expect(
    names: list[str], count: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Satu.")
    Path("b.jsonl").write_text('{"isi": "Dua."}\n{"isi": "Tiga."}\n')
    if "c.csv" in names:
        Path("c.csv").write_text("isi\nEmpat.\n")
    assert expected(names) == count
