"""The spaCy component of the people stage: writes ``doc._.names`` and ``doc.spans["people"]``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.stages import phrases
from pipeline.stages.component import set_spans, text_of
from pipeline.stages.people.find import find
from pipeline.stages.people.resolve import resolve

_PERSON_LABELS = ("PER", "PERSON")


@Language.factory("berita_people")
def make(nlp: Language, name: str) -> object:
    """The spaCy factory of the people stage."""

    def annotate(doc: Doc) -> Doc:
        text = text_of(doc)
        entities = {(entity.start_char, entity.end_char) for entity in doc.ents if entity.label_ in _PERSON_LABELS}
        found = find(text, phrases.phrases_of(doc), entities)
        doc._.names = tuple(resolve(text, candidate) for candidate in found)
        set_spans(doc, "people", ((mention.start, mention.end, "PERSON") for mention in doc._.names))
        return doc

    return annotate
