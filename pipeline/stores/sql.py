"""A run into SQLite or PostgreSQL (extra ``[sql]``): tables with primary keys, foreign keys and indexes, ``facts`` and
``posts`` as views.

Exporting twice changes nothing: the rows of an article that the database holds are replaced, all in one transaction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import psycopg
import pyarrow as pa
import sqlalchemy as sa
from psycopg import sql
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from pipeline.stores import facts_view, posts_view
from pipeline.stores.duck import rows
from pipeline.stores.errors import StoreError
from pipeline.stores.relations import INDEXED, KEYS, PER_ARTICLE, STORED, reference
from pipeline.tables.arrow import DECIMAL, arrow_schema

if TYPE_CHECKING:
    import duckdb

_TYPES: dict[pa.DataType, sa.types.TypeEngine[Any]] = {
    pa.string(): sa.Text(),
    pa.int64(): sa.BigInteger(),
    pa.float64(): sa.Double(),
    pa.bool_(): sa.Boolean(),
    pa.date32(): sa.Date(),
    # SQLite has no decimals; as a float, a whole number is stored as one, and fifteen digits are exact.
    DECIMAL: sa.Numeric(DECIMAL.precision, DECIMAL.scale).with_variant(sqlite.NUMERIC(asdecimal=False), "sqlite"),
}
_IDS = 500  # articles deleted at a time; SQLite takes up to 32,766 values in a statement
_UPSERT: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}


def write_sql(source: duckdb.DuckDBPyConnection, url: sa.URL) -> Counter[str]:
    """Put the rows of the run that `source` has open into the database at `url`; gives the rows written by table.

    Raises:
        StoreError: the database is of another kind, cannot be reached or written, or holds tables of another version.
    """
    if url.get_backend_name() not in _UPSERT:
        raise StoreError(f"{url.get_backend_name()} is not supported; export to postgresql://… or to a SQLite file")
    if url.get_backend_name() == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    try:
        engine = sa.create_engine(url, poolclass=sa.NullPool)
        if engine.dialect.name == "sqlite":
            sa.event.listen(engine, "connect", _prepare_sqlite)
            sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
        with engine.begin() as connection:
            return _write(source, connection)
    except (SQLAlchemyError, psycopg.Error) as error:
        reason = str(getattr(error, "orig", None) or error).strip().split("\n")[0]
        raise StoreError(f"cannot write to {url.render_as_string()}: {reason}") from error


def _prepare_sqlite(connection: Any, record: object) -> None:
    """Foreign keys on, and transactions that hold the making of tables, too."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")


def metadata() -> sa.MetaData:
    """The schema: a table for each of the contract's but ``facts``."""
    schema = sa.MetaData()
    for name in STORED:
        sa.Table(name, schema, *_columns(name))
    return schema


def _columns(table: str) -> Iterator[sa.Column[Any]]:
    for field in arrow_schema(table):
        target = reference(table, field.name)
        is_key = KEYS.get(table) == field.name
        yield sa.Column(
            field.name,
            _TYPES[field.type],
            *([sa.ForeignKey(f"{target}.{KEYS[target]}")] if target else []),
            primary_key=is_key,
            nullable=field.nullable,
            index=target is not None or field.name in INDEXED or (table == "errors" and field.name == "source"),
        )


def _write(source: duckdb.DuckDBPyConnection, connection: sa.Connection) -> Counter[str]:
    schema = metadata()
    schema.create_all(connection)
    _check_columns(schema, connection)
    _remove(source, connection, schema)
    written: Counter[str] = Counter()
    for name in STORED:
        columns = schema.tables[name].columns.keys()
        for batch in rows(source, _without_nul(name)):
            _insert(connection, schema.tables[name], columns, batch)
            written[name] += len(batch)
    _remove_forgotten_entities(connection, schema)
    dialect = connection.dialect.name
    for view, query in (("facts", facts_view.select(dialect)), ("posts", posts_view.SELECT)):
        if dialect == "sqlite":
            connection.exec_driver_sql(f"DROP VIEW IF EXISTS {view}")
        replace = "" if dialect == "sqlite" else "OR REPLACE "
        connection.exec_driver_sql(f"CREATE {replace}VIEW {view} AS {query}")
    return written


def _check_columns(schema: sa.MetaData, connection: sa.Connection) -> None:
    """Refuse tables that an earlier version made and that lack columns of this one."""
    inspector = sa.inspect(connection)
    for table in schema.sorted_tables:
        there = {column["name"] for column in inspector.get_columns(table.name)}
        if missing := [name for name in table.columns.keys() if name not in there]:  # noqa: SIM118  no mapping
            message = f"its table {table.name} has no {', '.join(missing)}: another version made it, or another program"
            raise StoreError(f"{message}; export into a new database")


def _remove(source: duckdb.DuckDBPyConnection, connection: sa.Connection, schema: sa.MetaData) -> None:
    """Delete what the run replaces: its articles with all their rows, and the errors of its sources."""
    for ids in _values(source, "SELECT article_id FROM articles"):
        for name in reversed(PER_ARTICLE):
            table = schema.tables[name]
            connection.execute(sa.delete(table).where(table.c.article_id.in_(ids)))
    errors = schema.tables["errors"]
    for sources in _values(source, "SELECT source FROM articles UNION SELECT source FROM errors"):
        connection.execute(sa.delete(errors).where(errors.c.source.in_(sources)))


def _values(source: duckdb.DuckDBPyConnection, query: str) -> Iterator[list[str]]:
    values = (str(value).replace("\0", "\ufffd") for batch in rows(source, query) for (value,) in batch)
    while part := list(islice(values, _IDS)):
        yield part


def _without_nul(name: str) -> str:
    """The rows of a table; NUL characters, which databases refuse or end a text at, as replacement characters, so that
    offsets hold."""
    fields = ((f'"{field.name}"', field.type == pa.string()) for field in arrow_schema(name))
    columns = (f"replace({field}, chr(0), '\ufffd') AS {field}" if is_text else field for field, is_text in fields)
    return f"SELECT {', '.join(columns)} FROM {name}"


def _insert(
    connection: sa.Connection, table: sa.Table, columns: Sequence[str], batch: Sequence[tuple[object, ...]]
) -> None:
    if table.name != "entities" and connection.dialect.name == "postgresql":
        _copy(connection, table, columns, batch)
        return
    statement: sa.Insert = sa.insert(table)
    if table.name == "entities":  # articles of other runs may refer to them, so that they cannot be deleted first
        upsert = _UPSERT[connection.dialect.name](table)
        changes = {name: upsert.excluded[name] for name in columns if name != KEYS[table.name]}
        statement = upsert.on_conflict_do_update(index_elements=[KEYS[table.name]], set_=changes)
    connection.execute(statement, [dict(zip(columns, row, strict=True)) for row in batch])


def _copy(
    connection: sa.Connection, table: sa.Table, columns: Sequence[str], batch: Sequence[tuple[object, ...]]
) -> None:
    """PostgreSQL's bulk load, several times as fast as INSERT."""
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in batch:
            copy.write_row(row)


def _remove_forgotten_entities(connection: sa.Connection, schema: sa.MetaData) -> None:
    """Delete the entities that no article mentions any more."""
    entities = schema.tables["entities"]
    references = [(name, column) for name in PER_ARTICLE for column in arrow_schema(name).names]
    mentioned = [
        sa.exists().where(schema.tables[name].c[column] == entities.c.entity_id)
        for name, column in references
        if reference(name, column) == "entities"
    ]
    connection.execute(sa.delete(entities).where(~sa.or_(*mentioned)))
