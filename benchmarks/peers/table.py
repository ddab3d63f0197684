"""Results of peers → the tables of docs/peers.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pipeline.evaluation.counts import Counts

Result = Mapping[str, Any]
Share = Literal["precision", "recall", "f1", "found"]

PEERS: Mapping[str, str] = {
    "dates.ours": "berita-pipeline",
    "dates.dateparser_search": "dateparser.search",
    "dates.heideltime": "HeidelTime, auto-indonesian",
    "names.ours": "berita-pipeline",
    "names.spacy_names": "our spaCy model alone",
    "names.stanza_names": "Stanza, our bundle",
    "quotes.ours": "berita-pipeline",
    "quotes.textacy_quotes": "textacy, adapted",
    "quotes.last_named": "baseline: last named",
    "quotes.nearest_name": "baseline: nearest name",
    "figures.ours": "berita-pipeline",
    "figures.quantulum": "quantulum3, adapted",
    "figures.lokal_rupiah": "lokal-id, behind *Rp*",
    "regions.ours": "berita-pipeline",
    "regions.location_ner": "id-location-ner",
    "regions.location_ner_gated": "id-location-ner, gated",
}
"""``task.module`` → what the table calls it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: a share of the counts of `measure` on one gold."""

    head: str
    gold: Literal["seeds", "spans"]
    measure: str
    share: Share = "f1"


COLUMNS: Mapping[str, Sequence[Column]] = {
    "dates": (
        Column("precision, relaxed", "seeds", "dates.overlap", "precision"),
        Column("recall, relaxed", "seeds", "dates.overlap", "recall"),
        Column("F1, relaxed", "seeds", "dates.overlap"),
        Column("F1, strict", "seeds", "dates.span"),
        Column("F1, type and value", "seeds", "dates.value"),
        Column("recall, relaxed", "spans", "dates.overlap", "recall"),
        Column("recall, strict", "spans", "dates.span", "recall"),
    ),
    "names": (
        Column("person F1, relaxed", "seeds", "names.person_overlap"),
        Column("person F1, strict", "seeds", "names.person"),
        Column("organization recall, relaxed", "seeds", "names.organization_overlap", "recall"),
        Column("place recall, relaxed", "seeds", "names.place_overlap", "recall"),
        Column("person recall, relaxed", "spans", "names.person_overlap", "recall"),
        Column("person recall, strict", "spans", "names.person", "recall"),
        Column("organization recall, relaxed", "spans", "names.organization_overlap", "recall"),
        Column("place recall, relaxed", "spans", "names.place_overlap", "recall"),
    ),
    "quotes": (
        Column("F1, relaxed", "seeds", "quotes.direct_close"),
        Column("F1, strict", "seeds", "quotes.direct_span"),
        Column("F1 with speaker", "seeds", "quotes.direct_speaker"),
        Column("recall, relaxed", "spans", "quotes.direct_close", "recall"),
        Column("recall, strict", "spans", "quotes.direct_span", "recall"),
        Column("recall with speaker", "spans", "quotes.speaker_of_named", "recall"),
    ),
    "figures": (
        Column("precision, relaxed", "seeds", "figures.overlap", "precision"),
        Column("recall, relaxed", "seeds", "figures.overlap", "recall"),
        Column("F1, strict", "seeds", "figures.span"),
        Column("F1, number", "seeds", "figures.number"),
        Column("F1, number and kind", "seeds", "figures.value"),
        Column("F1, money alone", "seeds", "figures.money"),
    ),
    "regions": (
        Column("recall in roles, relaxed", "seeds", "names.place_overlap", "recall"),
        Column("recall of the code", "seeds", "regions.code", "recall"),
        Column("places found", "seeds", "names.place_overlap", "found"),
        Column("recall of places, relaxed", "spans", "names.place_overlap", "recall"),
        Column("places found", "spans", "names.place_overlap", "found"),
    ),
}
NAMES = {"seeds": "seeds", "spans": "PFSA-ID"}


def markdown(results: Mapping[str, Result | None]) -> str:
    """A table a task; the best of each column in bold, a dash where a peer did not run."""
    tasks = dict.fromkeys(name.partition(".")[0] for name in results)
    return "\n\n".join(
        _table(task, {name: each for name, each in results.items() if name.startswith(f"{task}.")}) for task in tasks
    )


def _table(task: str, results: Mapping[str, Result | None]) -> str:
    columns = [
        column
        for column in COLUMNS[task]
        if any(column.measure in (each or {}).get(column.gold, ()) for each in results.values())
    ]
    heads = [task, *(f"{NAMES[column.gold]}: {column.head}" for column in columns), "words/s of CPU"]
    best = {column: max(_value(column, each) or 0 for each in results.values()) for column in columns}
    rows = [
        [
            PEERS[name],
            *(_cell(column, each, best[column]) for column in columns),
            f"{each['words/s']:,.0f}" if each else "–",
        ]
        for name, each in results.items()
    ]
    sizes = ["*rows of gold*", *(_size(column, results) for column in columns), ""]
    rule = ["---", *["---:"] * (len(heads) - 1)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, rule, *rows, sizes))


def _size(column: Column, results: Mapping[str, Result | None]) -> str:
    """How many rows of gold a column is measured on."""
    if column.share == "found":
        return ""
    return f"{max(each[column.gold][column.measure][2] for each in results.values() if each):,}"


def _value(column: Column, result: Result | None) -> float | None:
    """The number of a column; ``None`` where the peer was not measured or finds nothing of the kind."""
    if not result or column.measure not in result[column.gold]:
        return None
    found, right, gold = result[column.gold][column.measure]
    if column.share == "found":
        return float(found)
    counts = Counts.of(right=right, found=found, gold=gold)
    return round(100 * float(getattr(counts, column.share)), 1) if found else None


def _cell(column: Column, result: Result | None, best: float) -> str:
    value = _value(column, result)
    if value is None:
        return "–"
    if column.share == "found":
        return f"{value:,.0f}"
    return f"**{value:.1f}**" if value == best > 0 else f"{value:.1f}"
