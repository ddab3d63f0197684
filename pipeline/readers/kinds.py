"""One file → its articles, by the ending of its name: compression off first, archives member by member."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.readers.article import Article, Failure
from pipeline.readers.delimited import read_csv
from pipeline.readers.excel import read_excel
from pipeline.readers.file import File, UnreadableError
from pipeline.readers.html import read_html
from pipeline.readers.packed import ARCHIVES, COMPRESSIONS, inner_ending, unpack
from pipeline.readers.records import read_json, read_jsonl, read_parquet
from pipeline.readers.text import read_text
from pipeline.readers.warc import read_warc

READERS: dict[str, Callable[[File], Iterator[Article | Failure]]] = {
    ".txt": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".json": read_json,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
    ".xlsx": read_excel,
    ".html": read_html,
    ".htm": read_html,
    ".warc": read_warc,
}
"""File ending → its reader."""

KINDS = f"{', '.join((*READERS, *ARCHIVES))}; any of them compressed, too: {', '.join(COMPRESSIONS)}"
"""What is read, as messages list it."""
_DEEPEST = 1  # an archive may lie in an archive, but not in one more


def is_known(name: str) -> bool:
    """Whether a file of this name is read.

    >>> is_known("2025/berita.jsonl.gz"), is_known("arsip.tgz"), is_known("foto.jpg.gz")
    (True, True, False)
    """
    return inner_ending(name) in READERS or inner_ending(name) in ARCHIVES


def scan_file(file: File, depth: int = 0) -> Iterator[Article | Failure]:
    """The articles in `file`, which lies in `depth` archives; never raises."""
    ending = inner_ending(file.name)
    try:
        if ending in READERS:
            yield from READERS[ending](unpack(file))
        elif ending not in ARCHIVES:
            yield _failure(file, "unknown_format", f"unknown kind of file; files read are {KINDS}")
        elif depth > _DEEPEST:
            yield _failure(file, "nested", "an archive two archives deep; unpack the outer one")
        else:
            yield from _scan_archive(ARCHIVES[ending](unpack(file)), file, depth)
    except UnreadableError as error:
        yield _failure(file, error.error_type, str(error))
    except OSError as error:
        yield _failure(file, "unreadable", error.strerror or str(error))
    except Exception as error:  # each format's library has its own for a broken file, some of them undocumented
        message = f"broken {ending} file: {' '.join(str(error).split()) or type(error).__name__}"
        yield _failure(file, "broken", message)


def _scan_archive(members: Iterator[File], archive: File, depth: int) -> Iterator[Article | Failure]:
    """The articles in the files of an archive; those of other kinds are passed over, as in a folder."""
    is_empty = True
    for member in members:
        if is_known(member.name):
            is_empty = False
            yield from scan_file(member, depth + 1)
    if is_empty:
        yield _failure(archive, "empty_archive", f"no articles in this archive; files read are {KINDS}")


def _failure(file: File, error_type: str, message: str) -> Failure:
    return Failure(source=file.source, error_type=error_type, message=message)
