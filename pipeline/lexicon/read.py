"""The lexicon's one file format: tab-separated, one entry a line, a header that names the fields of an entry class.

>>> from pipeline.lexicon import Numeral, read
>>> next(entry.value for entry in read("numerals", Numeral) if entry.word == "juta")
1000000
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TypeVar, get_type_hints

from pipeline.lexicon.resources import folder, own_lexicon

T = TypeVar("T")
SEPARATOR = "|"
"""Parts a cell that holds several values; it occurs in no Indonesian word."""


def _value(cell: str, hint: object) -> object:
    """A cell's text as the type that the entry class asks for; an empty cell is `None` or an empty tuple."""
    if hint == tuple[str, ...]:
        return tuple(part for part in cell.split(SEPARATOR) if part)
    if not cell:
        return "" if hint is str else None
    if hint in (int, int | None):
        return int(cell)
    return cell


@cache
def read(name: str, entry: type[T]) -> tuple[T, ...]:
    """The entries of ``data/<name>.tsv`` as instances of the frozen dataclass `entry`, in file order, and behind them
    those of a file of the same name in the user's own lexicon (`resources.OWN`).

    Raises:
        ValueError: a header is not the list of the class's fields, or a line has another number of cells.
    """
    own = own_lexicon()
    paths = [folder("data") / f"{name}.tsv", *([own / f"{name}.tsv"] if own else [])]
    return tuple(chain.from_iterable(_entries(path, entry) for path in paths if path == paths[0] or path.is_file()))


def _entries(path: Path, entry: type[T]) -> Iterator[T]:
    hints = get_type_hints(entry)
    names = [field.name for field in fields(entry)]  # type: ignore[arg-type]
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        header = next(rows, [])
        if header != names:
            raise ValueError(f"{path.name}: header {header} should be {names}")
        for number, cells in enumerate(rows, start=2):
            if len(cells) != len(names):
                raise ValueError(f"{path.name}, line {number}: {len(cells)} cells, {len(names)} expected")
            yield entry(**{n: _value(c, hints[n]) for n, c in zip(names, cells, strict=True)})
