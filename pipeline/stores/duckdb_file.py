"""A run into a DuckDB file: tables with primary keys, ``facts`` and ``posts`` as views.

Foreign keys are left out: DuckDB cannot replace a row that another refers to within one transaction.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.stores import facts_view, posts_view
from pipeline.stores.duck import TYPES, literal
from pipeline.stores.errors import StoreError
from pipeline.stores.relations import KEYS, PER_ARTICLE, STORED
from pipeline.tables.arrow import arrow_schema

if TYPE_CHECKING:
    import duckdb


def write_duckdb(source: duckdb.DuckDBPyConnection, place: Path) -> Counter[str]:
    """Put the rows of the run that `source` has open into the DuckDB file at `place`, in one transaction; articles that
    it held are replaced. Gives the rows written by table.

    Raises:
        StoreError: `place` is no DuckDB file, is in use, or cannot be written.
    """
    import duckdb

    connection = source.cursor()
    try:
        connection.execute(f"ATTACH {literal(str(place))} AS store")
        connection.execute("BEGIN")
        return _write(connection)
    except duckdb.Error as error:
        raise StoreError(f"cannot write to {place}: {error}") from error
    finally:
        connection.close()
        source.execute("DETACH DATABASE IF EXISTS store")


def _write(connection: duckdb.DuckDBPyConnection) -> Counter[str]:
    for name in STORED:
        key = f", PRIMARY KEY ({KEYS[name]})" if name in KEYS else ""
        columns = ", ".join(
            f'"{f.name}" {TYPES[f.type]}{"" if f.nullable else " NOT NULL"}' for f in arrow_schema(name)
        )
        connection.execute(f"CREATE TABLE IF NOT EXISTS store.{name} ({columns}{key})")
    for name in PER_ARTICLE:
        connection.execute(f"DELETE FROM store.{name} WHERE article_id IN (SELECT article_id FROM articles)")
    connection.execute("DELETE FROM store.entities WHERE entity_id IN (SELECT entity_id FROM entities)")
    connection.execute(
        "DELETE FROM store.errors WHERE source IN (SELECT source FROM articles UNION SELECT source FROM errors)"
    )
    written: Counter[str] = Counter()
    for name in STORED:
        connection.execute(f"INSERT INTO store.{name} BY NAME SELECT * FROM {name}")
        written[name] = connection.fetchall()[0][0]
    connection.execute(
        "DELETE FROM store.entities WHERE entity_id NOT IN "
        "(SELECT entity_id FROM store.persons WHERE entity_id IS NOT NULL UNION "
        "SELECT organization_entity_id FROM store.roles WHERE organization_entity_id IS NOT NULL UNION "
        "SELECT organization_entity_id FROM store.quotes WHERE organization_entity_id IS NOT NULL)"
    )
    connection.execute("USE store")
    connection.execute(f"CREATE OR REPLACE VIEW facts AS {facts_view.select('duckdb')}")
    connection.execute(f"CREATE OR REPLACE VIEW posts AS {posts_view.SELECT}")
    connection.execute("COMMIT")
    return written
