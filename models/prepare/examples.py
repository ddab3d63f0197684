"""One training text with its labels on characters, whatever corpus it comes from; and its way onto our tokens.

>>> example = Example("kata Ratna di Kudus", entities=(Label(5, 10, "PER"), Label(14, 19, "LOC")))
>>> [(entity.text, entity.label_) for entity in to_doc(Indonesian(), example).ents]
[('Ratna', 'PER'), ('Kudus', 'LOC')]
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from pipeline.language import Indonesian


class Label(NamedTuple):
    """The characters ``[start, end)`` with what they are."""

    start: int
    end: int
    label: str

    def shifted(self, by: int) -> Label:
        """The same label `by` characters further on."""
        return Label(self.start + by, self.end + by, self.label)


@dataclass(frozen=True, slots=True)
class Example:
    """A text with what is known of it; ``None`` means that the layer is not annotated at all.

    Characters in `unsure` are left out of the training of names: neither a name nor the lack of one is taught there.
    """

    text: str
    entities: tuple[Label, ...] | None = None
    tags: tuple[Label, ...] | None = None
    unsure: tuple[Label, ...] = ()


def joined(examples: Sequence[Example], separators: Sequence[str]) -> Example:
    """Several examples of one corpus as one running text, `separators` between them."""
    text, entities, tags, unsure = "", list[Label](), list[Label](), list[Label]()
    for example, separator in zip(examples, [*separators, ""], strict=True):
        entities += [label.shifted(len(text)) for label in example.entities or ()]
        tags += [label.shifted(len(text)) for label in example.tags or ()]
        unsure += [label.shifted(len(text)) for label in example.unsure]
        text += example.text + separator
    first = examples[0]
    return Example(
        text,
        None if first.entities is None else tuple(entities),
        None if first.tags is None else tuple(tags),
        tuple(unsure),
    )


def batched(examples: Iterable[Example], seed: int, most: int = 4) -> list[Example]:
    """`examples` shuffled and joined by one to `most`, as the model will read articles, not lone sentences."""
    rng = random.Random(seed)
    rest = sorted(examples, key=lambda example: example.text)
    rng.shuffle(rest)
    batches = []
    while rest:
        size = min(rng.randint(1, most), len(rest))
        part, rest = rest[:size], rest[size:]
        batches.append(joined(part, [rng.choice((" ", " ", "\n")) for _ in part[1:]]))
    return batches


def to_doc(nlp: Language, example: Example) -> Doc:
    """`example` on our tokens; a label that cuts a token is dropped, and what it touches is left unannotated."""
    doc = nlp.make_doc(example.text)
    if example.tags is not None:
        tag_of = {(tag.start, tag.end): tag.label for tag in example.tags}
        for token in doc:
            token.tag_ = tag_of.get((token.idx, token.idx + len(token)), "")
    if example.entities is not None:
        spans, missing = list[Span](), [_touched(doc, label) for label in example.unsure]
        for entity in example.entities:
            span = doc.char_span(entity.start, entity.end, label=entity.label)
            if span is None:
                missing.append(_touched(doc, entity))
            else:
                spans.append(span)
        missing = [
            span for span in missing if not any(span.start < other.end and other.start < span.end for other in spans)
        ]
        doc.set_ents(spans, missing=_disjoint(missing), default="outside")
    return doc


def _touched(doc: Doc, label: Label) -> Span:
    span = doc.char_span(label.start, label.end, alignment_mode="expand")
    assert span is not None, (label, doc.text)
    return span


def _disjoint(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def write(examples: Iterable[Example], path: Path) -> int:
    """Write `examples` to `path` as spaCy's ``DocBin``; returns how many tokens they hold."""
    nlp, store, tokens = Indonesian(), DocBin(attrs=["ORTH", "SPACY", "TAG", "ENT_IOB", "ENT_TYPE"]), 0
    for example in examples:
        doc = to_doc(nlp, example)
        store.add(doc)
        tokens += len(doc)
    path.parent.mkdir(parents=True, exist_ok=True)
    store.to_disk(path)
    return tokens


def without_overlaps(labels: Iterable[Label]) -> Iterator[Label]:
    """`labels` in text order, of two that overlap the longer one."""
    last: Label | None = None
    for label in sorted(labels, key=lambda label: (label.start, label.start - label.end)):
        if last is None or label.start >= last.end:
            if last is not None:
                yield last
            last = label
        elif label.end - label.start > last.end - last.start:
            last = label
    if last is not None:
        yield last


__all__ = ["Example", "Label", "batched", "joined", "replace", "to_doc", "without_overlaps", "write"]
