"""Stanza itself with the models of ``models/stanza``."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from models.evaluate import name_scores, own_persons
from pipeline.extraction import STAGES
from pipeline.language.backends.stanza import BackendError, load_stanza

NLP = load_stanza()
PERSONS_AT_LEAST = 85.0
"""F1 in percent."""
TEXT = (
    "KUDUS – Kepala Dinas Pendidikan Kudus, Dra. Ratna Dewi, M.Si., membuka pelatihan guru di Jakarta, Rabu.\n\n"
    "“Rumahnya dekat   dari sekolah,” kata Hendra Wijaya.\n"
)


@pytest.fixture(scope="module")
def pipeline() -> Language:
    """All stages behind Stanza."""
    nlp = load_stanza()
    for stage in STAGES:
        nlp.add_pipe(f"berita_{stage}")
    return nlp


def test_the_text_stays() -> None:
    doc = NLP(TEXT)
    assert doc.text == TEXT
    assert all(TEXT[token.idx : token.idx + len(token)] == token.text for token in doc)


@pytest.mark.parametrize(
    ("name", "label"),
    [("Ratna Dewi", "PER"), ("Hendra Wijaya", "PER"), ("Jakarta", "LOC")],
)
def test_names(name: str, label: str) -> None:
    start = TEXT.index(name)
    assert (start, start + len(name), label) in {(e.start_char, e.end_char, e.label_) for e in NLP(TEXT).ents}


@pytest.mark.parametrize(
    ("word", "tag"), [("guru", "NOUN"), ("membuka", "VERB"), ("di", "ADP"), ("Ratna", "PROPN"), (".", "PUNCT")]
)
def test_parts_of_speech(word: str, tag: str) -> None:
    assert next(token.pos_ for token in NLP(TEXT) if token.text == word) == tag


def test_a_multiword_token_stays_one_token() -> None:
    token = next(token for token in NLP(TEXT) if token.text == "Rumahnya")
    assert (token.idx, token.pos_) == (TEXT.index("Rumahnya"), "NOUN")


def test_stages_run_on_it(pipeline: Language) -> None:
    doc = pipeline(TEXT)
    assert {person.name for person in doc._.persons} == {"Ratna Dewi", "Hendra Wijaya"}
    assert [quote.content for quote in doc._.quotes] == ["Rumahnya dekat   dari sekolah"]


def test_the_same_text_gives_the_same() -> None:
    first, second = ([(t.text, t.pos_, t.ent_type_) for t in NLP(TEXT)] for _ in range(2))
    assert first == second


def test_persons_of_our_own_sentences() -> None:
    scores = name_scores(NLP, [example for _, example in own_persons()])
    assert scores["PER"] >= PERSONS_AT_LEAST


@settings(max_examples=25)
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=80))
def test_any_text_stays(text: str) -> None:
    assert NLP(text).text == text


@pytest.mark.parametrize(
    "text", ["1" * 20_000, "(" * 20_000, "guru " * 4_000, "a" * 20_000, "\n" * 100_000, "“" * 5_000]
)
def test_a_long_text_runs_through(text: str) -> None:
    assert NLP(text).text == text


def test_a_directory_without_models_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(BackendError, match="no Indonesian Stanza models"):
        load_stanza(tmp_path)
