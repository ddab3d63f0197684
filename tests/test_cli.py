"""The command ``berita``: what it writes, prints and returns, for sound and for broken input."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline import Tables, __version__
from pipeline.cli import app

TEXT = "KAYUAGUNG – Bupati OKI, Supriyanto, menutup pelatihan 560 guru, Rabu (12/11/2025).\n\n“Kami siap,” kata dia."
BERITA = Path(sys.executable).parent / "berita"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("guru.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def berita(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=stdin)


def extract(*sources: str, stdin: str | bytes | None = None) -> Result:
    return berita("extract", *sources, "--out", "out", "--profile", "fast", stdin=stdin)


def test_extract_writes_the_tables_and_says_where() -> None:
    result = extract("guru.txt")
    assert result.exit_code == 0
    assert "1 article," in result.stdout
    assert "pipeline.Tables.load('out').facts" in result.stdout
    tables = Tables.load("out")
    assert tables.dates["value"].tolist() == ["2025-11-12"]
    assert tables.figures["value"].tolist() == [560]
    assert tables.quotes["content"].tolist() == ["Kami siap"]


def test_extract_as_csv() -> None:
    assert berita("extract", "guru.txt", "-o", "out", "-f", "csv", "--profile", "fast").exit_code == 0
    assert Path("out/facts.csv").read_text("utf-8-sig").startswith("article_id,published_at,")
    assert Tables.load("out").dates["value"].tolist() == ["2025-11-12"]


def test_extract_quietly() -> None:
    result = berita("extract", "guru.txt", "-o", "out", "--quiet", "--profile", "fast")
    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.parametrize("stdin", [TEXT, json.dumps({"isi": TEXT}) + "\n"], ids=["text", "json lines"])
def test_extract_from_standard_input(stdin: str) -> None:
    assert extract("-", stdin=stdin).exit_code == 0
    articles = Tables.load("out").articles
    assert articles["text"].tolist() == [TEXT]
    assert articles["source"].str.startswith("-").all()


def long_line(name: str) -> None:
    Path(name).write_text("guru " * 4_200_000)


BROKEN = {
    "missing path": (lambda: "tiada.txt", "not_found: tiada.txt: no such file, folder or glob"),
    "empty folder": (
        lambda: Path("kosong").mkdir() or "kosong",
        "empty_folder: kosong: no articles here; files read are .txt",
    ),
    "unknown kind": (lambda: Path("a.docx").write_text("") or "a.docx", "unknown_format: a.docx: unknown kind of file"),
    "binary": (lambda: Path("a.txt").write_bytes(b"\0\1") and "a.txt", "binary: a.txt: binary data, not text"),
    "encoding": (
        lambda: Path("a.txt").write_bytes(b"\x81\x8d\x8f\x90\x9d\xff" * 99) and "a.txt",
        "encoding: a.txt: unreadable encoding",
    ),
    "20 MB in one line": (
        lambda: long_line("a.txt") or "a.txt",
        "too_long: a.txt: 21,000,000 characters; the longest article",
    ),
    "20 MB in a line of JSON": (
        lambda: Path("a.jsonl").write_text('{"isi": "' + "guru " * 4_200_000) and "a.jsonl",
        "json: a.jsonl:1: broken JSON",
    ),
    "broken line": (
        lambda: Path("a.jsonl").write_text('{"isi": "Guru."}\n{"isi": "pu\n{"isi": "Murid."}') and "a.jsonl",
        "json: a.jsonl:2: broken",
    ),
    "no text column": (
        lambda: Path("a.csv").write_text("judul\nGuru\n") and "a.csv",
        "no_text: a.csv: no text column among judul",
    ),
    "bad date": (
        lambda: Path("a.md").write_text("---\ntanggal: entah\n---\nGuru.") and "a.md",
        "bad_date: a.md: publication date 'entah' is not understood",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_input_is_named_and_all_others_are_read(name: str) -> None:
    make, message = BROKEN[name]
    result = extract(str(make()), "guru.txt")
    assert result.exit_code == 1
    assert message in result.stderr
    assert "1 error, listed in out/errors" in result.stderr
    tables = Tables.load("out")
    assert tables.counts()["errors"] == 1
    assert TEXT in tables.articles["text"].tolist()


@pytest.mark.parametrize("name", ["missing path", "empty folder", "no text column", "binary"])
def test_nothing_but_broken_input(name: str) -> None:
    make, message = BROKEN[name]
    result = extract(str(make()))
    assert result.exit_code in (1, 2)
    assert message in result.stderr
    assert Tables.load("out").counts()["errors"] == 1


def test_many_errors_are_counted_and_the_first_shown() -> None:
    Path("a.jsonl").write_text("{\n" * 25)
    result = extract("a.jsonl")
    assert result.stderr.count("broken JSON") == 10
    assert "… and 15 more" in result.stderr
    assert "25 errors, listed in" in result.stderr


def test_errors_of_a_csv_run_stand_in_its_file() -> None:
    result = berita("extract", "tiada.txt", "guru.txt", "-o", "out", "-f", "csv", "--profile", "fast")
    assert result.exit_code == 1
    assert "1 error, listed in out/errors.csv" in result.stderr


def test_a_foreign_folder_is_refused() -> None:
    Path("out").mkdir()
    Path("out/skripsi.docx").write_text("")
    result = extract("guru.txt")
    assert result.exit_code == 2
    assert "out holds other files (skripsi.docx); choose an empty or new folder with --out" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", "guru.txt"],
        ["extract", "--out", "out"],
        ["extract", "guru.txt", "--out", "out", "--format", "xlsx"],
        ["extract", "guru.txt", "--out", "out", "--workers", "-1"],
        ["extract", "guru.txt", "--out", "out", "--profile", "lambat"],
        ["show"],
        ["show", "tiada.txt"],
        ["show", "guru.txt", "--number", "2", "--profile", "fast"],
        ["terbitkan"],
    ],
    ids=" ".join,
)
def test_bad_usage(arguments: list[str]) -> None:
    result = berita(*arguments)
    assert result.exit_code == 2
    assert result.stderr.strip()


def test_show_prints_the_article_and_what_is_found() -> None:
    Path("dua.jsonl").write_text(
        json.dumps({"isi": "Guru hadir."}) + "\n" + json.dumps({"isi": TEXT, "judul": "Pelatihan"})
    )
    result = berita("show", "dua.jsonl", "-n", "2", "--profile", "fast")
    assert result.exit_code == 0
    for part in (
        "Pelatihan",
        "menutup pelatihan 560 guru",
        "dates (1)",
        "figures (1)",
        "Supriyanto",
        "Kami siap",
        "2025-11-12",
    ):
        assert part in result.stdout


def test_show_says_why_there_is_nothing_to_show() -> None:
    assert (
        "not indonesian"
        in berita("show", "-", "--profile", "fast", stdin="The ministry said that schools stay closed. " * 5).stdout
    )
    assert "empty" in berita("show", "-", "--profile", "fast", stdin="").stdout


def test_show_takes_brackets_in_a_text_as_text() -> None:
    Path("a.txt").write_text("Kepala [bold]Dinas[/] hadir bersama [5] guru.")
    assert "[bold]Dinas[/]" in berita("show", "a.txt", "--profile", "fast").stdout


def test_info() -> None:
    result = berita("info")
    assert result.exit_code == 0
    assert f"berita-pipeline {__version__}" in result.stdout
    assert "furniture" in result.stdout


def test_version() -> None:
    assert berita("--version").stdout == f"berita-pipeline {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["extract", "--help"], ["show", "-h"], ["info", "-h"]], ids=" ".join)
def test_help(arguments: list[str]) -> None:
    result = berita(*arguments)
    assert result.exit_code == 0
    assert "Usage: berita" in result.stdout


def test_the_installed_command() -> None:
    extracted = subprocess.run(
        [BERITA, "extract", "guru.txt", "-o", "out", "--profile", "fast"], capture_output=True, check=False
    )
    assert extracted.returncode == 0, extracted.stderr
    piped = subprocess.run(
        [BERITA, "show", "-", "--profile", "fast"], input=TEXT.encode(), capture_output=True, check=False
    )
    assert piped.returncode == 0
    assert "menutup pelatihan" in piped.stdout.decode()
    failed = subprocess.run([BERITA, "extract", "tiada.txt", "-o", "lain"], capture_output=True, check=False)
    assert failed.returncode == 2
    assert b"no such file, folder or glob" in failed.stderr


def test_help_answers_without_spacy() -> None:
    code = """
import sys
from pipeline.cli import app
try:
    app(["--help"])
except SystemExit:
    sys.exit("spacy" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
