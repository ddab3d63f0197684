"""Page furniture, what a portal puts between paragraphs, taken out of the text and listed.

What counts as furniture is data (``furniture.tsv``); whole lines go, and a few marks inside a line. A line that could
be the article's own stays.

>>> remove("Guru hadir.\\nADVERTISEMENT\\nBaca juga:\\nSeratus Guru Ikut Pelatihan\\nIa pulang.")
('Guru hadir.\\nIa pulang.', ['ADVERTISEMENT', 'Baca juga:', 'Seratus Guru Ikut Pelatihan'])
"""

from __future__ import annotations

import regex

from pipeline.lexicon import read
from pipeline.lexicon.compiled import pattern
from pipeline.lexicon.page import Furniture

_SENTENCE_END = (".", "!", "?", "”", '"', "’", ":", ";", ",")
_HEADLINE_LENGTH = 160  # characters: longer than the longest headline of the outlets looked at
_TAG_LENGTH = 50  # characters: longer than the longest keyword under an article
_SPACES = regex.compile(r" {2,}")
_BLANK_LINES = regex.compile(r"\n{3,}")


def _patterns(kind: str) -> list[str]:
    return [entry.pattern for entry in read("furniture", Furniture) if entry.kind == kind]


def _any(kind: str) -> regex.Pattern[str]:
    return pattern("|".join(f"(?:{each})" for each in _patterns(kind)), regex.MULTILINE)


_LINE, _INLINE, _TITLE_AFTER, _END = map(_any, ("line", "inline", "title_after", "end"))
_SIGNS = [pattern(each, regex.MULTILINE) for each in _patterns("inline")]
"""The parts of `_INLINE`: one by one they tell sooner that a text has none."""


def remove(text: str) -> tuple[str, list[str]]:
    """`text` without its furniture, and the furniture in order."""
    kept: list[str] = []
    taken: list[str] = []
    headline_next = False
    signs = [sign for sign in _SIGNS if sign.search(text)]
    for line in text.split("\n"):
        is_headline = headline_next and 0 < len(line) <= _HEADLINE_LENGTH and not line.endswith(_SENTENCE_END)
        headline_next = bool(_TITLE_AFTER.fullmatch(line)) or (headline_next and not line)
        if is_headline or headline_next or (line and _LINE.fullmatch(line)):
            taken += [line] if line else []
            continue
        rest = _without_inline(line, taken) if any(sign.search(line) for sign in signs) else line
        if rest or not line:
            kept.append(rest)
    taken += _cut_tags(kept)
    return _BLANK_LINES.sub("\n\n", "\n".join(kept)).strip(), taken


def _without_inline(line: str, taken: list[str]) -> str:
    """`line` without the furniture inside it, which goes to `taken`."""
    taken += [match[0].strip() for match in _INLINE.finditer(line)]
    return str(_SPACES.sub(" ", _INLINE.sub(" ", line))).strip()


def _cut_tags(lines: list[str]) -> list[str]:
    """Cut the keywords behind the mark that ends an article (*(abc/def)*) off `lines`, and the mark with them; give
    what was cut."""
    tail = len(lines)
    while tail and len(lines[tail - 1]) <= _TAG_LENGTH and not lines[tail - 1].endswith(_SENTENCE_END):
        tail -= 1
    end = next((number for number in range(tail, len(lines)) if _END.fullmatch(lines[number])), None)
    if end is None:
        return []
    cut = [line for line in lines[end:] if line]
    del lines[end:]
    return cut
