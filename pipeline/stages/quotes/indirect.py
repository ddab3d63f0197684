"""Indirect quotes: a reporting cue and the clause that it reports, before, behind or around it.

In: a `Passage` and its direct quotes. Out: an `Indirect` for each reported clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pipeline.stages.quotes.clauses import clause_end, clause_start, is_clause, past_connective
from pipeline.stages.quotes.direct import Direct
from pipeline.stages.quotes.find import Hit, Passage
from pipeline.stages.quotes.patterns import CONNECTIVE, DAY, OCCASION, WORD
from pipeline.stages.quotes.speakers import Speaker, following, preceding

_MARKER = regex.compile(
    r"(?P<gap>(?:\s+(?!bahwa|agar|supaya)[^\s,.:;]+){0,10}?)\s*,?\s+(?P<word>bahwa|bahwasanya|agar|supaya)\b\s*[,:]?\s*"
)
_ADVERBS = regex.compile(r"(?:\s+(?:juga|pun|lagi|kembali|pula|sebelumnya))*+")
_COMMA = regex.compile(
    rf"(?P<gap>(?:\s+(?:juga|pun|lagi|kembali|pula))*+(?:\s+(?:saat|dalam|pada|kepada|di|usai|seusai|lewat|melalui|ketika|secara)\b[^,.:;\n]{{1,90}})?)"
    rf"\s*[,:](?!\d)\s*(?:{DAY.pattern}[^,]{{0,24}},\s*)?"
)
_NEGATION = regex.compile(
    r"\b(?:tidak|tak|belum|bukan|tanpa|enggan|jangan|untuk|akan|bisa|dapat|harus|perlu|ingin)(?:\s+(?:pernah|bisa|mau|lagi))?\s+$"
)
_NOUN_OBJECT = regex.compile(
    r"\s+(?:hal|apresiasi|ucapan|rasa|pentingnya|perlunya|harapan|terima\s+kasih|selamat|sambutan|pesan|maaf|duka)\b"
)


@dataclass(frozen=True, slots=True)
class Indirect:
    """A reported clause ``[start, end)`` with its cue, which may lie inside it."""

    start: int
    end: int
    cue: Hit
    speaker: Speaker | None
    attribution_start: int
    attribution_end: int
    rule: str


def find_indirect(passage: Passage, directs: Sequence[Direct]) -> list[Indirect]:
    """The indirect quotes of the article in text order."""
    used = {direct.cue.start for direct in directs if direct.cue is not None}
    spans = [(direct.start, direct.end) for direct in directs]
    found: list[Indirect] = []
    for start, end in passage.sentences:
        for begin, stop in _free(spans, start, end):
            found.extend(_in_stretch(passage, begin, stop, used))
    return found


def _free(spans: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a sentence outside direct quotes."""
    parts, at = [], start
    for a, b in spans:
        if b <= start or a >= end:
            continue
        parts.append((at, a))
        at = b
    parts.append((at, end))
    return [(a, b) for a, b in parts if b - a > 10]


def _in_stretch(passage: Passage, start: int, stop: int, used: set[int]) -> list[Indirect]:
    hits = [hit for hit in passage.cues[passage.cue_from(start) : passage.cue_from(stop)] if hit.start not in used]
    taken = any(hit.start in used for hit in passage.cues[passage.cue_from(start) : passage.cue_from(stop)])
    if not taken:
        for hit in hits:
            if hit.form.voice in ("bare", "source") and (quote := _postposed(passage, hit, start, stop)):
                return [quote]
    found: list[Indirect] = []
    at = start
    for hit in hits:
        if hit.start < at:
            continue
        quote = None
        if hit.form.voice == "active":
            quote = _preposed(passage, hit, start, stop)
        elif hit.form.voice == "passive":
            quote = _passive(passage, hit, start, stop)
        if quote is not None:
            found.append(quote)
            at = quote.end
    return found


def _postposed(passage: Passage, hit: Hit, start: int, stop: int) -> Indirect | None:
    """``Menurut Ratna, …`` · ``…, kata Ratna, …`` · ``…, ujarnya.``"""
    text = passage.text
    before = text[start : hit.start].strip()
    opens = not before or CONNECTIVE.fullmatch(before) is not None
    if not opens and not before.endswith(","):
        return None
    speaker = None if hit.form.clitic else following(passage, hit.end, stop)
    if speaker is None and not hit.form.clitic:
        return None
    after = speaker.extent if speaker else hit.end
    rest = _rest(
        passage,
        after,
        stop,
        loose=hit.form.voice == "source"
        and (hit.form.clitic or (speaker is not None and speaker.attribution == "pronoun")),
    )
    if opens:
        if rest is None:
            return None
        return _made(passage, rest, stop, hit, speaker, after, rest, "indirect-cue-first")
    begin = past_connective(text, clause_start(text, start, hit.start), hit.start)
    if rest is not None and is_clause(text[rest:stop]):
        return _made(passage, begin, stop, hit, speaker, after, rest, "indirect-cue-inside")
    if not is_clause(text[begin : hit.start]):
        return None
    return _made(passage, begin, hit.start, hit, speaker, after, stop, "indirect-cue-after")


def _rest(passage: Passage, after: int, stop: int, *, loose: bool) -> int | None:
    """Where the clause goes on behind an attribution that ends at `after`: behind its comma, appositions and setting passed."""
    text = passage.text
    at = after
    for _ in range(4):
        comma = text.find(",", at, min(stop, at + 150))
        if comma < 0:
            break
        if text[at:comma].strip() and at == after and not OCCASION.match(text[at:comma].strip()) and loose:
            break
        begin = clause_start(text, comma + 1, stop)
        piece = text[begin : (text.find(",", begin, stop) if "," in text[begin:stop] else stop)]
        apposition = (
            not is_clause(piece)
            and "," in text[begin:stop]
            and (DAY.match(piece) or piece[:1].isupper() or OCCASION.match(piece))
        )
        if not apposition or DAY.match(piece) and False:
            return begin if not DAY.match(piece) else None
        at = comma + 1
    if loose:
        return clause_start(text, after, stop)
    return None


def _preposed(passage: Passage, hit: Hit, start: int, stop: int) -> Indirect | None:
    """``Ratna mengatakan bahwa …`` · ``Ratna mengatakan, …`` · ``Ratna mengatakan …``"""
    text = passage.text
    if hit.form.entry.complement == "none" or _NEGATION.search(text, max(start, hit.start - 30), hit.start):
        return None
    speaker = preceding(passage, start, hit.start)
    if speaker is None:
        return None
    marker = _MARKER.match(text, hit.end, stop)
    if marker and not is_clause(marker["gap"]):
        return _made(passage, marker.end(), stop, hit, speaker, hit.end, hit.end, f"indirect-{marker['word']}")
    comma = _COMMA.match(text, hit.end, stop)
    if comma and is_clause(text[comma.end() : stop]):
        return _made(passage, comma.end(), stop, hit, speaker, hit.end, hit.end, "indirect-comma")
    if hit.form.entry.complement in ("clause", "either"):
        begin = _ADVERBS.match(text, hit.end, stop).end()  # type: ignore[union-attr]
        if _NOUN_OBJECT.match(text, begin, stop) is None and is_clause(text[begin:stop]):
            return _made(
                passage, clause_start(text, begin, stop), stop, hit, speaker, hit.end, hit.end, "indirect-bare"
            )
    return None


def _passive(passage: Passage, hit: Hit, start: int, stop: int) -> Indirect | None:
    """``Dikatakannya, …`` · ``Dikatakan Ratna, …`` · ``Dijelaskan bahwa …``"""
    text = passage.text
    before = text[start : hit.start].strip()
    if before and CONNECTIVE.fullmatch(before) is None:
        return None
    speaker = None if hit.form.clitic else following(passage, hit.end, stop)
    after = speaker.extent if speaker else hit.end
    if marker := _MARKER.match(text, after, stop):
        return _made(passage, marker.end(), stop, hit, speaker, after, marker.start(), "indirect-passive")
    if speaker is None and not hit.form.clitic:
        return None
    rest = _rest(passage, after, stop, loose=False)
    return _made(passage, rest, stop, hit, speaker, after, rest, "indirect-passive") if rest is not None else None


def _made(
    passage: Passage,
    start: int,
    stop: int,
    hit: Hit,
    speaker: Speaker | None,
    zone_start: int,
    zone_end: int,
    rule: str,
) -> Indirect | None:
    end = clause_end(passage.text, start, stop)
    if sum(1 for _ in WORD.finditer(passage.text, start, end)) < 2:
        return None
    return Indirect(start, end, hit, speaker, zone_start, zone_end, rule)
