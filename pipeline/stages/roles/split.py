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

import re
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pipeline.lexicon import posts, regions
from pipeline.schema import OrganizationType
from pipeline.stages.phrases import Part, Phrase

STATE = regions.Region(None, "Indonesia", "country", None)
STATE_NAMES = ("RI", "Republik Indonesia", "Indonesia")
_REGION = re.compile(regions.REGION_PATTERN)
_REGION_KIND = regex.compile(
    r"(?:Prov(?:insi)?|Propinsi|Kab(?:upaten)?|Kota|Kec(?:amatan)?|Kel(?:urahan)?|Desa)(?:\.[ ]*|[ ]+)"
)
_SMALL = {"district": "Kecamatan", "village": "Desa"}
_LONGEST_REGION = 3


@dataclass(frozen=True, slots=True)
class Body:
    """The organization of a phrase, as written, with its type."""

    text: str
    type: OrganizationType | None


def region_codes(text: str) -> tuple[str, ...]:
    """The codes of the regions that `text` names without ambiguity."""
    written = {match[0] for match in _REGION.finditer(text)}
    found = (regions.resolve(name) for name in sorted(written))
    return tuple(region.code for region in found if region and region.code)


def bodies(text: str, phrase: Phrase, parts: Sequence[Part]) -> tuple[str | None, Body | None]:
    """The unit and the organization: the last body named is the organization, what stands before it the unit."""
    named = [part for part in parts if part.kind not in ("region", "plain")]
    while named and named[0].kind in ("link", "bracket"):
        named.pop(0)
    position = phrase.position
    implied = _implied(text, phrase)
    if not named:
        return None, implied
    heads = [n for n, part in enumerate(named) if part.kind in ("organization", "head")]
    if not heads and (position.takes == "unit" or implied):
        return _joined(text, named), implied
    split = heads[-1] if heads else len(named) - 1 if named[-1].kind == "acronym" else 0
    written = _joined(text, named[split:]) or text[named[split].start : named[split].end]
    return _joined(text, named[:split]), Body(written, _type(text, named[split]) or position.organization_type)


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


def _implied(text: str, phrase: Phrase) -> Body | None:
    """The body inside the position: the lexicon's (*Mendikdasmen*), else the written one (*Kepala* **Polda**)."""
    position = phrase.position
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
