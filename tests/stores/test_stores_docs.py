"""Every question in the how-to of stores is answered by a real run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline import extract
from pipeline.stores.ask import ask

ROOT = Path(__file__).parents[2]
QUERIES = re.findall(r"^```sql\n(.*?)^```", (ROOT / "docs" / "stores.md").read_text(encoding="utf-8"), re.M | re.S)


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return extract(ROOT / "seeds", profile="fast").save(tmp_path_factory.mktemp("seeds"))


@pytest.mark.parametrize("number", range(len(QUERIES)))
def test_a_question_is_answered(number: int, seeds: Path) -> None:
    rows = [row for batch in ask(seeds, QUERIES[number]).batches for row in batch]
    assert rows
    assert all(row[-1] is not None or row[-2] is not None for row in rows)
