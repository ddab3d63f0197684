"""``berita.toml``: the options of a command in a file, for runs that are repeated.

A key is an option's long name, as in ``profile = "fast"`` or ``min-confidence = 0.5``; the command line counts more.
"""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from pathlib import Path

import typer

from pipeline.cli.options import usage

NAME = "berita.toml"
_HERE = frozenset({"config", "help"})  # options that make no sense in the file


def configure(context: typer.Context, file: Path | None) -> Path | None:
    """Take the defaults of a command's options from `file`, or from ``berita.toml`` in the working directory.

    Made to be the callback of an eager option: it runs before the others are read.
    """
    if file is None and Path(NAME).is_file():
        file = Path(NAME)
    if file is not None:
        context.default_map = _defaults(file, _names(context))
    return file


def _names(context: typer.Context) -> dict[str, str]:
    """What a key may be → the parameter that it sets."""
    names = {}
    for parameter in context.command.params:
        long = [option.removeprefix("--") for option in parameter.opts if option.startswith("--")]
        for name in long or [parameter.name or ""]:
            if name not in _HERE:
                names[name] = parameter.name or ""
    return names


def _defaults(file: Path, names: dict[str, str]) -> dict[str, object]:
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        usage(f"{file} cannot be read: {error}")
    defaults: dict[str, object] = {}
    for key, value in values.items():
        name = key.replace("_", "-")
        if name not in names:
            near = get_close_matches(name, names, n=1, cutoff=0)
            usage(
                f"{file}: there is no setting {key!r}; the nearest is {near[0]!r}, all are {', '.join(sorted(names))}"
            )
        defaults[names[name]] = ",".join(map(str, value)) if isinstance(value, list) and name != "sources" else value
    return defaults
