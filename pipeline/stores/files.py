"""Where files lie, here or behind a URL, and how one is written so that no reader ever sees half of it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from typing import IO, Any
from urllib.parse import unquote, urlsplit

UNFINISHED = ".tmp"
"""The ending of a file that is still being written; one that a stopped run left is swept away by the next."""


def place_of(path: str | PathLike[str]) -> Path:
    """`path` as a `Path`, and a URL (``s3://``, ``gs://``, ``abfs://``, ``memory://`` …) as what acts like one.

    Raises:
        ImportError: the path is a URL, and the extra ``cluster`` is not installed.

    >>> place_of("file:///tmp/keluaran"), place_of("keluaran/berita")
    (PosixPath('/tmp/keluaran'), PosixPath('keluaran/berita'))
    """
    written = str(path)
    if isinstance(path, Path) or "://" not in written:
        return Path(path) if isinstance(path, str) else path  # type: ignore[return-value]
    if written.startswith("file://"):
        return Path(unquote(urlsplit(written).path))
    try:
        from upath import UPath
    except ImportError as error:
        message = f"{written} is remote, which needs: pip install 'berita-pipeline[cluster]'"
        raise ImportError(message) from error
    return UPath(written)  # type: ignore[return-value]


def is_remote(place: Path) -> bool:
    """Whether `place` is behind a URL."""
    return hasattr(place, "fs")


@contextmanager
def replacing(place: Path, mode: str = "wb", **options: str) -> Iterator[IO[Any]]:
    """A file to write, which takes the place of `place` once it is whole and on the disk.

    Here it is written beside it, flushed and renamed. An object store shows an object only when all of it is there, so
    it is written on this machine first and put there in one go.

    Raises:
        OSError: it cannot be written; `place` is then as it was.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    if is_remote(place):
        with tempfile.NamedTemporaryFile(mode, **options) as file:  # type: ignore[call-overload]
            yield file
            file.flush()
            place.fs.put_file(file.name, place.path)  # type: ignore[attr-defined]
        return
    unfinished = place.with_name(f"{place.name}.{os.getpid()}{UNFINISHED}")
    try:
        with unfinished.open(mode, **options) as file:  # type: ignore[call-overload]
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(place)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def names_in(folder: Path, ending: str = "") -> list[str]:
    """The names with `ending` in `folder`, in order; none where it is not there."""
    return sorted(place.name for place in folder.iterdir() if place.name.endswith(ending)) if folder.is_dir() else []


def remove(place: Path) -> None:
    """Remove a file or a folder with all that is in it, where it is there."""
    if place.is_dir():
        for name in names_in(place):
            remove(place / name)
        place.rmdir()
    else:
        place.unlink(missing_ok=True)


def move(source: Path, target: Path) -> None:
    """Rename a folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if is_remote(source):
        source.fs.mv(source.path, target.path, recursive=True)  # type: ignore[attr-defined]
    else:
        source.rename(target)
