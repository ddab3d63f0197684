"""The spaCy component of the quotes stage."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("berita_quotes")
def make(nlp: Language, name: str) -> object:
    """The spaCy factory of the quotes stage."""

    def annotate(doc: Doc) -> Doc:
        return doc

    return annotate
