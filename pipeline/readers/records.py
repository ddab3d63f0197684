"""Files of many articles: JSON Lines, JSON, CSV and Parquet, read one record at a time.

A broken record is a `Failure` that names file and line; the rest of the file goes on.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.readers.article import Article, Failure
from pipeline.readers.encoding import decode, is_utf16, to_utf8
from pipeline.readers.fields import NAMES, text_column, to_article

_DELIMITERS = ",;\t|"
csv.field_size_limit(min(sys.maxsize, 2**31 - 1))  # the default of 131,072 characters is less than a long article


def parse_jsonl(lines: Iterable[bytes], source: str) -> Iterator[Article | Failure]:
    """An article for each line that holds a JSON object; empty lines are passed over."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{source}:{number}"
        text = decode(line, where)
        if isinstance(text, Failure):
            yield text
            continue
        try:
            record = json.loads(text)
        except (ValueError, RecursionError) as error:
            yield Failure(source=where, error_type="json", message=f"broken JSON: {error}")
            continue
        yield from _from_json(record, where)


def read_jsonl(path: Path) -> Iterator[Article | Failure]:
    """The articles of a ``.jsonl`` file."""
    with path.open("rb") as lines:
        first = lines.readline()
        if is_utf16(first):
            yield from parse_jsonl(to_utf8(first + lines.read()).split(b"\n"), str(path))
        else:
            yield from parse_jsonl(chain([first], lines), str(path))


def read_json(path: Path) -> Iterator[Article | Failure]:
    """The articles of a ``.json`` file: a list of objects, or one."""
    content = decode(path.read_bytes(), str(path))
    if isinstance(content, Failure):
        yield content
        return
    try:
        records = json.loads(content)
    except (ValueError, RecursionError) as error:
        yield Failure(source=str(path), error_type="json", message=f"broken JSON: {error}")
        return
    if not isinstance(records, list):
        yield from _from_json(records, str(path))
        return
    for number, record in enumerate(records, start=1):
        yield from _from_json(record, f"{path}:{number}")


def _from_json(record: object, where: str) -> Iterator[Article | Failure]:
    if isinstance(record, Mapping):
        yield from to_article(record, where)
    else:
        message = f"a JSON {type(record).__name__}, where an object was expected"
        yield Failure(source=where, error_type="json", message=message)


def read_csv(path: Path) -> Iterator[Article | Failure]:
    """The articles of a ``.csv`` or ``.tsv`` file with a header line; comma, semicolon, tab or bar as delimiter."""
    content = decode(path.read_bytes(), str(path))
    if isinstance(content, Failure):
        yield content
        return
    delimiter, names = _header(content, "\t" if path.suffix.lower() == ".tsv" else ",")
    if text_column(names) is None:
        yield _no_text_column(str(path), names)
        return
    rows = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)
    next(rows)
    first = last = 2
    for cells in rows:
        first, last = last, rows.line_num + 1
        if len(cells) > len(names):
            message = (
                f"{len(cells)} cells under {len(names)} columns; put a cell that holds {delimiter!r} in quotation marks"
            )
            yield Failure(source=f"{path}:{first}", error_type="csv", message=message)
        elif cells:
            yield from to_article(dict(zip(names, cells, strict=False)), f"{path}:{first}")
    if _is_unclosed(content, first):
        message = "a quotation mark is opened here and never closed; the lines below were read as part of this record"
        yield Failure(source=f"{path}:{first}", error_type="csv", message=message, fatal=False)


def _header(content: str, usual: str) -> tuple[str, list[str]]:
    """The delimiter and the column names: of the readings of the first line that have a text column, the one with the
    most columns; the `usual` delimiter where only one column is there."""
    first = io.StringIO(content, newline="").readline()
    readings = [(mark, next(csv.reader([first], delimiter=mark), [])) for mark in (usual, *_DELIMITERS)]
    return max(readings, key=lambda reading: (text_column(reading[1]) is not None, len(reading[1])))


def _is_unclosed(content: str, first: int) -> bool:
    """Whether the last record, which begins on line `first`, runs over several lines to the file's end for want of a
    closing mark."""
    lines = io.StringIO(content, newline="").readlines()[first - 1 :]
    return len(lines) > 1 and sum(line.count('"') for line in lines) % 2 == 1


def read_parquet(path: Path) -> Iterator[Article | Failure]:
    """The articles of a ``.parquet`` file, streamed by row group."""
    try:
        with pq.ParquetFile(path) as file:
            names: Sequence[str] = file.schema_arrow.names
            if text_column(names) is None:
                yield _no_text_column(str(path), names)
                return
            records = (record for batch in file.iter_batches(batch_size=256) for record in batch.to_pylist())
            for number, record in enumerate(records, start=1):
                yield from to_article(record, f"{path}:{number}")
    except pa.ArrowException as error:
        yield Failure(source=str(path), error_type="parquet", message=f"not a readable Parquet file: {error}")


def _no_text_column(source: str, names: Iterable[str]) -> Failure:
    message = f"no text column among {', '.join(names) or 'no columns'}; name one of them {', '.join(NAMES['text'])}"
    return Failure(source=source, error_type="no_text", message=message)
