"""A run for spreadsheets: a folder of CSV files, or an Excel workbook (extra ``[excel]``).

A text that begins like a formula (``=``, ``+``, ``-``, ``@``, a tab or a line break) would be run by spreadsheets
(`OWASP, CSV injection <https://owasp.org/www-community/attacks/CSV_Injection>`_). In CSV it gets an apostrophe before
it; in Excel it is marked as text, and stays as it is.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regex

from pipeline.schema import TABLES, VIEWS
from pipeline.stores.duck import rows
from pipeline.stores.errors import StoreError
from pipeline.stores.files import replacing
from pipeline.tables.arrow import arrow_schema

if TYPE_CHECKING:
    import duckdb

_FORMULA = regex.compile(r"[=+\-@\t\r\n＝＋－＠]")
_ILLEGAL = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # not allowed in XML, of which workbooks are made
_MOST_ROWS = 1_048_576  # of a sheet, its header included
_MOST_CHARACTERS = 32_767  # of a cell
_WIDTHS = {"text": 60, "content": 60, "sentence_text": 80, "title": 40, "message": 60}


def is_formula(text: object) -> bool:
    """Whether a spreadsheet would take a cell for a formula.

    >>> is_formula("=HYPERLINK(1)"), is_formula("-nya"), is_formula("560 orang"), is_formula(-5)
    (True, True, False, False)
    """
    return isinstance(text, str) and _FORMULA.match(text) is not None


def write_csv(source: duckdb.DuckDBPyConnection, folder: Path) -> Counter[str]:
    """One CSV file a table into `folder`, in place of those it held; gives the rows written by table."""
    written: Counter[str] = Counter()
    for name in (*TABLES, *VIEWS):
        with replacing(folder / f"{name}.csv", "w", encoding="utf-8-sig", newline="") as file:
            lines = csv.writer(file)
            lines.writerow(arrow_schema(name).names)
            for batch in rows(source, f"SELECT * FROM {name}"):
                lines.writerows([f"'{cell}" if is_formula(cell) else cell for cell in row] for row in batch)
                written[name] += len(batch)
    return written


def write_excel(source: duckdb.DuckDBPyConnection, place: Path) -> tuple[Counter[str], list[str]]:
    """A workbook with a sheet a table, in place of the one that was there; gives the rows written by table, and what a
    workbook could not hold.

    Raises:
        StoreError: the extra is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError:
        raise StoreError("Excel needs: pip install 'berita-pipeline[excel]'") from None
    written: Counter[str] = Counter()
    notes: list[str] = []
    with replacing(place) as file:
        workbook = Workbook(write_only=True)
        for name in sorted((*TABLES, *VIEWS), key=lambda name: name != "facts"):
            sheets = _Sheets(workbook, name)
            for batch in rows(source, f"SELECT * FROM {name}"):
                for row in batch:
                    sheets.append(row)
                written[name] += len(batch)
            notes += sheets.notes()
        workbook.save(file)
    return written, notes


class _Sheets:
    """The rows of one table, on as many sheets as it takes."""

    def __init__(self, workbook: Any, name: str) -> None:
        self._workbook = workbook
        self._name = name
        self._count = 0
        self._cut = 0
        self._open()

    def append(self, row: tuple[object, ...]) -> None:
        if self._rows == _MOST_ROWS:
            self._open()
        self._sheet.append(self._cell(value) for value in row)
        self._rows += 1

    def notes(self) -> Iterator[str]:
        if self._count > 1:
            yield f"{self._name} has more rows than a sheet takes ({_MOST_ROWS:,}) and goes on over {self._count}"
        if self._cut:
            yield f"{self._name}: {self._cut:,} cells were longer than Excel takes and are cut at {_MOST_CHARACTERS:,}"

    def _open(self) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font
        from openpyxl.utils import get_column_letter

        self._count += 1
        self._rows = 1
        self._sheet = self._workbook.create_sheet(self._name if self._count == 1 else f"{self._name} ({self._count})")
        self._sheet.freeze_panes = "A2"
        header = []
        for number, column in enumerate(arrow_schema(self._name).names, start=1):
            self._sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(column, 16)
            header.append(WriteOnlyCell(self._sheet, column))
            header[-1].font = Font(bold=True)
        self._sheet.append(header)

    def _cell(self, value: object) -> object:
        if not isinstance(value, str):
            return value
        text = _ILLEGAL.sub("\ufffd", value)
        if len(text) > _MOST_CHARACTERS:
            self._cut += 1
            text = text[: _MOST_CHARACTERS - 1] + "…"
        return self._as_text(text) if is_formula(text) else text

    def _as_text(self, text: str) -> object:
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(self._sheet, text)
        cell.data_type = "s"
        cell.quotePrefix = True  # what typing an apostrophe before it does: it stays text when it is edited
        return cell
