"""A run on a Dask cluster of processes, one of which is killed in mid-run."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from pipeline.batch.errors import OutputError
from pipeline.batch.run import Summary, run
from pipeline.batch.settings import Settings

FAST = Settings(profile="fast", chunk=8)


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        yield cluster


def test_a_worker_killed_in_mid_run_costs_nothing(
    cluster: LocalCluster, articles: Path, once: Path, tmp_path: Path, rows: Callable[[Path], object]
) -> None:
    killed: list[int] = []

    def kill_one(summary: Summary) -> None:
        if not killed:
            with Client(cluster.scheduler_address, set_as_default=False) as client:
                killed.append(next(iter(client.run(os.getpid).values())))
            os.kill(killed[0], signal.SIGKILL)

    address = cluster.scheduler_address
    run([str(articles)], tmp_path / "out", settings=FAST, scheduler=address, on_progress=kill_one)
    assert killed
    assert rows(tmp_path / "out") == rows(once)


def test_an_output_that_workers_do_not_share_is_an_error(cluster: LocalCluster, articles: Path) -> None:
    from pipeline.stores.files import place_of

    out = place_of("memory://terpisah/out")
    with pytest.raises(OutputError, match="all workers must share the folder"):
        run([str(articles)], out, settings=FAST, scheduler=cluster.scheduler_address)
