"""Where worker processes come from: forked, where the system can, from one process that has loaded what all share.

Light to import, so that the process can be started before anything else of a run is.
"""

from __future__ import annotations

import multiprocessing
from multiprocessing.context import BaseContext


def context() -> BaseContext:
    """The way of starting processes."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    multiprocessing.set_forkserver_preload(["pipeline.batch.preload"])
    return multiprocessing.get_context("forkserver")


def warm_up() -> None:
    """Start the process that workers are forked from; it loads while this one goes on."""
    if context().get_start_method() == "forkserver":
        from multiprocessing import forkserver

        forkserver.ensure_running()
