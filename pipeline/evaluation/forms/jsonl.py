"""Gold as JSON lines: an object an article, its text with rows of any of the tables at offsets into it.

In: lines with ``text`` and, as far as they are known, ``id``, ``title``, ``outlet``, ``published_at``; ``dates``,
``persons``, ``mentions``, ``roles``, ``figures``, ``quotes``: lists of rows, with the columns of ``docs/gold.md`` but
``start_char`` and ``end_char`` in place of a quoted text. A table or column that no line of a file has is not judged.
``judged`` names the tables to judge where a line holds others to name persons by, ``within`` the stretches of the text
that were read, and ``"unsure": true`` in a row keeps it and what is found there out of the scores. Out: `Annotations`.

>>> line = {"text": "Guru hadir, Rabu.", "dates": [{"start_char": 12, "end_char": 16, "type": "DATE"}]}
>>> [gold] = parse([line], "uji")
>>> gold.name, gold.dates[0].text, gold.judged["dates"] == {"type"}
('uji:1', 'Rabu', True)
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline.evaluation.columns import typed
from pipeline.evaluation.gold import SPANNED, GoldError, check_keys, left_out, naming, placed, with_roles
from pipeline.evaluation.rows import Annotations, ArticleRow, PersonRow, Span

_TABLES: dict[str, type[Span]] = {**SPANNED, "persons": PersonRow}
_ARTICLE = frozenset(field.name for field in fields(ArticleRow))
_OTHER = frozenset({"id", "text", "judged", "within"})
_PLACE = frozenset({"start_char", "end_char", "text"})
Line = Mapping[str, Any]


def objects(path: Path) -> list[Line]:
    """The JSON objects of the lines of `path`, numbers with a fraction exact.

    Raises:
        GoldError: a line is none.
    """
    lines = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), 1):
        if line.strip():
            with naming(f"{path.name}, line {number}"):
                lines.append(json.loads(line, parse_float=Decimal))
            if not isinstance(lines[-1], dict):
                raise GoldError(f"{path.name}, line {number}: not a JSON object")
    return lines


def parse(lines: Sequence[Line], name: str) -> list[Annotations]:
    """One article a line; one without ``id`` is ``name:number``."""
    columns = _columns(lines)
    return [_article(line, str(line.get("id", f"{name}:{number}")), columns) for number, line in enumerate(lines, 1)]


def _columns(lines: Iterable[Line]) -> dict[str, frozenset[str]]:
    """Table → the columns that any row of it has or implies."""
    columns: dict[str, frozenset[str]] = {}
    for line in lines:
        for table in _TABLES.keys() & line.keys():
            said = (entry.keys() | left_out(_TABLES[table], entry, "").keys() for entry in line[table])
            columns[table] = columns.get(table, frozenset()).union(*said) - _PLACE
    return columns


def _article(line: Line, name: str, columns: Mapping[str, frozenset[str]]) -> Annotations:
    with naming(name):
        if type(line.get("text")) is not str:
            raise ValueError("text is missing")
        if unknown := line.keys() - _TABLES.keys() - _ARTICLE - _OTHER:
            raise ValueError(f"no table or column {min(unknown)!r}")
        article = typed(ArticleRow, {key: line[key] for key in _ARTICLE & line.keys() if line[key] is not None})
        judged = frozenset(line.get("judged", columns.keys()))
        if not judged <= _TABLES.keys():
            raise ValueError(f"judged: no table {min(judged - _TABLES.keys())!r}")
    sure: dict[str, tuple[Any, ...]] = {}
    unsure: dict[str, tuple[Span, ...]] = {}
    for table, kind in _TABLES.items():
        rows = [
            (_row(kind, entry, line, f"{name}, {table} row {n}"), entry.get("unsure"))
            for n, entry in enumerate(line.get(table, ()), 1)
        ]
        rows.sort(key=lambda row: (row[0].start_char, row[0].end_char))
        sure[table] = tuple(row for row, doubted in rows if not doubted)
        unsure[table] = tuple(row for row, doubted in rows if doubted)
    sure["mentions"] = with_roles(sure["mentions"], sure["roles"])
    unsure["mentions"] += unsure["roles"]
    gold = Annotations(
        name=name,
        text=line["text"],
        article=article,
        judged={table: columns.get(table, frozenset()) for table in judged},
        within=tuple((start, end) for start, end in line.get("within", ())),
        unsure=unsure,
        **sure,
    )
    with naming(name):
        check_keys(gold)
    return gold


def _row(kind: type[Span], entry: Line, line: Line, where: str) -> Span:
    with naming(where):
        text, start, end = line["text"], entry.get("start_char"), entry.get("end_char")
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
            raise ValueError(f"start_char = {start!r}, end_char = {end!r}: not a stretch of the text's {len(text)}")
        if "text" in entry and entry["text"] != text[start:end]:
            raise ValueError(f"text is {text[start:end]!r} there, not {entry['text']!r}")
        said = {key: value for key, value in entry.items() if key not in _PLACE | {"unsure"} and value is not None}
        return placed(kind, said, text, start, end, partial=True)
