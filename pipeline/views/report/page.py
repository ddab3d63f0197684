"""The page around the data: one HTML text that loads nothing, and by its content security policy can't.

`page` is all but the articles; `write_report` puts these below it as packed chunks, so that memory holds one chunk at a
time. Every text reaches the page packed (see `data.packed`) or escaped, and the page puts it in as text.
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
from pipeline.views.report.data import chunked, overview, packed, payload

_CHUNK = 32  # articles that are inflated together: about half a megabyte, some milliseconds


def page(data: Mapping[str, Any], *, chunks: str = "", extra_style: str = "", extra_script: str = "") -> str:
    """The whole page.

    Args:
        data: see `data.overview`; its ``mode`` *review* lets the page talk to the server that it came from.
        chunks: elements with the articles; without them, `extra_script` has to set ``berita.loadArticle``.
        extra_style: put after the page's own style.
        extra_script: put after the page's own script, in the same module.
    """
    head, tail = _halves(data, extra_style, extra_script)
    return head + chunks + tail


def _halves(data: Mapping[str, Any], extra_style: str = "", extra_script: str = "") -> tuple[str, str]:
    """The page before and after the articles."""
    styles = stylesheet() + style() + extra_style
    scripts = script() + extra_script
    connect = "'self'" if data["mode"] == "review" else "'none'"
    policy = (
        f"default-src 'none'; script-src '{_hash(scripts)}'; style-src '{_hash(styles)}'; connect-src {connect}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    whole = Template((ASSETS / "page.html").read_text(encoding="utf-8")).substitute(
        language=data["language"],
        policy=escape(policy),
        title=escape(data["title"]),
        style=styles,
        script=scripts,
        data=packed(data),
        articles="\0",
    )
    head, tail = whole.split("\0")
    return head, tail


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
        for number, chunk in enumerate(chunked(_payloads(tables, articles), _CHUNK)):
            file.write(f'<script type="text/plain" data-chunk="{number}">{packed(chunk)}</script>\n')
            on_progress(number * _CHUNK + len(chunk))
        file.write(tail)
    unfinished.replace(out)
    return int(articles.num_rows)


def _distinct(articles: pa.Table) -> pa.Table:
    """The articles with each id once, the first of several."""
    return articles.take(pc.index_in(pc.unique(articles["article_id"]), articles["article_id"]))


def _payloads(tables: Mapping[str, pa.Table], articles: pa.Table) -> Iterator[dict[str, Any]]:
    rows = RowsByArticle(tables, articles["article_id"].to_pylist())
    for batch in articles.to_batches(max_chunksize=_CHUNK):
        for article in batch.to_pylist():
            yield payload(article, rows.of(article["article_id"]))
