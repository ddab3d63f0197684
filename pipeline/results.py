"""`Tables`: what an extraction found, as pandas frames by attribute.

>>> tables = Tables.of_rows({"sentences": []})
>>> tables.sentences.columns[:2].tolist()
['article_id', 'sentence_id']
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from os import PathLike
from pathlib import Path

import pandas as pd
import pyarrow as pa

from pipeline.schema import TABLES, Row
from pipeline.stores.folder import Format, read_folder, write_folder
from pipeline.tables import concatenate, frame, to_arrow
from pipeline.tables.entities import entities

_SHOWN = ["stage", "text", "value", "unit", "person", "position", "organization", "region", "date", "confidence"]
_SAMPLE = 12  # facts in a notebook's summary
_CELL = 80  # characters of a cell in it


class Tables:
    """All tables of the contract. ``tables.quotes`` is the pandas frame of the quotes, and so for each name in
    `pipeline.schema.TABLES`.

    Frames are made when first asked for and kept. ``tables + other`` puts two results below each other.
    """

    def __init__(self, arrow: Mapping[str, pa.Table]) -> None:
        """Hold Arrow tables by name; a table that is missing from `arrow` is empty."""
        self.arrow: dict[str, pa.Table] = {
            name: arrow[name] if name in arrow else to_arrow(name, []) for name in TABLES
        }
        self._frames: dict[str, pd.DataFrame] = {}

    @classmethod
    def of_rows(cls, rows: Mapping[str, Iterable[Row]]) -> Tables:
        """Tables from rows by table name."""
        return cls({name: to_arrow(name, table) for name, table in rows.items()})

    @classmethod
    def concat(cls, results: Sequence[Tables]) -> Tables:
        """Several results below each other, in order; ``entities`` is made anew, since a person may occur in
        several."""
        whole = {name: concatenate(name, [result.arrow[name] for result in results]) for name in TABLES}
        return cls({**whole, "entities": entities(whole)})

    @classmethod
    def load(cls, folder: str | PathLike[str]) -> Tables:
        """The tables that `save` or ``berita extract`` wrote to `folder`.

        Raises:
            FileNotFoundError: `folder` holds no tables.
        """
        return cls(read_folder(Path(folder)))

    def save(self, folder: str | PathLike[str], format: Format = "parquet") -> Path:
        """Write every table to `folder` as Parquet or CSV files, in place of tables that it held, and return its
        path."""
        write_folder(Path(folder), self.arrow, format)
        return Path(folder)

    def __getattr__(self, name: str) -> pd.DataFrame:
        """The pandas frame of table `name`."""
        if name not in TABLES:
            raise AttributeError(f"no table {name!r}; the tables are {', '.join(TABLES)}")
        if name not in self._frames:
            self._frames[name] = frame(self.arrow[name])
        return self._frames[name]

    def __getitem__(self, name: str) -> pd.DataFrame:
        """The same by key: ``tables["quotes"]``."""
        if name not in TABLES:
            raise KeyError(name)
        return getattr(self, name)  # type: ignore[no-any-return]

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *TABLES]

    def __getstate__(self) -> dict[str, pa.Table]:
        return self.arrow

    def __setstate__(self, arrow: dict[str, pa.Table]) -> None:
        self.arrow, self._frames = arrow, {}

    def __add__(self, other: Tables) -> Tables:
        return Tables.concat([self, other])

    def __len__(self) -> int:
        """The number of facts."""
        return int(self.arrow["facts"].num_rows)

    def counts(self) -> dict[str, int]:
        """Table name → number of rows."""
        return {name: table.num_rows for name, table in self.arrow.items()}

    def __repr__(self) -> str:
        counts = self.counts()
        width = max(map(len, counts))
        return "\n".join(["Tables", *(f"  {name:<{width}} {count:>7,}" for name, count in counts.items())])

    def _repr_html_(self) -> str:
        """The counts and the first facts, for notebooks."""
        counts = "".join(f"<td><b>{count:,}</b> {escape(name)}</td>" for name, count in self.counts().items())
        sample = self.facts.loc[:, _SHOWN].head(_SAMPLE)
        head = "".join(f"<th>{escape(name)}</th>" for name in _SHOWN)
        rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in sample.itertuples(index=False))
        more = (
            f"<p>… and {len(self) - len(sample):,} more in <code>.facts</code></p>" if len(self) > len(sample) else ""
        )
        body = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{more}" if rows else ""
        return f"<div><table><tr>{counts}</tr></table>{body}</div>"


def _cell(value: object) -> str:
    """A table cell: what is missing stays empty, a long text is cut, everything is escaped."""
    text = "" if pd.isna(value) else f"{value:.2f}" if isinstance(value, float) else str(value)  # type: ignore[call-overload]
    cut = text if len(text) <= _CELL else text[: _CELL - 1] + "…"
    return f'<td style="text-align: left">{escape(cut)}</td>'
