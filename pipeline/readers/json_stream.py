"""A JSON array of any length → its elements, one at a time.

>>> import io
>>> list(elements(io.StringIO('[{"isi": "Satu."}, 2]')))
[(1, {'isi': 'Satu.'}), (2, 2)]
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TextIO

import regex

LONGEST = 64 << 20
"""Bytes or characters of one record; more is no article but a file without an end to its lines or brackets."""
_STEP = 1 << 18  # characters read at a time
_SPACE = regex.compile(r"[ \t\r\n]*+")
_DECODE = json.JSONDecoder().raw_decode


def elements(text: TextIO) -> Iterator[tuple[int, object]]:
    """The elements of a JSON array, counted from 1; what is no array is its own element 0.

    Raises:
        ValueError: what follows the elements so far is no JSON, or one of them is longer than `LONGEST`.
        RecursionError: one is nested too deeply.
    """
    window = _Window(text)
    if window.next() != "[":
        yield 0, window.value()
        if window.next():
            raise ValueError("more behind the first value; a file with an object a line is named .jsonl")
        return
    window.skip()
    number = 0
    while window.next() != "]":
        number += 1
        yield number, window.value()
        if window.next() == ",":
            window.skip()
        elif window.next() != "]":
            raise ValueError(f"no comma or closing bracket behind element {number}")


class _Window:
    """The part of a text that is in memory, and how far it has been taken."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._held = ""
        self._at = 0

    def next(self) -> str:
        """The next character that is no space, not yet taken; empty at the end."""
        while True:
            self._at = _SPACE.match(self._held, self._at).end()
            if self._at < len(self._held) or not self._read():
                return self._held[self._at : self._at + 1]

    def skip(self) -> None:
        """Take one character."""
        self._at += 1

    def value(self) -> object:
        """Take the value that begins here."""
        while True:
            try:
                value, end = _DECODE(self._held, self._at)
            except ValueError:
                if not self._read():
                    raise
                continue
            # A number that ends where the window does may go on behind it; of *1e+* it takes three to see that.
            length = end - self._at
            if end + 2 < len(self._held) or not self._read():
                self._at += length
                return value

    def _read(self) -> bool:
        """Hold more of the text, what is taken given up; false at its end.

        At least as much as is held comes in, so that a long value is not parsed from its start too often.
        """
        self._held, self._at = self._held[self._at :], 0
        if len(self._held) > LONGEST:
            raise ValueError(f"a value of more than {LONGEST:,} characters")
        more = self._text.read(max(_STEP, len(self._held)))
        self._held += more
        return bool(more)
