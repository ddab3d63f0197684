"""Where rows are right: the counts of an evaluation by outlet, by rule or by the way in which quotes are attributed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from pipeline.evaluation.counts import Counts
from pipeline.evaluation.score import Document, Evaluation

By = Literal["outlet", "rule", "attribution"]
Group = Callable[[Document, Any], str | None]
"""The group of a row of a document; ``None`` for one that is not counted."""


def _outlet(document: Document, row: Any) -> str | None:
    return document.outlet or "–"


def _rule(document: Document, row: Any) -> str | None:
    """The rule that found a row; gold rows have none, so that a rule has no recall."""
    return row.origin and str(row.origin["rule"])


def _attribution(document: Document, row: Any) -> str | None:
    return getattr(row, "attribution", None)


_GROUPS: Mapping[By, Group] = {"outlet": _outlet, "rule": _rule, "attribution": _attribution}


def breakdown(evaluation: Evaluation, by: By) -> dict[str, dict[str, Counts]]:
    """Table → group → the counts of its rows, right as in `pipeline.evaluation.measures.RIGHT`.

    A found row is counted in its own group and a gold row in gold's, which differ where the attribution is wrong.
    """
    groups: dict[str, dict[str, Counts]] = {}
    for document in evaluation.documents:
        for judged in document.judged:
            right = int(judged.is_right)
            for row, counts in (
                (judged.found, Counts(found=1, found_right=right)),
                (judged.gold, Counts(gold=1, gold_right=right)),
            ):
                group = _GROUPS[by](document, row) if row else None
                if group is not None:
                    table = groups.setdefault(judged.table, {})
                    table[group] = table.get(group, Counts()) + counts
    return {table: dict(sorted(counts.items())) for table, counts in groups.items()}
