"""CSV and TSV files with a header line, read a row at a time."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import chain
from typing import TextIO

from pipeline.readers.article import Article, Failure
from pipeline.readers.encoding import text_stream
from pipeline.readers.fields import no_text_column, text_column, to_article
from pipeline.readers.file import File

_DELIMITERS = ",;\t|"
_LONGEST = 32 << 20  # characters of a cell; an unclosed quotation mark makes one of all that follows
csv.field_size_limit(_LONGEST)  # the default of 131,072 characters is less than a long article


def read_csv(file: File) -> Iterator[Article | Failure]:
    """The articles of a ``.csv`` or ``.tsv`` file; comma, semicolon, tab or bar as delimiter."""
    with file.open() as stream:
        text = text_stream(stream, file.source)
        if isinstance(text, Failure):
            yield text
        else:
            yield from _rows(text, file.source, "\t" if file.name.lower().endswith(".tsv") else ",")


def _rows(text: TextIO, source: str, usual: str) -> Iterator[Article | Failure]:
    head = text.readline()
    delimiter, names = _header(head, usual)
    if text_column(names) is None:
        yield no_text_column(source, names)
        return
    lines = _Lines(text)
    rows = csv.reader(chain([head], lines), delimiter=delimiter)
    next(rows)
    unclosed = None  # the line of the last record, if its quotation mark never closes
    while True:
        first = rows.line_num + 1
        lines.start_record()
        try:
            cells = next(rows, None)
        except csv.Error as error:
            message = f"{error}; a quotation mark may be open here. Nothing below this line was read"
            yield Failure(source=f"{source}:{first}", error_type="csv", message=message)
            return
        if cells is None:
            break
        unclosed = first if lines.is_unclosed else None
        if len(cells) > len(names):
            message = (
                f"{len(cells)} cells under {len(names)} columns; put a cell that holds {delimiter!r} in quotation marks"
            )
            yield Failure(source=f"{source}:{first}", error_type="csv", message=message)
        elif cells:
            yield from to_article(dict(zip(names, cells, strict=False)), f"{source}:{first}")
    if unclosed:
        message = "a quotation mark is opened here and never closed; the lines below were read as part of this record"
        yield Failure(source=f"{source}:{unclosed}", error_type="csv", message=message, fatal=False)


def _header(first: str, usual: str) -> tuple[str, list[str]]:
    """The delimiter and the column names: of the readings of the first line that have a text column, the one with the
    most columns; the `usual` delimiter where only one column is there."""
    readings = [(mark, next(csv.reader([first], delimiter=mark), [])) for mark in (usual, *_DELIMITERS)]
    return max(readings, key=lambda reading: (text_column(reading[1]) is not None, len(reading[1])))


class _Lines:
    """The lines of a text, with the count of quotation marks in those of the current record."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self.start_record()

    def start_record(self) -> None:
        self._lines = self._marks = 0

    @property
    def is_unclosed(self) -> bool:
        """Whether the record runs over several lines for want of a closing mark."""
        return self._lines > 1 and self._marks % 2 == 1

    def __iter__(self) -> Iterator[str]:
        for line in self._text:
            self._lines += 1
            self._marks += line.count('"')
            yield line
