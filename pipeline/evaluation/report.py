"""Evaluations for people, as `rich` tables, and for programs, as JSON values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich import box
from rich.table import Table

from pipeline.evaluation.breakdown import By, breakdown
from pipeline.evaluation.counts import Counts
from pipeline.evaluation.intervals import LEVEL, Interval, intervals
from pipeline.evaluation.measures import RIGHT
from pipeline.evaluation.score import Evaluation, Miss

_SHARES = ("precision", "recall", "f1")


def scores_table(evaluation: Evaluation, *, with_intervals: bool = True) -> Table:
    """Precision, recall and F1 in percent of every measure that has rows, tables parted by a line."""
    shown = _table("measure", interval=with_intervals)
    spread = intervals([document.scores for document in evaluation.documents]) if with_intervals else {}
    before = ""
    for name, counts in evaluation.scores.counts.items():
        if counts != Counts():
            if before and before != name.partition(".")[0]:
                shown.add_section()
            before = name.partition(".")[0]
            shown.add_row(name, *_cells(counts), *([_interval(counts, spread[name])] if with_intervals else []))
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


def listing(misses: Iterable[Miss]) -> str:
    """Every miss with its place, what gold says and what was found."""
    return "\n\n".join("\n".join(_lines(miss)) for miss in misses)


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
    for head in ("P", "R", "F1", "right", "found", "gold", *([f"F1, {LEVEL:.0%} of draws"] if interval else [])):
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


def _lines(miss: Miss) -> Iterator[str]:
    yield f"{miss.kind.upper()} {miss.table} in {miss.article}, {miss.start_char}–{miss.end_char}: {miss.context}"
    yield from column_lines(miss.columns, miss.kind)


def column_lines(columns: Mapping[str, tuple[object, object]], kind: str) -> Iterator[str]:
    """The columns of a miss, a line each."""
    for column, (gold, found) in columns.items():
        if kind == "wrong":
            yield f"    {column}: gold {_shown(gold)} | found {_shown(found)}"
        elif column not in ("text", "content"):
            yield f"    {column}: {_shown(gold if kind == 'missing' else found)}"


def _shown(value: object) -> str:
    return "–" if value is None else str(value)
