from __future__ import annotations

import pytest

from pipeline import Tables, extract
from pipeline.linking.entities import Known, is_variant, merged


def run(*texts: str) -> Tables:
    return extract(list(texts), profile="fast")


def test_one_person_in_two_articles_is_one_entity() -> None:
    tables = run(
        "Kepala Dinas Pendidikan Kabupaten Kendal, Wahyu Prasetya, hadir.",
        "Wahyu Prasetya, S.Pd., membuka lomba di Weleri.",
    )
    assert tables.persons["entity_id"].nunique() == 1
    entity = tables.entities.iloc[0]
    assert (entity["name"], entity["n_articles"], entity["positions"]) == ("Wahyu Prasetya", 2, "Kepala Dinas")


def test_a_single_name_is_one_entity_only_with_the_same_post() -> None:
    tables = run(
        "Bupati Kendal Supriyanto hadir.",
        "Bupati Kendal Supriyanto meresmikan sekolah itu.",
        "Bupati Demak Supriyanto membuka pasar.",
        '"Saya datang," kata Supriyanto.',
    )
    ids = tables.persons["entity_id"].tolist()
    assert ids[0] == ids[1] != ids[2]
    assert len(tables.entities) == 2
    assert tables.persons["entity_id"].isna().tolist() == [False, False, False, True]


VARIANTS = [
    ("Ratna W.", "Ratna Wulandari"),
    ("Ratna Wulandari", "Ratna Sri Wulandari"),
    ("Wulandari", "Ratna Wulandari"),
    ("M. Nuh", "Mohammad Nuh"),
    ("Moh. Arifin", "Muhammad Arifin"),
    ("Abdul Mu'ti", "Abdul Mu’ti"),
    ("Abdul Muti", "Abdul Mu'ti"),
    ("Nasaruddin Umar", "Nazaruddin Umar"),
    ("Jokowi", "Joko Widodo"),
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


def known(key: str, name: str, *posts: str, n_articles: int = 1) -> Known:
    return Known(key, name, frozenset(posts), n_articles)


BUPATI = "bupati/33.24"


def test_alike_names_in_one_post_are_one_person() -> None:
    assert merged([known("a", "Ratna W.", BUPATI), known("b", "Ratna Wulandari", BUPATI)]) == {"a": "b"}


def test_alike_names_in_two_posts_stay_two() -> None:
    assert merged([known("a", "Ratna W.", BUPATI), known("b", "Ratna Wulandari", "bupati/33.21")]) == {}


def test_alike_names_without_a_post_stay_two() -> None:
    assert merged([known("a", "Nasaruddin Umar"), known("b", "Nazaruddin Umar")]) == {}


def test_a_short_name_that_fits_two_people_stays_alone() -> None:
    ratnas = [known("a", "Ratna", BUPATI), known("b", "Ratna Wulandari", BUPATI), known("c", "Ratna Puspita", BUPATI)]
    assert merged(ratnas) == {}


def test_a_chain_ends_at_the_fullest_name() -> None:
    forms = [known("a", "Nuh", BUPATI), known("b", "M. Nuh", BUPATI), known("c", "Muhammad Nuh Hakim", BUPATI)]
    assert merged(forms) == {"a": "c", "b": "c"}


def test_order_does_not_matter() -> None:
    forms = [known("a", "Nuh", BUPATI), known("b", "M. Nuh", BUPATI), known("c", "Moh. Nuh", BUPATI)]
    assert merged(forms) == merged(forms[::-1])
