"""A folder of tables: ``<table>/<part>.parquet`` or ``<table>.csv``.

A part is written under a temporary name and renamed, so that no reader ever sees half a file.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import Literal

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from pipeline.schema import TABLES
from pipeline.tables import concatenate, frame, to_arrow
from pipeline.tables.arrow import arrow_schema

Format = Literal["parquet", "csv"]
_WHOLE = "tables"  # the name of the one part that holds everything
_BLOCK = 1 << 26  # bytes: a CSV row must fit in, and an article of two million characters may stand in one


def write_part(folder: Path, part: str, tables: Mapping[str, pa.Table]) -> None:
    """Write one Parquet part of each table, tables without rows included, so that a part is either whole or missing."""
    for name, table in tables.items():
        place = folder / name / f"{part}.parquet"
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished = place.with_suffix(".tmp")
        pq.write_table(table, unfinished, compression="zstd")
        unfinished.replace(place)


def write_folder(folder: Path, tables: Mapping[str, pa.Table], format: Format) -> None:
    """Write all `tables` to `folder` in place of whatever tables it held; other files in it stay."""
    folder.mkdir(parents=True, exist_ok=True)
    if format == "parquet":
        write_part(folder, _WHOLE, tables)
        keep_parts(folder, {_WHOLE})
        return
    for name, table in tables.items():
        _write_csv(folder / f"{name}.csv", [table])
    for name in TABLES:
        shutil.rmtree(folder / name, ignore_errors=True)


def keep_parts(folder: Path, parts: Collection[str]) -> None:
    """Remove every part and CSV file of the contract's tables from `folder`, but for the `parts` named."""
    for name in TABLES:
        for place in (folder / name).glob("*"):
            if place.stem not in parts or place.suffix != ".parquet":
                place.unlink()
        (folder / f"{name}.csv").unlink(missing_ok=True)


def csv_from_parts(folder: Path) -> None:
    """Turn the Parquet parts in `folder` into one CSV file a table, a part at a time, and remove the parts."""
    for name in TABLES:
        _write_csv(
            folder / f"{name}.csv", [to_arrow(name, [])], (pq.ParquetFile(part).read() for part in _parts(folder, name))
        )
        shutil.rmtree(folder / name, ignore_errors=True)


def _write_csv(place: Path, *tables: Iterable[pa.Table]) -> None:
    """A CSV file from tables of the same columns: UTF-8 with the mark that Excel reads, missing values empty."""
    unfinished = place.with_suffix(".tmp")
    with unfinished.open("w", encoding="utf-8-sig", newline="") as file:
        for number, table in enumerate(chain(*tables)):
            frame(table).to_csv(file, index=False, header=number == 0)
    unfinished.replace(place)


def read_folder(folder: Path) -> dict[str, pa.Table]:
    """All tables of the contract that `folder` holds, in either format; a table that is not there comes back empty.

    Raises:
        FileNotFoundError: `folder` holds no table at all.
    """
    if not any(_parts(folder, name) or (folder / f"{name}.csv").is_file() for name in TABLES):
        raise FileNotFoundError(f"no tables in {folder}; write some with: berita extract SOURCE --out {folder}")
    return {name: read_table(folder, name) for name in TABLES}


def read_table(folder: Path, name: str) -> pa.Table:
    """One table of the contract from `folder`, empty where it is not there."""
    if parts := _parts(folder, name):
        return concatenate(name, [pq.ParquetFile(part).read() for part in parts])
    if not (folder / f"{name}.csv").is_file():
        return to_arrow(name, [])
    table = pa.csv.read_csv(
        folder / f"{name}.csv",
        read_options=pa.csv.ReadOptions(block_size=_BLOCK),
        parse_options=pa.csv.ParseOptions(newlines_in_values=True),
        # An empty cell is missing (or empty, in a column that is never missing); no word such as *NA* means missing.
        convert_options=pa.csv.ConvertOptions(
            column_types=arrow_schema(name),
            strings_can_be_null=True,
            null_values=[""],
        ),
    )
    for position, field in enumerate(arrow_schema(name)):
        if field.type == pa.string() and not field.nullable:
            table = table.set_column(position, field, table[field.name].fill_null(""))
    return concatenate(name, [table])


def _parts(folder: Path, name: str) -> list[Path]:
    return sorted((folder / name).glob("*.parquet"))
