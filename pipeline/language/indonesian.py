"""A slim spaCy ``Language`` for Indonesian, registered under its ISO 639-3 code ``ind``.

spaCy's own ``id`` builds 15,963 tokenizer exceptions (15,436 of them reduplications such as *guru-guru*) in 1.9 s; here
a word with hyphens between letters is never split, which covers them all.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.util import registry

from pipeline.language.document import register_extensions
from pipeline.language.tokenizer import IndonesianDefaults

_KNOWN_PIECES = 200_000
"""Pieces of text between spaces whose tokens are kept, some 15 MB; of spaCy's 10,000, a third of a text is none."""


@registry.languages("ind")
class Indonesian(Language):  # type: ignore[no-untyped-call]  # spaCy's __init_subclass__
    """Indonesian with tokenizer rules made for news.

    >>> [token.text for token in Indonesian()("Dra. Ohorella, M.Ikom., senilai Rp1,5 miliar.")]
    ['Dra.', 'Ohorella', ',', 'M.Ikom.', ',', 'senilai', 'Rp', '1,5', 'miliar', '.']
    """

    lang = "ind"
    Defaults = IndonesianDefaults

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.tokenizer.max_cache_size = _KNOWN_PIECES  # type: ignore[union-attr]


register_extensions()
