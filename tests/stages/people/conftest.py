from __future__ import annotations

from collections.abc import Callable

import pytest
import regex

from pipeline.stages.mentions import NameMention
from pipeline.stages.people.find import find
from pipeline.stages.people.resolve import resolve

MARK = regex.compile(r"\[\[(.*?)\]\]")
Names = Callable[[str], tuple[NameMention, ...]]


@pytest.fixture(scope="session")
def names_of() -> Names:
    return lambda text: tuple(resolve(text, candidate) for candidate in find(text))


@pytest.fixture(scope="session")
def check(names_of: Names) -> Names:
    """Check that the names of a marked text (*kata [[Dra. Ratna Wibowo]]*) are its marked spans exactly."""

    def checked(marked: str) -> tuple[NameMention, ...]:
        text = MARK.sub(r"\1", marked)
        spans = [(mark.start() - 4 * n, mark.end() - 4 * (n + 1)) for n, mark in enumerate(MARK.finditer(marked))]
        found = names_of(text)
        assert [(name.start, name.end) for name in found] == spans, [name.name for name in found]
        assert all(text[name.name_start : name.name_end] == name.name for name in found)
        return found

    return checked
