"""A real disk that fills up or goes read-only: the run says so, nothing there is torn, and with room it goes on."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline import Tables
from pipeline.batch import output
from pipeline.batch.errors import OutputError
from pipeline.batch.run import Summary, run
from pipeline.batch.settings import Settings
from pipeline.stores.folder import Format, parts, whole_parts
from pipeline.stores.manifest import read_manifest

PAGE = 4096  # what a file takes of such a disk, as a multiple
FAST = Settings(profile="fast", chunk=8)
Rows = Callable[[Path], dict[str, list[dict[str, object]]]]


def mount(place: Path, options: str) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], check=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes; only root may mount one."""
    place = tmp_path / "cakram"
    place.mkdir()
    mount(place, "size=2m")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(out: Path) -> Path:
    """Leave not a byte on the disk that `out` lies on."""
    filler = out / "exports" / "berkas"
    filler.parent.mkdir(parents=True, exist_ok=True)
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    return filler


@pytest.mark.parametrize("format", ["parquet", "csv"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_run_that_fills_the_disk_goes_on_with_more_room(
    share: float, format: Format, small_disk: Path, articles: Path, once: Path, rows: Rows
) -> None:
    """The disk holds a share of what the run takes, so that it fills up among the parts, and in the pass at the end."""
    pages = sum(-(-file.stat().st_size // PAGE) for file in once.rglob("*") if file.is_file())
    mount(small_disk, f"remount,size={round(share * pages) * PAGE}")
    out = small_disk / "out"
    with pytest.raises(OutputError, match=r"cannot write to .*: No space left on device; .* the same command goes on"):
        run([str(articles)], out, settings=FAST, format=format)
    assert not list(out.rglob("*.tmp"))
    assert not read_manifest(out).get("complete")
    mount(small_disk, "remount,size=16m")
    run([str(articles)], out, settings=FAST, format=format)
    assert rows(out) == rows(once)


def test_a_disk_that_is_full_when_the_manifest_is_written(
    small_disk: Path, articles: Path, once: Path, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The manifest before it stands, and lists only what is whole."""
    monkeypatch.setattr(output, "CHECKPOINT", 0.0)
    out = small_disk / "out"

    def fill_up(summary: Summary) -> None:
        if len(whole_parts(out)) == 3:
            fill(out)

    mount(small_disk, "remount,size=16m")
    with pytest.raises(OutputError, match="No space left on device"):
        run([str(articles)], out, settings=FAST, on_progress=fill_up)
    assert len(parts(out)) == 3
    assert Tables.load(out).counts()["articles"] > 0
    (out / "exports" / "berkas").unlink()
    assert run([str(articles)], out, settings=FAST).found > 0
    assert rows(out) == rows(once)


def test_a_finished_run_stands_on_a_full_disk(small_disk: Path, articles: Path, once: Path, rows: Rows) -> None:
    out = small_disk / "out"
    run([str(articles)], out, settings=FAST)
    filler, before = fill(out), read_manifest(out)
    with pytest.raises(OutputError, match="No space left on device"):
        run([str(articles)], out, settings=FAST)
    assert read_manifest(out) == before
    assert rows(out) == rows(once)
    filler.unlink()
    assert run([str(articles)], out, settings=FAST).gone == 0


@pytest.mark.parametrize("restart", [False, True])
def test_a_read_only_output_is_left_as_it_is(
    restart: bool, small_disk: Path, articles: Path, once: Path, rows: Rows
) -> None:
    out = small_disk / "out"
    run([str(articles)], out, settings=FAST)
    mount(small_disk, "remount,ro")
    with pytest.raises(OutputError, match=f"cannot write to {out}: Read-only file system"):
        run([str(articles)], out, settings=FAST, restart=restart)
    assert rows(out) == rows(once)
    mount(small_disk, "remount,rw")
    run([str(articles)], out, settings=FAST, restart=restart)
    assert rows(out) == rows(once)
