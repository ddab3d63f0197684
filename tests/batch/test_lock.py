"""Two runs on one output at once: the second is told who is at work; a run that was killed keeps nobody out."""

from __future__ import annotations

import json
import multiprocessing
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

import poison
import pytest

from pipeline.batch.lock import LOCK
from pipeline.batch.run import run
from pipeline.batch.settings import Settings
from pipeline.stores.folder import PARTED

FAST = Settings(profile="fast", chunk=1)
ROOT = Path(__file__).parents[2]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Two articles, one of which holds a run up for ages."""
    file = tmp_path / "berita.jsonl"
    texts = ["Wali Kota Jambi membuka lomba membaca, Selasa (4/11/2025).", f"Guru minum {poison.HANG}."]
    file.write_text("\n".join(json.dumps({"isi": text}) for text in texts))
    return file


def _extract(article: Path, out: Path) -> None:
    run([str(article)], out, settings=FAST, extract=poison.poisoned)


@pytest.fixture
def other(article: Path, tmp_path: Path) -> Iterator[BaseProcess]:
    """Another process in the middle of a run."""
    process = multiprocessing.get_context("forkserver").Process(target=_extract, args=(article, tmp_path / "out"))
    process.start()
    while not list((tmp_path / "out").glob(f"{PARTED[-1]}/*.parquet")):  # the last that is written of a part
        assert process.is_alive()
        time.sleep(0.02)
    yield process
    process.kill()
    process.join()


def berita(article: Path, out: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline", "extract", str(article), "-o", str(out), "--profile", "fast"]
    return subprocess.run([*command, *options], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("option", ["--chunk=1", "--restart"])
def test_the_second_run_is_refused_and_changes_nothing(
    option: str, other: BaseProcess, article: Path, tmp_path: Path
) -> None:
    before = {file: file.read_bytes() for file in (tmp_path / "out").rglob("*") if file.is_file()}
    refused = berita(article, tmp_path / "out", option)
    assert refused.returncode == 2
    assert f"another run is writing to {tmp_path / 'out'} (process {other.pid} on " in refused.stderr
    assert "wait for it, or choose another --out" in refused.stderr
    assert {file: file.read_bytes() for file in (tmp_path / "out").rglob("*") if file.is_file()} == before


def test_after_kill_9_the_next_run_goes_on(
    other: BaseProcess, article: Path, tmp_path: Path, rows: Callable[[Path], object]
) -> None:
    other.kill()
    other.join()
    assert str(other.pid) in (tmp_path / "out" / LOCK).read_text()
    assert run([str(article)], tmp_path / "out", settings=FAST).found == 1
    run([str(article)], tmp_path / "anew", settings=FAST)
    assert rows(tmp_path / "out") == rows(tmp_path / "anew")
