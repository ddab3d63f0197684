"""One article through all stages: the spaCy pipeline put together, and its `Doc` turned into rows.

>>> from pipeline.readers import Article, prepare
>>> found = extract(load(profile="fast"), prepare(Article(text="Bupati OKI, Supriyanto, hadir, Rabu (12/11/2025).")))
>>> [row.value for row in found.rows["dates"]]
['2025-11-12']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language import Indonesian, pieces
from pipeline.language.backends.trained import load_trained
from pipeline.language.tokenizer import count
from pipeline.lexicon import compiled, folder
from pipeline.readers import Prepared
from pipeline.schema import Error, Row
from pipeline.tables.facts import facts
from pipeline.tables.inputs import article_row, error_row

Profile = Literal["default", "fast"] | str
"""``"default"``, ``"fast"``, ``"stanza"``, or ``"stanza:DIR"`` with the Stanza models in ``DIR``."""
MODEL = "id_news_sm"
STAGES = ("sentences", "dates", "figures", "people", "roles", "quotes", "linking")
"""The components ``berita_<name>`` in the order in which they run."""
_TABLES = ("dates", "figures", "persons", "person_mentions", "roles", "quotes")


@dataclass(frozen=True, slots=True)
class Extracted:
    """The rows of one article by table name, ``errors`` among them."""

    rows: dict[str, Sequence[Row]]


def load(profile: Profile = "default", stages: tuple[str, ...] = STAGES) -> Language:
    """The pipeline as a spaCy `Language`; one of each profile and choice of stages is kept and shared.

    Args:
        profile: ``"default"`` with the trained model, ``"fast"`` with the rules only, ``"stanza"`` or ``"stanza:DIR"``
            with Stanza in the model's place.
        stages: those of `STAGES` to run; no model is loaded where it would find no names for *people*.

    Raises:
        ValueError: there is no such profile.
        BackendError: Stanza or its models are missing.
    """
    return _load(profile, stages)


@cache
def _load(profile: Profile, stages: tuple[str, ...]) -> Language:
    if profile == "fast" or (profile == "default" and "people" not in stages):
        nlp: Language = Indonesian()
    elif profile == "default":
        nlp = load_trained(folder("models") / MODEL)
    elif profile.partition(":")[0] == "stanza":
        from pipeline.language.backends.stanza import load_stanza

        directory = profile.partition(":")[2]
        nlp = load_stanza(Path(directory) if directory else None)
    else:
        raise ValueError(f"no profile {profile!r}; choose 'default', 'fast' or 'stanza'")
    for stage in stages:
        nlp.add_pipe(f"berita_{stage}")
    compiled.keep()
    nlp.max_length = 10_000_000  # the model has no parser, and reads a long text in pieces
    return nlp


def extract(nlp: Language, prepared: Prepared) -> Extracted:
    """All rows of one article. A stage that fails is a row in ``errors``, and the other stages' rows stand."""
    (found,) = extract_together(nlp, [prepared])
    return found


def extract_together(nlp: Language, articles: Sequence[Prepared]) -> list[Extracted]:
    """`extract` of each article, a third faster, since each stage goes over all of them before the next does: its
    patterns are large, and stay in the processor's cache.
    """
    docs = [_doc(nlp, prepared) if prepared.status == "ok" else None for prepared in articles]
    errors = [[_status_error(prepared)] if prepared.status == "failed" else [] for prepared in articles]
    for name, component in nlp.pipeline:
        if not name.startswith("berita_"):
            component = partial(pieces.run, component)
        for place, doc in enumerate(docs):
            try:
                docs[place] = component(doc) if doc is not None else None
            except Exception as error:
                errors[place].append(_stage_error(articles[place], name, error))
    return [_assemble(*found) for found in zip(articles, docs, errors, strict=True)]


def _doc(nlp: Language, prepared: Prepared) -> Doc:
    """The `Doc` of an article, with what the stages need to know of it."""
    doc = nlp.make_doc(prepared.article.text) if _reads_tokens(nlp) else Doc(nlp.vocab)
    carried = doc._  # spaCy makes it anew at each look
    carried.article_id = prepared.article_id
    carried.text = prepared.article.text
    carried.published = _day(prepared.article.published_at)
    carried.body_start = prepared.body_start
    carried.dateline_place = prepared.dateline_place
    return doc


def _reads_tokens(nlp: Language) -> bool:
    """Whether anything but our stages runs, which match characters: a model reads tokens."""
    return any(name.removeprefix("berita_") not in STAGES for name in nlp.pipe_names)


def _assemble(prepared: Prepared, doc: Doc | None, errors: Sequence[Error]) -> Extracted:
    carried = None if doc is None else doc._
    sentences = () if carried is None else tuple(carried.sentences or ())
    rows: dict[str, Sequence[Row]] = {
        "articles": (article_row(prepared, 0 if carried is None else count(prepared.article.text), len(sentences)),),
        "sentences": sentences,
        **{name: () if carried is None else getattr(carried, name) for name in _TABLES},
        "errors": tuple(errors),
    }
    return Extracted({**rows, "facts": facts(rows)})


def _stage_error(prepared: Prepared, stage: str, error: Exception) -> Error:
    return error_row(prepared.article.source, stage, type(error).__name__, str(error), prepared.article_id)


def _status_error(prepared: Prepared) -> Error:
    return error_row(prepared.article.source, "read", "too_long", prepared.error or "", prepared.article_id)


def _day(published_at: str | None) -> date | None:
    """The calendar day of an ISO 8601 date or datetime."""
    return date.fromisoformat(published_at[:10]) if published_at else None
