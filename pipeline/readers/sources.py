"""Where articles come from: paths, folders, globs, standard input, strings, records, data frames.

>>> [article.text for article in read("Bupati OKI menutup pelatihan guru.")]
['Bupati OKI menutup pelatihan guru.']
"""

from __future__ import annotations

import glob
import os
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path

import pandas as pd

from pipeline.readers.article import Article, Failure
from pipeline.readers.encoding import decode
from pipeline.readers.fields import text_column, to_article
from pipeline.readers.html import read_html
from pipeline.readers.records import parse_jsonl, read_csv, read_json, read_jsonl, read_parquet
from pipeline.readers.text import parse_text, read_text

READERS: dict[str, Callable[[Path], Iterator[Article | Failure]]] = {
    ".txt": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".json": read_json,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
    ".html": read_html,
    ".htm": read_html,
}
"""File ending → its reader."""

MANIFEST = "berita-run.json"
"""The file that marks a folder as the output of a run; such folders are not read as input."""

Source = str | PathLike[str] | Article | pd.DataFrame | Mapping[str, object] | Iterable["Source"]


def read(source: Source, *, on_failure: Callable[[Failure], None] | None = None) -> Iterator[Article]:
    """The articles in `source`, one at a time.

    Args:
        source: a path, folder or glob (as ``Path``, or as a ``str`` that names one); ``"-"`` for standard input; any
            other string is the text of an article; an `Article`; a record with a text field; a data frame with a text
            column; or an iterable of these.
        on_failure: called with each input that could not be read; without it, a warning names it. Reading goes on
            either way.

    Raises:
        FileNotFoundError: a path (or a string with the look of one) does not exist.
        ValueError: a data frame has no text column.
    """
    for item in _scan(source):
        if isinstance(item, Article):
            yield item
        elif on_failure is not None:
            on_failure(item)
        else:
            warnings.warn(f"{item.source}: {item.message}", stacklevel=2)


def scan_paths(paths: Iterable[str | PathLike[str]]) -> Iterator[Article | Failure]:
    """The articles in paths, folders, globs or ``-``, a file that several of them name only once; what is missing is a
    `Failure`."""
    seen: set[Path] = set()
    for path in paths:
        yield from scan_path(path, seen)


def scan_path(path: str | PathLike[str], seen: set[Path] | None = None) -> Iterator[Article | Failure]:
    """The articles in one path, folder, glob or ``-``, but for the files in `seen`, which those read are added to."""
    seen = set() if seen is None else seen
    if str(path) == "-":
        yield from _standard_input(sys.stdin.buffer.read())
        return
    for file in _files(path):
        if isinstance(file, Failure):
            yield file
        elif (place := file.resolve()) not in seen:
            seen.add(place)
            yield from _scan_file(file)


def _files(path: str | PathLike[str]) -> list[Path | Failure]:
    """The files that a path, folder or glob names, in order; a folder's unreadable parts are failures among them."""
    place = Path(path)
    if place.is_dir():
        return _folder(place) or [
            Failure(
                source=str(path),
                error_type="empty_folder",
                message=f"no articles here; files read are {', '.join(READERS)}",
            )
        ]
    if place.exists() or place.is_symlink():
        return [place]
    matches: list[Path | Failure] = []
    for match in sorted(glob.glob(str(path), recursive=True)):  # noqa: PTH207  the pattern may be absolute
        if Path(match).is_file():
            matches.append(Path(match))
    return matches or [Failure(source=str(path), error_type="not_found", message="no such file, folder or glob")]


def _folder(place: Path) -> list[Path | Failure]:
    """The files with a known ending in and under a folder; hidden ones and the output of runs are passed over."""
    found: list[Path | Failure] = []

    def unreadable(error: OSError) -> None:
        found.append(Failure(source=str(error.filename), error_type="unreadable", message=error.strerror or str(error)))

    for folder, subfolders, names in os.walk(place, onerror=unreadable):
        if MANIFEST in names:
            subfolders.clear()
            continue
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        found += [
            Path(folder, name)
            for name in sorted(names)
            if not name.startswith(".") and Path(name).suffix.lower() in READERS
        ]
    return found


def _scan(source: Source) -> Iterator[Article | Failure]:
    if isinstance(source, Article):
        yield source
    elif isinstance(source, pd.DataFrame):
        yield from _frame(source)
    elif isinstance(source, Mapping):
        yield from to_article(source, "record")
    elif isinstance(source, PathLike) or (isinstance(source, str) and _names_path(source)):
        if isinstance(source, PathLike) and not Path(source).exists() and not glob.glob(str(source), recursive=True):  # noqa: PTH207
            raise FileNotFoundError(f"no such file, folder or glob: {source}")
        yield from scan_path(source)
    elif isinstance(source, str):
        yield Article(text=source)
    else:
        for number, item in enumerate(source):
            yield from to_article(item, f"record:{number}") if isinstance(item, Mapping) else _scan(item)


def _frame(table: pd.DataFrame) -> Iterator[Article | Failure]:
    names = [str(name) for name in table.columns]
    if text_column(names) is None:
        raise ValueError(f"no text column among {', '.join(names) or 'no columns'}")
    for label, row in zip(table.index, table.itertuples(index=False, name=None), strict=True):
        yield from to_article(dict(zip(names, row, strict=True)), f"row:{label}")


def _names_path(source: str) -> bool:
    """Whether a string names files rather than being an article's text; one that looks like a path but names none is an
    error."""
    if source == "-":
        return True
    if not source or "\n" in source or len(source) > 1_000 or "\0" in source:
        return False
    if Path(source).exists() or glob.glob(source, recursive=True):  # noqa: PTH207
        return True
    if Path(source).suffix.lower() in READERS or (("/" in source or os.sep in source) and " " not in source):
        raise FileNotFoundError(f"no such file, folder or glob: {source}")
    return False


def _scan_file(path: Path) -> Iterator[Article | Failure]:
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        message = f"unknown kind of file; files read are {', '.join(READERS)}"
        yield Failure(source=str(path), error_type="unknown_format", message=message)
        return
    try:
        yield from reader(path)
    except OSError as error:
        yield Failure(source=str(path), error_type="unreadable", message=error.strerror or str(error))


def _standard_input(data: bytes) -> Iterator[Article | Failure]:
    """Standard input: JSON Lines where the first line is an object, else the text of one article."""
    content = decode(data, "-")
    if isinstance(content, Failure):
        yield content
    elif content.lstrip().startswith("{"):
        yield from parse_jsonl(content.encode("utf-8", "surrogatepass").split(b"\n"), "-")
    else:
        yield from parse_text(content, "-")
