"""The data contract: one frozen dataclass a row, one table a class.

Column names, types and value conventions are binding for tests, evaluation and users' notebooks. A column may be added;
none may be renamed or change its meaning without a new `SCHEMA_VERSION`. Dataclass fields, in order, are the columns;
`None` is the only missing value.

In every extracted row ``start_char`` and ``end_char`` are offsets in Unicode code points into ``articles.text``
(0-based, end exclusive), and ``text == articles.text[start_char:end_char]``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

SCHEMA_VERSION = "1"

Status = Literal["ok", "empty", "not_indonesian", "failed"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Granularity = Literal[
    "minute", "hour", "day", "week", "month", "quarter", "semester", "year", "academic_year", "decade"
]
TimexModifier = Literal["START", "MID", "END", "BEFORE", "AFTER", "APPROX"]
Anchor = Literal["explicit", "publication", "context", "none"]
Gender = Literal["female", "male"]
MentionForm = Literal["name", "short", "role", "pronoun"]
OrganizationType = Literal[
    "ministry", "agency", "local_agency", "regional_government", "school", "university", "legislature",
    "police_military", "party", "company", "association", "media", "other",
]  # fmt: skip
RegionLevel = Literal["country", "province", "regency", "city", "district", "village"]
RoleClass = Literal["official", "institutional", "professional", "lay"]
RoleStatus = Literal["current", "acting", "former", "candidate", "elect"]
FigureKind = Literal["count", "money", "percent", "measure", "ordinal", "ratio", "score", "age"]
FigureModifier = Literal["approx", "more_than", "less_than", "at_least", "at_most", "almost", "up_to"]
QuoteKind = Literal["direct", "indirect", "mixed"]
Attribution = Literal["explicit", "pronoun", "clitic", "continued", "none"]
AttributionRule = Literal[
    "mention", "antecedent", "cataphora", "continued", "ambiguous", "no_antecedent", "other_speaker", "none"
]
EntityKind = Literal["person", "organization"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """A row of ``articles``: one input, whether it could be extracted or not."""

    article_id: str
    source: str
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    published_at: str | None = None
    """ISO 8601 date, or datetime with offset where the input gave one."""
    dateline_place: str | None = None
    dateline_region_code: str | None = None
    language: str | None = None
    """ISO 639-1 code, null where the text is too short to tell."""
    text: str
    n_chars: int
    n_tokens: int
    n_sentences: int
    raw_sha256: str
    text_sha256: str
    status: Status
    error: str | None = None
    furniture: str | None = None
    """Page furniture that cleaning took out, a line each (*Baca juga: …*)."""
    pipeline_version: str
    schema_version: str = SCHEMA_VERSION
    duplicate_group: str | None = None
    """The smallest `article_id` of the articles with nearly the same text; null where there is no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A row of ``sentences``."""

    article_id: str
    sentence_id: str
    paragraph: int
    """0-based number of the paragraph (a non-empty line) that holds the sentence."""
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A row of ``dates``: a TIMEX3 expression resolved to a calendar interval."""

    date_id: str
    article_id: str
    sentence_id: str
    start_char: int
    end_char: int
    text: str
    type: TimexType
    value: str
    start_date: date | None = None
    end_date: date | None = None
    granularity: Granularity | None = None
    modifier: TimexModifier | None = None
    anchor: Anchor
    conflict: bool = False
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A row of ``persons``: one person in one article."""

    person_id: str
    article_id: str
    name: str
    honorific: str | None = None
    pre_title: str | None = None
    post_title: str | None = None
    gender: Gender | None = None
    is_official: bool = False
    n_mentions: int
    first_mention_id: str
    entity_id: str | None = None
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention:
    """A row of ``person_mentions``: one place where a person is referred to."""

    mention_id: str
    article_id: str
    sentence_id: str
    person_id: str | None
    start_char: int
    end_char: int
    text: str
    form: MentionForm
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A row of ``roles``: a person's position as the text states it."""

    role_id: str
    article_id: str
    sentence_id: str
    person_id: str | None
    start_char: int
    end_char: int
    text: str
    position: str
    position_code: str | None = None
    unit: str | None = None
    organization: str | None = None
    organization_id: str | None = None
    organization_type: OrganizationType | None = None
    region: str | None = None
    region_code: str | None = None
    region_level: RegionLevel | None = None
    role_class: RoleClass
    status: RoleStatus
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A row of ``figures``: a number with what it counts or measures."""

    figure_id: str
    article_id: str
    sentence_id: str
    start_char: int
    end_char: int
    text: str
    kind: FigureKind
    value: Decimal | None = None
    value_low: Decimal | None = None
    value_high: Decimal | None = None
    unit: str | None = None
    currency: str | None = None
    counted: str | None = None
    modifier: FigureModifier | None = None
    is_vague: bool = False
    adds_up: bool | None = None
    """True where the text gives the parts of this figure and they sum to it, false where they do not; null where it
    gives none, or it is in doubt that they are all. A check only: no value is altered."""
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A row of ``quotes``: words said, directly or as reported, and who said them."""

    quote_id: str
    article_id: str
    sentence_id: str
    start_char: int
    end_char: int
    text: str
    content: str
    kind: QuoteKind
    cue: str | None = None
    cue_lemma: str | None = None
    cue_class: str | None = None
    """The cue's class in ``data/cues.tsv``: neutral, assert, claim, deny, admit, ask, hope, warn."""
    cue_start: int | None = None
    cue_end: int | None = None
    speaker_id: str | None = None
    speaker_text: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker_role_id: str | None = None
    attribution: Attribution
    attribution_rule: AttributionRule = "none"
    """How the speaker was told: ``mention`` (named or described beside the cue), ``antecedent`` (traced back from a
    pronoun, -nya or description), ``cataphora`` (traced forward to the first person named), ``continued`` (as the quote
    before); or why there is none: ``ambiguous`` (two fit equally), ``no_antecedent``, ``other_speaker`` (an institution
    or an unnamed source speaks), ``none`` (no cue)."""
    antecedent_id: str | None = None
    """The row of ``person_mentions`` that the speaker was taken from."""
    group_id: str | None = None
    date_id: str | None = None
    setting: str | None = None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A row of ``entities``: the same person or organization across articles."""

    entity_id: str
    kind: EntityKind
    name: str
    aliases: str | None = None
    """Other written forms, joined by `` | ``."""
    n_articles: int
    first_seen: str | None = None
    last_seen: str | None = None
    positions: str | None = None
    """The positions held, joined by `` | ``, most frequent first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A row of ``facts``: one date, role, figure or quote in the flat view."""

    article_id: str
    published_at: str | None
    outlet: str | None
    title: str | None
    url: str | None
    stage: Literal["date", "role", "figure", "quote"]
    row_id: str
    sentence_id: str
    start_char: int
    end_char: int
    text: str
    value: str | None = None
    unit: str | None = None
    person: str | None = None
    entity_id: str | None = None
    position: str | None = None
    organization: str | None = None
    region: str | None = None
    region_code: str | None = None
    date: str | None = None
    kind: str | None = None
    confidence: float
    sentence_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """A row of ``errors``: an input that could not be read, or a stage that failed on it."""

    source: str
    article_id: str | None = None
    stage: str
    error_type: str
    message: str
    at: str
    """ISO 8601 datetime in UTC."""


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
