from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from pipeline.language.backends.align import Name, Token, to_doc

VOCAB = Vocab()
TEXT = "Bupati Ratna Dewi, M.Si., hadir.\n\nIa  pulang."


def words(text: str, *tokens: Token) -> list[str]:
    return [token.text for token in to_doc(VOCAB, text, tokens)]


@pytest.mark.parametrize(
    ("text", "tokens", "expected"),
    [
        pytest.param("rumahnya dekat", [Token(0, 8), Token(9, 14)], ["rumahnya", "dekat"], id="as-given"),
        pytest.param("dekat.", [Token(0, 5), Token(5, 6)], ["dekat", "."], id="no-space-between"),
        pytest.param("a  b", [Token(0, 1), Token(3, 4)], ["a", " ", "b"], id="two-spaces"),
        pytest.param("a\nb", [Token(0, 1), Token(2, 3)], ["a", "\n", "b"], id="line-break"),
        pytest.param("  a ", [Token(2, 3)], ["  ", "a"], id="space-at-the-edges"),
        pytest.param("1 000 guru", [Token(0, 5), Token(6, 10)], ["1 000", "guru"], id="space-inside-a-token"),
        pytest.param("kata dia lagi", [Token(0, 4), Token(9, 13)], ["kata", "dia", "lagi"], id="left-out"),
        pytest.param("kata dia lagi", [], ["kata", "dia", "lagi"], id="nothing-given"),
        pytest.param("kata dia", [Token(0, 4), Token(2, 8)], ["kata", "dia"], id="over-its-predecessor"),
        pytest.param("kata dia", [Token(0, 4), Token(5, 99)], ["kata", "dia"], id="behind-the-end"),
        pytest.param("kata dia", [Token(-3, 4), Token(5, 8)], ["kata", "dia"], id="before-the-start"),
        pytest.param("kata dia", [Token(4, 4), Token(4, 2)], ["kata", "dia"], id="empty"),
        pytest.param("", [], [], id="no-text"),
        pytest.param(" \n ", [], [" \n "], id="white-space-only"),
    ],
)
def test_tokens(text: str, tokens: list[Token], expected: list[str]) -> None:
    doc = to_doc(VOCAB, text, tokens)
    assert [token.text for token in doc] == expected
    assert doc.text == text


def test_one_bad_token_costs_one_token() -> None:
    right = [Token(0, 6, "NOUN"), Token(7, 12, "PROPN"), Token(13, 17, "PROPN"), Token(17, 18, "PUNCT")]
    bad = [*right[:1], Token(3, 12, "VERB"), *right[2:]]
    assert [(token.text, token.pos_) for token in to_doc(VOCAB, TEXT[:18], bad)] == [
        ("Bupati", "NOUN"),
        ("Ratna", ""),
        ("Dewi", "PROPN"),
        (",", "PUNCT"),
    ]


@pytest.mark.parametrize(("tag", "expected"), [("NOUN", "NOUN"), ("", ""), ("PRED", "X"), ("SPACE", "X")])
def test_parts_of_speech(tag: str, expected: str) -> None:
    token = to_doc(VOCAB, "guru", [Token(0, 4, tag)])[0]
    assert (token.pos_, token.tag_) == (expected, expected)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("PER", "PER"),
        ("PERSON", "PER"),
        ("ORGANISATION", "ORG"),
        ("ORGANIZATION", "ORG"),
        ("GPE", "LOC"),
        ("PLACE", "LOC"),
        ("LOC", "LOC"),
        ("MISC", None),
        ("DATE", None),
    ],
)
def test_labels(label: str, expected: str | None) -> None:
    doc = to_doc(VOCAB, TEXT, [Token(7, 12), Token(13, 17)], [Name(7, 17, label)])
    found = [(name.start_char, name.end_char, name.label_) for name in doc.ents]
    assert found == ([] if expected is None else [(7, 17, expected)])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param(Name(7, 15, "PER"), ["Ratna"], id="cuts-its-last-token"),
        pytest.param(Name(9, 17, "PER"), ["Dewi"], id="cuts-its-first-token"),
        pytest.param(Name(8, 11, "PER"), [], id="inside-one-token"),
        pytest.param(Name(17, 7, "PER"), [], id="backwards"),
        pytest.param(Name(7, 999, "PER"), [], id="behind-the-end"),
    ],
)
def test_names_that_do_not_fall_on_tokens(name: Name, expected: list[str]) -> None:
    tokens = [Token(0, 6), Token(7, 12), Token(13, 17), Token(17, 18)]
    assert [found.text for found in to_doc(VOCAB, TEXT, tokens, [name]).ents] == expected


def test_of_two_names_that_overlap_the_longer_stays() -> None:
    tokens = [Token(0, 6), Token(7, 12), Token(13, 17)]
    doc = to_doc(VOCAB, TEXT, tokens, [Name(0, 12, "ORG"), Name(7, 17, "PER"), Name(13, 17, "PER")])
    assert [(name.text, name.label_) for name in doc.ents] == [("Bupati Ratna", "ORG"), ("Dewi", "PER")]


offsets = st.integers(-3, 30)
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=25)


@given(
    texts,
    st.lists(st.builds(Token, offsets, offsets, st.sampled_from(["NOUN", "", "?"]))),
    st.lists(st.builds(Name, offsets, offsets, st.sampled_from(["PER", "GPE", "?"]))),
)
def test_the_text_stays_whatever_the_offsets(text: str, tokens: list[Token], names: list[Name]) -> None:
    doc = to_doc(VOCAB, text, tokens, names)
    assert doc.text == text
    assert all(token.text == text[token.idx : token.idx + len(token)] for token in doc)
    assert all(name.text == text[name.start_char : name.end_char] for name in doc.ents)


@given(texts, st.integers(1, 5))
def test_tokens_that_cover_the_text_come_back(text: str, size: int) -> None:
    tokens, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        tokens += [Token(start, min(start + size, at + len(word))) for start in range(at, at + len(word), size)]
        at += len(word)
    assert [token.text for token in to_doc(VOCAB, text, tokens) if token.text.strip()] == [
        text[token.start : token.end] for token in tokens
    ]


@pytest.mark.parametrize("text", ["1" * 100_000, "(" * 100_000, "guru " * 20_000, " " * 100_000, "\n" * 100_000])
def test_a_long_text_runs_through(text: str) -> None:
    assert to_doc(VOCAB, text, [Token(at, at + 1) for at in range(0, len(text), 2)]).text == text
