"""A role phrase becomes a `RoleMention`: its complement split into unit, organization and region, each in its standard form.

>>> from pipeline.stages import phrases
>>> from pipeline.stages.roles.find import Candidate
>>> text = "Kabid GTK Dinas Pendidikan Provinsi Sumatera Selatan"
>>> role = resolve(text, Candidate(phrases.find(text)[0], None, "alone"))
>>> role.position, role.unit, role.organization, role.region, role.region_code
('Kepala Bidang', 'GTK', 'Dinas Pendidikan', 'Sumatera Selatan', '16')
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pipeline.lexicon import posts, regions
from pipeline.schema import OrganizationType, RoleClass
from pipeline.stages.mentions import RoleMention
from pipeline.stages.phrases import Part, Phrase
from pipeline.stages.roles.find import Candidate, Rule

CONFIDENCE: dict[Rule, float] = {"before_name": 0.95, "apposition": 0.93, "chain": 0.9, "pair": 0.85, "alone": 0.8}

_REGION = regex.compile(regions.REGION_PATTERN)
_STATE = regions.Region(None, "Indonesia", "country", None)
_KIND_WORD = regex.compile(
    r"(?:Provinsi|Propinsi|Prov\.?|Kabupaten|Kab\.?|Kota|Kecamatan|Kec\.?|Desa|Kelurahan|Kel\.?)[ ]+"
)
_FIELDS = frozenset(("Pengamat", "Pakar", "Pegiat", "Ahli", "Pemerhati", "Aktivis", "Praktisi", "Spesialis"))
"""Positions that only their field completes: *Pegiat Perlindungan Anak*."""
_PRIVATE = frozenset(("school", "university", "party", "company", "association", "media"))


@dataclass(frozen=True, slots=True)
class Body:
    """A unit or organization of a phrase, as written, with the type that its head gives it."""

    text: str
    type: OrganizationType | None


def resolve(text: str, candidate: Candidate, context_codes: Sequence[str] = ()) -> RoleMention:
    """The role mention that `candidate` is; `context_codes` are the regions of the article, for ambiguous names."""
    phrase = candidate.phrase
    parts = _with_own_region(text, phrase.parts[1:]) or (candidate.complement.parts[1:] if candidate.complement else ())
    unit, body = _bodies(text, phrase, parts)
    state = body is not None and body.text in ("RI", "Republik Indonesia", "Indonesia")
    body = None if state else body
    region = _STATE if state else _region(text, phrase, parts, context_codes)
    if region is None and body is not None and body.type == "school":
        body, region = _school_region(body, context_codes)
    region_name = region.name if region else _written_region(text, parts)
    position = _position(phrase, body)
    return RoleMention(
        start=phrase.start,
        end=phrase.end,
        holder=candidate.holder,
        position=_completed(text, position, parts),
        position_code=position.slug,
        unit=unit,
        organization=body.text if body else None,
        organization_type=body.type if body else None,
        region=region_name,
        region_code=region.code if region else None,
        region_level=region.level if region else None,
        role_class=_role_class(position, body),
        status=phrase.status,
        rule=candidate.rule,
        confidence=CONFIDENCE[candidate.rule],
    )


def region_codes(text: str) -> tuple[str, ...]:
    """The codes of the regions that `text` names without ambiguity."""
    written = {match[0] for match in _REGION.finditer(text)}
    found = (regions.resolve(name) for name in sorted(written))
    return tuple(region.code for region in found if region and region.code)


def _bodies(text: str, phrase: Phrase, parts: Sequence[Part]) -> tuple[str | None, Body | None]:
    """The unit and the organization: the last body named is the organization, what stands before it the unit."""
    named = [part for part in parts if part.kind not in ("region", "plain")]
    while named and named[0].kind == "link":
        named = named[1:]
    heads = [n for n, part in enumerate(named) if part.kind in ("organization", "head")]
    implied = phrase.position.organization
    if not named:
        entry = posts.organization_of(implied) if implied else None
        return None, Body(implied, entry.type if entry else phrase.position.organization_type) if implied else None
    if heads:
        split = heads[-1]
    elif phrase.position.takes == "unit" or implied:
        return _joined(text, named), Body(implied, phrase.position.organization_type) if implied else None
    else:
        acronyms = [n for n, part in enumerate(named) if part.kind == "acronym"]
        split = acronyms[-1] if acronyms and acronyms[-1] == len(named) - 1 else 0
    return _joined(text, named[:split]), Body(_joined(text, named[split:]) or "", _type(text, named[split], phrase))


def _with_own_region(text: str, parts: Sequence[Part]) -> tuple[Part, ...]:
    """A region right behind *Universitas …* is a word of its name."""
    own: list[Part] = []
    for part in parts:
        heads = [p for p in own if p.kind == "head"]
        in_name = (
            part.kind == "region"
            and heads
            and own[-1].kind in ("head", "word")
            and _head_type(text, heads[-1]) == "university"
        )
        own.append(Part("word", part.start, part.end) if in_name else part)
    return tuple(own)


def _head_type(text: str, part: Part) -> OrganizationType | None:
    head = posts.head_of(text[part.start : part.end])
    return head.type if head else None


def _school_region(body: Body, context_codes: Sequence[str]) -> tuple[Body, regions.Region | None]:
    """The district at the end of a school's name (*SD Negeri 3* **Jekulo**), where the article's other regions leave one reading."""
    words = body.text.split()
    for count in (3, 2, 1):
        name = " ".join(words[-count:])
        region = regions.resolve(name, context_codes) if len(words) > count + 1 else None
        if region is not None:
            return Body(" ".join(words[:-count]), body.type), region
    return body, None


def _joined(text: str, parts: Sequence[Part]) -> str | None:
    """The text from the first part to the last, without brackets, links and *Wilayah* at its end."""
    kept = list(parts)
    while kept and (kept[-1].kind in ("link", "bracket") or text[kept[-1].start : kept[-1].end] == "Wilayah"):
        kept.pop()
    if not kept:
        return None
    pieces = [text[part.start : part.end] for part in kept if part.kind != "bracket"]
    return " ".join(
        "".join(
            piece if part.kind == "link" else f" {piece}"
            for part, piece in zip((p for p in kept if p.kind != "bracket"), pieces, strict=True)
        ).split()
    ).replace(" ,", ",")


def _type(text: str, part: Part, phrase: Phrase) -> OrganizationType | None:
    written = text[part.start : part.end]
    organization, head = posts.organization_of(written), posts.head_of(written)
    return organization.type if organization else head.type if head else phrase.position.organization_type


def _region(text: str, phrase: Phrase, parts: Sequence[Part], context_codes: Sequence[str]) -> regions.Region | None:
    """The first region of the phrase, read in the light of the larger ones behind it."""
    written = [text[part.start : part.end] for part in parts if part.kind == "region"]
    if not written:
        return None
    codes = [region.code for name in written[1:] for region in regions.lookup(name) if region.code]
    level = phrase.position.level
    if level in ("district", "village") and (kinds := {"district": "Kecamatan", "village": "Desa"}.get(level or "")):
        return regions.resolve(f"{kinds} {written[0]}", [*codes, *context_codes]) or regions.resolve(
            written[0], [*codes, *context_codes]
        )
    return regions.resolve(written[0], [*codes, *context_codes], (level,) if level else ()) or regions.resolve(
        written[0], [*codes, *context_codes]
    )


def _written_region(text: str, parts: Sequence[Part]) -> str | None:
    """The region as written, without its kind, where its code stays open."""
    first = next((part for part in parts if part.kind == "region"), None)
    return _KIND_WORD.sub("", text[first.start : first.end], count=1) if first else None


def _position(phrase: Phrase, body: Body | None) -> posts.Position:
    """The post: *Kepala* of a school is its *Kepala Sekolah*, *Kepala* of a *Dinas* its *Kepala Dinas*."""
    position = phrase.position
    if body is None or not position.canonical.endswith("Kepala"):
        return position
    kind = (
        "Sekolah"
        if body.type == "school"
        else "Cabang Dinas"
        if body.text.startswith("Cabang Dinas")
        else "Dinas"
        if body.text.startswith("Dinas")
        else ""
    )
    return posts.position_of(f"{position.canonical} {kind}") or position


def _role_class(position: posts.Position, body: Body | None) -> RoleClass:
    """A generic post (*Ketua*, *Kepala*, *Anggota*) is an office or not by the body that it is held in."""
    if (
        body is None
        or body.type is None
        or position.organization_type
        or position.role_class not in ("official", "institutional")
    ):
        return position.role_class
    return (
        "official" if body.type in posts.PUBLIC else "institutional" if body.type in _PRIVATE else position.role_class
    )


def _completed(text: str, position: posts.Position, parts: Sequence[Part]) -> str:
    field = [text[part.start : part.end] for part in parts if part.kind == "plain"]
    if position.canonical in _FIELDS and field:
        return " ".join((position.canonical, *(word.capitalize() for word in field)))
    return position.canonical
