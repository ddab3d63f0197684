"""Raw text → the text that extractors see: one Unicode form, one kind of line end and space, whole paragraphs, no page
furniture.

Cleaning is idempotent, so offsets into its result stay true when it is cleaned again.

>>> clean("Guru\\u00adhebat hadir.\\r\\nBaca juga: Judul Lain\\r\\nIa pulang.")
Cleaned(text='Guruhebat hadir.\\nIa pulang.', furniture=('Baca juga: Judul Lain',))
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from pipeline.readers import furniture, lines, markup

# By `re`, which is the faster at single characters.
_INVISIBLE = re.compile(
    r"[\x00-\t\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)
_LINE_END = re.compile(r"[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n](?:(?<! )[^\S\n]*+|[^\S\n]++)")  # but a plain space by itself, which is as it should be
_BLANK_LINES = re.compile(r"\n{3,}")
_PASSES = 8  # cleaning reveals new marks at most a few levels deep; more is not text but an attack on the loop


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Cleaned text and the page furniture that was taken out of it, in order."""

    text: str
    furniture: tuple[str, ...] = ()


def clean(raw: str) -> Cleaned:
    """Clean `raw`; see the module for what that means."""
    text, found = raw.encode("utf-8", "replace").decode("utf-8"), []  # no lone surrogates
    known: set[str] = set()
    for _ in range(_PASSES):
        joined = lines.join(_characters(text))
        if joined == text and known.issuperset(text.split("\n")):  # lines that have been looked at, and stayed
            break
        text, taken = furniture.remove(joined)
        known = set(joined.split("\n")) - set(taken)
        found += taken
    return Cleaned(text, tuple(found))


def clean_line(raw: str | None) -> str | None:
    """A metadata field (title, author, outlet) as one clean line, `None` where nothing is left.

    >>> clean_line(" Guru &amp;\\u200b Murid\\n"), clean_line("  ")
    ('Guru & Murid', None)
    """
    if raw is None:
        return None
    return " ".join(_characters(raw.encode("utf-8", "replace").decode("utf-8")).split()) or None


def _characters(text: str) -> str:
    """`text` in NFC with plain spaces and line ends, without invisible characters and marks of Markdown or HTML."""
    text = _LINE_END.sub("\n", text.replace("\r\n", "\n")).replace("\t", " ")
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", markup.plain(text)))
    text = _SPACES.sub(" ", text).replace("\n ", "\n").replace(" \n", "\n")
    return (_BLANK_LINES.sub("\n\n", text) if "\n\n\n" in text else text).strip()
