from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from review_cases import ARTICLE, tables

from pipeline import Article, Tables
from pipeline.corrections import NAME, Ledger, read
from pipeline.review.server import ReviewServer
from pipeline.review.session import Session


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of tables; tests review a copy of it."""
    others = [
        Article(text="Sebanyak 12 murid lulus di Garut, Senin (3/11/2025).", id="garut", title="Murid Lulus"),
        Article(text=HOSTILE, id="jahat", title=HOSTILE, outlet=HOSTILE),
    ]
    return tables(ARTICLE, *others).save(tmp_path_factory.mktemp("run"))


HOSTILE = 'Guru & 7 murid <script>window.broken = 1</script> "><svg onload="window.broken = 2"> 😀 hadir, 5 Mei 2025.'


@contextmanager
def serving(run: Path, ledger: Path) -> Iterator[ReviewServer]:
    with Ledger(ledger) as writer, ReviewServer(Session(Tables.load(run), writer, "eka")) as server:
        Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def server(run: Path, tmp_path: Path) -> Iterator[ReviewServer]:
    """The review of `run` with a ledger of its own."""
    with serving(run, tmp_path / NAME) as server:
        yield server


@pytest.fixture(scope="module")
def untouched(run: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReviewServer]:
    """A review in which nobody decides anything."""
    ledger = tmp_path_factory.mktemp("untouched") / NAME
    with serving(run, ledger) as server:
        yield server
    assert read(ledger) == []
