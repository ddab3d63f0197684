"""The spaCy component of the people stage."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("berita_people")
def make(nlp: Language, name: str) -> object:
    """The spaCy factory of the people stage."""

    def annotate(doc: Doc) -> Doc:
        return doc

    return annotate
