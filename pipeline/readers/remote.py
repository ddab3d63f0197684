"""Addresses such as ``s3://bucket/berita/*.jsonl.gz``, through `fsspec` (extra ``[cluster]``) and the package that it
needs for the scheme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath

import regex

from pipeline.readers.article import Failure
from pipeline.readers.file import Budget, File
from pipeline.readers.kinds import KINDS, is_known

_ADDRESS = regex.compile(r"[a-z][a-z0-9+.-]*://\S+", regex.IGNORECASE)
_PACKAGES = {
    **dict.fromkeys(("s3", "s3a"), "s3fs"),
    **dict.fromkeys(("gs", "gcs"), "gcsfs"),
    **dict.fromkeys(("abfs", "abfss", "az"), "adlfs"),
    **dict.fromkeys(("http", "https"), "aiohttp"),
}


def is_address(path: str) -> bool:
    """Whether `path` is an address, not a path on this machine.

    >>> is_address("s3://arsip/berita.jsonl.gz"), is_address("berita/2025.jsonl"), is_address("Lihat s3://arsip")
    (True, False, False)
    """
    return _ADDRESS.fullmatch(path) is not None


def remote_files(address: str, manifest: str) -> Iterator[File | Failure]:
    """The files at an address: one file, all in and under a folder, or those that a glob names.

    Hidden files are passed over, and so are folders that hold a file named `manifest`.
    """
    scheme = address.partition("://")[0].lower()
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        yield _failure(address, "missing_extra", f"{scheme}:// needs: pip install 'berita-pipeline[cluster]'")
        return
    try:
        store, place = url_to_fs(address)
        paths = [place] if store.isfile(place) else store.find(place) if store.isdir(place) else store.glob(place)
        infos = [(path, store.info(path)) for path in sorted(paths)]
    except ImportError:
        package = _PACKAGES.get(scheme, "the package that fsspec names for it")
        yield _failure(address, "missing_extra", f"{scheme}:// needs: pip install {package}")
        return
    except Exception as error:  # each store raises its own: no such bucket, no permission, no connection
        yield _failure(address, "unreadable", " ".join(str(error).split()) or type(error).__name__)
        return
    runs = {str(PurePosixPath(path).parent) for path, _ in infos if PurePosixPath(path).name == manifest}
    found = False
    for path, info in infos:
        if info["type"] == "file" and (path == place or _is_input(path, path.removeprefix(place), runs)):
            found = True
            opener = partial(store.open, path, "rb")
            yield File(store.unstrip_protocol(path), PurePosixPath(path).name, opener, Budget(info["size"] or 0))
    if not found:
        yield _failure(address, "not_found", f"no such file, or no articles in this folder; files read are {KINDS}")


def _is_input(path: str, below: str, runs: set[str]) -> bool:
    """Whether a file is of a known kind, not hidden `below` the folder asked for, and in none of the `runs`."""
    hidden = any(part.startswith(".") for part in PurePosixPath(below).parts)
    return is_known(path) and not hidden and not any(str(parent) in runs for parent in PurePosixPath(path).parents)


def _failure(address: str, error_type: str, message: str) -> Failure:
    return Failure(source=address, error_type=error_type, message=message)
