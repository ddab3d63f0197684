"""Saved article pages through `trafilatura` (extra ``[html]``): body, title, date, author and outlet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.readers.article import Article, Failure
from pipeline.readers.fields import to_article
from pipeline.readers.published import iso_date

_PUBLISHED = (
    "//meta[@property='article:published_time' or @itemprop='datePublished' or @name='content_PublishedDate']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
)
"""Where pages say when they were published, the clock included, which `trafilatura` leaves out."""


def read_html(path: Path) -> Iterator[Article | Failure]:
    """The article in an ``.html`` file; without the extra, a `Failure` that says what to install."""
    try:
        from trafilatura import bare_extraction, load_html
    except ImportError:
        message = "HTML needs: pip install 'berita-pipeline[html]'"
        yield Failure(source=str(path), error_type="missing_extra", message=message)
        return
    tree = load_html(path.read_bytes())
    published = None if tree is None else _published(tree)
    page = None
    if tree is not None:
        page = bare_extraction(
            tree, with_metadata=True, include_comments=False, include_tables=False, favor_precision=True
        )
    found: dict[str, Any] = page if isinstance(page, dict) else page.as_dict() if page else {}
    if not found.get("text"):
        yield Failure(source=str(path), error_type="no_text", message="no article found in the page")
        return
    fields = {name: found.get(name) for name in ("text", "author", "url")}
    fields["title"] = _without_outlet(found.get("title") or "", found.get("sitename") or "")
    yield from to_article(
        {**fields, "date": published or found.get("date"), "outlet": found.get("sitename")}, str(path)
    )


def _published(tree: Any) -> str | None:
    """The first publication date that the page's own metadata gives and that can be read."""
    written = (str(value) for path in _PUBLISHED for value in tree.xpath(path))
    return next(filter(None, map(iso_date, written)), None)


def _without_outlet(title: str, outlet: str) -> str:
    """A page's title without the outlet that many append.

    >>> _without_outlet("Guru Hebat - Harian Lentera", "Harian Lentera"), _without_outlet("Guru - Murid", "Lentera")
    ('Guru Hebat', 'Guru - Murid')
    """
    head, mark, tail = title.rpartition(" - ") if " - " in title else title.rpartition(" | ")
    ours, theirs = tail.casefold().replace(" ", ""), outlet.casefold().replace(" ", "")
    return head if mark and theirs and (ours in theirs or theirs in ours) else title
