"""Raw text → the text that extractors see: one Unicode form, one kind of line end and space, no page furniture.

Cleaning is idempotent, so offsets into its result stay true when it is cleaned again.

>>> clean("Guru\\u00adhebat hadir.\\r\\nBaca juga: Judul Lain\\r\\nIa pulang.")
Cleaned(text='Guruhebat hadir.\\nIa pulang.', furniture=('Baca juga: Judul Lain',))
"""

from __future__ import annotations

import html
import unicodedata
from dataclasses import dataclass

import regex

from pipeline.lexicon import read
from pipeline.lexicon.page import Furniture

_INVISIBLE = regex.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|(?![\n\t])\p{Cc}")
_SPACES = regex.compile(r"[^\S\n]+")
_BLANK_LINES = regex.compile(r"\n{3,}")
_ENTITY = regex.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});")
_SENTENCE_END = (".", "!", "?", "”", '"', "’", ":", ";", ",")
_HEADLINE_LENGTH = 160  # characters: longer than the longest headline of the outlets looked at


def _patterns(kind: str) -> regex.Pattern[str]:
    return regex.compile("|".join(f"(?:{entry.pattern})" for entry in read("furniture", Furniture) if entry.kind == kind))


_LINE, _INLINE, _TITLE_AFTER = _patterns("line"), _patterns("inline"), _patterns("title_after")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Cleaned text and the page furniture that was taken out of it, in order."""

    text: str
    furniture: tuple[str, ...]


def clean(raw: str) -> Cleaned:
    """Clean `raw`; see the module for what that means."""
    text = raw.encode("utf-8", "replace").decode("utf-8")  # lone surrogates
    text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n"))
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text).replace("\x0b", "\n"))
    kept, furniture = _without_furniture(text.split("\n"))
    return Cleaned(_BLANK_LINES.sub("\n\n", "\n".join(kept)).strip(), tuple(furniture))


def _without_furniture(lines: list[str]) -> tuple[list[str], list[str]]:
    """Lines parted into text and furniture; a *Baca juga:* with nothing behind it takes the headline on the next line along."""
    kept: list[str] = []
    furniture: list[str] = []
    headline_next = False
    for line in map(str.strip, lines):
        is_headline = headline_next and 0 < len(line) <= _HEADLINE_LENGTH and not line.endswith(_SENTENCE_END)
        headline_next = bool(_TITLE_AFTER.fullmatch(line)) or (headline_next and not line)
        if headline_next and not line:
            continue
        if is_headline or headline_next or (line and _LINE.fullmatch(line)):
            furniture.append(line)
            continue
        furniture += [match[0] for match in _INLINE.finditer(line)]
        rest = _SPACES.sub(" ", _INLINE.sub(" ", line)).strip()
        if rest or not line:
            kept.append(rest)
    return kept, furniture
