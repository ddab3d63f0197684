"""``berita report``: the tables of a run as one HTML file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import usage
from pipeline.wording import count


class InterfaceLanguage(StrEnum):
    """The languages of the page's interface."""

    id = "id"
    en = "en"


def report(
    folder: Annotated[Path, typer.Argument(metavar="OUT", help="Folder that `berita extract` wrote.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File to write; OUT/report.html without it.", dir_okay=False)
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Show it in the browser.")] = False,
    title: Annotated[str | None, typer.Option(help="Headline; the folder's name without it.")] = None,
    language: Annotated[
        InterfaceLanguage, typer.Option(help="Language that the page starts in; it has a switch.")
    ] = InterfaceLanguage.id,
    limit: Annotated[int | None, typer.Option(min=1, help="Take in only so many articles, the first ones.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
) -> None:
    """Write the tables as one HTML file: charts, a searchable table of facts, and each fact in its article."""
    import webbrowser

    from rich.console import Console

    from pipeline.results import Tables
    from pipeline.views.report.page import write_report

    place = out or folder / "report.html"
    console = Console(stderr=True, quiet=quiet)
    try:
        tables = Tables.load(folder)
    except FileNotFoundError as error:
        usage(str(error))
    try:
        with console.status("Writing the report …") as status:
            articles = write_report(
                tables.arrow,
                place,
                title=title or folder.resolve().name,
                language=language.value,
                limit=limit,
                on_progress=lambda done: status.update(f"Writing the report: {count(done, 'article')}"),
            )
    except OSError as error:
        usage(f"can't write {place}: {error.strerror}")
    if not quiet:
        size = place.stat().st_size / 1e6
        typer.echo(f"A report of {count(articles, 'article')} is in {place} ({size:.1f} MB); open it in a browser.")
    if open_ and not webbrowser.open(place.resolve().as_uri()):
        typer.echo(f"berita: found no browser to open; open {place.resolve()} yourself", err=True)
