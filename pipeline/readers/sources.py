"""Where articles come from: paths, folders, globs, standard input, strings, records, data frames.

>>> [article.text for article in read("Bupati OKI menutup pelatihan guru.")]
['Bupati OKI menutup pelatihan guru.']
"""

from __future__ import annotations

import glob
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from os import PathLike
from pathlib import Path

import pandas as pd

from pipeline.readers.article import Article, Failure
from pipeline.readers.encoding import decode
from pipeline.readers.fields import to_article
from pipeline.readers.html import read_html
from pipeline.readers.records import parse_jsonl, read_csv, read_jsonl, read_parquet
from pipeline.readers.text import parse_text, read_text

READERS: dict[str, Callable[[Path], Iterator[Article | Failure]]] = {
    ".txt": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
    ".html": read_html,
    ".htm": read_html,
}
"""File ending → its reader."""

Source = str | PathLike[str] | Article | pd.DataFrame | Iterable["Source"]


def read(source: Source, *, on_failure: Callable[[Failure], None] | None = None) -> Iterator[Article]:
    """The articles in `source`, one at a time.

    Args:
        source: a path, folder or glob (as ``Path``, or as a ``str`` that names one); ``"-"`` for standard input; any other string is the text of
            an article; an `Article`; a data frame with a text column; or an iterable of these.
        on_failure: called with each input that could not be read; without it, a warning names it. Reading goes on either way.

    Raises:
        FileNotFoundError: a path (or a string with the look of one) does not exist.
    """
    for item in _scan(source):
        if isinstance(item, Article):
            yield item
        elif on_failure is not None:
            on_failure(item)
        else:
            warnings.warn(f"{item.source}: {item.message}", stacklevel=2)


def scan_path(path: str | PathLike[str]) -> Iterator[Article | Failure]:
    """The articles in one path, folder, glob or ``-``; what is missing or of unknown kind is a `Failure`."""
    if str(path) == "-":
        yield from _standard_input(sys.stdin.buffer.read())
        return
    place = Path(path)
    if place.is_dir():
        files = [
            file
            for file in sorted(place.rglob("*"))
            if file.suffix.lower() in READERS and file.is_file() and not _hidden(file, place)
        ]
        if not files:
            endings = ", ".join(READERS)
            yield Failure(
                source=str(path), error_type="empty_folder", message=f"no articles here; files read are {endings}"
            )
    elif place.is_file():
        files = [place]
    else:
        files = [Path(match) for match in sorted(glob.glob(str(path), recursive=True)) if Path(match).is_file()]
        if not files:
            yield Failure(source=str(path), error_type="not_found", message="no such file, folder or glob")
    yield from chain.from_iterable(map(_scan_file, files))


def _scan(source: Source) -> Iterator[Article | Failure]:
    if isinstance(source, Article):
        yield source
    elif isinstance(source, pd.DataFrame):
        records = source.to_dict("records")
        yield from chain.from_iterable(
            to_article({str(k): v for k, v in r.items()}, f"row:{n}") for n, r in enumerate(records)
        )
    elif isinstance(source, PathLike) or (isinstance(source, str) and _names_path(source)):
        if isinstance(source, PathLike) and not Path(source).exists() and not glob.glob(str(source), recursive=True):
            raise FileNotFoundError(f"no such file, folder or glob: {source}")
        yield from scan_path(source)
    elif isinstance(source, str):
        yield Article(text=source)
    else:
        yield from chain.from_iterable(map(_scan, source))


def _names_path(source: str) -> bool:
    """Whether a string names files rather than being an article's text; one that ends like a file but names none is an error."""
    if source == "-":
        return True
    if not source or "\n" in source or len(source) > 1_000 or "\0" in source:
        return False
    if Path(source).exists() or glob.glob(source, recursive=True):
        return True
    if Path(source).suffix.lower() in READERS:
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


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _standard_input(data: bytes) -> Iterator[Article | Failure]:
    """Standard input: JSON Lines where the first line is an object, else the text of one article."""
    if data.lstrip().startswith(b"{"):
        yield from parse_jsonl(data.splitlines(), "-")
        return
    content = decode(data, "-")
    if isinstance(content, Failure):
        yield content
    else:
        yield from parse_text(content, "-")
