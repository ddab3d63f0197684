"""The index of names: never fewer candidates than are alike, and few where many names are not."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.linking.index import NameIndex
from pipeline.linking.persons import cluster
from pipeline.stages.mentions import NameMention

GIVEN = ("ratna", "budi", "eka", "agus")
FAMILY = tuple(first + second + "an" for first, second in product(("wi", "su", "ha", "mar"), ("bo", "ri", "na", "di")))


def indexed(names: list[tuple[str, ...]]) -> NameIndex:
    index = NameIndex()
    for number, words in enumerate(names):
        index.add(number, words)
    return index


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (("eka", "diani"), ("eka", "diani")),
        (("eka", "diani"), ("diani",)),
        (("eka", "diani"), ("hj", "eka", "diani")),
        (("muhammad", "yusuf"), ("m", "yusuf")),
        (("m", "yusuf"), ("muhammad", "yusuf")),
        (("yusuf", "m"), ("yusuf", "muhammad")),
        (("muhammad", "yusuf"), ("m", "y")),
        (("tri", "rismaharini"), ("risma",)),
    ],
    ids=lambda words: " ".join(words),
)
def test_alike(known: tuple[str, ...], words: tuple[str, ...]) -> None:
    assert indexed([("budi", "santoso"), known]).alike(words) == [1]


def test_work_grows_with_the_names_alike_not_with_all() -> None:
    names: list[tuple[str, ...]] = [*product(GIVEN, FAMILY)]
    index = indexed(names)
    assert sum(len(index.alike(words)) for words in names) <= len(names) * len(GIVEN)
    assert len(index.alike(names[0])) == len(GIVEN)


NAME = st.lists(st.sampled_from(["Ratna", "Rat", "R.", "Budi", "Budiman", "B", "Eka"]), min_size=1, max_size=3).map(
    " ".join
)


@given(st.lists(NAME, max_size=12))
def test_persons_are_the_same_as_by_comparing_all(names: list[str]) -> None:
    mentions = [NameMention(start=0, end=0, name_start=0, name_end=0, name=name, rule="test") for name in names]
    found = [(known.name, len(known.mentions)) for known in cluster(mentions)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(NameIndex, "alike", lambda index, *_: sorted(set().union(*index._by_word.values())))
        assert [(known.name, len(known.mentions)) for known in cluster(mentions)] == found
