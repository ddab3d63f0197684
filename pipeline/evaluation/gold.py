"""Gold files → typed rows with offsets. ``docs/gold.md`` says how gold is written.

>>> gold = parse("[[dates]]\\ntext = 'Rabu'\\ntype = 'DATE'\\nvalue = 'XXXX-WXX-3'", "Guru hadir, Rabu.", name="01")
>>> gold.dates[0].start_char, gold.dates[0].value
(12, 'XXXX-WXX-3')
>>> parse("[[figures]]\\ntext = 'dua guru'\\nkinds = 'count'", "Ada dua guru.", name="02")
Traceback (most recent call last):
pipeline.evaluation.gold.GoldError: 02, figures row 1 ('dua guru'): no column 'kinds'
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from pipeline.evaluation.columns import typed
from pipeline.evaluation.locate import locate
from pipeline.evaluation.rows import (
    Annotations,
    ArticleRow,
    DateRow,
    FigureRow,
    MentionRow,
    PersonRow,
    QuoteRow,
    RoleRow,
    Span,
)

Row = TypeVar("Row", bound=Span)
SPANNED: dict[str, type[Span]] = {
    "dates": DateRow,
    "mentions": MentionRow,
    "roles": RoleRow,
    "figures": FigureRow,
    "quotes": QuoteRow,
}
"""Table → row class, for the tables whose rows quote their text."""
_PLACE = ("text", "nth")


@dataclass(frozen=True, slots=True)
class _Place:
    """How a row quotes its text."""

    text: str
    nth: int = 1


class GoldError(ValueError):
    """A gold file that cannot be read; the message names file, table and row."""


def read(folder: Path, texts: Mapping[str, str]) -> list[Annotations]:
    """Every gold file of `folder`, in order of name.

    Args:
        folder: holds ``<article id>.toml``.
        texts: article id → cleaned text, as in ``articles.text``.

    Raises:
        GoldError: a file cannot be read, or its article is missing.
    """
    return [_read(path, texts) for path in sorted(folder.glob("*.toml"))]


def _read(path: Path, texts: Mapping[str, str]) -> Annotations:
    if path.stem not in texts:
        raise GoldError(f"{path.name}: no article {path.stem!r}")
    return parse(path.read_text(encoding="utf-8"), texts[path.stem], name=path.stem)


def digest(folder: Path) -> str:
    """The first 16 hex digits of the SHA-256 of all gold files of `folder`, names included."""
    state = hashlib.sha256()
    for path in sorted(folder.glob("*.toml")):
        state.update(path.name.encode())
        state.update(path.read_bytes())
    return state.hexdigest()[:16]


def parse(toml: str, text: str, *, name: str) -> Annotations:
    """One gold file against its article's `text`.

    Raises:
        GoldError: it is no TOML, has an unknown column or a value against the contract, or quotes what is not there.
    """
    with naming(name):
        tables = tomllib.loads(toml, parse_float=Decimal)
        if unknown := tables.keys() - {"article", "persons", *SPANNED}:
            raise ValueError(f"no table {min(unknown)!r}")
    with naming(f"{name}, article"):
        article = typed(ArticleRow, tables.get("article", {}))
    rows: dict[str, Any] = {
        table: _spanned(kind, tables.get(table, []), text, f"{name}, {table}") for table, kind in SPANNED.items()
    }
    persons = tuple(_persons(tables.get("persons", []), rows["mentions"], f"{name}, persons"))
    rows["mentions"] = with_roles(rows["mentions"], rows["roles"])
    gold = Annotations(name=name, text=text, article=article, persons=persons, **rows)
    with naming(name):
        check_keys(gold)
    return gold


@contextmanager
def naming(where: str) -> Iterator[None]:
    """Say `where` in the message of a fault."""
    try:
        yield
    except ValueError as error:
        raise GoldError(f"{where}: {error}") from None


def _spanned(kind: type[Row], entries: list[dict[str, Any]], text: str, where: str) -> tuple[Row, ...]:
    """Rows in text order, each searched from the start of the row before it."""
    rows: list[Row] = []
    for number, entry in enumerate(entries, 1):
        with naming(f"{where} row {number} ({entry.get('text')!r})"):
            rows.append(_row(kind, entry, text, rows[-1].start_char if rows else 0))
    return tuple(rows)


def _row(kind: type[Row], entry: dict[str, Any], text: str, after: int) -> Row:
    place = typed(_Place, {column: entry[column] for column in _PLACE if column in entry})
    found = locate(text, place.text, after=after, nth=place.nth)
    if found is None:
        raise ValueError("out of order" if locate(text, place.text) else "not in the text")
    said = {column: value for column, value in entry.items() if column not in _PLACE}
    return placed(kind, said, text, *found)


def placed(
    kind: type[Row], columns: Mapping[str, Any], text: str, start: int, end: int, *, partial: bool = False
) -> Row:
    """A row of `kind` at ``[start, end)`` of `text`, with what gold need not say filled in.

    Raises:
        ValueError: see `pipeline.evaluation.columns.typed`.
    """
    implied = left_out(kind, columns, text[start:end])
    span = {"start_char": start, "end_char": end, "text": text[start:end]}
    return typed(
        kind, {**columns, **{key: implied[key] for key in implied if key not in columns}, **span}, partial=partial
    )


def left_out(kind: type[Span], columns: Mapping[str, Any], text: str) -> dict[str, Any]:
    """What gold need not say."""
    if kind is DateRow and "start_date" in columns:
        return {"end_date": columns["start_date"]}
    if kind is FigureRow and "value" in columns:
        return {"value_low": columns["value"], "value_high": columns["value"]}
    return {"content": text} if kind is QuoteRow else {}


def _persons(entries: list[dict[str, Any]], mentions: tuple[MentionRow, ...], where: str) -> Iterator[PersonRow]:
    first: dict[str | None, MentionRow] = {mention.person: mention for mention in reversed(mentions)}
    for number, entry in enumerate(entries, 1):
        key = entry.get("key")
        with naming(f"{where} row {number} ({key!r})"):
            if key not in first:
                raise ValueError("never mentioned")
            span = first[key]
            yield typed(
                PersonRow, {**entry, "start_char": span.start_char, "end_char": span.end_char, "text": span.text}
            )


def with_roles(mentions: Iterable[MentionRow], roles: Iterable[RoleRow]) -> tuple[MentionRow, ...]:
    """The mentions and, as a mention of form ``role`` each, the role phrases of persons; gold says those once."""
    mentions = tuple(mentions)
    places = {(mention.start_char, mention.end_char) for mention in mentions}
    told = [
        MentionRow(start_char=role.start_char, end_char=role.end_char, text=role.text, person=role.person, form="role")
        for role in roles
        if role.person is not None and (role.start_char, role.end_char) not in places
    ]
    return tuple(sorted([*mentions, *told], key=lambda mention: (mention.start_char, mention.end_char)))


def check_keys(gold: Annotations) -> None:
    """Every person that a row names stands in ``persons``, once."""
    keys = [person.key for person in gold.persons]
    if repeated := {key for key in keys if keys.count(key) > 1}:
        raise ValueError(f"two persons with the key {min(repeated)!r}")
    named = (
        [row.person for row in gold.mentions]
        + [row.person for row in gold.roles]
        + [row.speaker for row in gold.quotes]
    )
    if unknown := {key for key in named if key is not None} - set(keys):
        raise ValueError(f"{min(unknown)!r} is not in persons")
