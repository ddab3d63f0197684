"""The same person in several articles: keys, namesakes, slips and short forms."""

from __future__ import annotations

import pytest

from pipeline import Tables, extract
from pipeline.linking.entities import Known, entity_id, merged
from pipeline.linking.posts import Post
from pipeline.schema import Role


def run(*texts: str) -> Tables:
    return extract(list(texts), profile="fast")


def test_one_person_in_two_articles_is_one_entity() -> None:
    tables = run(
        "Kepala Dinas Pendidikan Kabupaten Kendal, Wahyu Prasetya, hadir.",
        "Wahyu Prasetya, S.Pd., membuka lomba di Weleri.",
    )
    assert tables.persons["entity_id"].nunique() == 1
    (entity,) = tables.entities[tables.entities["kind"] == "person"].itertuples()
    assert (entity.name, entity.n_articles, entity.positions) == ("Wahyu Prasetya", 2, "Kepala Dinas")


def test_a_single_name_is_one_entity_only_with_the_same_post() -> None:
    tables = run(
        "Bupati Kendal Supriyanto hadir.",
        "Bupati Kendal Supriyanto meresmikan sekolah itu.",
        "Bupati Demak Supriyanto membuka pasar.",
        '"Saya datang," kata Supriyanto.',
    )
    ids = tables.persons["entity_id"].tolist()
    assert ids[0] == ids[1] != ids[2]
    assert tables.persons["entity_id"].isna().tolist() == [False, False, False, True]


REGENT = Post("bupati", "", "33.24", "")
OTHER_REGENT = Post("bupati", "", "33.21", "")
HEAD = Post("kepala-sekolah", "smp-negeri-1/33.71", "33.71", "school")
MINISTER = Post("menteri", "kementerian-keuangan", "", "ministry")


def known(key: str, name: str, *posts: Post, n_articles: int = 1) -> Known:
    return Known(key, name, dict.fromkeys(posts, n_articles), n_articles)


def test_alike_names_in_one_post_are_one_person() -> None:
    links = merged([known("a", "Ratna W.", REGENT), known("b", "Ratna Wulandari", REGENT)])
    assert links["a"] == links["b"] == entity_id("Ratna Wulandari", [])


def test_alike_names_in_two_posts_stay_two() -> None:
    links = merged([known("a", "Ratna W.", REGENT), known("b", "Ratna Wulandari", OTHER_REGENT)])
    assert links["a"] != links["b"]


def test_alike_names_without_a_post_stay_two() -> None:
    links = merged([known("a", "Nasaruddin Umar"), known("b", "Nazaruddin Umar")])
    assert links["a"] != links["b"]


def test_a_short_name_that_fits_two_people_stays_alone() -> None:
    ratnas = [known("a", "Ratna", REGENT), known("b", "Ratna Wulandari", REGENT), known("c", "Ratna Puspita", REGENT)]
    assert "a" not in merged(ratnas)


def test_a_rare_slip_does_not_make_a_name_ambiguous() -> None:
    slip = known("c", "Ratna Wulandri", REGENT)
    links = merged([known("a", "Ratna", REGENT), known("b", "Ratna Wulandari", REGENT, n_articles=40), slip])
    assert links["a"] == links["b"] == links["c"]


def test_a_post_that_is_hardly_ever_told_is_no_evidence() -> None:
    often = Known("b", "Sigit Ratna", {MINISTER: 50, REGENT: 1}, 50)
    assert "a" not in merged([known("a", "Ratna", REGENT), often])


def test_a_chain_ends_at_the_fullest_name() -> None:
    forms = [known("a", "Nuh", REGENT), known("b", "M. Nuh", REGENT), known("c", "Muhammad Nuh Hakim", REGENT)]
    assert set(merged(forms).values()) == {entity_id("Muhammad Nuh Hakim", [])}


def test_order_does_not_matter() -> None:
    forms = [known("a", "Nuh", REGENT), known("b", "M. Nuh", REGENT), known("c", "Moh. Nuh", REGENT)]
    assert merged(forms) == merged(forms[::-1])


def test_a_rare_name_headed_by_another_is_somebody_else() -> None:
    wife = known("b", "Wulan Bagas Nugraha", REGENT)
    links = merged([known("a", "Bagas Nugraha", REGENT, n_articles=20), wife])
    assert links["a"] != links["b"]


def test_two_people_in_one_article_stay_two() -> None:
    names = [known("a", "Bagas Nugraha", REGENT, n_articles=3), known("b", "Wulan Bagas Nugraha", REGENT, n_articles=3)]
    assert len(set(merged(names).values())) == 1
    assert len(set(merged(names, apart={("a", "b"): 2}).values())) == 2


def test_a_word_that_is_no_name_before_a_name_is_dropped() -> None:
    stray = known("b", "Futures Bagas Nugraha", n_articles=3)
    links = merged([known("a", "Bagas Nugraha", n_articles=20), stray])
    assert links["a"] == links["b"]


COMMON = [known(f"x{n}", name) for n, name in enumerate(["Sri Lestari", "Sri Utami", "Ani Wahyuni", "Tri Wahyuni"])]
"""Names that make *Sri Wahyuni* a common one."""


def test_namesakes_whose_posts_do_not_go_together_are_two() -> None:
    minister = known("a", "Sri Wahyuni", MINISTER, n_articles=5)
    links = merged([minister, known("b", "Sri Wahyuni", HEAD), known("c", "Sri Wahyuni"), *COMMON])
    assert links["a"] == links["c"] == entity_id("Sri Wahyuni", [])
    assert links.get("b", "b") != links["a"]


def test_a_common_name_without_a_post_is_not_given_to_one_who_is_hardly_told() -> None:
    links = merged([known("a", "Sri Wahyuni", MINISTER), known("c", "Sri Wahyuni", n_articles=2), *COMMON])
    assert links["c"] == entity_id("Sri Wahyuni", [])
    assert links.get("a", "a") != links["c"]


def test_one_who_moves_on_stays_one() -> None:
    mayor, governor = Post("wali-kota", "", "12.71", ""), Post("gubernur", "", "12", "")
    links = merged([known("a", "Sri Wahyuni", mayor), known("b", "Sri Wahyuni", governor), *COMMON])
    assert links["a"] == links["b"]


def test_a_name_that_is_not_common_is_one_person_in_any_post() -> None:
    links = merged([known("a", "Sri Mahendradatta", MINISTER), known("b", "Sri Mahendradatta", HEAD), *COMMON])
    assert links["a"] == links["b"]


def role(position: str, code: str | None = None, **columns: str | None) -> Role:
    told = dict.fromkeys(("organization", "organization_id", "region", "region_code")) | columns
    return Role(
        role_id="a:r1",
        article_id="a",
        sentence_id="a:s1",
        person_id="a:p1",
        start_char=0,
        end_char=1,
        text="x",
        position=position,
        position_code=code,
        role_class="official",
        status="current",
        rule="r",
        confidence=1.0,
        **told,
    )


PLACED = {
    "in a region": role("Bupati", "bupati", region="Kendal", region_code="33.24"),
    "in a body": role("Direktur", "direktur", organization="BGN", organization_id="badan-gizi-nasional"),
    "of a country": role("Perdana Menteri", "perdana-menteri", region="Jepang"),
    "of the state": role("Presiden", "presiden"),
}


@pytest.mark.parametrize("held", PLACED.values(), ids=PLACED)
def test_a_post_that_places_a_single_name(held: Role) -> None:
    assert entity_id("Supriyanto", [held])


UNPLACED = {
    "nowhere": role("Direktur", "direktur"),
    "held by many": role("Anggota", "anggota", organization="DPR RI", organization_id="dewan-perwakilan-rakyat"),
}


@pytest.mark.parametrize("held", UNPLACED.values(), ids=UNPLACED)
def test_a_post_that_does_not(held: Role) -> None:
    assert entity_id("Supriyanto", [held]) is None


def test_ministers_of_two_countries_hold_two_posts() -> None:
    tables = run(
        "Menteri Pertahanan Israel Hadad hadir.",
        "Menteri Pertahanan Hadad hadir.",
    )
    assert tables.persons["entity_id"].nunique() == 2


STRAYS = {
    "two words before": "Garuda Futures Bagas Nugraha",
    "the verb behind": "Bagas Nugrahamengatakan",
    "a small word behind": "Bagas Nugrahayang",
}


@pytest.mark.parametrize("name", STRAYS.values(), ids=STRAYS)
def test_words_that_are_not_of_the_name_are_taken_away(name: str) -> None:
    links = merged([known("a", "Bagas Nugraha", n_articles=20), known("b", name)])
    assert links["a"] == links["b"]


NOT_STRAY = {
    "a longer last name": "Bagas Nugrahawati",
    "a given name before": "Wulan Bagas Nugraha",
    "another first name": "Wulan Nugrahamengatakan",
}


@pytest.mark.parametrize("name", NOT_STRAY.values(), ids=NOT_STRAY)
def test_words_that_are(name: str) -> None:
    links = merged([known("a", "Bagas Nugraha", n_articles=20), known("b", name)])
    assert links["a"] != links["b"]


def test_two_candidates_are_nobody() -> None:
    assert entity_id("Ratna Wulandari-Bagas Nugraha", []) is None
