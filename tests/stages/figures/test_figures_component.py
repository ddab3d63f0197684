"""The spaCy component: rows, spans, and what it leaves to the dates stage."""

from __future__ import annotations

from dataclasses import replace

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline import schema

TEXT = "Pelatihan diikuti 560 orang guru.\nBiayanya Rp 1,5 juta. Budi berusia 45 tahun."


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = spacy.blank("ind")
    made.add_pipe("berita_figures")
    return made


def dated(nlp: Language, text: str, written: str) -> Doc:
    """`text` with `written` marked by an earlier stage as a duration."""
    doc = nlp.make_doc(text)
    start = text.index(written)
    row = schema.Date(
        date_id="a:d1",
        article_id="a",
        sentence_id="a:s1",
        start_char=start,
        end_char=start + len(written),
        text=written,
        type="DURATION",
        value="PXY",
        anchor="none",
        rule="test",
        confidence=1.0,
    )
    doc._.dates = (row, replace(row, start_char=len(text), end_char=len(text)))
    return nlp(doc)


def test_rows_are_numbered_in_text_order(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc._.article_id = "kabar-1"
    rows = nlp(doc)._.figures
    assert [row.figure_id for row in rows] == ["kabar-1:f1", "kabar-1:f2", "kabar-1:f3"]
    assert [row.sentence_id for row in rows] == ["kabar-1:s1", "kabar-1:s2", "kabar-1:s3"]
    assert [row.text for row in rows] == ["560 orang guru", "Rp 1,5 juta", "45 tahun"]


def test_spans_carry_the_kind(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [(span.text, span.label_) for span in doc.spans["figures"]] == [
        ("560 orang guru", "count"),
        ("Rp 1,5 juta", "money"),
        ("45 tahun", "age"),
    ]


def test_a_number_in_a_date_is_no_figure(nlp: Language) -> None:
    text = "Sebanyak 20 guru hadir pada edisi 3 windu lalu, 12 orang pulang."
    assert [row.text for row in dated(nlp, text, "20 guru")._.figures] == ["12 orang"]


def test_an_age_stays_one_where_the_dates_stage_saw_a_duration(nlp: Language) -> None:
    (row,) = dated(nlp, "Budi berusia 45 tahun.", "45 tahun")._.figures
    assert (row.kind, row.value, row.text) == ("age", 45, "45 tahun")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Tidak ada angka di sini."])
def test_no_number_no_rows(nlp: Language, text: str) -> None:
    assert nlp(text)._.figures == ()
