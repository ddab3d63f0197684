"""What one stage hands to the next before linking: spans with their parts, not yet tied to persons.

All offsets are character offsets into ``doc.text``; a mention's text is the slice that they name.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.schema import Attribution, Gender, OrganizationType, QuoteKind, RegionLevel, RoleClass, RoleStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMention:
    """A person's name as written at one place; ``[start, end)`` holds its titles and degrees, ``[name_start,
    name_end)`` the bare name.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    name: str
    honorific: str | None = None
    pre_title: str | None = None
    post_title: str | None = None
    gender: Gender | None = None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleMention:
    """A role phrase, split into its parts; `holder` is the name it stands beside, `None` where the text names nobody
    there.
    """

    start: int
    end: int
    holder: NameMention | None = None
    position: str
    position_code: str | None = None
    unit: str | None = None
    organization: str | None = None
    organization_type: OrganizationType | None = None
    region: str | None = None
    region_code: str | None = None
    region_level: RegionLevel | None = None
    role_class: RoleClass
    status: RoleStatus
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteMention:
    """A quotation with its cue and the nearest explicit mention of its speaker; who that is, linking says.

    ``[speaker_start, speaker_end)`` is the mention as written: a name without titles, a role phrase, a pronoun (*dia*),
    an institution, or a description of an unnamed source. It is null where only -nya or nothing attributes the quote.
    `group` is the same number on all pieces of one utterance.
    """

    start: int
    end: int
    content: str
    kind: QuoteKind
    cue: str | None = None
    cue_lemma: str | None = None
    cue_class: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    attribution: Attribution
    group: int | None = None
    setting: str | None = None
    rule: str
