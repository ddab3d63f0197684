"""A role phrase becomes a `RoleMention`, its complement split and each part in its standard form.

>>> from pipeline.stages import phrases
>>> from pipeline.stages.roles.find import Candidate
>>> text = "Kabid GTK Dinas Pendidikan Provinsi Sumatera Selatan"
>>> role = resolve(text, Candidate(phrases.find(text)[0], None, "alone"))
>>> role.position, role.unit, role.organization, role.region, role.region_code
('Kepala Bidang', 'GTK', 'Dinas Pendidikan', 'Sumatera Selatan', '16')
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lexicon import posts
from pipeline.schema import RoleClass
from pipeline.stages.mentions import RoleMention
from pipeline.stages.phrases import Part
from pipeline.stages.roles import split
from pipeline.stages.roles.find import Candidate

_FIELDS = frozenset(("Pengamat", "Pakar", "Pegiat", "Ahli", "Pemerhati", "Aktivis", "Praktisi", "Spesialis"))
"""Positions that only their field completes: *Pegiat Perlindungan Anak*."""
_PRIVATE = frozenset(("school", "university", "party", "company", "association", "media"))


def resolve(text: str, candidate: Candidate, context_codes: Sequence[str] = ()) -> RoleMention:
    """The role mention that `candidate` is; `context_codes` are the regions of the article, for ambiguous names."""
    phrase = candidate.phrase
    own_parts = split.university_regions(text, phrase.parts[1:])
    parts = own_parts or (candidate.complement.parts[1:] if candidate.complement else ())
    unit, body = split.bodies(text, phrase, parts)
    region = split.region(text, phrase, parts, context_codes)
    if body is not None and body.text in split.STATE_NAMES:
        body, region = None, region or split.STATE
    elif body is not None and body.type == "school" and region is None:
        body, region = split.school_region(body, context_codes)
    position = _of_post(text, phrase.position, parts) or _position(phrase.position, body)
    return RoleMention(
        start=phrase.start,
        end=phrase.end,
        holder=candidate.holder,
        position=_completed(text, position, parts),
        position_code=position.slug,
        unit=unit,
        organization=body.text if body else None,
        organization_type=body.type if body else None,
        region=region.name if region else split.written_region(text, parts),
        region_code=region.code if region else None,
        region_level=region.level if region else None,
        role_class=_role_class(position, body),
        status=phrase.status,
        rule=candidate.rule,
    )


def _of_post(text: str, position: posts.Position, parts: Sequence[Part]) -> posts.Position | None:
    """*Staf Ahli* with another's post behind it: *Staf Ahli Menteri*."""
    other = next((posts.position_of(text[part.start : part.end]) for part in parts if part.kind == "post"), None)
    return posts.position_of(f"{position.canonical} {other.canonical}") if other else None


def _position(position: posts.Position, body: split.Body | None) -> posts.Position:
    """The post: *Kepala* of a school is its *Kepala Sekolah*, *Sekretaris* of a *Dinas* its *Sekretaris Dinas*."""
    is_head = position.canonical.endswith("Kepala")
    if body is None or not (is_head or position.canonical == "Sekretaris"):
        return position
    kinds = ("Sekolah",) if is_head and body.type == "school" else ("Cabang Dinas", "Dinas")
    kind = next((kind for kind in kinds if kind == "Sekolah" or body.text.startswith(kind)), "")
    return posts.position_of(f"{position.canonical} {kind}") or position


def _role_class(position: posts.Position, body: split.Body | None) -> RoleClass:
    """A generic post (*Ketua*, *Kepala*, *Anggota*) is an office or not by the body that it is held in."""
    is_generic = position.organization_type is None and position.role_class in ("official", "institutional")
    if not is_generic or body is None or body.type is None:
        return position.role_class
    if body.type in posts.PUBLIC:
        return "official"
    return "institutional" if body.type in _PRIVATE else position.role_class


def _completed(text: str, position: posts.Position, parts: Sequence[Part]) -> str:
    """The standard form, with the field where only that completes it."""
    field = [text[part.start : part.end].capitalize() for part in parts if part.kind == "plain"]
    return " ".join((position.canonical, *field)) if position.canonical in _FIELDS else position.canonical
