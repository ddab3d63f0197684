"""Patterns kept from one start to the next, each start a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

START = """
import regex
from pipeline.lexicon import compiled

made = []
compile = regex.compile
regex.compile = lambda *of: made.append(of) or compile(*of)
match = compiled.pattern(r"(?P<day>\\d+) (?:Januari|Mei)", regex.IGNORECASE).match("12 mei")
compiled.keep()
print(len(made), match["day"])
"""


def start(cache: Path) -> str:
    """How many patterns a start compiled, and what the one that it asked for matched."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    done = subprocess.run([sys.executable, "-c", START], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_second_start_compiles_nothing(tmp_path: Path) -> None:
    assert [start(tmp_path), start(tmp_path)] == ["1 12", "0 12"]


@pytest.mark.parametrize("damage", [b"", b"\x80\x05oops", b"\x80\x05K\x01."], ids=["empty", "torn", "other"])
def test_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    start(tmp_path)
    (file,) = tmp_path.glob("berita-pipeline/*")
    file.write_bytes(damage)
    assert [start(tmp_path), start(tmp_path)] == ["1 12", "0 12"]


def test_place_that_cannot_be_written_costs_the_compiling_only(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    assert [start(blocked), start(blocked)] == ["1 12", "1 12"]


def test_finished_files_only(tmp_path: Path) -> None:
    start(tmp_path)
    assert [file.suffix for file in tmp_path.glob("berita-pipeline/*")] == [".pickle"]
