"""Bodies across articles: those that persons hold posts in and those that speak are one row of ``entities`` each."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from pipeline import Tables, extract
from pipeline.linking.institutions import speaking
from pipeline.linking.organizations import key_of

TEXTS = [
    "Kepala Dinas Pendidikan Kabupaten Kendal, Wahyu Prasetya, hadir di Weleri.",
    "Dinas Pendidikan Kabupaten Kendal menyatakan bahwa sekolah itu dibuka lagi pekan depan.",
    "Kepala Dinas Pendidikan Kabupaten Demak, Ratna Wulandari, hadir di Mranggen.",
    "Balai Guru Samudra Raya (BGSR) digelar di Kendal. BGSR menyatakan bahwa pelatihan itu gratis.",
    "Mendikdasmen Ratna Wulandari hadir. Kementerian Pendidikan Dasar dan Menengah menyatakan bahwa dana cukup.",
]


@pytest.fixture(scope="module")
def tables() -> Tables:
    return extract(TEXTS, profile="fast")


def test_a_body_is_one_in_each_place(tables: Tables) -> None:
    bodies = tables.entities[tables.entities["organization_id"] == "dinas-pendidikan"]
    assert bodies[
        ["entity_id", "name", "organization_type", "region", "region_code", "n_articles"]
    ].values.tolist() == [
        ["dinas-pendidikan/33.21", "Dinas Pendidikan", "local_agency", "Demak", "33.21", 1],
        ["dinas-pendidikan/33.24", "Dinas Pendidikan", "local_agency", "Kendal", "33.24", 2],
    ]


def test_an_employer_and_a_speaker_are_the_same_body(tables: Tables) -> None:
    ministry = "kementerian-pendidikan-dasar-dan-menengah"
    assert ministry in set(tables.roles["organization_entity_id"])
    assert ministry in set(tables.quotes["organization_entity_id"])
    (row,) = tables.entities[tables.entities["entity_id"] == ministry].itertuples()
    assert (row.kind, row.organization_type, row.n_articles) == ("organization", "ministry", 1)


def test_every_key_of_a_body_is_in_entities(tables: Tables) -> None:
    keys = set(tables.roles["organization_entity_id"].dropna()) | set(tables.quotes["organization_entity_id"].dropna())
    assert keys == set(tables.entities.loc[tables.entities["kind"] == "organization", "entity_id"])


def test_a_short_form_that_the_article_explains_means_the_body(tables: Tables) -> None:
    said = tables.quotes[tables.quotes["speaker_text"] == "BGSR"]
    assert said["organization_entity_id"].tolist() == ["balai-guru-samudra-raya"]


SPEAKERS = {
    "KPK": "komisi-pemberantasan-korupsi",
    "pihak Kementerian Agama RI": "kementerian-agama",
    "Kementerian Keuangan Jepang": "kementerian-keuangan/jepang",
    "BPBD Kabupaten Demak": "badan-penanggulangan-bencana-daerah/33.21",
    "Badan Meteorologi, Klimatologi, dan Geofisika (BMKG)": "badan-meteorologi-klimatologi-dan-geofisika",
}


@pytest.mark.parametrize("words", SPEAKERS)
def test_words_that_name_a_body(words: str) -> None:
    body = speaking(words)
    assert body is not None
    assert key_of(body) == SPEAKERS[words]


NO_SPEAKERS = [
    "Pemerintah",
    "polisi",
    "Demak",
    "Menteri Agama",
    "Komisi X DPR RI",
    "XYZQ",
    "guru SMP Negeri 2 Demak",
    "",
]


@pytest.mark.parametrize("words", NO_SPEAKERS)
def test_words_that_name_none(words: str) -> None:
    assert speaking(words) is None


class Body(NamedTuple):
    organization_id: str
    region: str | None = None
    region_code: str | None = None


KEYS = {
    "a company with its legal form": (Body("pt-sinar-kendal"), "sinar-kendal"),
    "a company without": (Body("sinar-kendal"), "sinar-kendal"),
    "a noun that many bodies begin with": (Body("grup"), None),
    "the same in a place": (Body("pemerintah", "Kendal", "33.24"), "pemerintah/33.24"),
    "a short standard name": (Body("kompas"), "kompas"),
}


@pytest.mark.parametrize(("body", "key"), KEYS.values(), ids=KEYS)
def test_key(body: Body, key: str | None) -> None:
    assert key_of(body) == key
