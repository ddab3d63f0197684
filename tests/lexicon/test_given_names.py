"""Given names are names: none is also a body, a contraction of one, an abbreviation, or only a place."""

from __future__ import annotations

import pytest

from pipeline.lexicon import names, posts, read, regions
from pipeline.lexicon.names import GivenName
from pipeline.stages.people.patterns import SHORT_BODY

WORDS = [entry.word for entry in read("given_names", GivenName)]
NAMES_OF_PLACES_TOO = [
    *("Anggi", "Bambang", "Bruno", "Damar", "Gading", "Jati", "Jaya", "Kamal", "Manggala", "Mila", "Nainggolan"),
    *("Nita", "Oki", "Panji", "Permata", "Sakti", "Tirtayasa"),
]
"""Common names that regions bear as well; a new one is looked up before it is added here."""
OFFICES_TOO = ["Aji", "Hafiz", "Ika", "Mas"]
"""Common names that are written like a post or a body's abbreviation."""


def test_only_listed_places_are_names() -> None:
    assert [word for word in WORDS if regions.lookup(word)] == NAMES_OF_PLACES_TOO


def test_only_listed_posts_and_bodies_are_names() -> None:
    assert [word for word in WORDS if posts.is_known(word)] == OFFICES_TOO


def test_no_contraction_of_a_body_is_a_name() -> None:
    assert [word for word in WORDS if SHORT_BODY.fullmatch(word)] == []


def test_no_abbreviation_is_a_name() -> None:
    assert [word for word in WORDS if word.isupper() or not set(word.casefold()) & set("aeiouy")] == []


@pytest.mark.parametrize("kind", ["body", "place"])
def test_no_word_of_bodies_and_places_is_a_name(kind: str) -> None:
    assert [word for word in WORDS if names.word_kind(word) == kind] == []
