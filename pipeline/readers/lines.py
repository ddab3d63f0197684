"""Lines that an export broke in the middle of a sentence → whole paragraphs again.

Portals that put links and names into elements of their own leave each on a line; mail and press releases wrap
paragraphs at a fixed width.

>>> join("Pelatihan itu dibuka\\nBupati OKI\\n, Supriyanto.")
'Pelatihan itu dibuka\\nBupati OKI, Supriyanto.'
>>> join("Jakarta\\n-\\nSeratus guru hadir.")
'Jakarta - Seratus guru hadir.'
"""

from __future__ import annotations

from itertools import pairwise

import regex

from pipeline.readers import dateline

_PUNCTUATION_NEXT = regex.compile(
    r"(?<=[\p{L}\p{N}\"”’)%])\n{1,2}(?=(?:[,.;:!?]|\)[,.;:]?)(?:[ \"”’)]|$))", regex.MULTILINE
)
_OPEN_BEFORE = regex.compile(r"(?<=[(\[“])\n(?=\S)")
_LOWER_START = regex.compile(r"\p{Ll}+(?:-\p{Ll}+)?(?:[ ,]|$)")
_WORD_START = regex.compile(r"\p{L}\p{Ll}+(?:[ ,]|$)")
_LINK = regex.compile(r"(?!(?i:advertisement|baca|simak)\b)\p{Lu}[\p{L}.’'-]*(?:[ ]\p{Lu}[\p{L}.’'-]*){0,4}(?<!\.)")
"""A name that a portal makes a link of."""
_LINK_AND_REST = 2
_OPEN_END = regex.compile(r"(?<!\p{L})\p{Ll}{3,}\Z")
"""The end of a line that no sentence ends with."""
_KEYWORD_START = regex.compile(r"[\p{Ll}(]")
_FIRST_LINES = regex.compile(
    r"(?P<place>[^\n.!?:]{2,60}(?:\.\w+)?)\n{1,2}(?P<dash>[-–—]{1,3})(?: |\n{1,2})(?P<next>[^\n]{1,200})"
)

_WRAP_FEWEST = 4  # wrapped lines that it takes to call a text wrapped
_WRAP_WIDTH = range(45, 101)  # characters: where mail programs and editors wrap


def join(text: str) -> str:
    """`text` with broken lines joined; a paragraph's true end, a list and a heading stay as they are."""
    if "\n" not in text:
        return text
    text = _unwrap(text)
    text = _OPEN_BEFORE.sub("", _PUNCTUATION_NEXT.sub("", text))
    return _join_dateline(_join_sentences(text))


def _join_sentences(text: str) -> str:
    """Lines that go on in the middle of a sentence, joined to the line before them."""
    paragraphs: list[list[str]] = []
    for line in text.split("\n"):
        if paragraphs and (
            _goes_on(paragraphs[-1][0], paragraphs[-1][-1], line) or _follows_link(paragraphs[-1], line)
        ):
            paragraphs[-1].append(line)
            if len(paragraphs) > 1 and _leads_to_link(paragraphs[-2], paragraphs[-1]):
                link = paragraphs.pop()
                paragraphs[-1] += link
        else:
            paragraphs.append([line])
    return "\n".join(map(" ".join, paragraphs))


def _follows_link(paragraph: list[str], line: str) -> bool:
    """Whether `line` goes on behind a linked name inside a sentence (*…, **Ratna** / Dewi hadir*)."""
    return len(paragraph) > 1 and _LINK.fullmatch(paragraph[-1]) is not None and _WORD_START.match(line) is not None


def _leads_to_link(before: list[str], paragraph: list[str]) -> bool:
    """Whether a paragraph begins with a linked name to which `before` leads (*penulis / **Ratna** / hadir*)."""
    is_open = _OPEN_END.search(before[-1]) is not None and not _KEYWORD_START.match(before[0])
    return is_open and len(paragraph) == _LINK_AND_REST and _LINK.fullmatch(paragraph[0]) is not None


def _goes_on(first: str, last: str, line: str) -> bool:
    """Whether `line` goes on where `last` stops, `first` being the line that their paragraph began with.

    A paragraph that begins in lower case or with a bracket is a keyword or a reporter's mark, and goes nowhere.
    """
    end = last[-1:]
    if end == "," and last[-2:-1].isalpha():
        return _WORD_START.match(line) is not None
    is_broken = end.isalnum() or end in (")", "%")
    return is_broken and not _KEYWORD_START.match(first) and _LOWER_START.match(line) is not None


def _join_dateline(text: str) -> str:
    """A dateline whose place and dash came on lines of their own."""
    first = _FIRST_LINES.match(text)
    if first is None:
        return text
    line = f"{first['place']} {first['dash']} {first['next']}"
    return line + text[first.end() :] if dateline.parse(line) else text


def _unwrap(text: str) -> str:
    """Paragraphs that were wrapped at a fixed width, parted by blank lines, on one line each."""
    paragraphs = text.split("\n\n")
    if len(paragraphs) < 2:
        return text
    lines = [line for paragraph in paragraphs for line in paragraph.split("\n")[:-1]]
    widths = sorted(map(len, lines))
    if len(lines) < _WRAP_FEWEST or widths[len(lines) // 10] not in _WRAP_WIDTH or widths[-1] not in _WRAP_WIDTH:
        return text
    open_ends = sum(not line.endswith((".", "!", "?", "”", '"', ":", ";")) for line in lines)
    if open_ends < 0.8 * len(lines) or any(_is_item(line) for line in lines):
        return text
    return "\n\n".join(_unwrapped(paragraph.split("\n")) for paragraph in paragraphs)


def _is_item(line: str) -> bool:
    """Whether `line` looks like an item of a list."""
    return line[:1] in "-•*–" or line.split(" ", 1)[0].rstrip(".)").isdigit()


def _unwrapped(lines: list[str]) -> str:
    """Lines of one paragraph joined by spaces, but a short one ends its paragraph."""
    joined = lines[0]
    for line, following in pairwise(lines):
        joined += (" " if len(line) >= _WRAP_WIDTH.start else "\n") + following
    return joined
