"""Bytes → text: UTF-8 and UTF-16 by their marks, else the encoding that `charset_normalizer` finds; binary data is told
from text."""

from __future__ import annotations

import codecs
import io

from charset_normalizer import from_bytes

from pipeline.readers.article import Failure

_SAMPLE = 20_000  # bytes: enough to tell an encoding, few enough for a huge file
_CANDIDATES = ["cp1252", "mac_roman"]  # what Indonesian text was saved in before UTF-8
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes, source: str) -> str | Failure:
    """The text of `data`, or a `Failure` that says why it is none.

    >>> decode("Sabtu – Minggu".encode("cp1252"), "a.txt")
    'Sabtu – Minggu'
    """
    encoding = _encoding(data, source, whole=True)
    return encoding if isinstance(encoding, Failure) else data.decode(encoding, errors="replace")


def text_stream(stream: io.BufferedReader, source: str) -> io.TextIOWrapper | Failure:
    """`stream` as text with its line ends as they are, in the encoding that its beginning tells."""
    encoding = _encoding(stream.peek(), source, whole=False)
    if isinstance(encoding, Failure):
        return encoding
    return io.TextIOWrapper(stream, encoding, errors="replace", newline="")


def _encoding(data: bytes, source: str, whole: bool) -> str | Failure:
    """The encoding of `data`, which may end within a character where it is not the `whole`."""
    if is_utf16(data):
        return "utf-16"
    if b"\0" in data:
        return Failure(source=source, error_type="binary", message="binary data, not text")
    try:
        codecs.getincrementaldecoder("utf-8-sig")().decode(data, final=whole)
    except UnicodeDecodeError as error:
        # One broken byte in valid UTF-8 costs that character, not the file.
        if (repaired := data.decode("utf-8-sig", errors="replace")).count("�") * 1000 < len(repaired):
            return "utf-8-sig"
        best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best()
        if best is None:
            message = f"unreadable encoding ({error.reason} at byte {error.start}); save it as UTF-8"
            return Failure(source=source, error_type="encoding", message=message)
        return best.encoding
    return "utf-8-sig"


def is_utf16(data: bytes) -> bool:
    """Whether `data` begins with the mark of UTF-16."""
    return data.startswith(_UTF16)
