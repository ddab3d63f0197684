"""``berita evaluate``: how right the extraction is, beside gold."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import ProfileName, ProfileOption, usage
from pipeline.wording import count


class Grouping(StrEnum):
    """What ``--by`` groups rows by."""

    outlet = "outlet"
    rule = "rule"
    attribution = "attribution"


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD", help="A folder of .toml gold, a .jsonl file, .tml (TimeML) files or a CoNLL file."
        ),
    ],
    against: Annotated[
        Path | None,
        typer.Option(metavar="OUT", help="Tables of an earlier run; without it, the articles are extracted."),
    ] = None,
    articles: Annotated[
        str | None,
        typer.Option(metavar="SOURCE", help="The articles of .toml gold; the folder around the gold without it."),
    ] = None,
    by: Annotated[Grouping | None, typer.Option(help="Show where rows are right by this, too.")] = None,
    errors: Annotated[
        str | None, typer.Option(metavar="TABLE", help="List the rows of a table that differ, or of 'all'.")
    ] = None,
    profile: ProfileOption = ProfileName.default,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Compare what is found with gold: precision, recall, F1 and its interval for each measure."""
    import json

    from rich.console import Console

    from pipeline.api import extract
    from pipeline.evaluation import GoldError, open_gold, report
    from pipeline.evaluation import evaluate as compare
    from pipeline.evaluation.score import SPANNED
    from pipeline.results import Tables

    if errors not in (None, "all", *SPANNED):
        usage(f"no table {errors!r}; --errors takes {', '.join(SPANNED)} or all")
    try:
        opened = open_gold(gold, articles)
        tables = Tables.load(against) if against else extract(opened.articles, profile=profile.value)
        outcome = compare(tables, opened)
    except (GoldError, FileNotFoundError) as error:
        usage(str(error))
    if as_json:
        typer.echo(json.dumps(report.as_json(outcome, by.value if by else None), indent=2))
        return
    console = Console()
    console.print(report.scores_table(outcome), f"\n{count(len(outcome.documents), 'article')}; {report.NOTE}")
    if by:
        console.print("", report.groups_table(outcome, by.value))
    if errors:
        listed = [miss for miss in outcome.misses if errors in ("all", miss.table)]
        typer.echo(f"\n{report.listing(listed)}")
