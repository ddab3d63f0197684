"""``berita show`` and ``berita info`` for scripts and for slips of the keyboard; completion in the shell."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline import __version__
from pipeline.cli import app
from pipeline.schema import TABLES

TEXT = "Sebanyak 560 guru dan Rp 1,5 miliar, atau 2,5 persen, Rabu (12/11/2025)."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("berita-guru.txt").write_text(TEXT, encoding="utf-8")


def berita(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_show_as_json() -> None:
    shown = json.loads(berita("show", "berita-guru.txt", "--json", "--profile", "fast").stdout)
    assert list(shown) == list(TABLES)
    assert [row["value"] for row in shown["figures"]] == [560, 1_500_000_000, 2.5]
    assert shown["dates"][0]["start_date"] == "2025-11-12"
    assert shown["articles"][0]["title"] is None


@pytest.mark.parametrize("slip", ["berita-guru.tx", "berita_guru.txt", "berita.txt", "berta-guru.txt"])
def test_a_slip_of_the_keyboard_is_met_with_the_nearest_file(slip: str) -> None:
    result = berita("show", slip)
    assert result.exit_code == 2
    assert result.stderr == f"berita: {slip}: no such file, folder or glob; did you mean berita-guru.txt?\n"


@pytest.mark.parametrize("path", ["tiada/guru.txt", "kosong.xyz"])
def test_nothing_is_proposed_where_nothing_is_near(path: str) -> None:
    assert berita("show", path).stderr == f"berita: {path}: no such file, folder or glob\n"


def test_a_number_too_high_says_how_many_there_are() -> None:
    result = berita("show", "berita-guru.txt", "-n", "3")
    assert (result.exit_code, result.stderr) == (
        2,
        "berita: berita-guru.txt holds no article number 3; the last is 1\n",
    )


def test_info_as_json() -> None:
    state = json.loads(berita("info", "--json").stdout)
    assert state["berita-pipeline"] == __version__
    assert state["lexicon"]["months"] == 12
    assert state["own_lexicon"] is None


@pytest.mark.parametrize(("slip", "meant"), [(["shwo"], "show"), (["show", "--jsno", "x"], "--json")])
def test_a_slip_in_a_command_is_met_with_the_nearest(slip: list[str], meant: str) -> None:
    result = berita(*slip)
    assert result.exit_code == 2
    assert meant in result.stderr


@pytest.mark.parametrize(("typed", "offered"), [("berita rev", "review"), ("berita show --pro", "--profile")])
def test_the_shell_completes(typed: str, offered: str) -> None:
    asked = {"_BERITA_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    command = [sys.executable, "-c", "from pipeline.cli import app; app(prog_name='berita')"]
    root = Path(__file__).parents[1]
    done = subprocess.run(command, env={**os.environ, **asked}, cwd=root, capture_output=True, text=True, check=False)
    assert offered in done.stdout.split()
