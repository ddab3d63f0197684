"""Addresses through fsspec: files, folders, globs, and schemes that are not there."""

import gzip
import json
import sys
from collections.abc import Iterator

import fsspec
import pytest

from pipeline.readers import Article, Failure, read
from pipeline.readers.remote import is_address
from pipeline.readers.sources import MANIFEST, scan_path, scan_paths

GURU = "Guru hadir di Kayuagung."


@pytest.fixture(autouse=True)
def bucket() -> Iterator[None]:
    store = fsspec.filesystem("memory")
    lines = "".join(json.dumps({"isi": f"{GURU} {number}"}) + "\n" for number in range(3))
    for name, data in {
        "/arsip/a.jsonl.gz": gzip.compress(lines.encode()),
        "/arsip/2025/b.txt": GURU.encode(),
        "/arsip/2025/foto.png": b"",
        "/arsip/.git/c.txt": b"x",
        "/arsip/lama/d.txt": b"x",
        f"/arsip/lama/{MANIFEST}": b"{}",
    }.items():
        store.pipe(name, data)
    yield
    store.rm("/arsip", recursive=True)


def sources(path: str) -> list[str]:
    return [item.source.removeprefix("memory:///arsip/").removeprefix("memory://arsip/") for item in scan_path(path)]


def test_a_file() -> None:
    articles = list(read("memory://arsip/a.jsonl.gz"))
    assert [article.text for article in articles] == [f"{GURU} {number}" for number in range(3)]


@pytest.mark.parametrize("path", ["memory://arsip", "memory://arsip/"])
def test_a_folder_without_hidden_files_other_kinds_and_output(path: str) -> None:
    assert sources(path) == ["2025/b.txt", "a.jsonl.gz:1", "a.jsonl.gz:2", "a.jsonl.gz:3"]


def test_a_glob() -> None:
    assert sources("memory://arsip/2*/*.txt") == ["2025/b.txt"]


def test_a_file_named_twice_is_read_once() -> None:
    assert len(list(scan_paths(["memory://arsip/2025/b.txt", "memory://arsip/2025"]))) == 1


FAILURES = {
    "memory://arsip/tiada.txt": ("not_found", "no such file"),
    "memory://arsip/*.csv": ("not_found", "no such file"),
    "memory://arsip/2025/foto.png": ("unknown_format", "unknown kind of file"),
    "s3://arsip/a.jsonl": ("missing_extra", "s3:// needs: pip install s3fs"),
    "gs://arsip/a.jsonl": ("missing_extra", "gs:// needs: pip install gcsfs"),
    "entah://arsip/a.jsonl": ("unreadable", "Protocol not known"),
}


@pytest.mark.parametrize("path", FAILURES)
def test_what_cannot_be_read_says_why(path: str) -> None:
    (failure,) = scan_path(path)
    assert isinstance(failure, Failure)
    assert failure.error_type == FAILURES[path][0]
    assert FAILURES[path][1] in failure.message


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    (failure,) = scan_path("s3://arsip/a.jsonl")
    assert isinstance(failure, Failure)
    assert failure.message == "s3:// needs: pip install 'berita-pipeline[cluster]'"


def test_a_text_that_mentions_an_address_is_a_text() -> None:
    text = "Lihat https://lentera.example untuk jadwal."
    assert [article.text for article in read(text)] == [text]
    assert not is_address("https:// tanpa alamat")
    assert all(isinstance(item, Article) for item in read("memory://arsip/2025"))
