"""Rows of an invented article as the stages leave them, for tests of what is made of rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from pipeline.schema import ArticleRow, Date, Figure, Person, Quote, Role, Row, Sentence

SENTENCES = ("Wali Kota Tegal Rudi Hartono hadir Rabu.", "Sebanyak 560 guru hadir.")
DAY = date(2025, 11, 12)


def article(text: str, **columns: Any) -> ArticleRow:
    """An article with what every one has."""
    about = {"article_id": "a", "source": "a.txt", "status": "ok", "pipeline_version": "0"}
    counts = {"n_chars": len(text), "n_tokens": 1, "n_sentences": 1, "raw_sha256": "0" * 64, "text_sha256": "0" * 64}
    return ArticleRow(text=text, **{**about, **counts, **columns})


def quote(text: str, said: str, **columns: Any) -> Quote:
    """The quotation `said`, marks included, of `text`."""
    start = text.index(said)
    place = {"start_char": start, "end_char": start + len(said), "text": said, "content": said[1:-1].rstrip(",")}
    told = {"attribution": "explicit", "attribution_rule": "mention", "rule": "r", "confidence": 0.9}
    ids = {"article_id": "a", "quote_id": "a:q1", "sentence_id": "a:s3"}
    return Quote(kind="direct", **{**ids, **place, **told, **columns})


def rows(said: str = "“Kami siap,”", **columns: Any) -> dict[str, list[Row]]:
    """A mayor, a day, a number and the words `said` in an article with these `columns`, all tables but mentions."""
    sentences = (*SENTENCES, f"{said} ujarnya.")
    text = " ".join(sentences)

    def at(words: str, sentence: int, **more: Any) -> dict[str, Any]:
        start = text.index(words)
        place = {"start_char": start, "end_char": start + len(words), "text": words}
        return {"article_id": "a", "sentence_id": f"a:s{sentence}", "rule": "r", "confidence": 0.9, **place, **more}

    starts = [text.index(sentence) for sentence in sentences]
    return {
        "articles": [article(text, n_sentences=3, **columns)],
        "sentences": [
            Sentence(article_id="a", sentence_id=f"a:s{n}", paragraph=0, start_char=start, end_char=start + len(words))
            for n, (start, words) in enumerate(zip(starts, sentences, strict=True), start=1)
        ],
        "dates": [
            Date(
                **at("Rabu", 1, date_id="a:d1", type="DATE", value=DAY.isoformat(), anchor="publication"),
                start_date=DAY,
                end_date=DAY,
            ),
            Date(**at("hadir", 1, date_id="a:d2", type="DATE", value="PRESENT_REF", anchor="none")),
        ],
        "persons": [
            Person(
                person_id="a:p1",
                article_id="a",
                name="Rudi Hartono",
                n_mentions=2,
                first_mention_id="a:m1",
                entity_id="p1",
                confidence=0.9,
            )
        ],
        "roles": [
            Role(
                **at("Wali Kota Tegal", 1, role_id="a:r1", person_id="a:p1", position="Wali Kota"),
                region="Tegal",
                region_code="33.76",
                role_class="official",
                status="current",
            )
        ],
        "figures": [Figure(**at("560 guru", 2, figure_id="a:f1", kind="count", value=Decimal("5.60E+2"), unit="guru"))],
        "quotes": [quote(text, said, speaker_id="a:p1", speaker_role_id="a:r1", date_id="a:d1")],
    }
