"""The command ``berita``. Heavy imports happen inside a command, so that ``--help`` answers at once.

One module a command, registered here in the order in which ``--help`` lists them. Exit codes: 0 all went well, 1 some
inputs failed (they are listed, and stand in the table ``errors``), 2 bad usage.
"""

from __future__ import annotations

import logging
import os
import sys
import warnings
from typing import Annotated

import typer

from pipeline.cli.compare import compare
from pipeline.cli.evaluate import evaluate
from pipeline.cli.export import export
from pipeline.cli.extract import extract
from pipeline.cli.info import info
from pipeline.cli.report import report
from pipeline.cli.review import review
from pipeline.cli.show import show
from pipeline.cli.sql import sql

app = typer.Typer(
    name="berita",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from pipeline import __version__

        typer.echo(f"berita-pipeline {__version__}")
        raise typer.Exit


@app.callback()
def berita(
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Print the version and stop.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Indonesian news text into tables: dates, officials, roles, figures and quotes."""


for command in (extract, show, report, sql, export, review, evaluate, compare, info):
    app.command()(command)


def main() -> None:
    """Run the command line."""
    warnings.simplefilter("ignore")
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    try:
        app()
    except BrokenPipeError:  # the reader went away, as in `berita show a.txt | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
