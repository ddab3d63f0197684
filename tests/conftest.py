from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from pipeline import Tables, extract

ROOT = Path(__file__).parent.parent

settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")


@pytest.fixture(scope="session")
def extract_fast() -> Callable[[str], Tables]:
    """The whole pipeline by rules alone, on a text."""
    return lambda text: extract(text, profile="fast")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium without a window, the one that the system has."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    assert path, f"these tests need a browser; install one of {', '.join(names)} (Debian: apt-get install chromium)"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()
