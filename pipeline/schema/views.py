"""The rows that are put together from those of the tables: the flat table ``facts``, the view ``posts``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.schema.tables import RegionLevel, RoleStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A row of ``facts``: one date, role, figure or quote in the flat view."""

    article_id: str
    published_at: str | None
    outlet: str | None
    title: str | None
    url: str | None
    stage: Literal["date", "role", "figure", "quote"]
    """The table that the row comes from."""
    row_id: str
    """Its id there: ``date_id``, ``role_id``, ``figure_id`` or ``quote_id``."""
    sentence_id: str
    start_char: int
    end_char: int
    text: str
    value: str | None = None
    """The date's value, the figure's number, the words said; null for roles."""
    unit: str | None = None
    """The figure's unit or currency."""
    person: str | None = None
    """Who holds the role or says the quote."""
    entity_id: str | None = None
    """That person, in ``entities``."""
    position: str | None = None
    """The post held, or spoken in."""
    organization: str | None = None
    """Its organization."""
    region: str | None = None
    """Its region."""
    region_code: str | None = None
    """That region's code."""
    date: str | None = None
    """The first day of a date; for a quote, when it was said."""
    kind: str | None = None
    """The date's type, the role's class, the figure's or quote's kind."""
    confidence: float
    sentence_text: str
    """The whole sentence that the row stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostHeld:
    """A row of the view ``posts``: a person in a public or institutional post, as the articles of the run tell it."""

    position: str
    """Expanded standard form."""
    position_code: str | None = None
    """The position's slug in ``data/positions.tsv``."""
    unit: str | None = None
    """The part of the organization, as written."""
    organization: str | None = None
    """The body's standard name."""
    organization_id: str | None = None
    """Its slug, the same for all its local offices."""
    organization_entity_id: str | None = None
    """The body in its place, in ``entities``."""
    region: str | None = None
    """The region's official name; null for Indonesia as a whole."""
    region_code: str | None = None
    """Its Kemendagri code."""
    region_level: RegionLevel | None = None
    """What kind of region that is."""
    status: RoleStatus
    """How the post was held: a *mantan* makes a row of its own."""
    entity_id: str
    """Who held it, in ``entities``."""
    person: str
    """That person's name there."""
    n_articles: int
    """Articles that tell so."""
    first_seen: str | None = None
    """`published_at` of the first of these articles."""
    last_seen: str | None = None
    """`published_at` of the last."""
