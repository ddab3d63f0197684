"""The view ``facts`` in SQL, made of the other tables, row for row what `pipeline.tables.facts` writes.

The three dialects differ in how they write a day, a decimal and a text; all else is one query.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.tables.arrow import arrow_schema
from pipeline.tables.facts import REFERENCES


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a database writes a day and a decimal as text; ``{}`` stands for the column."""

    day: str
    decimal: str


DIALECTS = {
    "duckdb": Dialect(day="CAST({} AS VARCHAR)", decimal="CAST({0} AS VARCHAR)"),
    "postgresql": Dialect(day="to_char({}, 'YYYY-MM-DD')", decimal="CAST({0} AS VARCHAR)"),
    # SQLite's printf loses the last digits of a large whole number.
    "sqlite": Dialect(
        day="CAST({} AS VARCHAR)",
        decimal="CASE typeof({0}) WHEN 'integer' THEN {0} || '.' ELSE printf('%.6f', {0}) END",
    ),
}

_SHARED = ("article_id", "published_at", "outlet", "title", "url")  # of the article
_OWN = ("sentence_id", "start_char", "end_char", "text", "confidence")  # of the row
_POST = ("position", "organization", "region", "region_code")  # of the role


def select(dialect: str) -> str:
    """The query behind the view in a dialect of `DIALECTS`."""
    write = DIALECTS[dialect]
    decimal = f"CASE WHEN f.value IS NOT NULL THEN rtrim(rtrim({write.decimal.format('f.value')}, '0'), '.') END"
    role = {column: f"r.{column}" for column in _POST}
    references = ", ".join(f"'{value}'" for value in sorted(REFERENCES))
    return "\nUNION ALL\n".join(
        [
            _part(
                {"stage": "'date'", "row_id": "f.date_id", "value": "f.value", "kind": "f.type"}
                | {"date": write.day.format("f.start_date")},
                f"dates f {_TEXT} WHERE f.value NOT IN ({references})",
            ),
            _part(
                {"stage": "'role'", "row_id": "f.role_id", "kind": "f.role_class", "person": "p.name"}
                | {"entity_id": "p.entity_id", **{column: f"f.{column}" for column in _POST}},
                f"roles f {_TEXT} LEFT JOIN persons p ON p.person_id = f.person_id",
            ),
            _part(
                {"stage": "'figure'", "row_id": "f.figure_id", "value": decimal, "kind": "f.kind"}
                | {"unit": "coalesce(f.currency, f.unit)"},
                f"figures f {_TEXT}",
            ),
            _part(
                {"stage": "'quote'", "row_id": "f.quote_id", "value": "f.content", "kind": "f.kind"}
                | {"date": write.day.format("d.start_date"), "entity_id": "p.entity_id", **role}
                | {"person": "CASE WHEN f.speaker_id IS NULL THEN f.speaker_text ELSE p.name END"},
                f"quotes f {_TEXT} LEFT JOIN persons p ON p.person_id = f.speaker_id "
                "LEFT JOIN roles r ON r.role_id = f.speaker_role_id LEFT JOIN dates d ON d.date_id = f.date_id",
            ),
        ]
    )


_TEXT = "JOIN articles a ON a.article_id = f.article_id LEFT JOIN sentences s ON s.sentence_id = f.sentence_id"


def _part(columns: dict[str, str], source: str) -> str:
    """The facts of one stage; a column that it does not fill is null."""
    columns = {
        **{name: f"a.{name}" for name in _SHARED},
        **{name: f"f.{name}" for name in _OWN},
        "sentence_text": "coalesce(substr(a.text, CAST(s.start_char + 1 AS INTEGER), "
        "CAST(s.end_char - s.start_char AS INTEGER)), f.text)",
        **columns,
    }
    chosen = (f'{columns.get(name, "CAST(NULL AS VARCHAR)")} AS "{name}"' for name in arrow_schema("facts").names)
    return f"SELECT {', '.join(chosen)} FROM {source}"
