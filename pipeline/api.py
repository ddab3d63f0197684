"""The library's front door: `load` and `extract`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from spacy.language import Language

from pipeline import extraction
from pipeline.batch.chunk import Identified, identified
from pipeline.batch.settings import NEEDS, Settings, chosen
from pipeline.batch.work import extract_items, tables_of, unread_rows
from pipeline.extraction import Profile
from pipeline.readers import Failure, read
from pipeline.readers.sources import Source
from pipeline.results import Tables
from pipeline.tables.duplicates import with_groups
from pipeline.tables.entities import with_entities


def load(
    profile: Profile = "default", *, backend: Literal["spacy", "stanza"] = "spacy", stanza_dir: str | None = None
) -> Language:
    """The whole pipeline as a spaCy `Language`: ``nlp(text)`` carries what was found on ``doc._`` and in ``doc.spans``.

    Args:
        profile: ``"default"`` with the trained model, ``"fast"`` with the rules only.
        backend: ``"stanza"`` puts Stanza in the trained model's place.
        stanza_dir: where the Stanza models lie; ours without it.

    Raises:
        ValueError: there is no such profile.

    >>> doc = load("fast")("Pelatihan ditutup Rabu (12/11/2025).")
    >>> [date.value for date in doc._.dates]
    ['2025-11-12']
    """
    if backend == "stanza":
        profile = f"stanza:{stanza_dir}" if stanza_dir else "stanza"
    return extraction.load(profile)


def extract(
    source: Source,
    *,
    profile: Profile = "default",
    stages: Iterable[str] | None = None,
    min_confidence: float = 0.0,
) -> Tables:
    """Everything that the pipeline finds in `source`, as tables.

    Args:
        source: a path, folder or glob; the text of an article; an `Article`; a record with a text field; a pandas frame
            with a text column; or an iterable of these.
        profile: see `load`.
        stages: of *dates, figures, people, roles, quotes*, those to run, and those that they need; all without it.
        min_confidence: dates, persons, roles, figures and quotes below are left out, 0 to 1; what pointed at one of
            them points at nothing.

    Inputs that cannot be read are rows of ``tables.errors``.

    Raises:
        FileNotFoundError: a path does not exist.
        ValueError: a frame has no text column, or there is no such profile or stage.

    >>> found = extract("Kepala Dinas Pendidikan OKI, Eka Diani, S.Kom., hadir.", profile="fast")
    >>> found.persons["name"].tolist()
    ['Eka Diani']
    """
    settings = Settings(
        profile=profile, stages=chosen(NEEDS if stages is None else stages), min_confidence=min_confidence
    )
    failures: list[Failure] = []
    articles = read(source, on_failure=failures.append)
    found = extract_items(settings, (item for item in identified(articles) if isinstance(item, Identified)))
    tables = tables_of([*map(unread_rows, failures), *found])
    return Tables({**with_entities(tables), "articles": with_groups(tables["articles"])})
