"""An `Article` as read → the cleaned article that goes into extraction, with its identity and status.

>>> prepared = prepare(Article(text="PALEMBANG – Guru hadir."))
>>> prepared.status, prepared.dateline_place, prepared.dateline_region_code
('ok', 'Palembang', '16.71')
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from pipeline.lexicon import regions
from pipeline.readers import dateline, headline
from pipeline.readers.article import Article
from pipeline.readers.clean import Cleaned, clean, clean_line
from pipeline.readers.langid import detect
from pipeline.schema import Status

MAX_CHARS = 2_000_000
"""Longest article that is extracted, in code points; a longer one is no article but a broken export."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A cleaned article. `article` keeps the metadata; its ``text`` is the cleaned body."""

    article: Article
    article_id: str
    raw_sha256: str
    text_sha256: str
    status: Status
    furniture: tuple[str, ...] = ()
    dateline_place: str | None = None
    dateline_region_code: str | None = None
    body_start: int = 0
    language: str | None = None
    error: str | None = None

    @classmethod
    def failed(cls, article: Article, article_id: str, error: str) -> Prepared:
        """An article that is given up: all that came with it, but no text."""
        return cls(
            article=replace(article, text=""),
            article_id=article_id,
            raw_sha256=_sha256(article.text),
            text_sha256=_sha256(""),
            status="failed",
            error=error,
        )


def prepare(article: Article) -> Prepared:
    """Clean `article`, tell its language, parse its dateline and give it its id. Never raises on any text."""
    too_long = len(article.text) > MAX_CHARS
    cleaned = Cleaned("") if too_long else clean(article.text)
    title, text = headline.part(cleaned.text, clean_line(article.title))
    opening = dateline.parse(text)
    place = opening.place if opening else None
    region = regions.resolve(place) if place else None
    language = detect(text)
    raw_sha256, text_sha256 = _sha256(article.text), _sha256(text)
    return Prepared(
        article=replace(
            article,
            text=text,
            title=title,
            outlet=clean_line(article.outlet),
            author=clean_line(article.author),
            url=clean_line(article.url),
        ),
        article_id=clean_line(article.id) or (text_sha256 if text else _sha256(f"{article.source}\n{raw_sha256}"))[:16],
        raw_sha256=raw_sha256,
        text_sha256=text_sha256,
        furniture=cleaned.furniture,
        dateline_place=place,
        dateline_region_code=region.code if region else None,
        body_start=opening.start if opening else 0,
        language=language,
        status=_status(too_long, text, language),
        error=f"{len(article.text):,} characters; the longest article that is extracted has {MAX_CHARS:,}"
        if too_long
        else None,
    )


def _status(too_long: bool, text: str, language: str | None) -> Status:
    if too_long:
        return "failed"
    if not text:
        return "empty"
    return "ok" if language in (None, "id") else "not_indonesian"


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
