"""Evaluations for people, as `rich` tables, and for programs, as JSON values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from rich import box
from rich.table import Table

from pipeline.evaluation.breakdown import By, breakdown
from pipeline.evaluation.counts import Counts
from pipeline.evaluation.differences import Differences, Turn, TurnKind
from pipeline.evaluation.intervals import DRAWS, LEVEL, Interval, intervals
from pipeline.evaluation.measures import RIGHT
from pipeline.evaluation.score import Evaluation, Miss, MissKind

NOTE = f"F1 lies between these in {LEVEL:.0%} of {DRAWS:,} draws of articles with replacement"
_SHARES = ("precision", "recall", "f1")


def scores_table(evaluation: Evaluation) -> Table:
    """Precision, recall and F1 in percent of every measure that has rows, tables parted by a line."""
    shown = _table("measure", interval=True)
    spread = intervals([document.scores for document in evaluation.documents])
    before = ""
    for name, counts in evaluation.scores.counts.items():
        if counts != Counts():
            if before and before != name.partition(".")[0]:
                shown.add_section()
            before = name.partition(".")[0]
            shown.add_row(name, *_cells(counts), _interval(counts, spread[name]))
    return shown


def groups_table(evaluation: Evaluation, by: By) -> Table:
    """The same by group, for the measure of each table that says whether a row is right."""
    shown = _table(by)
    for table, groups in breakdown(evaluation, by).items():
        shown.add_section()
        shown.add_row(f"[bold]{RIGHT[table].name}[/]")
        for group, counts in groups.items():
            shown.add_row(f"  {group}", *_cells(counts))
    return shown


@dataclass(frozen=True, slots=True)
class Sides:
    """What a listing calls its two sides, and a row that is missing from the second, only there, or different."""

    first: str
    second: str
    missing: str
    spurious: str
    wrong: str


GOLD = Sides("gold", "found", "MISSING", "SPURIOUS", "WRONG")
_TURNS: dict[TurnKind, str] = {
    "broken": "right before, wrong now",
    "mended": "wrong before, right now",
    "false_gained": "new and not in gold",
    "false_lost": "gone and not in gold",
}
RUNS = Sides("before", "after", "LOST", "GAINED", "CHANGED")


def listing(misses: Iterable[Miss], sides: Sides = GOLD) -> str:
    """Every row that differs with its place and what either side says."""
    return "\n\n".join("\n".join(_lines(miss, sides)) for miss in misses)


def differences_table(outcome: Differences, tables: Iterable[str]) -> Table:
    """How many rows of each table were lost, gained and changed."""
    counts = Counter((row.table, row.kind) for row in outcome.rows)
    kinds: tuple[MissKind, ...] = ("missing", "spurious", "wrong")
    heads = [getattr(RUNS, kind).lower() for kind in kinds]
    return _count_table(heads, {table: [counts[table, kind] for kind in kinds] for table in tables})


def turns_table(verdicts: Iterable[Turn], tables: Iterable[str]) -> Table:
    """How many rows of each table became right and wrong."""
    counts = Counter((turn.table, turn.kind) for turn in verdicts)
    return _count_table(list(_TURNS.values()), {table: [counts[table, kind] for kind in _TURNS] for table in tables})


def turn_listing(verdicts: Iterable[Turn]) -> str:
    """Every row whose verdict changed, a line each."""
    return "\n".join(
        f"{_TURNS[turn.kind]}: {turn.table}, {turn.article} {turn.start_char}–{turn.end_char}: {turn.text}"
        for turn in verdicts
    )


def differences_json(outcome: Differences, verdicts: Iterable[Turn] | None) -> dict[str, Any]:
    """The same as JSON values; `verdicts` is null without gold."""
    rows = [{**_columns(row), "kind": getattr(RUNS, row.kind).lower()} for row in outcome.rows]
    return {
        "articles_lost": outcome.articles_lost,
        "articles_gained": outcome.articles_gained,
        "rows": rows,
        "verdicts": verdicts and [_columns(turn) for turn in verdicts],
    }


def _columns(row: Miss | Turn) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(row) if field.compare}


def _count_table(heads: Iterable[str], rows: Mapping[str, Iterable[int]]) -> Table:
    shown = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    shown.add_column("table")
    for head in heads:
        shown.add_column(head, justify="right")
    for name, counts in rows.items():
        shown.add_row(name, *map(str, counts))
    return shown


def as_json(evaluation: Evaluation, by: By | None = None) -> dict[str, Any]:
    """The numbers as JSON values, shares from 0 to 1; a share of no rows is null."""
    spread = intervals([document.scores for document in evaluation.documents])
    measures = {
        name: {**_numbers(counts), "interval": None if _share(counts, "f1") is None else list(spread[name])}
        for name, counts in evaluation.scores.counts.items()
    }
    told: dict[str, Any] = {"articles": len(evaluation.documents), "level": LEVEL, "measures": measures}
    if by is not None:
        told["by"] = {
            table: {group: _numbers(counts) for group, counts in groups.items()}
            for table, groups in breakdown(evaluation, by).items()
        }
    return told


def _table(first: str, *, interval: bool = False) -> Table:
    shown = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    shown.add_column(first, no_wrap=True)
    for head in ("P", "R", "F1", "right", "found", "gold", *(["F1 between"] if interval else [])):
        shown.add_column(head, justify="right")
    return shown


def _share(counts: Counts, name: str) -> float | None:
    """A share of `counts`; ``None`` of no rows, and for F1 where either side has none by its nature."""
    sides = {"precision": counts.found, "recall": counts.gold, "f1": counts.found and counts.gold}
    return float(getattr(counts, name)) if sides[name] else None


def _cells(counts: Counts) -> list[str]:
    shares = [_share(counts, name) for name in _SHARES]
    right = counts.gold_right if counts.gold else counts.found_right
    return [
        *("–" if share is None else f"{100 * share:.1f}" for share in shares),
        *(f"{round(number)}" for number in (right, counts.found, counts.gold)),
    ]


def _interval(counts: Counts, interval: Interval) -> str:
    low, high = interval
    return "–" if _share(counts, "f1") is None else f"{100 * low:.1f}–{100 * high:.1f}"


def _numbers(counts: Counts) -> dict[str, float | None]:
    return {
        **{name: _share(counts, name) for name in _SHARES},
        "found": counts.found,
        "found_right": counts.found_right,
        "gold": counts.gold,
        "gold_right": counts.gold_right,
    }


def _lines(miss: Miss, sides: Sides) -> Iterator[str]:
    made = f" by {miss.rule}" if miss.rule else ""
    head = f"{getattr(sides, miss.kind)} {miss.table}{made}, {miss.article} {miss.start_char}–{miss.end_char}"
    yield f"{head}: {miss.context}"
    for column, (first, second) in miss.columns.items():
        if miss.kind == "wrong":
            yield f"    {column}: {sides.first} {_shown(first)} | {sides.second} {_shown(second)}"
        elif column not in ("text", "content"):
            yield f"    {column}: {_shown(first if miss.kind == 'missing' else second)}"


def _shown(value: object) -> str:
    return "–" if value is None else str(value)
