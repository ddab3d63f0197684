"""One article's rows and the decisions about them → the rows as the reviewers left them.

An accepted row keeps the values that were accepted, whatever a later version makes of its span; a rejected one goes; a
corrected or added one has the values that the reviewer gave. What hangs on a row that goes is let go: references become
null, a person without a mention goes, too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from pipeline.corrections.columns import PERSON, REVIEWED, SPAN, Value, typed, values
from pipeline.corrections.columns import columns as known_columns
from pipeline.corrections.ledger import Entry
from pipeline.lexicon.posts import organization_id
from pipeline.linking.organizations import key_of
from pipeline.schema import TABLES, Person, Role, Row
from pipeline.tables.facts import facts

ROW_ID = {
    "persons": "person_id",
    "person_mentions": "mention_id",
    "roles": "role_id",
    "dates": "date_id",
    "figures": "figure_id",
    "quotes": "quote_id",
}
"""Table → the column that names its rows."""
RULE = "review"
"""The rule of a row that a reviewer corrected or added."""
_REFERENCES = (
    ("person_mentions", "person_id", "persons"),
    ("roles", "person_id", "persons"),
    ("quotes", "speaker_id", "persons"),
    ("quotes", "speaker_role_id", "roles"),
    ("quotes", "date_id", "dates"),
)
"""Table, its column, and the table that the column refers to."""
Rows = Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Orphan:
    """A decision that finds nothing to apply to; it stays in the ledger and is listed."""

    entry: Entry
    reason: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An article after review."""

    rows: dict[str, Sequence[Row]]
    decided: dict[str, Entry]
    """Row id → the decision about it; rejected rows, which are no longer in `rows`, among them."""
    orphaned: tuple[Orphan, ...]


def row_id(table: str, row: Row) -> str:
    """The id of a reviewed row."""
    return cast(str, getattr(row, ROW_ID[table]))


def span_of(table: str, row: Any, rows: Rows) -> tuple[int, int]:
    """Where a reviewed row stands; a person stands where first mentioned."""
    if table == "persons":
        mentions: Any = rows["person_mentions"]
        row = next(mention for mention in mentions if mention.mention_id == row.first_mention_id)
    return row.start_char, row.end_char


def said_by(rows: Rows) -> dict[str, dict[str, Value]]:
    """Row id → what the row says, of all reviewed rows."""
    persons: Any = rows["persons"]
    names = {person.person_id: person.name for person in persons}
    return {row_id(table, row): values(table, row, names) for table in REVIEWED for row in rows[table]}


def review(rows: Rows, entries: Iterable[Entry]) -> Reviewed:
    """The rows of one article with `entries` laid over them, and ``facts`` made anew from them."""
    return _Review(rows).after(sorted(entries, key=lambda entry: REVIEWED.index(entry.table)))


class _Review:
    """The rows of one article while decisions are laid over them, by table and row id."""

    def __init__(self, rows: Rows) -> None:
        self.all = rows
        self.article: Any = rows["articles"][0]
        self.tables: dict[str, dict[str, Any]] = {
            table: {row_id(table, row): row for row in rows[table]} for table in REVIEWED
        }
        self.at = {
            (table, *span_of(table, row, rows)): identity
            for table in REVIEWED
            for identity, row in self.tables[table].items()
        }
        self.called = {person.name: identity for identity, person in self.tables["persons"].items()}
        """Name → person id, under every name that a person had or was given."""
        self.decided: dict[str, Entry] = {}
        self.orphaned: list[Orphan] = []

    def after(self, entries: Iterable[Entry]) -> Reviewed:
        for entry in entries:
            try:
                self._decide(entry)
            except (ValueError, TypeError) as error:
                self.orphaned.append(Orphan(entry, str(error)))
        self._settle()
        kept = {**self.all, **{table: tuple(rows.values()) for table, rows in self.tables.items()}}
        return Reviewed({**kept, "facts": facts(kept)}, self.decided, tuple(self.orphaned))

    def _decide(self, entry: Entry) -> None:
        identity = self._find(entry)
        if identity is None and entry.decision != "add":
            raise ValueError(f"no row of {entry.table} stands there any longer")
        rows = self.tables[entry.table]
        identity = identity or self._next_id(entry.table)
        if entry.decision == "reject":
            del rows[identity]
        else:
            rows[identity] = self._said(entry, identity, rows.get(identity))
        self.decided[identity] = entry

    def _find(self, entry: Entry) -> str | None:
        """The row that `entry` is about: at its span, or where the reviewer moved it if extraction has caught up."""
        start, end = _span(entry)
        return self.at.get((entry.table, entry.start_char, entry.end_char)) or self.at.get((entry.table, start, end))

    def _next_id(self, table: str) -> str:
        prefix = f"{self.article.article_id}:{ROW_ID[table][0]}"
        taken = {int(identity.removeprefix(prefix)) for identity in self.tables[table]}
        taken |= {int(identity.removeprefix(prefix)) for identity in self.decided if identity.startswith(prefix)}
        return f"{prefix}{max(taken, default=0) + 1}"

    def _said(self, entry: Entry, identity: str, row: Any) -> Row:
        """The row that `entry` makes of `row`, or a new one."""
        said = _known(entry)
        columns = {**typed(entry.table, said), "confidence": 1.0}
        if entry.table == "persons":
            if row is None:
                raise ValueError("a person is added by adding a mention")
            self.called |= dict.fromkeys((columns["name"], (entry.row or said)["name"]), identity)
            return cast(Row, replace(row, **columns))
        if reference := PERSON.get(entry.table):
            columns[reference] = self._person(entry, columns.get(reference))
        start, end = _span(entry)
        if not 0 <= start < end <= len(self.article.text):
            raise ValueError(f"the span {start}–{end} lies outside of the text")
        columns |= {
            "start_char": start,
            "end_char": end,
            "text": self.article.text[start:end],
            "sentence_id": self._sentence(start),
        }
        if entry.decision != "accept":
            columns["rule"] = RULE
        if entry.table == "quotes":
            columns |= self._beside(row, columns)
        make: Any = TABLES[entry.table]
        ids = {ROW_ID[entry.table]: identity, "article_id": self.article.article_id}
        said_row = make(**columns, **ids) if row is None else replace(row, **columns)
        return cast(Row, _with_body(said_row, row) if isinstance(said_row, Role) else said_row)

    def _person(self, entry: Entry, name: str | None) -> str | None:
        """The id of the person called `name`; a mention of somebody who is not there yet brings them in."""
        if name is None or name in self.called:
            return self.called.get(name or "")
        if entry.table != "person_mentions":
            self.orphaned.append(Orphan(entry, f"the article has no person {name!r} to refer to"))
            return None
        self.called[name] = identity = self._next_id("persons")
        self.tables["persons"][identity] = Person(
            person_id=identity,
            article_id=self.article.article_id,
            name=name,
            n_mentions=0,
            first_mention_id="",
            confidence=1.0,
        )
        self.decided[identity] = entry
        return identity

    def _sentence(self, start: int) -> str:
        """The sentence that holds the character at `start`."""
        sentences: Any = self.all["sentences"]
        number = bisect_right([sentence.start_char for sentence in sentences], start)
        return cast(str, sentences[max(0, number - 1)].sentence_id)

    def _beside(self, row: Any, columns: Mapping[str, Any]) -> dict[str, Any]:
        """The offsets of a quote's cue and speaker where these are new, and the post of a new speaker who has one, who
        is no institution."""
        place = columns["start_char"], columns["end_char"]
        found: dict[str, Any] = {}
        for column, name in (("cue", "cue"), ("speaker_text", "speaker")):
            if row is None or columns.get(column) != getattr(row, column):
                found[f"{name}_start"], found[f"{name}_end"] = _nearest(self.article.text, columns.get(column), place)
        speaker = columns["speaker_id"]
        if row is None or speaker != row.speaker_id:
            held = [role.role_id for role in self.tables["roles"].values() if speaker and role.person_id == speaker]
            found["speaker_role_id"] = held[0] if len(held) == 1 else None
            found["organization_entity_id"] = None
            found["attribution_rule"] = "mention" if speaker else "other_speaker" if columns["speaker_text"] else "none"
        return found

    def _settle(self) -> None:
        """Let go what hangs on rows that went, and count mentions anew."""
        mentions = self.tables["person_mentions"]
        told = Counter(mention.person_id for mention in mentions.values())
        from_last = sorted(mentions.items(), key=lambda item: item[1].start_char, reverse=True)
        first = {mention.person_id: identity for identity, mention in from_last}
        for identity, person in self.tables["persons"].items():
            if not told[identity]:  # it goes with its last mention, and by the decision about that one
                self.decided.setdefault(identity, self.decided[person.first_mention_id])
        self.tables["persons"] = {
            identity: replace(
                person,
                n_mentions=told[identity],
                first_mention_id=person.first_mention_id if person.first_mention_id in mentions else first[identity],
            )
            for identity, person in self.tables["persons"].items()
            if told[identity]
        }
        for table, column, target in _REFERENCES:
            there = {None, *self.tables[target]}
            for identity, row in self.tables[table].items():
                if getattr(row, column) not in there:
                    self.tables[table][identity] = replace(row, **{column: None})


def _with_body(role: Role, before: Role | None) -> Role:
    """`role` with the keys of its body and place as they are told now."""
    if before is None or role.organization != before.organization:
        role = replace(role, organization_id=organization_id(role.organization) if role.organization else None)
    return replace(role, organization_entity_id=key_of(role))


def _known(entry: Entry) -> dict[str, Value]:
    """What the reviewer said of the row, less the columns that it had in another version and has no longer."""
    names = {column.name for column in known_columns(entry.table)}
    row = {name: value for name, value in (entry.row or {}).items() if name in names}
    return {**row, **{name: value for name, value in (entry.corrected or {}).items() if name not in SPAN}}


def _span(entry: Entry) -> tuple[int, int]:
    """The span as the reviewer left it.

    Raises:
        TypeError: its offsets are no numbers.
    """
    start, end = entry.said.get("start_char", entry.start_char), entry.said.get("end_char", entry.end_char)
    if not isinstance(start, int) or not isinstance(end, int):
        raise TypeError(f"the span {start!r}–{end!r} is none")
    return start, end


def _nearest(text: str, words: str | None, place: tuple[int, int]) -> tuple[int | None, int | None]:
    """Offsets of `words` where they stand nearest to the span `place`; nulls where they do not stand at all."""
    if not words:
        return None, None
    starts, start = [], text.find(words)
    while start >= 0:
        starts.append(start)
        start = text.find(words, start + 1)
    if not starts:
        return None, None
    best = min(starts, key=lambda start: max(place[0] - start - len(words), start - place[1], 0))
    return best, best + len(words)
