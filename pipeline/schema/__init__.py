"""The data contract: one frozen dataclass a row, one table a class.

Column names, types and value conventions are binding for tests, evaluation and users' notebooks. A column may be added;
none may be renamed or change its meaning without a new `SCHEMA_VERSION`. Dataclass fields, in order, are the columns;
`None` is the only missing value. `docs/tables.md` is made from this package.

In every extracted row ``start_char`` and ``end_char`` are offsets in Unicode code points into ``articles.text``
(0-based, end exclusive), and ``text == articles.text[start_char:end_char]``.
"""

from __future__ import annotations

from pipeline.schema.tables import (
    SCHEMA_VERSION,
    Anchor,
    ArticleRow,
    Attribution,
    AttributionRule,
    Date,
    Entity,
    EntityKind,
    Error,
    Figure,
    FigureKind,
    FigureModifier,
    Gender,
    Granularity,
    MentionForm,
    OrganizationType,
    Person,
    PersonMention,
    Quote,
    QuoteKind,
    RegionLevel,
    Role,
    RoleClass,
    RoleStatus,
    Sentence,
    Status,
    TimexModifier,
    TimexType,
)
from pipeline.schema.views import Fact, PostHeld

__all__ = [
    "SCHEMA_VERSION",
    "TABLES",
    "VIEWS",
    "Anchor",
    "ArticleRow",
    "Attribution",
    "AttributionRule",
    "Date",
    "Entity",
    "EntityKind",
    "Error",
    "Fact",
    "Figure",
    "FigureKind",
    "FigureModifier",
    "Gender",
    "Granularity",
    "MentionForm",
    "OrganizationType",
    "Person",
    "PersonMention",
    "PostHeld",
    "Quote",
    "QuoteKind",
    "RegionLevel",
    "Role",
    "RoleClass",
    "RoleStatus",
    "Row",
    "Sentence",
    "Status",
    "TimexModifier",
    "TimexType",
]

Row = ArticleRow | Sentence | Date | Person | PersonMention | Role | Figure | Quote | Entity | Fact | Error

TABLES: dict[str, type[Row]] = {
    "articles": ArticleRow,
    "sentences": Sentence,
    "dates": Date,
    "persons": Person,
    "person_mentions": PersonMention,
    "roles": Role,
    "figures": Figure,
    "quotes": Quote,
    "entities": Entity,
    "facts": Fact,
    "errors": Error,
}
"""Table name → row class, in the order in which tables are written."""

VIEWS: dict[str, type[PostHeld]] = {"posts": PostHeld}
"""View name → row class, of those views that databases and exports have beside the tables."""
