"""What evaluation compares: an article's annotations, gold or found, in one shape.

Columns are named and typed as in `pipeline.schema`. A person is named by a key: in gold the annotator's own, in what
was found that of the gold person for whom it stands (see `pipeline.evaluation.found`).

>>> a, b = Span(start_char=0, end_char=10, text="Eka Diani,"), Span(start_char=0, end_char=9, text="Eka Diani")
>>> a.iou(b), a.overlaps(b)
(0.9, True)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from pipeline.schema import (
    Anchor,
    Attribution,
    FigureKind,
    FigureModifier,
    Gender,
    Granularity,
    MentionForm,
    OrganizationType,
    QuoteKind,
    RegionLevel,
    RoleClass,
    RoleStatus,
    TimexModifier,
    TimexType,
)

NameLabel = Literal["person", "organization", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters ``[start_char, end_char)`` of an article and the text there.

    `origin` is the row of the output's table that a found row was made from.
    """

    start_char: int
    end_char: int
    text: str
    origin: Mapping[str, Any] | None = field(default=None, compare=False, repr=False)

    def overlap(self, other: Span) -> int:
        """The number of characters that both hold."""
        return max(0, min(self.end_char, other.end_char) - max(self.start_char, other.start_char))

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.overlap(other) > 0

    def iou(self, other: Span) -> float:
        """Intersection over union, 0 to 1."""
        shared = self.overlap(other)
        union = (self.end_char - self.start_char) + (other.end_char - other.start_char) - shared
        return shared / union if union else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRow(Span):
    """A date, time, duration or set. Left out in gold, ``end_date`` is ``start_date`` and ``anchor`` is not judged."""

    type: TimexType
    value: str
    start_date: date | None = None
    end_date: date | None = None
    granularity: Granularity | None = None
    modifier: TimexModifier | None = None
    anchor: Anchor | None = None
    conflict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow(Span):
    """A person; the span is that of the first mention."""

    key: str
    name: str
    honorific: str | None = None
    pre_title: str | None = None
    post_title: str | None = None
    gender: Gender | None = None
    is_official: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow(Span):
    """A place where a person is referred to."""

    person: str | None = None
    form: MentionForm


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRow(Span):
    """A role phrase and its parts."""

    person: str | None = None
    position: str
    unit: str | None = None
    organization: str | None = None
    organization_type: OrganizationType | None = None
    region: str | None = None
    region_code: str | None = None
    region_level: RegionLevel | None = None
    role_class: RoleClass
    status: RoleStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow(Span):
    """A number with what it counts. ``value_low`` and ``value_high`` left out in gold are ``value``."""

    kind: FigureKind
    value: Decimal | None = None
    value_low: Decimal | None = None
    value_high: Decimal | None = None
    unit: str | None = None
    currency: str | None = None
    counted: str | None = None
    modifier: FigureModifier | None = None
    is_vague: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow(Span):
    """Words said. ``content`` left out in gold is the text without its quotation marks."""

    content: str
    kind: QuoteKind
    cue: str | None = None
    cue_lemma: str | None = None
    speaker: str | None = None
    speaker_text: str | None = None
    attribution: Attribution
    group: str | None = None
    setting: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow(Span):
    """A bare name, as corpora for named entities mark them."""

    label: NameLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """What the reader must find about the article itself."""

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    published_at: str | None = None
    dateline_place: str | None = None
    dateline_region_code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """One article with all that is said to be in it.

    Attributes:
        name: the article's id in gold.
        judged: table → its columns that this gold speaks of; ``None`` where it speaks of all but `names`.
        within: the parts of the text that were read; empty where it was the whole.
        unsure: table → gold rows in doubt. They count neither way, nor does what was found there.
    """

    name: str
    text: str
    judged: Mapping[str, frozenset[str]] | None = None
    within: tuple[tuple[int, int], ...] = ()
    unsure: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    article: ArticleRow = ArticleRow()
    dates: tuple[DateRow, ...] = ()
    persons: tuple[PersonRow, ...] = ()
    mentions: tuple[MentionRow, ...] = ()
    roles: tuple[RoleRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    quotes: tuple[QuoteRow, ...] = ()
    names: tuple[NameRow, ...] = ()

    def judges(self, table: str, *columns: str) -> bool:
        """Whether this gold speaks of `table` and all of `columns`."""
        if self.judged is None:
            return table != "names"
        return table in self.judged and self.judged[table].issuperset(columns)
