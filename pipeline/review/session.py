"""One review of a folder of tables, whoever asks: what there is to decide, and what was decided.

Knows nothing of HTTP; what comes in and goes out are plain values that JSON can hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any, Literal

from pipeline.corrections import Entry, Ledger, Orphan, read
from pipeline.corrections.article import Reviewed, Rows, review, row_id, said_by, span_of
from pipeline.corrections.columns import REVIEWED, SPAN, Value, columns, typed
from pipeline.corrections.replay import Decisions, outcomes, rows_by_article
from pipeline.results import Tables
from pipeline.review.progress import count_by_article, rows_to_review
from pipeline.version import __version__
from pipeline.views.html.highlight import highlight

Which = Literal["all", "undecided", "low"]


class ReviewError(ValueError):
    """A request that cannot be done; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a reviewer wants.

    Attributes:
        row_id: the row; None where `decision` is ``add``.
        values: the row's columns as the reviewer left them, for ``correct`` and ``add``.
        start_char, end_char: the span as the reviewer left it; None where it stays.
    """

    article_id: str
    table: str
    decision: Literal["accept", "reject", "correct", "add", "undo"]
    row_id: str | None = None
    values: Mapping[str, Value] | None = None
    start_char: int | None = None
    end_char: int | None = None


class Session:
    """A review. Its methods may be called from several threads at once."""

    def __init__(self, tables: Tables, ledger: Ledger, reviewer: str) -> None:
        """Take up the review of `tables` where `ledger` leaves off.

        Raises:
            LedgerError: the ledger cannot be read.
        """
        entries = read(ledger.path)
        articles = tables.arrow["articles"]
        self._tables, self._ledger, self._reviewer = tables.arrow, ledger, reviewer
        self._articles = {row["article_id"]: row for row in articles.to_pylist() if row["status"] == "ok"}
        self._decisions = Decisions(entries, articles)
        before = outcomes(tables.arrow, self._decisions)
        self._orphaned, self._decided = before.orphaned, set(before.decided)
        self._rows = rows_to_review(tables.arrow)
        self._done: list[tuple[str, Entry]] = []
        self._opened: tuple[str, dict[str, Any]] = ("", {})
        self._lock = RLock()

    def overview(self) -> dict[str, Any]:
        """The articles with how much of each is decided, the columns to fill in, and the decisions without a row."""
        with self._lock:
            totals = count_by_article(self._rows)
            undecided = count_by_article(self._rows[~self._rows["row_id"].isin(self._decided)])
            return {
                "reviewer": self._reviewer,
                "articles": [
                    {
                        "id": identity,
                        "title": _title(article),
                        "rows": totals.get(identity, 0),
                        "decided": totals.get(identity, 0) - undecided.get(identity, 0),
                    }
                    for identity, article in self._articles.items()
                ],
                "columns": {table: [asdict(column) for column in columns(table)] for table in REVIEWED},
                "orphaned": [_orphan(orphan) for orphan in self._orphaned],
            }

    def next(self, after: str | None, step: int, which: Which, below: float, tables: Iterable[str]) -> str | None:
        """The article that has a row to look at, nearest to `after` in the direction of `step` (1 or -1).

        Args:
            which: ``low`` means undecided and with a confidence under `below`.
            tables: the tables that are looked at.
        """
        with self._lock:
            rows = self._rows[self._rows["table"].isin(list(tables))]
            if which != "all":
                rows = rows[~rows["row_id"].isin(self._decided)]
            if which == "low":
                rows = rows[rows["confidence"] < below]
        wanted = count_by_article(rows)
        order = list(self._articles)[::step]
        start = order.index(after) + 1 if after in self._articles else 0
        return next((identity for identity in order[start:] if identity in wanted), None)

    def article(self, article_id: str) -> dict[str, Any]:
        """One article: its text as HTML, its rows as reviewed and those that were rejected.

        Raises:
            ReviewError: there is no such article.
        """
        with self._lock:
            rows = self._rows_of(article_id)
            reviewed = review(rows, self._about(article_id))
            extracted = [row_id(table, row) for table in REVIEWED for row in rows[table]]
            decided = sum(identity in self._decided for identity in extracted)
        shown = _with_rejected(rows, reviewed)
        said = {**said_by(rows), **said_by(reviewed.rows)}
        records = {table: [_record(row) for row in shown[table]] for table in (*REVIEWED, "sentences")}
        article = self._articles[article_id]
        return {
            "id": article_id,
            "title": _title(article),
            "about": [article[name] for name in ("outlet", "published_at", "source") if article[name]],
            "progress": {"rows": len(extracted), "decided": decided},
            "number": list(self._articles).index(article_id) + 1,
            "html": highlight(article["text"], records, cards=False),
            "persons": [record["name"] for record in records["persons"]],
            "rows": sorted(
                (_shown(table, row, shown, said, reviewed) for table in REVIEWED for row in shown[table]),
                key=lambda row: (row["start_char"], row["end_char"], REVIEWED.index(row["table"])),
            ),
        }

    def decide(self, change: Change) -> str | None:
        """Put a decision into the ledger, or take one back, and return the id of the row that it is about.

        Raises:
            ReviewError: the row is not there, or the values are none that its table may hold.
            OSError: the ledger could not be written.
        """
        with self._lock:
            rows = self._rows_of(change.article_id)
            about = self._about(change.article_id)
            entry = self._entry(change, rows, review(rows, about))
            after = review(rows, [other for other in about if other.key != entry.key] + [entry])
            if entry.decision != "undo" and (
                faults := [orphan.reason for orphan in after.orphaned if orphan.entry is entry]
            ):
                raise ReviewError(faults[0])
            self._append(change.article_id, entry)
            self._done.append((change.article_id, entry))
            about_rows = [identity for identity, other in after.decided.items() if other is entry]
            return change.row_id or about_rows[-1]

    def accept_rest(self, article_id: str) -> None:
        """Accept every row of an article that is not decided yet.

        Raises:
            ReviewError: there is no such article.
        """
        with self._lock:
            rows = self._rows_of(article_id)
            now = review(rows, self._about(article_id))
            accepted = [
                self._entry(Change(article_id=article_id, table=table, decision="accept", row_id=identity), rows, now)
                for table in REVIEWED
                for identity in (row_id(table, row) for row in rows[table])
                if identity not in self._decided
            ]
            self._append(article_id, *accepted)
            self._done += ((article_id, entry) for entry in accepted)

    def undo(self) -> str | None:
        """Take back the last decision of this session, and say in which article it was; None where there is none."""
        with self._lock:
            while self._done:
                article_id, entry = self._done.pop()
                if entry.decision != "undo":
                    self._append(article_id, self._signed(entry, decision="undo"))
                    return article_id
            return None

    def _entry(self, change: Change, rows: Rows, now: Reviewed) -> Entry:
        """The entry that says what `change` wants."""
        if change.table not in REVIEWED:
            raise ReviewError(f"no table {change.table!r} to review")
        if change.decision == "add":
            return self._new(change, (change.start_char or 0, change.end_char or 0), None)
        before = now.decided.get(change.row_id or "")
        if before is not None and (change.decision == "undo" or before.decision == "add"):
            if change.decision in ("undo", "reject"):
                return self._signed(before, decision="undo")
            return self._new(change, (before.start_char, before.end_char), None, decision="add")
        for row in rows[change.table]:
            if row_id(change.table, row) == change.row_id and change.decision != "undo":
                span = span_of(change.table, row, rows)
                return self._new(change, span, said_by(rows)[change.row_id])
        raise ReviewError(f"no row {change.row_id!r} of {change.table} to {change.decision}")

    def _new(
        self,
        change: Change,
        span: tuple[int, int],
        row: dict[str, Value] | None,
        decision: Literal["add"] | None = None,
    ) -> Entry:
        """A new entry about the row at `span`, with what differs from `row`."""
        corrected = _differing(change, span, row) if change.decision in ("correct", "add") else {}
        plain = "accept" if change.decision == "correct" and not corrected and row else change.decision
        article = self._articles[change.article_id]
        return self._signed(
            Entry(
                text_sha256=article["text_sha256"],
                article_id=change.article_id,
                table=change.table,
                start_char=span[0],
                end_char=span[1],
                text=article["text"][slice(*span)],
                decision=decision or plain,
                row=row,
                corrected=corrected or None,
                reviewer="",
                at="",
                pipeline_version="",
            )
        )

    def _signed(self, entry: Entry, **other: Any) -> Entry:
        """`entry` with who made it, when, and with what version."""
        at = datetime.now(UTC).isoformat(timespec="seconds")
        signed = {"reviewer": self._reviewer, "at": at, "pipeline_version": __version__}
        return Entry(**{**asdict(entry), **signed, **other})

    def _append(self, article_id: str, *entries: Entry) -> None:
        """Write `entries`, and take note of what is decided in the article now."""
        for entry in entries:
            self._ledger.append(entry)
            self._decisions.add(entry)
        rows = self._rows_of(article_id)
        self._decided -= {row_id(table, row) for table in REVIEWED for row in rows[table]}
        self._decided |= set(review(rows, self._about(article_id)).decided)

    def _about(self, article_id: str) -> list[Entry]:
        return self._decisions.about(self._articles[article_id]["text_sha256"], article_id)

    def _rows_of(self, article_id: str) -> dict[str, Any]:
        if article_id not in self._articles:
            raise ReviewError(f"no article {article_id!r}")
        if self._opened[0] != article_id:
            self._opened = article_id, dict(rows_by_article(self._tables, [article_id])[article_id])
        return self._opened[1]


def _title(article: Mapping[str, Any]) -> str:
    return str(article["title"] or Path(article["source"]).name)


def _differing(change: Change, span: tuple[int, int], row: Mapping[str, Value] | None) -> dict[str, Value]:
    """What `change` says otherwise than `row`; everything where there is no row."""
    values = {name: value if value != "" else None for name, value in (change.values or {}).items()}
    try:
        said = typed(change.table, values)
        before = typed(change.table, row) if row else {}
    except ValueError as error:
        raise ReviewError(str(error)) from None
    differing = {name: values[name] for name in said if row is None or said[name] != before.get(name)}
    moved = (change.start_char, change.end_char)
    if None not in moved and moved != span:
        differing |= dict(zip(SPAN, moved, strict=True))
    return differing


def _with_rejected(rows: Rows, reviewed: Reviewed) -> dict[str, Any]:
    """The rows as reviewed, and behind them those that were rejected."""
    rejected = {identity for identity, entry in reviewed.decided.items() if entry.decision == "reject"}
    gone = {table: [row for row in rows[table] if row_id(table, row) in rejected] for table in REVIEWED}
    return {table: [*kept, *gone.get(table, ())] for table, kept in reviewed.rows.items()}


def _record(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__dataclass_fields__}


def _shown(table: str, row: Any, shown: Rows, said: Mapping[str, Any], reviewed: Reviewed) -> dict[str, Any]:
    """A row as the page lists it."""
    identity = row_id(table, row)
    start, end = span_of(table, row, shown)
    entry = reviewed.decided.get(identity)
    return {
        "table": table,
        "row_id": identity,
        "start_char": start,
        "end_char": end,
        "text": row.name if table == "persons" else row.text,
        "confidence": row.confidence,
        "rule": getattr(row, "rule", None),
        "values": said[identity],
        "decision": entry.decision if entry else None,
        "reviewer": entry.reviewer if entry else None,
    }


def _orphan(orphan: Orphan) -> dict[str, Any]:
    entry = orphan.entry
    about = {name: getattr(entry, name) for name in ("article_id", "table", "text", "decision", "reviewer", "at")}
    return {**about, "reason": orphan.reason}
