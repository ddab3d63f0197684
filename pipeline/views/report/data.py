"""The data of a report: tables → what the page reads, packed.

Two parts. `overview` is all that charts, filters, search and the table of facts need, column by column, each column
as its distinct values and a code a row (``""``, code 0, is missing). `payload` is one article: its text as HTML and all
its rows. The page inflates the first at once and the second when an article is opened.

>>> encode(pa.array(["guru", None, "guru"]))
{'values': ['', 'guru'], 'codes': [1, 0, 1]}
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from gzip import compress
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.version import __version__
from pipeline.views.html.cards import Record, plain
from pipeline.views.html.highlight import Rows, highlight
from pipeline.views.html.words import UiLanguage

CHUNK = 32
"""Articles that are packed, and inflated, together: half a megabyte of JSON, some milliseconds."""
_ARTICLE_COLUMNS = ["article_id", "title", "outlet", "published_at", "url", "source", "status", "error"]
_FACT_COLUMNS = [
    "stage", "kind", "text", "unit", "person", "entity_id", "position", "organization", "region",
    "region_code", "date",
]  # fmt: skip
_ERROR_COLUMNS = ["source", "stage", "error_type", "message", "at"]


def encode(column: pa.Array | pa.ChunkedArray) -> dict[str, list[Any]]:
    """A column as its distinct values, ``""`` for missing first, and each row's place among them."""
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    coded = column.dictionary_encode()
    codes = pc.add(pc.fill_null(coded.indices, -1), 1)
    return {"values": ["", *coded.dictionary.to_pylist()], "codes": codes.to_pylist()}


def overview(
    tables: Mapping[str, pa.Table],
    articles: pa.Table,
    *,
    title: str,
    language: UiLanguage = "id",
) -> dict[str, Any]:
    """All but the articles' own texts and rows.

    Args:
        tables: all tables of a run.
        articles: the rows of ``articles`` to take in, in order, each id once.
    """
    return {
        "title": title,
        "language": language,
        "version": __version__,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "chunk": CHUNK,
        "articles_in_run": tables["articles"].num_rows,
        "articles": {name: encode(articles[name]) for name in _ARTICLE_COLUMNS},
        "facts": _facts(tables, articles["article_id"].combine_chunks()),
        "errors": {name: encode(tables["errors"][name]) for name in _ERROR_COLUMNS},
    }


def _facts(tables: Mapping[str, pa.Table], article_ids: pa.Array) -> dict[str, Any]:
    """The columns of ``facts``, in the order of the articles; ids without the article's, which the page puts before
    them."""
    facts = tables["facts"]
    place = pc.index_in(facts["article_id"], article_ids)
    order = pc.sort_indices(place)[: len(place) - place.null_count]
    facts, place = facts.take(order), place.take(order)
    after = pc.add(pc.utf8_length(facts["article_id"]), 1).to_pylist()
    columns = {name: encode(facts[name]) for name in _FACT_COLUMNS}
    columns["value"], columns["trim"] = _values(facts)
    columns["place"] = encode(_places(facts))
    for name, column in (("row", "row_id"), ("sentence", "sentence_id")):
        short = [value[cut:] for value, cut in zip(facts[column].to_pylist(), after, strict=True)]
        columns[name] = encode(pa.array(short, pa.string()))
    who, speaker_class = _speakers(tables)
    row_ids = facts["row_id"].to_pylist()
    return {
        **columns,
        "who": encode(pa.array([who.get(row_id) for row_id in row_ids], pa.string())),
        "speaker_class": encode(pa.array([speaker_class.get(row_id) for row_id in row_ids], pa.string())),
        "confidence": encode(pc.cast(pc.round(facts["confidence"], 2), pa.string())),
        "article": place.to_pylist(),
        "start": facts["start_char"].to_pylist(),
        "length": pc.subtract(facts["end_char"], facts["start_char"]).to_pylist(),
    }


def _values(facts: pa.Table) -> tuple[dict[str, Any], dict[str, Any]]:
    """The columns ``value`` and *trim*: a quote's value is its text less some characters at its start and end, and
    comes as their numbers (``"1,2"``) in *trim*, which spares a second copy of every quote."""
    values: list[str | None] = []
    trims: list[str | None] = []
    columns = (facts[name].to_pylist() for name in ("stage", "text", "value"))
    for stage, text, value in zip(*columns, strict=True):
        start = text.find(value) if value and stage == "quote" else -1
        rest = text[:start] + text[start + len(value) :] if start >= 0 else ""
        trimmed = start >= 0 and max(rest, default="") <= "\uffff"  # JavaScript counts others as two
        values.append(None if trimmed else value)
        trims.append(f"{start},{len(rest) - start}" if trimmed else None)
    return encode(pa.array(values, pa.string())), encode(pa.array(trims, pa.string()))


def _places(facts: pa.Table) -> pa.Array:
    """The region of each row, with its code where several regions share the name (*Bandung*, a city and a regency)."""
    rows = list(zip(facts["region"].to_pylist(), facts["region_code"].to_pylist(), strict=True))
    shared = Counter(name for name, code in set(rows) if code)
    return pa.array([f"{name} ({code})" if code and shared[name] > 1 else name for name, code in rows], pa.string())


def _speakers(tables: Mapping[str, pa.Table]) -> tuple[dict[str, str], dict[str, str]]:
    """Row id → who the role or quote belongs to, and quote id → the speaker's role class (``none`` without a role).

    *Who* is the person across articles, else the person within the article; an institution is nobody.
    """
    persons = tables["persons"].select(["person_id", "entity_id"]).to_pylist()
    person = {row["person_id"]: row["entity_id"] or row["person_id"] for row in persons}
    roles = tables["roles"].select(["role_id", "person_id", "role_class"]).to_pylist()
    quotes = tables["quotes"].select(["quote_id", "speaker_id", "speaker_role_id"]).to_pylist()
    holders = [(row["role_id"], row["person_id"]) for row in roles]
    speakers = [(row["quote_id"], row["speaker_id"]) for row in quotes]
    classes = {row["role_id"]: row["role_class"] for row in roles}
    who = {row_id: person[person_id] for row_id, person_id in holders + speakers if person_id in person}
    return who, {row["quote_id"]: classes.get(row["speaker_role_id"], "none") for row in quotes}


def payload(article: Record, rows: Rows) -> dict[str, Any]:
    """What the article view needs of one article: its text as HTML and its rows, without what is missing in them."""
    return {
        "article_id": article["article_id"],
        "author": article["author"],
        "dateline_place": article["dateline_place"],
        "html": highlight(article["text"], rows, cards=False),
        "rows": {name: [_slim(row) for row in found] for name, found in rows.items() if name != "sentences"},
    }


def _slim(row: Record) -> dict[str, Any]:
    return {
        name: value if isinstance(value, bool | int | float) else plain(value)
        for name, value in row.items()
        if value is not None and name != "article_id"
    }


def packed(value: object) -> str:
    """Any JSON value as gzip in base64: nothing in it can end a script element.

    >>> packed("</script>").isascii() and "<" not in packed("</script>")
    True
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return b64encode(compress(text.encode("utf-8", "replace"), compresslevel=6, mtime=0)).decode("ascii")
