"""One-to-one matching."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluation.match import best_pairs, matched, side_by_side
from pipeline.evaluation.rows import Span


def span(start: int, end: int) -> Span:
    return Span(start_char=start, end_char=end, text="x" * (end - start))


@pytest.mark.parametrize(
    ("found", "gold", "overlap", "iou"),
    [
        pytest.param((0, 10), (0, 10), 10, 1.0, id="same"),
        pytest.param((0, 10), (5, 15), 5, 1 / 3, id="half"),
        pytest.param((0, 10), (10, 20), 0, 0.0, id="touching"),
        pytest.param((0, 10), (2, 4), 2, 0.2, id="inside"),
        pytest.param((3, 3), (3, 3), 0, 0.0, id="empty"),
    ],
)
def test_overlap(found: tuple[int, int], gold: tuple[int, int], overlap: int, iou: float) -> None:
    assert span(*found).overlap(span(*gold)) == overlap
    assert span(*found).iou(span(*gold)) == span(*gold).iou(span(*found)) == pytest.approx(iou)


def test_a_row_is_used_once() -> None:
    assert matched("aa", "a", str.__eq__) == [(0, 0)]


def test_a_row_moves_to_make_room() -> None:
    choices = {"p": "ab", "q": "a"}
    assert matched("pq", "ab", lambda found, gold: gold in choices[found]) == [(0, 1), (1, 0)]


@given(st.lists(st.sets(st.integers(0, 4)), max_size=5))
def test_as_many_pairs_as_possible(choices: list[set[int]]) -> None:
    pairs = matched(choices, range(5), lambda found, gold: gold in found)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert len(pairs) == max(
        sum(j in row for row, j in zip(choices, order, strict=False)) for order in permutations(range(5))
    )


def test_many_equal_rows() -> None:
    assert len(matched([1] * 500, [1] * 500, int.__eq__)) == 500


def test_heaviest_pair_first() -> None:
    assert best_pairs({("a", 1): 1.0, ("b", 1): 2.0, ("a", 2): 0.5}) == {"b": 1, "a": 2}


def test_side_by_side_in_text_order() -> None:
    found, gold = [span(0, 4), span(20, 30)], [span(2, 6), span(10, 12), span(20, 29)]
    assert side_by_side(found, gold) == [(found[0], gold[0]), (None, gold[1]), (found[1], gold[2])]
