"""Every entry of the lexicon does something: in a text made for it, what it is there for is found.

``effects/`` lists, independently of ``data/``, each entry with such a text and what is found in it, so that none can be
lost or changed unnoticed.
"""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks import effects
from benchmarks.mutation import listed
from pipeline.lexicon import read

FILES = effects.files()


def difference(file: str) -> Counter[str]:
    """How many more entries of a name the file has than the list; negative for those that it has lost."""
    difference = Counter(effects.key(entry) for entry in read(file, FILES[file]))
    difference.subtract(Counter(entry for entry, _, _ in listed(file)))
    return difference


@pytest.mark.parametrize("file", FILES)
def test_no_entry_is_lost(file: str) -> None:
    assert [entry for entry, count in difference(file).items() if count < 0] == []


@pytest.mark.parametrize("file", FILES)
def test_every_entry_is_listed(file: str) -> None:
    new = [entry for entry, count in difference(file).items() if count > 0]
    assert new == [], f"list them: python -m benchmarks.mutation {file} --refresh"


@pytest.mark.parametrize("file", FILES)
def test_every_entry_is_found_in_its_text(file: str) -> None:
    now = [(entry, text, effects.effect(file, text)) for entry, text, _ in listed(file)]
    changed = [(*row, before[2]) for row, before in zip(now, listed(file), strict=True) if row != before]
    assert changed == [], f"is it better? python -m benchmarks.mutation {file} --refresh"
