"""Names by Stanza with the models in ``models/stanza/bundle``; there is no official Indonesian model for names."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.peers.sheet import Sheet
from benchmarks.peers.spacy_names import names_of


def load() -> Callable[[Sheet], None]:
    from pipeline.language.backends.stanza import load_stanza

    return names_of(load_stanza(None))
