"""What a reader yields: an article as the input gave it, or a failure that names the file and the line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news article before cleaning; everything but the text may be missing.

    Attributes:
        text: the body as it came.
        id: the id that the input gave; without one, the pipeline makes a stable id from the cleaned text.
        source: where it came from: a path, ``path:line`` for a record, ``-`` for standard input.
        published_at: ISO 8601 date or datetime; the anchor of relative dates.

    >>> Article(text="Bupati OKI menutup pelatihan guru, Rabu.", published_at="2025-11-12").published_at
    '2025-11-12'
    """

    text: str
    id: str | None = None
    source: str = "text"
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    published_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input, or a field of one, that could not be read; becomes a row of ``errors``.

    `fatal` is false where the article is extracted all the same (an unreadable date in its metadata).
    """

    source: str
    error_type: str
    message: str
    fatal: bool = True
