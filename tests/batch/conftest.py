from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import Tables
from pipeline.batch.run import run
from pipeline.batch.settings import Settings
from pipeline.schema import TABLES

TEXTS = [f"KAYUAGUNG – Bupati OKI, Supriyanto, menutup pelatihan {n} guru, Rabu (12/11/2025)." for n in range(500, 560)]


@pytest.fixture(scope="session")
def texts() -> list[str]:
    return TEXTS


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty articles and a broken line."""
    file = tmp_path_factory.mktemp("masukan") / "berita.jsonl"
    file.write_text("\n".join(json.dumps({"isi": text}) for text in TEXTS) + '\n{"putus\n', encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def once(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an uninterrupted run in this process makes of them."""
    folder = tmp_path_factory.mktemp("keluaran") / "out"
    run([str(articles)], folder, settings=Settings(profile="fast", chunk=8))
    return folder


def _rows(folder: Path) -> dict[str, list[dict[str, object]]]:
    tables = Tables.load(folder)
    return {
        name: [{k: v for k, v in row.items() if k != "at"} for row in tables.arrow[name].to_pylist()] for name in TABLES
    }


@pytest.fixture(scope="session")
def rows() -> Callable[[Path], dict[str, list[dict[str, object]]]]:
    """All rows of a folder but for the time at which an error was met."""
    return _rows
