"""What a first model says of a name over all of the news, taken where it says nearly always the same.

In: a model, and articles. Out: a label for each capitalised phrase that is often there and hardly ever labelled
otherwise; with it, the words that the rules of `models.prepare.silver` left open are settled. A single guess is worth
little, the same guess in many contexts much.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from spacy.language import Language

from models.prepare.examples import Example, Label, replace
from models.prepare.silver import is_name, runs

NO_NAME = ""


def consensus(
    nlp: Language, texts: Iterable[str], common: frozenset[str], least: int = 4, share: float = 0.85
) -> dict[str, str]:
    """Phrase → PER, ORG, LOC or `NO_NAME`.

    Of the phrases that stand `least` times in `texts` and have the same label in at least a `share` of these.
    """
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for doc in nlp.pipe(texts):
        labels = {(entity.start_char, entity.end_char): entity.label_ for entity in doc.ents}
        inside = bytearray(len(doc.text))
        for start, end in labels:
            inside[start:end] = b"\1" * (end - start)
        for start, end in runs(doc.text):
            cut = "?" if any(inside[start:end]) else NO_NAME
            votes[doc.text[start:end]][labels.get((start, end), cut)] += 1
    settled = {}
    for phrase, counts in votes.items():
        label, most = counts.most_common(1)[0]
        often = counts.total() >= least and most >= share * counts.total()
        # A person where the shape allows one, and nothing else there: the model overlooks the same name many times.
        if often and label != "?" and is_name(phrase, common) == (label == "PER"):
            settled[phrase] = label
    return settled


def settled(example: Example, labels: Mapping[str, str]) -> Example:
    """`example` with the open words labelled that `labels` knows."""
    entities, unsure = list(example.entities or ()), list[Label]()
    for open_label in example.unsure:
        label = labels.get(example.text[open_label.start : open_label.end])
        if label is None:
            unsure.append(open_label)
        elif label != NO_NAME:
            entities.append(Label(open_label.start, open_label.end, label))
    return replace(example, entities=tuple(sorted(entities)), unsure=tuple(unsure))
