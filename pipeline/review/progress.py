"""How far a review has come: which rows there are to decide about, and how many of them nobody has."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.corrections.article import ROW_ID
from pipeline.corrections.columns import REVIEWED


def rows_to_review(tables: Mapping[str, pa.Table]) -> pd.DataFrame:
    """Every row that can be reviewed: ``article_id``, ``table``, ``row_id``, ``confidence``."""
    frames = []
    for table in REVIEWED:
        frame = tables[table].select(["article_id", ROW_ID[table], "confidence"]).to_pandas()
        frames.append(frame.rename(columns={ROW_ID[table]: "row_id"}).assign(table=table))
    rows: pd.DataFrame = pd.concat(frames, ignore_index=True)
    return rows


def count_by_article(rows: pd.DataFrame) -> dict[str, int]:
    """Article id → how many of `rows` are its own."""
    return {str(article_id): int(number) for article_id, number in rows["article_id"].value_counts().items()}


def undecided(tables: Mapping[str, pa.Table], decided: Collection[str]) -> dict[str, int]:
    """Article id → how many of its rows are not among the `decided` ones, of the articles that have been begun.

    Args:
        decided: row ids.
    """
    rows = rows_to_review(tables)
    left = count_by_article(rows[~rows["row_id"].isin(list(decided))])
    begun = {row_id.rpartition(":")[0] for row_id in decided}
    ids = tables["articles"].filter(pc.equal(tables["articles"]["status"], "ok"))["article_id"].to_pylist()
    return {article_id: left.get(article_id, 0) for article_id in ids if article_id in begun}
