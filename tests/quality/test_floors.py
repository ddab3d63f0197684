"""The quality gate: every measure on the gold of ``seeds/`` stays at its floor or above.

``python -m benchmarks.seeds`` shows the rows gained and lost since the floors were pinned, ``--scores`` the numbers,
and ``--write-floors`` raises the floors and pins the rows.
"""

import shutil
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from pipeline import extract
from pipeline.evaluation import Evaluation, evaluate
from pipeline.evaluation.floors import miss_lines, read_floors, read_misses
from pipeline.evaluation.gold import digest
from pipeline.results import Tables

ROOT = Path(__file__).parents[2]
SEEDS, GOLD = ROOT / "seeds", ROOT / "seeds" / "gold"
FLOORS = read_floors(Path(__file__).with_name("floors.toml"))
PINNED = read_misses(Path(__file__).with_name("misses.tsv"))

TRIPLES = {f"quotes.{kind}_{what}" for kind in ("direct", "indirect") for what in ("triple", "triple_exact")}


@cache
def run(profile: str) -> Tables:
    return extract(str(SEEDS), profile=profile)


@cache
def outcome(profile: str) -> Evaluation:
    return evaluate(run(profile), GOLD)


def lost(profile: str, table: str) -> str:
    """The rows of a table that were right when the floors were pinned."""
    missed = miss_lines(profile, (miss for miss in outcome(profile).misses if miss.table == table))
    return "\n".join(line for line in missed if line not in PINNED)


def fallen(tables: Tables) -> set[str]:
    """The measures of the fast profile that fall below their floors with `tables` and not as it is."""
    outcomes = evaluate(tables, GOLD), outcome("fast")
    worse, before = ({fall.measure for fall in FLOORS.shortfalls("fast", each.scores.f1())} for each in outcomes)
    return worse - before


@pytest.mark.parametrize(
    ("profile", "measure"),
    [pytest.param(profile, name, id=f"{profile}-{name}") for profile, floors in FLOORS.f1.items() for name in floors],
)
def test_floor(profile: str, measure: str) -> None:
    shortfalls = FLOORS.shortfalls(profile, outcome(profile).scores.f1())
    below = [str(fall) for fall in shortfalls if fall.measure == measure]
    assert below == [], f"lost:\n{lost(profile, measure.partition('.')[0])}"


def test_floors_were_measured_on_this_gold() -> None:
    assert FLOORS.gold == digest(GOLD), "seeds/gold changed: run `python -m benchmarks.seeds --write-floors`"


def test_changed_gold_stops_until_it_is_pinned(tmp_path: Path) -> None:
    gold = shutil.copytree(GOLD, tmp_path / "gold")
    file = sorted(gold.glob("*.toml"))[0]
    file.write_text(file.read_text("utf-8").replace('type = "DATE"', 'type = "TIME"', 1), "utf-8")
    f1 = outcome("fast").scores.f1()
    assert FLOORS.faults("fast", f1, gold=digest(gold))[:1] == [
        f"gold is {digest(gold)}, the floors were measured on {FLOORS.gold}: pin them anew"
    ]
    assert FLOORS.raised("fast", f1, gold=digest(gold)).gold == digest(gold)


@pytest.mark.parametrize("table", ["dates", "persons", "roles", "figures", "quotes"])
def test_a_planted_loss_is_reported(table: str) -> None:
    """Every fourth row of a table is lost: its measures fall below their floors, and no other table's do."""
    arrow = run("fast").arrow
    kept = pa.array([number % 4 > 0 for number in range(arrow[table].num_rows)])
    worse = Tables({**arrow, table: arrow[table].filter(kept)})
    assert {measure.partition(".")[0] for measure in fallen(worse)} == {table}


@pytest.mark.parametrize(
    ("table", "column", "measures"),
    [
        ("dates", "value", {"dates.value", "dates.span_value", "dates.full"}),
        ("figures", "unit", {"figures.unit", "figures.full"}),
        ("roles", "position", {"roles.position", "roles.holder", "roles.full"}),
        ("quotes", "cue", {"quotes.cue", *TRIPLES}),
    ],
)
def test_a_planted_wrong_column_is_reported(table: str, column: str, measures: set[str]) -> None:
    """A column of every row is wrong: the measures that read it fall, and no other does."""
    arrow = run("fast").arrow
    place = arrow[table].schema.get_field_index(column)
    wrong = pc.replace_substring_regex(arrow[table][column], "$", "x")
    worse = Tables({**arrow, table: arrow[table].set_column(place, arrow[table].schema.field(place), wrong)})
    assert fallen(worse) == measures
