"""What a run's rows depend on: every change of it is another kind of row, and nothing else is."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.batch.settings import Settings, differences, provenance
from pipeline.lexicon.resources import PACKAGE

HASH = "from pipeline.batch.settings import Settings, settings_hash; print(settings_hash(Settings(profile='fast')))"
LOADED = "import sys, pipeline.batch.preload; print(*sys.modules)"


def python(code: str, folder: Path) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout of its own, whose code can be changed."""
    folder = tmp_path_factory.mktemp("salinan")
    shutil.copytree(PACKAGE, folder / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(PACKAGE.parent / "data", folder / "data")
    (folder / "models").symlink_to(PACKAGE.parent / "models")
    return folder


@pytest.mark.parametrize(
    ("file", "addition", "counts"),
    [
        ("pipeline/stages/dates/resolve.py", "# aturan baru\n", True),
        ("pipeline/tables/facts.py", "# kolom baru\n", True),
        ("data/months.tsv", "\n", True),
        ("pipeline/cli/show.py", "# pilihan baru\n", False),
        ("pipeline/views/terminal.py", "# warna baru\n", False),
    ],
)
def test_changed_code_that_makes_rows_is_another_kind(file: str, addition: str, counts: bool, copy: Path) -> None:
    before = python(HASH, copy)
    original = (copy / file).read_text(encoding="utf-8")
    (copy / file).write_text(original + addition, encoding="utf-8")
    try:
        assert (python(HASH, copy) != before) is counts
    finally:
        (copy / file).write_text(original, encoding="utf-8")


def test_a_worker_loads_no_code_that_does_not_count() -> None:
    modules = python(LOADED, PACKAGE.parent).split()
    loaded = {name.split(".")[1] for name in modules if name.startswith("pipeline.")}
    assert {"stages", "linking", "tables"} <= loaded
    assert not loaded & {"cli", "corrections", "evaluation", "review", "views"}


def test_differences_are_named() -> None:
    made = provenance(Settings())
    other = {**made, "code": "c0de", "libraries": {**made["libraries"], "spacy": "3.0"}}  # type: ignore[dict-item]
    assert differences(made, provenance(Settings())) == []
    code, spacy = differences(other, made)
    assert code == "other code"
    assert spacy.startswith("spacy '3.0', now '3.")
