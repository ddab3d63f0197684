"""A folder of tables as a DuckDB database in memory (extra ``[sql]``): a view over the files of each table, and
``posts`` made of them.

Nothing is loaded: a query reads the columns and parts that it needs, so that a run larger than memory can be asked.
"""

from __future__ import annotations

import csv
import glob
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.schema import TABLES
from pipeline.stores import posts_view
from pipeline.stores.errors import StoreError
from pipeline.stores.files import is_remote, place_of
from pipeline.stores.folder import files
from pipeline.tables.arrow import DECIMAL, arrow_schema

if TYPE_CHECKING:
    import duckdb

TYPES = {
    pa.string(): "VARCHAR",
    pa.int64(): "BIGINT",
    pa.float64(): "DOUBLE",
    pa.bool_(): "BOOLEAN",
    pa.date32(): "DATE",
    DECIMAL: f"DECIMAL({DECIMAL.precision}, {DECIMAL.scale})",
}
"""Arrow type of the contract → DuckDB's."""
_LONGEST_LINE = 1 << 26  # bytes: an article of two million characters may stand in one CSV row
_BATCH = 500  # rows in memory at a time; an article may be megabytes


def open(folder: str | PathLike[str]) -> duckdb.DuckDBPyConnection:
    """A DuckDB connection in which every table of a run is a view, and so is ``posts``:
    ``open("tables").sql("SELECT * FROM quotes")``.

    Args:
        folder: what ``berita extract --out`` or `Tables.save` wrote, as Parquet or CSV, here or behind a URL; open it
            anew to see what a later run adds.

    Raises:
        FileNotFoundError: `folder` holds no tables.
        StoreError: the extra is not installed, or a file is damaged.

    >>> import pipeline, tempfile
    >>> place = pipeline.extract("Sebanyak 560 guru hadir.", profile="fast").save(tempfile.mkdtemp())
    >>> open(place).sql("SELECT counted, value FROM figures").fetchall()
    [('guru', Decimal('560.000000'))]
    """
    try:
        import duckdb
    except ImportError:
        raise StoreError("DuckDB is missing: pip install 'berita-pipeline[sql]'") from None
    place = located(folder)
    try:
        sources = {name: _source(place, name) for name in TABLES}
    except (OSError, ValueError) as error:  # a damaged manifest or part
        raise StoreError(f"cannot read the tables in {folder}: {error}") from error
    if not any(sources.values()):
        raise FileNotFoundError(f"no tables in {folder}; write some with: berita extract SOURCE --out {folder}")
    connection = duckdb.connect()
    if is_remote(place):
        connection.register_filesystem(place.fs)  # type: ignore[attr-defined]
    for name, source in sources.items():
        connection.execute(f"CREATE VIEW {name} AS {source or _empty(name)}")
    connection.execute(f"CREATE VIEW posts AS {posts_view.SELECT}")
    return connection


def located(folder: str | PathLike[str]) -> Path:
    """Where `folder` lies, from the root on.

    Raises:
        StoreError: it is behind a URL, and the extra for that is not installed.
    """
    try:
        place = place_of(folder)
    except ImportError as error:
        raise StoreError(str(error)) from None
    return place if is_remote(place) else place.resolve()


def literal(text: str) -> str:
    """`text` as an SQL literal.

    >>> literal("Jum'at")
    "'Jum''at'"
    """
    return "'" + text.replace("'", "''") + "'"


def rows(connection: duckdb.DuckDBPyConnection, query: str) -> Iterator[list[tuple[object, ...]]]:
    """The rows that `query` gives, in lists that fit in memory."""
    yield from fetched(connection.cursor().execute(query))


def fetched(result: duckdb.DuckDBPyConnection) -> Iterator[list[tuple[object, ...]]]:
    """The rows of a query that was executed, in lists that fit in memory."""
    while batch := result.fetchmany(_BATCH):
        yield batch


def _source(folder: Path, name: str) -> str | None:
    """The query over the files of one table, its columns those of the contract; `None` where it has no files."""
    place = folder / f"{name}.csv"
    if not place.is_file():
        parts = files(folder, name)
        if not parts:
            return None
        with parts[0].open("rb") as file:
            present = pq.read_schema(file).names
        return _select(name, present, f"read_parquet([{', '.join(map(_path, parts))}], union_by_name=true)")
    with place.open(encoding="utf-8-sig", newline="") as file:
        names = next(csv.reader(file), [])
    types = {field.name: TYPES[field.type] for field in arrow_schema(name)}
    columns = ", ".join(f"{literal(column)}: '{types.get(column, 'VARCHAR')}'" for column in names)
    form = "header=true, quote='\"', escape='\"', delim=',', nullstr='', auto_detect=false"
    options = f"columns={{{columns}}}, {form}, parallel=false, max_line_size={_LONGEST_LINE}"
    return _select(name, names, f"read_csv({_path(place)}, {options})")


def _path(place: Path) -> str:
    """A file's name as an SQL literal that names it alone, whatever characters it has."""
    return literal(glob.escape(str(place)))


def _select(name: str, present: list[str], source: str) -> str:
    """The contract's columns out of a source; one that an earlier version did not write is null, and text that is never
    missing is empty where a CSV file has nothing."""
    columns = []
    for field in arrow_schema(name):
        if field.name not in present:
            columns.append(f'CAST(NULL AS {TYPES[field.type]}) AS "{field.name}"')
        elif field.type == pa.string() and not field.nullable:
            columns.append(f'coalesce("{field.name}", \'\') AS "{field.name}"')
        else:
            columns.append(f'"{field.name}"')
    return f"SELECT {', '.join(columns)} FROM {source}"


def _empty(name: str) -> str:
    columns = (f'CAST(NULL AS {TYPES[field.type]}) AS "{field.name}"' for field in arrow_schema(name))
    return f"SELECT {', '.join(columns)} WHERE false"
