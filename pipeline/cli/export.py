"""``berita export``: a run into a database, a workbook or other files."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from pipeline.cli.options import usage


class ExportKind(StrEnum):
    """What ``export`` writes."""

    duckdb = "duckdb"
    sqlite = "sqlite"
    postgresql = "postgresql"
    csv = "csv"
    excel = "excel"
    parquet = "parquet"


def export(
    out: Annotated[str, typer.Argument(metavar="OUT", help="Folder that berita extract wrote.")],
    to: Annotated[
        str, typer.Option("--to", metavar="TARGET", help="x.duckdb, x.sqlite, x.xlsx, postgresql://…, or a folder.")
    ],
    kind: Annotated[
        ExportKind | None, typer.Option("--format", "-f", help="What to write; a folder needs csv or parquet.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
) -> None:
    """Put the tables of a run into a database, a workbook, or files by month.

    Into a database, several runs can be put one after the other: the rows of an article that it holds are replaced.
    """
    from pipeline.stores.errors import StoreError
    from pipeline.stores.export import export as write

    try:
        exported = write(out, to, kind.value if kind else None)
    except (FileNotFoundError, StoreError) as error:
        usage(str(error))
    for note in exported.notes:
        typer.echo(f"berita: {note}", err=True)
    if not quiet:
        rows = ", ".join(f"{count:,} {name}" for name, count in exported.rows.items() if count)
        typer.echo(f"Written: {rows or 'no rows'}.")
