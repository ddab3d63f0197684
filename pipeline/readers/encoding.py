"""Bytes → text: UTF-8 and UTF-16 by their marks, else the encoding that `charset_normalizer` finds; binary data is told
from text."""

from __future__ import annotations

import codecs

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
    if is_utf16(data):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        return Failure(source=source, error_type="binary", message="binary data, not text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # One broken byte in valid UTF-8 costs that character, not the file.
        if (repaired := data.decode("utf-8-sig", errors="replace")).count("�") * 1000 < len(repaired):
            return repaired
        best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best()
        if best is None:
            message = f"unreadable encoding ({error.reason} at byte {error.start}); save it as UTF-8"
            return Failure(source=source, error_type="encoding", message=message)
        return data.decode(best.encoding, errors="replace")


def is_utf16(data: bytes) -> bool:
    """Whether `data` begins with the mark of UTF-16."""
    return data.startswith(_UTF16)


def to_utf8(data: bytes) -> bytes:
    """UTF-16 with its mark, as UTF-8."""
    return data.decode("utf-16", errors="replace").encode()
