"""The command ``berita``. Heavy imports happen inside a command, so that ``--help`` answers at once.

Exit codes: 0 all inputs read, 1 some failed (they are listed, and stand in the table ``errors``), 2 bad usage.
"""

from __future__ import annotations

import logging
import os
import sys
import warnings
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

app = typer.Typer(
    name="berita",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class OutputFormat(StrEnum):
    """File formats that ``extract`` writes."""

    parquet = "parquet"
    csv = "csv"


class ProfileName(StrEnum):
    """How an article is read: with the trained model, or by rules alone."""

    default = "default"
    fast = "fast"


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


class BackendName(StrEnum):
    """What finds the bare names, beside the rules."""

    spacy = "spacy"
    stanza = "stanza"


ProfileOption = Annotated[ProfileName, typer.Option(help="default: rules and the trained model; fast: rules alone.")]
BackendOption = Annotated[BackendName, typer.Option(help="spacy: our own model; stanza: Stanza in its place.")]
StanzaDirOption = Annotated[
    Path | None, typer.Option(help="Folder of Stanza models (stanza.download makes one).", exists=True, file_okay=False)
]


@app.command()
def extract(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="Files, folders, globs, or - for standard input.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the tables; made where it is missing.")],
    workers: Annotated[int, typer.Option("--workers", "-w", min=1, help="Processes that extract.")] = 1,
    output_format: Annotated[
        OutputFormat, typer.Option("--format", "-f", help="File format of the tables.")
    ] = OutputFormat.parquet,
    profile: ProfileOption = ProfileName.default,
    backend: BackendOption = BackendName.spacy,
    stanza_dir: StanzaDirOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
) -> None:
    """Extract articles into normalized tables, one folder or file a table."""
    from pipeline.batch.run import OutputError, run
    from pipeline.language.backends.stanza import BackendError
    from pipeline.views import terminal

    with terminal.progress(quiet) as on_progress:
        try:
            summary = run(
                sources,
                out,
                workers=workers,
                profile=_profile(profile, backend, stanza_dir),
                format=output_format.value,
                on_progress=on_progress,
            )
        except (BackendError, OutputError) as error:
            _usage(str(error))
        except KeyboardInterrupt:
            typer.echo(f"\nStopped. Run the same command again to fill {out}.", err=True)
            raise typer.Exit(130) from None
    errors = terminal.errors_of(out)
    if not quiet:
        terminal.print_summary(summary)
    terminal.print_errors(errors, out)
    if not summary.articles and len(errors):
        raise typer.Exit(2 if set(errors["error_type"]) <= {"not_found"} else 1)
    raise typer.Exit(1 if len(errors) else 0)


@app.command()
def show(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A file of one or more articles, or - for standard input.")
    ],
    number: Annotated[int, typer.Option("--number", "-n", min=1, help="Which article of the file to show.")] = 1,
    profile: ProfileOption = ProfileName.default,
) -> None:
    """Show one article with what is found in it marked in colour, and the tables below."""
    from itertools import islice

    from pipeline.api import extract as extract_tables
    from pipeline.readers import Article, Failure
    from pipeline.readers.sources import scan_path
    from pipeline.views import terminal

    failures: list[Failure] = []

    def articles() -> Iterator[Article]:
        for item in scan_path(file):
            if isinstance(item, Article):
                yield item
            else:
                failures.append(item)

    article = next(islice(articles(), number - 1, None), None)
    for failure in failures:
        typer.echo(f"berita: {failure.source}: {failure.message}", err=True)
    if article is None:
        _usage(f"{file} holds no article number {number}" if not failures else "nothing to show")
    else:
        terminal.print_article(extract_tables(article, profile=profile.value))


@app.command()
def info() -> None:
    """Print versions, the model and the sizes of the lexicon."""
    from pipeline.views import terminal

    terminal.print_info()


def _profile(profile: ProfileName, backend: BackendName, stanza_dir: Path | None) -> str:
    """The profile that the options ask for; a folder of Stanza models asks for Stanza."""
    if stanza_dir:
        return f"stanza:{stanza_dir.resolve()}"
    return "stanza" if backend is BackendName.stanza else profile.value


def _usage(message: str) -> NoReturn:
    """End with a message and the exit code of bad usage."""
    typer.echo(f"berita: {message}", err=True)
    raise typer.Exit(2)


def main() -> None:
    """Run the command line."""
    warnings.simplefilter("ignore")
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    try:
        app()
    except BrokenPipeError:  # the reader went away, as in `berita show a.txt | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
