"""Properties that hold on any text: offsets, determinism, no exception, time linear in length."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from pipeline.stages.figures.resolve import figures

PIECES = [
    "Rp", "US$", "1.250", "1,5", "12", "dua", "puluh", "setengah", "ratusan", "juta", "M", "persen", "%", "orang",
    "guru", "dari", "antara", "hingga", "-", "–", "(", ")", ":", ".", ",", "ke-", "kelas", "usia", "tahun",
    "sebanyak", "yang", "mencapai", "½", "Budi", "minus", "\n", " ",
]  # fmt: skip
any_text = st.one_of(
    st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join), st.lists(st.sampled_from(PIECES)).map("".join)
)


@given(any_text)
def test_offsets_lead_back_and_rows_do_not_overlap(text: str) -> None:
    last = 0
    for found in figures(text):
        assert last <= found.start_char < found.end_char <= len(text)
        assert found.text == text[found.start_char : found.end_char]
        assert found.text == found.text.strip()
        assert found.value_low <= found.value_high
        assert found.value is None or found.value_low == found.value == found.value_high
        last = found.end_char


@given(any_text)
def test_same_text_same_figures(text: str) -> None:
    assert list(figures(text)) == list(figures(text))


def grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


WRITERS = {
    "digits": str,
    "grouped": grouped,
    "words": lambda number: num2words(number, lang="id"),
    "both": lambda number: f"{grouped(number)} ({num2words(number, lang='id')})",
}


@pytest.mark.parametrize("form", WRITERS)
@given(number=st.integers(min_value=2, max_value=10**15 - 1))
def test_written_counts_read_back(form: str, number: int) -> None:
    text = f"Panitia mencatat {WRITERS[form](number)} orang hadir."
    (found,) = figures(text)
    assert (found.kind, found.value, found.unit) == ("count", number, "orang")


@given(
    cents=st.integers(min_value=1, max_value=10**11),
    scale=st.sampled_from([("", 1), (" juta", 10**6), (" triliun", 10**12)]),
)
def test_money_is_exact(cents: int, scale: tuple[str, int]) -> None:
    written = f"{cents // 100:,}".replace(",", ".") + f",{cents % 100:02d}"
    (found,) = figures(f"Anggarannya Rp {written}{scale[0]}.")
    assert found.value == Decimal(cents) * scale[1] / 100


HOSTILE = {
    "digits": "9" * 100_000,
    "grouped digits": "1.000." * 20_000,
    "digits apart": "12 " * 10_000,
    "opening brackets": "(" * 100_000,
    "bracketed digits": "(1" * 20_000,
    "ordinals": "ke-" * 30_000,
    "number words": "dua puluh " * 10_000,
    "koma": "satu koma " * 10_000,
    "symbols": "Rp " * 30_000,
    "ranges": "1-" * 30_000,
    "shares": "1 dari " * 15_000,
    "nouns": "2 guru " + "guru " * 20_000,
    "counted nouns": "2 guru " * 5_000,
    "cues": "sekitar " * 15_000 + "5 guru",
    "lists": "Pasal " + "1, " * 5_000 + "2 guru",
    "hyphens": "guru-" * 20_000,
    "spaces": "5" + " " * 100_000 + "guru",
    "letters": "a" * 100_000 + " 5",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_ends(name: str) -> None:
    for found in figures(HOSTILE[name]):
        assert HOSTILE[name][found.start_char : found.end_char] == found.text
