"""What many articles cost: memory, workers, long texts, the wait for the first row.

``python -m benchmarks.scale SOURCE [memory] [workers] [length] [start]`` measures on the first articles of SOURCE. Wall
clocks of a busy machine say little, so processor time stands beside them.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import multiprocessing.connection
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.table import Table

from pipeline import read
from pipeline.batch.chunk import Identified
from pipeline.batch.run import run
from pipeline.batch.settings import Settings
from pipeline.batch.work import Rows, extract_item, failed_rows
from pipeline.readers import Article

TIMES = (1, 5, 25)
LENGTHS = (100, 1_000, 10_000, 160_000)
"""Words of a text; the last is about a megabyte."""


def written(articles: list[Article], folder: Path, times: int) -> Path:
    """The articles as JSON Lines, `times` over, each copy a file."""
    folder.mkdir()
    lines = "".join(json.dumps({"id": a.id, "isi": a.text, "tanggal": a.published_at}) + "\n" for a in articles)
    for number in range(times):
        (folder / f"{number:02}.jsonl").write_text(lines, encoding="utf-8")
    return folder


def nothing(settings: Settings, item: Identified) -> Rows:
    """The row of an article and no others: the runner is measured, not extraction."""
    return {"articles": [replace(row, text=item.article.text) for row in failed_rows(item, "", "")["articles"]]}


def _peak(source: Path, out: Path, pipe: multiprocessing.connection.Connection) -> None:
    started = time.monotonic(), time.process_time()
    summary = run([str(source)], out, settings=Settings(profile="fast"), workers=1, extract=nothing)
    seconds = time.monotonic() - started[0], time.process_time() - started[1]
    pipe.send((summary.articles, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, *seconds))


def memory(articles: list[Article], place: Path) -> Table:
    """The peak of the process that drives a run, whose worker extracts next to nothing."""
    table = Table("articles", "peak memory, MiB", "seconds", "of its processor", box=None, title="the driving process")
    for times in TIMES:
        here, there = multiprocessing.get_context("spawn").Pipe(duplex=False)
        arguments = (written(articles, place / f"in{times}", times), place / f"out{times}", there)
        process = multiprocessing.get_context("spawn").Process(target=_peak, args=arguments)
        process.start()
        process.join()
        count, peak, wall, processor = here.recv()
        table.add_row(f"{count:,}", f"{peak:,.0f}", f"{wall:,.1f}", f"{processor:,.1f}")
    return table


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """A run over many articles: words, and seconds by the clock (without the start), of the workers' processors and of
    the driving process'."""

    words: int
    wall: float
    workers: float
    driver: float


def ran(source: Path, out: Path, profile: str, count: int) -> Ran:
    """The articles of `source` through `count` workers."""
    arrived: list[float] = []
    driver = time.process_time()
    settings = Settings(profile=profile)
    summary = run(
        [str(source)], out, settings=settings, workers=count, on_progress=lambda _: arrived.append(time.monotonic())
    )
    wall = arrived[-1] - arrived[0]  # without the wait for the first chunk, which is the start
    return Ran(words=summary.new_words, wall=wall, workers=summary.seconds, driver=time.process_time() - driver)


def workers(articles: list[Article], place: Path, profile: str) -> Table:
    """One worker and two on the same articles."""
    table = Table("workers", "seconds", "words/s", "words/s of a core", "driver's processor", box=None, title=profile)
    source = written(articles, place / f"in-{profile}", 1)
    for count in (1, 2):
        done = ran(source, place / f"out-{profile}-{count}", profile, count)
        rates = (done.words / done.wall, done.words / done.workers)
        table.add_row(str(count), f"{done.wall:,.1f}", *(f"{rate:,.0f}" for rate in rates), f"{done.driver:,.1f}")
    return table


def length(articles: list[Article], profile: str) -> Table:
    """Processor time a word, by the length of the text."""
    table = Table("words", "characters", "words/s", box=None, title=f"one article, {profile}")
    words = " ".join(article.text for article in articles).split(" ")
    settings = Settings(profile=profile)
    extract_item(settings, Identified("a", articles[0], ""))  # loads
    for count in LENGTHS:
        text = " ".join((words * (count // len(words) + 1))[:count])
        repeat = max(1, 5_000 // count)
        started = time.process_time()
        for _ in range(repeat):
            extract_item(settings, Identified("a", Article(text=text), ""))
        table.add_row(f"{count:,}", f"{len(text):,}", f"{count * repeat / (time.process_time() - started):,.0f}")
    return table


def start(articles: list[Article], place: Path, profile: str) -> Table:
    """From the command to the first rows on the disk."""
    table = Table("profile", "seconds", box=None, title="start to first row")
    (place / "satu.txt").write_text(articles[0].text, encoding="utf-8")
    started = time.monotonic()
    command = [sys.executable, "-m", "pipeline", "extract", str(place / "satu.txt"), "--profile", profile]
    subprocess.run([*command, "--out", str(place / f"satu-{profile}"), "--quiet"], check=True)
    table.add_row(profile, f"{time.monotonic() - started:.1f}")
    return table


def main() -> None:
    """Print the tables asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path, help="articles to read")
    parser.add_argument("what", nargs="*", choices=["memory", "workers", "length", "start"], help="all without it")
    parser.add_argument("--articles", type=int, default=1_000, help="how many (default: 1,000)")
    parser.add_argument("--profile", default="default", choices=["default", "fast"])
    options = parser.parse_args()
    articles = list(islice(read(options.source), options.articles))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        measures: dict[str, Callable[[], Table]] = {
            "start": lambda: start(articles, place, options.profile),
            "memory": lambda: memory(articles, place),
            "workers": lambda: workers(articles, place, options.profile),
            "length": lambda: length(articles, options.profile),
        }
        for name, measure in measures.items():
            if not options.what or name in options.what:
                Console().print(measure(), "")


if __name__ == "__main__":
    main()
