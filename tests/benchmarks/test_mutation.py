"""`benchmarks.mutation` sees that an entry is gone, and its list is written as it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import effects, mutation


def test_a_loss_shows_in_the_entrys_own_text(tmp_path: Path) -> None:
    lost = [line for line in mutation.lines(["weekdays", "nicknames"]) if line.key in ("Kamis", "Jokowi")]
    mutation.measure(lost, 1, tmp_path)
    assert [(line.key, line.telling) for line in lost] == [("Jokowi", 0), ("Kamis", 0)]
    assert lost[1].found[0] == "date Kamis sore 2025-11-06TAF"
    assert [found[0] for found in lost[1].without] == ["", ""]


@pytest.mark.parametrize("file", ["time_zones", "nicknames", "page_bodies"])
def test_the_list_is_written_as_it_is_read(file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = mutation.listed(file)
    monkeypatch.setattr(mutation, "LISTED", tmp_path)
    mutation.write(file, rows)
    assert mutation.listed(file) == rows


def test_an_up_to_date_list_stays_as_it_is(tmp_path: Path) -> None:
    assert mutation.refreshed("time_zones", tmp_path) == mutation.listed("time_zones")


def test_each_file_has_texts_of_its_own_kind() -> None:
    assert effects.TEMPLATES.keys() <= effects.files().keys()
