"""The spaCy component of the roles stage."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("berita_roles")
def make(nlp: Language, name: str) -> object:
    """The spaCy factory of the roles stage."""

    def annotate(doc: Doc) -> Doc:
        return doc

    return annotate
