"""The bare names in an article's rows, for gold that marks names alone: persons without titles, and the organizations
and places that role phrases hold.

>>> mention = {"person_id": "p1", "form": "name", "start_char": 7, "end_char": 27, "text": "Dra. Erma Sari, S.Pd."}
>>> found = names({"persons": [{"person_id": "p1", "name": "Erma Sari"}], "person_mentions": [mention], "roles": []})
>>> [(name["label"], name["text"], name["start_char"]) for name in found]
[('person', 'Erma Sari', 12)]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import regex

_WORD = regex.compile(r"[\w’'.-]*\w")
_PLACED = {"organization": "organization", "region": "place"}
"""Column of a role → the label of what it names."""
Columns = Mapping[str, Any]


def names(rows: Mapping[str, Sequence[Columns]]) -> list[dict[str, Any]]:
    """The names in the rows of an article, by table, each with its label; in text order, none twice."""
    persons = {person["person_id"]: person["name"] for person in rows["persons"]}
    found = {
        (*span, label): {"start_char": span[0], "end_char": span[1], "text": text, "label": label}
        for span, text, label in (*_persons(rows["person_mentions"], persons), *_placed(rows["roles"]))
    }
    return [found[key] for key in sorted(found)]


def _persons(mentions: Sequence[Columns], persons: Mapping[str, str]) -> Iterator[tuple[tuple[int, int], str, str]]:
    for mention in mentions:
        if mention["form"] in ("name", "short") and mention["person_id"] in persons:
            words = {word[0] for word in _WORD.finditer(persons[mention["person_id"]].casefold())}
            own = [word for word in _WORD.finditer(mention["text"]) if word[0].casefold() in words]
            start, end = (own[0].start(), own[-1].end()) if own else (0, len(mention["text"]))
            yield _at(mention, start, end, "person")


def _placed(roles: Sequence[Columns]) -> Iterator[tuple[tuple[int, int], str, str]]:
    for role in roles:
        for column, label in _PLACED.items():
            start = role["text"].find(role[column]) if role[column] else -1
            if start >= 0:
                yield _at(role, start, start + len(role[column]), label)


def _at(row: Columns, start: int, end: int, label: str) -> tuple[tuple[int, int], str, str]:
    return (row["start_char"] + start, row["start_char"] + end), row["text"][start:end], label
