"""Excel workbooks (``.xlsx``, extra ``[excel]``): every sheet with a text column, a row at a time."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, BinaryIO

from pipeline.readers.article import Article, Failure
from pipeline.readers.fields import no_text_column, text_column, to_article
from pipeline.readers.file import Budget, File, UnreadableError

_HEADER_WITHIN = 20  # rows: titles, notes and empty lines may stand above the header


def read_excel(file: File) -> Iterator[Article | Failure]:
    """The articles of a workbook: in each sheet, the rows below the first row that names a text column.

    A row's source is ``file.xlsx:Sheet:number``. Sheets without a text column (notes, legends) are passed over, unless
    there is no other.
    """
    try:
        from openpyxl import load_workbook
    except ImportError:
        message = "Excel needs: pip install 'berita-pipeline[excel]'"
        yield Failure(source=file.source, error_type="missing_extra", message=message)
        return
    with file.open_seekable() as stream:
        _check(stream, file.budget)
        workbook = load_workbook(stream, read_only=True, data_only=True)
        seen: list[str] = []
        found = False
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()  # some exporters write a wrong size, which would cut the sheet
            rows = enumerate(sheet.iter_rows(values_only=True), start=1)
            names = _header(rows, seen)
            if names:
                found = True
                yield from _articles(rows, names, f"{file.source}:{sheet.title}")
        if not found:
            yield no_text_column(file.source, seen)


def _check(stream: BinaryIO, budget: Budget) -> None:
    """Refuse what is no workbook, and one that unpacks to far too much."""
    try:
        with zipfile.ZipFile(stream) as parts:
            budget.spend(sum(part.file_size for part in parts.infolist()))
    except zipfile.BadZipFile:
        message = "no .xlsx workbook, or one with a password; save it again as .xlsx without one"
        raise UnreadableError("excel", message) from None


def _header(rows: Iterable[tuple[int, tuple[Any, ...]]], seen: list[str]) -> list[str]:
    """The column names in the first row that names a text column, empty where none does; names met go on `seen`."""
    for _, cells in islice(rows, _HEADER_WITHIN):
        names = ["" if cell is None else str(cell).strip() for cell in cells]
        if text_column(names) is not None:
            return names
        seen += filter(None, names)
    return []


def _articles(
    rows: Iterable[tuple[int, tuple[Any, ...]]], names: list[str], source: str
) -> Iterator[Article | Failure]:
    from openpyxl.utils.escape import unescape

    for number, cells in rows:
        if any(cell is not None for cell in cells):
            values = (unescape(cell) if isinstance(cell, str) else cell for cell in cells)
            yield from to_article(dict(zip(names, values, strict=False)), f"{source}:{number}")
