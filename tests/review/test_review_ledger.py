"""The ledger: what is appended is read again, whatever happened in between."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from review_cases import entry, tables

from pipeline.corrections import NAME, Entry, Ledger, LedgerError, read
from pipeline.corrections.replay import Decisions


@pytest.fixture(scope="module")
def rejected() -> Entry:
    return entry(tables(), "dates", "Senin (10/11/2025)", "reject")


def write(path: Path, *entries: Entry) -> Path:
    with Ledger(path) as ledger:
        for each in entries:
            ledger.append(each)
    return path


def test_what_is_written_is_read(tmp_path: Path, rejected: Entry) -> None:
    corrected = replace(rejected, decision="correct", corrected={"value": "2025-11-11", "modifier": None})
    assert read(write(tmp_path / NAME, rejected, corrected)) == [rejected, corrected]


def test_a_line_holds_the_row_as_it_was(tmp_path: Path, rejected: Entry) -> None:
    line = json.loads(write(tmp_path / NAME, rejected).read_text(encoding="utf-8"))
    assert line["table"] == "dates"
    assert line["text"] == "Senin (10/11/2025)"
    assert line["row"]["value"] == "2025-11-10"
    assert line["row"]["conflict"] is False
    assert line["reviewer"] == "eka"
    assert len(line["text_sha256"]) == 64


def test_no_file_means_no_entries(tmp_path: Path) -> None:
    assert read(tmp_path / NAME) == []


def test_opening_again_keeps_what_is_there(tmp_path: Path, rejected: Entry) -> None:
    write(tmp_path / NAME, rejected)
    assert read(write(tmp_path / NAME, rejected)) == [rejected, rejected]


@pytest.mark.parametrize("cut", [1, 2, 40, 400])
def test_a_torn_last_line_is_left_out_and_writing_goes_on(tmp_path: Path, rejected: Entry, cut: int) -> None:
    path = write(tmp_path / NAME, rejected, replace(rejected, reviewer="budi"))
    path.write_bytes(path.read_bytes()[:-cut])
    whole = [rejected] if cut > 1 else [rejected, replace(rejected, reviewer="budi")]
    assert read(path) == whole
    write(path, replace(rejected, reviewer="sari"))
    assert read(path) == [*whole, replace(rejected, reviewer="sari")]


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "{}", '{"table": "guru"}', json.dumps({"decision": "accept", "table": "dates"})],
)
def test_a_broken_line_in_the_middle_is_named(tmp_path: Path, rejected: Entry, line: str) -> None:
    path = write(tmp_path / NAME, rejected)
    path.write_text(f"{line}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    with pytest.raises(LedgerError, match=r"corrections.jsonl:1: not an entry of a review ledger"):
        read(path)


def test_columns_of_later_versions_are_passed_over(tmp_path: Path, rejected: Entry) -> None:
    path = write(tmp_path / NAME, rejected)
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), "mood": "baik"}) + "\n")
    assert read(path) == [rejected]


def test_one_writer(tmp_path: Path) -> None:
    path = tmp_path / NAME
    code = f"import pathlib; from pipeline.corrections import Ledger; Ledger(pathlib.Path({str(path)!r}))"
    with Ledger(path):
        other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "is being written by another review; close that one first" in other.stderr
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot write"):
        Ledger(tmp_path / "tiada" / NAME)


@pytest.mark.parametrize(
    ("decisions", "holds"),
    [
        (["accept"], "accept"),
        (["accept", "reject"], "reject"),
        (["accept", "undo"], None),
        (["accept", "reject", "undo"], "accept"),
        (["accept", "reject", "undo", "undo"], None),
        (["undo", "accept"], "accept"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_the_last_decision_holds_unless_undone(rejected: Entry, decisions: list[str], holds: str | None) -> None:
    entries = [replace(rejected, decision=decision) for decision in decisions]  # type: ignore[arg-type]
    standing = Decisions(entries, tables().arrow["articles"]).about(rejected.text_sha256, "lamandau")
    assert [each.decision for each in standing] == ([holds] if holds else [])
