"""Gold in any of the forms that are read → the articles to extract, and the scores of what was found in them.

| form | what tells it |
|---|---|
| the project's own (``docs/gold.md``) | a folder of ``.toml`` files |
| rows with offsets (`jsonl`) | ``.jsonl`` |
| labelled spans of PFSA-ID (`pfsa`) | ``.jsonl`` whose lines have ``spans`` |
| TimeML (`timeml`) | ``.tml``, or a folder of them |
| CoNLL columns (`conll`) | ``.conll``, ``.bio``, ``.iob``, ``.tsv``, ``.txt`` |
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipeline.evaluation import gold
from pipeline.evaluation.forms import conll, jsonl, pfsa, timeml
from pipeline.evaluation.found import Found
from pipeline.evaluation.gold import GoldError, naming
from pipeline.evaluation.rows import Annotations
from pipeline.evaluation.score import Document, compare
from pipeline.readers import Article
from pipeline.readers.sources import Source

COLUMNS = frozenset({".conll", ".bio", ".iob", ".tsv", ".txt"})
"""Endings of CoNLL files."""


@dataclass(frozen=True, slots=True)
class Gold:
    """What an evaluation needs of gold.

    Attributes:
        articles: what to extract.
        score: what was found → the outcome, article by article.
    """

    articles: Source
    score: Callable[[Found], Iterable[Document]]


def open_gold(path: Path, articles: Source | None = None) -> Gold:
    """The gold at `path`.

    Args:
        path: a file or folder in one of the forms of this module.
        articles: where the articles lie that TOML gold speaks of; the folder that holds `path` without it. The other
            forms hold their texts.

    Raises:
        FileNotFoundError: there is nothing at `path`.
        GoldError: it cannot be read, or has none of the forms.
    """
    if not path.exists():
        raise FileNotFoundError(f"there is no {path}")
    if path.is_dir() and any(path.glob("*.toml")):
        return Gold(articles or path.parent, partial(_score_toml, path))
    if path.suffix == ".jsonl":
        lines = jsonl.objects(path)
        if any("spans" in line for line in lines):
            return _of_spans(lines, path.name)
        return _of_annotations(jsonl.parse(lines, path.stem))
    if path.suffix == ".tml" or (path.is_dir() and any(path.glob("*.tml"))):
        return _of_annotations(timeml.read(path))
    if path.suffix in COLUMNS:
        return _of_annotations(conll.read(path))
    raise GoldError(f"{path}: gold is a folder of .toml or .tml files, or a .jsonl, .tml or CoNLL file")


def _score_toml(folder: Path, found: Found) -> Iterable[Document]:
    return (compare(each, found.beside(each)) for each in gold.read(folder, found.texts))


def _of_annotations(annotations: Sequence[Annotations]) -> Gold:
    return Gold(
        [_article(each) for each in annotations],
        lambda found: (compare(each, found.beside(each)) for each in annotations),
    )


def _article(gold: Annotations) -> Article:
    known = gold.article
    with naming(gold.name):
        return Article(
            text=gold.text, id=gold.name, title=known.title, outlet=known.outlet, published_at=known.published_at
        )


def _of_spans(lines: Sequence[jsonl.Line], name: str) -> Gold:
    faulty = next((n for n, line in enumerate(lines, 1) if not line.keys() >= {"id", "text", "spans"}), None)
    if faulty:
        raise GoldError(f"{name}, article {faulty}: id, text and spans expected")
    articles = [Article(text=line["text"], id=line["id"], published_at=line.get("published_at")) for line in lines]
    return Gold(articles, lambda found: (pfsa.score(line, found) for line in lines))
