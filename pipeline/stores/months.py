"""A run as Parquet files by the month in which articles were published: ``<table>/month=2025-11/data_0.parquet``.

Hive's layout, which DuckDB, Spark, pandas and Arrow read as one table with a column ``month``; articles without a date
lie in ``month=__HIVE_DEFAULT_PARTITION__``, which these read as missing.
"""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.schema import TABLES, VIEWS
from pipeline.stores.duck import literal
from pipeline.tables.arrow import arrow_schema

if TYPE_CHECKING:
    import duckdb


def write_months(source: duckdb.DuckDBPyConnection, folder: Path) -> Counter[str]:
    """All tables into `folder`, in place of those it held; gives the rows written by table.

    ``entities`` and ``posts`` belong to no month and are one file each.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written: Counter[str] = Counter()
    for name in (*TABLES, *VIEWS):
        unfinished, place = folder / f"{name}.tmp", folder / name
        shutil.rmtree(unfinished, ignore_errors=True)
        if "article_id" in arrow_schema(name).names:
            query = f"SELECT t.*, a.published_at[:7] AS month FROM {name} t LEFT JOIN articles a USING (article_id)"
            written[name] = _copy(source, query, unfinished, ", PARTITION_BY (month)")
        else:
            unfinished.mkdir()
            written[name] = _copy(source, f"SELECT * FROM {name}", unfinished / "data_0.parquet")
        unfinished.mkdir(exist_ok=True)
        shutil.rmtree(place, ignore_errors=True)
        unfinished.replace(place)
    return written


def _copy(source: duckdb.DuckDBPyConnection, query: str, place: Path, options: str = "") -> int:
    copied = source.execute(f"COPY ({query}) TO {literal(str(place))} (FORMAT parquet, COMPRESSION zstd{options})")
    return int(copied.fetchall()[0][0])
