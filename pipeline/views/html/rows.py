"""The tables of a run, cut by article: what an article view needs of each.

>>> from pipeline.schema import Sentence
>>> from pipeline.tables.arrow import to_arrow
>>> tables = {"sentences": to_arrow("sentences", [
...     Sentence(article_id=key, sentence_id=f"{key}:s1", paragraph=0, start_char=0, end_char=9) for key in "bab"])}
>>> [len(rows["sentences"]) for rows in RowsByArticle(tables, ["a", "b"]).between(0, 2)]
[1, 2]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.views.html.cards import Record
from pipeline.views.html.highlight import Rows

SHOWN = ("sentences", "dates", "persons", "person_mentions", "roles", "figures", "quotes")
"""The tables that an article view needs."""


class RowsByArticle:
    """Rows of some articles without a search through whole tables: each table is sorted by article once."""

    def __init__(self, tables: Mapping[str, pa.Table], article_ids: Sequence[str]) -> None:
        """Sort `tables` by the order of `article_ids`; rows of other articles are left out."""
        known = pa.array(article_ids, pa.string())
        self._tables: dict[str, tuple[pa.Table, np.ndarray[tuple[int], np.dtype[np.int64]]]] = {}
        for name in SHOWN:
            if name in tables:
                places = pc.index_in(tables[name]["article_id"], known)
                order = pc.sort_indices(places)[: len(places) - places.null_count]
                self._tables[name] = (tables[name].take(order), places.take(order).to_numpy())

    def between(self, first: int, end: int) -> list[Rows]:
        """The rows by table name of each article from place `first` to before `end` of the order given."""
        found: list[dict[str, list[Record]]] = [{name: [] for name in self._tables} for _ in range(first, end)]
        for name, (table, places) in self._tables.items():
            low, high = np.searchsorted(places, [first, end])
            for place, row in zip(places[low:high], table.slice(low, high - low).to_pylist(), strict=True):
                found[place - first][name].append(row)
        return list(found)
