"""A record or front matter with English or Indonesian field names → `Article`.

>>> next(to_article({"isi": "Teks.", "judul": "Judul", "tanggal": "12/11/2025"}, source="a.jsonl:1")).published_at
'2025-11-12'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pipeline.readers.article import Article, Failure
from pipeline.readers.published import iso_date, not_understood

NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "isi", "teks", "konten"),
    "id": ("id", "article_id"),
    "title": ("title", "judul", "headline"),
    "published_at": ("published_at", "published", "date", "tanggal", "tanggal_terbit"),
    "url": ("url", "link"),
    "outlet": ("outlet", "source", "media"),
    "author": ("author", "penulis", "wartawan", "reporter"),
}
"""`Article` field → the names that it goes by in inputs, case-insensitive; the first one present and not empty is
taken."""

_NOTHING = frozenset({"", "nan", "nat", "none", "null", "<na>"})
"""What exports write for a missing value, in lower case."""


def text_column(names: Iterable[str]) -> str | None:
    """The name among `names` that holds the text, or `None`."""
    present = {name.strip().lower(): name for name in names}
    return next((present[name] for name in NAMES["text"] if name in present), None)


def to_article(record: Mapping[str, object], source: str) -> Iterator[Article | Failure]:
    """One record as an `Article`; a missing text is a `Failure`, an unreadable date a non-fatal one beside the article.

    An empty text is an article still: it becomes a row with the status ``empty``.
    """
    lowered = {str(name).strip().lower(): value for name, value in record.items() if name is not None}
    text = next((lowered[name] for name in NAMES["text"] if _is_text(lowered.get(name))), None)
    if text is None and not any(lowered.get(name) == "" for name in NAMES["text"]):
        fields = ", ".join(map(str, record)) or "none"
        message = f"no text in fields {fields}; expected one of {', '.join(NAMES['text'])}"
        yield Failure(source=source, error_type="no_text", message=message)
        return
    values = {field: _first(lowered, names) for field, names in NAMES.items() if field != "text"}
    if (written := values["published_at"]) is not None:
        values["published_at"] = iso_date(written)
        if values["published_at"] is None:
            yield Failure(source=source, error_type="bad_date", message=not_understood(written), fatal=False)
    yield Article(text=str(text or ""), source=source, **values)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value != ""


def _first(record: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    """The first value under one of `names` that is not missing, as text; a list of authors in one line."""
    for name in names:
        value = record.get(name)
        text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value).strip()
        if text.lower() not in _NOTHING:
            return text
    return None


def no_text_column(source: str, names: Iterable[str]) -> Failure:
    """What to say of a table without a column for the text."""
    message = f"no text column among {', '.join(names) or 'no columns'}; name one of them {', '.join(NAMES['text'])}"
    return Failure(source=source, error_type="no_text", message=message)
