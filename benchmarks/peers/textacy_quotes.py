"""Quotes by `textacy.extract.direct_quotations`, given what it lacks for Indonesian.

As it comes it raises ``ValueError`` for Indonesian, for which it has no reporting verbs; and it finds speakers as
subjects in a dependency tree, which no Indonesian model at hand draws. So it gets the project's reporting verbs and, in
place of a tree, the person nearest to each of them in its sentence as its subject. It reads a paragraph at a time,
since it gives up on a text with an odd number of marks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

import regex
from spacy.language import Language
from spacy.tokens import Doc, Span

from benchmarks.peers.sheet import Sheet
from pipeline.extraction import MODEL
from pipeline.language.backends.trained import load_trained
from pipeline.lexicon import folder
from pipeline.lexicon.cues import Cue
from pipeline.lexicon.read import read

PARAGRAPH = regex.compile(r"[^\n]+")
VERBS = frozenset(written for cue in read("cues", Cue) for form in cue.forms for written in (form, f"{form}nya"))


def load() -> Callable[[Sheet], None]:
    from textacy import constants
    from textacy.extract import direct_quotations

    nlp = load_trained(folder("models") / MODEL)
    nlp.add_pipe("sentencizer")
    constants.REPORTING_VERBS[nlp.lang] = set(VERBS)

    def find(sheet: Sheet) -> None:
        for paragraph in PARAGRAPH.finditer(sheet.text):
            doc = with_subjects(nlp, paragraph[0])
            with suppress(ValueError):  # an odd number of marks
                for speaker, _, content in direct_quotations(doc):
                    by = (speaker[0].idx, speaker[-1].idx + len(speaker[-1]))
                    shift = paragraph.start()
                    sheet.quote(shift + content.start_char, shift + content.end_char, (shift + by[0], shift + by[1]))

    return find


def with_subjects(nlp: Language, text: str) -> Doc:
    """`text` with its reporting verbs tagged so, and a tree in which persons are their subjects."""
    doc = nlp(text)
    heads, labels = list(range(len(doc))), ["dep"] * len(doc)
    for sentence in doc.sents:
        for token in sentence:
            heads[token.i] = sentence.start
        heads[sentence.start], labels[sentence.start] = sentence.start, "ROOT"
        for head, below, label in _edges(sentence):
            heads[below], labels[below] = head, label
    is_cue = [token.lower_ in VERBS for token in doc]
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        lemmas=[token.lower_ for token in doc],
        pos=[
            "VERB" if cue else "X" if token.pos_ == "VERB" else token.pos_
            for cue, token in zip(is_cue, doc, strict=True)
        ],
        heads=heads,
        deps=labels,
    )


def _edges(sentence: Span) -> Iterator[tuple[int, int, str]]:
    """Head, token and label: each verb's nearest person, and the further words of that person's name."""
    persons: Sequence[Span] = [name for name in sentence.ents if name.label_ == "PER"]
    taken: set[int] = set()
    for verb in (token.i for token in sentence if token.lower_ in VERBS):
        free = [name for name in persons if name.start not in taken and not name.start <= verb < name.end]
        nearest = min(free, key=lambda name: max(name.start - verb, verb - name.end), default=None)
        if nearest is not None and sentence.start != nearest.start:
            taken.add(nearest.start)
            yield verb, nearest.start, "nsubj"
            for token in range(nearest.start + 1, nearest.end):
                yield nearest.start, token, "compound"
