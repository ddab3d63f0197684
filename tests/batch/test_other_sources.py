"""The same output with other sources: more may be named, none left out, and what is gone is said."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from pipeline.batch.errors import OutputError
from pipeline.batch.run import run
from pipeline.batch.settings import Settings
from pipeline.batch.sources import missing, noted
from pipeline.stores.manifest import read_manifest

FAST = Settings(profile="fast", chunk=2)
Rows = Callable[[Path], dict[str, list[dict[str, object]]]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, texts: list[str]) -> Path:
    """Two folders of articles, the first of them in tables already."""
    monkeypatch.chdir(tmp_path)
    for number, text in enumerate(texts[:12]):
        place = Path("januari" if number < 6 else "februari", f"{number}.txt")
        place.parent.mkdir(exist_ok=True)
        place.write_text(text)
    run(["januari"], Path("out"), settings=FAST)
    return tmp_path


@pytest.mark.parametrize("restart", [False, True])
def test_sources_left_out_are_refused_unless_told(restart: bool, folder: Path, rows: Rows) -> None:
    before = rows(Path("out"))
    if restart:
        assert run(["februari"], Path("out"), settings=FAST, restart=True).articles == 6
        return
    with pytest.raises(OutputError, match=r"out also holds the tables of januari; .* --restart"):
        run(["februari"], Path("out"), settings=FAST)
    assert rows(Path("out")) == before


@pytest.mark.parametrize("sources", [["januari", "februari"], ["februari", "./januari/"], ["."]])
def test_sources_that_join_them_are_added(sources: list[str], folder: Path, rows: Rows) -> None:
    summary = run(sources, Path("out"), settings=FAST)
    assert (summary.articles, summary.gone) == (12, 0)
    run(sources, Path("anew"), settings=FAST)
    assert rows(Path("out")) == rows(Path("anew"))


def test_the_same_name_in_another_folder_is_another_source(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "arsip" / "januari").mkdir(parents=True)
    (folder / "arsip" / "januari" / "a.txt").write_text("Guru hadir.")
    monkeypatch.chdir(folder / "arsip")
    with pytest.raises(OutputError, match=r"also holds the tables of \.\./januari"):
        run(["januari"], folder / "out", settings=FAST)


def test_a_stopped_run_of_other_sources_is_not_lost_either(folder: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(["januari", "februari"], Path("out"), settings=FAST, on_progress=_stop_late)
    with pytest.raises(OutputError, match="also holds the tables of februari"):
        run(["januari"], Path("out"), settings=FAST)
    assert run(["januari", "februari"], Path("out"), settings=FAST).articles == 12


def _stop_late(summary: object) -> None:
    if summary.articles > 6:  # type: ignore[attr-defined]
        raise KeyboardInterrupt


def test_an_earlier_run_that_found_nothing_keeps_nobody_out(folder: Path) -> None:
    assert run(["janauri"], Path("lain"), settings=FAST).articles == 0
    assert run(["januari"], Path("lain"), settings=FAST).articles == 6


def test_articles_that_left_a_source_are_counted(folder: Path) -> None:
    Path("januari/0.txt").unlink()
    Path("januari/3.txt").unlink()
    assert run(["januari"], Path("out"), settings=FAST).gone == 2
    assert run(["januari"], Path("out"), settings=FAST).gone == 0


def test_another_standard_input_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: Rows) -> None:
    def piped(text: str) -> int:
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(text.encode())))
        return run(["-"], tmp_path, settings=FAST).articles

    assert piped("Guru hadir.") == 1
    before = rows(tmp_path)
    with pytest.raises(OutputError, match=r"1 article that standard input no longer has; .*--restart"):
        piped("Murid hadir.")
    assert rows(tmp_path) == before
    assert piped("Guru hadir.") == 1


@pytest.mark.parametrize(
    ("before", "now", "left_out"),
    [
        (["../berita"], ["/data/berita/2025"], ["/data/berita"]),
        (["../berita/a.txt", "../berita/b.txt"], ["/data/berita/a.txt"], ["/data/berita/b.txt"]),
        (["../berita/a.txt"], ["/data/berita"], []),
        (["s3://ember/a"], ["s3://ember/a", "/data/x"], []),
        (["s3://ember/a"], ["/data/x"], ["s3://ember/a"]),
        (["-"], ["/data/x"], ["standard input"]),
        (["-"], ["-"], []),
        (["../../x"], ["/data"], ["/x"]),
    ],
)
def test_what_is_left_out(before: list[str], now: list[str], left_out: list[str]) -> None:
    assert missing(before, now, Path("/data/tables")) == left_out


def test_sources_are_noted_as_seen_from_the_output(folder: Path) -> None:
    assert read_manifest(Path("out"))["sources"] == ["../januari"]
    assert noted(["januari/*.txt"], folder / "out") == ["../januari/*.txt"]
