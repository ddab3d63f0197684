"""Lexicon files of one's own, beside those of the package; each case in a process of its own, as a user has it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEADER = "slug\tcanonical\tvariants\trole_class\torganization_type\torganization\ttakes\tlevel\texample\tsource"
PENILIK = "penilik\tPenilik\t\tofficial\t\t\torganization\t\tmenurut Penilik, datanya lengkap\tumum"
READ = "from pipeline.lexicon.posts import POSITIONS; print(POSITIONS[-1].canonical)"
EXTRACT = """
import pipeline
tables = pipeline.extract("Penilik Sanggar Belajar Kabupaten Alor, Yohana Ndun, hadir.", profile="fast")
print(tables.roles["position"].tolist())
"""


def run(lexicon: Path, code: str = READ) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "BERITA_LEXICON": str(lexicon)}
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)


def test_an_entry_is_added(tmp_path: Path) -> None:
    (tmp_path / "positions.tsv").write_text(f"{HEADER}\n{PENILIK}\n", encoding="utf-8")
    assert run(tmp_path).stdout == "Penilik\n"
    assert run(tmp_path, EXTRACT).stdout == "['Penilik']\n"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("slug\tcanonical\n", "positions.tsv: header ['slug', 'canonical'] should be ['slug', 'canonical', 'variants'"),
        (f"{HEADER}\npenilik\tPenilik\n", "positions.tsv, line 2: 2 cells, 10 expected"),
        ("", "positions.tsv: header [] should be ['slug'"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, lines: str, message: str) -> None:
    (tmp_path / "positions.tsv").write_text(lines, encoding="utf-8")
    assert message in run(tmp_path).stderr


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert f"BERITA_LEXICON names {tmp_path / 'tiada'}, which is no folder" in run(tmp_path / "tiada").stderr
