"""What many articles cost: memory, workers, long texts, the wait for the first row.

``python -m benchmarks.scale SOURCE [memory] [workers] [length] [start]`` measures on the first articles of SOURCE. Wall
clocks of a busy machine say little, so processor time stands beside them.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import multiprocessing.connection
import os
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.table import Table

from pipeline import read
from pipeline.batch.chunk import Identified
from pipeline.batch.run import run
from pipeline.batch.settings import Settings
from pipeline.batch.work import Rows, extract_items
from pipeline.readers import Article, Prepared
from pipeline.tables.inputs import article_row

TIMES = (1, 5, 25)
MIB = 1 << 20
LENGTHS = (100, 1_000, 10_000, 160_000)
"""Words of a text; the last is about a megabyte."""
TURNS = 2
AT_LEAST = 40_000
"""Words in all the texts of one length."""


def written(articles: list[Article], file: Path) -> Path:
    """The articles as JSON Lines."""
    lines = (json.dumps({"id": a.id, "isi": a.text, "tanggal": a.published_at}) + "\n" for a in articles)
    file.write_text("".join(lines), encoding="utf-8")
    return file


def nothing(settings: Settings, items: Sequence[Identified]) -> Sequence[Rows]:
    """The rows of articles and no others: the runner is measured, not extraction."""
    rows = ((article_row(Prepared.failed(item.article, item.article_id, "")), item.article.text) for item in items)
    return [{"articles": [replace(row, text=text)]} for row, text in rows]


def _write(articles: Path, most: int, times: int, writing: int) -> None:
    """Write JSON Lines of the articles, `times` over; in all but the first the words are shuffled, so that they are
    other articles."""
    with os.fdopen(writing, "w", encoding="utf-8") as stream:
        for number in range(times):
            for article in islice(read(articles), most):
                words = article.text.split(" ")
                if number:
                    random.Random(number).shuffle(words)
                stream.write(json.dumps({"id": f"{article.id}-{number}", "isi": " ".join(words)}) + "\n")


def _own_memory(peak: list[int], done: threading.Event) -> None:
    """Keep the most memory that this process has had to itself, in bytes; pages of mapped files are not among it."""
    while not done.wait(0.05):
        _, resident, shared, *_ = map(int, Path("/proc/self/statm").read_text().split())
        peak.append(max(peak.pop(), (resident - shared) * resource.getpagesize()))


def _peak(source: Path, most: int, times: int, out: Path, pipe: multiprocessing.connection.Connection) -> None:
    reading, writing = os.pipe()
    multiprocessing.get_context("fork").Process(target=_write, args=(source, most, times, writing)).start()
    os.close(writing)
    sys.stdin = os.fdopen(reading, encoding="utf-8")
    started, own, done = (time.monotonic(), time.process_time()), [0], threading.Event()
    threading.Thread(target=_own_memory, args=(own, done), daemon=True).start()
    summary = run(["-"], out, settings=Settings(profile="fast", chunk=1_000), workers=1, extract=nothing)
    done.set()
    seconds = time.monotonic() - started[0], time.process_time() - started[1]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    pipe.send((summary.articles, peak, own[0], *seconds))


def memory(source: Path, most: int, place: Path) -> Table:
    """The peak of the process that drives a run whose worker extracts next to nothing; articles are made on the way."""
    columns = ("articles", "peak memory, MiB", "without mapped files", "seconds", "of its processor")
    table = Table(*columns, box=None, title="the driving process")
    for times in TIMES:
        here, there = multiprocessing.get_context("spawn").Pipe(duplex=False)
        arguments = (source, most, times, place / f"out{times}", there)
        process = multiprocessing.get_context("spawn").Process(target=_peak, args=arguments)
        process.start()
        process.join()
        count, peak, own, wall, processor = here.recv()
        table.add_row(f"{count:,}", f"{peak / MIB:,.0f}", f"{own / MIB:,.0f}", f"{wall:,.1f}", f"{processor:,.1f}")
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
    source = written(articles, place / f"in-{profile}.jsonl")
    for count in (1, 2):
        done = ran(source, place / f"out-{profile}-{count}", profile, count)
        rates = (done.words / done.wall, done.words / done.workers)
        table.add_row(str(count), f"{done.wall:,.1f}", *(f"{rate:,.0f}" for rate in rates), f"{done.driver:,.1f}")
    return table


def _seconds(settings: Settings, items: Sequence[Identified]) -> float:
    """The processor time of extracting `items`."""
    started = time.process_time()
    extract_items(settings, items)
    return time.process_time() - started


def length(articles: list[Article], profile: str) -> Table:
    """Processor time a word, by the length of the texts, of which there are as many as a run has together."""
    table = Table("words", "characters", "words/s", box=None, title=f"articles of one length, {profile}")
    words = " ".join(article.text for article in articles).split(" ")
    settings = Settings(profile=profile)
    for count in LENGTHS:
        ample = words * (count // len(words) + 1)
        starts = range(0, max(count, min(len(ample), AT_LEAST) // count * count), count)
        texts = [" ".join(ample[start : start + count]) for start in starts]
        items = [Identified(str(number), Article(text=text), "") for number, text in enumerate(texts)]
        seconds = min(_seconds(settings, items) for _ in range(TURNS))  # what is loaded on first use is no part of it
        table.add_row(f"{count:,}", f"{len(texts[0]):,}", f"{count * len(texts) / seconds:,.0f}")
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
            "memory": lambda: memory(options.source, options.articles, place),
            "workers": lambda: workers(articles, place, options.profile),
            "length": lambda: length(articles, options.profile),
        }
        for name, measure in measures.items():
            if not options.what or name in options.what:
                Console().print(measure(), "")


if __name__ == "__main__":
    main()
