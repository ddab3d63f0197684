from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from pipeline import Tables, extract

ROOT = Path(__file__).parent.parent

settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")


@pytest.fixture(scope="session")
def extract_fast() -> Callable[[str], Tables]:
    """The whole pipeline by rules alone, on a text."""
    return lambda text: extract(text, profile="fast")
