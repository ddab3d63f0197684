"""Files of many articles: JSON Lines, CSV and Parquet, read one record at a time.

A broken record is a `Failure` that names file and line; the rest of the file goes on.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.readers.article import Article, Failure
from pipeline.readers.encoding import decode
from pipeline.readers.fields import NAMES, text_column, to_article

_SNIFFED = 65_536  # characters of a CSV file that its delimiter is told from
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
        except (json.JSONDecodeError, RecursionError) as error:
            yield Failure(source=where, error_type="json", message=f"broken JSON: {error}")
            continue
        if isinstance(record, Mapping):
            yield from to_article(record, where)
        else:
            yield Failure(
                source=where, error_type="json", message=f"a JSON {type(record).__name__}, where an object was expected"
            )


def read_jsonl(path: Path) -> Iterator[Article | Failure]:
    """The articles of a ``.jsonl`` file."""
    with path.open("rb") as lines:
        yield from parse_jsonl(lines, str(path))


def read_csv(path: Path) -> Iterator[Article | Failure]:
    """The articles of a ``.csv`` or ``.tsv`` file with a header line; comma, semicolon, tab or bar as delimiter."""
    content = decode(path.read_bytes(), str(path))
    if isinstance(content, Failure):
        yield content
        return
    try:
        dialect = csv.Sniffer().sniff(content[:_SNIFFED].split("\n", 1)[0], delimiters=",;\t|")
        dialect.doublequote = True
        delimiter = dialect.delimiter
    except csv.Error:
        delimiter = ","  # a single column has no delimiter to find
    rows = csv.DictReader(content.splitlines(keepends=True), delimiter=delimiter)
    names = [name for name in rows.fieldnames or () if name]
    if text_column(names) is None:
        yield _no_text_column(str(path), names)
        return
    for row in rows:
        yield from to_article(row, f"{path}:{rows.line_num}")


def read_parquet(path: Path) -> Iterator[Article | Failure]:
    """The articles of a ``.parquet`` file, streamed by row group."""
    try:
        with pq.ParquetFile(path) as file:
            if text_column(file.schema_arrow.names) is None:
                yield _no_text_column(str(path), file.schema_arrow.names)
                return
            records = (record for batch in file.iter_batches(batch_size=256) for record in batch.to_pylist())
            for number, record in enumerate(records, start=1):
                yield from to_article(record, f"{path}:{number}")
    except pa.ArrowException as error:
        yield Failure(source=str(path), error_type="parquet", message=f"not a readable Parquet file: {error}")


def _no_text_column(source: str, names: Iterable[str]) -> Failure:
    message = f"no text column among {', '.join(names) or 'no columns'}; name one of them {', '.join(NAMES['text'])}"
    return Failure(source=source, error_type="no_text", message=message)
