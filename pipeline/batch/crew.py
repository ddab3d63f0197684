"""Who does the work: this process, processes beside it, or a Dask cluster, all of them by `concurrent.futures`."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import Any, Protocol, TypeVar

from pipeline.batch import fork, work

T = TypeVar("T")
PATIENCE = "10s"
"""How long a Dask scheduler may take to answer."""


class CrewError(Exception):
    """The workers cannot be had; the message says why and what to do."""


class Crew(Protocol):
    """Workers that take tasks."""

    @property
    def most(self) -> int:
        """How many tasks they take at once."""
        ...

    @property
    def deaths(self) -> tuple[type[BaseException], ...]:
        """What a future raises whose worker died."""
        ...

    def submit(self, job: Callable[[Any], T], task: object) -> Future[T]:
        """Have a worker do `job` on `task`."""
        ...

    def close(self, *, at_once: bool) -> None:
        """Let the workers go, `at_once` in the middle of their work."""
        ...


class InProcess:
    """This process itself: nothing to start, and nothing to protect it from an article that takes it down."""

    most = 1
    deaths = ()

    def submit(self, job: Callable[[Any], T], task: object) -> Future[T]:
        """Do it now."""
        future: Future[T] = Future()
        try:
            future.set_result(job(task))
        except Exception as error:
            future.set_exception(error)
        return future

    def close(self, *, at_once: bool) -> None:
        """Nobody to let go."""


@dataclass(slots=True)
class Processes:
    """Processes on this machine; where one dies, all of them are made anew for what comes next."""

    workers: int
    memory: float | None = None
    deaths: tuple[type[BaseException], ...] = (BrokenExecutor,)
    _pool: ProcessPoolExecutor | None = None

    @property
    def most(self) -> int:
        """Two tasks a worker, so that none waits for the reader."""
        return 2 * self.workers

    def submit(self, job: Callable[[Any], T], task: object) -> Future[T]:
        """Have one of the processes do it."""
        try:
            return self._started().submit(job, task)
        except BrokenExecutor:
            self.close(at_once=True)
            return self._started().submit(job, task)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = process_pool(self.workers, self.memory)
        return self._pool

    def close(self, *, at_once: bool) -> None:
        """End the processes; parts are written whole or not at all, so that they may be ended in the middle."""
        if self._pool is not None:
            end(self._pool, at_once=at_once)
            self._pool = None


@dataclass(slots=True)
class Cluster:
    """The workers of a Dask cluster, by the address of its scheduler."""

    scheduler: str
    deaths: tuple[type[BaseException], ...] = field(init=False)
    _client: Any = field(init=False)
    _executor: Any = field(init=False)

    def __post_init__(self) -> None:
        try:
            from distributed import Client, KilledWorker
        except ImportError as error:
            raise CrewError("a cluster needs Dask: pip install 'berita-pipeline[cluster]'") from error
        try:
            self._client = Client(  # type: ignore[no-untyped-call]
                self.scheduler, timeout=PATIENCE, set_as_default=False
            )
        except (OSError, ValueError) as error:
            message = f"no Dask scheduler answers at {self.scheduler}; start one with: dask scheduler"
            raise CrewError(message) from error
        self.deaths = (KilledWorker,)
        self._executor = self._client.get_executor(pure=False)

    @property
    def most(self) -> int:
        """Two tasks a worker, of as many as there are now."""
        return 2 * max(1, len(self._client.nthreads()))

    def submit(self, job: Callable[[Any], T], task: object) -> Future[T]:
        """Have one of the workers do it."""
        future: Future[T] = self._executor.submit(job, task)
        return future

    def close(self, *, at_once: bool) -> None:
        """Take back what was asked for and leave the cluster as it was."""
        self._client.close()


def process_pool(workers: int, memory: float | None, stack: str = os.devnull) -> ProcessPoolExecutor:
    """Processes that extract.

    Args:
        memory: GiB that each may take; one that asks for more fails.
        stack: a file for the stack of a process that dies.
    """
    return ProcessPoolExecutor(workers, mp_context=fork.context(), initializer=_enlist, initargs=(memory, stack))


def end(pool: ProcessPoolExecutor, *, at_once: bool) -> None:
    """End the processes of a pool; `at_once`, even one that hangs."""
    processes = list((pool._processes or {}).values())
    pool.shutdown(wait=not at_once, cancel_futures=True)
    if at_once:
        for process in processes:
            process.kill()
        for process in processes:
            process.join()


_NEW_OBJECTS = 50_000
"""New objects after which Python looks for cycles. Rows make none, and looking after each 700 takes a tenth of the
time."""


def _enlist(memory: float | None, stack: str) -> None:
    """Make a new process a worker: it leaves Ctrl-C to its parent, and ends when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)
    work.watch(stack)
    if memory is not None:
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_DATA, (round(memory * 2**30),) * 2)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
