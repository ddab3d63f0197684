"""Posts and bodies: what a person can be (``positions.tsv``) and where.

Bodies known by name are in ``organizations.tsv``; the nouns that begin the names of others, in
``organization_heads.tsv``.

>>> entry = position_of("Kadisdik")
>>> entry.canonical, entry.organization, entry.role_class
('Kepala Dinas', 'Dinas Pendidikan', 'official')
>>> organization_of("Kemendikdasmen").canonical
'Kementerian Pendidikan Dasar dan Menengah'
>>> head_of("SMKN").canonical, head_of("SMKN").type
('SMK Negeri', 'school')
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

import regex

from pipeline.lexicon.read import read
from pipeline.lexicon.trie import trie
from pipeline.schema import OrganizationType, RegionLevel, RoleClass

Takes = Literal["region", "organization", "unit", "none"]


@dataclass(frozen=True, slots=True)
class Position:
    """A post, profession or lay role.

    Attributes:
        slug: the table's ``position_code``, one for each `canonical` form.
        canonical: the standard form, for the column ``position``.
        variants: the other written forms.
        role_class: the class where nothing else is known; in a public body (`PUBLIC`) a *Ketua* or *Anggota* is
            official all the same.
        organization_type: the type of body that the post is in, where the post alone tells.
        organization: the standard name of the body that the form implies: *Mendikdasmen* and *Menteri Pendidikan
            Dasar dan Menengah* are a *Menteri* of that ministry, *Kadisdik* is a *Kepala Dinas* of *Dinas
            Pendidikan*. A post whose standard form spells its body out (*Kapolres*, *Kepala Kepolisian Resor*)
            implies none beside it. Where several entries share one `canonical`, that form by itself belongs to
            the entry without a body.
        takes: what may follow directly: a region (*Bupati Sleman*), a body (*Rektor Universitas …*), a unit or field
            and a body behind it (*Kabid GTK Dinas …*, *guru fisika*), or nothing.
        level: the level of the region that the holder governs, which settles what *Bandung* means after *Bupati*
            and after *Wali Kota*.
        example: an invented phrase that holds one of the forms.
        source: the law that names the post, else ``umum`` for general usage.
    """

    slug: str
    canonical: str
    variants: tuple[str, ...]
    role_class: RoleClass
    organization_type: OrganizationType | None
    organization: str | None
    takes: Takes
    level: RegionLevel | None
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class Organization:
    """A body known by name; a local office (*Dinas Pendidikan*) is one entry for all regions.

    `valid_from` and `valid_to` are ISO 8601 years or days, inclusive, of bodies that were founded, renamed or
    dissolved; `successor` holds the slugs of the bodies that took over.
    """

    slug: str
    canonical: str
    variants: tuple[str, ...]
    type: OrganizationType
    valid_from: str | None
    valid_to: str | None
    successor: tuple[str, ...]
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that begins the names of bodies (*Universitas* …, *SMAN* 3 …), with the type of body that it makes.

    `kind` is ``unit`` for parts of a body (*Fakultas*, *Bidang*, *Komisi*), which leave the body to be named behind
    them.
    """

    canonical: str
    variants: tuple[str, ...]
    type: OrganizationType
    kind: Literal["body", "unit"]
    example: str


class Entry(Protocol):
    """What the three have in common."""

    @property
    def canonical(self) -> str:
        """The standard form."""

    @property
    def variants(self) -> tuple[str, ...]:
        """The other written forms."""


T = TypeVar("T", bound=Entry)
_NOT_WORDS = regex.compile(r"[^\p{L}\p{N}]+")
_OF_STATE = regex.compile(r"\s+(?:RI|Republik Indonesia)$")

FILES: dict[str, type] = {
    "positions": Position,
    "organizations": Organization,
    "organization_heads": Head,
}
"""File stem in ``data/`` → entry class."""

PUBLIC: frozenset[OrganizationType] = frozenset(
    {"ministry", "agency", "local_agency", "regional_government", "legislature", "police_military"}
)
"""The types of body whose posts are public office."""
OFFICES: frozenset[OrganizationType] = PUBLIC - {"police_military"}
"""Those of them that no school is named after."""

POSITIONS: tuple[Position, ...] = read("positions", Position)
ORGANIZATIONS: tuple[Organization, ...] = read("organizations", Organization)
HEADS: tuple[Head, ...] = read("organization_heads", Head)


def forms(entry: Entry) -> tuple[str, ...]:
    """Every written form of an entry, the standard one first."""
    return (entry.canonical, *entry.variants)


def _key(text: str) -> str:
    """What all spellings of a form share: white space collapsed, no case."""
    return " ".join(text.split()).casefold()


def _by_form(entries: Iterable[T]) -> dict[str, T]:
    return {_key(form): entry for entry in entries for form in forms(entry)}


# Where entries share a standard form, it is that of the one which implies no body, so that one comes last.
_POSITION_OF = _by_form(sorted(POSITIONS, key=lambda entry: entry.organization is None))
_ORGANIZATION_OF = _by_form(ORGANIZATIONS)
_HEAD_OF = _by_form(HEADS)


def position_of(text: str) -> Position | None:
    """The post that `text`, a match of `POSITION_PATTERN`, writes."""
    return _POSITION_OF.get(_key(text))


def organization_of(text: str) -> Organization | None:
    """The body that `text`, a match of `ORGANIZATION_PATTERN`, names."""
    return _ORGANIZATION_OF.get(_key(text))


def organization_id(name: str) -> str:
    """The key that all spellings of a body's name share: its entry's slug, else one made of its words.

    It tells no region: *Dinas Pendidikan* has one key everywhere, and the region's code beside it says which is meant.

    >>> organization_id("Kemendikdasmen"), organization_id("SMAN 3"), organization_id("SMA Negeri 3")
    ('kementerian-pendidikan-dasar-dan-menengah', 'sma-negeri-3', 'sma-negeri-3')
    >>> organization_id("Badan Gizi Nasional RI") == organization_id("BGN")
    True
    """
    entry = organization_of(name) or organization_of(_OF_STATE.sub("", name))
    if entry is not None:
        return entry.slug
    head, rest = _first_head(name)
    written = f"{head.canonical} {rest}" if head else name
    return "-".join(_NOT_WORDS.sub(" ", written.casefold()).split())


def organization_type(name: str) -> OrganizationType | None:
    """The type of the body with the name `name`, by its entry or the noun that begins it."""
    entry = organization_of(name) or organization_of(_OF_STATE.sub("", name)) or _first_head(name)[0]
    return entry.type if entry else None


def _first_head(name: str) -> tuple[Head | None, str]:
    """The head noun that begins a body's name, and the rest of the name."""
    words = name.split()
    heads = ((head_of(" ".join(words[:n])), " ".join(words[n:])) for n in range(len(words), 0, -1))
    return next(((head, rest) for head, rest in heads if head), (None, name))


def head_of(text: str) -> Head | None:
    """The head noun that `text`, a match of `HEAD_PATTERN`, writes."""
    return _HEAD_OF.get(_key(text))


def is_known(text: str) -> bool:
    """Whether `text` is a post, a body or a head noun."""
    return any(table.get(_key(text)) for table in (_POSITION_OF, _ORGANIZATION_OF, _HEAD_OF))


def _ends_in_office(form: str) -> bool:
    """Whether a post's form ends in the head noun of an office (*Kepala* **Dinas**)."""
    words = form.split()
    heads = (head_of(" ".join(words[at:])) for at in range(1, len(words)))
    return any(head.kind == "body" and head.type in OFFICES for head in heads if head)


_POSITION_FORMS = frozenset(form for entry in POSITIONS for form in forms(entry))
POSITION_PATTERN = trie(
    _POSITION_FORMS, either_case=True, yielding={form for form in _POSITION_FORMS if _ends_in_office(form)}
)
"""Written forms of posts. Each word may begin with a small letter or a capital (*Kepala dinas*), acronyms (*CEO*) stand
only as written.

*Kepala Dinas*, *Kepala Badan* and their like yield to *Kepala* where a capitalised word follows, since the noun then
begins the body's name: *Kepala* **Dinas Pendidikan**."""
ORGANIZATION_PATTERN = trie(form for entry in ORGANIZATIONS for form in forms(entry))
"""Written forms of bodies, case-sensitive: they are proper names."""
HEAD_PATTERN = trie(form for entry in HEADS for form in forms(entry))
"""Head nouns of bodies' names, case-sensitive; the name goes on behind them."""
