"""``berita extract``: articles into tables."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from pipeline.cli.config import configure
from pipeline.cli.options import (
    BackendName,
    BackendOption,
    ProfileName,
    ProfileOption,
    StanzaDirOption,
    profile_of,
    usage,
)


class OutputFormat(StrEnum):
    """File formats that ``extract`` writes."""

    parquet = "parquet"
    csv = "csv"


class _Terminated(BaseException):
    """Somebody asked this process to end (SIGTERM)."""


def extract(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="Files, folders, globs, URLs, or - for standard input.")
    ],
    out: Annotated[str, typer.Option("--out", "-o", help="Folder for the tables; made where it is missing.")],
    workers: Annotated[
        int, typer.Option("--workers", "-w", min=0, help="Processes that extract; 0: this one, unprotected.")
    ] = 1,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Extract on a Dask cluster, as tcp://host:8786.")
    ] = None,
    output_format: Annotated[
        OutputFormat, typer.Option("--format", "-f", help="File format of the tables.")
    ] = OutputFormat.parquet,
    profile: ProfileOption = ProfileName.default,
    backend: BackendOption = BackendName.spacy,
    stanza_dir: StanzaDirOption = None,
    stages: Annotated[
        str | None,
        typer.Option(metavar="NAME,...", help="Of dates, figures, people, roles, quotes; what they need comes along."),
    ] = None,
    min_confidence: Annotated[float, typer.Option(min=0, max=1, help="Leave out rows below.")] = 0,
    chunk: Annotated[int, typer.Option(min=1, help="Articles in a chunk, about.")] = 64,
    timeout: Annotated[float, typer.Option(min=0, help="Seconds that one article may take; 0: for ever.")] = 300,
    memory: Annotated[float | None, typer.Option(help="GiB that one worker may take (Linux).")] = None,
    restart: Annotated[bool, typer.Option("--restart", help="Make all tables anew, whatever is there.")] = False,
    retry: Annotated[bool, typer.Option("--retry", help="Extract again what failed.")] = False,
    config: Annotated[
        Path | None,
        typer.Option(
            help="File with these options; berita.toml is read where it is there.",
            callback=configure,
            is_eager=True,
            exists=True,
            dir_okay=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
) -> None:
    """Extract articles into normalized tables, one folder or file a table.

    The same command again goes on where it was stopped, and does what is missing or has changed.
    """
    from pipeline.batch import fork

    if workers and not scheduler:
        fork.warm_up()

    from pipeline.batch.crew import CrewError
    from pipeline.batch.errors import OutputError
    from pipeline.batch.run import run
    from pipeline.batch.settings import NEEDS, Settings, chosen
    from pipeline.batch.size import expected
    from pipeline.batch.work import WorkerError
    from pipeline.stores.files import place_of
    from pipeline.views import terminal

    try:
        folder = place_of(out)
        settings = Settings(
            profile=profile_of(profile, backend, stanza_dir),
            stages=chosen(stages.split(",") if stages else NEEDS),
            min_confidence=min_confidence,
            chunk=chunk,
        )
        with terminal.progress(quiet or as_json, expected(sources)) as on_progress, _stoppable(out):
            summary = run(
                sources,
                folder,
                settings=settings,
                format=output_format.value,
                workers=workers,
                scheduler=scheduler,
                timeout=timeout or None,
                memory=memory,
                restart=restart,
                retry=retry,
                on_progress=on_progress,
            )
    except (CrewError, ImportError, OutputError, ValueError, WorkerError) as error:
        usage(str(error))
    errors = terminal.errors_of(folder)
    if as_json:
        terminal.print_json(summary)
    elif not quiet:
        terminal.print_summary(summary)
    terminal.print_errors(errors, folder)
    if not summary.articles and len(errors):
        raise typer.Exit(2 if set(errors["error_type"]) <= {"not_found"} else 1)
    raise typer.Exit(1 if len(errors) else 0)


@contextmanager
def _stoppable(out: str) -> Iterator[None]:
    """End with a word on how to go on where the user or the system stops the run."""

    def terminate(number: int, frame: object) -> NoReturn:
        raise _Terminated

    before = signal.signal(signal.SIGTERM, terminate)
    try:
        yield
    except (KeyboardInterrupt, _Terminated) as stop:
        typer.echo(f"\nStopped. What is finished is in {out}; the same command goes on from there.", err=True)
        raise typer.Exit(130 if isinstance(stop, KeyboardInterrupt) else 143) from None
    finally:
        signal.signal(signal.SIGTERM, before)
