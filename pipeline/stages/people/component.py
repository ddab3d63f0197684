"""The spaCy component of the people stage: writes ``doc._.names`` and ``doc.spans["people"]``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.stages.component import set_spans
from pipeline.stages.people.find import find
from pipeline.stages.people.resolve import resolve


@Language.factory("berita_people")
def make(nlp: Language, name: str) -> object:
    """The spaCy factory of the people stage."""

    def annotate(doc: Doc) -> Doc:
        doc._.names = tuple(resolve(doc.text, candidate) for candidate in find(doc.text))
        set_spans(doc, "people", ((mention.start, mention.end, "PERSON") for mention in doc._.names))
        return doc

    return annotate
