"""A finished run into another store, told by the name of the target."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from pipeline.schema import TABLES, VIEWS
from pipeline.stores.duck import open
from pipeline.stores.duckdb_file import write_duckdb
from pipeline.stores.errors import StoreError
from pipeline.stores.files import UNFINISHED, names_in, place_of
from pipeline.stores.manifest import read_manifest
from pipeline.stores.months import write_months
from pipeline.stores.sheets import write_csv, write_excel

if TYPE_CHECKING:
    import duckdb

Kind = Literal["duckdb", "sqlite", "postgresql", "csv", "excel", "parquet"]
_ENDINGS: dict[str, Kind] = {
    ".duckdb": "duckdb",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
    ".xlsx": "excel",
}


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote: rows by table (``facts`` and ``posts``, where they are views, have none), and what was lost
    on the way.
    """

    rows: Counter[str]
    notes: tuple[str, ...] = ()


def export(folder: str | PathLike[str], target: str, kind: Kind | None = None) -> Exported:
    """Write all tables of a run to `target`.

    Args:
        folder: what ``berita extract --out`` or `Tables.save` wrote.
        target: ``x.duckdb``, ``x.sqlite`` (or ``.db``), ``x.xlsx``, ``postgresql://…``, or a folder.
        kind: what to write where the name does not tell; a folder needs ``"csv"`` or ``"parquet"`` (files by month).

    Into a database, the rows of an article that it holds are replaced, so that runs can be put into one after the
    other; a workbook and a folder's tables are written anew.

    Raises:
        FileNotFoundError: `folder` holds no tables.
        StoreError: the run is not finished, an extra is missing, or the target cannot be written.

    >>> import pipeline, tempfile
    >>> place = pipeline.extract("Sebanyak 560 guru hadir.", profile="fast").save(tempfile.mkdtemp())
    >>> export(place, f"{place}/berita.duckdb").rows["figures"]
    1
    """
    kind = kind or kind_of(target)
    source = open(folder)
    place = Path(target)
    try:
        _check_finished(place_of(folder))
        if kind != "postgresql":
            place.parent.mkdir(parents=True, exist_ok=True)
        if kind in ("sqlite", "postgresql"):
            return Exported(_write_sql(source, target, kind))
        if kind == "duckdb":
            return Exported(write_duckdb(source, place))
        if kind == "excel":
            rows, notes = write_excel(source, place)
            return Exported(rows, tuple(notes))
        _check_folder(place, folder)
        return Exported(write_csv(source, place) if kind == "csv" else write_months(source, place))
    except OSError as error:
        raise StoreError(f"cannot write to {target}: {error.strerror or error}") from error
    finally:
        source.close()


def kind_of(target: str) -> Kind:
    """What a target's name asks for.

    Raises:
        StoreError: it does not tell.

    >>> kind_of("berita.db"), kind_of("postgresql://localhost/berita")
    ('sqlite', 'postgresql')
    """
    if target.startswith(("postgresql:", "postgres:", "postgresql+")):
        return "postgresql"
    kind = _ENDINGS.get(Path(target).suffix.lower())
    if kind is None:
        raise StoreError(
            f"what {target!r} should be is not clear; name it .duckdb, .sqlite, .db, .xlsx or postgresql://…, or say "
            f"for a folder --format csv or --format parquet (all: {', '.join(get_args(Kind))})"
        )
    return kind


def _write_sql(source: duckdb.DuckDBPyConnection, target: str, kind: Kind) -> Counter[str]:
    try:
        import sqlalchemy as sa

        from pipeline.stores.sql import write_sql
    except ImportError:
        raise StoreError("SQL databases need: pip install 'berita-pipeline[sql]'") from None
    if kind == "sqlite":
        return write_sql(source, sa.URL.create("sqlite", database=target))
    try:
        return write_sql(source, sa.make_url(target.replace("postgres://", "postgresql://", 1)))
    except sa.exc.ArgumentError:
        raise StoreError("this is no database address; write it as postgresql://user:password@host/name") from None


def _check_finished(folder: Path) -> None:
    manifest = read_manifest(folder)
    if manifest and not manifest.get("finished"):
        raise StoreError(f"the run in {folder} has not finished; run the same berita extract command again")


def _check_folder(place: Path, source: str | PathLike[str]) -> None:
    """Refuse a folder that holds anything but an earlier export, first of all the run itself."""
    if place.resolve() == Path(source).resolve():
        raise StoreError(f"{place} holds the run itself; choose another folder")
    ours = {f"{name}{ending}" for name in (*TABLES, *VIEWS) for ending in ("", ".csv")}
    foreign = [name for name in names_in(place) if name not in ours and not name.endswith(UNFINISHED)]
    if foreign:
        raise StoreError(f"{place} holds other files ({', '.join(foreign[:3])}); choose an empty or new folder")
