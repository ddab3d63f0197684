"""What several commands share: options, and the way to say that they were misused."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer


class ProfileName(StrEnum):
    """How an article is read: with the trained model, or by rules alone."""

    default = "default"
    fast = "fast"


class BackendName(StrEnum):
    """What finds the bare names, beside the rules."""

    spacy = "spacy"
    stanza = "stanza"


ProfileOption = Annotated[ProfileName, typer.Option(help="default: rules and the trained model; fast: rules alone.")]
BackendOption = Annotated[BackendName, typer.Option(help="spacy: our own model; stanza: Stanza in its place.")]
StanzaDirOption = Annotated[
    Path | None, typer.Option(help="Folder of Stanza models (stanza.download makes one).", exists=True, file_okay=False)
]


def profile_of(profile: ProfileName, backend: BackendName, stanza_dir: Path | None) -> str:
    """The profile that the options ask for; a folder of Stanza models asks for Stanza."""
    if stanza_dir:
        return f"stanza:{stanza_dir.resolve()}"
    return "stanza" if backend is BackendName.stanza else profile.value


def usage(message: str) -> NoReturn:
    """End with a message and the exit code of bad usage."""
    from pipeline.views.visible import visible

    typer.echo(visible(f"berita: {message}"), err=True)
    raise typer.Exit(2)
