"""A whole run: sources in, a folder of tables out, in this process or in several.

Each chunk writes its own Parquet parts, so memory is bounded by the chunk and what is finished stays finished.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

import pyarrow.compute as pc

from pipeline.batch.chunk import PER_ARTICLE, chunks, extract_chunk, identified, key
from pipeline.extraction import Profile, load, read_error
from pipeline.readers import Article, Failure, Prepared
from pipeline.readers.sources import MANIFEST, scan_paths
from pipeline.schema import SCHEMA_VERSION, TABLES, Error
from pipeline.stores.folder import Format, csv_from_parts, keep_parts, read_table, write_part
from pipeline.tables import to_arrow
from pipeline.tables.entities import entities
from pipeline.version import __version__


class OutputError(Exception):
    """The output folder cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one chunk did: its part's name, rows by table, articles by status, words read."""

    part: str
    rows: Counter[str]
    statuses: Counter[str]
    words: int


@dataclass(slots=True)
class Summary:
    """What a run did so far."""

    folder: Path
    rows: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    words: int = 0
    parts: list[str] = field(default_factory=list)

    @property
    def articles(self) -> int:
        """How many articles were taken in, whatever became of them."""
        return sum(self.statuses.values())

    def add(self, report: Report) -> None:
        """Count a finished chunk."""
        self.rows += report.rows
        self.statuses += report.statuses
        self.words += report.words
        self.parts.append(report.part)


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker needs to know to extract one chunk."""

    folder: Path
    part: str
    profile: Profile
    articles: list[Prepared]


def work(task: Task) -> Report:
    """Extract one chunk and write its parts; runs in any process."""
    tables = extract_chunk(load(task.profile), task.articles)
    write_part(task.folder, task.part, tables)
    return Report(
        part=task.part,
        rows=Counter({name: table.num_rows for name, table in tables.items()}),
        statuses=Counter(prepared.status for prepared in task.articles),
        words=int(pc.sum(tables["articles"]["n_tokens"]).as_py() or 0),
    )


def run(
    sources: Iterable[str],
    folder: Path,
    *,
    workers: int = 1,
    profile: Profile = "default",
    format: Format = "parquet",
    on_progress: Callable[[Summary], None] = lambda summary: None,
) -> Summary:
    """Extract all `sources` into `folder`, which then holds exactly this run's tables.

    Args:
        sources: paths, folders, globs, or ``-`` for standard input.
        workers: processes that extract; 1 works in this one.
        on_progress: called after each chunk.

    Raises:
        OutputError: `folder` is a file, holds something else than an earlier run's tables, or cannot be written.
    """
    started = datetime.now(UTC)
    _claim(folder)
    _write_manifest(folder, {**_configuration(profile, format, started), "finished": None})
    summary = Summary(folder)
    unread: list[Error] = []
    for report in _reports(_tasks(sources, folder, profile, unread), workers):
        summary.add(report)
        on_progress(summary)
    write_part(folder, "read", {"errors": to_arrow("errors", unread)})
    summary.rows["errors"] += len(unread)
    keep_parts(folder, {*summary.parts, "read"})
    whole = entities({name: read_table(folder, name) for name in ("articles", "persons", "roles")})
    write_part(folder, "entities", {"entities": whole})
    summary.rows["entities"] = whole.num_rows
    if format == "csv":
        csv_from_parts(folder)
    _write_manifest(folder, {**_configuration(profile, format, started), **_outcome(summary, started)})
    return summary


def _tasks(sources: Iterable[str], folder: Path, profile: Profile, unread: list[Error]) -> Iterator[Task]:
    """The chunks of all sources; what cannot be read is put on `unread` as it is met."""

    def articles() -> Iterator[Article]:
        for item in scan_paths(sources):
            if isinstance(item, Failure):
                unread.append(read_error(item))
            else:
                yield item

    for number, chunk in enumerate(chunks(identified(articles()))):
        yield Task(folder, f"{number:06d}-{key(chunk, profile)}", profile, chunk)


def _reports(tasks: Iterator[Task], workers: int) -> Iterator[Report]:
    """Work the tasks off, at most two chunks a worker in memory at once."""
    if workers == 1:
        yield from map(work, tasks)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        running: set[Future[Report]] = set()
        for task in tasks:
            running.add(pool.submit(work, task))
            if len(running) >= 2 * workers:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        while running:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)


def _claim(folder: Path) -> None:
    """Make `folder`, or make sure that what is in it came from an earlier run."""
    ours = {MANIFEST, f"{MANIFEST}.tmp", *TABLES, *(f"{name}.{ending}" for name in TABLES for ending in ("csv", "tmp"))}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        foreign = [place.name for place in folder.iterdir() if place.name not in ours]
    except OSError as error:
        raise OutputError(f"cannot write to {folder}: {error.strerror}") from error
    if foreign:
        raise OutputError(
            f"{folder} holds other files ({', '.join(sorted(foreign)[:3])}); choose an empty or new folder with --out"
        )


def _configuration(profile: Profile, format: Format, started: datetime) -> dict[str, object]:
    """What the manifest says from the start of a run."""
    return {
        "pipeline_version": __version__,
        "schema_version": SCHEMA_VERSION,
        "profile": profile,
        "format": format,
        "started": started.isoformat(timespec="seconds"),
    }


def _outcome(summary: Summary, started: datetime) -> dict[str, object]:
    """What the manifest says at the end of a run; a run that was stopped has no ``finished``."""
    finished = datetime.now(UTC)
    return {
        "finished": finished.isoformat(timespec="seconds"),
        "seconds": round((finished - started).total_seconds(), 2),
        "articles": dict(summary.statuses),
        "words": summary.words,
        "rows": {name: summary.rows[name] for name in (*PER_ARTICLE, "entities")},
    }


def _write_manifest(folder: Path, record: Mapping[str, object]) -> None:
    unfinished = folder / f"{MANIFEST}.tmp"
    unfinished.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    unfinished.replace(folder / MANIFEST)
