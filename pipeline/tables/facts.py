"""``facts``, the one flat table: a row for each date, role, figure and quote of an article, with its sentence beside
it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pipeline.schema import ArticleRow, Date, Fact, Figure, Person, Quote, Role, Row, Sentence

R = TypeVar("R", bound=Row)
REFERENCES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


def facts(rows: Mapping[str, Sequence[Row]]) -> list[Fact]:
    """The facts of one article in text order, from its rows by table name (a table may be missing)."""
    article = next((row for row in rows.get("articles", ()) if isinstance(row, ArticleRow)), None)
    if article is None:
        return []
    sentences = {
        row.sentence_id: article.text[row.start_char : row.end_char] for row in _of(rows, "sentences", Sentence)
    }
    shared: dict[str, Any] = {
        "article_id": article.article_id,
        "published_at": article.published_at,
        "outlet": article.outlet,
        "title": article.title,
        "url": article.url,
    }
    found = [
        Fact(
            **shared,
            **columns,
            row_id=row_id,
            sentence_id=row.sentence_id,
            start_char=row.start_char,
            end_char=row.end_char,
            text=row.text,
            confidence=row.confidence,
            sentence_text=sentences.get(row.sentence_id, row.text),
        )
        for row_id, row, columns in _columns(rows)
    ]
    return sorted(found, key=lambda fact: (fact.start_char, fact.end_char, fact.row_id))


def _of(rows: Mapping[str, Sequence[Row]], name: str, kind: type[R]) -> Iterable[R]:
    return (row for row in rows.get(name, ()) if isinstance(row, kind))


def _columns(rows: Mapping[str, Sequence[Row]]) -> Iterator[tuple[str, Date | Role | Figure | Quote, dict[str, Any]]]:
    """Each row that becomes a fact, with the columns that its stage alone fills."""
    persons = {row.person_id: row for row in _of(rows, "persons", Person)}
    roles = {row.role_id: row for row in _of(rows, "roles", Role)}
    dates = {row.date_id: row for row in _of(rows, "dates", Date)}
    for date in dates.values():
        if date.value not in REFERENCES:
            yield date.date_id, date, {"stage": "date", "value": date.value, "kind": date.type, "date": _day(date)}
    for role in roles.values():
        yield (
            role.role_id,
            role,
            {"stage": "role", "kind": role.role_class, **_person(persons.get(role.person_id or "")), **_post(role)},
        )
    for figure in _of(rows, "figures", Figure):
        value = None if figure.value is None else f"{figure.value:f}"
        yield (
            figure.figure_id,
            figure,
            {"stage": "figure", "value": value, "unit": figure.currency or figure.unit, "kind": figure.kind},
        )
    for quote in _of(rows, "quotes", Quote):
        speaker = _person(persons.get(quote.speaker_id or "")) if quote.speaker_id else {"person": quote.speaker_text}
        held = _post(roles.get(quote.speaker_role_id or ""))
        day = _day(dates.get(quote.date_id or ""))
        yield (
            quote.quote_id,
            quote,
            {"stage": "quote", "value": quote.content, "kind": quote.kind, "date": day, **speaker, **held},
        )


def _day(date: Date | None) -> str | None:
    return date.start_date.isoformat() if date and date.start_date else None


def _person(person: Person | None) -> dict[str, str | None]:
    return {"person": person.name, "entity_id": person.entity_id} if person else {}


def _post(role: Role | None) -> dict[str, str | None]:
    if role is None:
        return {}
    return {
        "position": role.position,
        "organization": role.organization,
        "region": role.region,
        "region_code": role.region_code,
    }
