"""How many articles a run has before it, where that is cheap to know; for the time that it says it will still take."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyarrow.parquet as pq

_SAMPLE = 1 << 22  # bytes of a file of lines that are counted; a longer file is taken to go on alike
_ONE = frozenset({".txt", ".md", ".markdown", ".html", ".htm"})
_LINES = frozenset({".jsonl", ".ndjson"})


def expected(sources: Iterable[str]) -> int | None:
    """About how many articles lie in files and folders here; `None` where they hold another kind of file, or are no
    files and folders.

    >>> expected(["seeds/17-18.jsonl", "seeds/07-kupang-perahu-baca.md"])
    3
    """
    counts = [_in_place(Path(source)) for source in sources]
    return None if None in counts else sum(count or 0 for count in counts)


def _in_place(place: Path) -> int | None:
    if place.is_dir():
        counts = [_in_file(file) for file in place.rglob("*") if file.is_file() and file.suffix]
        return sum(count or 0 for count in counts)
    return _in_file(place) if place.is_file() else None


def _in_file(file: Path) -> int | None:
    ending = file.suffix.lower()
    try:
        if ending in _LINES:
            return _lines(file)
        if ending == ".parquet":
            return int(pq.read_metadata(file).num_rows)
    except (OSError, ValueError):
        return None
    return 1 if ending in _ONE else None


def _lines(file: Path) -> int:
    with file.open("rb") as opened:
        sample = opened.read(_SAMPLE)
    return round(max(1, sample.count(b"\n")) * max(1.0, file.stat().st_size / max(1, len(sample))))
