"""A record or front matter with English or Indonesian field names → `Article`.

>>> list(to_article({"isi": "Teks berita.", "judul": "Judul", "tanggal": "12/11/2025"}, source="a.jsonl:1"))[0].published_at
'2025-11-12'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pipeline.readers.article import Article, Failure
from pipeline.readers.published import iso_date

NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "isi"),
    "id": ("id", "article_id"),
    "title": ("title", "judul"),
    "published_at": ("published_at", "published", "date", "tanggal", "tanggal_terbit"),
    "url": ("url", "link"),
    "outlet": ("outlet", "source", "media"),
    "author": ("author", "penulis"),
}
"""`Article` field → the names that it goes by in inputs, case-insensitive; the first one present and not empty is taken."""


def text_column(names: Iterable[str]) -> str | None:
    """The name among `names` that holds the text, or `None`."""
    present = {name.strip().lower(): name for name in names}
    return next((present[name] for name in NAMES["text"] if name in present), None)


def to_article(record: Mapping[str, object], source: str) -> Iterator[Article | Failure]:
    """One record as an `Article`; a missing text is a `Failure`, an unreadable date a non-fatal one beside the article."""
    lowered = {str(name).strip().lower(): value for name, value in record.items() if name is not None}
    values = {field: _first(lowered, names) for field, names in NAMES.items()}
    text = values.pop("text")
    if text is None:
        fields = ", ".join(map(str, record)) or "none"
        yield Failure(
            source=source,
            error_type="no_text",
            message=f"no text in fields {fields}; expected one of {', '.join(NAMES['text'])}",
        )
        return
    if (written := values["published_at"]) is not None:
        values["published_at"] = iso_date(written)
        if values["published_at"] is None:
            message = f"publication date {written!r} is not understood; write it as 2025-11-12 or 12 November 2025"
            yield Failure(source=source, error_type="bad_date", message=message, fatal=False)
    yield Article(text=text, source=source, **values)


def _first(record: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    """The first value under one of `names` that is not missing, as text."""
    for name in names:
        value = record.get(name)
        if value is None or value != value:  # NaN is the one value that differs from itself
            continue
        text = value if isinstance(value, str) else str(value)
        if text.strip():
            return text if name in NAMES["text"] else text.strip()
    return None
