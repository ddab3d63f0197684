"""The dateline that opens an article: place, outlet or date, and where the body begins.

A dateline is a row of names up to a dash or, behind a place that is sure, a colon, bar or full stop. Its place is a
name that is a known region, else one in capitals or with an outlet or date beside it.

>>> parse("KAYUAGUNG, HARIANMUSI.com – Bupati hadir.").place
'Kayuagung'
>>> parse("Palembang (KANTOR BERITA) - Guru hadir."), parse("Guru hadir di sini.")
(Dateline(place='Palembang', start=28), None)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pipeline.lexicon import alternation, read, regions
from pipeline.lexicon.compiled import pattern
from pipeline.lexicon.page import Furniture
from pipeline.lexicon.times import Month, Weekday

_WINDOW = 140  # characters in which a dateline ends
_WORD = (
    r"(?:(?:\p{Lu}\.)++|(?P<half>\p{Lu}\p{L}++)-(?i:(?P=half))(?!\p{L})"
    r"|\p{Lu}[\p{L}\p{N}'’]*+(?:\.[\p{L}\p{N}'’]++)*+|\p{Ll}{1,6}\p{Lu}\p{L}++)"
)
_NAME = rf"{_WORD}(?: {_WORD}){{0,4}}+"
_DOMAIN = r"(?:\p{L}|\d+(?=\p{L}))[\w-]*+(?:\.\p{L}\w{0,9}){1,3}+"
_MONTH = alternation(form for month in read("months", Month) for form in (month.name, *month.short))
_WEEKDAY = alternation(form for day in read("weekdays", Weekday) for form in (day.name, *day.variants))
_DAY = rf"\(?(?:\d{{1,2}} {_MONTH}(?: \d{{4}})?|\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?)\)?"
_DATE = rf"(?i:(?:{_WEEKDAY},? ?)?{_DAY}|{_WEEKDAY}(?!\p{{L}}))"
_PART = rf"(?:(?P<date>{_DATE})|(?P<domain>{_DOMAIN})(?![\w.])|(?P<name>{_NAME}))"
_BRACKETED = rf"\((?:{_NAME}|[\w.-]++)(?:[/,] ?(?:{_DATE}|{_NAME}|[\w.-]++)){{0,2}}+\)"
# A dash parts an outlet from its place only behind a domain at the very start; elsewhere it ends the dateline.
_HEAD = pattern(
    rf"(?:(?P<domain>{_DOMAIN}) ?[-–—|]{{1,3}} ?)?{_PART}(?:, ?{_PART}){{0,3}}+"
    rf"(?:,? ?(?P<date>{_DATE})|(?P<outlet>,? ?{_BRACKETED}))?+"
    r",?(?P<end>(?: ?[-–—]{1,3} ?){1,2}+| ?[:|] ?|\. )(?=[^\s-])"
)
_DASHLESS = regex.compile(
    rf"(?P<domain>{_DOMAIN})(?:, ?| ?[-–—]{{1,3}} ?)"
    r"(?P<name>\p{Lu}{3,}(?: \p{Lu}{3,}){0,3}) (?=\p{Lu}\p{Ll})"
)
# A dash without its place, and no list.
_PLACE_LOST = regex.compile(r"[-–—]{1,2} ?(?=\p{Lu}[^\n]{40})(?![^\n]*\n+[-–—])")
_FUNCTION_WORD = regex.compile(r"(?:Di|Ke|Dari|Pada|Dalam|Untuk|Oleh)\b", regex.IGNORECASE)
_CAPITALISED = regex.compile(r"(?P<first>\p{Lu}[\p{L}'’]*)(?: \p{Lu}[\p{L}'’]*)?")
_ABBREVIATION = 3  # letters: OKI, DIY, KPK; a longer word in capitals is a name
_CAPITALS = regex.compile(r"\p{Lu}[\p{Lu}'’]+")
_LABEL = regex.compile("|".join(entry.pattern for entry in read("furniture", Furniture) if entry.kind == "label"))


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place as a name (*Kayuagung*, never all capitals; null where only an outlet stands) and the offset where the
    body begins."""

    place: str | None
    start: int


def parse(text: str) -> Dateline | None:
    """The dateline of `text`, or `None`."""
    dashless = _DASHLESS.match(text, 0, _WINDOW)
    if dashless and regions.lookup(dashless["name"]):
        return Dateline(_in_normal_case(dashless["name"]), dashless.end())
    head = _HEAD.match(text, 0, _WINDOW)
    if head is None:
        lost = _PLACE_LOST.match(text)
        return Dateline(None, lost.end()) if lost else None
    names = head.captures("name")
    by_outlet, dated = bool(head.captures("domain") or head["outlet"]), bool(head.captures("date"))
    place = _place(names, by_outlet, dated)
    if place is None:
        return Dateline(None, head.end()) if head.captures("domain") and not names else None
    framed = by_outlet or dated
    return Dateline(_in_normal_case(place), head.end()) if _ends(head, place, framed, text) else None


def _place(names: Sequence[str], by_outlet: bool, dated: bool) -> str | None:
    """The place among `names`, beside which a domain or an outlet in brackets (`by_outlet`) or a date may stand."""
    if not names or _LABEL.fullmatch(names[0]) or _FUNCTION_WORD.match(names[0]):
        return None
    if regions.lookup(names[0]):
        return names[0]
    if len(names) > 1 and (second := regions.lookup(names[1])):
        # *Sekayu, Sumatera Selatan* is a place in a larger one, *KANTOR BERITA, Palembang* an outlet with its place.
        return names[0] if any(region.level in ("province", "country") for region in second) else names[1]
    in_capitals = names[0].isupper() and len(names[0]) > _ABBREVIATION and not dated
    return names[0] if by_outlet or in_capitals else None


def _ends(head: regex.Match[str], place: str, framed: bool, text: str) -> bool:
    """Whether the mark behind the names ends a dateline here: a weak one needs a known region, a dash no second half of
    a pair."""
    mark = head["end"].strip()
    if mark in (":", "|", "."):
        return bool(regions.lookup(place)) and (framed or (mark != "." and text[head.end()].isupper()))
    following = _CAPITALISED.match(text, head.end())
    if mark != head["end"] or mark == "—":
        return framed or following is None or not (_is_country(place) and _is_region(following))
    return following is not None and not following["first"].isupper() and (framed or not _is_region(following))


def _is_region(words: regex.Match[str]) -> bool:
    """Whether the first or the first two of `words` name a region, as in *Jakarta-Bandung*."""
    return bool(regions.lookup(words[0]) or regions.lookup(words["first"]))


def _is_country(place: str) -> bool:
    return any(region.level == "country" for region in regions.lookup(place))


def _in_normal_case(place: str) -> str:
    """*BANDAR LAMPUNG* as *Bandar Lampung*; an abbreviation (*OKI*) as the region that it stands for."""
    return _CAPITALS.sub(_word_in_normal_case, place) if place.isupper() else place


def _word_in_normal_case(word: regex.Match[str]) -> str:
    readings = regions.lookup(word[0]) if len(word[0]) <= _ABBREVIATION else ()
    return readings[0].name if len(readings) == 1 else word[0].capitalize()
