"""Persons in 200 sentences of our own, of every naming custom and with all kinds of titles, and near misses."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from models.evaluate import marked, name_scores, own_persons
from models.prepare.examples import Example
from pipeline.lexicon import folder

NLP = spacy.load(folder("models") / "id_news_sm")
SENTENCES = own_persons()
FLOORS = {"persons_200.tsv": 96.0, "persons_dev.tsv": 88.0}
"""Span F1 over all sentences of a file, the second one that the model was chosen by; they only go up."""


def persons(text: str) -> list[str]:
    return [entity.text for entity in NLP(text).ents if entity.label_ == "PER"]


def test_two_hundred_sentences() -> None:
    assert len(SENTENCES) == 200
    assert len({example.text for _, example in SENTENCES}) == 200


GROUPS = "role academic rank religious single bali batak bugis arab tionghoa timur list dateline"


@pytest.mark.parametrize("group", GROUPS.split())
def test_every_group_is_there(group: str) -> None:
    assert group in {name for name, _ in SENTENCES}


@pytest.mark.parametrize("name", FLOORS)
def test_score(name: str) -> None:
    sentences = own_persons(Path(__file__).with_name(name))
    assert name_scores(NLP, (example for _, example in sentences))["PER"] >= FLOORS[name]


@pytest.mark.parametrize("example", [example for _, example in SENTENCES], ids=lambda example: example.text[:60])
def test_marks_are_offsets(example: Example) -> None:
    assert example.entities
    for label in example.entities:
        name = example.text[label.start : label.end]
        assert name == name.strip()
        assert "[" not in name


COUNTER_EXAMPLES = [
    "Biaya pendidikan naik 20 persen pada Januari 2025.",
    "Sekolah libur pada Senin dan Selasa.",
    "Guru bergelar S.Pd. atau M.Pd. boleh mendaftar.",
    "Gelar M.Si, M.Kom, dan Ph.D. diakui.",
    "Rapat digelar Rabu (12/11/2025) pukul 09.00 WIB.",
    "Menurut data itu, angka putus sekolah turun.",
    "“Kami siap,” kata guru itu.",
    "Pendaftaran dibuka lewat laman resmi sekolah.",
]


@pytest.mark.parametrize("text", COUNTER_EXAMPLES)
def test_no_person(text: str) -> None:
    assert persons(text) == []


PARTS = [
    ("Bupati Sleman [[Kustini Wardani]] meninjau sekolah.", ["Kustini Wardani"]),
    ("AKBP [[Bagus Wibowo]] memeriksa saksi.", ["Bagus Wibowo"]),
]


@pytest.mark.parametrize(("sentence", "names"), PARTS)
def test_titles_posts_and_regions_stay_outside(sentence: str, names: list[str]) -> None:
    assert persons(marked(sentence).text) == names
