"""Names by the project's spaCy model alone, ``models/id_news_sm``, without any stage behind it."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language

from benchmarks.peers.sheet import Sheet
from pipeline.evaluation.rows import NameLabel
from pipeline.extraction import MODEL
from pipeline.language.backends.trained import load_trained
from pipeline.lexicon import folder

LABELS: dict[str, NameLabel] = {"PER": "person", "ORG": "organization", "LOC": "place"}


def load() -> Callable[[Sheet], None]:
    return names_of(load_trained(folder("models") / MODEL))


def names_of(nlp: Language) -> Callable[[Sheet], None]:
    """A peer that writes down the entities of `nlp`."""

    def find(sheet: Sheet) -> None:
        for name in nlp(sheet.text).ents:
            sheet.name_at(name.start_char, name.end_char, LABELS[name.label_])

    return find
