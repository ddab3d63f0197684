"""A file of articles, wherever it lies: on disk, in an archive, behind a compression, in a bucket.

Readers open it and never ask where it is, so that each format is read once and everywhere.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

MAX_WHOLE = 256 << 20
"""Bytes of a file that has to be in memory as a whole (a text, a page, a workbook in an archive)."""
_BUFFER = 1 << 20  # bytes: also what can be looked at before reading, enough to tell an encoding
_PIECE = 1 << 14  # bytes unpacked at a time: what a fault in them costs
_FLOOR = 256 << 20  # bytes that any packed file may grow to
_RATIO = 200  # news text packs 3 to 10 times, the same article over and over up to 100 times; bombs a thousand times


class UnreadableError(Exception):
    """A file that cannot be read on; the message says why and what to do, `error_type` is that of its failure."""

    def __init__(self, error_type: str, message: str) -> None:
        super().__init__(message)
        self.error_type = error_type


class Budget:
    """How many bytes may still come out of a packed file before it counts as a bomb.

    >>> Budget(packed=1000).spend(1 << 30)
    Traceback (most recent call last):
    pipeline.readers.file.UnreadableError: unpacks to more than 268,435,456 bytes from 1,000; taken for a zip bomb
    """

    def __init__(self, packed: int) -> None:
        self.packed = packed
        self._limit = max(_FLOOR, _RATIO * packed)
        self._spent = 0

    def spend(self, size: int) -> None:
        """Count `size` unpacked bytes.

        Raises:
            UnreadableError: they are more than the packed bytes can honestly hold.
        """
        self._spent += size
        if self._spent > self._limit:
            message = f"unpacks to more than {self._limit:,} bytes from {self.packed:,}; taken for a zip bomb"
            raise UnreadableError("too_large", message)


@dataclass(frozen=True, slots=True)
class File:
    """A file of articles.

    Attributes:
        source: what rows and failures name it by; a member of an archive is ``archive.zip!/folder/a.txt``.
        name: the name that tells its kind, ``a.jsonl.gz``; without ``.gz`` once it is unpacked.
        opener: opens its bytes; a file in a tar archive opens only once and only in its turn.
        budget: shared by all that comes out of one packed file.
    """

    source: str
    name: str
    opener: Callable[[], BinaryIO]
    budget: Budget = field(default_factory=lambda: Budget(0))

    @classmethod
    def on_disk(cls, path: Path) -> File:
        """The file at `path`, which need not exist until it is opened."""
        size = path.stat().st_size if path.exists() else 0
        return cls(str(path), path.name, lambda: path.open("rb", buffering=_BUFFER), Budget(size))

    def open(self) -> io.BufferedReader:
        """Its bytes from the start, as a buffered stream that can be peeked into.

        Raises:
            OSError: it cannot be opened.
        """
        stream = self.opener()
        return stream if isinstance(stream, io.BufferedReader) else buffered(stream)

    def read(self) -> bytes:
        """All its bytes.

        Raises:
            OSError: it cannot be opened.
            UnreadableError: they are more than `MAX_WHOLE`.
        """
        with self.open() as stream:
            content = stream.read(MAX_WHOLE + 1)
        if len(content) > MAX_WHOLE:
            raise UnreadableError("too_large", f"more than {MAX_WHOLE >> 20} MB in a file that is read as a whole")
        return content

    def open_seekable(self) -> BinaryIO:
        """Its bytes as a stream that can go back: the file on disk, else its content in memory."""
        stream = self.open()
        if stream.seekable():
            return stream
        stream.close()
        return io.BytesIO(self.read())

    def unpacked(self, name: str, unpack: Callable[[BinaryIO], BinaryIO]) -> File:
        """The same file with its compression taken off as it is read, under the `name` that is left."""
        return replace(self, name=name, opener=lambda: buffered(unpack(self.open()), self.budget))


def buffered(stream: BinaryIO, budget: Budget | None = None, *, keep_open: bool = False) -> io.BufferedReader:
    """Any binary stream, buffered; what is read of it is counted against `budget`. It is closed with the buffer, unless
    `keep_open`."""
    return io.BufferedReader(_Metered(stream, budget, keep_open), _BUFFER)


class _Metered(io.RawIOBase):
    """A raw stream over any object with ``read``."""

    def __init__(self, stream: BinaryIO, budget: Budget | None, keep_open: bool) -> None:
        self._stream = stream
        self._budget = budget
        self._keep_open = keep_open
        self._take: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
        self._fault: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        filled = 0
        while filled < len(buffer) and (data := self._read(len(buffer) - filled, may_raise=not filled)):
            buffer[filled : filled + len(data)] = data
            filled += len(data)
        if self._budget:
            self._budget.spend(filled)
        return filled

    def _read(self, size: int, may_raise: bool) -> bytes:
        """What comes next. A fault behind good bytes waits until those are taken, so that none are lost."""
        try:
            if self._fault is None:
                return self._take(min(size, _PIECE))
        except EOFError:  # which would pass for the end of the file
            self._fault = UnreadableError("cut_short", "the file is cut short; what came before the cut was read")
        except Exception as error:
            self._fault = error
        if self._fault and may_raise:
            raise self._fault
        return b""

    def close(self) -> None:
        if not self._keep_open:
            self._stream.close()
        super().close()
