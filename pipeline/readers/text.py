"""Plain text and Markdown files, with optional front matter between ``---`` lines.

Front matter is read line by line as ``key: value``, not as YAML: headlines hold colons, quotes and ``#`` that YAML
rejects.

>>> front_matter("---\\njudul: Menteri: Guru Siap\\n---\\nIsi berita.")
({'judul': 'Menteri: Guru Siap'}, 'Isi berita.')
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from pipeline.readers.article import Article, Failure
from pipeline.readers.encoding import decode
from pipeline.readers.fields import to_article
from pipeline.readers.file import File

_BLOCK = regex.compile(r"\s*---[ \t]*\n(?P<fields>(?:(?!---)[^\n]*\n)*+)---[ \t]*(?:\n|$)")
_FIELD = regex.compile(r"(?P<key>[\p{L}_][\w -]*?)\s*:\s*(?P<value>.*\S)\s*")
_HEADLINE = regex.compile(r"\s*#\s+(?P<title>[^\n]*\S)\s*(?:\n|$)")


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields between the ``---`` lines at the top, and the text after them; no fields where there is no such
    block."""
    block = _BLOCK.match(text)
    if block is None:
        return {}, text
    fields = (_FIELD.fullmatch(line) for line in block["fields"].splitlines())
    return {field["key"]: field["value"].strip("\"'") for field in fields if field}, text[block.end() :]


def parse_text(content: str, source: str, markdown: bool = False) -> Iterator[Article | Failure]:
    """One article from the content of a file."""
    fields, body = front_matter(content.replace("\r\n", "\n"))
    if markdown and (headline := _HEADLINE.match(body)):
        fields.setdefault("title", headline["title"])
        body = body[headline.end() :]
    yield from to_article({**fields, "text": body}, source)


def read_text(file: File) -> Iterator[Article | Failure]:
    """The article in a ``.txt`` or ``.md`` file."""
    content = decode(file.read(), file.source)
    if isinstance(content, Failure):
        yield content
    else:
        yield from parse_text(content, file.source, markdown=file.name.lower().endswith((".md", ".markdown")))
