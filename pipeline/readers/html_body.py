"""The body of an article in the tree of its page: the element that Indonesian sites are known to put it in, and its
lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import regex

from pipeline.lexicon import read
from pipeline.lexicon.page import PageBody
from pipeline.readers.published import iso_date

_MARKS = {(mark.attribute, mark.name) for mark in read("page_bodies", PageBody)}
_DROPPED = frozenset(
    {
        "aside",
        "audio",
        "button",
        "canvas",
        "figcaption",
        "figure",
        "footer",
        "form",
        "iframe",
        "input",
        "nav",
        "noscript",
    }
    | {"object", "script", "select", "style", "svg", "template", "textarea", "video"}
)
_INLINE = frozenset(
    {"a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "ins", "mark", "q", "s", "small", "span"}
    | {"strong", "sub", "sup", "time", "tt", "u"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BESIDE = regex.compile(
    r"(?:^|[\s_-])(?:ads?|advertisement|baca-?juga|banner|breadcrumbs?|caption|comments?|iklan|in-?content|komentar"
    r"|instagram-media|linksisip|newsletter|related|share|sharing|social|tags?|terkait|twitter-tweet|video)(?:$|[\s_-])",
    regex.IGNORECASE,
)
"""Classes and ids of what stands within a body and is no part of the article."""
_OPEN_DATELINE = regex.compile(r"(?<=^.{0,60}[-–—])\n\n")  # *Jakarta –*, and the first paragraph below it
_MOST = 0.7  # of the words in the largest marked element: a smaller one inside that has them is closer to the article


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    is_link: bool
    heading: int
    """1 to 6 in a heading, 0 elsewhere."""


def body(tree: Any) -> str | None:
    """The article's paragraphs, a blank line between them, or `None` where no element is known to hold them."""
    marked = [(len(text.split()), text) for text in map(_text, _marked(tree)) if text]
    if not marked:
        return None
    enough = _MOST * max(marked)[0]
    return min(element for element in marked if element[0] >= enough)[1]


def _marked(tree: Any) -> Iterator[Any]:
    for element in tree.iter("article", "div", "main", "section", "span", "td"):
        values = {(name, part) for name in ("class", "id", "itemprop") for part in element.get(name, "").split()}
        if values & _MARKS:
            yield element


def _text(element: Any) -> str:
    """The lines of an element below its title, but for dates, links alone and the headings above such."""
    lines = list(_lines(element))
    first = max((number for number, line in enumerate(lines, start=1) if line.heading == 1), default=0)
    kept = [
        line.text
        for line, below in zip_longest(lines[first:], lines[first + 1 :])
        if not line.is_link and not (line.heading and (below is None or below.is_link)) and not iso_date(line.text)
    ]
    return str(_OPEN_DATELINE.sub(" ", "\n\n".join(kept)))


def _lines(element: Any) -> Iterator[_Line]:
    """What a browser shows as lines: text between the borders of blocks and line breaks."""
    from lxml.etree import iterwalk  # type: ignore[import-untyped]

    pieces: list[tuple[str, bool]] = []
    links = 0
    heading = 0

    def line() -> Iterator[_Line]:
        text = " ".join("".join(piece for piece, _ in pieces).split())
        if text:
            yield _Line(text, all(linked for piece, linked in pieces if piece.strip()), heading)
        pieces.clear()

    walk = iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event == "start":
            beside = node is not element and _BESIDE.search(f"{node.get('class', '')} {node.get('id', '')}")
            if node.tag in _DROPPED or beside:
                walk.skip_subtree()
                node.text = None
            elif node.tag not in _INLINE:
                yield from line()
                heading = int(node.tag[1]) if node.tag in _HEADINGS else 0
            links += node.tag == "a"
            pieces.append((node.text or "", links > 0))
            continue
        if event == "end":
            links -= node.tag == "a"
            if node.tag not in _INLINE:
                yield from line()
                heading = 0
        if node is not element:
            pieces.append((node.tail or "", links > 0))
    yield from line()
