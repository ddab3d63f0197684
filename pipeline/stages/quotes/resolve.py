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

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.schema import Attribution, QuoteKind
from pipeline.stages.mentions import QuoteMention
from pipeline.stages.quotes.clauses import setting
from pipeline.stages.quotes.direct import Direct, find_direct
from pipeline.stages.quotes.find import Hit, Passage, within
from pipeline.stages.quotes.indirect import Indirect, find_indirect
from pipeline.stages.quotes.speakers import Speaker
from pipeline.stages.quotes.speech import is_titled


def resolve(passage: Passage) -> tuple[QuoteMention, ...]:
    """All quotes of the article, in text order."""
    directs = find_direct(passage)
    rows = _grouped([_direct(passage, direct) for direct in directs], directs)
    rows += [_indirect(passage, found) for found in find_indirect(passage, directs)]
    rows.sort(key=lambda row: (row.start, row.end))
    return tuple(_continued(rows))


def _direct(passage: Passage, direct: Direct) -> QuoteMention:
    occasion = setting(passage.text, direct.attribution_start, direct.attribution_end)
    return _row(passage, direct, direct.content, "direct", occasion)


def _indirect(passage: Passage, found: Indirect) -> QuoteMention:
    text = passage.text
    inside = (
        pair for pair in within(passage.pairs, found.start, found.end) if pair.closed and pair.end <= found.end + 1
    )
    fragments = any(not is_titled(text, pair.start) for pair in inside)
    event = found.rule != "indirect-cue-after"
    occasions = (setting(text, start, stop, event=event) for start, stop in found.zones)
    occasion = next((phrase for phrase in occasions if phrase is not None), None)
    return _row(passage, found, text[found.start : found.end], "mixed" if fragments else "indirect", occasion)


def _row(
    passage: Passage, found: Direct | Indirect, content: str, kind: QuoteKind, occasion: str | None
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
        attribution=_attribution(cue, speaker),
        setting=occasion,
        rule=found.rule,
    )


def _attribution(cue: Hit | None, speaker: Speaker | None) -> Attribution:
    if speaker is not None:
        return speaker.attribution
    return "clitic" if cue is not None and cue.form.clitic else "none"


def _continued(rows: Iterable[QuoteMention]) -> Iterator[QuoteMention]:
    """A quote without a cue goes on with what was said before, if anything was."""
    said = False
    for row in rows:
        yield replace(row, attribution="continued") if row.cue is None and said else row
        said = said or row.cue is not None


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
