"""The page around the data: one HTML text that loads nothing, and by its content security policy can't.

The articles are written as packed chunks, one at a time, so that memory holds no more of them. Every text reaches the
page packed (see `data.packed`) or escaped, and the page's scripts put it in as text.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.views.html.highlight import stylesheet
from pipeline.views.html.rows import RowsByArticle
from pipeline.views.html.words import UiLanguage
from pipeline.views.report.bundle import ASSETS, script, style
from pipeline.views.report.data import CHUNK, overview, packed, payload


def _halves(data: Mapping[str, Any]) -> tuple[str, str]:
    """The page before and after the articles."""
    styles = stylesheet() + style()
    policy = (
        f"default-src 'none'; script-src '{_hash(script())}'; style-src '{_hash(styles)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    blanks = {
        "language": data["language"],
        "policy": escape(policy),
        "title": escape(data["title"]),
        "style": styles,
        "script": script(),
        "data": packed(data),
    }
    head, tail = (ASSETS / "page.html").read_text(encoding="utf-8").split("$articles\n")
    return Template(head).substitute(blanks), Template(tail).substitute(blanks)


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def write_report(
    tables: Mapping[str, pa.Table],
    out: Path,
    *,
    title: str,
    language: UiLanguage = "id",
    limit: int | None = None,
    on_progress: Callable[[int], None] = lambda articles: None,
) -> int:
    """Write the report of a run to the file `out` and return how many articles it holds.

    Args:
        tables: all tables of the run by name, as ``Tables.arrow`` has them.
        limit: take only so many articles, the first ones.
        on_progress: told how many articles are written, now and then.
    """
    articles = _distinct(tables["articles"]).slice(0, limit)
    head, tail = _halves(overview(tables, articles, title=title, language=language))
    unfinished = out.with_name(out.name + ".tmp")
    out.parent.mkdir(parents=True, exist_ok=True)
    with unfinished.open("w", encoding="utf-8", newline="\n") as file:
        file.write(head)
        for number, chunk in enumerate(_chunks(tables, articles)):
            file.write(f'<script type="text/plain" data-chunk="{number}">{packed(chunk)}</script>\n')
            on_progress(number * CHUNK + len(chunk))
        file.write(tail)
    unfinished.replace(out)
    return int(articles.num_rows)


def _distinct(articles: pa.Table) -> pa.Table:
    """The articles with each id once, the first of several."""
    return articles.take(pc.index_in(pc.unique(articles["article_id"]), articles["article_id"]))


def _chunks(tables: Mapping[str, pa.Table], articles: pa.Table) -> Iterator[list[dict[str, Any]]]:
    """The articles' payloads, so many at a time as are packed together."""
    rows = RowsByArticle(tables, articles["article_id"].to_pylist())
    for first in range(0, articles.num_rows, CHUNK):
        chunk = articles.slice(first, CHUNK).to_pylist()
        yield [payload(*each) for each in zip(chunk, rows.between(first, first + len(chunk)), strict=True)]
