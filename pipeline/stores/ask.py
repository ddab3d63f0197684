"""A question in SQL to a finished run: read-only, and without a way to any file outside of it."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING

import regex
from rapidfuzz import process

from pipeline.schema import TABLES, VIEWS
from pipeline.stores.duck import fetched, literal, located, open
from pipeline.stores.errors import StoreError
from pipeline.stores.files import is_remote
from pipeline.tables.arrow import arrow_schema

if TYPE_CHECKING:
    import duckdb

_UNKNOWN = regex.compile(
    r'Table with name (?P<name>\S+) does not exist|column named "(?P<name>[^"]+)"|olumn "(?P<name>[^"]+)" not found'
)
_RELATIONS = (*TABLES, *VIEWS)
_NAMES = sorted({*_RELATIONS, *(column for name in _RELATIONS for column in arrow_schema(name).names)})
_ALIKE = 60  # of 100: how like an unknown name a known one must be to be suggested


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns of a result, and its rows in lists that fit in memory."""

    columns: tuple[str, ...]
    batches: Iterator[list[tuple[object, ...]]]


def ask(folder: str | PathLike[str], query: str) -> Answer:
    """The answer of a run's tables to one SELECT in DuckDB's SQL.

    Raises:
        FileNotFoundError: `folder` holds no tables.
        StoreError: the query is none, does more than read, or names what is not there; the message names the nearest.

    >>> import pipeline, tempfile
    >>> place = pipeline.extract("Sebanyak 560 guru hadir.", profile="fast").save(tempfile.mkdtemp())
    >>> answer = ask(place, "SELECT counted FROM figures")
    >>> answer.columns, list(answer.batches)
    (('counted',), [[('guru',)]])
    """
    import duckdb

    connection = open(folder)
    try:
        _lock(connection, folder)
        statements = connection.extract_statements(query)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise StoreError("one SELECT is answered; to change or write anything, use pipeline.open in Python")
        result = connection.execute(query)
        return Answer(tuple(column[0] for column in result.description), _answered(result))
    except duckdb.Error as error:
        raise StoreError(_explained(error)) from None


def _lock(connection: duckdb.DuckDBPyConnection, folder: str | PathLike[str]) -> None:
    place = located(folder)
    names = {str(place)}
    if is_remote(place):
        names.add(place.fs.unstrip_protocol(place.path))  # type: ignore[attr-defined]
    # Views name a file by a pattern, and DuckDB looks at both the pattern and what it finds.
    allowed = ", ".join(map(literal, names | set(map(glob.escape, names))))
    connection.execute(f"SET allowed_directories = [{allowed}]")
    for setting in ("autoinstall_known_extensions", "autoload_known_extensions", "enable_external_access"):
        connection.execute(f"SET {setting} = false")
    connection.execute("SET lock_configuration = true")


def _answered(result: duckdb.DuckDBPyConnection) -> Iterator[list[tuple[object, ...]]]:
    import duckdb

    try:
        yield from fetched(result)
    except duckdb.Error as error:
        raise StoreError(_explained(error)) from None


def _explained(error: Exception) -> str:
    """DuckDB's message, with the names of ours that are nearest to one it does not know."""
    message = str(error).split("\n\nLINE", 1)
    reason = regex.sub(r"\s*(?:Did you mean|Candidate bindings:).*", "", message[0]).strip()
    unknown = _UNKNOWN.search(reason)
    near = process.extract(unknown["name"], _NAMES, limit=5, score_cutoff=_ALIKE) if unknown else []
    hint = f" Did you mean {', '.join(name for name, _, _ in near)}?" if near else ""
    place = f"\nLINE{message[1]}" if len(message) > 1 else ""
    return f"{reason}{hint}{place}"
