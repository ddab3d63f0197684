"""The rows of the normalized tables, and the values that their columns choose from."""

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
    """Where the article was read: the file, with line or member behind it; ``text`` where it was given as text."""
    outlet: str | None = None
    """The paper or site, as the input names it."""
    url: str | None = None
    """Its address."""
    title: str | None = None
    """Its headline."""
    author: str | None = None
    """Who wrote it, as the input says."""
    published_at: str | None = None
    """ISO 8601 date, or datetime with offset where the input gave one."""
    dateline_place: str | None = None
    """The place at the head of the text (*KAYUAGUNG –*), as written."""
    dateline_region_code: str | None = None
    """Kemendagri code of that place, null where several regions bear its name."""
    language: str | None = None
    """ISO 639-1 code, null where the text is too short to tell."""
    text: str
    """The cleaned body that was read; all offsets point into it."""
    n_chars: int
    """Unicode code points in `text`."""
    n_tokens: int
    """Words and marks in `text`."""
    n_sentences: int
    raw_sha256: str
    """SHA-256 of the text before it was cleaned."""
    text_sha256: str
    """SHA-256 of `text`."""
    status: Status
    """``not_indonesian`` is surely in another language and not extracted; see `error` for ``failed``."""
    error: str | None = None
    """Why it failed."""
    furniture: str | None = None
    """Page furniture that cleaning took out, a line each (*Baca juga: …*)."""
    pipeline_version: str
    """The version that made the row."""
    schema_version: str = SCHEMA_VERSION
    """The version of this contract."""
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
    """As in TimeML: a calendar date, a time of day, a length of time, a repetition."""
    value: str
    """TIMEX3: ``2025-11-12``, ``2025-W46``, ``2025-11-12T09:00+07:00``, ``P3M``; ``X`` where a digit is open."""
    start_date: date | None = None
    """First day of the interval of a DATE or TIME; null where it could not be resolved."""
    end_date: date | None = None
    """Last day of that interval, itself within it."""
    granularity: Granularity | None = None
    """How exact the text is."""
    modifier: TimexModifier | None = None
    """*awal, pertengahan, akhir, sebelum, setelah, sekitar*."""
    anchor: Anchor
    """What the date was resolved with: its own words, the day of publication, another date of the article, nothing."""
    conflict: bool = False
    """True where weekday and date disagree; the date wins."""
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A row of ``persons``: one person in one article."""

    person_id: str
    article_id: str
    name: str
    """The bare name, without honorific, titles, degrees."""
    honorific: str | None = None
    """*Bapak, Ibu, H., Hj., KH* …, as written."""
    pre_title: str | None = None
    """Titles and ranks before the name (*Prof. Dr.*), as written, joined by a space."""
    post_title: str | None = None
    """Degrees behind the name (*M.Ikom.*), as written, joined by a space."""
    gender: Gender | None = None
    """Only where the text says so (*Hj., Ibu, putri*); never guessed from a name."""
    is_official: bool = False
    """Holds or held a public or institutional position in this text."""
    n_mentions: int
    """Places in the text that refer to this person."""
    first_mention_id: str
    """The first of these in ``person_mentions``."""
    entity_id: str | None = None
    """The same person across articles, in ``entities``."""
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention:
    """A row of ``person_mentions``: one place where a person is referred to."""

    mention_id: str
    article_id: str
    sentence_id: str
    person_id: str | None
    """The person meant; null where two fit equally well."""
    start_char: int
    end_char: int
    text: str
    form: MentionForm
    """The full name; a part of it; a post that stands for the person; *ia, dia, beliau*, the *-nya* of *ujarnya*."""
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A row of ``roles``: a person's position as the text states it."""

    role_id: str
    article_id: str
    sentence_id: str
    person_id: str | None
    """Who holds it; null where the text names nobody."""
    start_char: int
    end_char: int
    text: str
    position: str
    """Expanded standard form: *Kabid* is ``Kepala Bidang``, *Kadisdik* is ``Kepala Dinas``."""
    position_code: str | None = None
    """The position's slug in ``data/positions.tsv``."""
    unit: str | None = None
    """The part of the organization (*GTK*), as written."""
    organization: str | None = None
    """The body, expanded, without the region that `region` holds."""
    organization_id: str | None = None
    """The body's slug in ``data/organizations.tsv``, else one made of its name; the same for all its local offices."""
    organization_entity_id: str | None = None
    """The body in its place (*Dinas Pendidikan* of Kendal), in ``entities``."""
    organization_type: OrganizationType | None = None
    """What kind of body that is."""
    region: str | None = None
    """The region's official name, without *Provinsi, Kabupaten, Kota*."""
    region_code: str | None = None
    """Kemendagri code: ``16`` is a province, ``16.02`` a regency, ``16.02.01`` a district."""
    region_level: RegionLevel | None = None
    """What kind of region that is."""
    role_class: RoleClass
    """Public office; head or speaker of an institution; profession (*guru, dosen*); resident, pupil, parent."""
    status: RoleStatus
    """*Plt., Pj.* are acting, *mantan* former, *calon* candidate, *terpilih* elect."""
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
    """What kind of number it is; durations are in ``dates``."""
    value: Decimal | None = None
    """The number, exact and scaled: *Rp 1,5 miliar* is 1500000000, *20 persen* is 20, *5 dari 10* is 0.5. Null
    where it is vague."""
    value_low: Decimal | None = None
    """Low end of a range or vague word (*puluhan*: 20), else `value`."""
    value_high: Decimal | None = None
    """High end (*puluhan*: 99), else `value`."""
    unit: str | None = None
    """Classifier, noun or symbol: ``orang``, ``siswa``, ``persen``, ``km``, ``m2``."""
    currency: str | None = None
    """ISO 4217: ``IDR``, ``USD``."""
    counted: str | None = None
    """What is counted, as a noun phrase."""
    modifier: FigureModifier | None = None
    """*sekitar, lebih dari, kurang dari, minimal, maksimal, hampir, hingga*."""
    is_vague: bool = False
    """A word such as *ratusan* instead of a number."""
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
    """The words said, without quotation marks."""
    kind: QuoteKind
    """In quotation marks; reported (*mengatakan bahwa …*); reported with a fragment in marks."""
    cue: str | None = None
    """The reporting verb as written (*tambahnya*)."""
    cue_lemma: str | None = None
    """Its lemma (*tambah*)."""
    cue_class: str | None = None
    """The cue's class in ``data/cues.tsv``: neutral, assert, claim, deny, admit, ask, hope, warn."""
    cue_start: int | None = None
    cue_end: int | None = None
    speaker_id: str | None = None
    """Who speaks, in ``persons``; null for institutions and where it is in doubt."""
    speaker_text: str | None = None
    """The nearest words that name or describe the speaker, as written."""
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker_role_id: str | None = None
    """The post in which the speaker speaks, in ``roles``."""
    organization_entity_id: str | None = None
    """The institution that speaks, in ``entities``; null where a person does, and for kinds of people (*polisi*)."""
    attribution: Attribution
    """What ties it to its speaker: a name or post, a pronoun, *-nya*, the quote before, nothing."""
    attribution_rule: AttributionRule = "none"
    """How the speaker was told: ``mention`` (named or described beside the cue), ``antecedent`` (traced back from a
    pronoun, -nya or description), ``cataphora`` (traced forward to the first person named), ``continued`` (as the quote
    before); or why there is none: ``ambiguous`` (two fit equally), ``no_antecedent``, ``other_speaker`` (an institution
    or an unnamed source speaks), ``none`` (no cue)."""
    antecedent_id: str | None = None
    """The row of ``person_mentions`` that the speaker was taken from."""
    group_id: str | None = None
    """The same for all pieces of one utterance."""
    date_id: str | None = None
    """When it was said, in ``dates``."""
    setting: str | None = None
    """The occasion (*dalam konferensi pers*, *saat dihubungi*)."""
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A row of ``entities``: the same person or organization across articles."""

    entity_id: str
    kind: EntityKind
    """What it is."""
    name: str
    """A person's most frequent name; an organization's standard one, else its most frequent."""
    aliases: str | None = None
    """Other written forms, joined by `` | ``."""
    n_articles: int
    """Articles that name it; an organization, as somebody's employer or as a speaker."""
    first_seen: str | None = None
    """`published_at` of the first of these articles."""
    last_seen: str | None = None
    """`published_at` of the last."""
    positions: str | None = None
    """The positions that a person held, joined by `` | ``, most frequent first; when, the view ``posts`` says."""
    organization_id: str | None = None
    """An organization's slug, the same for all its local offices."""
    organization_type: OrganizationType | None = None
    """What kind of body an organization is."""
    region: str | None = None
    """The region that an organization is in, or the country that it belongs to, where the text says so."""
    region_code: str | None = None
    """That region's Kemendagri code; a country has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """A row of ``errors``: an input that could not be read, or a stage that failed on it."""

    source: str
    """What could not be read or processed."""
    article_id: str | None = None
    """Where the article is known."""
    stage: str
    """``read``, or the component that failed."""
    error_type: str
    """A slug to group by: ``not_found``, ``json``, ``no_text``, ``timeout`` …, or a Python exception."""
    message: str
    """What happened, and what to do."""
    at: str
    """ISO 8601 datetime in UTC."""
