"""Saved article pages (extra ``[html]``): body, title, date, author and outlet.

Metadata come from `trafilatura`; so does the body of a page whose article stands in no element that is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from pipeline.readers.article import Article, Failure
from pipeline.readers.fields import to_article
from pipeline.readers.file import File
from pipeline.readers.html_body import body
from pipeline.readers.published import iso_date

MISSING = "pages and web archives need: pip install 'berita-pipeline[html]'"
_PUBLISHED = (
    "//meta[@property='article:published_time' or @itemprop='datePublished' or @name='content_PublishedDate']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
)
"""Where pages say when they were published, the clock included, which `trafilatura` leaves out."""
_CROWDED = regex.compile(rb"(?P<name><[A-Za-z][\w-]*+)\s[^<>]{20000,}+(?=>)")
_MOST_ATTRIBUTES = 2_000  # words in a tag; libxml2 takes the square of their number, minutes for a hundred thousand
_FEWEST_WORDS = 10  # of an article in a page of unknown build; fewer are a menu
_BESIDE_TITLE = (100, 400)  # characters before and behind the title in which a page says who wrote it and when
_WRITTEN_DATE = regex.compile(
    r"\b\d{1,2}(?:/\d{1,2}/| \p{L}{3,9} )20\d\d(?:\s*[,|–-]?\s*(?:pukul |at )?\d{1,2}[:.]\d\d"
    r"(?: ?(?i:WIB|WITA|WIT)\b)?)?"
)
_BYLINE = regex.compile(
    r"\b(?:Oleh|Penulis|Reporter|Pewarta|Wartawan)\s*+[:|]?\s*+"
    r"(?P<name>\p{Lu}[\p{L}.'’]+(?: (?:dan )?\p{Lu}[\p{L}.'’]*){0,5})"
)
_NO_AUTHOR = regex.compile(r"\bPT\b|\bMedia\b|\bWeb\b|\w[. ]com\b|\w\.co\b", regex.IGNORECASE)
_AUTHOR_LABEL = regex.compile(r"^(?:Oleh|Penulis|Reporter|Pewarta|Wartawan)\b\s*+:?\s*+", regex.IGNORECASE)
_SAVED_FROM = regex.compile(rb"<!-- saved from url=\(\d+\)(?P<url>\S+) -->")


def read_html(file: File) -> Iterator[Article | Failure]:
    """The article in an ``.html`` file; without the extra, a `Failure` that says what to install."""
    content = file.read()
    saved = _SAVED_FROM.search(content[:2_000])
    yield from parse_page(content, file.source, url=saved["url"].decode(errors="replace") if saved else None)


def parse_page(
    content: bytes, source: str, *, url: str | None = None, fetched_at: str | None = None
) -> Iterator[Article | Failure]:
    """The article in a page.

    Args:
        content: the page as it was served or saved.
        source: what the article is named by.
        url: its address, where that is known from elsewhere; else the one that the page gives.
        fetched_at: the moment of its download, the last resort where the page tells no date.
    """
    try:
        from trafilatura import bare_extraction, extract_metadata, load_html
    except ImportError:
        yield Failure(source=source, error_type="missing_extra", message=MISSING)
        return
    tree = load_html(_CROWDED.sub(_emptied, content))
    if tree is None:
        yield Failure(source=source, error_type="no_text", message="no article found in the page")
        return
    metadata: dict[str, Any] = extract_metadata(tree).as_dict()
    text = body(tree)
    if text is None:
        page: Any = bare_extraction(tree, include_comments=False, include_tables=False, favor_precision=True)
        text = page.text if page and len(page.text.split()) >= _FEWEST_WORDS else None
    if not text:
        yield Failure(source=source, error_type="no_text", message="no article found in the page")
        return
    outlet = metadata.get("sitename") or ""
    title = _without_outlet(metadata.get("title") or "", outlet)
    beside = _beside_title(tree, title)
    fields = {
        "text": text,
        "title": title,
        "author": _author(metadata.get("author"), outlet) or _byline(beside),
        "url": url or metadata.get("url"),
        "outlet": outlet,
        "date": _published(tree, metadata.get("date"), beside) or fetched_at,
    }
    yield from to_article(fields, source)


def _emptied(tag: regex.Match[bytes]) -> bytes:
    """A tag as it is, or without its attributes where there are far too many."""
    return bytes(tag["name"] if len(tag[0].split()) > _MOST_ATTRIBUTES else tag[0])


def _beside_title(tree: Any, title: str) -> str:
    """What the page shows right before and behind its title wherever that stands, one line a piece of text."""
    pieces = tree.xpath("//body//text()[not(parent::script or parent::style)]")
    shown = "\n".join(filter(None, (" ".join(piece.split()) for piece in pieces)))
    before, behind = _BESIDE_TITLE
    found = regex.finditer(regex.escape(title), shown) if title else ()
    return "\n".join(shown[max(0, match.start() - before) : match.end() + behind] for match in found)


def _published(tree: Any, day: str | None, beside: str) -> str | None:
    """The publication date: the page's own metadata first, then `day` with the clock that stands with it near the
    title."""
    written = (str(value) for path in _PUBLISHED for value in tree.xpath(path))
    given = next(filter(None, map(iso_date, written)), None)
    if given:
        return given
    shown = [found for found in (iso_date(match[0]) for match in _WRITTEN_DATE.finditer(beside)) if found]
    return next((moment for moment in shown if "T" in moment and moment[:10] == (day or moment[:10])), day)


def _author(name: str | None, outlet: str) -> str | None:
    """The author without a label, `None` for a publisher.

    >>> _author("Pewarta Ratna Dewi", "Harian Lentera"), _author("Lentera Media", "Lentera")
    ('Ratna Dewi', None)
    """
    name = _AUTHOR_LABEL.sub("", name or "").strip()
    return None if not name or name.casefold() == outlet.casefold() or _NO_AUTHOR.search(name) else name


def _byline(beside: str) -> str | None:
    found = _BYLINE.search(beside)
    return found["name"] if found else None


def _without_outlet(title: str, outlet: str) -> str:
    """A page's title without the outlet that many put behind or before it.

    >>> _without_outlet("Guru Hebat - Harian Lentera", "Harian Lentera"), _without_outlet("Lentera: Guru", "Lentera")
    ('Guru Hebat', 'Guru')
    >>> _without_outlet("Guru - Murid", "Lentera")
    'Guru - Murid'
    """
    for mark in (" - ", " | "):
        head, found, tail = title.rpartition(mark)
        if found and _is_outlet(tail, outlet):
            return head.strip()
    head, found, tail = title.partition(": ")
    return tail if found and _is_outlet(head, outlet) else title


def _is_outlet(words: str, outlet: str) -> bool:
    ours, theirs = (text.casefold().replace(" ", "") for text in (words, outlet))
    return bool(ours and theirs) and (ours in theirs or theirs in ours)
