"""Evaluations as plain text for a terminal.

>>> print(table(Scores()).splitlines()[0])
measure                          P      R     F1   right  found  gold
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.evaluation.score import Counts, Miss, Scores


def table(scores: Scores) -> str:
    """Precision, recall and F1 in percent of every measure that has rows, a blank line between tables."""
    lines = [f"{'measure':28} {'P':>5}  {'R':>5}  {'F1':>5}   right  found  gold"]
    shown = ""
    for name, counts in scores.counts.items():
        if counts != Counts():
            group = name.partition(".")[0]
            lines += [""] * (group != shown)
            shown = group
            lines.append(_line(name, counts))
    return "\n".join(lines)


def listing(misses: Iterable[Miss]) -> str:
    """Every miss with its place, what gold says and what was found."""
    return "\n\n".join("\n".join(_lines(miss)) for miss in misses)


def _line(name: str, counts: Counts) -> str:
    shares = "  ".join(f"{100 * share:5.1f}" for share in (counts.precision, counts.recall, counts.f1))
    return f"{name:28} {shares}   {counts.tp:5}  {counts.tp + counts.fp:5}  {counts.tp + counts.fn:4}"


def _lines(miss: Miss) -> Iterator[str]:
    yield f"{miss.kind.upper()} {miss.table} in {miss.article}, {miss.start_char}–{miss.end_char}: {miss.context}"
    for column, (gold, found) in miss.columns.items():
        if miss.kind == "wrong":
            yield f"    {column}: gold {_shown(gold)} | found {_shown(found)}"
        elif column not in ("text", "content"):
            yield f"    {column}: {_shown(gold if miss.kind == 'missing' else found)}"


def _shown(value: object) -> str:
    return "–" if value is None else str(value)
