"""Bearers of one name by their posts: the same groups as by comparing each with each, in time that grows with them."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon.posts import PUBLIC
from pipeline.linking import careers as module
from pipeline.linking.careers import careers
from pipeline.linking.posts import Post

MAYOR, GOVERNOR = Post("wali-kota", "", "12.71", ""), Post("gubernur", "", "12", "")
HEAD = Post("kepala-sekolah", "sma-negeri-3/33.71", "33.71", "school")
TREASURY = Post("bendahara", "sma-negeri-3/33.71", "33.71", "school")
MINISTER = Post("menteri", "kementerian-keuangan", "", "ministry")
DEPUTY = Post("direktur-jenderal", "kementerian-agama", "", "ministry")
CHAIR = Post("ketua", "pgri", "", "association")

CASES = {
    "a place in another": ([MAYOR, GOVERNOR], 1),
    "one body": ([HEAD, TREASURY], 1),
    "one public kind without a place": ([MINISTER, DEPUTY], 1),
    "no kind beside no place": ([MAYOR, CHAIR], 1),
    "two places": ([MAYOR, HEAD], 2),
    "two kinds": ([MINISTER, CHAIR, HEAD], 3),
}


@pytest.mark.parametrize(("posts", "people"), CASES.values(), ids=CASES)
def test_posts_that_go_together(posts: list[Post], people: int) -> None:
    assert len(careers([[post] for post in posts])) == people


def goes_with(one: Post, other: Post) -> bool:
    """The module's docstring, read word by word."""
    if one.position == other.position or (one.body and one.body == other.body):
        return True
    if one.place and other.place:
        return one.place.startswith(other.place) or other.place.startswith(one.place)
    return not (one.type and other.type) or (one.type == other.type and one.type in PUBLIC - {"local_agency"})


def by_comparing(held: list[list[Post]]) -> list[list[int]]:
    groups = [{number} for number in range(len(held))]
    for one, other in combinations(range(len(held)), 2):
        if any(goes_with(mine, theirs) for mine in held[one] for theirs in held[other]):
            together = [group for group in groups if group & {one, other}]
            groups = [group for group in groups if group not in together] + [set().union(*together)]
    return sorted(sorted(group) for group in groups)


POST = st.builds(
    Post,
    st.sampled_from("abcdef"),
    st.sampled_from(["", "", "x", "y"]),
    st.sampled_from(["", "12", "12.71", "33", "33.71", "jepang"]),
    st.sampled_from(["", "ministry", "school", "local_agency", "police_military"]),
)


@given(st.lists(st.lists(POST, min_size=1, max_size=2), max_size=7))
def test_the_same_as_by_comparing_each_with_each(held: list[list[Post]]) -> None:
    assert sorted(careers(held)) == by_comparing(held)


def test_work_grows_with_the_bearers(monkeypatch: pytest.MonkeyPatch) -> None:
    heads = [[Post(f"kepala-{n}", f"sekolah-{n}", f"33.{n:05}", "school")] for n in range(2_000)]
    ties: list[object] = []

    def counting(told: set[Post]) -> object:
        for post, tied in original(told):
            ties.extend(tied)
            yield post, tied

    original = module._ties
    monkeypatch.setattr(module, "_ties", counting)
    assert len(careers(heads)) == len(heads)
    assert len(ties) <= 3 * len(heads)
