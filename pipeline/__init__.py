"""Indonesian news text into tables: dates, officials, roles, figures and quotes, each row traced to its sentence.

`load` gives the pipeline as a spaCy ``Language``, `extract` gives `Tables` for a path, a text or a data frame, `read`
the articles of a source, `open` a finished run in DuckDB. They are imported when first used, so that ``import
pipeline`` and the command's ``--help`` cost nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from pipeline.version import __version__

if TYPE_CHECKING:
    from pipeline.api import extract, load
    from pipeline.readers import Article, read
    from pipeline.results import Tables
    from pipeline.stores.duck import open

__all__ = ["Article", "Tables", "__version__", "extract", "load", "open", "read"]

_HOMES = {
    "load": "pipeline.api",
    "extract": "pipeline.api",
    "read": "pipeline.readers",
    "Article": "pipeline.readers",
    "Tables": "pipeline.results",
    "open": "pipeline.stores.duck",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
