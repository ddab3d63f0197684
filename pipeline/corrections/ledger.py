"""The ledger: a JSON line a decision, appended and flushed to the disk before anyone is told that it stands.

A decision is kept under the hash of the article's text, the table and the span, and says what the row was, so that it
outlives new row ids. Nothing is ever taken out: *undo* is an entry, too, which takes back the one before it.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, NamedTuple

from pipeline.corrections.columns import REVIEWED, Value
from pipeline.corrections.lock import lock

NAME = "corrections.jsonl"
"""The ledger's file in a folder of tables."""
Decision = Literal["accept", "reject", "correct", "add", "undo"]
_DECISIONS = ("accept", "reject", "correct", "add", "undo")


class LedgerError(Exception):
    """The ledger cannot be used; the message says why and what to do."""


class Key(NamedTuple):
    """What a decision is about."""

    text_sha256: str
    article_id: str
    table: str
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One decision about one row.

    Attributes:
        start_char, end_char: the row's span as extracted (a person's: that of the first mention).
        row: the row's values as they were; null where the reviewer added it.
        corrected: the values that the reviewer put in their place, ``start_char`` and ``end_char`` among them where
            the span was moved.
        at: ISO 8601 datetime in UTC.
    """

    text_sha256: str
    article_id: str
    table: str
    start_char: int
    end_char: int
    text: str
    decision: Decision
    row: dict[str, Value] | None = None
    corrected: dict[str, Value] | None = None
    reviewer: str
    at: str
    pipeline_version: str

    @property
    def key(self) -> Key:
        """What the decision is about."""
        return Key(self.text_sha256, self.article_id, self.table, self.start_char, self.end_char)

    @property
    def said(self) -> dict[str, Value]:
        """The row's values as the reviewer left them."""
        return {**(self.row or {}), **(self.corrected or {})}


def read(path: Path) -> list[Entry]:
    """All entries of the ledger at `path`, in order; none where there is no file.

    A last line that was cut off in the middle of writing is left out.

    Raises:
        LedgerError: another line is no entry.
    """
    if not path.is_file():
        return []
    lines = path.read_bytes().split(b"\n")
    entries = []
    for number, line in enumerate(lines, start=1):
        try:
            if line.strip():
                entries.append(_entry(json.loads(line)))
        except (ValueError, TypeError) as error:
            if not _torn(lines, number):
                raise LedgerError(
                    f"{path}:{number}: not an entry of a review ledger ({error}); mend or remove the line"
                ) from None
    return entries


def _torn(lines: list[bytes], number: int) -> bool:
    """Whether line `number` was cut off: it is the last, or the writer that came next has marked it."""
    return number == len(lines) or lines[number].startswith(_RESUMED)


_RESUMED = b" "
"""Begins the line after one that was cut off; JSON allows it."""


def _entry(said: Any) -> Entry:
    if not isinstance(said, dict):
        raise TypeError("no object")
    names = {field.name for field in fields(Entry)}
    entry = Entry(**{name: value for name, value in said.items() if name in names})
    if entry.table not in REVIEWED or entry.decision not in _DECISIONS:
        raise ValueError(f"{entry.decision!r} of {entry.table!r}")
    return entry


class Ledger:
    """The one writer of a ledger. Others may read it meanwhile.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder, Ledger(Path(folder) / NAME) as ledger:
    ...     ledger.append(Entry(text_sha256="ab", article_id="a", table="dates", start_char=0, end_char=4, text="Rabu",
    ...         decision="reject", reviewer="eka", at="2025-11-12T02:00:00+00:00", pipeline_version="0.1.0"))
    ...     [entry.decision for entry in read(ledger.path)]
    ['reject']
    """

    def __init__(self, path: Path) -> None:
        """Open the ledger at `path` for appending; it is made where it is missing.

        Raises:
            LedgerError: another process writes to it, or it cannot be written.
        """
        self.path = path
        try:
            self._file = path.open("ab+", buffering=0)
        except OSError as error:
            raise LedgerError(f"cannot write {path}: {error.strerror}") from None
        if not lock(self._file):
            self._file.close()
            raise LedgerError(f"{path} is being written by another review; close that one first")
        self._start = self._line_start()

    def _line_start(self) -> bytes:
        """What must come before the first line: where the last writer was cut off, its line has to end."""
        if not self._file.seek(0, os.SEEK_END):
            return b""
        self._file.seek(-1, os.SEEK_END)
        return b"" if self._file.read(1) == b"\n" else b"\n" + _RESUMED

    def append(self, entry: Entry) -> None:
        """Write `entry`; it is on the disk when this returns.

        Raises:
            OSError: it could not be written.
        """
        line = self._start + json.dumps(asdict(entry), ensure_ascii=False).encode("utf-8", "replace") + b"\n"
        self._start = b"\n" + _RESUMED  # should this line be cut off
        written = self._file.write(line)
        os.fsync(self._file.fileno())
        if written != len(line):
            raise OSError(f"{self.path}: the disk took only a part of the line")
        self._start = b""

    def close(self) -> None:
        """Let others write."""
        self._file.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
