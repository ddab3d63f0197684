"""The spaCy component of linking: stage mentions in, rows with their keys out on ``doc._.persons``,
``person_mentions``, ``roles``, ``quotes``.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.document import article_id, text_of
from pipeline.linking.persons import acronyms, cluster
from pipeline.linking.resolve import resolve
from pipeline.linking.rows import Source, rows
from pipeline.stages.component import sentences_of


def link(doc: Doc) -> Doc:
    """Tie the mentions of `doc` to persons and write the rows."""
    text, sentences = text_of(doc), sentences_of(doc)
    found = doc._
    names, roles, quotes = found.names, found.role_mentions, found.quote_mentions
    clusters = cluster(names, acronyms(text, names))
    resolved = resolve(text, sentences, clusters, names, roles, quotes)
    source = Source(article_id(doc), text, sentences, found.dates, clusters, roles, quotes, resolved)
    linked = rows(source)
    found.persons, found.person_mentions = linked.persons, linked.mentions
    found.roles, found.quotes = linked.roles, linked.quotes
    return doc


@Language.factory("berita_linking")
def make(nlp: Language, name: str) -> object:
    """The spaCy factory of linking."""
    return link
