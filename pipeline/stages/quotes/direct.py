"""Direct quotes: pairs of quotation marks that hold speech rather than a title, a term or a name.

In: a `Passage`. Out: a `Direct` for each pair that was said, with its cue and speaker where the text gives them.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from pipeline.language.quotation import Pair
from pipeline.stages.quotes.find import Hit, Passage
from pipeline.stages.quotes.patterns import TITLE_BEFORE, WORD
from pipeline.stages.quotes.speakers import Speaker, following, preceding

_AFTER = regex.compile(r"[\s,.;–—-]*+(?:(?:demikian|begitu|begitulah|demikianlah)\s+)?", regex.IGNORECASE)
_BEFORE = regex.compile(
    r"(?:\s+(?:juga|pun|lagi|kembali|pula))?"
    r"(?:\s*[,:]?\s*|\s*,?\s*(?:bahwa|bahwasanya)\s*[,:]?\s*|(?:\s+[^\s,:;.“”\"]+){1,9}\s*[:,]\s*|[^:.“”\"\n]{0,80}:\s*)"
)
_SENTENCE_LIKE = 4  # words that a pair without a cue must hold at least
_UNCUED = 5


@dataclass(frozen=True, slots=True)
class Direct:
    """A pair that was said. `stop` is where its attribution ends; `joined` says that it goes on with the quote before it."""

    start: int
    end: int
    inner_start: int
    inner_end: int
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
        quote = _cue_inside(passage, pair) if not pair.closed else None
        quote = (
            quote
            or _cue_after(passage, pair, limit)
            or _cue_before(passage, pair, found)
            or _uncued(passage, pair, found)
        )
        if quote is not None:
            found.append(quote)
    return found


def _direct(
    pair: Pair, cue: Hit | None, speaker: Speaker | None, span: tuple[int, int], rule: str, joined: bool = False
) -> Direct:
    return Direct(pair.start, pair.end, pair.inner_start, pair.inner_end, cue, speaker, span[0], span[1], rule, joined)


def _cue_after(passage: Passage, pair: Pair, limit: int) -> Direct | None:
    """``“…,” kata Ratna`` · ``“…,” ujarnya`` · ``“…,” demikian disampaikan Ratna``."""
    text = passage.text
    index = passage.cue_from(pair.end)
    if index == len(passage.cues) or passage.cues[index].start > pair.end + 40:
        return None
    cue = passage.cues[index]
    gap = text[pair.end : cue.start]
    if _AFTER.fullmatch(gap) is None or not _postposed(passage, cue, gap):
        return None
    if _fragment(text, pair):
        return None
    stop = min(passage.sentence_at(cue.start)[1], limit)
    speaker = None if cue.form.clitic else following(passage, cue.end, stop)
    if (
        speaker is None
        and not cue.form.clitic
        and cue.form.entry.lemma in ("jelas", "terang", "aku", "tanya", "jawab", "tegas")
    ):
        return None
    return _direct(pair, cue, speaker, (speaker.extent if speaker else cue.end, stop), "direct-cue-after")


def _postposed(passage: Passage, cue: Hit, gap: str) -> bool:
    voice = cue.form.voice
    if voice == "source" or voice == "active":
        return False
    if voice == "passive":
        return bool(gap.strip(" ,.\n").lower())
    opens_clause = passage.text[cue.start].isupper() and cue.form.clitic and passage.text[cue.end : cue.end + 1] == ","
    return not opens_clause and "\n" not in gap


def _fragment(text: str, pair: Pair) -> bool:
    """Whether the pair is a quoted piece of a reported clause (``program “Ayo Baca”, kata Ratna``) rather than a quote on its own."""
    if not pair.closed:
        return False
    inner = text[pair.inner_start : pair.inner_end].rstrip()
    if inner[-1:] in tuple(",.!?…"):
        return False
    return not _opens(text, pair.start) and (
        TITLE_BEFORE.search(text, max(0, pair.start - 40), pair.start) is not None or _count(inner) < 8
    )


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or clause can begin at `start`: after a stop, a comma, a colon or a line break."""
    before = text[max(0, start - 3) : start].rstrip(" \t")
    return not before or before[-1] in '\n.!?…:,;)”"–—-'


def _count(inner: str) -> int:
    return sum(1 for _ in WORD.finditer(inner))


def _cue_before(passage: Passage, pair: Pair, found: list[Direct]) -> Direct | None:
    """``Ratna mengatakan, “…”`` · ``Kata Ratna, “…”``; ``“…,” kata Ratna, “…”`` goes on with the quote before it."""
    text = passage.text
    index = passage.cue_from(pair.start) - 1
    if index < 0:
        return None
    cue = passage.cues[index]
    gap = text[cue.end : pair.start]
    if (
        pair.start - cue.end > 120
        or "\n" in gap.strip("\n")
        or _BEFORE.fullmatch(gap) is None
        or cue.form.voice == "passive"
    ):
        return None
    used = found[-1] if found and found[-1].cue is not None and found[-1].cue.start == cue.start else None
    inner = text[pair.inner_start : pair.inner_end]
    if used is not None:
        return (
            _direct(pair, None, None, (pair.end, pair.end), "direct-continued", joined=True)
            if _count(inner) >= 2
            else None
        )
    marked = gap.rstrip()[-1:] in (",", ":")
    if _count(inner) < (2 if marked else _SENTENCE_LIKE) or not (marked or inner[:1].isupper()):
        return None
    begin = passage.sentence_at(cue.start)[0]
    if cue.form.voice == "active":
        speaker = preceding(passage, begin, cue.start)
    else:
        speaker = None if cue.form.clitic else following(passage, cue.end, pair.start)
        if text[begin : cue.start].strip() and not cue.form.clitic and speaker is None:
            return None
    if TITLE_BEFORE.search(text, max(cue.end, pair.start - 40), pair.start):
        return None
    return _direct(
        pair,
        cue,
        speaker,
        (speaker.extent if speaker and speaker.start > cue.start else cue.end, pair.start),
        "direct-cue-before",
    )


def _cue_inside(passage: Passage, pair: Pair) -> Direct | None:
    """``“Kami siap, kata Ratna.``: the closing mark is missing, the cue tells where it belonged."""
    text = passage.text
    for index in range(passage.cue_from(pair.inner_start), len(passage.cues)):
        cue = passage.cues[index]
        if cue.start >= pair.end:
            return None
        if cue.form.voice != "bare" or text[max(0, cue.start - 2) : cue.start].strip() != ",":
            continue
        stop = passage.sentence_at(cue.start)[1]
        speaker = None if cue.form.clitic else following(passage, cue.end, stop)
        if speaker is None and not cue.form.clitic:
            continue
        end = text.rindex(",", pair.inner_start, cue.start) + 1
        return Direct(
            pair.start,
            end,
            pair.inner_start,
            end,
            cue,
            speaker,
            speaker.extent if speaker else cue.end,
            stop,
            "direct-unclosed",
        )
    return None


def _uncued(passage: Passage, pair: Pair, found: list[Direct]) -> Direct | None:
    """A quote on its own: it opens a sentence, ends like one and is long enough to be said."""
    text = passage.text
    inner = text[pair.inner_start : pair.inner_end].strip()
    before = text[max(0, pair.start - 3) : pair.start].rstrip(" \t")
    opens = not before or before[-1] in '\n.!?…:”"'
    ends = inner[-1:] in tuple(".!?…,") or text[pair.end : pair.end + 1] == "."
    if not (opens and (ends or not pair.closed) and _count(inner) >= _UNCUED and inner[:1].isupper()):
        return None
    if TITLE_BEFORE.search(text, max(0, pair.start - 40), pair.start):
        return None
    joined = (
        bool(found)
        and "\n" not in text[found[-1].end : pair.start]
        and text[found[-1].attribution_end : pair.start].strip(" .,") == ""
    )
    if found and not pair.closed and False:
        joined = True
    return _direct(pair, None, None, (pair.end, pair.end), "direct-continued" if found else "direct-uncued", joined)
