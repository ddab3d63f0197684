"""Excel workbooks: header rows, sheets, types, and what is none."""

import sys
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from pipeline.readers import Article, Failure, file
from pipeline.readers.sources import scan_path

GURU, MURID = "Guru hadir di Kayuagung.", "Murid pulang, kata Eka.\nSelesai."


def workbook(place: Path, **sheets: list[list[object]]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(place)
    return place


def test_rows_below_the_header_of_every_sheet_with_text(tmp_path: Path) -> None:
    place = workbook(
        tmp_path / "a.xlsx",
        Catatan=[["Dikumpulkan oleh panitia"]],
        Januari=[
            ["Kliping pendidikan"],
            [],
            ["No", "Judul", "Isi", "Tanggal", "Media"],
            [1, "Pelatihan", GURU, datetime(2025, 1, 12, 9, 30), "Harian Lentera"],
            [None, None, None, None, None],
            [2, "Pulang", MURID, "13 Januari 2025", None],
        ],
        Februari=[["text"], [GURU]],
    )
    first, second, third = scan_path(place)
    assert isinstance(first, Article)
    assert (first.text, first.title, first.outlet, first.source) == (
        GURU,
        "Pelatihan",
        "Harian Lentera",
        f"{place}:Januari:4",
    )
    assert first.published_at == "2025-01-12T09:30:00"
    assert isinstance(second, Article)
    assert (second.text, second.outlet, second.source) == (MURID, None, f"{place}:Januari:6")
    assert third.source == f"{place}:Februari:2"


def test_line_ends_that_excel_escapes(tmp_path: Path) -> None:
    (article,) = scan_path(workbook(tmp_path / "a.xlsx", A=[["isi"], ["Guru hadir._x000D_\nSelesai."]]))
    assert isinstance(article, Article)
    assert article.text == "Guru hadir.\r\nSelesai."


def test_a_row_without_text_costs_only_itself(tmp_path: Path) -> None:
    place = workbook(tmp_path / "a.xlsx", A=[["judul", "isi"], ["Kosong", None], ["Ada", GURU]])
    first, second = scan_path(place)
    assert isinstance(first, Failure)
    assert (first.error_type, first.source) == ("no_text", f"{place}:A:2")
    assert isinstance(second, Article)


def test_no_text_column_anywhere(tmp_path: Path) -> None:
    (failure,) = scan_path(workbook(tmp_path / "a.xlsx", A=[["judul", "penulis"], ["A", "B"]], B=[]))
    assert isinstance(failure, Failure)
    assert failure.error_type == "no_text"
    assert "no text column among judul, penulis" in failure.message


@pytest.mark.parametrize("content", [b"", b"bukan buku kerja", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_what_is_no_workbook(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    (failure,) = scan_path(tmp_path / "a.xlsx")
    assert isinstance(failure, Failure)
    assert (failure.source, failure.error_type) == (str(tmp_path / "a.xlsx"), "excel")
    assert "password" in failure.message


def test_a_workbook_that_is_a_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "_FLOOR", 1000)
    monkeypatch.setattr(file, "_RATIO", 2)
    (failure,) = scan_path(workbook(tmp_path / "a.xlsx", A=[["isi"], *[["guru " * 99]] * 999]))
    assert isinstance(failure, Failure)
    assert failure.error_type == "too_large"


def test_without_the_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    (tmp_path / "a.xlsx").write_bytes(b"")
    (failure,) = scan_path(tmp_path / "a.xlsx")
    assert isinstance(failure, Failure)
    assert failure.message == "Excel needs: pip install 'berita-pipeline[excel]'"
