from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pytest

import pipeline
from pipeline import Tables

ROOT = Path(__file__).parents[2]
ARTICLES = ("02-kudus-ruang-kelas", "05-garut-insentif")
SETTINGS = 'profile = "fast"\nworkers = 0\n'
"""A `berita.toml` that spares the examples the model and processes where they do not ask for them."""


@pytest.fixture(scope="session")
def seeds_tables() -> Tables:
    return pipeline.extract(ROOT / "seeds", profile="fast")


@pytest.fixture(scope="session")
def seeds_run(seeds_tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of `seeds/` in a folder."""
    return seeds_tables.save(tmp_path_factory.mktemp("seeds") / "out")


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory, seeds_run: Path) -> Path:
    """A folder with what the examples name: articles, gold, and the tables of earlier runs."""
    place = tmp_path_factory.mktemp("workspace")
    (place / "seeds").symlink_to(ROOT / "seeds")
    (place / "berita.toml").write_text(SETTINGS, encoding="utf-8")
    (place / "articles").mkdir()
    for name in ARTICLES:
        shutil.copy(ROOT / "seeds" / f"{name}.txt", place / "articles")
    shutil.copy(ROOT / "seeds" / f"{ARTICLES[0]}.txt", place / "articles" / "one.txt")
    more = shutil.copy(ROOT / "seeds" / "17-18.jsonl", place / "more.jsonl")
    (place / "more.jsonl.gz").write_bytes(gzip.compress(Path(more).read_bytes()))
    (place / "pertanyaan.sql").write_text("SELECT count(*) AS n FROM facts", encoding="utf-8")
    text = "Bupati Wonosobo Retno Palupi melantik 45 guru."
    gold = {"id": "a", "text": text, "figures": [{"start_char": 38, "end_char": 45, "kind": "count", "value": 45}]}
    (place / "gold.jsonl").write_text(json.dumps(gold), encoding="utf-8")
    for name in ("out", "OUT", "before", "after"):
        shutil.copytree(seeds_run, place / name)
    return place
