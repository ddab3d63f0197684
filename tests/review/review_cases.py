"""An article with rows of every reviewed table, and entries about them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from pipeline import Article, Tables, extract
from pipeline.corrections.article import said_by, span_of
from pipeline.corrections.columns import REVIEWED, Value
from pipeline.corrections.ledger import Decision, Entry
from pipeline.corrections.replay import rows_by_article

TEXT = (
    "Kepala Dinas Pendidikan Kabupaten Lamandau, Rizky Ramadan, S.Pd., mengatakan sebanyak 40 guru baru tiba pada "
    "Senin (10/11/2025).\n\n“Mereka mengajar di desa,” kata Rizky.\n\n"
    "Bupati Lamandau, Hendri Saputra, hadir bersama 25 warga."
)
ARTICLE = Article(text=TEXT, id="lamandau", title="Guru Baru Tiba", published_at="2025-11-11")


def tables(*articles: Article) -> Tables:
    return extract(list(articles or (ARTICLE,)), profile="fast")


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def entry(
    found: Tables,
    table: str,
    words: str,
    decision: Decision,
    corrected: Mapping[str, Value] | None = None,
    at: str = "2025-11-12T02:00:00+00:00",
) -> Entry:
    """A decision about the row of `table` whose text is `words` (a person's: whose name it is), or a new one."""
    rows = next(iter(rows_by_article(found.arrow, found.arrow["articles"]["article_id"].to_pylist()).values()))
    article = rows["articles"][0]
    start = article.text.index(words)
    span, row = (start, start + len(words)), None
    if decision != "add":
        wanted = "name" if table == "persons" else "text"
        extracted = next(row for row in rows[table] if getattr(row, wanted) == words)
        span = span_of(table, extracted, rows)
        identity = next(getattr(extracted, key) for key in extracted.__dataclass_fields__)
        row = said_by(rows)[identity]
    assert table in REVIEWED
    return Entry(
        text_sha256=article.text_sha256,
        article_id=article.article_id,
        table=table,
        start_char=span[0],
        end_char=span[1],
        text=article.text[slice(*span)],
        decision=decision,
        row=row,
        corrected=dict(corrected) if corrected else None,
        reviewer="eka",
        at=at,
        pipeline_version="0.1.0",
    )
