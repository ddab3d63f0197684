"""A chunk that took its process down: its articles one by one in a process of their own, so that only the one at fault
is lost, and the reason is known.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from pipeline.batch.chunk import Item
from pipeline.batch.crew import end, process_pool
from pipeline.batch.work import Report, Rows, Task, failed_rows, map_items, unread_rows, write
from pipeline.readers import Failure

ATTEMPTS = 2
"""An article is tried twice, since its process may have died of something else."""


class Quarantine:
    """Where suspicious chunks are worked off, each in a process beside the crew's."""

    def __init__(self, most: int, memory: float | None) -> None:
        self._memory = memory
        self._threads = ThreadPoolExecutor(most)
        self._stopped = threading.Event()
        self._pools: set[ProcessPoolExecutor] = set()

    def submit(self, task: Task) -> Future[Report]:
        """Work off a chunk; its part is written like any other."""
        return self._threads.submit(lambda: write(task, self._one_by_one(task)))

    def close(self) -> None:
        """Stop what is still going on."""
        self._stopped.set()
        for pool in list(self._pools):
            end(pool, at_once=True)
        self._threads.shutdown()

    def _one_by_one(self, task: Task) -> Iterator[Rows]:
        pool: ProcessPoolExecutor | None = None
        with tempfile.TemporaryDirectory() as folder:
            stack = Path(folder, "stack")
            try:
                for item in task.items:
                    for _ in range(ATTEMPTS):
                        pool = pool or self._pool(stack)
                        try:
                            rows = pool.submit(_only, replace(task, items=[item])).result()
                            break
                        except BrokenExecutor:
                            self._end(pool)
                            pool = None
                            rows = _lost(item, stack, task.timeout)
                    yield rows
            finally:
                if pool is not None:
                    self._end(pool)

    def _pool(self, stack: Path) -> ProcessPoolExecutor:
        if self._stopped.is_set():
            raise CancelledError
        pool = process_pool(1, self._memory, str(stack))
        self._pools.add(pool)
        return pool

    def _end(self, pool: ProcessPoolExecutor) -> None:
        self._pools.discard(pool)
        end(pool, at_once=True)


def _only(task: Task) -> Rows:
    """The rows of a task of one item."""
    (rows,) = map_items(task)
    return rows


def _lost(item: Item, stack: Path, timeout: float | None) -> Rows:
    """The rows of an article that its process died of, with what that left behind as the reason."""
    lines = stack.read_text(errors="replace").splitlines() if stack.exists() else []
    at = next((line.strip() for line in lines if line.startswith("  File")), "")
    reason = ("killed", "its process was killed, perhaps because memory ran out")
    if lines:
        reason = ("crash", f"{lines[0]} {at}")
    if lines and lines[0].startswith("Timeout"):
        reason = ("timeout", f"took longer than {timeout:g} seconds, {at}")
    return unread_rows(item) if isinstance(item, Failure) else failed_rows(item, *reason)
