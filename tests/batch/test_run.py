"""A whole run into a folder: workers, reruns, foreign folders, faults."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.tokens import Doc

from pipeline import Article, Tables, extraction
from pipeline.batch import run as runner
from pipeline.batch.chunk import chunks, extract_articles, identified, key
from pipeline.batch.run import OutputError, run
from pipeline.readers import prepare
from pipeline.readers.sources import MANIFEST
from pipeline.schema import TABLES

TEXTS = [f"KAYUAGUNG – Bupati OKI, Supriyanto, menutup pelatihan {n} guru, Rabu (12/11/2025)." for n in range(500, 700)]


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("masukan") / "berita.jsonl"
    file.write_text("\n".join(json.dumps({"isi": text}) for text in TEXTS) + '\n{"putus\n', encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def once(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keluaran") / "out"
    run([str(articles)], folder, profile="fast")
    return folder


def rows(folder: Path) -> dict[str, list[dict[str, object]]]:
    """All rows but for the time at which an error was met."""
    tables = Tables.load(folder)
    return {
        name: [{k: v for k, v in row.items() if k != "at"} for row in tables.arrow[name].to_pylist()] for name in TABLES
    }


def test_every_input_is_a_row_of_articles_or_errors(once: Path) -> None:
    found = rows(once)
    assert [row["text"] for row in found["articles"]] == TEXTS
    assert [row["error_type"] for row in found["errors"]] == ["json"]


def test_every_rows_text_is_the_slice_of_its_article(once: Path) -> None:
    found = rows(once)
    texts = {row["article_id"]: str(row["text"]) for row in found["articles"]}
    extracted = [
        row for name in ("dates", "person_mentions", "roles", "figures", "quotes", "facts") for row in found[name]
    ]
    assert len(extracted) > len(TEXTS)
    for row in extracted:
        assert row["text"] == texts[row["article_id"]][row["start_char"] : row["end_char"]]


def test_two_workers_write_the_same_rows_as_one(once: Path, articles: Path, tmp_path: Path) -> None:
    run([str(articles)], tmp_path / "dua", workers=2, profile="fast")
    assert rows(tmp_path / "dua") == rows(once)


def test_the_summary_and_the_manifest_count_what_is_there(articles: Path, tmp_path: Path) -> None:
    seen: list[int] = []
    summary = run([str(articles)], tmp_path / "out", profile="fast", on_progress=lambda s: seen.append(s.articles))
    tables = Tables.load(tmp_path / "out")
    assert dict(summary.rows) | {"quotes": 0} == tables.counts() | {"quotes": 0}
    assert seen == [64, 128, 192, 200]
    manifest = json.loads((tmp_path / "out" / MANIFEST).read_text())
    assert manifest["rows"] == tables.counts()
    assert (manifest["profile"], manifest["articles"]) == ("fast", {"ok": 200})
    assert manifest["finished"] >= manifest["started"]


@pytest.mark.parametrize(
    ("first", "second"), [("parquet", "parquet"), ("parquet", "csv"), ("csv", "parquet"), ("csv", "csv")]
)
def test_a_rerun_replaces(first: str, second: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[0])
    (tmp_path / "b.txt").write_text(TEXTS[1])
    run([str(tmp_path / "*.txt")], tmp_path / "out", profile="fast", format=first)  # type: ignore[arg-type]
    run([str(tmp_path / "b.txt")], tmp_path / "out", profile="fast", format=second)  # type: ignore[arg-type]
    assert Tables.load(tmp_path / "out").articles["text"].tolist() == [TEXTS[1]]
    kinds = {place.suffix for place in (tmp_path / "out").rglob("*") if place.is_file()} - {".json"}
    assert kinds == {f".{second}"}


def test_output_inside_the_input_folder_is_not_read_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[0])
    for _ in range(2):
        summary = run([str(tmp_path)], tmp_path / "out", profile="fast", format="csv")
    assert summary.articles == 1


def test_a_stopped_run_is_marked_and_made_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[0])
    with monkeypatch.context() as patch:
        patch.setattr(runner, "work", lambda task: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            run([str(tmp_path / "a.txt")], tmp_path / "out", profile="fast")
    assert json.loads((tmp_path / "out" / MANIFEST).read_text())["finished"] is None
    assert run([str(tmp_path / "a.txt")], tmp_path / "out", profile="fast").articles == 1


@pytest.mark.parametrize("name", ["skripsi.docx", "data/a.csv", ".git/HEAD"])
def test_a_folder_with_other_files_is_refused_and_left_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("milik pengguna")
    with pytest.raises(OutputError, match="holds other files"):
        run(["a.txt"], tmp_path)
    assert [place for place in tmp_path.rglob("*") if place.is_file()] == [tmp_path / name]


def test_a_file_as_output_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError, match="cannot write to"):
        run(["a.txt"], tmp_path / "out")


def test_a_stage_that_fails_costs_only_its_own_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = extraction.load("fast")

    def failing(doc: Doc) -> Doc:
        raise ZeroDivisionError("tiga dibagi nol")

    stages = [(name, failing if name == "berita_figures" else stage) for name, stage in nlp.pipeline]
    monkeypatch.setattr(type(nlp), "pipeline", property(lambda self: stages))
    tables = Tables(extract_articles(nlp, [Article(text=TEXTS[0], source="a.txt")]))
    assert tables.counts()["figures"] == 0
    assert tables.counts()["dates"] == 1
    (error,) = tables.arrow["errors"].to_pylist()
    assert (error["source"], error["stage"], error["error_type"]) == ("a.txt", "berita_figures", "ZeroDivisionError")
    assert (error["message"], error["article_id"]) == ("tiga dibagi nol", tables.articles.loc[0, "article_id"])


def ids(articles: list[Article]) -> Iterator[str]:
    return (prepared.article_id for prepared in identified(articles))


def test_ids_that_come_again_are_told_apart() -> None:
    articles = [
        Article(text="Satu.", id="a"),
        Article(text="Dua.", id="a~2"),
        Article(text="Tiga.", id="a"),
        Article(text="Empat.", id="a"),
    ]
    found = list(ids(articles))
    assert found[:2] == ["a", "a~2"]
    assert len(set(found)) == len(found)
    assert found == list(ids(articles))


def test_chunks_and_their_keys() -> None:
    prepared = [prepare(Article(text=text)) for text in TEXTS[:5]]
    assert [len(chunk) for chunk in chunks(prepared, 2)] == [2, 2, 1]
    assert key(prepared, "fast") == key(list(prepared), "fast")
    assert (
        len({key(prepared, "fast"), key(prepared, "default"), key(prepared[1:], "fast"), key(prepared[::-1], "fast")})
        == 4
    )
