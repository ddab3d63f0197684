"""What an article's spaCy ``Doc`` carries besides tokens: its identity, its dates of reference and what each stage
found.

| attribute | type | written by |
|---|---|---|
| ``doc._.article_id`` | ``str`` | the caller, else a hash of the text |
| ``doc._.text`` | ``str``, the same as ``doc.text`` | `text_of` |
| ``doc._.published`` | ``datetime.date`` or ``None`` | the caller |
| ``doc._.body_start`` | ``int``, where the body begins behind a dateline | the caller |
| ``doc._.dateline_place`` | ``str`` or ``None`` | the caller |
| ``doc._.sentences`` | `SentenceIndex` | ``berita_sentences`` |
| ``doc._.dates`` | tuple of `schema.Date` | ``berita_dates`` |
| ``doc._.figures`` | tuple of `schema.Figure` | ``berita_figures`` |
| ``doc._.names`` | tuple of `stages.mentions.NameMention` | ``berita_people`` |
| ``doc._.role_mentions`` | tuple of `stages.mentions.RoleMention` | ``berita_roles`` |
| ``doc._.quote_mentions`` | tuple of `stages.mentions.QuoteMention` | ``berita_quotes`` |
| ``doc._.persons``, ``doc._.person_mentions``, ``doc._.roles``, ``doc._.quotes`` | tuples of schema rows |
``berita_linking`` |
"""

from __future__ import annotations

import hashlib

from spacy.tokens import Doc


def text_id(text: str) -> str:
    """The id of an article that brought none: the first 16 hex digits of the SHA-256 of its cleaned text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def text_of(doc: Doc) -> str:
    """The text of `doc`, kept: spaCy joins ``doc.text`` anew from the tokens at each call, which costs as much as a
    stage does.
    """
    carried = doc._
    if carried.text is None:
        carried.text = doc.text
    text: str = carried.text
    return text


def article_id(doc: Doc) -> str:
    """The id of the article in `doc`: what the caller set, else one made from its text."""
    carried = doc._
    if carried.article_id is None:
        carried.article_id = text_id(text_of(doc))
    return str(carried.article_id)


def register_extensions() -> None:
    """Declare the attributes above on ``Doc``; calling it again changes nothing."""
    for name, default in {
        "article_id": None,
        "text": None,
        "published": None,
        "body_start": 0,
        "dateline_place": None,
        "sentences": None,
    }.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
    for name in (
        "dates",
        "figures",
        "names",
        "role_mentions",
        "quote_mentions",
        "persons",
        "person_mentions",
        "roles",
        "quotes",
    ):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=())
