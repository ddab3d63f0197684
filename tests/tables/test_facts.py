"""The flat view: a row for each date, role, figure and quote, with its sentence."""

from pipeline.tables.facts import facts
from tests.invented_rows import quote, rows

ROWS = rows(outlet="Harian Pantura", title="Pelatihan", published_at="2025-11-12")
TEXT = ROWS["articles"][0].text
SAID = "“Kami siap,”"


def test_facts_in_text_order_with_what_each_stage_knows() -> None:
    role, day, figure, said = facts(ROWS)
    assert [row.row_id for row in (role, day, figure, said)] == ["a:r1", "a:d1", "a:f1", "a:q1"]
    assert (role.stage, role.person, role.entity_id, role.position, role.region_code) == (
        "role",
        "Rudi Hartono",
        "p1",
        "Wali Kota",
        "33.76",
    )
    assert (day.stage, day.value, day.date, day.kind) == ("date", "2025-11-12", "2025-11-12", "DATE")
    assert (figure.stage, figure.value, figure.unit, figure.kind) == ("figure", "560", "guru", "count")
    assert (said.stage, said.value, said.person, said.position, said.date) == (
        "quote",
        "Kami siap",
        "Rudi Hartono",
        "Wali Kota",
        "2025-11-12",
    )
    assert {(row.outlet, row.title, row.published_at) for row in facts(ROWS)} == {
        ("Harian Pantura", "Pelatihan", "2025-11-12")
    }


def test_every_fact_stands_in_its_sentence() -> None:
    for row in facts(ROWS):
        assert TEXT[row.start_char : row.end_char] == row.text
        assert row.text in row.sentence_text


def test_references_to_no_calendar_date_are_no_facts() -> None:
    assert "a:d2" not in {row.row_id for row in facts(ROWS)}


def test_an_unnamed_speaker_is_named_as_written() -> None:
    said = quote(TEXT, SAID, speaker_text="dinas itu", attribution_rule="other_speaker")
    (row,) = facts({"articles": ROWS["articles"], "quotes": [said]})
    assert (row.person, row.entity_id, row.sentence_text) == ("dinas itu", None, SAID)


def test_without_an_article_there_are_no_facts() -> None:
    assert facts({}) == []
