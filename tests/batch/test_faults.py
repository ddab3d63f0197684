"""Articles that take their worker down, and outputs that cannot be written: only what is at fault is lost."""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import signal
from collections.abc import Callable
from pathlib import Path

import poison
import pytest

from pipeline import Tables
from pipeline.batch.crew import CrewError, Processes
from pipeline.batch.errors import OutputError
from pipeline.batch.run import Summary, run
from pipeline.batch.settings import Settings
from pipeline.stores.manifest import read_manifest

FAST = Settings(profile="fast", chunk=8)
Rows = Callable[[Path], dict[str, list[dict[str, object]]]]

POISONS = {
    "crash": (poison.CRASH, "crash", "Segmentation fault"),
    "hang": (poison.HANG, "timeout", "took longer than 4 seconds"),
    "kill": (poison.KILL, "killed", "perhaps because memory ran out"),
    "memory": (poison.GREED, "MemoryError", ""),
    "exception": (poison.RAISE, "ValueError", "tidak terbaca"),
}


@pytest.fixture(scope="module")
def survived(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of a run over the sixty articles with one of each poison among them."""
    folder = tmp_path_factory.mktemp("racun")
    lines = [json.dumps({"isi": text, "id": f"a{number}"}) for number, text in enumerate(texts)]
    for number, (name, (word, _, _)) in enumerate(POISONS.items()):
        lines.insert(11 * number, json.dumps({"isi": f"Guru minum {word}.", "id": name}))
    (folder / "berita.jsonl").write_text("\n".join(lines))
    options = {"workers": 2, "timeout": 4.0, "memory": 8.0, "extract": poison.poisoned}
    summary = run([str(folder / "berita.jsonl")], folder / "out", settings=FAST, **options)  # type: ignore[arg-type]
    assert summary.statuses == {"ok": len(texts), "failed": len(POISONS)}
    return folder / "out"


@pytest.mark.parametrize("name", POISONS)
def test_an_article_at_fault_is_listed_with_the_reason(name: str, survived: Path, rows: Rows) -> None:
    _, error_type, message = POISONS[name]
    found = rows(survived)
    (error,) = (row for row in found["errors"] if row["article_id"] == name)
    assert (error["stage"], error["error_type"]) == ("extract", error_type)
    assert message in str(error["message"])
    (failed,) = (row for row in found["articles"] if row["article_id"] == name)
    assert (failed["status"], failed["text"], failed["error"]) == ("failed", "", error["message"])


def test_articles_beside_one_at_fault_are_extracted(survived: Path, once: Path, rows: Rows) -> None:
    assert len(rows(survived)["errors"]) == len(POISONS)
    for name in ("dates", "figures", "roles", "persons"):
        found, expected = (
            [{k: v for k, v in row.items() if not k.endswith("_id")} for row in rows(place)[name]]
            for place in (survived, once)
        )
        assert found == expected


def test_what_failed_is_tried_again_when_asked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Guru minum {poison.RAISE}, Rabu (12/11/2025).")
    first = run([str(tmp_path / "a.txt")], tmp_path / "out", settings=FAST, extract=poison.poisoned)
    assert first.statuses == {"failed": 1}
    assert run([str(tmp_path / "a.txt")], tmp_path / "out", settings=FAST).statuses == {"failed": 1}
    assert run([str(tmp_path / "a.txt")], tmp_path / "out", settings=FAST, retry=True).statuses == {"ok": 1}
    assert Tables.load(tmp_path / "out").dates["value"].tolist() == ["2025-11-12"]


def test_a_worker_killed_in_mid_run_costs_nothing(articles: Path, once: Path, tmp_path: Path, rows: Rows) -> None:
    victims: list[int] = []

    def kill_one(summary: Summary) -> None:
        if not victims:
            victims.extend(child.pid or 0 for child in multiprocessing.active_children()[:1])
            os.kill(victims[0], signal.SIGKILL)

    run([str(articles)], tmp_path / "out", settings=FAST, workers=2, on_progress=kill_one)
    assert victims
    assert rows(tmp_path / "out") == rows(once)


def test_a_pool_that_is_broken_is_made_anew() -> None:
    crew = Processes(1)
    with pytest.raises(crew.deaths):
        crew.submit(os._exit, 1).result()
    assert crew.submit(len, [1, 2]).result() == 2
    crew.close(at_once=True)


def _with_a_small_disk(articles: Path, folder: Path, most: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    try:
        run([str(articles)], folder, settings=FAST)
    except OutputError as error:
        (folder.parent / "message").write_text(str(error))


def test_a_full_disk_stops_the_run_which_then_goes_on(articles: Path, once: Path, tmp_path: Path, rows: Rows) -> None:
    """Files cannot grow beyond a limit, as on a disk that is full: the call that writes fails in the same way."""
    out = tmp_path / "out"
    process = multiprocessing.get_context("forkserver").Process(target=_with_a_small_disk, args=(articles, out, 7_000))
    process.start()
    process.join()
    message = (tmp_path / "message").read_text()
    assert "File too large" in message
    assert "the same command goes on" in message
    assert not list(out.rglob("*.tmp"))
    run([str(articles)], out, settings=FAST)
    assert rows(out) == rows(once)


def test_an_output_that_cannot_be_made_is_an_error() -> None:
    with pytest.raises(OutputError, match="cannot write to /proc/keluaran"):
        run(["a.txt"], Path("/proc/keluaran"))


def test_a_damaged_manifest_is_named(tmp_path: Path, articles: Path, once: Path, rows: Rows) -> None:
    run([str(articles)], tmp_path / "out", settings=FAST)
    (tmp_path / "out" / "berita-run.json").write_text('{"par')
    with pytest.raises(OutputError, match=r"is damaged .*--restart"):
        run([str(articles)], tmp_path / "out", settings=FAST)
    run([str(articles)], tmp_path / "out", settings=FAST, restart=True)
    assert rows(tmp_path / "out") == rows(once)


def test_no_scheduler_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.batch.crew.PATIENCE", "1s")
    with pytest.raises(CrewError, match="no Dask scheduler answers"):
        run(["a.txt"], tmp_path / "out", scheduler="tcp://127.0.0.1:9")
    assert read_manifest(tmp_path / "out")["finished"] is None
