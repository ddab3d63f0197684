"""Direct quotes: pairs of quotation marks that hold speech rather than a title, a term or a name.

In: a `Passage`. Out: a `Direct` for each pair that was said, with its cue and speaker where the text gives them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pipeline.language.quotation import Pair
from pipeline.stages.quotes.find import Hit, Passage, within
from pipeline.stages.quotes.patterns import TITLE_BEFORE, WORD
from pipeline.stages.quotes.speakers import Speaker, following, preceding

_TERMINAL = (",", ".", "!", "?", "…")
_THUS = r"(?:(?:demikian|begitu|begitulah|demikianlah)\s+)"
_AFTER = regex.compile(rf"[\s,.;–—-]*+(?P<thus>{_THUS})?", regex.IGNORECASE)
_ADDRESS = r"(?:[^\s,:;.“”\"]+\s+){0,8}[^\s,:;.“”\"]+"  # kepada wartawan · dengan suara pelan
_BEFORE = regex.compile(
    rf"(?:\s+(?:juga|pun|lagi|kembali|pula))?(?:\s*,?\s*(?:bahwa|bahwasanya)?\s*(?P<mark>[,:])?|\s+{_ADDRESS}\s*(?P<mark>[,:]))\s*"
)
_ENDS_CLAUSE = regex.compile(r"\s*(?:[.,;]|$|\n)|\s+(?:saat|dalam|kepada|usai|di|ketika|pada|lagi|sambil|seraya)\b")
_REACH = 120
"""Characters between a cue and the quotation that it introduces, at most."""
_FRAGMENT = 8
"""Words from which an unpunctuated pair behind a word is speech and no quoted fragment."""
_UNCUED = 4
"""Words that a pair on its own must hold to be speech."""
_AMBIGUOUS = frozenset("jelas terang aku tanya jawab tegas lanjut tambah tutup balas".split())
"""Stems that are everyday words too: speech verbs only where a speaker follows."""


@dataclass(frozen=True, slots=True)
class Direct:
    """A pair that was said; ``[attribution_start, attribution_end)`` is what follows its speaker, where settings stand.

    `joined` says that it goes on with the utterance of the quote before it.
    """

    start: int
    end: int
    content: str
    cue: Hit | None
    speaker: Speaker | None
    attribution_start: int
    attribution_end: int
    rule: str
    joined: bool = False


def find_direct(passage: Passage) -> list[Direct]:
    """The direct quotes of the article in text order."""
    found: list[Direct] = []
    for number, pair in enumerate(passage.pairs):
        limit = passage.pairs[number + 1].start if number + 1 < len(passage.pairs) else len(passage.text)
        quote = (
            _cue_inside(passage, pair)
            or _cue_after(passage, pair, limit)
            or _subject_after(passage, pair, limit)
            or _cue_before(passage, pair, found)
            or _uncued(passage, pair, found)
        )
        if quote is not None:
            found.append(quote)
    return found


def _direct(
    passage: Passage,
    pair: Pair,
    rule: str,
    *,
    cue: Hit | None = None,
    speaker: Speaker | None = None,
    zone: tuple[int, int] | None = None,
    end: int | None = None,
    joined: bool = False,
) -> Direct:
    inner = passage.text[pair.inner_start : pair.inner_end if end is None else end]
    content = inner.strip(" \n\r\t'’”").removesuffix(",").rstrip()
    start, stop = zone or (pair.end, pair.end)
    return Direct(pair.start, pair.end if end is None else end, content, cue, speaker, start, stop, rule, joined)


def _cue_after(passage: Passage, pair: Pair, limit: int) -> Direct | None:
    """``“…,” kata Ratna`` · ``“…,” ujarnya`` · ``“…,” demikian disampaikan Ratna``."""
    text = passage.text
    for cue in within(passage.cues, pair.end, pair.end + 40)[:1]:
        gap = _AFTER.fullmatch(text, pair.end, cue.start)
        if gap is None or not _postposed(text, cue, pair, thus=bool(gap["thus"])) or _fragment(text, pair):
            return None
        stop = max(cue.end, min(passage.sentence_at(cue.start)[1], limit))
        speaker = None if cue.form.clitic else following(passage, cue.end, stop)
        if speaker is None and not cue.form.clitic and cue.form.entry.lemma in _AMBIGUOUS:
            return None
        zone = (speaker.extent if speaker else cue.end, stop)
        return _direct(passage, pair, "direct-cue-after", cue=cue, speaker=speaker, zone=zone)
    return None


def _postposed(text: str, cue: Hit, pair: Pair, *, thus: bool) -> bool:
    """Whether a cue behind a pair attributes it, rather than opening the next sentence (``“….” Menurutnya, …``)."""
    if "\n" in text[pair.end : cue.start]:
        return False
    if cue.form.voice == "passive":
        return thus
    if cue.form.voice == "source":
        return text[cue.start].islower() and text[: pair.inner_end].rstrip().endswith(",")
    opens_sentence = text[cue.start].isupper() and cue.form.clitic and text[cue.end : cue.end + 1] == ","
    return cue.form.voice in ("bare", "either") and not opens_sentence


def _fragment(text: str, pair: Pair) -> bool:
    """Whether a pair is a quoted piece of a reported clause (``program “Ayo Baca”, kata Ratna``), no quote on its own."""
    if not pair.closed or _opens(text, pair.start):
        return False
    inner = text[pair.inner_start : pair.inner_end].rstrip()
    short = 3 if inner.endswith(_TERMINAL) else _FRAGMENT
    return _titled(text, pair) or _count(inner) < short


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or clause can begin at `start`: after a stop, a comma, a colon or a line break."""
    before = text[max(0, start - 3) : start].rstrip(" \t")
    return not before or before[-1] in '\n.!?…:,;)”"–—-'


def _titled(text: str, pair: Pair) -> bool:
    return TITLE_BEFORE.search(text, max(0, pair.start - 40), pair.start) is not None


def _count(inner: str) -> int:
    return sum(1 for _ in WORD.finditer(inner))


def _subject_after(passage: Passage, pair: Pair, limit: int) -> Direct | None:
    """``“…,” Ratna menambahkan.``"""
    text = passage.text
    for cue in within(passage.cues, pair.end, min(limit, pair.end + 80))[:1]:
        if cue.form.voice != "active" or not _ENDS_CLAUSE.match(text, cue.end) or _fragment(text, pair):
            return None
        speaker = preceding(passage, pair.end, cue.start)
        if (
            speaker is None
            or text[pair.end : speaker.start].strip(" ,")
            or text[speaker.extent : cue.start].strip(" ,")
        ):
            return None
        stop = max(cue.end, min(passage.sentence_at(cue.start)[1], limit))
        return _direct(passage, pair, "direct-cue-after", cue=cue, speaker=speaker, zone=(cue.end, stop))
    return None


def _cue_before(passage: Passage, pair: Pair, found: Sequence[Direct]) -> Direct | None:
    """``Ratna mengatakan, “…”`` · ``Kata Ratna, “…”``; ``“…,” kata Ratna, “…”`` goes on with the quote before it."""
    text = passage.text
    for cue in within(passage.cues, pair.start - _REACH, pair.start)[-1:]:
        gap = _BEFORE.fullmatch(text, cue.end, pair.start)
        if gap is None or cue.form.voice == "passive" or _titled(text, pair) and not gap["mark"]:
            return None
        words = _count(text[pair.inner_start : pair.inner_end])
        if found and found[-1].cue is cue:
            return _direct(passage, pair, "direct-continued", joined=True) if gap["mark"] and words >= 2 else None  # fmt: skip
        if not gap["mark"] and (words < _UNCUED or not text[pair.inner_start].isupper()) or words < 2:
            return None
        begin = passage.sentence_at(cue.start)[0]
        speaker = _introduced(passage, cue, begin, pair.start)
        if speaker is None and not cue.form.clitic and text[begin : cue.start].strip():
            return None
        zone = (speaker.extent if speaker and speaker.start > cue.start else cue.end, pair.start)
        return _direct(passage, pair, "direct-cue-before", cue=cue, speaker=speaker, zone=zone)
    return None


def _introduced(passage: Passage, cue: Hit, begin: int, stop: int) -> Speaker | None:
    if cue.form.voice in ("active", "either"):
        return preceding(passage, begin, cue.start)
    return None if cue.form.clitic else following(passage, cue.end, stop)


def _cue_inside(passage: Passage, pair: Pair) -> Direct | None:
    """``“Kami siap, kata Ratna.``: the closing mark is missing, the cue tells where it belonged."""
    text = passage.text
    for cue in within(passage.cues, pair.inner_start, pair.end) if not pair.closed else ():
        before = text[pair.inner_start : cue.start].rstrip(" '’")
        if cue.form.voice != "bare" or not before.endswith(","):
            continue
        stop = passage.sentence_at(cue.start)[1]
        speaker = None if cue.form.clitic else following(passage, cue.end, stop)
        if speaker is not None or cue.form.clitic:
            zone = (speaker.extent if speaker else cue.end, stop)
            end = pair.inner_start + len(before)
            return _direct(passage, pair, "direct-unclosed", cue=cue, speaker=speaker, zone=zone, end=end)
    return None


def _uncued(passage: Passage, pair: Pair, found: Sequence[Direct]) -> Direct | None:
    """A quote on its own: it opens a sentence, ends like one and is long enough to be said."""
    text = passage.text
    inner = text[pair.inner_start : pair.inner_end].strip()
    before = text[max(0, pair.start - 3) : pair.start].rstrip(" \t")
    opens = not before or before[-1] in '\n.!?…:”"'
    ends = inner.endswith(_TERMINAL) or text[pair.end : pair.end + 1] == "."
    joined = bool(found) and _goes_on(text, found[-1], pair)
    enough = _count(inner) >= (2 if joined else _UNCUED)
    if not (opens and (ends or not pair.closed) and enough and inner[:1].isupper()) or _titled(text, pair):
        return None
    return _direct(passage, pair, "direct-continued" if found else "direct-uncued", joined=joined)


def _goes_on(text: str, before: Direct, pair: Pair) -> bool:
    """Whether only the attribution of the quote `before`, or a line break inside an open quotation, lies between."""
    between = text[max(before.end, before.attribution_end) : pair.start]
    if before.cue is None:
        return before.end == pair.start or (between.isspace() and text[before.end - 1] not in '”"»’')
    return "\n" not in between and not between.strip(" .,")
