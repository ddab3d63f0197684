"""The complement of a role phrase cut into unit, organization and region.

In: the text, the phrase and its parts. Out: the unit as written, the `Body` and the `Region`.

>>> from pipeline.stages import phrases
>>> text = "Ketua Komite SMP Negeri 2 Ubud, Kabupaten Gianyar"
>>> phrase = phrases.find(text)[0]
>>> unit, body = bodies(text, phrase, phrase.parts[1:])
>>> unit, body.text, body.type
('Komite', 'SMP Negeri 2', 'school')
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from pipeline.lexicon import posts, regions
from pipeline.lexicon.compiled import plain
from pipeline.schema import OrganizationType
from pipeline.stages.phrases import Part, Phrase

STATE = regions.Region(None, "Indonesia", "country", None)
STATE_NAMES = ("RI", "Republik Indonesia", "Indonesia")
_REGION = plain(regions.REGION_PATTERN)
_REGION_KIND = regex.compile(
    r"(?:Prov(?:insi)?|Propinsi|Kab(?:upaten)?|Kota|Kec(?:amatan)?|Kel(?:urahan)?|Desa)(?:\.[ ]*|[ ]+)"
)
_SMALL = {"district": "Kecamatan", "village": "Desa"}
_LONGEST_REGION = 3
_FIELD_LINKS = ("bidang", "urusan", "dari program studi", "jurusan")


@dataclass(frozen=True, slots=True)
class Body:
    """The organization of a phrase, as written, with its type."""

    text: str
    type: OrganizationType | None


@lru_cache(maxsize=64)  # roles and quotes ask for those of one article
def region_codes(text: str) -> tuple[str, ...]:
    """The codes of the regions that `text` names without ambiguity."""
    written = {match[0] for match in _REGION.finditer(text)}
    found = (regions.resolve(name) for name in sorted(written))
    return tuple(region.code for region in found if region and region.code)


def bodies(text: str, phrase: Phrase, parts: Sequence[Part]) -> tuple[str | None, Body | None]:
    """The unit and the organization: the last body named is the organization, what stands before it the unit."""
    named = [part for part in parts if part.kind not in ("region", "plain", "post")]
    while named and named[0].kind in ("link", "bracket"):
        named.pop(0)
    position = phrase.position
    implied = _implied(text, phrase, parts)
    if implied is not None:
        named = [part for part in named if text[part.start : part.end] not in STATE_NAMES]  # Mendikdasmen RI
    if not named:
        return None, implied
    heads = [n for n, part in enumerate(named) if part.kind in ("organization", "head")]
    if len(heads) > 1 and _type(text, named[heads[-1]]) == "regional_government":  # Dinas Kesehatan Pemkab Klaten
        named = named[: heads.pop()]
    if not heads and (position.takes == "unit" or implied):
        return _joined(text, named), implied
    split = _body_at(text, named, heads)
    end = _field_at(text, named, split)
    written = _joined(text, named[split:end]) or text[named[split].start : named[split].end]
    body = Body(written, _type(text, named[split]) or position.organization_type)
    return _joined(text, named[:split]) or _joined(text, named[end + 1 :]), body


def _body_at(text: str, named: Sequence[Part], heads: Sequence[int]) -> int:
    """Where the body begins: at the head that an acronym in brackets spells out, else at the last head.

    *Ketua Tim Pelaksana Lembaga Tes Masuk Perguruan Tinggi (LTMPT)*: at *Lembaga*.
    """
    if not heads:
        return len(named) - 1 if named[-1].kind == "acronym" else 0
    bracket = next((part for part in named[heads[-1] :] if part.kind == "bracket"), None)
    if bracket is None:
        return heads[-1]
    short = text[bracket.start : bracket.end].strip(" ()")
    return next((n for n in heads if _initials(text[named[n].start : bracket.start]) == short), heads[-1])


def _initials(written: str) -> str:
    return "".join(word[0] for word in written.split() if word[0].isupper())


def _field_at(text: str, named: Sequence[Part], split: int) -> int:
    """Where the field of a post in the body begins (*Wakil Kepala BGN* **bidang** *Komunikasi*), else the end."""
    links = (n for n, part in enumerate(named) if n > split and part.kind == "link")
    return next((n for n in links if text[named[n].start : named[n].end].strip() in _FIELD_LINKS), len(named))


def university_regions(text: str, parts: Sequence[Part]) -> tuple[Part, ...]:
    """`parts` with a region right behind *Universitas …* made a word of its name."""
    own: list[Part] = []
    for part in parts:
        heads = [before for before in own if before.kind == "head"]
        is_next = part.kind == "region" and bool(heads) and own[-1].kind in ("head", "word")
        in_name = is_next and _type(text, heads[-1]) == "university"
        own.append(Part("word", part.start, part.end) if in_name else part)
    return tuple(own)


def school_region(body: Body, context_codes: Sequence[str]) -> tuple[Body, regions.Region | None]:
    """A school without its place (*SD Negeri 3* **Jekulo**), where the article's regions leave one reading of it."""
    words = body.text.split()
    for count in range(_LONGEST_REGION, 0, -1):
        region = regions.resolve(" ".join(words[-count:]), context_codes) if len(words) > count + 1 else None
        if region is not None:
            return Body(" ".join(words[:-count]), body.type), region
    return body, None


def region(text: str, phrase: Phrase, parts: Sequence[Part], context_codes: Sequence[str]) -> regions.Region | None:
    """The first region of the phrase, read in the light of the larger ones behind it."""
    written = [text[part.start : part.end] for part in parts if part.kind == "region"]
    if not written:
        return None
    larger = [reading.code for name in written[1:] for reading in regions.lookup(name) if reading.code]
    codes = [*larger, *context_codes]
    level = phrase.position.level
    if level in _SMALL:
        return regions.resolve(f"{_SMALL[level]} {written[0]}", codes) or regions.resolve(written[0], codes)
    return regions.resolve(written[0], codes, (level,) if level else ()) or regions.resolve(written[0], codes)


def written_region(text: str, parts: Sequence[Part]) -> str | None:
    """The region as written, without its kind, for where its code stays open."""
    first = next((part for part in parts if part.kind == "region"), None)
    return _REGION_KIND.sub("", text[first.start : first.end], count=1) if first else None


def _implied(text: str, phrase: Phrase, parts: Sequence[Part]) -> Body | None:
    """The body inside the position: the lexicon's (*Mendikdasmen*), that of the post which completes it (*Staf Ahli*
    **Menteri Agama**), else the written one (*Kepala* **Polda**).
    """
    post = next((posts.position_of(text[part.start : part.end]) for part in parts if part.kind == "post"), None)
    position = post or phrase.position
    if position.organization:
        entry = posts.organization_of(position.organization)
        return Body(position.organization, entry.type if entry else position.organization_type)
    words = text[phrase.parts[0].start : phrase.parts[0].end].split()
    tails = (posts.organization_of(" ".join(words[n:])) for n in range(1, len(words)))
    if any(entry is not None and entry.type == "police_military" for entry in tails):
        return Body(" ".join(words[1:]), "police_military")
    return None


def _joined(text: str, parts: Sequence[Part]) -> str | None:
    """The text of `parts` without brackets, and without links and *Wilayah* at its end."""
    kept = [part for part in parts if part.kind != "bracket"]
    while kept and (kept[-1].kind == "link" or text[kept[-1].start : kept[-1].end] == "Wilayah"):
        kept.pop()
    joined = "".join(
        text[part.start : part.end] if part.kind == "link" else f" {text[part.start : part.end]} " for part in kept
    )
    return " ".join(joined.split()).replace(" ,", ",") or None


def _type(text: str, part: Part) -> OrganizationType | None:
    written = text[part.start : part.end]
    entry = posts.organization_of(written) or posts.head_of(written)
    return entry.type if entry else None
