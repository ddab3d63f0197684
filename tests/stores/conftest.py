"""A run to export, and a PostgreSQL server of the tests' own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from pipeline import Article, Tables, extract, schema
from pipeline.tables.arrow import to_arrow

ARTICLES = [
    Article(
        id="oki-1",
        source='kliping/o\'neil "satu".txt',
        title='=HYPERLINK("http://lentera.example")',
        outlet="Harian Lentera",
        published_at="2025-11-13T09:00:00+07:00",
        text=(
            "KAYUAGUNG – Bupati OKI, Muchendi, menutup pelatihan 560 guru, Rabu (12/11/2025). 😀\n\n"
            '"Kami siap, tetapi anggaran Rp 1,5 miliar itu kurang," ujar Muchendi. Sekitar 2,5 persen peserta pulang.\n'
            "Kepala Dinas Pendidikan OKI, Eka Diani, S.Kom., mengatakan bahwa pelatihan digelar lagi Januari 2026."
        ),
    ),
    Article(
        id="oki-2",
        source="a.jsonl:2",
        published_at="2025-12-02",
        text='PALEMBANG – "Dua pertiga siswa lulus," kata Eka Diani, Kepala Dinas Pendidikan OKI, Senin (1/12/2025).',
    ),
    Article(id="kosong", source="b.txt", text=""),
]
ERRORS = [
    schema.Error(
        source="rusak\udce9.jsonl:1", stage="read", error_type="json", message="broken\0 'JSON'", at="2025-11-13"
    ),
    schema.Error(
        source="a.jsonl:2", article_id="oki-2", stage="dates", error_type="KeyError", message="-1", at="2025-11-13"
    ),
]


@pytest.fixture(scope="session")
def tables() -> Tables:
    found = extract(ARTICLES, profile="fast")
    return Tables({**found.arrow, "errors": to_arrow("errors", ERRORS)})


@pytest.fixture(scope="session", params=["parquet", "csv"])
def run(request: pytest.FixtureRequest, tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables on disk, in a folder whose name wants quoting."""
    return tables.save(tmp_path_factory.mktemp("run") / "o'neil [1] *keluar*", request.param)


@pytest.fixture(scope="session")
def parquet_run(tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tables.save(tmp_path_factory.mktemp("run") / "out")


@pytest.fixture(scope="session")
def server() -> Iterator[sa.URL]:
    """A PostgreSQL server on a socket in a temporary folder, gone with the tests."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda place: float(place.parent.name))
    if not programs:
        pytest.fail("these tests need PostgreSQL's initdb and postgres; on Debian: apt-get install postgresql")
    place = programs[-1]
    folder = Path(tempfile.mkdtemp(prefix="pg"))  # a socket's path has to be short
    data = folder / "data"
    user = "postgres" if os.getuid() == 0 else None  # PostgreSQL refuses to run as root
    if user:
        shutil.chown(folder, user)

    def call(*command: str) -> None:
        subprocess.run(command, check=True, capture_output=True, cwd=folder, user=user)

    call(f"{place}/initdb", "--pgdata", str(data), "--username", "tester", "--auth", "trust", "--no-sync", "-E", "UTF8")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    call(f"{place}/pg_ctl", "--pgdata", str(data), "--wait", "--log", str(folder / "log"), "-o", options, "start")
    try:
        yield sa.URL.create("postgresql+psycopg", "tester", database="postgres", query={"host": str(folder)})
    finally:
        call(f"{place}/pg_ctl", "--pgdata", str(data), "--mode", "immediate", "stop")
        shutil.rmtree(folder)


Ask = Callable[[str], list[tuple[object, ...]]]


def created(server: sa.URL, name: str) -> tuple[str, Ask]:
    """The address of an empty database of that name, and what asks it."""
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    quoted = engine.dialect.identifier_preparer.quote_identifier(name)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {quoted} WITH (FORCE)")
        connection.exec_driver_sql(f"CREATE DATABASE {quoted}")
    url = server.set(database=name)
    return url.set(drivername="postgresql").render_as_string(hide_password=False), asking(url)


def asking(url: sa.URL) -> Ask:
    engine = sa.create_engine(url, poolclass=sa.NullPool)

    def ask(query: str) -> list[tuple[object, ...]]:
        with engine.begin() as connection:
            result = connection.exec_driver_sql(query)
            return [tuple(row) for row in result] if result.returns_rows else []

    return ask


@pytest.fixture
def postgres(server: sa.URL) -> tuple[str, Ask]:
    """The address of an empty database, and what asks it."""
    return created(server, "berita")


@pytest.fixture(params=["duckdb", "sqlite", pytest.param("postgresql", marks=pytest.mark.system)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Ask]:
    """The name of a database that is not there yet, and what asks it."""
    if request.param == "duckdb":
        import duckdb

        target = str(tmp_path / "o'neil berita.duckdb")

        def ask_duckdb(query: str) -> list[tuple[object, ...]]:
            with duckdb.connect(target) as connection:
                return connection.execute(query).fetchall()

        return target, ask_duckdb
    if request.param == "sqlite":
        target = str(tmp_path / "o'neil berita?.sqlite")
        return target, asking(sa.URL.create("sqlite", database=target))
    found: tuple[str, Ask] = request.getfixturevalue("postgres")
    return found
