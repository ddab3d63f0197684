"""Candidates → `QuoteMention`s: kind, content, attribution, group and setting.

>>> from pipeline.stages.quotes.find import passage
>>> text = "“Kelas kami buka lagi,” kata Ratna dalam rapat wali murid, Rabu."
>>> [(q.content, q.cue, text[q.speaker_start:q.speaker_end], q.setting) for q in resolve(passage(text, [(0, len(text))]))]
[('Kelas kami buka lagi', 'kata', 'Ratna', 'dalam rapat wali murid')]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.schema import Attribution
from pipeline.stages.mentions import QuoteMention
from pipeline.stages.quotes.clauses import setting
from pipeline.stages.quotes.direct import Direct, find_direct
from pipeline.stages.quotes.find import Hit, Passage
from pipeline.stages.quotes.indirect import Indirect, find_indirect
from pipeline.stages.quotes.patterns import TITLE_BEFORE
from pipeline.stages.quotes.speakers import Speaker

_CONFIDENCE = {
    "direct-cue-after": 0.97, "direct-cue-before": 0.93, "direct-continued": 0.85, "direct-uncued": 0.7, "direct-unclosed": 0.8,
    "indirect-bahwa": 0.93, "indirect-bahwasanya": 0.93, "indirect-agar": 0.9, "indirect-supaya": 0.9, "indirect-comma": 0.9, "indirect-bare": 0.8,
    "indirect-cue-first": 0.9, "indirect-cue-inside": 0.88, "indirect-cue-after": 0.85, "indirect-passive": 0.8,
}  # fmt: skip


def resolve(passage: Passage) -> tuple[QuoteMention, ...]:
    """All quotes of the article, in text order."""
    directs = find_direct(passage)
    rows = [_direct(passage, direct) for direct in directs]
    rows = _grouped(rows, directs)
    rows += [_indirect(passage, found) for found in find_indirect(passage, directs)]
    return tuple(sorted(rows, key=lambda row: (row.start, row.end)))


def _attribution(cue: Hit | None, speaker: Speaker | None, rule: str) -> Attribution:
    if speaker is not None:
        return speaker.attribution
    if cue is not None:
        return "clitic" if cue.form.clitic else "none"
    return "continued" if rule == "direct-continued" else "none"


def _row(passage: Passage, start: int, end: int, content: str, found: Direct | Indirect, kind: str) -> QuoteMention:
    cue, speaker = found.cue, found.speaker
    return QuoteMention(
        start=start,
        end=end,
        content=content,
        kind=kind,  # type: ignore[arg-type]
        cue=passage.text[cue.start : cue.end] if cue else None,
        cue_lemma=cue.form.entry.lemma if cue else None,
        cue_class=cue.form.entry.cue_class if cue else None,
        cue_start=cue.start if cue else None,
        cue_end=cue.end if cue else None,
        speaker_start=speaker.start if speaker else None,
        speaker_end=speaker.end if speaker else None,
        attribution=_attribution(cue, speaker, found.rule),
        setting=setting(passage.text, found.attribution_start, found.attribution_end),
        rule=found.rule,
        confidence=_CONFIDENCE[found.rule],
    )


def _direct(passage: Passage, direct: Direct) -> QuoteMention:
    content = passage.text[direct.inner_start : direct.inner_end].strip().removesuffix(",").rstrip()
    return _row(passage, direct.start, direct.end, content, direct, "direct")


def _indirect(passage: Passage, found: Indirect) -> QuoteMention:
    text = passage.text
    index = passage.pair_from(found.start)
    inside = [pair for pair in passage.pairs[index:] if pair.end <= found.end]
    spoken = any(
        pair.closed and TITLE_BEFORE.search(text, max(found.start, pair.start - 40), pair.start) is None
        for pair in inside
    )
    return _row(
        passage, found.start, found.end, text[found.start : found.end], found, "mixed" if spoken else "indirect"
    )


def _grouped(rows: list[QuoteMention], directs: Sequence[Direct]) -> list[QuoteMention]:
    """Number the pieces of split utterances: a joined piece takes the group of the quote before it."""
    grouped = list(rows)
    number = 0
    for index, direct in enumerate(directs):
        if direct.joined and index:
            if grouped[index - 1].group is None:
                number += 1
                grouped[index - 1] = replace(grouped[index - 1], group=number)
            grouped[index] = replace(grouped[index], group=grouped[index - 1].group)
    return grouped
