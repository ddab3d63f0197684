"""Numerals in digits and words."""

from __future__ import annotations

from decimal import Decimal

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from pipeline.language.numbers import DIGITS, FRACTION, WORDS, parse, parse_digits, parse_fraction, parse_words
from pipeline.lexicon import Numeral, read

VALUES = {
    "0": "0",
    "403": "403",
    "1.250": "1250",
    "1.250,75": "1250.75",
    "1,5": "1.5",
    "2.5": "2.5",
    "0,25": "0.25",
    "0.125": "0.125",
    "1,250,000": "1250000",
    "1,234.56": "1234.56",
    "1½": "1.5",
    "12 ribu": "12000",
    "12rb": "12000",
    "1,5 juta": "1500000",
    "1.5 jt": "1500000",
    "2 miliar": "2000000000",
    "2 milyar": "2000000000",
    "5 M": "5000000000",
    "5 T": "5000000000000",
    "20 million": "20000000",
    "10.402 triliun": "10402000000000000",
    "14 ribu triliun": "14000000000000000",
    "2 juta 500 ribu": "2500000",
    "nol": "0",
    "sebelas": "11",
    "limabelas": "15",
    "lima belas": "15",
    "duapuluh satu": "21",
    "seratus dua puluh lima ribu": "125000",
    "seribu lima ratus": "1500",
    "satu juta dua ratus ribu tiga": "1200003",
    "dua ribu triliun": "2000000000000000",
    "sejuta": "1000000",
    "tiga koma lima": "3.5",
    "nol koma dua lima": "0.25",
    "tiga koma dua puluh lima": "3.25",
    "tiga koma lima juta": "3500000",
    "satu setengah juta": "1500000",
    "dua setengah": "2.5",
    "setengah juta": "500000",
    "seperempat juta": "250000",
    "Dua Puluh": "20",
    "dua  puluh\nlima": "25",
}


@pytest.mark.parametrize(("text", "value"), VALUES.items())
def test_value(text: str, value: str) -> None:
    parsed = parse(text)
    assert parsed == Decimal(value)
    assert "E" not in str(parsed)


MALFORMED = [
    "", "ribu", "juta", "puluh", "belas", "dua tiga", "dua puluh lima lima", "dua puluh lima ratus",
    "lima ratus ribu juta ribu", "dua puluh nol", "koma", "koma lima", "tiga koma", "lima koma juta", "5 m", "2 guru",
    "1,5 juta 2", "500 2 juta", "2 ribu 3 juta", "sepuluh sebelas", "seratus ratus", "guru", "setengah guru",
    "dua seribu", "nol ribu",
]  # fmt: skip


@pytest.mark.parametrize("text", MALFORMED)
def test_no_number(text: str) -> None:
    assert parse(text) is None


FRACTIONS = {
    "setengah": "0.5",
    "separuh": "0.5",
    "sepertiga": "0.3333",
    "seperempat": "0.25",
    "dua pertiga": "0.6667",
    "dua per tiga": "0.6667",
    "Tiga perempat": "0.75",
    "¾": "0.75",
}


@pytest.mark.parametrize(("text", "value"), FRACTIONS.items())
def test_fraction(text: str, value: str) -> None:
    assert regex.fullmatch(FRACTION, text, regex.IGNORECASE)
    assert parse_fraction(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "pertiga", "satu dua", "setengah juta", "guru"])
def test_no_fraction(text: str) -> None:
    assert parse_fraction(text) is None


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_words_read_back(number: int) -> None:
    words = num2words(number, lang="id")
    assert regex.fullmatch(WORDS, words)
    assert parse_words(words) == number


@given(st.integers(min_value=0, max_value=10**17), st.integers(min_value=0, max_value=4))
def test_digits_read_back(number: int, places: int) -> None:
    value = Decimal(number).scaleb(-places)
    written = f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))
    assert regex.fullmatch(DIGITS, written)
    assert parse_digits(written) == value


@given(
    st.decimals(min_value=Decimal("0.01"), max_value=999, places=2),
    st.sampled_from(["ribu", "juta", "miliar", "triliun"]),
)
def test_scales_multiply_exactly(value: Decimal, scale: str) -> None:
    factor = next(entry.value for entry in read("numerals", Numeral) if entry.word == scale)
    assert parse(f"{value:f} {scale}".replace(".", ",")) == value * factor


@given(st.text())
def test_any_text_is_read_or_declined(text: str) -> None:
    assert parse(text) == parse(text)
    assert parse_fraction(text) == parse_fraction(text)


@pytest.mark.parametrize("text", ["9" * 100_000, "dua " * 20_000, "1." * 50_000, "koma " * 20_000, "juta " * 20_000])
def test_hostile_text_ends(text: str) -> None:
    assert parse(text) is None or text.isdigit()


@pytest.mark.parametrize("entry", read("numerals", Numeral), ids=lambda entry: entry.word)
def test_lexicon_examples(entry: Numeral) -> None:
    match = regex.search(WORDS, entry.example)
    assert match is not None
    assert entry.word in match[0]
    assert parse_words(match[0]) is not None
