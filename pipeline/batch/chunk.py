"""The unit of work: a chunk of articles, cleaned, identified and extracted into Arrow tables."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

import pyarrow as pa
from spacy.language import Language

from pipeline import __version__
from pipeline.extraction import extract, read_error
from pipeline.readers import Article, Failure, Prepared, prepare
from pipeline.schema import SCHEMA_VERSION, TABLES, Row
from pipeline.tables import to_arrow

CHUNK = 64
"""Articles in a chunk: a few seconds of work, so that progress is seen and little is lost when a run is stopped."""
PER_ARTICLE = tuple(name for name in TABLES if name != "entities")


def identified(articles: Iterable[Article]) -> Iterator[Prepared | Failure]:
    """Cleaned articles with ids that are unique in the run; an id that comes again is a `Failure` that says which input lost it."""
    seen: dict[str, str] = {}
    for article in articles:
        prepared = prepare(article)
        first = seen.setdefault(prepared.article_id, article.source)
        if first != article.source:
            message = f"article id {prepared.article_id} was already read from {first}"
            yield Failure(source=article.source, error_type="duplicate_id", message=message)
        else:
            yield prepared


def chunks(prepared: Iterable[Prepared], size: int = CHUNK) -> Iterator[list[Prepared]]:
    """Articles in lists of `size`, the last one shorter."""
    iterator = iter(prepared)
    while chunk := list(islice(iterator, size)):
        yield chunk


def key(chunk: Iterable[Prepared], profile: str) -> str:
    """What a chunk's result depends on, as 16 hex digits: its articles, the profile and the version."""
    state = [__version__, SCHEMA_VERSION, profile, *(f"{p.article_id}:{p.raw_sha256}:{p.article.published_at}" for p in chunk)]
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
    failures: list[Failure] = []
    kept: list[Prepared] = []
    for item in identified(articles):
        (failures if isinstance(item, Failure) else kept).append(item)  # type: ignore[arg-type]
    tables = extract_chunk(nlp, kept)
    repeated = to_arrow("errors", map(read_error, failures))
    return {**tables, "errors": pa.concat_tables([repeated, tables["errors"]])}
