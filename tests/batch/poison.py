"""Extractors that some articles take down, each in a real way; importable in the processes of workers."""

from __future__ import annotations

import faulthandler
import os
import re
import signal
from collections.abc import Sequence
from pathlib import Path

from pipeline.batch.chunk import Identified
from pipeline.batch.settings import Settings
from pipeline.batch.work import Rows, extract_items

CRASH, HANG, KILL, GREED, RAISE = "racun satu", "racun dua", "racun tiga", "racun empat", "racun lima"
TWICE = "racun enam"


def poisoned(settings: Settings, items: Sequence[Identified]) -> Sequence[Rows]:
    """Extract articles, unless one holds one of the words above."""
    for item in items:
        _take(item)
    return extract_items(settings, items)


def _take(item: Identified) -> None:
    text = item.article.text
    if CRASH in text:
        faulthandler._sigsegv()  # type: ignore[attr-defined]
    if HANG in text:
        re.match(r"(a|a)*$", "a" * 60 + "b")  # for ages, in native code, with all other threads locked out
    if KILL in text:
        os.kill(os.getpid(), signal.SIGKILL)  # as the kernel does where memory runs out
    if TWICE in text:  # kills the crew's process and the first that it has to itself, as bad luck may
        tries = Path(f"{item.article.source}.tries")
        with tries.open("a") as file:
            file.write("x")
        if tries.stat().st_size <= 2:
            os.kill(os.getpid(), signal.SIGKILL)
    if GREED in text:
        bytearray(1 << 34)
    if RAISE in text:
        raise ValueError("tidak terbaca")
