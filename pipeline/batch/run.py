"""A whole run: sources in, a folder of tables out, in this process, in several, or on a cluster.

Each chunk writes its own Parquet parts, so memory is bounded by the chunk and what is finished stays finished: the same
run again finds the parts of every chunk that has not changed by their keys, and does the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.batch.chunk import chunks, identified, key
from pipeline.batch.crew import Cluster, Crew, CrewError, InProcess, Processes
from pipeline.batch.errors import OutputError, unwritable
from pipeline.batch.finish import gather_entities, mark_duplicates
from pipeline.batch.output import Output, taken
from pipeline.batch.quarantine import Quarantine
from pipeline.batch.settings import Settings, settings_hash
from pipeline.batch.work import Extract, Report, Task, extract_items, report_of, work
from pipeline.readers.sources import scan_paths
from pipeline.schema import TABLES
from pipeline.stores.folder import Format, write_csv

_SETTINGS = Settings()


@dataclass(slots=True)
class Summary:
    """What a run did so far.

    `found` of its articles an earlier run had finished; this one read `new_words`, which took its workers `seconds` of
    processor time. `gone` are articles of the earlier run that the sources no longer hold.
    """

    folder: Path
    rows: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    words: int = 0
    new_words: int = 0
    seconds: float = 0.0
    found: int = 0
    duplicates: int = 0
    gone: int = 0

    @property
    def articles(self) -> int:
        """How many articles were taken in, whatever became of them."""
        return sum(self.statuses.values())

    def add(self, report: Report, *, found: bool = False) -> None:
        """Count a finished chunk."""
        self.rows += report.rows
        self.statuses += report.statuses
        self.words += report.words
        if found:
            self.found += sum(report.statuses.values())
        else:
            self.new_words += report.words
            self.seconds += report.seconds


def run(
    sources: Iterable[str],
    folder: Path,
    *,
    settings: Settings = _SETTINGS,
    format: Format = "parquet",
    workers: int = 0,
    scheduler: str | None = None,
    timeout: float | None = None,
    memory: float | None = None,
    restart: bool = False,
    retry: bool = False,
    extract: Extract = extract_items,
    on_progress: Callable[[Summary], None] = lambda summary: None,
) -> Summary:
    """Extract all `sources` into `folder`, which then holds exactly this run's tables.

    What an earlier run of the same settings and sources finished there is kept; only what is missing or has changed is
    extracted.

    Args:
        sources: paths, folders, globs, URLs, or ``-`` for standard input.
        folder: where the tables go; `pipeline.stores.files.place_of` makes one of a URL.
        workers: processes that extract; 0 extracts in this one, which an article can then take down.
        scheduler: the address of a Dask scheduler; its workers extract.
        timeout: seconds that one article may take before it is given up; not in this process.
        memory: GiB that one worker may take; not in this process.
        restart: make the tables anew, whatever is there.
        retry: extract those chunks again that have errors.
        extract: what is done with articles.
        on_progress: called after each chunk.

    Raises:
        OutputError: `folder` is a file, holds something else than an earlier run's tables, those of a run with other
            settings or of sources that are not named now, is in use by another run, or cannot be written.
        CrewError: the workers cannot be had.
    """
    timeout = timeout if workers or scheduler else None
    named, summary = list(sources), Summary(folder)

    def tasks(output: Output) -> Iterator[Task]:
        """The chunks that are to be extracted; those that are there are counted."""
        digest = settings_hash(settings)
        for chunk in chunks(identified(scan_paths(named)), settings.chunk):
            name = key(chunk, digest)
            part = output.found(name)
            report = report_of(output.place, part) if part else None
            if part and report and not (retry and report.rows["errors"]):
                output.keep(part)
                summary.add(report, found=True)
                on_progress(summary)
            else:
                yield Task(output.place, output.plan(name), chunk, settings, digest, extract, timeout)

    try:
        with taken(folder, named, settings, format, restart=restart) as output:
            try:
                for report in _reports(tasks(output), _crew(workers, scheduler, memory), memory):
                    output.finished(report.part)
                    summary.add(report)
                    on_progress(summary)
            except BaseException:
                output.checkpoint()
                raise
            _finish(output, summary, format)
    except OSError as error:
        raise OutputError(unwritable(folder, error)) from error
    return summary


def _crew(workers: int, scheduler: str | None, memory: float | None) -> Crew:
    if scheduler:
        return Cluster(scheduler)
    return Processes(workers, memory) if workers else InProcess()


def _reports(tasks: Iterator[Task], crew: Crew, memory: float | None) -> Iterator[Report]:
    """Work the tasks off, no more of them in memory than the crew takes at once; chunks whose worker dies are looked at
    article by article."""
    running: dict[Future[Report], Task] = {}
    quarantine = Quarantine(max(1, crew.most // 2), memory)

    def finished() -> Iterator[Report]:
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            task = running.pop(future)
            try:
                yield future.result()
            except crew.deaths:
                running[quarantine.submit(task)] = task
            except CancelledError as error:
                raise CrewError(
                    "the cluster went away; what is finished stays, and the same command goes on"
                ) from error

    at_once = True
    try:
        for task in tasks:
            running[crew.submit(work, task)] = task
            if len(running) >= crew.most:
                yield from finished()
        while running:
            yield from finished()
        at_once = False
    finally:
        quarantine.close()
        crew.close(at_once=at_once)


def _finish(output: Output, summary: Summary, format: Format) -> None:
    """The pass over all parts, unless nothing has changed since the last one, and the manifest by which they count."""
    summary.gone = output.gone()
    if (before := output.unchanged) is not None:
        summary.duplicates, summary.rows["entities"] = before["duplicates"], before["rows"]["entities"]
    else:
        summary.duplicates = mark_duplicates(output.place, output.order)
        summary.rows["entities"] = gather_entities(output.place, output.order)
    if format == "csv":
        write_csv(output.folder, output.order)
    output.commit(
        {
            "articles": dict(summary.statuses),
            "words": summary.words,
            "new_words": summary.new_words,
            "cpu_seconds": round(summary.seconds, 2),
            "duplicates": summary.duplicates,
            "rows": {name: summary.rows[name] for name in TABLES},
        }
    )
