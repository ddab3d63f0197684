"""The unit of work: a chunk of articles, cleaned, identified and extracted into Arrow tables."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

import pyarrow as pa
from spacy.language import Language

from pipeline.extraction import extract
from pipeline.readers import Article, Prepared, prepare
from pipeline.schema import SCHEMA_VERSION, TABLES, Row
from pipeline.tables import to_arrow
from pipeline.version import __version__

CHUNK = 64
"""Articles in a chunk: a few seconds of work, so that progress is seen and little is lost when a run is stopped."""
PER_ARTICLE = tuple(name for name in TABLES if name != "entities")


def identified(articles: Iterable[Article]) -> Iterator[Prepared]:
    """Cleaned articles with ids that are unique in the run: one that comes again has ``~2``, ``~3`` … behind it.

    Nothing is dropped: `text_sha256` tells the same text read twice from two texts under one id.
    """
    times: Counter[str] = Counter()
    for prepared in map(prepare, articles):
        article_id = prepared.article_id
        while times[article_id]:
            times[prepared.article_id] += 1
            article_id = f"{prepared.article_id}~{times[prepared.article_id]}"
        times[article_id] += 1
        yield prepared if article_id == prepared.article_id else replace(prepared, article_id=article_id)


def chunks(prepared: Iterable[Prepared], size: int = CHUNK) -> Iterator[list[Prepared]]:
    """Articles in lists of `size`, the last one shorter."""
    iterator = iter(prepared)
    while chunk := list(islice(iterator, size)):
        yield chunk


def key(chunk: Iterable[Prepared], profile: str) -> str:
    """What a chunk's result depends on, as 16 hex digits: its articles, the profile and the version."""
    articles = (f"{p.article_id}:{p.raw_sha256}:{p.article.published_at}" for p in chunk)
    state = [__version__, SCHEMA_VERSION, profile, *articles]
    return hashlib.sha256("\n".join(state).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def extract_chunk(nlp: Language, chunk: Iterable[Prepared]) -> dict[str, pa.Table]:
    """Every table but ``entities`` for the articles of `chunk`."""
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for prepared in chunk:
        for name, found in extract(nlp, prepared).rows.items():
            rows[name].extend(found)
    return {name: to_arrow(name, rows[name]) for name in PER_ARTICLE}


def extract_articles(nlp: Language, articles: Iterable[Article]) -> dict[str, pa.Table]:
    """The same from articles as read; the tables of one chunk, however many articles there are."""
    return extract_chunk(nlp, identified(articles))
