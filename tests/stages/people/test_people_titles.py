"""Titles, degrees and what they say of gender."""

from __future__ import annotations

import pytest

from tests.stages.people.conftest import Names

PARTS = [
    ("Dra. Ratna Wibowo, M.Ikom., hadir.", (None, "Dra.", "Ratna Wibowo", "M.Ikom.", "female")),
    ("Prof. Dr. Ir. Rizal Tandi, M.Eng., Ph.D., hadir.", (None, "Prof. Dr. Ir.", "Rizal Tandi", "M.Eng. Ph.D.", None)),
    ("H. Mahyuni Rusdian, S.Pd, M.M hadir.", ("H.", None, "Mahyuni Rusdian", "S.Pd M.M", "male")),
    ("AKBP Hj. Ratna Wibowo, S.I.K., hadir.", ("Hj.", "AKBP", "Ratna Wibowo", "S.I.K.", "female")),
    ("Ratna Wibowo SPd MSi hadir.", (None, None, "Ratna Wibowo", "SPd MSi", None)),
    ("Ibu Sri Lestari hadir.", ("Ibu", None, "Sri Lestari", None, "female")),
    ("Komisaris Besar Polisi Bagus Prakoso hadir.", (None, "Komisaris Besar Polisi", "Bagus Prakoso", None, None)),
    ("Letkol (Inf) Bagus Prakoso hadir.", (None, "Letkol (Inf)", "Bagus Prakoso", None, None)),
    ("Bagus Prakoso, Sp.PD-KGEH, hadir.", (None, None, "Bagus Prakoso", "Sp.PD-KGEH", None)),
    ("Eulis Komariah S.IP. M.Si hadir.", (None, None, "Eulis Komariah", "S.IP. M.Si", None)),
]


@pytest.mark.parametrize(("text", "parts"), PARTS, ids=[text for text, _ in PARTS])
def test_parts(names_of: Names, text: str, parts: tuple[str | None, ...]) -> None:
    (name,) = names_of(text)
    assert (name.honorific, name.pre_title, name.name, name.post_title, name.gender) == parts


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("“Siap,” ujar mahasiswi Dewi Anggraini (20).", "female"),
        ("Ia datang bersama suaminya, Bambang Wijanarko.", "male"),
        ("Ia datang bersama istri Bambang Wijanarko.", None),
    ],
)
def test_gender_is_stated_by_a_noun_before_the_name(names_of: Names, text: str, gender: str | None) -> None:
    assert [name.gender for name in names_of(text)] == [gender]


@pytest.mark.parametrize("text", ["“Siap,” kata Dewi.", "Prof. Putri Ayu hadir.", "Dr. Bambang hadir."])
def test_gender_is_never_guessed_from_a_name(names_of: Names, text: str) -> None:
    assert [name.gender for name in names_of(text)] == [None]
