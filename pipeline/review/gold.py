"""Reviewed tables → gold files as `docs/gold.md` describes them, one an article whose every row was decided.

An article with rows that nobody looked at is no gold: what was missed and what is wrong in it cannot be told apart.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import regex

from pipeline.evaluation.found import Found
from pipeline.evaluation.locate import MIDDLE, locate
from pipeline.evaluation.measures import same_words
from pipeline.evaluation.rows import Annotations, DateRow, FigureRow, QuoteRow, Span
from pipeline.results import Tables

_LONG = 60
"""Characters above which a span's middle is left out."""
_BEGUN = regex.compile(r"\p{L}++\Z")
"""The part of a word before a clitic such as *-nya*."""
_NOT_WRITTEN = frozenset({"start_char", "end_char", "text", "origin"})


class NotQuotableError(ValueError):
    """A span that gold cannot quote: braces and a spaced ``[...]`` have a meaning of their own in it."""


@dataclass(frozen=True, slots=True)
class Export:
    """What became gold, and what did not."""

    written: tuple[Path, ...]
    skipped: Mapping[str, str]
    """Article → why it is not among them."""


def export(tables: Tables, folder: Path, *, undecided: Mapping[str, int]) -> Export:
    """Write a gold file to `folder` for every article of `tables` that was reviewed to the end.

    Args:
        tables: as reviewed.
        undecided: article id → how many of its rows nobody decided about; an article that is not in it was not
            reviewed at all.

    Returns:
        What was written; files of the same names are replaced.
    """
    found = Found(tables)
    written, skipped = [], {}
    folder.mkdir(parents=True, exist_ok=True)
    for name, article_id in _names(tables).items():
        if article_id not in undecided:
            continue
        if left := undecided[article_id]:
            skipped[name] = f"{left} of its rows are not decided yet"
            continue
        if name != Path(name).name:
            skipped[name] = "its id cannot be a file name"
            continue
        try:
            toml = to_toml(found.beside(Annotations(name=article_id, text=found.texts[article_id])))
        except NotQuotableError as error:
            skipped[name] = str(error)
            continue
        place = folder / f"{name}.toml"
        place.write_text(toml, encoding="utf-8")
        written.append(place)
    return Export(tuple(written), skipped)


def _names(tables: Tables) -> dict[str, str]:
    """Name of an article's gold file → its id: the id that the input gave, else its file's name where no other article
    has it."""
    articles = tables.arrow["articles"].select(["article_id", "text_sha256", "source"]).to_pylist()
    stems = Counter(Path(article["source"]).stem for article in articles)
    names: dict[str, str] = {}
    for article in articles:
        stem, made_up = Path(article["source"]).stem, article["text_sha256"].startswith(article["article_id"])
        names[stem if made_up and stems[stem] == 1 else article["article_id"]] = article["article_id"]
    return names


def to_toml(gold: Annotations) -> str:
    """One article's annotations as a gold file, which `pipeline.evaluation.gold.parse` reads again.

    Raises:
        NotQuotableError: a row's text cannot be quoted.

    >>> from pipeline.evaluation.gold import parse
    >>> toml = "[[dates]]\\ntext = 'Rabu'\\ntype = 'DATE'\\nvalue = 'XXXX-WXX-3'"
    >>> gold = parse(toml, "Guru hadir, Rabu.", name="01")
    >>> parse(to_toml(gold), "Guru hadir, Rabu.", name="01") == gold
    True
    """
    keys = _keys(gold)
    told = {(role.start_char, role.end_char, role.person) for role in gold.roles if role.person}
    mentions = [row for row in gold.mentions if (row.start_char, row.end_char, row.person) not in told]
    about = _said(gold.article)
    blocks = [
        *([_block("[article]", about)] if about else []),
        *(_block("[[persons]]", {**_said(person), "key": keys[person.key]}) for person in gold.persons),
    ]
    for table, rows in (
        ("dates", gold.dates),
        ("mentions", mentions),
        ("roles", gold.roles),
        ("figures", gold.figures),
        ("quotes", gold.quotes),
    ):
        blocks += _blocks(table, rows, gold.text, keys)
    return "\n\n".join(blocks) + "\n"


def _keys(gold: Annotations) -> dict[str | None, str]:
    """Person → a short name for use in the file."""
    keys: dict[str | None, str] = {}
    for person in gold.persons:
        plain = unicodedata.normalize("NFKD", person.name.split()[0]).encode("ascii", "ignore").decode().lower()
        word = "".join(filter(str.isalnum, plain)) or "orang"
        keys[person.key] = next(key for n in count(1) if (key := word if n == 1 else f"{word}{n}") not in keys.values())
    return keys


def _blocks(table: str, rows: Sequence[Span], text: str, keys: Mapping[str | None, str]) -> Iterator[str]:
    after = 0
    groups: dict[str, str] = {}
    for row in sorted(rows, key=lambda row: (row.start_char, row.end_char)):
        said = _said(row)
        for column in ("person", "speaker"):
            if column in said:
                said[column] = keys[said[column]]
        if "group" in said:
            said["group"] = groups.setdefault(said["group"], f"{len(groups) + 1}")
        yield _block(f"[[{table}]]", {**_place(text, row, after), **said})
        after = row.start_char


def _said(row: Any) -> dict[str, Any]:
    """The columns that must be written: neither missing nor implied by others."""
    said = {field.name: getattr(row, field.name) for field in fields(row) if field.name not in _NOT_WRITTEN}
    implied: dict[str, Any] = {}
    if isinstance(row, DateRow):
        implied = {"end_date": row.start_date}
    elif isinstance(row, FigureRow):
        implied = {"value_low": row.value, "value_high": row.value}
    elif isinstance(row, QuoteRow) and same_words(row, replace(row, content=row.text)):
        implied = {"content": row.content}
    return {
        name: value
        for name, value in said.items()
        if value is not None and value is not False and (name not in implied or value != implied[name])
    }


def _place(text: str, row: Span, after: int) -> dict[str, Any]:
    """How gold quotes the row's text: `text`, and `nth` where it stands more than once behind `after`."""
    span = row.start_char, row.end_char
    for quoted in _quotations(text, row):
        if any(brace in row.text for brace in "{}") or MIDDLE in row.text:
            break
        for nth in count(1):
            found = locate(text, quoted, after=after, nth=nth)
            if found == span:
                return {"text": quoted} if nth == 1 else {"text": quoted, "nth": nth}
            if found is None or found[0] > row.start_char:
                break
    raise NotQuotableError(f"gold cannot quote {row.text[:_LONG]!r}")


def _quotations(text: str, row: Span) -> Iterator[str]:
    """Ways to quote the row, the most readable first."""
    words = row.text.split(" ")
    if len(row.text) > _LONG and len(words) > 8 and "\n" not in row.text:
        yield " ".join(words[:4]) + MIDDLE + " ".join(words[-3:])
    if begun := _BEGUN.search(text, endpos=row.start_char):
        yield f"{begun.group()}{{{row.text}}}"
    yield row.text


def _block(head: str, columns: Mapping[str, Any]) -> str:
    return "\n".join([head, *(f"{name} = {_value(value)}" for name, value in columns.items())])


def _value(value: Any) -> str:
    """A TOML value. JSON's strings are TOML's, but for the delete character."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        whole = value.to_integral_value()
        return f"{whole if whole == value else value.normalize():f}"
    if isinstance(value, date):
        return json.dumps(value.isoformat())
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f") if isinstance(value, str) else str(value)
