"""Floors: the F1 that each measure must keep, in percent, pinned to the gold that it was measured on.

A floor only goes up; ``python -m benchmarks.seeds --write-floors`` writes the file, and beside it the rows that were
missed, so that a change can be told row by row.

>>> floors = Floors(gold="0123456789abcdef", f1={"fast": {"dates.span": 98.0}})
>>> [str(shortfall) for shortfall in floors.shortfalls("fast", {"dates.span": 0.951})]
['fast dates.span: 95.1 is below the floor 98.0']
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.evaluation.score import Miss

STEP = 0.5
"""Floors are rounded down to a multiple of this, in percent."""
_HEAD = """\
# The F1 that each measure keeps on the gold of seeds/. `python -m benchmarks.seeds --write-floors` writes it;
# a floor falls only with `--lower`. `gold` is the hash of the gold files that they were measured on.
"""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A measure below its floor; both in percent. A measure that is gone has the value 0."""

    profile: str
    measure: str
    value: float
    floor: float

    def __str__(self) -> str:
        return f"{self.profile} {self.measure}: {self.value:.1f} is below the floor {self.floor:.1f}"


@dataclass(frozen=True, slots=True)
class Floors:
    """The content of a floors file: `gold`, the hash of the gold files, and `f1`, profile → measure → floor."""

    gold: str
    f1: Mapping[str, Mapping[str, float]]

    def shortfalls(self, profile: str, f1: Mapping[str, float]) -> list[Shortfall]:
        """The measures that are below their floor; `f1` is measure → F1, 0 to 1."""
        floors = self.f1.get(profile, {})
        values = {measure: 100 * f1.get(measure, 0.0) for measure in floors}
        return [
            Shortfall(profile, measure, values[measure], floor)
            for measure, floor in floors.items()
            if values[measure] < floor
        ]

    def faults(self, profile: str, f1: Mapping[str, float], *, gold: str) -> list[str]:
        """What stops a change: measures below their floors, or floors that were measured on other gold than `gold`."""
        moved = [f"gold is {gold}, the floors were measured on {self.gold}: pin them anew"] if gold != self.gold else []
        return moved + [str(shortfall) for shortfall in self.shortfalls(profile, f1)]

    def raised(self, profile: str, f1: Mapping[str, float], *, gold: str, lower: bool = False) -> Floors:
        """Floors at what was measured, rounded down to `STEP`; one that was higher stays, unless `lower`.

        `gold` is the hash of the gold that was measured on.
        """
        before = {} if lower else self.f1.get(profile, {})
        measured = {measure: math.floor(100 * value / STEP + 1e-9) * STEP for measure, value in f1.items()}
        kept = {measure: max(floor, before.get(measure, 0.0)) for measure, floor in measured.items()}
        return Floors(gold, {**self.f1, profile: kept if lower else {**before, **kept}})


def read_floors(path: Path) -> Floors:
    """The floors in the file `path`; none where there is no such file."""
    if not path.exists():
        return Floors("", {})
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return Floors(content["gold"], content["f1"])


def write_floors(path: Path, floors: Floors) -> None:
    """Write `floors` as TOML."""
    lines = [f'{_HEAD}gold = "{floors.gold}"']
    for profile, measures in sorted(floors.f1.items()):
        lines += ["", f"[f1.{profile}]", *(f'"{measure}" = {floor}' for measure, floor in measures.items())]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def miss_lines(profile: str, misses: Iterable[Miss]) -> list[str]:
    """Each miss on a line of its own that says where it is and what differs, in order.

    >>> where = {"article": "01", "table": "dates", "start_char": 12, "end_char": 16, "text": "Rabu", "context": ""}
    >>> miss_lines("fast", [Miss(kind="wrong", columns={"value": ("2025-11-12", "2025-11-05")}, **where)])
    ['fast\\t01\\tdates\\t0012–0016\\twrong\\tRabu\\tvalue: 2025-11-12 → 2025-11-05']
    """
    return sorted(
        "\t".join((profile, miss.article, miss.table, _place(miss), miss.kind, *_told(miss))) for miss in misses
    )


def read_misses(path: Path) -> list[str]:
    """The lines of the file of missed rows at `path`; none where there is no such file."""
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def _place(miss: Miss) -> str:
    return f"{miss.start_char:04}–{miss.end_char:04}"


def _told(miss: Miss) -> tuple[str, str]:
    differing = miss.columns.items() if miss.kind == "wrong" else ()
    return miss.text, "; ".join(f"{column}: {first} → {second}" for column, (first, second) in differing)
