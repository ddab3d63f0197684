"""What a reader yields: an article as the input gave it, or a failure that names the file and the line."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.readers.published import iso_date, not_understood


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news article before cleaning; everything but the text may be missing.

    Attributes:
        text: the body as it came.
        id: the id that the input gave; without one, the pipeline makes a stable id from the cleaned text.
        source: where it came from: a path, ``path:line`` for a record, ``-`` for standard input.
        published_at: date or datetime, kept as ISO 8601 whatever way it is written; the anchor of relative dates.

    Raises:
        TypeError: the text is no string.
        ValueError: `published_at` is not understood.

    >>> Article(text="Bupati OKI menutup pelatihan guru, Rabu.", published_at="12 November 2025").published_at
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

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise TypeError(f"an article's text is a string, not {type(self.text).__name__}")
        if self.published_at is not None:
            published = iso_date(str(self.published_at))
            if published is None:
                raise ValueError(not_understood(str(self.published_at)))
            object.__setattr__(self, "published_at", published)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input, or a field of one, that could not be read; becomes a row of ``errors``.

    `fatal` is false where the article is extracted all the same (an unreadable date in its metadata).
    """

    source: str
    error_type: str
    message: str
    fatal: bool = True
