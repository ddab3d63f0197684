"""Web archives (``.warc``, ``.warc.gz``; extra ``[html]``): the article of each page that was fetched with success.

The address is the record's. The date is the page's own; the day of the fetch stands in where the page has none.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pipeline.readers.article import Article, Failure
from pipeline.readers.file import File
from pipeline.readers.html import MISSING, parse_page

_PAGE = 16 << 20  # bytes of a page; more is no article
_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(file: File) -> Iterator[Article | Failure]:
    """The articles of a ``.warc`` file; the source of each is ``file.warc:number``, its record counted from 1."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        yield Failure(source=file.source, error_type="missing_extra", message=MISSING)
        return
    number = 0
    with file.open() as stream:
        try:
            for number, record in enumerate(ArchiveIterator(_Pieces(stream)), start=1):
                if _is_page(record):
                    yield from _article(record, f"{file.source}:{number}")
        except ArchiveLoadFailed as error:
            message = f"broken web archive: {' '.join(str(error).split())}; nothing below this record was read"
            yield Failure(source=f"{file.source}:{number + 1}", error_type="warc", message=message)


class _Pieces:
    """A stream whose ``read`` gives what is there, so that a fault farther on costs nothing that comes before it."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self.read = stream.read1
        self.tell = stream.tell


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    return (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower() in _PAGES


def _article(record: Any, source: str) -> Iterator[Article | Failure]:
    content = record.content_stream().read(_PAGE + 1)
    if len(content) > _PAGE:
        yield Failure(source=source, error_type="too_large", message=f"a page of more than {_PAGE >> 20} MB")
        return
    address = record.rec_headers.get_header("WARC-Target-URI")
    yield from parse_page(content, source, url=address, fetched_at=record.rec_headers.get_header("WARC-Date"))
