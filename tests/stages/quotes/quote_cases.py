"""Examples with inline marks: ``[[…]]`` the quote's span, ``((…))`` its cue, ``{{…}}`` its speaker."""

from __future__ import annotations

import regex

from pipeline.language.sentences import split
from pipeline.stages.mentions import NameMention, QuoteMention
from pipeline.stages.quotes.find import passage
from pipeline.stages.quotes.resolve import resolve

_MARK = regex.compile(r"\[\[|\]\]|\(\(|\)\)|\{\{|\}\}")
_OPENS = {"[[": "quote", "((": "cue", "{{": "speaker"}
_CLOSES = {"]]": "quote", "))": "cue", "}}": "speaker"}


def unmark(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """The text without its marks, and the offsets of each marked part."""
    text, spans, starts, last = "", {}, {}, 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if mark[0] in _OPENS:
            starts[_OPENS[mark[0]]] = len(text)
        else:
            spans[_CLOSES[mark[0]]] = (starts[_CLOSES[mark[0]]], len(text))
    return text + marked[last:], spans


def quotes(text: str, *, named: str | None = None) -> tuple[QuoteMention, ...]:
    """All quotes of a text, found without the people and roles stages, save that each `named` in it is a name."""
    names = [
        NameMention(start=m.start(), end=m.end(), name_start=m.start(), name_end=m.end(), name=m[0], rule="given")
        for m in (regex.finditer(named, text) if named else ())
    ]
    return resolve(passage(text, [(span.start, span.end) for span in split(text)], names))


def marked(marked_text: str, *, named: str | None = None) -> tuple[QuoteMention, dict[str, tuple[int, int]], str]:
    """The quote that covers the marked span, the marked spans and the plain text."""
    text, spans = unmark(marked_text)
    found = [quote for quote in quotes(text, named=named) if (quote.start, quote.end) == spans["quote"]]
    assert found, [text[quote.start : quote.end] for quote in quotes(text)]
    return found[0], spans, text


def offsets(quote: QuoteMention) -> dict[str, tuple[int, int]]:
    """What `quote` says of the spans that can be marked."""
    spans = {"quote": (quote.start, quote.end)}
    if quote.cue_start is not None and quote.cue_end is not None:
        spans["cue"] = (quote.cue_start, quote.cue_end)
    if quote.speaker_start is not None and quote.speaker_end is not None:
        spans["speaker"] = (quote.speaker_start, quote.speaker_end)
    return spans
