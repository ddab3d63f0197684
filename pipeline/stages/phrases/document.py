"""The role phrases of a ``Doc``: read once, by the first stage that asks, and kept on it for the next.

>>> import spacy
>>> doc = spacy.blank("xx")("Bupati Sleman, Kustini, hadir.")
>>> [doc.text[phrase.start : phrase.end] for phrase in phrases_of(doc)]
['Bupati Sleman']
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.language.document import text_of
from pipeline.stages.phrases.find import find
from pipeline.stages.phrases.model import Phrase

_ATTRIBUTE = "role_phrases"
Doc.set_extension(_ATTRIBUTE, default=None, force=True)


def phrases_of(doc: Doc) -> tuple[Phrase, ...]:
    """The role phrases of `doc`, in order."""
    if doc._.get(_ATTRIBUTE) is None:
        doc._.set(_ATTRIBUTE, find(text_of(doc)))
    phrases: tuple[Phrase, ...] = doc._.get(_ATTRIBUTE)
    return phrases
