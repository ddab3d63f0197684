"""The pattern of many forms: longest first, at word boundaries, in the case that was asked for."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon.trie import trie

FORMS = ["Kepala", "Kepala Dinas", "Kepala Bidang", "guru", "CEO", "Pemuda dan Olahraga"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kepala Bidang GTK", "Kepala Bidang"),
        ("kepala bidang GTK", "kepala bidang"),
        ("Kepala  \n Bidang", "Kepala  \n Bidang"),
        ("Kepala Bidangan", "Kepala"),
        ("seorang guru,", "guru"),
        ("CEO baru", "CEO"),
        ("Dinas Pemuda Dan Olahraga", "Pemuda Dan Olahraga"),
        ("Kepala Dinas.", "Kepala Dinas"),
        ("Kepala Dinas Pendidikan", "Kepala"),
        ("kepala dinas yang baru", "kepala dinas"),
    ],
)
def test_finds_the_longest_form(text: str, found: str) -> None:
    match = regex.search(trie(FORMS, either_case=True, yielding={"Kepala Dinas"}), text)
    assert match is not None
    assert match[0] == found


@pytest.mark.parametrize("text", ["guru-guru", "gurunya", "KEPALA", "ceo", "perguruan", "guru2", "ke-guru-an", ""])
def test_finds_nothing(text: str) -> None:
    assert regex.search(trie(FORMS, either_case=True), text) is None


def test_keeps_to_the_case_unless_told() -> None:
    pattern = trie(["Banda Aceh"])
    assert regex.findall(pattern, "Banda Aceh, banda aceh, BANDA ACEH") == ["Banda Aceh"]
    assert regex.findall(trie(["Banda Aceh"], capitals=True), "Banda Aceh, banda aceh, BANDA ACEH") == [
        "Banda Aceh",
        "BANDA ACEH",
    ]


def test_takes_forms_literally() -> None:
    assert regex.findall(trie(["P.T.", "Ba'a (lama)", "a|b"]), "P.T. dan PXTX, Ba'a (lama), a|b") == [
        "P.T.",
        "Ba'a (lama)",
        "a|b",
    ]


@given(st.sets(st.text(st.sampled_from("abAB -"), min_size=1).filter(lambda form: form.split() != []), min_size=1))
def test_matches_each_of_its_forms(forms: set[str]) -> None:
    pattern = regex.compile(trie(forms, either_case=True))
    for form in forms:
        written = " ".join(form.split())
        match = pattern.match(written)
        if written[0].isalpha() and written[-1].isalpha():
            assert match is not None
            assert match[0] == written


@pytest.mark.parametrize("text", ["Kepala " * 20_000, "Kepala" + " " * 100_000, "K" * 100_000])
def test_stays_linear(text: str) -> None:
    assert sum(1 for _ in regex.finditer(trie(FORMS, either_case=True, yielding={"Kepala Dinas"}), text)) in (
        20_000,
        1,
        0,
    )
