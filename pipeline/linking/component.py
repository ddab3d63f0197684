"""The spaCy component of linking."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("berita_linking")
def make(nlp: Language, name: str) -> object:
    """The spaCy factory of linking."""

    def annotate(doc: Doc) -> Doc:
        return doc

    return annotate
