"""The flat view: a row for each date, role, figure and quote, with its sentence."""

from datetime import date
from decimal import Decimal

from pipeline import schema
from pipeline.tables.facts import facts

TEXT = "Bupati OKI Supriyanto hadir Rabu. Sebanyak 560 guru hadir. “Kami siap,” ujarnya."
SHARED = {"article_id": "a", "rule": "r", "confidence": 0.9}
ROWS: dict[str, list[schema.Row]] = {
    "articles": [
        schema.ArticleRow(
            article_id="a",
            source="a.txt",
            outlet="Harian Musi",
            title="Pelatihan",
            published_at="2025-11-12",
            text=TEXT,
            n_chars=len(TEXT),
            n_tokens=1,
            n_sentences=3,
            raw_sha256="",
            text_sha256="",
            status="ok",
            pipeline_version="0",
        )
    ],
    "sentences": [
        schema.Sentence(article_id="a", sentence_id=f"a:s{n}", paragraph=0, start_char=start, end_char=end)
        for n, (start, end) in enumerate([(0, 33), (34, 58), (59, 80)], start=1)
    ],
    "dates": [
        schema.Date(
            date_id="a:d1",
            sentence_id="a:s1",
            start_char=28,
            end_char=32,
            text="Rabu",
            type="DATE",
            value="2025-11-12",
            start_date=date(2025, 11, 12),
            end_date=date(2025, 11, 12),
            anchor="publication",
            **SHARED,
        ),
        schema.Date(
            date_id="a:d2",
            sentence_id="a:s1",
            start_char=0,
            end_char=6,
            text="Bupati",
            type="DATE",
            value="PRESENT_REF",
            anchor="none",
            **SHARED,
        ),
    ],
    "persons": [
        schema.Person(
            person_id="a:p1",
            article_id="a",
            name="Supriyanto",
            n_mentions=2,
            first_mention_id="a:m1",
            entity_id="p1",
            confidence=0.9,
        )
    ],
    "roles": [
        schema.Role(
            role_id="a:r1",
            sentence_id="a:s1",
            person_id="a:p1",
            start_char=0,
            end_char=10,
            text="Bupati OKI",
            position="Bupati",
            region="Ogan Komering Ilir",
            region_code="16.02",
            role_class="official",
            status="current",
            **SHARED,
        )
    ],
    "figures": [
        schema.Figure(
            figure_id="a:f1",
            sentence_id="a:s2",
            start_char=43,
            end_char=51,
            text="560 guru",
            kind="count",
            value=Decimal("5.60E+2"),
            unit="guru",
            **SHARED,
        )
    ],
    "quotes": [
        schema.Quote(
            quote_id="a:q1",
            sentence_id="a:s3",
            start_char=59,
            end_char=71,
            text="“Kami siap,”",
            content="Kami siap",
            kind="direct",
            speaker_id="a:p1",
            speaker_role_id="a:r1",
            date_id="a:d1",
            attribution="clitic",
            attribution_rule="antecedent",
            **SHARED,
        )
    ],
}


def test_facts_in_text_order_with_what_each_stage_knows() -> None:
    role, day, figure, quote = facts(ROWS)
    assert [row.row_id for row in (role, day, figure, quote)] == ["a:r1", "a:d1", "a:f1", "a:q1"]
    assert (role.stage, role.person, role.entity_id, role.position, role.region_code) == (
        "role",
        "Supriyanto",
        "p1",
        "Bupati",
        "16.02",
    )
    assert (day.stage, day.value, day.date, day.kind) == ("date", "2025-11-12", "2025-11-12", "DATE")
    assert (figure.stage, figure.value, figure.unit, figure.kind) == ("figure", "560", "guru", "count")
    assert (quote.stage, quote.value, quote.person, quote.position, quote.date) == (
        "quote",
        "Kami siap",
        "Supriyanto",
        "Bupati",
        "2025-11-12",
    )
    assert {(row.outlet, row.title, row.published_at) for row in facts(ROWS)} == {
        ("Harian Musi", "Pelatihan", "2025-11-12")
    }


def test_every_fact_stands_in_its_sentence() -> None:
    for row in facts(ROWS):
        assert TEXT[row.start_char : row.end_char] == row.text
        assert row.text in row.sentence_text


def test_references_to_no_calendar_date_are_no_facts() -> None:
    assert "a:d2" not in {row.row_id for row in facts(ROWS)}


def test_an_unnamed_speaker_is_named_as_written() -> None:
    quote = schema.Quote(
        quote_id="a:q1",
        sentence_id="a:s3",
        start_char=59,
        end_char=71,
        text="“Kami siap,”",
        content="Kami siap",
        kind="direct",
        speaker_text="dinas itu",
        attribution="explicit",
        attribution_rule="other_speaker",
        **SHARED,
    )
    (row,) = facts({"articles": ROWS["articles"], "quotes": [quote]})
    assert (row.person, row.entity_id, row.sentence_text) == ("dinas itu", None, "“Kami siap,”")


def test_without_an_article_there_are_no_facts() -> None:
    assert facts({}) == []
