"""Direct quotes: pairs of quotation marks that hold speech, with the cue and the speaker where the text gives them.

In: a `Passage`. Out: a `Direct` for each pair that was said, in text order. The rules are tried in turn on each pair.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.language.quotation import Pair
from pipeline.lexicon.cues import Cue
from pipeline.stages.quotes import speech
from pipeline.stages.quotes.find import Hit, Passage, within
from pipeline.stages.quotes.patterns import Form, words
from pipeline.stages.quotes.speakers import Speaker, following, preceding

_AFTER = regex.compile(
    r"[\s,.;–—-]*+(?P<thus>(?:demikian|begitu|begitulah|demikianlah)\s+(?:pula\s+)?)?", regex.IGNORECASE
)
_ADDRESS = r"(?:[^\s,:;.“”\"]+\s+){0,8}[^\s,:;.“”\"]+"  # kepada wartawan · dengan suara pelan
_BEFORE = regex.compile(
    r"(?:\s+(?:juga|pun|lagi|kembali|pula))?"
    rf"(?:(?:\s*,?\s+(?:bahwa|bahwasanya))?\s*(?P<mark>[,:])?|\s+{_ADDRESS}\s*(?P<mark>[,:]))\s*"
)
_ENDS_CLAUSE = regex.compile(r"\s*(?:[.,;]|$|\n)|\s+(?:saat|dalam|kepada|usai|di|ketika|pada|lagi|sambil|seraya)\b")
_UNLISTED = regex.compile(r"(?<=,)[”\"’»]+\s?(?P<word>\p{Ll}{4,})(?=\s+(?:\p{Lu}|dia\b|beliau\b)|(?<=nya)\s*[.,])")
_REACH = 120
"""Characters between a cue and the quotation that it introduces, at most."""
_UNMARKED = 4
"""Words of a quotation that follows its cue without comma or colon, at least."""
_AMBIGUOUS = ("jelas", "terang", "aku", "tanya", "jawab", "tegas", "lanjut", "tambah", "tutup", "balas")
"""Stems that are everyday words too: speech verbs only where a speaker follows."""
_NO_CUES = words("preposition") | words("subordinator") | words("connective") | words("human") | words("predicate")


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
            or _unlisted_cue(passage, pair, limit)
            or _uncued(passage, pair, found)
        )
        if quote is not None:
            open_before = bool(found) and _left_open(passage.text, found[-1], pair)
            found.append(replace(quote, joined=True) if open_before else quote)
    return found


def _cue_after(passage: Passage, pair: Pair, limit: int) -> Direct | None:
    """``“…,” kata Ratna`` · ``“…,” ujarnya`` · ``“…,” demikian disampaikan Ratna``."""
    text = passage.text
    for cue in within(passage.cues, pair.end, pair.end + 40)[:1]:
        gap = _AFTER.fullmatch(text, pair.end, cue.start)
        if gap is None or "\n" in gap[0] or speech.is_fragment(text, pair):
            return None
        if not _postposed(text, cue, pair, thus=bool(gap["thus"])):
            return None
        return _attributed(passage, pair, cue, limit, "direct-cue-after")
    return None


def _attributed(passage: Passage, pair: Pair, cue: Hit, limit: int, rule: str) -> Direct | None:
    """The quote with the speaker that its postposed cue names, or that -nya leaves to the reader."""
    stop = max(cue.end, min(passage.sentence_at(cue.start)[1], limit))
    speaker = None if cue.form.clitic else following(passage, cue.end, stop)
    if speaker is None and not cue.form.clitic and cue.form.entry.lemma in _AMBIGUOUS:
        return None
    return _direct(passage, pair, rule, cue, speaker, (speaker.extent if speaker else cue.end, stop))


def _postposed(text: str, cue: Hit, pair: Pair, *, thus: bool) -> bool:
    """Whether a cue behind a pair attributes it, rather than opening the next sentence (``“….” Menurutnya, …``)."""
    if cue.form.voice in ("passive", "source"):
        return thus or (text[cue.start].islower() and speech.content(text, pair).endswith(","))
    opens_sentence = text[cue.start].isupper() and cue.form.clitic and text[cue.end : cue.end + 1] == ","
    return cue.form.voice in ("bare", "either") and not opens_sentence


def _subject_after(passage: Passage, pair: Pair, limit: int) -> Direct | None:
    """``“…,” Ratna menambahkan.``"""
    text = passage.text
    for cue in within(passage.cues, pair.end, min(limit, pair.end + 80))[:1]:
        if cue.form.voice != "active" or not _ENDS_CLAUSE.match(text, cue.end) or speech.is_fragment(text, pair):
            return None
        speaker = preceding(passage, pair.end, cue.start)
        if speaker is None:
            return None
        if text[pair.end : speaker.start].strip(" ,") or text[speaker.extent : cue.start].strip(" ,"):
            return None
        stop = max(cue.end, min(passage.sentence_at(cue.start)[1], limit))
        return _direct(passage, pair, "direct-cue-after", cue, speaker, (cue.end, stop))
    return None


def _cue_before(passage: Passage, pair: Pair, found: Sequence[Direct]) -> Direct | None:
    """``Ratna mengatakan, “…”`` · ``Kata Ratna, “…”``; ``“…,” kata Ratna, “…”`` goes on with the quote before it."""
    text = passage.text
    for cue in within(passage.cues, pair.start - _REACH, pair.start)[-1:]:
        gap = _BEFORE.fullmatch(text, cue.end, pair.start)
        if gap is None:
            return None
        length = speech.count(speech.content(text, pair))
        if found and found[-1].cue is cue:
            return _direct(passage, pair, "direct-continued", joined=True) if gap["mark"] and length > 1 else None
        if gap["mark"]:
            introduces = length > 1
        else:
            capital = text[pair.inner_start : pair.inner_start + 1].isupper()
            introduces = length >= _UNMARKED and capital and not speech.is_titled(text, pair.start)
        if not introduces:
            return None
        speaker = _introducer(passage, cue, pair.start)
        if cue.form.voice == "passive" and speaker is None and not cue.form.clitic:
            return None
        zone = (speaker.extent if speaker and speaker.start > cue.start else cue.end, pair.start)
        return _direct(passage, pair, "direct-cue-before", cue, speaker, zone)
    return None


def _introducer(passage: Passage, cue: Hit, stop: int) -> Speaker | None:
    """The speaker that a cue in front of a quotation names."""
    if cue.form.voice in ("active", "either"):
        return preceding(passage, passage.sentence_at(cue.start)[0], cue.start)
    return None if cue.form.clitic else following(passage, cue.end, stop)


def _cue_inside(passage: Passage, pair: Pair) -> Direct | None:
    """``“Kami siap, kata Ratna.``: the closing mark is missing, the cue tells where it belonged."""
    text = passage.text
    for cue in within(passage.cues, pair.inner_start, pair.end) if not pair.closed else ():
        before = text[max(pair.inner_start, cue.start - 4) : cue.start].rstrip(" '’")
        if cue.form.voice == "bare" and before.endswith(","):
            end = cue.start - 4 + len(before) if cue.start - 4 > pair.inner_start else pair.inner_start + len(before)
            cut = Pair(pair.start, pair.inner_start, end, end, closed=False)
            stop = passage.sentence_at(cue.start)[1]
            if quote := _attributed(passage, cut, cue, stop, "direct-unclosed"):
                return quote
    return None


def _unlisted_cue(passage: Passage, pair: Pair, limit: int) -> Direct | None:
    """``“…,” sergah Ratna``: behind a comma and the closing mark, a word before a name is a verb of saying."""
    unlisted = _UNLISTED.match(passage.text, pair.inner_end, limit)
    if unlisted is None or unlisted["word"] in _NO_CUES or speech.is_fragment(passage.text, pair):
        return None
    lemma = unlisted["word"].removesuffix("nya")
    entry = Cue(lemma, "neutral", "none", "postposed", (lemma,), "", "")
    cue = Hit(unlisted.start("word"), unlisted.end("word"), Form(entry, "bare", clitic=lemma != unlisted["word"]))
    quote = _attributed(passage, pair, cue, limit, "direct-unlisted-cue")
    return quote if quote is not None and (quote.speaker or cue.form.clitic) else None


def _uncued(passage: Passage, pair: Pair, found: Sequence[Direct]) -> Direct | None:
    """A quote on its own."""
    joined = bool(found) and _goes_on(passage.text, found[-1], pair)
    if not speech.stands_alone(passage.text, pair, joined=joined):
        return None
    return _direct(passage, pair, "direct-continued" if found else "direct-uncued", joined=joined)


def _goes_on(text: str, before: Direct, pair: Pair) -> bool:
    """Whether only the attribution of the quote `before` lies between, or a line break in an utterance left open."""
    if before.cue is None:
        return _left_open(text, before, pair)
    between = text[before.attribution_end : pair.start]
    return "\n" not in between and not between.strip(" .,")


def _left_open(text: str, before: Direct, pair: Pair) -> bool:
    """Whether the quote `before` has no cue and no end, and `pair` goes on with it in the next paragraph."""
    if before.cue is not None:
        return False
    unfinished = text[before.end - 1] not in '”"»’' or text[before.end - 2] == ","
    return unfinished and text[before.end : pair.start].isspace()


def _direct(
    passage: Passage,
    pair: Pair,
    rule: str,
    cue: Hit | None = None,
    speaker: Speaker | None = None,
    attribution: tuple[int, int] | None = None,
    *,
    joined: bool = False,
) -> Direct:
    words_said = speech.content(passage.text, pair).removesuffix(",").rstrip()
    start, stop = attribution or (pair.end, pair.end)
    return Direct(pair.start, pair.end, words_said, cue, speaker, start, stop, rule, joined)
