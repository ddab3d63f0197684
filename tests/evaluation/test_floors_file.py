"""Floors: raised, never lowered unasked, and read back as written."""

from pathlib import Path

import pytest

from pipeline.evaluation.floors import Floors, read_floors, write_floors

FLOORS = Floors("abc", {"fast": {"dates.span": 97.5, "roles.full": 90.0}, "default": {"dates.span": 98.0}})


@pytest.mark.parametrize(
    ("f1", "below"),
    [
        pytest.param({"dates.span": 0.975, "roles.full": 0.9}, [], id="on-the-floor"),
        pytest.param({"dates.span": 0.99, "roles.full": 1.0, "roles.unit": 0.1}, [], id="above-and-unknown"),
        pytest.param({"dates.span": 0.9749, "roles.full": 0.9}, ["dates.span"], id="a-hair-below"),
        pytest.param({"dates.span": 0.99}, ["roles.full"], id="measure-gone"),
        pytest.param({}, ["dates.span", "roles.full"], id="nothing"),
    ],
)
def test_shortfalls(f1: dict[str, float], below: list[str]) -> None:
    assert [shortfall.measure for shortfall in FLOORS.shortfalls("fast", f1)] == below


def test_profiles_have_floors_of_their_own() -> None:
    assert [str(fall) for fall in FLOORS.shortfalls("default", {"dates.span": 0.975})] == [
        "default dates.span: 97.5 is below the floor 98.0"
    ]
    assert FLOORS.shortfalls("none", {}) == []


@pytest.mark.parametrize(
    ("value", "floor"), [(0.9999, 99.5), (1.0, 100.0), (0.985, 98.5), (0.98499, 98.0), (0.9751, 97.5), (0.2, 97.5)]
)
def test_raised_rounds_down_and_keeps_what_was_higher(value: float, floor: float) -> None:
    raised = FLOORS.raised("fast", {"dates.span": value}, gold="def")
    assert raised.f1["fast"] == {"dates.span": floor, "roles.full": 90.0}
    assert raised.f1["default"] == FLOORS.f1["default"]
    assert raised.gold == "def"


def test_lower_takes_what_was_measured() -> None:
    assert FLOORS.raised("fast", {"dates.span": 0.2}, gold="def", lower=True).f1["fast"] == {"dates.span": 20.0}


def test_a_new_measure_gets_a_floor() -> None:
    assert FLOORS.raised("fast", {"quotes.cue": 0.93}, gold="abc").f1["fast"]["quotes.cue"] == 93.0


def test_file_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "quality" / "floors.toml"
    assert read_floors(path) == Floors("", {})
    write_floors(path, FLOORS)
    assert read_floors(path) == FLOORS
