"""The tables of a run, cut by article: what an article view needs of each.

>>> from pipeline.schema import Sentence
>>> from pipeline.tables import to_arrow
>>> tables = {"sentences": to_arrow("sentences", [
...     Sentence(article_id=key, sentence_id=f"{key}:s1", paragraph=0, start_char=0, end_char=9) for key in "bab"])}
>>> len(RowsByArticle(tables, ["a", "b"]).of("b")["sentences"])
2
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
    """Rows of any article without a search through whole tables: each table is sorted by article once."""

    def __init__(self, tables: Mapping[str, pa.Table], article_ids: Sequence[str]) -> None:
        """Sort `tables` by the order of `article_ids`; rows of other articles are left out."""
        self._place = {article_id: place for place, article_id in enumerate(article_ids)}
        known = pa.array(article_ids, pa.string())
        self._tables: dict[str, tuple[pa.Table, np.ndarray[tuple[int], np.dtype[np.int64]]]] = {}
        for name in SHOWN:
            if name in tables:
                places = pc.index_in(tables[name]["article_id"], known)
                order = pc.sort_indices(places)[: len(places) - places.null_count]
                self._tables[name] = (tables[name].take(order), places.take(order).to_numpy())

    def of(self, article_id: str) -> Rows:
        """The rows of one article, by table name.

        Raises:
            KeyError: there is no such article.
        """
        place = self._place[article_id]
        rows: dict[str, list[Record]] = {}
        for name, (table, places) in self._tables.items():
            first, end = np.searchsorted(places, [place, place + 1])
            rows[name] = table.slice(first, end - first).to_pylist()
        return rows
