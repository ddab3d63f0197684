"""A folder of tables: ``<table>/<part>.parquet`` or ``<table>.csv``.

A *part* is a chunk of a run: one Parquet file of the same name for every table but ``entities``, which is one file.

Which parts count: those that the manifest lists, in its order; without a manifest, those that every table has. So a
part that a stopped run left half written, or one that a later run has replaced, is never read.

CSV files are made from the parts, which then lie out of sight in ``.parts``, so that such a run can go on, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Literal

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from pipeline.readers.sources import MANIFEST
from pipeline.schema import TABLES
from pipeline.stores.files import UNFINISHED, move, names_in, remove, replacing
from pipeline.stores.manifest import read_manifest
from pipeline.tables.arrow import arrow_schema, concatenate, frame, to_arrow

Format = Literal["parquet", "csv"]
PARTED = tuple(name for name in TABLES if name != "entities")
"""The tables that every part has."""
HIDDEN = ".parts"
SIGNATURES = ".minhash"
"""What tells near-duplicates, a file a part; no table."""
_WHOLE = "tables"  # the name of the one part that holds everything
_FOLDERS = (*TABLES, SIGNATURES)
_BLOCK = 1 << 26  # bytes: a CSV row must fit in, and an article of two million characters may stand in one


def home(folder: Path, format: Format) -> Path:
    """Where the parts of an output in `format` lie."""
    return folder / HIDDEN if format == "csv" else folder


def present(folder: Path) -> Path:
    """Where the parts lie that are in `folder` now."""
    return folder / HIDDEN if (folder / HIDDEN).is_dir() else folder


def write_part(place: Path, part: str, tables: Mapping[str, pa.Table]) -> None:
    """Write one Parquet part of each table to its folder in `place`, tables without rows included."""
    for name, table in tables.items():
        with replacing(_file(place, name, part)) as file:
            pq.write_table(table, file, compression="zstd")


def read_part(place: Path, name: str, part: str, columns: Sequence[str] | None = None) -> pa.Table:
    """One table of one part, or some columns of it, with the metadata that it was written with."""
    with _file(place, name, part).open("rb") as file:
        return pq.ParquetFile(file).read(columns)


def part_metadata(place: Path, name: str, part: str) -> dict[bytes, bytes]:
    """The metadata that one table of one part was written with."""
    with _file(place, name, part).open("rb") as file:
        return pq.read_schema(file).metadata or {}


def whole_parts(place: Path) -> set[str]:
    """The parts in `place` that every table has."""
    return set.intersection(*({Path(file).stem for file in names_in(place / name, ".parquet")} for name in PARTED))


def parts(folder: Path) -> list[str]:
    """The parts of `folder` that count, in the order of the input."""
    listed = read_manifest(folder).get("parts")
    return sorted(whole_parts(present(folder))) if listed is None else list(listed)


def files(folder: Path, name: str) -> list[Path]:
    """The Parquet files of table `name` that count, in the order of the input."""
    place = present(folder)
    if name == "entities":
        return [place / name / file for file in names_in(place / name, ".parquet")]
    return [_file(place, name, part) for part in parts(folder)]


def keep_parts(place: Path, wanted: Collection[str]) -> None:
    """Remove every part from `place` but for those `wanted`, and what was left half written."""
    for name in _FOLDERS:
        for file in names_in(place / name):
            if file.endswith(UNFINISHED) or (name != "entities" and Path(file).stem not in wanted):
                (place / name / file).unlink(missing_ok=True)


def settle(folder: Path, format: Format) -> None:
    """Bring the parts that an earlier run left in the other format's place to where `format` has them."""
    source, target = home(folder, "csv" if format == "parquet" else "parquet"), home(folder, format)
    for name in _FOLDERS:
        if (source / name).is_dir():
            remove(target / name)
            move(source / name, target / name)
    if format == "parquet":
        remove(folder / HIDDEN)
        for name in TABLES:
            remove(folder / f"{name}.csv")


def clear(folder: Path) -> None:
    """Remove all tables from `folder`, in either format, and their manifest; other files stay."""
    for name in (MANIFEST, HIDDEN, *_FOLDERS, *(f"{name}.csv" for name in TABLES)):
        remove(folder / name)


def write_folder(folder: Path, tables: Mapping[str, pa.Table], format: Format) -> None:
    """Write all `tables` to `folder` in place of whatever tables it held; other files in it stay."""
    folder.mkdir(parents=True, exist_ok=True)
    clear(folder)
    if format == "parquet":
        write_part(folder, _WHOLE, tables)
        return
    for name, table in tables.items():
        _write_csv(folder / f"{name}.csv", [table])


def write_csv(folder: Path, parts: Sequence[str]) -> None:
    """Write one CSV file a table from `parts` and the file of entities, a part at a time."""
    place = home(folder, "csv")
    for name in TABLES:
        tables = (read_part(place, name, part) for part in (["entities"] if name == "entities" else parts))
        _write_csv(folder / f"{name}.csv", [to_arrow(name, [])], tables)


def _write_csv(place: Path, *tables: Iterable[pa.Table]) -> None:
    """A CSV file from tables of the same columns: UTF-8 with the mark that Excel reads, missing values empty."""
    with replacing(place, "w", encoding="utf-8-sig", newline="") as file:
        for number, table in enumerate(chain(*tables)):
            frame(table).to_csv(file, index=False, header=number == 0)


def read_folder(folder: Path) -> dict[str, pa.Table]:
    """All tables of the contract that `folder` holds, in either format; a table that is not there comes back empty.

    Raises:
        FileNotFoundError: `folder` holds no table at all.
    """
    if not parts(folder) and not any((folder / f"{name}.csv").is_file() for name in TABLES):
        raise FileNotFoundError(f"no tables in {folder}; write some with: berita extract SOURCE --out {folder}")
    return {name: read_table(folder, name) for name in TABLES}


def read_table(folder: Path, name: str) -> pa.Table:
    """One table of the contract from `folder`, empty where it is not there."""
    if not (folder / f"{name}.csv").is_file():
        return concatenate(name, [pq.ParquetFile(file).read() for file in _opened(files(folder, name))])
    with (folder / f"{name}.csv").open("rb") as file:
        table = pa.csv.read_csv(
            file,
            read_options=pa.csv.ReadOptions(block_size=_BLOCK),
            parse_options=pa.csv.ParseOptions(newlines_in_values=True),
            # An empty cell is missing (or empty, in a column that is never missing); no word means missing.
            convert_options=pa.csv.ConvertOptions(
                column_types=arrow_schema(name),
                strings_can_be_null=True,
                null_values=[""],
            ),
        )
    for position, field in enumerate(arrow_schema(name)):
        if field.type == pa.string() and not field.nullable and field.name in table.column_names:
            table = table.set_column(position, field, table[field.name].fill_null(""))
    return concatenate(name, [table])


def _opened(places: Iterable[Path]) -> Iterator[object]:
    for place in places:
        with place.open("rb") as file:
            yield file


def _file(place: Path, name: str, part: str) -> Path:
    return place / name / f"{part}.parquet"
