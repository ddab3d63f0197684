"""Indirect quotes: a reporting cue and the clause that it reports, before, behind or around it.

In: a `Passage` and its direct quotes. Out: an `Indirect` for each reported clause.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import regex

from pipeline.lexicon import Numeral, alternation, read
from pipeline.lexicon.compiled import pattern
from pipeline.stages.quotes.clauses import OCCASION, clause_end, clause_start, is_clause, is_predicate, past_connective
from pipeline.stages.quotes.complements import is_reported, marker_behind, past_if
from pipeline.stages.quotes.direct import Direct
from pipeline.stages.quotes.find import Hit, Passage, within
from pipeline.stages.quotes.patterns import CONNECTIVE, DAY, DAY_NAME, WORD, words
from pipeline.stages.quotes.speakers import Speaker, addressed, following, preceding
from pipeline.stages.quotes.unsaid import unsaid

_AGAIN = r"(?:\s+(?:juga|pun|lagi|kembali|pula|kemudian|sebelumnya))*+"
_BARS_MARKER = regex.compile(
    r"\b(?:pentingnya|perlunya|untuk|guna|demi|dengan|melalui|dalam|dukungan|komitmen(?:nya)?)\b"
)
_DIRECTIVE = ("ask", "hope", "warn")
_ADDRESSEE = 6
"""Words between a cue and *agar*, at most."""
_ADVERBS = regex.compile(_AGAIN)
_COMMA = regex.compile(
    rf"{_AGAIN}(?P<adjunct>\s+(?:(?P<when>saat|dalam|pada|di|ketika)|kepada|usai|seusai|lewat|melalui|secara|dengan)\b"
    rf"[^,.:;\n]{{1,90}})?"
    rf"\s*[,:](?!\d)\s*+(?!(?:maupun|dan|serta|atau|tetapi|tapi|melainkan)\b)"
    rf"(?(adjunct)(?!(?:karena|lantaran|sehingga)\b))(?:{DAY_NAME}[^,]{{0,24}},\s*)?"
)
_NUMERAL = alternation(entry.word for entry in read("numerals", Numeral))
_COUNTS = regex.compile(rf"(?:\d|{_NUMERAL}\b)(?!.*\bdi antaranya\b)")
_RESUMING = regex.compile(r"(?:tetapi|tapi|namun|dan|sehingga|karena|sebab|agar|supaya|serta|bahkan|lalu|melainkan)\b")
_LIKEWISE = regex.compile(r"(?P<connective>.*?)\s*(?:[Ss]eperti|[Ss]ebagaimana|[Mm]asih)(?:\s+yang)?\s+", regex.DOTALL)
_CIRCUMSTANCE = ("dalam", "pada")
"""What opens an adverbial of what was said, where no occasion or day follows (*mengatakan dalam kejadian itu, …*)."""
_ADVERBIAL = regex.compile(
    r"(?:di|dalam|saat|usai|seusai|ketika|kepada|melalui|lewat|pada|seperti|dikutip|sambil|seraya)\b"
)
_LED_IN = regex.compile(r"\W*(?:[Dd]alam|[Dd]ari|[Dd]i|[Pp]ada|[Bb]erdasarkan|[Mm]elalui)\s[^,;:“”\"]{3,120},\s+")
"""An adverbial before a passive cue (*Dalam rilis yang diterima, disebutkan bahwa …*)."""
_RELATIVE = regex.compile(r",\s+yang\b")
_APPOSED = pattern(rf"{alternation(words('human') - words('body'))}\b")
_MORE = words("coordinator")
_THINGS = words("document")
_PREPOSITIONS = words("preposition")
_SUBORDINATORS = words("subordinator")
_NO_SUBJECT = _SUBORDINATORS | _PREPOSITIONS | _MORE | {"yang"}
"""Words after which a cue does not stand between a subject and its predicate."""
_CONNECTIVE_LENGTH = 40
_CLAUSE = 1000
"""Characters in which a clause must show its predicate."""
_SUBJECT = 300
"""Characters before a cue in the middle of its clause, at most."""
_APPOSITIONS = 6
"""Commas passed in search of the clause behind an attribution, at most."""
_NEXT = 12
"""Characters between a coordinated cue and what it reports: room for the conjunction (*dan menambahkan bahwa …*)."""
_WORDS, _FEWEST = 4, 2
"""Words that a reported clause must hold: behind a bare comma, and at all."""


@dataclass(frozen=True, slots=True)
class Indirect:
    """A reported clause ``[start, end)`` with its cue, which may lie inside it; in `zones` its setting may stand."""

    start: int
    end: int
    cue: Hit
    speaker: Speaker | None
    zones: tuple[tuple[int, int], ...]
    rule: str


def find_indirect(passage: Passage, directs: Sequence[Direct]) -> list[Indirect]:
    """The indirect quotes of the article in text order."""
    used = {direct.cue.start for direct in directs if direct.cue is not None}
    ends = [direct.end for direct in directs]
    found: list[Indirect] = []
    for start, end in dict.fromkeys(passage.sentence_at(hit.start) for hit in passage.cues):
        at, number = start, bisect_left(ends, start + 1)
        while number < len(directs) and directs[number].start < end:
            found.extend(_in_stretch(passage, at, directs[number].start, used))
            at, number = directs[number].end, number + 1
        found.extend(_in_stretch(passage, at, end, used))
    return found


def _in_stretch(passage: Passage, start: int, stop: int, used: set[int]) -> Iterator[Indirect]:
    """The indirect quotes of a sentence, or of a part of it beside a direct quote."""
    hits = within(passage.cues, start, stop)
    if not any(hit.start in used for hit in hits):
        for hit in hits:
            around = _postposed(passage, hit, start, stop) if _may_follow(hit) else None
            if quote := around or _inline(passage, hit, start, stop):
                yield quote
                return
    last: Indirect | None = None
    for hit in hits:
        if hit.start in used:
            continue
        if last is not None and hit.start < last.end:
            if more := _coordinated(passage, last, hit, stop):
                yield replace(last, end=clause_end(passage.text, last.start, _conjunction(passage.text, last, hit)))
                last = more
            continue
        if last is not None:
            yield last
            start = last.end
        last = (
            _passive(passage, hit, start, stop) if hit.form.voice == "passive" else _preposed(passage, hit, start, stop)
        )
    if last is not None:
        yield last


def _may_follow(hit: Hit) -> bool:
    return hit.form.voice != "active"


def _conjunction(text: str, before: Indirect, hit: Hit) -> int:
    """Where the word right before a cue begins, behind the start of the quote `before`."""
    return text.rfind(" ", before.start, hit.start - 1) + 1


def _coordinated(passage: Passage, before: Indirect, hit: Hit, stop: int) -> Indirect | None:
    """A second report of the same subject, not part of the first: ``… dan menambahkan bahwa …``."""
    if passage.text[_conjunction(passage.text, before, hit) : hit.start].strip() not in _MORE:
        return None
    if before.speaker is None and not before.cue.form.clitic:
        return None
    more = _marked(passage, hit, before.speaker, stop)
    if more is None and hit.form.entry.cue_class == "ask" and before.cue.form.entry.cue_class not in _DIRECTIVE:
        begin = clause_start(passage.text, hit.end, stop)
        if addressed(passage, hit.end, stop):
            return _made(passage, begin, stop, hit, before.speaker, (), "indirect-bare")
    return more if more is not None and more.start - hit.end <= _NEXT else None


def _postposed(passage: Passage, hit: Hit, start: int, stop: int) -> Indirect | None:
    """``Menurut Ratna, …`` · ``…, kata Ratna, …`` · ``…, ujarnya.``"""
    text = passage.text
    opens = _opens(text, start, hit)
    passive = hit.form.voice == "passive" and not hit.form.clitic
    if opens and passive:
        return None
    if not opens and not text[max(start, hit.start - 3) : hit.start].rstrip().endswith((",", "–", "—", " -")):
        return None
    if opens and hit.form.clitic and hit.form.entry.stem == "noun":
        return None
    speaker = None if hit.form.clitic else following(passage, hit.end, stop)
    if speaker is None and not hit.form.clitic:
        return None
    after = speaker.extent if speaker else hit.end
    if passive and text[after : after + 1] != ",":
        return None
    loose = hit.form.voice == "source" and (
        speaker is None or speaker.attribution == "pronoun" or _goes_on(text, after, stop)
    )
    rest = _rest(text, after, stop, loose=loose)
    if opens:
        if rest is None:
            return None
        return _made(passage, rest, stop, hit, speaker, ((after, rest),), "indirect-cue-first")
    begin = past_connective(text, clause_start(text, start, hit.start), hit.start)
    begun = _begun(text, max(begin, hit.start - _CLAUSE), hit, whole=rest is None)
    whole = hit.form.voice == "source" and text.find(",", after, min(stop, after + _CLAUSE)) < 0
    if rest is None and whole and not begun:
        rest = clause_start(text, after, stop)
    if rest is not None and (not begun or _resumes(text, after, rest, stop)):
        return _made(passage, begin, stop, hit, speaker, ((after, rest),), "indirect-cue-inside")
    return _made(passage, begin, hit.start, hit, speaker, ((after, stop),), "indirect-cue-after") if begun else None


def _begun(text: str, begin: int, hit: Hit, *, whole: bool) -> bool:
    """Whether the words before a cue make a clause; where they are the `whole` of what was said, a verb of saying
    behind them is enough (*Besok pagi saja, kata Ratna.*).
    """
    said = whole and hit.form.voice == "bare" and hit.form.entry.complement == "always"
    return (said and _has_words(text, begin, hit.start, _WORDS)) or is_clause(text[begin : hit.start])


def _inline(passage: Passage, hit: Hit, start: int, stop: int) -> Indirect | None:
    """``Program itu menurut Ratna berhasil.`` · ``Kelas itu disebutnya sudah lama rusak.``"""
    if hit.form.voice not in ("source", "passive") or hit.form.entry.complement == "none":
        return None
    if hit.start - start > _SUBJECT:
        return None
    text = passage.text
    begin = past_connective(text, clause_start(text, start, hit.start), hit.start)
    subject = text[begin : hit.start]
    if not subject.endswith(" ") or hit.form.entry.cue_class in _DIRECTIVE or is_clause(subject):
        return None
    first, last = (subject.split() or [""])[0].lower(), (subject.split() or ["yang"])[-1].lower()
    passive = hit.form.voice == "passive"
    if (passive and (first in _THINGS or subject.endswith(", "))) or last in _NO_SUBJECT or is_predicate(last):
        return None
    speaker = None if hit.form.clitic else following(passage, hit.end, stop)
    if speaker is None and not hit.form.clitic:
        return None
    after = speaker.extent if speaker else hit.end
    predicate = WORD.match(text, _ADVERBS.match(text, after, stop).end() + 1, stop)
    if predicate is None or not is_predicate(predicate[0]) or (passive and predicate[0].startswith("me")):
        return None
    return _made(passage, begin, stop, hit, speaker, ((hit.end, after),), "indirect-cue-inside")


def _goes_on(text: str, after: int, stop: int) -> bool:
    """Whether a clause follows an attribution without a comma (*Menurut Ratna dana itu sudah cair*)."""
    first = WORD.match(text, clause_start(text, after, stop), stop)
    comma = text.find(",", after, min(stop, after + _CLAUSE))
    adverbial = comma >= 0 and first is not None and first[0] in _SUBORDINATORS | _PREPOSITIONS
    if first is None or not first[0].islower() or adverbial:
        return False
    return is_clause(text[first.start() : comma if comma >= 0 else stop][:_CLAUSE])


def _opens(text: str, start: int, hit: Hit) -> bool:
    """Whether nothing but a connective or *seperti* stands before a cue in its sentence."""
    if hit.start - start > _CONNECTIVE_LENGTH:
        return False
    before = text[start : hit.start]
    if not before.strip():
        return True
    likewise = _LIKEWISE.fullmatch(before)
    lead = likewise["connective"] if likewise else before
    return not lead.strip() or CONNECTIVE.fullmatch(lead) is not None


def _resumes(text: str, after: int, at: int, stop: int) -> bool:
    """Whether what was said goes on at `at`, rather than an adverbial of the attribution, which may hold commas."""
    if _RESUMING.match(text, at):
        return True
    if text[after:at].strip(" ,"):
        return False
    lower = text[at : at + 1].islower() and _ADVERBIAL.match(text, at) is None
    return lower or is_clause(text[at : min(stop, at + _CLAUSE)])


def _rest(text: str, after: int, stop: int, *, loose: bool) -> int | None:
    """Where the clause goes on behind an attribution that ends at `after`: behind its comma, past appositions, dates
    and occasions. `loose` allows a clause without a comma before it (*Menurut dia dana cair*).
    """
    comma = text.find(",", after, min(stop, after + 150))
    begin = clause_start(text, after, stop)
    if loose and (comma < 0 or text[after:comma].strip()) and not OCCASION.match(text, begin, stop):
        return begin
    for _ in range(_APPOSITIONS):
        if comma < 0:
            break
        begin = clause_start(text, comma + 1, stop)
        comma = text.find(",", begin, min(stop, begin + 150))
        piece = text[begin : comma if comma >= 0 else min(stop, begin + _CLAUSE)]
        if DAY.match(piece):
            if comma < 0:
                return None
        elif (
            comma < 0
            or not (piece[:1].isupper() or OCCASION.match(piece) or _APPOSED.match(piece))
            or is_clause(piece)
            or _RELATIVE.match(text, comma)
        ):
            return begin if begin < stop else None
    return None


def _preposed(passage: Passage, hit: Hit, start: int, stop: int) -> Indirect | None:
    """``Ratna mengatakan bahwa …`` · ``Ratna mengatakan, …`` · ``Ratna mengatakan …``"""
    text = passage.text
    if hit.form.voice not in ("active", "either") or hit.form.entry.complement == "none":
        return None
    if unsaid(text, hit, start):
        return None
    speaker = preceding(passage, start, hit.start)
    if speaker is None:
        return None
    if marked := _marked(passage, hit, speaker, stop, start):
        return marked
    zones = _before_cue(text, speaker, start, hit.start)
    ordered = _instructs(hit) and addressed(passage, hit.end, stop)
    comma = None if ordered else _COMMA.match(text, hit.end, stop)
    if comma and _is_adjunct(comma) and _is_said(text, comma.end(), stop):
        return _made(passage, comma.end(), stop, hit, speaker, ((hit.end, comma.end()), *zones), "indirect-comma")
    begin = clause_start(text, _ADVERBS.match(text, hit.end, stop).end(), stop)
    headline = text[hit.start].isupper()
    complement = text[begin : min(clause_end(text, begin, stop), begin + _CLAUSE)]
    if not headline and (opened := past_if(complement)):
        return _made(passage, begin + opened, stop, hit, speaker, zones, "indirect-jika")
    if not headline and (ordered or is_reported(hit.form.entry, complement)):
        begin += len("kepada ") if ordered and complement.startswith("kepada ") else 0
        return _made(passage, begin, stop, hit, speaker, zones, "indirect-bare")
    return None


def _is_adjunct(comma: regex.Match[str]) -> bool:
    """Whether what stands between a cue and its comma belongs to the attribution (*saat rapat*), rather than to what
    was said (*pada setiap kasus keracunan terjadi*): a clause of its own that names no occasion.
    """
    adjunct = comma["adjunct"] or ""
    if not comma["when"] or OCCASION.search(adjunct):
        return True
    return (comma["when"] not in _CIRCUMSTANCE or DAY.search(adjunct) is not None) and not is_clause(adjunct)


def _is_said(text: str, start: int, stop: int) -> bool:
    """Whether enough words for a clause stand behind a comma; a number with its noun alone is none (*mencatat, dua
    kasus di Bogor*).
    """
    said = text[start : min(clause_end(text, start, stop), start + _CLAUSE)]
    counts = _COUNTS.match(said) is not None and not is_clause(said)
    return _has_words(text, start, stop, _WORDS) and not counts


def _marked(
    passage: Passage, hit: Hit, speaker: Speaker | None, stop: int, start: int | None = None
) -> Indirect | None:
    """The clause behind *bahwa*, *agar* or *supaya*, with at most an addressee between cue and conjunction."""
    marker = marker_behind(passage.text, hit.end, stop)
    if marker is None or is_clause(marker["gap"]):
        return None
    if not marker["word"].startswith("bahwa") and not _directs(hit, marker["gap"]):
        return None
    before = () if speaker is None or start is None else _before_cue(passage.text, speaker, start, hit.start)
    zones = ((hit.end, marker.start("word")), *before)
    return _made(passage, marker.end(), stop, hit, speaker, zones, f"indirect-{marker['word']}")


def _before_cue(text: str, speaker: Speaker, start: int, cue: int) -> tuple[tuple[int, int], ...]:
    """Where a setting may stand before an active cue: between the subject and it, and at the head of the sentence."""
    between = ((speaker.extent, cue),) if "yang" not in text[speaker.extent : cue].split() else ()
    return (*between, (start, speaker.start))


def _directs(hit: Hit, gap: str) -> bool:
    """Whether *agar* opens what a cue asks for, with at most an addressee between, rather than a purpose."""
    length = len(gap.split())
    directive = hit.form.entry.cue_class in _DIRECTIVE and hit.form.entry.complement != "marked"
    return length <= (_ADDRESSEE if directive else 1) and _BARS_MARKER.search(gap) is None


def _instructs(hit: Hit) -> bool:
    return hit.form.entry.cue_class in ("ask", "warn") and hit.form.entry.complement in ("clause", "either")


def _passive(passage: Passage, hit: Hit, start: int, stop: int) -> Indirect | None:
    """``Dikatakannya, …`` · ``Dikatakan Ratna, …`` · ``Dalam surat itu, dijelaskan bahwa …``"""
    text = passage.text
    opens = _opens(text, start, hit)
    if not opens and not _LED_IN.fullmatch(text, start, hit.start):
        return None
    speaker = None if hit.form.clitic else following(passage, hit.end, stop)
    after = speaker.extent if speaker else hit.end
    if marker := marker_behind(text, after, stop):
        zones = ((after, marker.start("word")),)
        return _made(passage, marker.end(), stop, hit, speaker, zones, "indirect-passive")
    if not opens:
        return None
    if speaker is None and not hit.form.clitic and text[hit.end : hit.end + 1] != ",":
        return None
    rest = _rest(text, after, stop, loose=False)
    if rest is None or not is_clause(text[rest : min(stop, rest + _CLAUSE)]):
        return None
    inner = within(passage.cues, rest, stop)[:1]
    if inner and _LIKEWISE.fullmatch(text, start, hit.start) and _preposed(passage, inner[0], rest, stop):
        return None
    return _made(passage, rest, stop, hit, speaker, ((after, rest),), "indirect-passive")


def _has_words(text: str, start: int, stop: int, least: int) -> bool:
    return sum(1 for _ in islice(WORD.finditer(text, start, stop), least)) == least


def _made(
    passage: Passage,
    start: int,
    stop: int,
    hit: Hit,
    speaker: Speaker | None,
    zones: tuple[tuple[int, int], ...],
    rule: str,
) -> Indirect | None:
    end = clause_end(passage.text, start, stop)
    if not _has_words(passage.text, start, end, _FEWEST):
        return None
    return Indirect(start, end, hit, speaker, zones, rule)
