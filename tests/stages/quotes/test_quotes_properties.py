"""What holds on any text, and the spaCy component."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quote_cases import quotes

from pipeline.language import Indonesian
from pipeline.lexicon import read
from pipeline.lexicon.cues import Cue
from pipeline.stages.quotes.patterns import FORMS

PIECES = st.sampled_from(
    [
        "“", "”", '"', "'", ",", ".", "\n", ":", "(", ")", "kata", "ujarnya", "Ratna", "dia", "mengatakan", "bahwa",
        "agar", "Menurut", "menurutnya", "kelas sudah dibuka", "yang", "dan", "Senin (3/11)", "saat dihubungi",
        "Bupati Kudus", "meminta", "tidak", "bertajuk", "5", "disampaikan", "pihaknya",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES).map("".join))


@given(TEXTS)
def test_offsets_lie_in_the_text_and_in_order(text: str) -> None:
    found = quotes(text)
    assert [(q.start, q.end) for q in found] == sorted((q.start, q.end) for q in found)
    for quote in found:
        assert 0 <= quote.start < quote.end <= len(text)
        assert quote.content in text[quote.start : quote.end]
        assert (quote.cue is None) == (quote.cue_start is None) == (quote.cue_lemma is None)
        if quote.cue_start is not None:
            assert text[quote.cue_start : quote.cue_end] == quote.cue
        assert (quote.speaker_start is None) == (quote.attribution in ("clitic", "continued", "none"))
        assert quote.setting is None or quote.setting in text


@given(TEXTS)
def test_direct_quotes_do_not_overlap(text: str) -> None:
    direct = [quote for quote in quotes(text) if quote.kind == "direct"]
    assert all(a.end <= b.start for a, b in pairwise(direct))


@given(TEXTS)
def test_same_text_same_quotes(text: str) -> None:
    assert quotes(text) == quotes(text)


UNITS = [
    "1", "(", '"', "“", "”", "“A ", ", kata Budi", ", ujarnya", "mengatakan ", "Budi mengatakan ", "menurut ", "yang ",
    "Budi, ", ",” kata ", "Ratna mengatakan bahwa A dan menambahkan bahwa ", "kata Budi, “Kami siap,” ", " saat ",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_takes_time_in_proportion_to_length(unit: str) -> None:
    assert isinstance(quotes(unit * (100_000 // len(unit))), tuple)


@pytest.mark.parametrize("entry", read("cues", Cue), ids=lambda entry: entry.lemma)
def test_every_form_of_a_cue_leads_to_its_lemma(entry: Cue) -> None:
    assert {FORMS[form].entry.lemma for form in entry.forms} == {entry.lemma}


@pytest.mark.parametrize("lemma", [entry.lemma for entry in read("cues", Cue) if entry.stem == "postposed"])
def test_every_postposed_stem_attributes_a_quote(lemma: str) -> None:
    found = quotes(f"“Kelas kami sudah dibuka lagi,” {lemma} Ratna.")
    assert [(quote.cue_lemma, quote.attribution) for quote in found] == [(lemma, "explicit")]


@pytest.mark.parametrize("entry", [e for e in read("cues", Cue) if e.complement == "always"], ids=lambda e: e.lemma)
def test_every_verb_of_saying_reports_an_unmarked_clause(entry: Cue) -> None:
    active = next(form for form in entry.forms if FORMS[form].voice == "active")
    found = quotes(f"Seorang guru {active} kelasnya belum dibuka.")
    assert [(quote.cue_lemma, quote.content) for quote in found] == [(entry.lemma, "kelasnya belum dibuka")]


def test_component_writes_mentions_and_spans() -> None:
    nlp = Indonesian()
    nlp.add_pipe("berita_quotes")
    doc = nlp("“Kelas dibuka,” kata Ratna. Ia berharap agar murid segera masuk.")
    assert [quote.kind for quote in doc._.quote_mentions] == ["direct", "indirect"]
    assert [(span.text, span.label_) for span in doc.spans["quotes"]] == [
        ("“Kelas dibuka,”", "direct"),
        ("murid segera masuk", "indirect"),
    ]


def test_component_takes_names_without_their_titles() -> None:
    nlp = Indonesian()
    for stage in ("people", "roles", "quotes"):
        nlp.add_pipe(f"berita_{stage}")
    doc = nlp("“Kelas dibuka,” kata Kepala SMP Negeri 2 Kudus, Dra. Ratna Dewi, M.Pd., saat ditemui.")
    quote = doc._.quote_mentions[0]
    assert doc.text[quote.speaker_start : quote.speaker_end] == "Ratna Dewi"
    assert quote.setting == "saat ditemui"
