"""What several models say of the words that the rules of `models.prepare.silver` left open, taken where they agree.

In: models that were trained alike from other seeds, and examples. Out: the examples with fewer open words. One model's
guess is worth little, the same guess of models that err differently much.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from spacy.language import Language

from models.prepare.examples import Example, Label, replace


def settled(models: Sequence[Language], examples: Sequence[Example]) -> list[Example]:
    """`examples` with an open phrase labelled where all `models` label alike in it, and closed where none does."""
    votes = [Counter[Label]() for _ in examples]
    for nlp in models:
        docs = nlp.pipe([example.text for example in examples])
        for vote, doc in zip(votes, docs, strict=True):
            vote.update(Label(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents)
    return [_settled(example, vote, len(models)) for example, vote in zip(examples, votes, strict=True)]


def _settled(example: Example, votes: Mapping[Label, int], voters: int) -> Example:
    """`example` after the vote.

    >>> phrases = (Label(5, 10, ""), Label(14, 19, ""), Label(21, 24, ""))
    >>> example = Example("kata Ratna di Zorva, Anu", (), unsure=phrases)
    >>> votes = {Label(5, 10, "PER"): 3, Label(14, 19, "LOC"): 2}
    >>> _settled(example, votes, 3)  # doctest: +NORMALIZE_WHITESPACE
    Example(text='kata Ratna di Zorva, Anu', entities=(Label(start=5, end=10, label='PER'),), tags=None,
            unsure=(Label(start=14, end=19, label=''),))
    """
    entities, unsure = list(example.entities or ()), list[Label]()
    for phrase in example.unsure:
        guesses = [label for label in votes if _overlap(label, phrase)]
        agreed = [label for label in guesses if votes[label] == voters]
        if all(any(_overlap(guess, label) for label in agreed) for guess in guesses):
            entities += [label for label in agreed if not any(_overlap(label, other) for other in entities)]
        else:
            unsure.append(phrase)
    return replace(example, entities=tuple(sorted(entities)), unsure=tuple(unsure))


def _overlap(one: Label, other: Label) -> bool:
    return one.start < other.end and other.start < one.end
