"""Saved article pages through `trafilatura` (extra ``[html]``): body, title, date, author and outlet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.readers.article import Article, Failure
from pipeline.readers.fields import to_article


def read_html(path: Path) -> Iterator[Article | Failure]:
    """The article in an ``.html`` file; without the extra, a `Failure` that says what to install."""
    try:
        from trafilatura import bare_extraction
    except ImportError:
        yield Failure(
            source=str(path), error_type="missing_extra", message="HTML needs: pip install 'berita-pipeline[html]'"
        )
        return
    page = bare_extraction(
        path.read_bytes(), with_metadata=True, include_comments=False, include_tables=False, favor_recall=True
    )
    if page is None or not page.text:
        yield Failure(source=str(path), error_type="no_text", message="no article found in the page")
        return
    fields = {
        "text": page.text,
        "title": page.title,
        "date": page.date,
        "author": page.author,
        "url": page.url,
        "outlet": page.sitename,
    }
    yield from to_article(fields, str(path))
