"""``berita extract``: articles into tables."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

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
                profile=profile_of(profile, backend, stanza_dir),
                format=output_format.value,
                on_progress=on_progress,
            )
        except (BackendError, OutputError) as error:
            usage(str(error))
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
