"""What a worker does with a chunk, in whatever process: extract it item by item and write its parts.

The light half of the work; what extraction needs is imported in the process that extracts.
"""

from __future__ import annotations

import faulthandler
import json
import os
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TypeVar

import pyarrow as pa

from pipeline.batch.chunk import Identified, Item
from pipeline.batch.errors import OutputError, unwritable
from pipeline.batch.settings import Settings, settings_hash
from pipeline.readers import Failure, Prepared
from pipeline.schema import Row
from pipeline.stores.folder import PARTED, SIGNATURES, part_metadata, write_part
from pipeline.tables.arrow import to_arrow
from pipeline.tables.inputs import article_row, error_row
from pipeline.version import __version__

Rows = Mapping[str, Sequence[Row]]
Extract = Callable[[Settings, Sequence[Identified]], Sequence[Rows]]
"""What is done with some articles: their rows, article by article."""
T = TypeVar("T", bound=Item)
TOGETHER = 32
"""Articles that go through the stages together; no more than the stages' caches of what they share hold."""
_MOST_CHARACTERS = 200_000
_REPORT = b"berita"  # the key of a part's report in the metadata of its articles


class WorkerError(Exception):
    """A worker cannot extract as the run wants; the message says why."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker needs to know to extract one chunk and write it to `place`."""

    place: Path
    part: str
    items: Sequence[Item]
    settings: Settings
    settings_hash: str
    extract: Extract
    timeout: float | None
    """Seconds that one article may take, and those that are extracted together; without, these may take for ever."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one chunk gave: rows by table, articles by status, words read, and the seconds of processor time it took."""

    part: str
    rows: Counter[str]
    statuses: Counter[str]
    words: int
    seconds: float


def extract_items(settings: Settings, items: Iterable[Identified]) -> list[Rows]:
    """The rows of each article by table name."""
    from pipeline.extraction import extract_together, load
    from pipeline.tables.confidence import confident

    nlp = load(settings.profile, settings.components)
    found = (rows for some in together(items) for rows in extract_together(nlp, [item.prepared() for item in some]))
    return [confident(each.rows, settings.min_confidence) for each in found]


def together(items: Iterable[T]) -> Iterator[list[T]]:
    """The items in lists of those that are extracted together: few enough, and short enough, to be in memory and to
    take little time."""
    some: list[T] = []
    characters = 0
    for item in items:
        some.append(item)
        characters += len(item.article.text) if isinstance(item, Identified) else 0
        if len(some) == TOGETHER or characters > _MOST_CHARACTERS:
            yield some
            some, characters = [], 0
    if some:
        yield some


def unread_rows(failure: Failure) -> Rows:
    """The rows of an input that could not be read."""
    return {"errors": (error_row(failure.source, "read", failure.error_type, failure.message),)}


def failed_rows(item: Identified, error_type: str, message: str) -> Rows:
    """The rows of an article that its extraction fails on: it is listed, with the reason, and without its text."""
    failed = Prepared.failed(item.article, item.article_id, message)
    error = error_row(item.article.source, "extract", error_type, message, item.article_id)
    return {"articles": (article_row(failed),), "errors": (error,)}


def work(task: Task) -> Report:
    """Extract one chunk and write its parts.

    Raises:
        WorkerError: this process cannot load the pipeline, or has another one than the run wants.
        OutputError: the parts cannot be written.
    """
    if settings_hash(task.settings) != task.settings_hash:
        raise WorkerError(
            f"a worker's pipeline, lexicon or model differs from this one ({__version__}); install the same on all"
        )
    with _ALONE:
        return write(task, map_items(task))


def map_items(task: Task) -> Iterator[Rows]:
    """The rows of each item of a task; an article that raises is listed as failed."""
    from pipeline.extraction import load

    try:  # first of all: it is no article's time, and no article's fault
        load(task.settings.profile, task.settings.components)
    except Exception as error:
        raise WorkerError(str(error)) from error
    for some in together(task.items):
        found = iter(_extracted(task, [item for item in some if isinstance(item, Identified)]))
        yield from (unread_rows(item) if isinstance(item, Failure) else next(found) for item in some)


def _extracted(task: Task, items: Sequence[Identified]) -> Sequence[Rows]:
    """The rows of articles; where together they fail, of each by itself."""
    try:
        with budget(task.timeout):
            return task.extract(task.settings, items)
    except Exception as error:
        if len(items) == 1:
            return [failed_rows(items[0], type(error).__name__, str(error))]
        return [rows for item in items for rows in _extracted(task, [item])]


def write(task: Task, found: Iterable[Rows]) -> Report:
    """Write the rows of a chunk as a part; its report goes along, for the run that finds it there."""
    from pipeline.tables.duplicates import signatures

    started = time.thread_time()
    tables = tables_of(found)
    report = Report(
        part=task.part,
        rows=Counter({name: table.num_rows for name, table in tables.items()}),
        statuses=Counter(tables["articles"]["status"].to_pylist()),
        words=sum(tables["articles"]["n_tokens"].to_pylist()),
        seconds=round(time.thread_time() - started, 3),
    )
    record = json.dumps({each.name: getattr(report, each.name) for each in fields(report)})
    tables["articles"] = tables["articles"].replace_schema_metadata({_REPORT: record})
    try:  # the signatures first: a part that has all tables then has them, too, whenever its writer was killed
        write_part(task.place, task.part, {SIGNATURES: signatures(tables["articles"]), **tables})
    except OSError as error:
        raise OutputError(unwritable(task.place, error)) from error
    return report


def tables_of(found: Iterable[Rows]) -> dict[str, pa.Table]:
    """The rows of many items as tables, all but ``entities``."""
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for each in found:
        for name, table in each.items():
            rows[name].extend(table)
    return {name: to_arrow(name, rows[name]) for name in PARTED}


def report_of(place: Path, part: str) -> Report | None:
    """The report of a part that an earlier run wrote; `None` where its file is damaged."""
    try:
        record = json.loads(part_metadata(place, "articles", part)[_REPORT])
    except (pa.ArrowInvalid, KeyError):
        return None
    return Report(part, Counter(record["rows"]), Counter(record["statuses"]), record["words"], record["seconds"])


_ALONE = threading.Lock()
"""One chunk at a time in a process, whatever threads a Dask worker has: time budgets are a process's own."""
_stack = Path(os.devnull)


def watch(stack: str) -> None:
    """Have the stack of this process written to the file `stack` where it crashes or hangs."""
    global _stack
    _stack = Path(stack)
    if stack != os.devnull:
        faulthandler.enable(_stack.open("w"), all_threads=False)


@contextmanager
def budget(seconds: float | None) -> Iterator[None]:
    """End this process when the block takes longer than `seconds`, even where it hangs in native code."""
    if not seconds:
        yield
        return
    with _stack.open("a") as file:
        faulthandler.dump_traceback_later(seconds, exit=True, file=file)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
