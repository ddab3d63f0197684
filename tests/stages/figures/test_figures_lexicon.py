"""The quantity lexicon does what it says: each entry's example reaches the entry."""

from __future__ import annotations

import pytest

from pipeline.lexicon import read
from pipeline.lexicon.quantities import (
    Classifier,
    CompoundNoun,
    Currency,
    FigureCue,
    FixedPhrase,
    PhraseWord,
    QuantityCue,
    Unit,
    Vague,
)
from pipeline.stages.figures.resolve import figures


@pytest.mark.parametrize("entry", read("units", Unit), ids=lambda entry: entry.symbol)
def test_units(entry: Unit) -> None:
    written = [f"Tercatat 20 {form} di sana." for form in (*entry.glued, *entry.words)]
    for text in (entry.example, *written):
        (found,) = figures(text)
        assert (found.kind, found.unit) == (entry.kind, entry.symbol), text


@pytest.mark.parametrize("entry", read("currencies", Currency), ids=lambda entry: entry.code)
def test_currencies(entry: Currency) -> None:
    before = [f"Nilainya {symbol} 20 ribu." for symbol in entry.symbols]
    behind = [f"Nilainya 20 ribu {word}." for word in entry.words]
    for text in (entry.example, *before, *behind):
        (found,) = figures(text)
        assert (found.kind, found.currency) == ("money", entry.code), text


@pytest.mark.parametrize("entry", read("classifiers", Classifier), ids=lambda entry: entry.word)
def test_classifiers(entry: Classifier) -> None:
    for form in (entry.word, *entry.variants):
        (found,) = figures(f"Tercatat 20 {form} di sana.")
        assert found.unit == entry.word


@pytest.mark.parametrize("entry", read("vague_numbers", Vague), ids=lambda entry: entry.word)
def test_vague_numbers(entry: Vague) -> None:
    (found,) = figures(entry.example)
    assert (found.value_low, found.value_high) == (entry.low, entry.high)


@pytest.mark.parametrize("entry", read("quantity_cues", QuantityCue), ids=lambda entry: entry.cue)
def test_quantity_cues(entry: QuantityCue) -> None:
    (found,) = figures(entry.example)
    assert found.modifier == entry.modifier
    assert found.text == "20 orang"


@pytest.mark.parametrize(
    "entry",
    [entry for entry in read("figure_cues", FigureCue) if entry.kind in ("name", "time")],
    ids=lambda entry: entry.word,
)
def test_name_and_time_cues_make_no_count(entry: FigureCue) -> None:
    for form in (entry.word, *entry.variants):
        assert [found.text for found in figures(f"mereka menyebut {form} 3 sekolah itu") if found.kind == "count"] == []


@pytest.mark.parametrize(
    "entry",
    [entry for entry in read("figure_cues", FigureCue) if entry.kind in ("age", "score", "ordinal")],
    ids=lambda entry: entry.word,
)
def test_kind_cues(entry: FigureCue) -> None:
    (found,) = figures(entry.example)
    assert found.kind == entry.kind


@pytest.mark.parametrize("entry", read("phrase_words", PhraseWord), ids=lambda entry: entry.word)
def test_phrase_words(entry: PhraseWord) -> None:
    found = next(figures(entry.example))
    assert {
        "stop": found.text == "20 siswa",
        "noun": found.counted == entry.word.removesuffix("nya"),
        "total": found.counted == "guru",
    }[entry.part]


@pytest.mark.parametrize("entry", read("compound_nouns", CompoundNoun), ids=lambda entry: entry.phrase)
def test_compound_nouns(entry: CompoundNoun) -> None:
    (found,) = figures(entry.example)
    assert (found.unit, found.counted) == (entry.head or entry.phrase, entry.phrase)


@pytest.mark.parametrize("entry", read("fixed_phrases", FixedPhrase), ids=lambda entry: entry.phrase)
def test_fixed_phrases(entry: FixedPhrase) -> None:
    assert list(figures(entry.example)) == []
