"""The unit of work: a chunk of articles, and a key that says what its result depends on.

Where a chunk ends is decided by the articles themselves, not by their number: an article put in or taken out changes
the chunk that it lies in, and the others keep their keys.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.readers import Article, Failure, Prepared, prepare
from pipeline.readers.clean import clean_line


@dataclass(frozen=True, slots=True)
class Identified:
    """An article with its id in the run; cleaned already where only that could tell the id."""

    article_id: str
    content: Article | Prepared
    digest: str
    """A hash of all that the article brings into its rows."""

    @property
    def article(self) -> Article:
        """The article, as read or cleaned."""
        return self.content.article if isinstance(self.content, Prepared) else self.content

    def prepared(self) -> Prepared:
        """The article cleaned, under its id."""
        cleaned = self.content if isinstance(self.content, Prepared) else prepare(self.content)
        return cleaned if cleaned.article_id == self.article_id else replace(cleaned, article_id=self.article_id)


Item = Identified | Failure
"""What a chunk holds: articles, and between them the inputs that could not be read."""


def identified(articles: Iterable[Article | Failure]) -> Iterator[Item]:
    """Articles with ids that are unique in the run: one that comes again has ``~2``, ``~3`` … behind it.

    Nothing is dropped: `text_sha256` tells the same text read twice from two texts under one id.
    """
    names = _Names()
    for article in articles:
        if isinstance(article, Failure):
            yield article
            continue
        given = clean_line(article.id)
        content = article if given else prepare(article)
        article_id = names.unique(given or content.article_id)  # type: ignore[union-attr]
        yield Identified(article_id, content, _digest(article_id, article))


class _Names:
    """The names given so far, kept on the disk once they are many, so that memory does not grow with the run."""

    def __init__(self) -> None:
        self._seen = sqlite3.connect("")
        self._seen.execute("CREATE TABLE seen (name BLOB PRIMARY KEY, times INTEGER) WITHOUT ROWID")

    def unique(self, name: str) -> str:
        """`name`, with a number behind it where it was given before."""
        if (times := self._times(name)) == 1:
            return name
        while self._times(f"{name}~{times}") > 1:
            times = self._times(name)
        return f"{name}~{times}"

    def _times(self, name: str) -> int:
        """How many times `name` was asked for, this time among them."""
        query = "INSERT INTO seen VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET times = times + 1 RETURNING times"
        (times,) = self._seen.execute(query, (name.encode("utf-8", "surrogatepass"),)).fetchone()
        return int(times)


def chunks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Items in lists of about `size`, never more than twice as many."""
    chunk: list[Item] = []
    for item in items:
        chunk.append(item)
        if len(chunk) >= 2 * size or (isinstance(item, Identified) and int(item.digest[:8], 16) % size == 0):
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def key(chunk: Sequence[Item], settings_hash: str) -> str:
    """What a chunk's result depends on, as 16 hex digits: its items, and how they are extracted."""
    items = (item.digest if isinstance(item, Identified) else repr(item) for item in chunk)
    return _sha256("\n".join([settings_hash, *items]))[:16]


def _digest(article_id: str, article: Article) -> str:
    fields = (article.source, article.outlet, article.url, article.title, article.author, article.published_at)
    return _sha256("\n".join([article_id, repr(fields), article.text]))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
