"""The lexicon's files keep their rules: each is claimed, sorted, without duplicates, and its examples show forms."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import astuple, fields
from pathlib import Path
from typing import get_type_hints

import pytest
import regex

import pipeline.lexicon
from pipeline.lexicon import folder, read

MODULES = [
    importlib.import_module(f"pipeline.lexicon.{module.name}")
    for module in pkgutil.iter_modules(pipeline.lexicon.__path__)
]
CLAIMS = [(name, entry) for module in MODULES for name, entry in getattr(module, "FILES", {}).items()]
PATHS = sorted(folder("data").glob("*.tsv"))
STANDARD = ("canonical", "alias", "name", "pattern")
"""Fields that hold a written form though they are not the first one."""


def lines(name: str) -> list[str]:
    return (folder("data") / f"{name}.tsv").read_text(encoding="utf-8").split("\n")


def variants(entry: object) -> Iterator[str]:
    """The written forms in the cells of an entry that hold several."""
    hints = get_type_hints(type(entry))
    for field in fields(entry):  # type: ignore[arg-type]
        if hints[field.name] == tuple[str, ...] and field.name not in ("successor", "codes", "kinds"):
            yield from getattr(entry, field.name)


def written(entry: object) -> list[str]:
    """All written forms of an entry."""
    first = fields(entry)[0].name  # type: ignore[arg-type]
    single = [getattr(entry, name, None) for name in (first, *STANDARD)]
    return [form for form in (*single, *variants(entry)) if form]


def shows(entry: object) -> bool:
    """Whether the example of an entry holds one of its forms, or what its pattern matches."""
    example = entry.example  # type: ignore[attr-defined]
    pattern = getattr(entry, "pattern", None)
    return any(form.casefold() in example.casefold() for form in written(entry)) or bool(
        pattern and regex.search(pattern, example)
    )


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_is_claimed_once(path: Path) -> None:
    assert [name for name, _ in CLAIMS].count(path.stem) == 1


@pytest.mark.parametrize(("name", "entry"), CLAIMS, ids=[name for name, _ in CLAIMS])
class TestFile:
    def test_has_the_fields_of_its_class(self, name: str, entry: type) -> None:
        assert read(name, entry)

    def test_is_clean_text(self, name: str, entry: type) -> None:
        *rows, last = lines(name)
        assert last == "", "the file ends with a line break"
        assert [cell for row in rows for cell in row.split("\t") if cell != cell.strip() or "\r" in cell] == []
        assert not rows[0].startswith("\ufeff")

    def test_has_clean_parts(self, name: str, entry: type) -> None:
        listed = {field.name for field in fields(entry) if get_type_hints(entry)[field.name] == tuple[str, ...]}
        header, *rows = [line.split("\t") for line in lines(name)[:-1]]
        cells = [cell for row in rows for column, cell in zip(header, row, strict=True) if column in listed and cell]
        assert [part for cell in cells for part in cell.split("|") if not part or part != part.strip()] == []

    def test_is_sorted_by_its_first_column(self, name: str, entry: type) -> None:
        first = [line.split("\t")[0] for line in lines(name)[1:-1]]
        assert first == sorted(first)

    def test_has_no_line_twice(self, name: str, entry: type) -> None:
        rows = lines(name)[1:-1]
        assert [row for row, count in Counter(rows).items() if count > 1] == []

    def test_has_no_variant_in_two_entries(self, name: str, entry: type) -> None:
        forms = Counter(form for item in read(name, entry) for form in set(variants(item)))
        assert [form for form, count in forms.items() if count > 1] == []

    def test_has_an_example_for_every_entry(self, name: str, entry: type) -> None:
        assert [astuple(item)[:1] for item in read(name, entry) if not item.example] == []

    def test_shows_a_form_in_every_example(self, name: str, entry: type) -> None:
        missing = [(written(item)[0], item.example) for item in read(name, entry) if not shows(item)]
        assert missing == []
