"""The headline that stands above a text → the title, and the body without it.

>>> part("Sekolah Boleh Mundurkan Jam Masuk\\n\\nBANJARMASIN - Dinas Pendidikan memberi izin.", None)
('Sekolah Boleh Mundurkan Jam Masuk', 'BANJARMASIN - Dinas Pendidikan memberi izin.')
>>> part("Guru Hebat\\nGuru hadir.", "Guru hebat!")
('Guru hebat!', 'Guru hadir.')
"""

from __future__ import annotations

import regex

from pipeline.readers import dateline

_LENGTH = range(20, 161)  # characters of a headline
_FEWEST_WORDS = 4
_NOT_LETTERS = regex.compile(r"[^\p{L}\p{N}]+")
_LONG_WORD = regex.compile(r"\p{L}{4,}+")
_TITLE_CASE = 0.7  # of the words of four letters and more that begin with a capital


def part(text: str, title: str | None) -> tuple[str | None, str]:
    """The title and the body of a cleaned `text`. A first line that repeats the given `title` goes; without one, a
    first line that can only be a
    headline becomes it."""
    first, _, rest = text.partition("\n")
    body = rest.lstrip("\n")
    if not body:
        return title, text
    if title is not None:
        return title, body if _letters(first) == _letters(title) else text
    return (first, body) if _is_headline(first, body) else (None, text)


def _letters(line: str) -> str:
    return str(_NOT_LETTERS.sub("", line)).casefold()


def _is_headline(line: str, body: str) -> bool:
    """Whether `line` has a headline's length, case and bare end, and a body in running text below it."""
    words = _LONG_WORD.findall(line)
    if (
        len(line) not in _LENGTH
        or line.endswith((".", ":", ",", ";", "”", '"', "’"))
        or len(line.split()) < _FEWEST_WORDS
        or dateline.parse(line)
    ):
        return False
    below = body.partition("\n")[0]
    if dateline.parse(below):
        return True
    capitalised = sum(word[0].isupper() for word in words)
    return (
        capitalised >= _TITLE_CASE * len(words) and len(below) > len(line) and below.endswith((".", "!", "?", "”", '"'))
    )
