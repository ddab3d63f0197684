"""An `Article` as read → the cleaned article that goes into extraction, with its identity and status.

>>> prepared = prepare(Article(text="PALEMBANG – Guru hadir."))
>>> prepared.status, prepared.dateline_place, prepared.dateline_region_code
('ok', 'Palembang', '16.71')
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from pipeline.lexicon import regions
from pipeline.readers import dateline
from pipeline.readers.article import Article
from pipeline.readers.clean import clean
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
    furniture: tuple[str, ...]
    dateline_place: str | None
    dateline_region_code: str | None
    body_start: int
    language: str | None
    status: Status
    error: str | None = None


def prepare(article: Article) -> Prepared:
    """Clean `article`, tell its language, parse its dateline and give it its id. Never raises on any text."""
    raw = article.text
    too_long = len(raw) > MAX_CHARS
    cleaned = clean(raw[:MAX_CHARS])
    text = "" if too_long else cleaned.text
    place = dateline.parse(text)
    region = regions.resolve(place.place) if place else None
    language = detect(text)
    status: Status = "failed" if too_long else "empty" if not text else "ok" if language in (None, "id") else "not_indonesian"
    text_sha256 = _sha256(text or raw)
    return Prepared(
        article=replace(article, text=text),
        article_id=article.id or text_sha256[:16],
        raw_sha256=_sha256(raw),
        text_sha256=text_sha256,
        furniture=cleaned.furniture,
        dateline_place=place.place if place else None,
        dateline_region_code=region.code if region else None,
        body_start=place.start if place else 0,
        language=language,
        status=status,
        error=f"{len(raw):,} characters; the longest article that is extracted has {MAX_CHARS:,}" if too_long else None,
    )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
