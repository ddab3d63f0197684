"""What a run reads, as its manifest notes it, so that the next run knows what it would leave out.

A path is noted relative to the output, which stays true when both are moved together, and whatever folder a command is
given in.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from pipeline.readers.remote import is_address
from pipeline.stores.files import is_remote


def noted(sources: Iterable[str], folder: Path) -> list[str]:
    """`sources` as the manifest of `folder` has them.

    >>> noted(["/data/berita/", "s3://ember/berita", "-"], Path("/data/tables"))
    ['../berita', 's3://ember/berita', '-']
    """
    return [_relative(source, folder) for source in map(_absolute, sources)]


def missing(before: Iterable[str], now: Iterable[str], folder: Path) -> list[str]:
    """Of the sources noted `before` in `folder`, those that are not among those of `now`, nor in a folder that is; as a
    person would type them here.

    >>> missing(["../berita/2025", "../majalah"], ["/data/berita"], Path("/data/tables"))
    ['/data/majalah']
    """
    named = set(map(_absolute, now))
    noted = [source if _is_no_path(source) or is_remote(folder) else str(folder / source) for source in before]
    return [_typed(source) for source in map(_absolute, noted) if not _is_covered(source, named)]


def _is_no_path(source: str) -> bool:
    return source == "-" or is_address(source)


def _absolute(source: str) -> str:
    return source if _is_no_path(source) else str(Path(source).resolve())


def _relative(source: str, folder: Path) -> str:
    if _is_no_path(source) or is_remote(folder):
        return source
    try:
        return os.path.relpath(source, folder.resolve())
    except ValueError:  # another drive, on Windows
        return source


def _is_covered(source: str, named: set[str]) -> bool:
    return source in named or (not _is_no_path(source) and any(str(above) in named for above in Path(source).parents))


def _typed(source: str) -> str:
    if source == "-":
        return "standard input"
    return source if is_address(source) else min(os.path.relpath(source), source, key=len)
