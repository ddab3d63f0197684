"""The rows about the inputs themselves: what became of an article, and what could not be read or failed.

A `Prepared` article goes in, its row of ``articles`` comes out; what went wrong goes in, a row of ``errors`` comes out.

>>> from pipeline.readers import Article, prepare
>>> article_row(prepare(Article(text="Guru hadir di Kendal.")), n_tokens=5, n_sentences=1).status
'ok'
>>> error_row("berita.jsonl:3", "read", "json", "broken JSON").article_id is None
True
"""

from __future__ import annotations

from datetime import UTC, datetime

from pipeline.readers import Prepared
from pipeline.schema import ArticleRow, Error
from pipeline.version import __version__


def article_row(prepared: Prepared, n_tokens: int = 0, n_sentences: int = 0) -> ArticleRow:
    """The row of an article, with its length in tokens and sentences where it was extracted."""
    article = prepared.article
    return ArticleRow(
        article_id=prepared.article_id,
        source=article.source,
        outlet=article.outlet,
        url=article.url,
        title=article.title,
        author=article.author,
        published_at=article.published_at,
        dateline_place=prepared.dateline_place,
        dateline_region_code=prepared.dateline_region_code,
        language=prepared.language,
        text=article.text,
        n_chars=len(article.text),
        n_tokens=n_tokens,
        n_sentences=n_sentences,
        raw_sha256=prepared.raw_sha256,
        text_sha256=prepared.text_sha256,
        status=prepared.status,
        error=prepared.error,
        furniture="\n".join(prepared.furniture) or None,
        pipeline_version=__version__,
    )


def error_row(source: str, stage: str, error_type: str, message: str, article_id: str | None = None) -> Error:
    """The row of something that went wrong, stamped with the time in UTC."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return Error(source=source, article_id=article_id, stage=stage, error_type=error_type, message=message, at=at)
