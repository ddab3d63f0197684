"""The component of the roles stage: ``doc._.names`` in, ``doc._.role_mentions`` and ``doc.spans["roles"]`` out."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.stages import phrases
from pipeline.stages.component import set_spans, text_of
from pipeline.stages.phrases.abbreviations import abbreviations
from pipeline.stages.roles.find import find
from pipeline.stages.roles.resolve import resolve
from pipeline.stages.roles.split import region_codes


@Language.factory("berita_roles")
def make(nlp: Language, name: str) -> object:
    """The spaCy factory of the roles stage."""

    def annotate(doc: Doc) -> Doc:
        text = text_of(doc)
        candidates = find(text, phrases.phrases_of(doc), doc._.names)
        context = region_codes(text)
        learnt = abbreviations(text)
        doc._.role_mentions = tuple(resolve(text, candidate, context, learnt) for candidate in candidates)
        set_spans(doc, "roles", ((mention.start, mention.end, mention.role_class) for mention in doc._.role_mentions))
        return doc

    return annotate
