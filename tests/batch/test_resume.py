"""A run that is stopped in whatever way and run again is as one that was not stopped, row for row."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline import Tables
from pipeline.batch.errors import OutputError
from pipeline.batch.run import Summary, run
from pipeline.batch.settings import Settings
from pipeline.stores.files import place_of
from pipeline.stores.folder import PARTED, SIGNATURES, Format, parts, whole_parts
from pipeline.stores.manifest import read_manifest

FAST = Settings(profile="fast", chunk=8)
ROOT = Path(__file__).parents[2]
Rows = Callable[[Path], dict[str, list[dict[str, object]]]]


class StopError(Exception):
    """What a test stops a run with."""


def stop(summary: Summary) -> None:
    raise StopError


@pytest.mark.parametrize("workers", [0, 2])
@pytest.mark.parametrize("format", ["parquet", "csv"])
def test_a_stopped_run_goes_on(
    format: Format, workers: int, articles: Path, texts: list[str], tmp_path: Path, rows: Rows
) -> None:
    run([str(articles)], tmp_path / "whole", settings=FAST, format=format)
    out = tmp_path / "out"
    with pytest.raises(StopError):
        run([str(articles)], out, settings=FAST, format=format, workers=workers, on_progress=stop)
    assert read_manifest(out)["finished"] is None
    assert 0 < Tables.load(out).counts()["articles"] < len(texts)
    summary = run([str(articles)], out, settings=FAST, format=format, workers=workers)
    assert 0 < summary.found < summary.articles == len(texts)
    assert rows(out) == rows(tmp_path / "whole")
    assert run([str(articles)], out, settings=FAST, format=format).found == len(texts)
    assert rows(out) == rows(tmp_path / "whole")


def _stamps(out: Path) -> dict[str, int]:
    return {str(file): file.stat().st_mtime_ns for file in out.rglob("*.parquet") if file.parent.name != "entities"}


def test_only_what_has_changed_is_extracted(
    tmp_path: Path, texts: list[str], rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # where chunks end depends on the names of the files, which are the same so each time
    folder = Path("masukan")
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:03}.txt").write_text(text)
    out = tmp_path / "out"
    run([str(folder)], out, settings=FAST)
    before = _stamps(out)
    (folder / "000a.txt").write_text("Gubernur Jambi meresmikan 12 sekolah, Senin (3/11/2025).")
    (folder / "030.txt").unlink()
    (folder / "059.txt").write_text("Wali Kota Jambi membuka lomba membaca, Selasa (4/11/2025).")
    summary = run([str(folder)], out, settings=FAST)
    assert summary.found >= len(texts) // 3
    kept = before.keys() & _stamps(out).keys()
    assert kept
    assert all(before[file] == _stamps(out)[file] for file in kept)
    run([str(folder)], tmp_path / "anew", settings=FAST)
    assert rows(out) == rows(tmp_path / "anew")


def test_while_a_finished_run_is_brought_up_to_date_its_tables_stand(
    tmp_path: Path, articles: Path, rows: Rows
) -> None:
    out, changed = tmp_path / "out", tmp_path / "berita.jsonl"
    changed.write_text(articles.read_text())
    run([str(changed)], out, settings=FAST)
    before = rows(out)
    changed.write_text("\n".join(reversed(articles.read_text().splitlines())))
    for _ in range(2):
        with pytest.raises(StopError):
            run([str(changed)], out, settings=FAST, on_progress=stop)
        assert len(whole_parts(out)) > len(parts(out))
        assert rows(out) == before
    run([str(changed)], out, settings=FAST)
    assert sorted(parts(out)) == sorted(whole_parts(out))
    assert [row["text"] for row in rows(out)["articles"]] == [row["text"] for row in before["articles"]][::-1]


def test_tables_that_no_run_wrote_are_not_mixed_with(tmp_path: Path, articles: Path, once: Path) -> None:
    Tables.load(once).save(tmp_path)
    with pytest.raises(OutputError, match="not by berita extract"):
        run([str(articles)], tmp_path, settings=FAST)


def test_a_refused_change_of_format_changes_nothing(tmp_path: Path, articles: Path) -> None:
    run([str(articles)], tmp_path, settings=FAST)
    before = sorted(place.relative_to(tmp_path) for place in tmp_path.rglob("*"))
    with pytest.raises(OutputError, match="was made otherwise"):
        run([str(articles)], tmp_path, settings=replace(FAST, chunk=9), format="csv")
    assert sorted(place.relative_to(tmp_path) for place in tmp_path.rglob("*")) == before


OTHERS = {
    "profile": ({"profile": "default"}, "profile 'fast', now 'default'"),
    "stages": ({"stages": ("dates",)}, r"stages .*, now \['dates'\]"),
    "confidence": ({"min_confidence": 0.5}, "min_confidence 0.0, now 0.5"),
    "chunk": ({"chunk": 9}, "chunk 8, now 9"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_results_of_two_kinds_are_not_mixed(name: str, once: Path, articles: Path, rows: Rows) -> None:
    change, message = OTHERS[name]
    before = rows(once)
    with pytest.raises(OutputError, match=f"was made otherwise .*{message}.*--restart"):
        run([str(articles)], once, settings=replace(FAST, **change))  # type: ignore[arg-type]
    assert rows(once) == before


def test_anew_when_asked(tmp_path: Path, articles: Path) -> None:
    run([str(articles)], tmp_path, settings=FAST)
    run([str(articles)], tmp_path, settings=replace(FAST, stages=("dates",)), restart=True)
    counts = Tables.load(tmp_path).counts()
    assert counts["dates"] == counts["facts"] > 0


def test_what_a_power_cut_leaves_is_swept_away(tmp_path: Path, articles: Path, once: Path, rows: Rows) -> None:
    """Half a file under a temporary name, a part that lacks a table, and no manifest."""
    run([str(articles)], tmp_path, settings=FAST)
    whole, manifest = Tables.load(tmp_path).counts()["articles"], read_manifest(tmp_path)
    torn, *_ = parts(tmp_path)
    (tmp_path / "quotes" / f"{torn}.parquet").unlink()
    (tmp_path / "quotes" / f"{torn}.parquet.77.tmp").write_bytes(b"PAR1")
    (tmp_path / "berita-run.json").unlink()
    assert Tables.load(tmp_path).counts()["articles"] < whole
    assert len(rows(tmp_path)["roles"]) < len(rows(once)["roles"])
    (tmp_path / "berita-run.json").write_text(json.dumps({**manifest, "finished": None}))
    run([str(articles)], tmp_path, settings=FAST)
    assert rows(tmp_path) == rows(once)
    assert not list(tmp_path.rglob("*.tmp"))


def test_a_part_with_all_tables_has_its_signatures(tmp_path: Path, articles: Path) -> None:
    """However early its writer was killed, as they are written before the tables."""
    run([str(articles)], tmp_path, settings=FAST)
    for part in parts(tmp_path):
        written = {name: (tmp_path / name / f"{part}.parquet").stat().st_mtime_ns for name in (SIGNATURES, *PARTED)}
        assert min(written, key=written.__getitem__) == SIGNATURES


def _extract(articles: Path, out: Path) -> None:
    run([str(articles)], out, settings=FAST)


@pytest.mark.parametrize("number", range(10))
def test_killed_at_a_random_moment(number: int, articles: Path, once: Path, tmp_path: Path, rows: Rows) -> None:
    """``kill -9`` at another moment each time; what can be read then is whole, and nothing comes twice."""
    started = time.monotonic()
    run([str(articles)], tmp_path / "whole", settings=FAST)
    process = multiprocessing.get_context("forkserver").Process(target=_extract, args=(articles, tmp_path / "out"))
    process.start()
    process.join((time.monotonic() - started) * random.Random(number).uniform(0.2, 1.2))
    process.kill()
    process.join()
    if parts(tmp_path / "out"):
        found, reference = rows(tmp_path / "out"), rows(once)
        for name in ("articles", "quotes", "dates", "roles", "errors"):
            columns = [{k: v for k, v in row.items() if k != "duplicate_group"} for row in found[name]]
            wanted = [{k: v for k, v in row.items() if k != "duplicate_group"} for row in reference[name]]
            assert [row for row in wanted if row in columns] == sorted(columns, key=wanted.index)
    run([str(articles)], tmp_path / "out", settings=FAST)
    assert rows(tmp_path / "out") == rows(once)
    assert not list((tmp_path / "out").rglob("*.tmp"))


@pytest.fixture(scope="module")
def many(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough articles that a run is still at work when it is stopped."""
    file = tmp_path_factory.mktemp("banyak") / "berita.jsonl"
    file.write_text(
        "\n".join(json.dumps({"isi": text, "id": f"{n}-{text[-25:-20]}"}) for n in range(120) for text in texts)
    )
    return file


def heed() -> None:
    """Let Ctrl-C reach a process even where the tests run in a background that ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)],
    ids=["Ctrl-C", "SIGTERM", "kill -9 of all processes"],
)
def test_the_command_stopped_in_mid_run(number: int, code: int, many: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "pipeline", "extract", str(many), "-o", str(out), "--profile", "fast", "-w", "2"]
    options = {"cwd": ROOT, "stderr": subprocess.PIPE, "text": True, "start_new_session": True, "preexec_fn": heed}
    process = subprocess.Popen([*command, "--chunk", "8"], **options)  # type: ignore[call-overload]
    while process.poll() is None and len(list(out.glob("sentences/*.parquet"))) < 3:
        time.sleep(0.02)
    os.killpg(process.pid, number)
    _, message = process.communicate()
    assert process.returncode == code
    assert ("the same command goes on from there" in message) == (code > 0)
    assert "Traceback" not in message
    assert read_manifest(out)["finished"] is None
    assert whole_parts(out) >= set(parts(out))
    if code > 0:
        ids = Tables.load(out).articles["article_id"]
        assert 0 < len(ids) == ids.nunique() < 7200


def test_an_output_behind_a_url(articles: Path, once: Path, rows: Rows) -> None:
    out = place_of("memory://kabar/out")
    with pytest.raises(StopError):
        run([str(articles)], out, settings=FAST, on_progress=stop)
    assert run([str(articles)], out, settings=FAST).found > 0
    assert rows(out) == rows(once)
    assert pq.read_table((out / "articles" / f"{parts(out)[0]}.parquet").open("rb")).num_rows > 0
    run([str(articles)], out, settings=FAST, format="csv")
    assert rows(out) == rows(once)
