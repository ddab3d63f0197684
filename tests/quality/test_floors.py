"""The quality gate: every measure on the gold of ``seeds/`` stays at its floor or above.

``python -m benchmarks.seeds`` shows the numbers, ``--errors TABLE`` the rows behind them, and
``--write-floors`` raises the floors.
"""

from functools import cache
from pathlib import Path

import pyarrow as pa
import pytest

from pipeline import extract
from pipeline.evaluation import evaluate
from pipeline.evaluation.floors import read_floors
from pipeline.evaluation.gold import digest
from pipeline.results import Tables

ROOT = Path(__file__).parents[2]
SEEDS, GOLD = ROOT / "seeds", ROOT / "seeds" / "gold"
FLOORS = read_floors(Path(__file__).with_name("floors.toml"))


@cache
def run(profile: str) -> Tables:
    return extract(str(SEEDS), profile=profile)  # type: ignore[arg-type]


@cache
def f1(profile: str) -> dict[str, float]:
    return evaluate(run(profile), GOLD).scores.f1()


@pytest.mark.parametrize(
    ("profile", "measure"),
    [pytest.param(profile, name, id=f"{profile}-{name}") for profile, floors in FLOORS.f1.items() for name in floors],
)
def test_floor(profile: str, measure: str) -> None:
    assert [str(fall) for fall in FLOORS.shortfalls(profile, f1(profile)) if fall.measure == measure] == []


def test_floors_were_measured_on_this_gold() -> None:
    assert FLOORS.gold == digest(GOLD), "seeds/gold changed: run `python -m benchmarks.seeds --write-floors`"


@pytest.mark.parametrize("table", ["dates", "persons", "roles", "figures", "quotes"])
def test_a_planted_regression_is_reported(table: str) -> None:
    """Every fourth row of a table is lost: its measures fall below their floors, and no other table's do."""
    arrow = run("fast").arrow
    kept = pa.array([number % 4 > 0 for number in range(arrow[table].num_rows)])
    worse = Tables({**arrow, table: arrow[table].filter(kept)})
    fallen = {fall.measure for fall in FLOORS.shortfalls("fast", evaluate(worse, GOLD).scores.f1())}
    before = {fall.measure for fall in FLOORS.shortfalls("fast", f1("fast"))}
    assert {measure.partition(".")[0] for measure in fallen - before} == {table}
