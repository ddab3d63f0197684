"""JSON Lines, JSON and Parquet, read one record at a time.

A broken record is a `Failure` that names file and line; the rest of the file goes on.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping, Sequence

from pipeline.readers.article import Article, Failure
from pipeline.readers.encoding import decode, is_utf16, text_stream
from pipeline.readers.fields import no_text_column, text_column, to_article
from pipeline.readers.file import File
from pipeline.readers.json_stream import LONGEST, elements


def read_jsonl(file: File) -> Iterator[Article | Failure]:
    """The articles of a ``.jsonl`` file, one for each line that holds an object; empty lines are passed over."""
    with file.open() as stream:
        for number, line in enumerate(_lines(stream), start=1):
            if line.strip():
                yield from _from_line(line, f"{file.source}:{number}")


def _from_line(line: bytes, where: str) -> Iterator[Article | Failure]:
    text = decode(line, where)
    if isinstance(text, Failure):
        yield text
        return
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield Failure(source=where, error_type="json", message=f"broken JSON: {error}")
        return
    yield from _from_json(record, where)


def _lines(stream: io.BufferedReader) -> Iterator[bytes]:
    """The lines of a stream, UTF-16 as UTF-8; one that is too long is cut, which breaks its JSON."""
    if is_utf16(stream.peek()):
        for text in io.TextIOWrapper(stream, "utf-16", errors="replace", newline="\n"):
            yield text.encode()
        return
    while line := stream.readline(LONGEST):
        rest = line
        while len(rest) == LONGEST and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST)
        yield line


def read_json(file: File) -> Iterator[Article | Failure]:
    """The articles of a ``.json`` file: a list of objects, read one after the other, or one object."""
    with file.open() as stream:
        text = text_stream(stream, file.source)
        if isinstance(text, Failure):
            yield text
            return
        where = file.source
        try:
            for number, record in elements(text):
                where = f"{file.source}:{number}" if number else file.source
                yield from _from_json(record, where)
        except (ValueError, RecursionError) as error:
            message = "" if where == file.source else f" (all up to {where} was read)"
            yield Failure(source=file.source, error_type="json", message=f"broken JSON: {error}{message}")


def _from_json(record: object, where: str) -> Iterator[Article | Failure]:
    if isinstance(record, Mapping):
        yield from to_article(record, where)
    else:
        message = f"a JSON {type(record).__name__}, where an object was expected"
        yield Failure(source=where, error_type="json", message=message)


def read_parquet(file: File) -> Iterator[Article | Failure]:
    """The articles of a ``.parquet`` file, streamed by row group."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with file.open_seekable() as stream, pq.ParquetFile(stream) as table:
            names: Sequence[str] = table.schema_arrow.names
            if text_column(names) is None:
                yield no_text_column(file.source, names)
                return
            records = (record for batch in table.iter_batches(batch_size=256) for record in batch.to_pylist())
            for number, record in enumerate(records, start=1):
                yield from to_article(record, f"{file.source}:{number}")
    except pa.ArrowException as error:
        yield Failure(source=file.source, error_type="parquet", message=f"not a readable Parquet file: {error}")
