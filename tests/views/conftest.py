"""A report of invented articles, written once, and the page that shows it in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from report_cases import ARTICLES, HOSTILE, MANY, Watched, hostile_tables

from pipeline import Tables, extract
from pipeline.schema import Error
from pipeline.tables.arrow import to_arrow
from pipeline.views.report.page import write_report


@pytest.fixture(scope="session")
def tables() -> Tables:
    """Three articles, the last with markup in every field, and an input that could not be read."""
    found = extract(ARTICLES, profile="fast") + hostile_tables()
    failed = Error(source="arsip/rusak.jsonl:7", stage="read", error_type="bad_json", message=HOSTILE, at="2025-12-02")
    return Tables({**found.arrow, "errors": to_arrow("errors", [failed])})


@pytest.fixture(scope="session")
def report_file(tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("report") / "laporan.html"
    write_report(tables.arrow, out, title="Uji <b>laporan</b>")
    return out


@pytest.fixture(scope="session")
def long_report_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    text = "Sebanyak {} guru dilatih di Kudus pada {} Mei 2025."
    records = [
        {
            "title": f"Berita {number}",
            "text": text.format(number + 2, number % 28 + 1),
        }
        for number in range(MANY)
    ]
    out = tmp_path_factory.mktemp("report") / "panjang.html"
    write_report(extract(records, profile="fast").arrow, out, title="Panjang")
    return out


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    """A fresh page at 1280 pixels; in the end it may have said nothing on the console and asked no network."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 860}, reduced_motion="reduce", accept_downloads=True
    )
    watched = Watched(context)
    yield watched
    context.close()
    assert watched.messages == []
    assert [url for url in watched.requests if not url.startswith(("file:", "data:", "blob:"))] == []


@pytest.fixture
def page(watched: Watched, report_file: Path) -> Page:
    return watched.open(report_file)
