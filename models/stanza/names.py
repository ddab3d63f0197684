"""Sentences with names → the files that Stanza's NER trains on, on the tokens of the tokenizer trained before it.

In: `Example`s and a maker of tokens. Out: JSON, a list of sentences of ``{"id", "text", "ner"}``; what is left
unannotated has the tag ``-``, which gives no gradient.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Token

from models.prepare.examples import Example, to_doc

Word = dict[str, str | int]


def write(nlp: Language, examples: Iterable[Example], path: Path) -> None:
    """Write `examples` on the tokens of `nlp` to `path`."""
    sentences = [sentence for example in examples if (sentence := words(nlp, example))]
    path.write_text(json.dumps(sentences, ensure_ascii=False), encoding="utf-8")


def words(nlp: Language, example: Example) -> list[Word]:
    """The tokens of `example` with their BIO tags.

    >>> from models.prepare.examples import Label
    >>> from pipeline.language import Indonesian
    >>> example = Example("kata Ratna Dewi di SMA", (Label(5, 15, "PER"),), unsure=(Label(19, 22, ""),))
    >>> [word["ner"] for word in words(Indonesian(), example)]
    ['O', 'B-PER', 'I-PER', 'O', '-']
    """
    tokens = [token for token in to_doc(nlp, example) if not token.is_space]
    return [{"id": number, "text": token.text, "ner": _tag(token)} for number, token in enumerate(tokens, start=1)]


def _tag(token: Token) -> str:
    return f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else token.ent_iob_ or "-"
