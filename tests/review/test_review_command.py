"""``berita review`` as a person runs it."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from review_cases import entry
from typer.testing import CliRunner, Result

from pipeline import Tables
from pipeline.cli import app
from pipeline.corrections import NAME, Ledger
from pipeline.review.server import TOKEN_HEADER


@pytest.fixture
def out(run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(run, "out"))


def review(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["review", *arguments])


@pytest.fixture
def process(out: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "pipeline", "review", str(out.absolute()), "--reviewer", "eka"]
    root = Path(__file__).parents[2]
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # even in a background that ignores Ctrl-C
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes, text=True, cwd=root, preexec_fn=heed) as process:
        yield process
        process.kill()


def test_it_prints_its_address_serves_and_ends_with_a_summary(process: subprocess.Popen[str], out: Path) -> None:
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(6)]
    assert re.search(r"out: 3 articles, 0 of \d+ rows decided$", lines[0])
    address = re.search(r"http://127\.0\.0\.1:\d+/\?token=(\S+)", "".join(lines))
    assert address, lines
    with urlopen(address[0]) as page:
        assert page.status == 200
    body = b'{"article_id": "garut", "table": "figures", "row_id": "garut:f1", "decision": "reject"}'
    place = address[0].partition("?")[0] + "api/decide"
    with urlopen(Request(place, body, {TOKEN_HEADER: address[1]})) as answer:
        assert answer.status == 200
    process.send_signal(signal.SIGINT)
    rest, errors = process.communicate()
    assert re.search(r"1 of \d+ rows decided; all of it is in .*corrections\.jsonl", rest)
    assert (process.returncode, errors) == (0, "")
    assert "12 murid" not in Tables.load(out).reviewed().figures["text"].tolist()


def test_a_folder_without_tables(tmp_path: Path) -> None:
    result = review(str(tmp_path))
    assert result.exit_code == 2
    assert "no tables in" in result.stderr


def test_a_second_review_of_the_same_run(out: Path) -> None:
    with Ledger(out / NAME):
        result = review("out")
    assert result.exit_code == 2
    assert "is being written by another review" in result.stderr


def test_a_broken_ledger(out: Path) -> None:
    (out / NAME).write_text("{\n{}\n")
    result = review("out", "--orphaned")
    assert result.exit_code == 2
    assert "corrections.jsonl:1: not an entry of a review ledger" in result.stderr


def test_decisions_without_a_row_are_listed(out: Path) -> None:
    found = Tables.load(out)
    with Ledger(out / NAME) as ledger:
        ledger.append(entry(found, "figures", "25 warga", "reject"))
    assert review("out", "--orphaned").stdout == ""
    Tables({**found.arrow, "figures": found.arrow["figures"].slice(0, 0)}).save(out)
    result = review("out", "--orphaned")
    assert result.stdout == "lamandau figures reject '25 warga': no row of figures stands there any longer\n"
    assert "1 decisions without a row; all stay in out/corrections.jsonl" in result.stderr


def test_exporting_what_is_finished(out: Path) -> None:
    found = Tables.load(out)
    result = review("out", "--export", "gold")
    assert result.exit_code == 2
    assert "no article is reviewed to the end yet" in result.stderr
    garut = found.article("garut")
    with Ledger(out / NAME) as ledger:
        ledger.append(entry(garut, "figures", "12 murid", "accept"))
        ledger.append(entry(garut, "dates", "Senin (3/11/2025)", "accept"))
        ledger.append(entry(found, "figures", "25 warga", "accept"))
    result = review("out", "--export", "gold")
    assert (result.exit_code, result.stdout) == (0, "1 gold files in gold\n")
    assert re.search(r"left out lamandau: \d+ of its rows are not decided yet", result.stderr)
    assert [path.name for path in Path("gold").iterdir()] == ["garut.toml"]
