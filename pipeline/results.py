"""`Tables`: what an extraction found, as pandas frames by attribute.

>>> tables = Tables.of_rows({"sentences": []})
>>> tables.sentences.columns[:2].tolist()
['article_id', 'sentence_id']
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from os import PathLike
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.corrections import NAME as LEDGER
from pipeline.corrections import read as read_ledger
from pipeline.corrections import replay
from pipeline.schema import TABLES, Row
from pipeline.stores.files import place_of
from pipeline.stores.folder import Format, read_folder, write_folder
from pipeline.tables.arrow import concatenate, frame, to_arrow
from pipeline.tables.duplicates import with_groups
from pipeline.tables.entities import with_entities
from pipeline.views.html.highlight import article_html
from pipeline.views.html.overview import tables_html


class Tables:
    """All tables of the contract. ``tables.quotes`` is the pandas frame of the quotes, and so for each name in
    `pipeline.schema.TABLES`.

    Frames are made when first asked for and kept. ``tables + other`` puts two results below each other.
    """

    def __init__(self, arrow: Mapping[str, pa.Table], folder: Path | None = None) -> None:
        """Hold Arrow tables by name; a table that is missing from `arrow` is empty.

        Args:
            folder: where the tables were loaded from, if they were.
        """
        self.folder = folder
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
        """Several results below each other, in order; ``entities`` and near-duplicates are made anew, since a person or
        a text may occur in several."""
        whole = {name: concatenate(name, [result.arrow[name] for result in results]) for name in TABLES}
        return cls({**with_entities(whole), "articles": with_groups(whole["articles"])})

    @classmethod
    def load(cls, folder: str | PathLike[str]) -> Tables:
        """The tables that `save` or ``berita extract`` wrote to `folder`.

        Raises:
            FileNotFoundError: `folder` holds no tables.
        """
        place = place_of(folder)
        return cls(read_folder(place), place)

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
        self.arrow, self.folder, self._frames = arrow, None, {}

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

    def article(self, which: int | str) -> ArticleTables:
        """The tables of one article; a notebook shows its text with what was found in it.

        Args:
            which: its number (0 is the first, -1 the last), its ``article_id``, or its file's name with or without the
                ending.

        Raises:
            IndexError: there are not that many articles.
            KeyError: no article has that id or file name.

        >>> from pipeline import Article, extract
        >>> texts = [Article(text="Guru hadir.", id="a"), Article(text="560 guru pulang.", id="b")]
        >>> found = extract(texts, profile="fast")
        >>> found.article("b").figures["text"].tolist() == found.article(-1).figures["text"].tolist() == ["560 guru"]
        True
        """
        ids: list[str] = self.arrow["articles"]["article_id"].to_pylist()
        article_id = ids[which] if isinstance(which, int) else self._named(which, ids)
        return ArticleTables(
            {
                name: table.filter(pc.equal(table["article_id"], article_id))
                for name, table in self.arrow.items()
                if "article_id" in table.column_names
            }
        )

    def _named(self, name: str, ids: Sequence[str]) -> str:
        """The id of the article called `name`."""
        files = [Path(source) for source in self.arrow["articles"]["source"].to_pylist()]
        for keys in (ids, [file.name for file in files], [file.stem for file in files]):
            if name in keys:
                return ids[keys.index(name)]
        raise KeyError(f"no article {name!r}; see .articles[['article_id', 'source']]")

    def reviewed(self, ledger: str | PathLike[str] | None = None) -> Tables:
        """These tables with the decisions of a review laid over them: rejected rows gone, corrected and added ones as
        the reviewers left them, ``facts`` and ``entities`` to match. The tables on disk are not touched.

        Args:
            ledger: what ``berita review`` wrote; that of the folder from which the tables were loaded, if not given.

        Raises:
            FileNotFoundError: there is no such ledger; a loaded folder without one is one without decisions.
            ValueError: the tables were not loaded from a folder, and no ledger is given.
            LedgerError: the ledger cannot be read.
        """
        if ledger is None and self.folder is None:
            raise ValueError(
                "these tables were not loaded from a folder; say which ledger: reviewed('corrections.jsonl')"
            )
        path = Path(ledger) if ledger is not None else (self.folder or Path()) / LEDGER
        if ledger is not None and not path.is_file():
            raise FileNotFoundError(f"no review ledger {path}")
        return Tables(replay(self.arrow, read_ledger(path)).tables, self.folder)

    def _repr_html_(self) -> str:
        """The counts and the first facts, for notebooks."""
        return tables_html(self.counts(), self.facts)


class ArticleTables(Tables):
    """The tables of one article, as `Tables.article` gives them."""

    @property
    def text(self) -> str:
        """The article's text, into which all offsets point."""
        return str(self.arrow["articles"]["text"][0])

    def _repr_html_(self) -> str:
        """The text with a coloured span for every row; the legend switches layers, hovering shows the row."""
        rows = {name: table.to_pylist() for name, table in self.arrow.items()}
        return article_html(rows["articles"][0], rows, language="en")
