"""``berita info``: versions, the model, the lexicon."""

from __future__ import annotations

from typing import Annotated

import typer


def info(as_json: Annotated[bool, typer.Option("--json", help="Print it as one JSON object.")] = False) -> None:
    """Print versions, the model and the sizes of the lexicon."""
    from pipeline.views import terminal

    terminal.print_info(as_json=as_json)
