"""Confidence: the estimate by kind of row, how it is checked on articles left out, and the numbers that ship."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import extract
from pipeline.evaluation.calibration import (
    Rated,
    Verdict,
    calibration_error,
    held_out,
    kept,
    reliability,
    seen,
    verdicts,
)
from pipeline.evaluation.gold import parse
from pipeline.evaluation.score import Evaluation, compare
from pipeline.lexicon import read
from pipeline.lexicon.confidence import LEVELS, WEIGHT, Estimates, Seen, confidence, path

HERE = Path(__file__).parent
GOLD = parse((HERE / "wonosobo.toml").read_text("utf-8"), (HERE / "wonosobo.txt").read_text("utf-8"), name="wonosobo")
EXPLICIT = (27 + WEIGHT * 31 / 42) / (30 + WEIGHT)
SHIPPED = read("measured/confidence", Seen)


@pytest.mark.parametrize(
    ("row", "share"),
    [
        pytest.param(("explicit", "year"), (18 + WEIGHT * EXPLICIT) / (20 + WEIGHT), id="seen"),
        pytest.param(("explicit", "month"), EXPLICIT, id="unseen-rule"),
        pytest.param(("context", "month"), 31 / 42, id="unseen-group"),
    ],
)  # fmt: skip
def test_the_finer_group_is_drawn_towards_the_coarser(row: tuple[str, str], share: float) -> None:
    counts = [("explicit/year", 18, 20), ("explicit/written", 9, 10), ("none/reference", 3, 10)]
    estimates = Estimates([Seen("dates", path, "blind", right, of) for path, right, of in counts])
    assert estimates.share("dates", row) == pytest.approx(share)


def test_gold_of_several_sources_adds_up() -> None:
    one = Estimates([Seen("dates", "explicit/year", "a", 9, 10), Seen("dates", "explicit/year", "b", 1, 10)])
    assert one.share("dates", ("explicit", "year")) == Estimates([Seen("dates", "explicit/year", "c", 10, 20)]).share(
        "dates", ("explicit", "year")
    )


def test_nothing_is_surer_than_all_of_gold() -> None:
    assert Estimates([Seen("dates", "explicit/year", "a", 8, 8)]).share("dates", ("explicit", "year")) == 0.9


def test_a_table_without_gold_is_even() -> None:
    assert Estimates([]).share("dates", ("explicit", "year")) == 0.5


@pytest.mark.parametrize(
    ("table", "columns", "row"),
    [
        ("quotes", {"speaker_id": None, "attribution_rule": "none", "rule": "r"}, ("open", "none", "r")),
        ("roles", {"person_id": 0, "role_class": "lay", "rule": "r"}, ("tied", "lay", "r")),
        ("persons", {"rule": "r"}, ("r",)),
    ],
)
def test_what_a_row_is_alike_by(table: str, columns: dict[str, object], row: tuple[str, ...]) -> None:
    assert path(table, columns) == row


def verdict(is_right: bool, article: int = 0, rule: str = "year") -> Verdict:
    return Verdict(table="dates", path=("explicit", rule), is_right=is_right, article=f"a{article}", source="blind")


def test_an_article_is_not_judged_by_itself() -> None:
    """A rule right in one article and never elsewhere earns nothing from it."""
    rows = [verdict(is_right=article == 7, article=article) for article in range(40)]
    rated = held_out(rows)
    assert len(rated) == len(rows)
    assert max(row.confidence for row in rated if row.is_right) < 0.1


def test_rows_drawn_with_known_shares_are_calibrated() -> None:
    draw = random.Random(11)
    shares = {"year": 0.95, "month": 0.8, "deictic": 0.5}
    rows = [verdict(draw.random() < shares[rule], n, rule) for n in range(600) for rule in shares]
    bins = reliability(held_out(rows))
    assert calibration_error(bins) < 0.03
    assert (bins[0].right, bins[-1].right) == pytest.approx((0.5, 0.95), abs=0.1)
    assert sum(each.count for each in bins) == len(rows)


def test_bins_are_few_and_keep_equals_together() -> None:
    rated = [Rated(0.9, n % 10 > 0) for n in range(500)] + [Rated(n / 1000, False) for n in range(500)]
    bins = reliability(rated, bins=4)
    assert [each.count for each in bins] == [250, 250, 500]
    assert (bins[-1].confidence, bins[-1].right) == pytest.approx((0.9, 0.9))


def test_kept() -> None:
    rated = [Rated(0.99, True), Rated(0.9, False), Rated(0.4, False), Rated(0.95, True)]
    assert kept(rated, 0.95) == (0.5, 1.0)
    assert kept(rated, 0.995) == (0.0, None)


def test_verdicts_are_those_of_the_measure_that_says_right() -> None:
    columns = {"rule": "weekday", "anchor": "explicit", "person_id": "p1", "form": "name", "kind": "count",
               "role_class": "official", "speaker_id": None, "attribution_rule": "antecedent"}  # fmt: skip
    rows = {
        table: tuple(replace(row, origin=columns) for row in getattr(GOLD, table))
        for table in ("dates", "persons", "mentions", "roles", "figures", "quotes")
    }
    rows["dates"] = (replace(rows["dates"][0], value="2025-11-04"),)
    found = verdicts(Evaluation((compare(GOLD, replace(GOLD, **rows)),)), "own")
    assert {row.table for row in found} == set(LEVELS)
    assert {(row.table, row.article, row.source) for row in found if not row.is_right} == {("dates", "wonosobo", "own")}
    assert Seen("persons", "weekday", "own", 2, 2) in seen(found)


def test_what_ships_is_whole() -> None:
    keys = [(each.table, each.path, each.source) for each in SHIPPED]
    assert keys == sorted(set(keys))
    assert {each.table for each in SHIPPED} == set(LEVELS)
    for each in SHIPPED:
        assert len(each.path.split("/")) == len(LEVELS[each.table])
        assert 0 <= each.right <= each.of > 0


@pytest.mark.parametrize("table", LEVELS)
def test_every_row_has_the_confidence_of_its_kind(table: str) -> None:
    tables = extract(
        "Bupati Wonosobo Retno Palupi mengatakan, 45 guru dilantik, Senin (3/11/2025). “Kami siap,” ujarnya.",
        profile="fast",
    )
    rows = tables.arrow[table].to_pylist()
    rules = {mention["mention_id"]: mention["rule"] for mention in tables.arrow["person_mentions"].to_pylist()}
    assert rows
    for row in rows:
        row |= {"rule": rules[row["first_mention_id"]]} if table == "persons" else {}
        assert 0 < row["confidence"] < 1
        assert row["confidence"] == confidence(table, **{name: row[name] for name in LEVELS[table]})
