"""What another tokenizer found in a text → a spaCy ``Doc`` of exactly that text.

In: the text, and tokens and names with their character offsets. Out: a ``Doc`` whose ``text`` is the text, whatever the
offsets: a token that is empty, outside the text or over its predecessor is left out, and its characters become words
parted by white space. A name that does not fall on tokens shrinks to those inside it.

>>> from spacy.vocab import Vocab
>>> doc = to_doc(Vocab(), "kata Ratna,  guru", [Token(0, 4, "VERB"), Token(5, 10, "PROPN")], [Name(5, 10, "PERSON")])
>>> [(token.text, token.pos_) for token in doc]
[('kata', 'VERB'), ('Ratna', 'PROPN'), (',', ''), (' ', 'SPACE'), ('guru', '')]
>>> [(name.text, name.label_) for name in doc.ents]
[('Ratna', 'PER')]
>>> to_doc(Vocab(), "a\\n b ", [Token(0, 9, "X"), Token(3, 4, "X"), Token(3, 4, "X")]).text
'a\\n b '
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import regex
from spacy.tokens import Doc
from spacy.util import filter_spans
from spacy.vocab import Vocab

LABELS: Mapping[str, str] = {
    "PER": "PER", "PERSON": "PER",
    "ORG": "ORG", "ORGANISATION": "ORG", "ORGANIZATION": "ORG",
    "LOC": "LOC", "LOCATION": "LOC", "PLACE": "LOC", "GPE": "LOC",
}  # fmt: skip
"""The names that corpora give to persons, organizations and places, and ours; other kinds of names are left out."""

_UPOS = frozenset({
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB", "X",
})  # fmt: skip
_PIECE = regex.compile(r"\s++|\S++")


class Token(NamedTuple):
    """The characters ``[start, end)`` of one token with its UPOS, ``""`` where that is not known."""

    start: int
    end: int
    pos: str = ""


class Name(NamedTuple):
    """The characters ``[start, end)`` of a name with its label in the other's convention."""

    start: int
    end: int
    label: str


def to_doc(vocab: Vocab, text: str, tokens: Iterable[Token], names: Iterable[Name] = ()) -> Doc:
    """`text` as a ``Doc`` with UPOS in ``pos_`` and ``tag_``, and names labelled PER, ORG and LOC in ``ents``."""
    words, spaces, tags = list[str](), list[bool](), list[str]()
    for start, end, tag in _covering(text, tokens):
        word = text[start:end]
        if word[0] == " " and words and not words[-1].isspace():
            spaces[-1] = True
            word = word[1:]
        if word:
            words.append(word)
            spaces.append(False)
            tags.append(tag)
    doc = Doc(vocab, words=words, spaces=spaces, tags=tags, pos=tags)
    spans = (
        doc.char_span(name.start, name.end, label=LABELS[name.label], alignment_mode="contract")
        for name in names
        if name.label in LABELS
    )
    doc.set_ents(filter_spans(span for span in spans if span))
    return doc


def _covering(text: str, tokens: Iterable[Token]) -> Iterator[Token]:
    """Tokens over every character of `text` in order: those of `tokens` that can stand, and what lies between them."""
    position = 0
    for token in tokens:
        if position <= token.start < token.end <= len(text):
            yield from _between(text, position, token.start)
            yield token if not token.pos or token.pos in _UPOS else token._replace(pos="X")
            position = token.end
    yield from _between(text, position, len(text))


def _between(text: str, start: int, end: int) -> Iterator[Token]:
    for piece in _PIECE.finditer(text, start, end):
        yield Token(piece.start(), piece.end(), "SPACE" if piece[0].isspace() else "")
