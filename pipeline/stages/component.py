"""What every stage's component does with its rows besides its own work: spaCy spans for display and training."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span

from pipeline.language.document import article_id, text_of
from pipeline.language.sentences import SentenceIndex, set_sentences


def sentences_of(doc: Doc) -> SentenceIndex:
    """The sentences of `doc`; a stage that runs alone, without ``berita_sentences`` before it, makes them itself."""
    carried = doc._
    if carried.sentences is None:
        set_sentences(doc)
    index: SentenceIndex = carried.sentences
    return index


def set_spans(doc: Doc, key: str, spans: Iterable[tuple[int, int, str]]) -> None:
    """Write ``doc.spans[key]`` from ``(start_char, end_char, label)`` triples, each widened to whole tokens.

    A `Doc` without tokens, made for its rows alone, gets none.
    """
    if not len(doc):
        return
    found: list[Span] = []
    for start, end, label in spans:
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None:
            found.append(span)
    doc.spans[key] = found


__all__ = ["article_id", "sentences_of", "set_spans", "text_of"]
