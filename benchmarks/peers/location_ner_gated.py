"""Regions by `id-location-ner`, kept where the project's spaCy model sees a place or an organization.

Its authors advise such a gate, by a Transformer that has to be downloaded; the model at hand stands in for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from benchmarks.peers import location_ner, spacy_names
from benchmarks.peers.sheet import Sheet


def load() -> Callable[[Sheet], None]:
    find_names = spacy_names.load()

    def ranges(sheet: Sheet) -> list[tuple[int, int]]:
        seen = replace(sheet, names=[])
        find_names(seen)
        return [(name.start_char, name.end_char) for name in seen.names if name.label != "person"]

    return location_ner.load_with(ranges)
