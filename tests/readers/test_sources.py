"""Paths, folders, globs, strings, records, frames and standard input."""

import io
import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from pipeline.readers import Article, Failure, read
from pipeline.readers.kinds import READERS
from pipeline.readers.sources import MANIFEST, scan_path, scan_paths

GURU = "Guru hadir di Kayuagung."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.md",
        "sub/c.TXT",
        ".git/d.txt",
        "sub/.e.txt",
        "gambar.png",
        "lama/f.txt",
        f"lama/{MANIFEST}",
    ):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"{GURU} {name}", encoding="utf-8")
    return tmp_path


def names(items: object) -> list[str]:
    return [Path(item.source).name for item in items]  # type: ignore[attr-defined]


def test_a_folder_in_order_without_hidden_files_other_kinds_and_output(folder: Path) -> None:
    assert names(scan_path(folder)) == ["a.md", "b.txt", "c.TXT"]


def test_globs(folder: Path) -> None:
    assert names(scan_path(f"{folder}/*.txt")) == ["b.txt"]
    assert names(scan_path(f"{folder}/**/*.[tT]*")) == ["b.txt", "f.txt", "c.TXT"]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert names(scan_paths([folder / "b.txt", folder, f"{folder}/*.txt", folder / "sub" / ".." / "a.md"])) == [
        "b.txt",
        "a.md",
        "c.TXT",
    ]


FAILURES = {
    "missing.txt": ("not_found", "no such file, folder or glob"),
    "none/": ("not_found", "no such file, folder or glob"),
    "*.csv": ("not_found", "no such file, folder or glob"),
    "gambar.png": ("unknown_format", "unknown kind of file; files read are .txt, .md"),
    "kosong": ("empty_folder", "no articles here; files read are .txt, .md"),
}


@pytest.mark.parametrize("name", FAILURES)
def test_what_cannot_be_read_says_why(name: str, folder: Path) -> None:
    (folder / "kosong").mkdir()
    (failure,) = scan_path(f"{folder}/{name}")
    assert isinstance(failure, Failure)
    assert failure.source == f"{folder}/{name}"
    assert failure.error_type == FAILURES[name][0]
    assert failure.message.startswith(FAILURES[name][1])


def test_a_file_without_permission_costs_only_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def denied(path: Path, mode: str = "r", buffering: int = -1) -> object:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, mode, buffering)

    monkeypatch.setattr(Path, "open", denied)
    items = list(scan_path(folder))
    assert names(items) == ["a.md", "b.txt", "c.TXT"]
    assert isinstance(items[1], Failure)
    assert (items[1].error_type, items[1].message) == ("unreadable", "Permission denied")


def test_a_folder_without_permission_is_reported(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def denied(path: str | Path) -> object:
        if Path(path).name == "sub":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", denied)
    items = list(scan_path(folder))
    assert names(items) == ["a.md", "b.txt", "sub"]
    assert isinstance(items[2], Failure)


def test_a_dangling_link_is_reported(folder: Path) -> None:
    (folder / "putus.txt").symlink_to(folder / "tiada.txt")
    items = list(scan_path(folder))
    assert [item.error_type for item in items if isinstance(item, Failure)] == ["unreadable"]


def test_a_string_is_a_text_unless_it_names_a_file(folder: Path) -> None:
    assert [article.text for article in read(GURU)] == [GURU]
    assert [article.text for article in read(str(folder / "b.txt"))] == [f"{GURU} b.txt"]
    assert [article.text for article in read(f"{GURU}\n./a.txt")] == [f"{GURU}\n./a.txt"]
    assert [article.text for article in read("")] == [""]


@pytest.mark.parametrize("path", ["tiada.txt", "berita/tiada", "./tiada/*.jsonl", Path("tiada"), Path("tiada.txt")])
def test_a_missing_path_raises(path: str | Path) -> None:
    with pytest.raises(FileNotFoundError, match="no such file, folder or glob"):
        list(read(path))


def test_articles_records_frames_and_lists_of_them(folder: Path) -> None:
    frame = pd.DataFrame({"isi": [GURU, None], "judul": ["A", "B"]}, index=["x", "y"])
    failures: list[Failure] = []
    articles = list(
        read([GURU, Article(text="Dua."), {"isi": "Tiga."}, frame, [folder / "b.txt"]], on_failure=failures.append)
    )
    assert [article.text for article in articles] == [GURU, "Dua.", "Tiga.", GURU, f"{GURU} b.txt"]
    assert [article.source for article in articles[2:4]] == ["record:2", "row:x"]
    assert [failure.source for failure in failures] == ["row:y"]


def test_a_frame_without_text_raises() -> None:
    with pytest.raises(ValueError, match="no text column among judul"):
        list(read(pd.DataFrame({"judul": ["A"]})))


def test_without_a_callback_a_failure_is_a_warning(folder: Path) -> None:
    with pytest.warns(UserWarning, match=r"gambar\.png: unknown kind of file"):
        assert list(read(folder / "gambar.png")) == []


STDIN = {
    "text": (GURU.encode(), [GURU]),
    "front matter": (f"---\njudul: A\n---\n{GURU}".encode(), [GURU]),
    "json lines": (f"{json.dumps({'isi': GURU})}\n{json.dumps({'isi': 'Dua.'})}\n".encode(), [GURU, "Dua."]),
    "json lines with a mark": (b"\xef\xbb\xbf" + json.dumps({"isi": GURU}).encode(), [GURU]),
    "utf-16": (json.dumps({"isi": GURU}).encode("utf-16"), [GURU]),
    "empty": (b"", [""]),
}


@pytest.mark.parametrize(("data", "texts"), STDIN.values(), ids=STDIN)
def test_standard_input(data: bytes, texts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    assert [article.text for article in read("-")] == texts
    assert not sys.stdin.buffer.closed


def test_binary_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"\0\1\2")))
    (failure,) = scan_path("-")
    assert isinstance(failure, Failure)
    assert (failure.source, failure.error_type) == ("-", "binary")


def test_every_ending_has_a_reader() -> None:
    assert {".txt", ".md", ".jsonl", ".json", ".csv", ".parquet", ".html"} <= set(READERS)


@pytest.mark.parametrize("text", [5, None, b"guru"])
def test_an_article_without_text_raises(text: object) -> None:
    with pytest.raises(TypeError, match="an article's text is a string"):
        Article(text=text)  # type: ignore[arg-type]


def test_an_article_with_a_strange_date_raises() -> None:
    with pytest.raises(ValueError, match="'entah' is not understood"):
        Article(text=GURU, published_at="entah")
