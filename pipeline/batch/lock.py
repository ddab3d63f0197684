"""One run at a time in a folder, by a lock of the operating system, which ends with the process that holds it."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from pipeline.batch.errors import OutputError
from pipeline.stores.files import is_remote

LOCK = ".lock"
"""The file that is locked. It holds who locked it last, and stays: to remove it would let two runs in."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other runs out of `folder` while the block goes on. A folder behind a URL has no locks and is not kept.

    Raises:
        OutputError: another run is in it.
        OSError: it cannot be written to.
    """
    if is_remote(folder):
        yield
        return
    from filelock import FileLock, Timeout

    file = folder / LOCK
    try:
        lock = FileLock(file, blocking=False).acquire()
    except Timeout as error:
        message = f"another run is writing to {folder} ({_holder(file)}); wait for it, or choose another --out"
        raise OutputError(message) from error
    with lock:
        _sign(file)
        yield


def _sign(file: Path) -> None:
    since = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M:%S %z")
    with suppress(OSError):  # a full disk is for the run to tell
        file.write_text(f"process {os.getpid()} on {platform.node()} since {since}\n", encoding="utf-8")


def _holder(file: Path) -> str:
    with suppress(OSError):
        return file.read_text(encoding="utf-8").strip() or "just started"
    return "who it is cannot be read"
