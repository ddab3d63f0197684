"""Compressed files and archives, read in place: bytes come out as they are needed, nothing is written to disk.

A member's name is only ever a part of `articles.source`, so one such as ``../../etc/passwd`` does no harm.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from pipeline.readers.file import File, buffered


def _zstd(stream: BinaryIO) -> BinaryIO:
    import pyarrow as pa

    return cast(BinaryIO, pa.CompressedInputStream(pa.PythonFile(stream, mode="r"), "zstd"))


COMPRESSIONS: dict[str, Callable[[BinaryIO], BinaryIO]] = {
    ".gz": lambda stream: cast(BinaryIO, gzip.GzipFile(fileobj=stream)),
    ".bz2": lambda stream: cast(BinaryIO, bz2.BZ2File(stream)),
    ".xz": lambda stream: cast(BinaryIO, lzma.LZMAFile(stream)),  # noqa: SIM115  closed by whoever reads
    ".zst": _zstd,
    ".zstd": _zstd,
}
"""File ending → what takes the compression off a stream."""

_SHORT = {".tgz": ".tar.gz", ".tbz2": ".tar.bz2", ".txz": ".tar.xz", ".tzst": ".tar.zst"}


def unpack(file: File) -> File:
    """`file` without its compression, if its name tells of one: ``a.jsonl.gz`` becomes ``a.jsonl``."""
    name, ending = _split(file.name)
    return file.unpacked(name, COMPRESSIONS[ending]) if ending in COMPRESSIONS else file


def inner_ending(name: str) -> str:
    """The ending that tells a file's kind once its compression is off.

    >>> inner_ending("Berita.JSONL.gz"), inner_ending("arsip.tgz"), inner_ending("a.txt")
    ('.jsonl', '.tar', '.txt')
    """
    rest, ending = _split(name)
    return PurePosixPath(rest).suffix.lower() if ending in COMPRESSIONS else ending


def _split(name: str) -> tuple[str, str]:
    """A name and its last ending in lower case; ``.tgz`` is short for ``.tar.gz``."""
    path = PurePosixPath(name)
    ending = path.suffix.lower()
    if ending in _SHORT:
        path = PurePosixPath(path.stem + _SHORT[ending])
    return path.stem, path.suffix.lower()


def zip_members(archive: File) -> Iterator[File]:
    """The files in a ZIP archive, in its order.

    Raises:
        zipfile.BadZipFile: it is none.
    """
    with archive.open_seekable() as stream, zipfile.ZipFile(stream) as members:
        for member in members.infolist():
            if not member.is_dir() and _is_shown(member.filename):
                opener = partial(_open_zipped, archive, members, member)
                yield File(f"{archive.source}!/{member.filename}", member.filename, opener, archive.budget)


def _open_zipped(archive: File, members: zipfile.ZipFile, member: zipfile.ZipInfo) -> BinaryIO:
    return buffered(cast(BinaryIO, members.open(member)), archive.budget)


def tar_members(archive: File) -> Iterator[File]:
    """The files in a tar archive as they go by; links and devices in it are no files.

    Raises:
        tarfile.TarError: it is none.
    """
    with archive.open() as stream, tarfile.open(fileobj=stream, mode="r|") as members:
        while (member := members.next()) is not None:
            members.members.clear()  # type: ignore[attr-defined]  # tarfile would keep a list of all that went by
            content = members.extractfile(member) if member.isfile() and _is_shown(member.name) else None
            if content is not None:
                opener = partial(cast, BinaryIO, content)
                yield File(f"{archive.source}!/{member.name}", member.name, opener, archive.budget)


ARCHIVES = {".zip": zip_members, ".tar": tar_members}
"""File ending → what lists the files in an archive."""


def _is_shown(name: str) -> bool:
    """Whether no part of a member's path is hidden, as macOS' ``__MACOSX/._a.txt`` is."""
    return not any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in PurePosixPath(name).parts)
