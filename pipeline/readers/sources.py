"""Where articles come from: paths, folders, globs, addresses, standard input, strings, records, data frames.

>>> [article.text for article in read("Bupati OKI menutup pelatihan guru.")]
['Bupati OKI menutup pelatihan guru.']
"""

from __future__ import annotations

import glob
import os
import re
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Union

from pipeline.readers.article import Article, Failure
from pipeline.readers.fields import text_column, to_article
from pipeline.readers.file import File, buffered
from pipeline.readers.kinds import KINDS, is_known, scan_file
from pipeline.readers.remote import is_address, remote_files

if TYPE_CHECKING:
    import pandas as pd
    from typing_extensions import TypeIs

MANIFEST = "berita-run.json"
"""The file that marks a folder as the output of a run; such folders are not read as input."""

_OBJECT = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*{")
Source = Union[str, PathLike[str], Article, "pd.DataFrame", Mapping[str, object], Iterable["Source"]]


def read(source: Source, *, on_failure: Callable[[Failure], None] | None = None) -> Iterator[Article]:
    """The articles in `source`, one at a time.

    Args:
        source: a path, folder or glob (as ``Path``, or as a ``str`` that names one); an address such as
            ``"s3://bucket/2025/"``; ``"-"`` for standard input; any other string is the text of an article; an
            `Article`; a record with a text field; a data frame with a text column; or an iterable of these.
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
    """The articles in paths, folders, globs, addresses or ``-``, a file that several of them name only once; what is
    missing is a `Failure`."""
    seen: set[str] = set()
    for path in paths:
        yield from scan_path(path, seen)


def scan_path(path: str | PathLike[str], seen: set[str] | None = None) -> Iterator[Article | Failure]:
    """The articles in one path, folder, glob, address or ``-``, but for the files in `seen`, which those read are added
    to."""
    seen = set() if seen is None else seen
    if str(path) == "-":
        yield from _standard_input()
        return
    is_remote = is_address(str(path))
    for file in remote_files(str(path), MANIFEST) if is_remote else _files(path):
        place = file.source if is_remote else str(Path(file.source).resolve())
        if isinstance(file, Failure):
            yield file
        elif place not in seen:
            seen.add(place)
            yield from scan_file(file)


def _files(path: str | PathLike[str]) -> list[File | Failure]:
    """The files that a path, folder or glob names, in order; a folder's unreadable parts are failures among them."""
    place = Path(path)
    if place.is_dir():
        message = f"no articles here; files read are {KINDS}"
        return _folder(place) or [Failure(source=str(path), error_type="empty_folder", message=message)]
    if place.exists() or place.is_symlink():
        return [File.on_disk(place)]
    matches: list[File | Failure] = []
    for match in sorted(glob.glob(str(path), recursive=True)):  # noqa: PTH207  the pattern may be absolute
        if Path(match).is_file():
            matches.append(File.on_disk(Path(match)))
    return matches or [Failure(source=str(path), error_type="not_found", message="no such file, folder or glob")]


def _folder(place: Path) -> list[File | Failure]:
    """The files with a known ending in and under a folder; hidden ones and the output of runs are passed over."""
    found: list[File | Failure] = []

    def unreadable(error: OSError) -> None:
        found.append(Failure(source=str(error.filename), error_type="unreadable", message=error.strerror or str(error)))

    for folder, subfolders, names in os.walk(place, onerror=unreadable):
        if MANIFEST in names:
            subfolders.clear()
            continue
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        found += [
            File.on_disk(Path(folder, name)) for name in sorted(names) if not name.startswith(".") and is_known(name)
        ]
    return found


def _scan(source: Source) -> Iterator[Article | Failure]:
    if isinstance(source, Article):
        yield source
    elif _is_frame(source):
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


def _is_frame(source: object) -> TypeIs[pd.DataFrame]:
    """Whether `source` is a pandas frame; nobody has one who has not imported pandas, so neither need we."""
    pandas = sys.modules.get("pandas")
    return pandas is not None and isinstance(source, pandas.DataFrame)


def _frame(table: pd.DataFrame) -> Iterator[Article | Failure]:
    names = [str(name) for name in table.columns]
    if text_column(names) is None:
        raise ValueError(f"no text column among {', '.join(names) or 'no columns'}")
    for label, row in zip(table.index, table.itertuples(index=False, name=None), strict=True):
        yield from to_article(dict(zip(names, row, strict=True)), f"row:{label}")


def _names_path(source: str) -> bool:
    """Whether a string names files rather than being an article's text; one that looks like a path but names none is an
    error."""
    if source == "-" or is_address(source):
        return True
    if not source or "\n" in source or len(source) > 1_000 or "\0" in source:
        return False
    # Not `Path.exists`, which raises where a text is longer than the name of a file may be.
    if os.path.exists(source) or glob.glob(source, recursive=True):  # noqa: PTH110, PTH207
        return True
    if is_known(source) or (("/" in source or os.sep in source) and " " not in source):
        raise FileNotFoundError(f"no such file, folder or glob: {source}")
    return False


def _standard_input() -> Iterator[Article | Failure]:
    """Standard input: JSON Lines, read as they come, where it begins with an object, else the text of one article."""
    stream = buffered(sys.stdin.buffer, keep_open=True)
    name = "-.jsonl" if _OBJECT.match(stream.peek()) else "-.txt"
    yield from scan_file(File("-", name, lambda: stream))
