"""The dateline that opens an article: place, outlet, and where the body begins.

>>> parse("KAYUAGUNG, HARIANMUSI.com – Bupati hadir.").place
'Kayuagung'
>>> parse("Palembang (ANTARA) - Guru hadir."), parse("Guru hadir di sini.")
(Dateline(place='Palembang', start=20), None)
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from pipeline.lexicon import regions

_WORD = r"\p{Lu}[\p{L}'’]*"
_PLACE = rf"(?P<place>{_WORD}(?:[ -]{_WORD}){{0,3}})"
_DOMAIN = r"\p{L}[\w-]*(?:\.\p{L}{2,5}){1,2}"
_OUTLET = rf"(?:{_DOMAIN}|\p{{Lu}}[\p{{Lu}}\d ]{{2,30}}|\p{{Lu}}[\w.]*(?: \p{{Lu}}[\w.]*){{0,3}})"
_DATE = r"\d{1,2} \p{Lu}\p{Ll}+ \d{4}|\d{1,2}/\d{1,2}/\d{2,4}"
_DASH = r"(?:\s*[-–—]{1,3}\s*)"
_DATELINE = regex.compile(
    rf"\s*(?:\*\*)?(?:(?P<first>{_DOMAIN})(?:,\s*|{_DASH}))?{_PLACE}"
    rf"(?:(?P<outlet>,\s*(?:{_OUTLET})?(?:,\s*(?:{_DATE}))?|,\s*(?:{_DATE})|\s*\((?:{_OUTLET}|{_DATE})\)))?(?:\*\*)?\s*(?P<end>{_DASH}|(?<=\p{{Lu}}{{3}})\.\s+)(?:\*\*)?\s*"
)
_WINDOW = 120  # characters in which a dateline ends


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place as a name (*Kayuagung*, never all capitals) and the offset where the body begins."""

    place: str
    start: int


def parse(text: str) -> Dateline | None:
    """The dateline of `text`, or `None`. A place without an outlet counts in capitals or when it is a known region."""
    match = _DATELINE.match(text[:_WINDOW])
    if match is None:
        return None
    place = match["place"]
    if not (match["first"] or match["outlet"] or place.isupper() or regions.lookup(place)):
        return None
    return Dateline(place=place.title() if place.isupper() else place, start=match.end())
