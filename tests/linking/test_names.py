"""Which written names can be one person's."""

from __future__ import annotations

import pytest

from pipeline.linking.names import is_person, is_variant

VARIANTS = [
    ("Ratna W.", "Ratna Wulandari"),
    ("Ratna Wulandari", "Ratna Sri Wulandari"),
    ("Wulandari", "Ratna Wulandari"),
    ("M. Nuh", "Mohammad Nuh"),
    ("Moh. Arifin", "Muhammad Arifin"),
    ("Abdul Mu'ti", "Abdul Mu’ti"),
    ("Abdul Muti", "Abdul Mu'ti"),
    ("Nasaruddin Umar", "Nazaruddin Umar"),
    ("Sony Sanjaya", "Sony Sonjaya"),
    ("Jokowi", "Joko Widodo"),
    ("Tom Lembong", "Thomas Trikasih Lembong"),
    ("Emil", "Ridwan Kamil"),
]


@pytest.mark.parametrize(("one", "other"), VARIANTS)
def test_forms_of_one_name(one: str, other: str) -> None:
    assert is_variant(one, other)
    assert is_variant(other, one)


NO_VARIANTS = [
    ("Budi Santoso", "Budi Setiawan"),
    ("Siti Aminah", "Siti Aisyah"),
    ("Wulandari Ratna", "Ratna Wulandari"),
    ("Andi Wijaya", "Andre Wijaya"),
    ("Hadi Prayitno", "Hadi Prayitno Jr"),
    ("Sri Lestari", "Sri Lestari-Bagus Pamungkas"),
    ("Eko", "Eka"),
]


@pytest.mark.parametrize(("one", "other"), NO_VARIANTS)
def test_names_of_two_people(one: str, other: str) -> None:
    assert not is_variant(one, other)
    assert not is_variant(other, one)


@pytest.mark.parametrize(
    "name", ["Real Madrid", "Tel Aviv", "Putra Mahkota", "Prabowo-Gibran", "RUU Perampasan", "TJSL Tirta", "TJSL PLN"]
)
def test_what_only_looks_like_a_name(name: str) -> None:
    assert not is_person(name)


@pytest.mark.parametrize(
    "name", ["Ratna Wulandari", "RATNA WULANDARI", "BJ Habibie", "TGB. Zainul", "Muchendi", "Al Rumi"]
)
def test_what_is_a_name(name: str) -> None:
    assert is_person(name)
