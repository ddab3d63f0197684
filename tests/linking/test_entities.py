from __future__ import annotations

from pipeline import Tables, extract


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
