"""``berita sql``: a question to the tables of a run."""

from __future__ import annotations

import csv
import json
import sys
from datetime import date
from decimal import Decimal
from itertools import chain, islice
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import usage

if TYPE_CHECKING:
    from pipeline.stores.ask import Answer

_SHOWN = 200  # rows in a terminal


def sql(
    out: Annotated[str, typer.Argument(metavar="OUT", help="Folder that berita extract wrote.")],
    query: Annotated[str, typer.Argument(metavar="QUERY", help="One SELECT in DuckDB's SQL, - to read it from input.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON array, an object a line.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
) -> None:
    """Ask the tables of a run in SQL: articles, dates, persons, roles, figures, quotes, facts, entities, errors …"""
    from pipeline.stores.ask import ask
    from pipeline.stores.errors import StoreError

    try:
        answer = ask(out, sys.stdin.read() if query == "-" else query)
        if as_json:
            _print_json(answer)
        elif as_csv:
            _print_csv(answer)
        else:
            _print_table(answer)
    except (FileNotFoundError, StoreError) as error:
        usage(str(error))


def _print_json(answer: Answer) -> None:
    separator = "["
    for row in chain.from_iterable(answer.batches):
        record = dict(zip(answer.columns, row, strict=True))
        typer.echo(f"{separator}\n{json.dumps(record, ensure_ascii=False, default=_json_value)}", nl=False)
        separator = ","
    typer.echo("\n]" if separator == "," else "[]")


def _json_value(value: object) -> object:
    """A decimal as the shortest number, a date in ISO 8601, anything else as text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _print_csv(answer: Answer) -> None:
    lines = csv.writer(sys.stdout, lineterminator="\n")
    lines.writerow(answer.columns)
    for batch in answer.batches:
        lines.writerows(batch)


def _print_table(answer: Answer) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    found = chain.from_iterable(answer.batches)
    shown = list(islice(found, _SHOWN))
    table = Table(header_style="bold")
    for number, column in enumerate(answer.columns):
        is_number = any(isinstance(row[number], int | float | Decimal) for row in shown)
        table.add_column(column, overflow="fold", justify="right" if is_number else "left")
    for row in shown:
        table.add_row(*(Text("" if value is None else _shown(value)) for value in row))
    console = Console()
    console.print(table)
    if more := sum(1 for _ in found):
        console.print(f"… and {more:,} more rows; --csv and --json print all")


def _shown(value: object) -> str:
    """A value in a terminal: a decimal without its zeros, a float to four places."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return str(round(value, 4) if isinstance(value, float) else value)
