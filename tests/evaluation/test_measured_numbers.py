"""B³, intervals, groups and offsets between texts: each against numbers worked out by hand."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluation.align import offsets
from pipeline.evaluation.breakdown import breakdown
from pipeline.evaluation.coreference import b_cubed
from pipeline.evaluation.counts import Counts, Scores
from pipeline.evaluation.gold import parse
from pipeline.evaluation.intervals import intervals
from pipeline.evaluation.rows import MentionRow
from pipeline.evaluation.score import Document, Evaluation, compare

HERE = Path(__file__).parent
GOLD = parse((HERE / "wonosobo.toml").read_text("utf-8"), (HERE / "wonosobo.txt").read_text("utf-8"), name="wonosobo")


def mentions(persons: str) -> list[MentionRow]:
    """A mention of each letter's person, ``-`` of nobody known, a space of none."""
    return [
        MentionRow(start_char=9 * n, end_char=9 * n + 3, text="Eka", form="short", person=None if key == "-" else key)
        for n, key in enumerate(persons)
        if key != " "
    ]


@pytest.mark.parametrize(
    ("found", "gold", "precision", "recall"),
    [
        pytest.param("xxyy", "aabb", 1, 1, id="other-names"),
        pytest.param("xxxx", "aabb", 0.5, 1, id="merged"),
        pytest.param("wxyz", "aabb", 1, 0.5, id="split"),
        pytest.param("xxxyyyy", "aaaaabb", (3 * 1 + 2 * 0.5 + 2 * 0.5) / 7, (3 * 0.6 + 2 * 0.4 + 2) / 7, id="moved"),
        pytest.param("xx  ", "aaaa", 1, 0.25, id="half-found"),
        pytest.param("xxxx", "aa  ", 0.25, 1, id="not-in-gold"),
        pytest.param("--", "aa", 1, 0.5, id="nobody-known"),
        pytest.param("", "aa", 1, 0, id="nothing"),
    ],
)
def test_b_cubed(found: str, gold: str, precision: float, recall: float) -> None:
    counts = b_cubed(mentions(found), mentions(gold))
    assert (counts.precision, counts.recall) == pytest.approx((precision, recall))


def document(right: int, of: int = 10, outlet: str = "Warta") -> Document:
    return Document(name="a", outlet=outlet, scores=Scores({"dates.span": Counts.of(right=right, found=of, gold=of)}))


def test_interval_holds_the_score_and_stays_the_same() -> None:
    scores = [document(right).scores for right in (10, 9, 8, 10, 3, 9, 10, 7)]
    low, high = intervals(scores)["dates.span"]
    assert 0.6 < low < 66 / 80 < high < 0.97
    assert intervals(scores) == intervals(scores)


def test_interval_of_equal_articles_has_no_width() -> None:
    assert intervals([document(9).scores] * 5)["dates.span"] == pytest.approx((0.9, 0.9))


def test_intervals_narrow_with_more_articles() -> None:
    few, many = (intervals([document(right).scores for right in (10, 5)] * n)["dates.span"] for n in (2, 50))
    assert many[1] - many[0] < few[1] - few[0]
    assert intervals([]) == {}


def test_groups_count_a_wrong_attribution_on_both_sides() -> None:
    quotes = (replace(GOLD.quotes[0], attribution="explicit", speaker="bagas"), *GOLD.quotes[1:])
    outcome = Evaluation((compare(GOLD, replace(GOLD, quotes=quotes)),))
    assert breakdown(outcome, "attribution") == {
        "quotes": {
            "clitic": Counts(gold=1),
            "explicit": Counts(found=2, found_right=1, gold=1, gold_right=1),
        }
    }


def test_groups_by_rule_have_precision_only() -> None:
    dates = tuple(replace(row, origin={"rule": "weekday"}) for row in GOLD.dates)
    outcome = Evaluation((compare(GOLD, replace(GOLD, dates=dates)),))
    assert breakdown(outcome, "rule") == {"dates": {"weekday": Counts(found=1, found_right=1)}}


def test_groups_by_outlet() -> None:
    found = replace(GOLD, article=replace(GOLD.article, outlet="Warta"), figures=GOLD.figures[:1])
    assert breakdown(Evaluation((compare(GOLD, found),)), "outlet")["figures"] == {
        "Warta": Counts(found=1, found_right=1, gold=2, gold_right=1)
    }


@given(st.lists(st.sampled_from(["Guru", "hadir", ".", "Rabu", ","]), min_size=1, max_size=20))
def test_words_are_found_again_in_a_text_spaced_otherwise(words: list[str]) -> None:
    tight, wide = " ".join(words), "\n\n".join(words)
    to, at = offsets(tight, wide), 0
    for word in words:
        start = tight.index(word, at)
        assert wide[to(start) : to(start + len(word))].strip() == word
        at = start + len(word)
