"""How likely a row is right: the share of rows like it that were right in gold (``data/measured/confidence.tsv``).

Rows are alike by their table and, ever finer, by the columns of `LEVELS`: quotes by whether their speaker is known, by
how that was told, by the rule that found them. The finest group decides, drawn towards the coarser one that holds it
as if that had given `WEIGHT` rows more: few rows say little. A rule that gold has no row of has the share of its group,
a table that gold has none of one half, and no row is surer than if all rows of its table in gold had been right.

``docs/calibration.md`` says what right means and how well this holds; ``python -m benchmarks.calibrate`` measures it.

>>> confidence("quotes", speaker_id="a:p1", attribution_rule="mention", rule="direct-cue-after") > 0.9
True
>>> whose = ("nobody's", None), ("somebody's", "a:p1")
>>> {name: round(confidence("roles", person_id=p, role_class="official", rule="unheard-of"), 1) for name, p in whose}
{"nobody's": 0.6, "somebody's": 1.0}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.lexicon.read import read

LEVELS: dict[str, tuple[str, ...]] = {
    "dates": ("anchor", "rule"),
    "figures": ("kind", "rule"),
    "persons": ("rule",),
    "person_mentions": ("person_id", "form", "rule"),
    "roles": ("person_id", "role_class", "rule"),
    "quotes": ("speaker_id", "attribution_rule", "rule"),
}
"""Table → the columns by which its rows are alike, the coarsest first; a person's rule is that of the first mention."""
WEIGHT = 5
"""Rows that the coarser group counts for, beside the finer group's own."""
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """How many rows of a kind were right in a piece of gold (``measured/confidence.tsv``)."""

    table: str
    path: str
    """The values of the table's `LEVELS`, joined by ``/``."""
    source: str
    right: int
    of: int


class Estimates:
    """Shares of right rows, table by table, from what was seen."""

    def __init__(self, seen: Iterable[Seen]) -> None:
        self._counts: dict[Path, tuple[int, int]] = {}
        for each in seen:
            whole = (each.table, *each.path.split("/"))
            for length in range(1, len(whole) + 1):
                right, of = self._counts.get(whole[:length], (0, 0))
                self._counts[whole[:length]] = right + each.right, of + each.of

    def share(self, table: str, path: Path) -> float:
        """The estimate for rows of `table` whose values of its `LEVELS` are `path`; between 0 and 1, never either."""
        right, of = self._counts.get((table,), (0, 0))
        share, most = (right + 1) / (of + 2), (of + 1) / (of + 2)
        for length in range(1, len(path) + 1):
            right, of = self._counts.get((table, *path[:length]), (0, 0))
            share = (right + WEIGHT * share) / (of + WEIGHT)
        return min(share, most)


def confidence(table: str, **columns: object) -> float:
    """The confidence of a row of `table` with these values of its `LEVELS`, to three decimals."""
    return _confidence(table, path(table, columns))


def path(table: str, columns: Mapping[str, object]) -> Path:
    """What a row is alike by: its values of the table's `LEVELS`, of an id whether there is one.

    >>> path("roles", {"person_id": None, "role_class": "official", "rule": "alone"})
    ('open', 'official', 'alone')
    """
    return tuple(_level(name, columns[name]) for name in LEVELS[table])


def _level(name: str, value: object) -> str:
    if name in ("person_id", "speaker_id"):
        return "open" if value is None else "tied"
    return str(value)


@cache
def _confidence(table: str, path: Path) -> float:
    return round(_estimates().share(table, path), 3)


@cache
def _estimates() -> Estimates:
    return Estimates(read("measured/confidence", Seen))
