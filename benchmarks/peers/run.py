"""One peer, or the pipeline itself, over both golds: its counts, words and processor time.

Time is that of this process, Java's and all threads included, without loading and without a first article.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from importlib import import_module
from operator import add
from pathlib import Path
from typing import Any

from benchmarks.peers import gold as golds
from benchmarks.peers import scores
from benchmarks.peers.sheet import RegionRow, Sheet
from pipeline import extract
from pipeline.evaluation.counts import Scores
from pipeline.evaluation.found import Found
from pipeline.evaluation.rows import Annotations
from pipeline.readers import Article

SEEDS = Path(__file__).parents[2] / "seeds"
OURS = "ours"
STAGES = {
    "dates": ("dates",),
    "figures": ("figures",),
    "quotes": ("quotes",),
    "names": ("people", "roles"),
    "regions": ("roles",),
}
"""Task → the stages of the pipeline that do it."""
Result = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """Articles with gold, and what was found in them: ``found[n]`` and ``regions[n]`` belong to ``gold[n]``."""

    gold: Sequence[Annotations]
    found: Sequence[Annotations]
    regions: Sequence[Sequence[RegionRow]]
    seconds: float


def measure(task: str, peer: str, spans: Path | None, sample: int, seed: int) -> Result:
    """The counts of `peer` on seeds and on a sample of `spans`, by measure, and its words a second.

    Args:
        task: one of `STAGES`.
        peer: a module of this package, or `OURS`.
        spans: a file in the scheme of PFSA-ID.
    """
    own = Found(extract(str(SEEDS), profile="fast", stages=("dates",)))
    published = {name: own.rows(name)["articles"][0]["published_at"] for name in own.texts}
    seeds = golds.seeds(SEEDS / "gold", own.texts)
    marked = golds.spans(spans, sample, seed) if spans else []
    gold = [*seeds, *marked]
    dated = {each.name: published.get(each.name) for each in gold}
    done = ours(task, gold, dated) if peer == OURS else theirs(peer, gold, dated)
    words = sum(len(each.text.split()) for each in done.gold)
    parts = {"seeds": range(len(seeds)), "spans": range(len(seeds), len(done.gold))}
    return {
        "words/s": words / done.seconds,
        **{
            name: as_counts(reduce(add, (scored(done, n, task, name) for n in part), Scores()))
            for name, part in parts.items()
        },
    }


def ours(task: str, gold: Sequence[Annotations], dated: Mapping[str, str | None]) -> Done:
    """The pipeline's default profile with the stages that `task` needs."""
    articles = [Article(text=each.text, id=each.name, published_at=dated[each.name]) for each in gold]
    extract(articles[:1], stages=STAGES[task])
    begun = time.process_time()
    tables = extract(articles, stages=STAGES[task])
    seconds = time.process_time() - begun
    found = Found(tables)
    beside = [_by_name(found.beside(each), each) for each in gold]
    return Done(gold=gold, found=beside, regions=[_regions(each) for each in beside], seconds=seconds)


def _by_name(found: Annotations, gold: Annotations) -> Annotations:
    """`found` with speakers told by their names where their mentions do not tell, as it is done for peers."""
    return replace(found, quotes=tuple(scores.by_name(quote, gold) for quote in found.quotes))


def theirs(peer: str, gold: Sequence[Annotations], dated: Mapping[str, str | None]) -> Done:
    """A peer on a sheet for each article."""
    find = import_module(f"benchmarks.peers.{peer}").load()
    sheets = [Sheet(name=each.name, text=each.text, published_at=dated[each.name]) for each in gold]
    find(replace(sheets[0], dates=[], figures=[], quotes=[], names=[], regions=[]))
    begun = time.process_time()
    for sheet in sheets:
        find(sheet)
    seconds = time.process_time() - begun
    found = [scores.found_on(sheet, each) for sheet, each in zip(sheets, gold, strict=True)]
    return Done(gold=gold, found=found, regions=[sheet.regions for sheet in sheets], seconds=seconds)


def scored(done: Done, number: int, task: str, part: str) -> Scores:
    """The scores of one article."""
    gold, found = done.gold[number], done.found[number]
    if part == "spans":
        found = scores.cored(found)
    counted = scores.score(found, gold, "names" if task == "regions" else task)
    if task == "regions":
        return counted + scores.of(scores.CODE, done.regions[number], _regions(gold))
    if task == "quotes":
        return counted + scores.of(scores.NAMED_SPEAKER, found.quotes, scores.with_speaker(gold).quotes)
    return counted


def _regions(article: Annotations) -> list[RegionRow]:
    """The regions of roles, at the place of the whole phrase."""
    return [
        RegionRow(start_char=role.start_char, end_char=role.end_char, text=role.text, region_code=role.region_code)
        for role in article.roles
        if role.region_code
    ]


def as_counts(scores: Scores) -> dict[str, tuple[int, float, int]]:
    """Measure → rows found, right and in gold."""
    return {name: (each.found, each.gold_right, each.gold) for name, each in scores.counts.items()}
