"""``berita compare``: what changed from one run to the next, row by row."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import usage
from pipeline.wording import count


def compare(
    before: Annotated[Path, typer.Argument(metavar="OUT_A", help="Tables of the first run.")],
    after: Annotated[Path, typer.Argument(metavar="OUT_B", help="Tables of the second run.")],
    gold: Annotated[
        Path | None,
        typer.Option(metavar="GOLD", help="Gold, as for evaluate: which rows were right and are wrong now."),
    ] = None,
    table: Annotated[str | None, typer.Option(metavar="TABLE", help="Rows of one table only.")] = None,
    limit: Annotated[int, typer.Option(min=0, help="Rows listed of each table; 0 for all.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, every row.")] = False,
) -> None:
    """List the rows that the second run lost, gained or changed."""
    import json

    from rich.console import Console

    from pipeline.evaluation import Found, GoldError, evaluate, open_gold, report
    from pipeline.evaluation.differences import differences, turns
    from pipeline.evaluation.measures import RIGHT
    from pipeline.results import Tables

    tables = [table] if table else list(RIGHT)
    if not RIGHT.keys() >= set(tables):
        usage(f"no table {table!r}; --table takes {', '.join(RIGHT)}")
    try:
        first, second = Tables.load(before), Tables.load(after)
        outcome = differences(Found(first), Found(second), tables)
        verdicts = None
        if gold:
            opened = open_gold(gold)
            verdicts = [
                turn for turn in turns(evaluate(first, opened), evaluate(second, opened)) if turn.table in tables
            ]
    except (GoldError, FileNotFoundError) as error:
        usage(str(error))
    if as_json:
        typer.echo(json.dumps(report.differences_json(outcome, verdicts), indent=2, default=str))
        return
    console = Console()
    console.print(report.differences_table(outcome, tables))
    for kind, names in (("first", outcome.articles_lost), ("second", outcome.articles_gained)):
        if names:
            typer.echo(f"Only in the {kind} run: {count(len(names), 'article')}, such as {', '.join(names[:3])}")
    if verdicts is not None:
        console.print("", report.turns_table(verdicts, tables))
        typer.echo(f"\n{report.turn_listing(verdicts)}")
    for name in tables:
        rows = [row for row in outcome.rows if row.table == name]
        shown = rows[: limit or None]
        if shown:
            typer.echo(f"\n{report.listing(shown, report.RUNS)}")
        if len(shown) < len(rows):
            typer.echo(f"\n… and {len(rows) - len(shown):,} more of {name}: --limit 0 lists all")
