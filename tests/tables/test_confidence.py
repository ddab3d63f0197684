"""Rows below a confidence left out, and nothing that points at them."""

from __future__ import annotations

import pytest

from pipeline import Tables, extract

TEXTS = [
    "KAYUAGUNG – Bupati OKI, Supriyanto, menutup pelatihan 560 guru, Rabu (12/11/2025). “Kami siap,” kata dia.",
    "Menurut Rahmat, ratusan siswa hadir. Ia menyebut acara itu digelar kemarin. “Bagus,” ujarnya.",
]
KEYS = {"dates": "date_id", "persons": "person_id", "roles": "role_id", "figures": "figure_id", "quotes": "quote_id"}
REFERENCES = [
    ("person_mentions", "person_id", "persons"),
    ("roles", "person_id", "persons"),
    ("quotes", "speaker_id", "persons"),
    ("quotes", "speaker_role_id", "roles"),
    ("quotes", "date_id", "dates"),
]


@pytest.fixture(scope="module")
def whole() -> Tables:
    return extract(TEXTS, profile="fast")


@pytest.mark.parametrize("minimum", [0.5, 0.8, 0.9, 0.95, 1.0])
def test_exactly_the_rows_below_are_left_out(minimum: float, whole: Tables) -> None:
    found = extract(TEXTS, profile="fast", min_confidence=minimum)
    for name, key in KEYS.items():
        table = whole[name]
        assert found[name][key].tolist() == table.loc[table["confidence"] >= minimum, key].tolist()
    for name, column, target in REFERENCES:
        pointed = set(found[name][column].dropna())
        assert pointed <= set(found[target][KEYS[target]])
    assert (found.facts["confidence"] >= minimum).all()
    assert set(found.entities["entity_id"]) == set(found.persons["entity_id"].dropna())


def test_what_was_said_stays_where_the_speaker_is_in_doubt(whole: Tables) -> None:
    doubtful = whole.persons["confidence"].min() + 0.001
    found = extract(TEXTS, profile="fast", min_confidence=doubtful)
    assert len(found.persons) < len(whole.persons)
    assert found.person_mentions["person_id"].isna().sum() > whole.person_mentions["person_id"].isna().sum()
    assert len(found.person_mentions) == len(whole.person_mentions)
