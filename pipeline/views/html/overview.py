"""A whole result in a notebook: how many rows each table has, and the first facts.

>>> import pandas as pd
>>> "<b>2</b> articles" in tables_html({"articles": 2}, pd.DataFrame(columns=SHOWN))
True
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import pandas as pd

SHOWN = ["stage", "text", "value", "unit", "person", "position", "organization", "region", "date", "confidence"]
"""The columns of ``facts`` that are shown."""
_SAMPLE = 12  # facts
_CELL = 60  # characters
_STYLE = """
.berita-tables { overflow-x: auto; font-size: 13px; }
.berita-tables.berita-tables ul { display: flex; flex-wrap: wrap; gap: .3em 1.4em; margin: .2em 0 .8em; padding: 0; }
.berita-tables li { list-style: none; }
.berita-tables li b { font-variant-numeric: tabular-nums; }
.berita-tables table { border-collapse: collapse; margin: 0; }
.berita-tables.berita-tables :is(th, td) { padding: .3em .9em .3em 0; border: 0; max-width: 24em;
  border-bottom: 1px solid rgb(128 128 128 / .3); text-align: left; vertical-align: top; }
.berita-tables.berita-tables td:nth-child(2) { min-width: 18em; }
.berita-tables th { font-weight: 600; opacity: .7; }
.berita-tables p { opacity: .7; margin: .6em 0 0; }
"""
"""Scoped, and of a weight that a notebook's own rules for tables do not outdo."""


def tables_html(counts: Mapping[str, int], facts: pd.DataFrame) -> str:
    """The overview as HTML; everything in it is escaped.

    Args:
        counts: table → rows.
        facts: the table ``facts``.
    """
    items = "".join(
        f"<li><b>{count:,}</b> {escape(name.replace('_', ' '))}</li>" for name, count in counts.items() if count
    )
    sample = facts.loc[:, SHOWN].head(_SAMPLE)
    sample["value"] = sample["value"].where(facts["stage"] != "quote")  # a quote's words are its text once more
    sample = sample.dropna(axis="columns", how="all")
    head = "".join(f"<th>{escape(name)}</th>" for name in sample.columns)
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in sample.itertuples(index=False))
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>" if rows else ""
    left = len(facts) - len(sample)
    more = f"<p>… and {left:,} more in <code>.facts</code></p>" if left else ""
    return (
        f'<div class="berita-tables"><style>{_STYLE}</style><ul>{items or "<li>no rows</li>"}</ul>{table}{more}</div>'
    )


def _cell(value: object) -> str:
    """A table cell: what is missing stays empty, a long text is cut and shown whole by hovering."""
    text = "" if pd.isna(value) else f"{value:.2f}" if isinstance(value, float) else str(value)  # type: ignore[call-overload]
    if len(text) <= _CELL:
        return f"<td>{escape(text)}</td>"
    return f'<td title="{escape(text)}">{escape(text[: _CELL - 1])}…</td>'
