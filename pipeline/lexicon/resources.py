"""Where the lexicon and the model lie: beside the package in an installed wheel, at the top level in a checkout."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

OWN = "BERITA_LEXICON"
"""The environment variable that names a folder of lexicon files of one's own: ``positions.tsv`` in it adds to
``data/positions.tsv``. It is read when the lexicon is first used."""
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


def own_lexicon() -> Path | None:
    """The folder that `OWN` names, if it names one.

    Raises:
        FileNotFoundError: there is no such folder.
    """
    place = os.environ.get(OWN)
    if not place:
        return None
    if not Path(place).is_dir():
        raise FileNotFoundError(f"{OWN} names {place}, which is no folder")
    return Path(place)
