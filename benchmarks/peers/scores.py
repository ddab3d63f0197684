"""What a peer found beside gold → counts by measure, with the project's own measures and matching."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from operator import add
from typing import Any

from benchmarks.peers.gold import core
from benchmarks.peers.sheet import Said, Sheet
from pipeline.evaluation.counts import Counts, Scores
from pipeline.evaluation.forms.pfsa import words
from pipeline.evaluation.match import matched
from pipeline.evaluation.measures import MEASURES, Measure, close
from pipeline.evaluation.rows import Annotations, QuoteRow, Span


def _is_direct(quote: QuoteRow) -> bool:
    return quote.kind == "direct"


TABLES = ("dates", "figures", "quotes", "names")
_OWN = (
    Measure("quotes.direct_close", close, (), _is_direct),
    Measure("figures.number", Span.overlaps, ("value_low", "value_high")),
    Measure("figures.money", Span.overlaps, ("value_low", "value_high", "currency"), lambda row: row.kind == "money"),
)
"""Measures that ask less of a peer than the contract does: the span of a quote within a few characters, a number
whatever its kind, and amounts of money alone."""
CODE = Measure("regions.code", Span.overlaps, ("region_code",))
"""A region found in the phrase of a role, with the code that gold has for it."""
NAMED_SPEAKER = Measure("quotes.speaker_of_named", close, ("speaker",), _is_direct)
"""The right speaker for a quote whose speaker gold knows."""


def score(found: Annotations, gold: Annotations, table: str) -> Scores:
    """The counts of all measures of `table`."""
    measures = [measure for measure in (*MEASURES, *_OWN) if measure.table == table]
    return reduce(add, (of(measure, getattr(found, table), getattr(gold, table)) for measure in measures), Scores())


def of(measure: Measure, found: Iterable[Any], gold: Iterable[Any]) -> Scores:
    """How many rows of either side count for `measure`, and how many pairs of them are right."""
    ours, theirs = ([row for row in side if measure.counts(row)] for side in (found, gold))
    right = len(matched(ours, theirs, measure.right))
    return Scores({measure.name: Counts.of(right=right, found=len(ours), gold=len(theirs))})


def found_on(sheet: Sheet, gold: Annotations) -> Annotations:
    """What is on `sheet`, its speakers under the keys of the gold persons that they mention."""
    return Annotations(
        name=sheet.name,
        text=sheet.text,
        dates=tuple(sheet.dates),
        figures=tuple(sheet.figures),
        quotes=tuple(_attributed(quote, gold) for quote in sheet.quotes),
        names=tuple(sheet.names),
    )


def _attributed(quote: Said, gold: Annotations) -> QuoteRow:
    """`quote` said by the gold person whose mention stands where the speaker was found, else by name."""
    if quote.by is None:
        return quote
    place = Span(start_char=quote.by[0], end_char=quote.by[1], text=quote.speaker_text or "")
    there = [each.person for each in gold.mentions if each.person and each.overlaps(place)]
    return by_name(replace(quote, speaker=there[0] if there else place.text), gold)


def by_name(quote: QuoteRow, gold: Annotations) -> QuoteRow:
    """`quote`, where its speaker is no person of gold, said by the first one that shares a word of the name."""
    if any(each.person == quote.speaker for each in gold.mentions):
        return quote
    told = words(quote.speaker) | words(quote.speaker_text)
    same = [each.person for each in gold.mentions if each.person and words(each.text) & told]
    return replace(quote, speaker=same[0]) if same else quote


def cored(found: Annotations) -> Annotations:
    """`found` with every span bare of marks at its ends, as the gold of `benchmarks.peers.gold.spans` is."""
    bare: dict[str, Any] = {table: tuple(map(core, getattr(found, table))) for table in TABLES}
    return replace(found, **bare)


def with_speaker(gold: Annotations) -> Annotations:
    """`gold` with the quotes alone that have a speaker."""
    return replace(gold, quotes=tuple(quote for quote in gold.quotes if quote.speaker))
