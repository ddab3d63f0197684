"""Where the lexicon and the model lie: beside the package in an installed wheel, at the top level in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


@cache
def folder(name: str) -> Path:
    """The path of the resource folder `name` (``"data"`` or ``"models"``).

    A wheel carries it as ``pipeline/_data``; a checkout has ``data/`` next to ``pipeline/``.

    Raises:
        FileNotFoundError: neither is there, so the installation is broken.
    """
    for place in (PACKAGE / f"_{name}", PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"berita-pipeline's {name}/ is missing beside {PACKAGE}; reinstall the package")
