"""How fast it is: the pipeline against its bare model, the rules alone, stage by stage, two workers against one, the
wait at the start, peak memory.

``python -m benchmarks.speed [SOURCE] [--record]`` prints each measure beside the last recorded one
(``benchmarks/record.json``, made on ``seeds/``) and the change; ``--record`` writes the new ones. Seconds differ from
machine to machine and from minute to minute, so what counts are ratios within one run: everything is measured in turns,
in processor time, and the best turn counts. Only what two workers gain is told by the clock, too, which is right on a
machine that has nothing else to do. ``benchmarks.scale`` measures how all this grows with many articles.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import spacy
from rich.console import Console
from rich.table import Table
from spacy.language import Language

from benchmarks.scale import ran, written
from pipeline import read
from pipeline.batch.chunk import Identified, identified
from pipeline.batch.settings import MODEL, Settings
from pipeline.batch.work import extract_items, tables_of
from pipeline.extraction import load
from pipeline.language.backends.trained import load_trained
from pipeline.lexicon import folder
from pipeline.readers import Article, prepare

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
RECORD = Path(__file__).with_name("record.json")
TURNS = 4
STARTS = 3
LENGTHS = (100, 150_000)
"""Words of a short text and of one of about a megabyte."""
MANY = 600
"""Articles that two workers share, at least."""
NOTABLE = 0.05
"""A change of a ratio that is more than noise."""

_MEASURED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
"""A small process between us and a command, as a peak begins with the size of the process that one was forked from."""

Measures = dict[str, float]


def processor_seconds(works: Mapping[str, Callable[[], object]], turns: int = TURNS) -> Measures:
    """The processor time of each work, the best of `turns`; they take turns, so that all see the same machine."""
    best: Measures = {}
    for work in works.values():  # what is loaded on first use is no part of the speed
        work()
    for _ in range(turns):
        for name, work in works.items():
            started = time.process_time()
            work()
            best[name] = min(time.process_time() - started, best.get(name, float("inf")))
    return best


def through(nlp: Language, texts: Iterable[str]) -> None:
    """Run `nlp` over `texts`, one at a time."""
    for text in texts:
        nlp(text)


def extracted(profile: str, articles: Iterable[Article]) -> None:
    """All that ``berita extract`` does with articles, up to the tables that it writes."""
    items = (item for item in identified(articles) if isinstance(item, Identified))
    tables_of(extract_items(Settings(profile=profile), items))


def throughput(articles: Sequence[Article]) -> Measures:
    """Words a second of the whole, of the rules, and of the bare model: as spaCy loads it and as we run it."""
    texts = [prepare(article).article.text for article in articles]
    bare = spacy.load(folder("models") / MODEL)
    words = sum(len(bare.make_doc(text)) for text in texts)
    seconds = processor_seconds(
        {
            "pipeline": partial(extracted, "default", articles),
            "rules alone": partial(extracted, "fast", articles),
            "bare model": partial(through, bare, texts),
            "bare model, our products": partial(through, load_trained(folder("models") / MODEL), texts),
        }
    )
    whole = seconds["pipeline"]
    return {
        **{f"words/s: {name}": words / spent for name, spent in seconds.items()},
        "ratio: pipeline to bare model": seconds["bare model"] / whole,
        "ratio: pipeline to bare model, our products": seconds["bare model, our products"] / whole,
        "ratio: rules alone to bare model": seconds["bare model"] / seconds["rules alone"],
    }


def shares(articles: Sequence[Article]) -> Measures:
    """Each component's share of the time; the cleaning of the text is one."""
    nlp = load("default")
    seconds: defaultdict[str, float] = defaultdict(float)
    for article in articles:
        started = time.process_time()
        prepared = prepare(article)
        seconds["cleaning"] += time.process_time() - started
        started = time.process_time()
        doc = nlp.make_doc(prepared.article.text)
        seconds["tokenizer"] += time.process_time() - started
        for name, component in nlp.pipeline:
            started = time.process_time()
            doc = component(doc)
            seconds[name] += time.process_time() - started
    whole = sum(seconds.values())
    return {f"share: {name}": seconds[name] / whole for name in sorted(seconds, key=lambda name: -seconds[name])}


def length(articles: Sequence[Article]) -> Measures:
    """The rules' time a word in a text of a megabyte, as a multiple of that in short ones; the model's is flat."""
    words = " ".join(article.text for article in articles).split(" ")
    nlp = load("fast")
    short, long = (" ".join((words * (count // len(words) + 1))[:count]) for count in LENGTHS)
    times = 20_000 // LENGTHS[0]
    seconds = processor_seconds({"short": partial(through, nlp, [short] * times), "long": partial(nlp, long)}, turns=2)
    return {"ratio: time a word, long to short": seconds["long"] / LENGTHS[1] / (seconds["short"] / times / LENGTHS[0])}


def two_workers(articles: Sequence[Article], place: Path) -> Measures:
    """What a second worker gains: by the clock, and what is left of a core's rate when two of them work."""
    times = range(MANY // len(articles) + 1)
    source = written(
        [replace(article, id=f"{article.id}-{n}") for n in times for article in articles], place / "many.jsonl"
    )
    one, two = (ran(source, place / f"workers-{count}", "default", count) for count in (1, 2))
    return {
        "ratio: 2 workers to 1, by the clock": two.words / two.wall / (one.words / one.wall),
        "ratio: 2 workers to 1, words/s of a core": two.words / two.workers / (one.words / one.workers),
        "share: the command itself, of a worker": one.driver / one.workers,
    }


def start(place: Path) -> Measures:
    """Processor seconds and peak memory of commands from start to end, and times ``import spacy``."""
    article = str(min(SEEDS.glob("*.txt")))
    commands = {
        "import spacy": ("-c", "import spacy"),
        "berita --help": ("-m", "pipeline", "--help"),
        "berita show": ("-m", "pipeline", "show", article),
        "berita extract, first row": ("-m", "pipeline", "extract", article, "-w", "0"),
        "berita extract --profile fast, first row": (
            "-m",
            "pipeline",
            "extract",
            article,
            "-w",
            "0",
            "--profile",
            "fast",
        ),
        "berita extract, seeds": ("-m", "pipeline", "extract", str(SEEDS), "-w", "0"),
    }
    seconds: Measures = {}
    peaks: Measures = {}
    for number, (name, command) in enumerate(commands.items()):
        for turn in range(STARTS):
            out = ("--out", str(place / f"start-{number}-{turn}"), "--quiet") if "extract" in command else ()
            spent, peak = _child((*command, *out))
            seconds[name] = min(spent, seconds.get(name, float("inf")))
            peaks[name] = max(peak, peaks.get(name, 0.0))
    return {
        **{f"seconds: {name}": spent for name, spent in seconds.items()},
        "ratio: berita show to import spacy": seconds["berita show"] / seconds["import spacy"],
        **{f"MiB: {name}": peak for name, peak in peaks.items()},
    }


def _child(command: Sequence[str]) -> tuple[float, float]:
    """Processor seconds and peak MiB of a Python process, its bytecode kept as a user's is.

    Raises:
        subprocess.CalledProcessError: it fails.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    whole = [sys.executable, "-c", _MEASURED, sys.executable, *command]
    done = subprocess.run(whole, check=True, stdout=subprocess.PIPE, text=True, env=environment)
    seconds, kibibytes = map(float, done.stdout.split())
    return seconds, kibibytes / 1024


def comparison(measures: Measures, recorded: Measures) -> Table:
    """Every measure beside the recorded one; a change of a ratio that is more than noise stands out."""
    table = Table("measure", "now", "recorded", "change", box=None)
    for name, now in measures.items():
        before = recorded.get(name)
        change = now / before - 1 if before else None
        notable = change is not None and abs(change) > NOTABLE and name.startswith("ratio")
        table.add_row(
            name,
            _shown(name, now),
            "" if before is None else _shown(name, before),
            "" if change is None else f"{change:+.0%}",
            style="bold" if notable else None,
        )
    return table


def _shown(name: str, value: float) -> str:
    return (
        f"{value:,.0f}"
        if name.startswith(("words/s", "MiB"))
        else f"{value:.1%}"
        if "share" in name
        else f"{value:.2f}"
    )


def main() -> None:
    """Measure, compare, and record where asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", nargs="?", type=Path, default=SEEDS, help="articles to read (default: seeds/)")
    parser.add_argument("--record", action="store_true", help=f"write the measures of seeds/ to {RECORD.name}")
    options = parser.parse_args()
    articles = list(read(options.source))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        measures = {
            **throughput(articles),
            **shares(articles),
            **length(articles),
            **two_workers(articles, place),
            **start(place),
        }
    recorded = json.loads(RECORD.read_text()) if RECORD.exists() else {}
    Console().print(comparison(measures, recorded))
    if options.record:
        RECORD.write_text(json.dumps({name: round(value, 3) for name, value in measures.items()}, indent=2) + "\n")


if __name__ == "__main__":
    main()
