"""The spaCy component of the quotes stage: writes ``doc._.quote_mentions`` and ``doc.spans["quotes"]``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.stages.component import sentences_of, set_spans, text_of
from pipeline.stages.quotes.find import passage
from pipeline.stages.quotes.resolve import resolve


def annotate(doc: Doc) -> Doc:
    """Find the quotes of `doc`; names and roles that earlier stages left on it help to find speakers."""
    spans = [(row.start_char, row.end_char) for row in sentences_of(doc)]
    mentions = resolve(passage(text_of(doc), spans, doc._.names, doc._.role_mentions))
    doc._.quote_mentions = mentions
    set_spans(doc, "quotes", [(row.start, row.end, row.kind) for row in mentions])
    return doc


@Language.factory("berita_quotes")
def make(nlp: Language, name: str) -> object:
    """The spaCy factory of the quotes stage."""
    return annotate
