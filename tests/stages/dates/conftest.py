from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
import regex

from pipeline.language import Indonesian
from pipeline.schema import Date

PUBLISHED = date(2025, 11, 13)
"""A Thursday: what every example is told from, where it says nothing else."""
MARK = regex.compile(r"\[\[(.*?)\]\]", regex.DOTALL)

Dates = Callable[..., tuple[Date, ...]]


@pytest.fixture(scope="session")
def dates_of() -> Dates:
    """The dates of a text, by the component."""
    nlp = Indonesian()
    nlp.add_pipe("berita_dates")

    def dates(text: str, published: date | None = PUBLISHED) -> tuple[Date, ...]:
        doc = nlp.make_doc(text)
        doc._.published = published
        return tuple(nlp(doc)._.dates)

    return dates


@pytest.fixture(scope="session")
def check(dates_of: Dates) -> Callable[..., tuple[Date, ...]]:
    """Check that the dates of a marked text (*rapat digelar [[Rabu]]*) are its marked spans, no more and no fewer."""

    def checked(marked: str, published: date | None = PUBLISHED) -> tuple[Date, ...]:
        text, spans = MARK.sub(r"\1", marked), []
        for number, mark in enumerate(MARK.finditer(marked)):
            start = mark.start() - 4 * number
            spans.append((start, start + len(mark[1])))
        rows = dates_of(text, published)
        assert [(row.start_char, row.end_char) for row in rows] == spans, [row.text for row in rows]
        assert all(row.text == text[row.start_char : row.end_char] for row in rows)
        return rows

    return checked
