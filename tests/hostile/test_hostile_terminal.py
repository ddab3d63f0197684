"""What articles and file names may hold must not colour, move or fool a terminal, nor end a command."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app

MARKUP = "[red]Guru[/red] [/] [link=https://jahat.example]Bupati[/link] [bold"
TEXTS = {
    "markup": f"“{MARKUP},” kata Kepala Dinas Pendidikan OKI, Ratna Dewi, di [blink]Kayuagung[/], Rabu (12/11/2025).",
    "closing tag": "Menurut [/Ratna] Dewi, 5 [/guru] hadir pada [/Rabu] (12/11/2025).",
    "escapes": "“Guru \x1b[31mhadir\x1b[0m \x1b]0;diretas\x07,” kata Ratna \x9b2J Dewi, Rabu (12/11/2025).",
    "backslashes": "“Guru \\[red] hadir\\,” kata Ratna Dewi\\, Rabu (12/11/2025).",
}
CONTROLS = {chr(code) for code in [*range(32), *range(127, 160)]} - {"\n"}


def berita(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments, color=True)


@pytest.fixture(params=TEXTS)
def article(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(f"---\njudul: {MARKUP}\n---\n{TEXTS[request.param]}", encoding="utf-8")
    return tmp_path / "a.txt"


def test_an_article_is_shown_as_text(article: Path) -> None:
    shown = berita("show", str(article), "--profile", "fast")
    assert shown.exit_code == 0, shown.exception
    assert not CONTROLS & set(shown.output)
    assert "[red]Guru[/red]" in shown.output


def test_a_run_is_told_as_text(article: Path, tmp_path: Path) -> None:
    run = berita("extract", str(article), "-o", str(tmp_path / "out"), "-w", "0", "--profile", "fast")
    assert run.exit_code == 0, run.exception
    assert not CONTROLS & set(run.output)
    asked = berita("sql", str(tmp_path / "out"), "SELECT title, text FROM articles")
    assert asked.exit_code == 0, asked.exception
    assert "[red]" in asked.output
    assert not CONTROLS & set(asked.output)


def test_what_changed_is_told_as_text(article: Path, tmp_path: Path) -> None:
    for out, stages in (("a", "dates,figures,people,roles,quotes"), ("b", "dates")):
        options = ("--stages", stages, "-w", "0", "--profile", "fast")
        assert berita("extract", str(article), "-o", str(tmp_path / out), *options).exit_code == 0
    compared = berita("compare", str(tmp_path / "a"), str(tmp_path / "b"))
    assert compared.exit_code == 0, compared.exception
    assert "lost" in compared.output
    assert not CONTROLS & set(compared.output)


@pytest.mark.parametrize(
    "command", [["show"], ["extract", "-o", "out", "-w", "0", "--profile", "fast"]], ids=lambda c: c[0]
)
def test_a_file_name_cannot_speak_to_the_terminal(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = "a\x1b]0;diretas\x07\x1b[2J[red].txt"
    Path(name).write_bytes(b"\x00\x01")
    result = berita(command[0], name, *command[1:])
    assert result.exit_code in (1, 2), result.exception
    assert not CONTROLS & set(result.output)
    assert "[red].txt" in result.output.replace("\n", "")
