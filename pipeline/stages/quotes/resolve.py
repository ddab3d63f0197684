"""Candidates → `QuoteMention`s: kind, content, attribution, group and setting.

>>> from pipeline.stages.quotes.find import passage
>>> text = "“Kelas kami buka lagi,” kata Ratna dalam rapat wali murid, Rabu."
>>> [(q.content, q.cue, q.setting) for q in resolve(passage(text, [(0, len(text))]))]
[('Kelas kami buka lagi', 'kata', 'dalam rapat wali murid')]
>>> text = "Menurut Ratna, dana sudah cair. Ia berharap agar kelas segera selesai."
>>> [(q.content, q.cue_lemma, q.attribution) for q in resolve(passage(text, [(0, 31), (32, len(text))]))]
[('dana sudah cair', 'menurut', 'explicit'), ('kelas segera selesai', 'harap', 'pronoun')]
>>> resolve(passage("Buku “Laut Bercerita” dipamerkan.", [(0, 33)]))
()
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.schema import Attribution, QuoteKind
from pipeline.stages.mentions import QuoteMention
from pipeline.stages.quotes.clauses import setting
from pipeline.stages.quotes.direct import Direct, find_direct
from pipeline.stages.quotes.find import Passage, within
from pipeline.stages.quotes.indirect import Indirect, find_indirect
from pipeline.stages.quotes.speech import is_titled


def resolve(passage: Passage) -> tuple[QuoteMention, ...]:
    """All quotes of the article, in text order."""
    directs = find_direct(passage)
    groups = _groups(directs)
    found: list[Direct | Indirect] = [*directs, *find_indirect(passage, directs)]
    found.sort(key=lambda quote: (quote.start, quote.end))
    first = next((number for number, quote in enumerate(found) if quote.cue is not None), len(found))
    return tuple(
        _direct(passage, quote, groups.get(quote.start), said=number > first)
        if isinstance(quote, Direct)
        else _indirect(passage, quote)
        for number, quote in enumerate(found)
    )


def _direct(passage: Passage, direct: Direct, group: int | None, *, said: bool) -> QuoteMention:
    """The row of a direct quote; one without a cue goes on with what was `said` before, if anything was."""
    occasion = setting(passage.text, direct.attribution_start, direct.attribution_end)
    attribution = "continued" if said and direct.cue is None else _attribution(direct)
    return _row(passage, direct, direct.content, "direct", attribution, occasion, group)


def _indirect(passage: Passage, found: Indirect) -> QuoteMention:
    text = passage.text
    inside = (
        pair for pair in within(passage.pairs, found.start, found.end) if pair.closed and pair.end <= found.end + 1
    )
    fragments = any(not is_titled(text, pair.start) for pair in inside)
    event = found.rule != "indirect-cue-after"
    occasions = (setting(text, start, stop, event=event) for start, stop in found.zones)
    occasion = next((phrase for phrase in occasions if phrase is not None), None)
    kind: QuoteKind = "mixed" if fragments else "indirect"
    return _row(passage, found, text[found.start : found.end], kind, _attribution(found), occasion)


def _row(
    passage: Passage,
    found: Direct | Indirect,
    content: str,
    kind: QuoteKind,
    attribution: Attribution,
    occasion: str | None,
    group: int | None = None,
) -> QuoteMention:
    cue, speaker = found.cue, found.speaker
    named = speaker if speaker is not None and speaker.attribution != "clitic" else None
    return QuoteMention(
        start=found.start,
        end=found.end,
        content=content,
        kind=kind,
        cue=passage.text[cue.start : cue.end] if cue else None,
        cue_lemma=cue.form.entry.lemma if cue else None,
        cue_class=cue.form.entry.cue_class if cue else None,
        cue_start=cue.start if cue else None,
        cue_end=cue.end if cue else None,
        speaker_start=named.start if named else None,
        speaker_end=named.end if named else None,
        attribution=attribution,
        group=group,
        setting=occasion,
        rule=found.rule,
    )


def _attribution(found: Direct | Indirect) -> Attribution:
    if found.speaker is not None:
        return found.speaker.attribution
    return "clitic" if found.cue is not None and found.cue.form.clitic else "none"


def _groups(directs: Sequence[Direct]) -> dict[int, int]:
    """Where the pieces of split utterances start → their numbers: a joined piece takes that of the quote before it."""
    groups: dict[int, int] = {}
    number = 0
    for before, direct in pairwise(directs):
        if direct.joined:
            if before.start not in groups:
                number += 1
                groups[before.start] = number
            groups[direct.start] = groups[before.start]
    return groups
