"""What holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import Indonesian
from pipeline.stages.people.find import find
from pipeline.stages.people.resolve import resolve

WORDS = "Dra. Ratna Wibowo, M.Pd. Bupati OKI kata ( ) , “ ” H. X guru Sleman Universitas Kepala Dinas ujar"
PIECES = st.sampled_from([*WORDS.split(), "\n"])
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join))


@given(TEXTS)
def test_offsets_round_trip(text: str) -> None:
    end = 0
    for name in (resolve(text, candidate) for candidate in find(text)):
        assert end <= name.start <= name.name_start < name.name_end <= name.end <= len(text)
        assert text[name.name_start : name.name_end] == name.name
        end = name.end


@given(TEXTS)
def test_same_text_same_names(text: str) -> None:
    assert find(text) == find(text)


@pytest.mark.parametrize(
    "unit", ["1", "(", "“", "A", "A.", "Aa ", "Dr. ", "Ratna, ", "Bupati ", "Kepala Dinas A, ", "S.Pd., ", "A-", "’"]
)
def test_hostile_texts_come_to_an_end(unit: str) -> None:
    find(unit * 20_000)


def test_component_reads_the_model_as_one_more_evidence() -> None:
    nlp = Indonesian()
    nlp.add_pipe("berita_people")
    doc = nlp.make_doc("Buku itu ditulis oleh Zwxv Qprst sejak lama.")
    doc.ents = (doc.char_span(22, 32, label="PER"),)  # type: ignore[assignment]
    (name,) = nlp(doc)._.names
    assert (name.name, name.rule, name.start, name.end) == ("Zwxv Qprst", "model", 22, 32)
    assert [span.label_ for span in doc.spans["people"]] == ["PERSON"]
