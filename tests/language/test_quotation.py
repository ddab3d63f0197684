"""Quotation marks: every glyph and habit of pairing, and what a missing or misplaced mark costs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.quotation import pairs

PAIRED = [
    ("“Kami siap,” ujarnya.", ["“Kami siap,”"]),
    ('"Kami siap," ujarnya.', ['"Kami siap,"']),
    ("”Kami siap,” ujarnya.", ["”Kami siap,”"]),
    ("«Kami siap,» ujarnya.", ["«Kami siap,»"]),
    ("„Kami siap,” ujarnya.", ["„Kami siap,”"]),
    ("‘‘Kami siap,’’ ujarnya.", ["‘‘Kami siap,’’"]),
    ("''Kami siap,'' ujarnya.", ["''Kami siap,''"]),
    ('“Kami siap," ujarnya.', ['“Kami siap,"']),
    ('"Kami siap,” ujarnya.', ['"Kami siap,”']),
    ("“Kami siap,”ujarnya.", ["“Kami siap,”"]),
    ('Guru itu berkata,"Kami siap."', ['"Kami siap."']),
    ('kata dia."Ini penting," ujarnya.', ['"Ini penting,"']),
    ('" Kami siap, " ujarnya.', ['" Kami siap, "']),
    ("“Kami siap,” kata dia. “Semua siap.”", ["“Kami siap,”", "“Semua siap.”"]),
    ("”Kami siap,” kata dia, ”besok.”", ["”Kami siap,”", "”besok.”"]),
    ("“Buku ‘Laut’ itu bagus,” katanya.", ["“Buku ‘Laut’ itu bagus,”"]),
    ("“Ia bilang “siap” tadi,” katanya.", ["“Ia bilang “siap” tadi,”"]),
    ('"Ia bilang "siap" tadi," katanya.', ['"Ia bilang "siap" tadi,"']),
    ("Acara (“Ayo Baca”) dibuka.", ["“Ayo Baca”"]),
    ("‘Kami siap,’ kata Ratna.", ["‘Kami siap,’"]),
    ("'Kami siap,' ujarnya.", ["'Kami siap,'"]),
]

MISPLACED = [
    ("Ia pulang.” Sebagai guru, kami taat aturan, “ujarnya.", ["” Sebagai guru, kami taat aturan, “"]),
    ("”Kami taat aturan, “ujarnya.", ["”Kami taat aturan, “"]),
    ("“Kami taat aturan, “ ujar Ratna.", ["“Kami taat aturan, “"]),
]

LINES = [
    ("“Kelas rusak.\nAtapnya bocor,” ujarnya.", ["“Kelas rusak.\nAtapnya bocor,”"]),
    ("“Kelas rusak.\n“Atapnya bocor,” ujarnya.", ["“Kelas rusak.", "“Atapnya bocor,”"]),
    ("“Kelas rusak, kata dia.\n“Atap bocor,” ujarnya.", ["“Kelas rusak, kata dia.", "“Atap bocor,”"]),
    ("“Satu.\nDua.\nTiga.\nEmpat.\nLima.\nEnam,” ujarnya.", ["“Satu.", "Enam,”"]),
]

UNPAIRED = [
    ("“Kelas rusak, kata dia. “Atap bocor,” ujarnya.", ["“Kelas rusak, kata dia.", "“Atap bocor,”"], [False, True]),
    ("“Kelas rusak.", ["“Kelas rusak."], [False]),
    ("Atap bocor,” ujarnya.", ["Atap bocor,”"], [True]),
    ("“Siap,” kata dia. Atap bocor,” ujarnya.", ["“Siap,”", "Atap bocor,”"], [True, True]),
]

NO_MARKS = [
    'Layar 14" dan 15,6" dijual.',
    "Ma'ruf membaca Al Qur'an setiap Jum'at.",
    "Ma’ruf dan Ni’mah hadir.",
    "Lagu 'Syukur' dinyanyikan, 'Ayah' juga.",
    "Teks yang rusak: walyumlilillaÅ¼Ä«na.",
    "Kelas ditutup.” Lalu mereka pulang.",
    "",
]


def texts(text: str) -> list[str]:
    return [text[pair.start : pair.end] for pair in pairs(text)]


@pytest.mark.parametrize(("text", "expected"), PAIRED + MISPLACED + LINES)
def test_pairs(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(("text", "expected", "closed"), UNPAIRED)
def test_a_missing_mark_costs_its_own_quotation_only(text: str, expected: list[str], closed: list[bool]) -> None:
    assert texts(text) == expected
    assert [pair.closed for pair in pairs(text)] == closed


@pytest.mark.parametrize("text", NO_MARKS)
def test_finds_no_pair(text: str) -> None:
    assert pairs(text) == ()


def test_a_lost_opening_mark_shows() -> None:
    assert [pair.opened for pair in pairs("Atap bocor,” ujarnya.\n“Kami tunggu,” ujarnya.")] == [False, True]


def test_other_paragraphs_are_untouched() -> None:
    broken = ["“Buka.", "Tutup”.", '"""', '5"', "» «", "‘‘", "””", "”, “", "''", "``"]
    sound = [f"“Kelas {number} sudah dibuka,” ujarnya." for number in range(len(broken))]
    text = "\n\n".join(part for lines in zip(broken, sound, strict=True) for part in lines)
    assert set(texts(text)) >= {f"“Kelas {number} sudah dibuka,”" for number in range(len(broken))}


MARKED = st.text(alphabet="“”\"'‘’«» ,.\nabAB5", max_size=80)


@given(MARKED)
def test_pairs_stand_in_order_and_do_not_overlap(text: str) -> None:
    found = pairs(text)
    assert all(p.start <= p.inner_start <= p.inner_end <= p.end <= len(text) for p in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text(max_size=200))
def test_never_raises_and_repeats_itself(text: str) -> None:
    assert pairs(text) == pairs(text)


@pytest.mark.parametrize("unit", ['"', "“", "”", "',", ",” kata ", "“A ", "'Abc ", "“A\n", "a'"])
def test_takes_time_in_proportion_to_length(unit: str) -> None:
    assert isinstance(pairs(unit * (100_000 // len(unit))), tuple)
