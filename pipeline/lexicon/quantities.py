"""Words around numbers: units, currencies, classifiers, vague amounts, cues, and the words at which a counted noun
phrase ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.schema import FigureModifier


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure (``units.tsv``).

    `symbol` is what ``figures.unit`` holds (UCUM-style). `glued` forms follow digits with or without a space, in this
    very case (``5 m``, ``20km``); `words` stand apart, in any case. Units of time are not here: they make durations and
    dates, no figures.
    """

    symbol: str
    kind: Literal["measure", "percent"]
    glued: tuple[str, ...]
    words: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency (``currencies.tsv``): ISO 4217 `code`, `symbols` before the number, `words` behind it."""

    code: str
    symbols: tuple[str, ...]
    words: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Classifier:
    """A numeral classifier (``classifiers.tsv``): it stands between the number and what is counted (``tiga ekor
    sapi``).
    """

    word: str
    variants: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Vague:
    """A vague number word (``vague_numbers.tsv``) with the conventional interval, both ends included."""

    word: str
    low: int
    high: int
    example: str


@dataclass(frozen=True, slots=True)
class QuantityCue:
    """A word that leads to a number (``quantity_cues.tsv``).

    `modifier` is what it does to the value, if anything. `link` says whether what is counted may stand before it, and
    how: ``attribute`` within its noun phrase (``guru sebanyak 20``), ``predicate`` as the subject (``guru mencapai
    20``), or ``no``.
    """

    cue: str
    modifier: FigureModifier | None
    link: Literal["attribute", "predicate", "no"]
    example: str


@dataclass(frozen=True, slots=True)
class FigureCue:
    """A word right before a number that settles its kind (``figure_cues.tsv``); ``name`` makes it part of a name or
    identifier, no figure.
    """

    word: str
    kind: Literal["age", "name", "ordinal", "ratio", "score", "time"]
    variants: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class PhraseWord:
    """A word that tells where a counted noun phrase ends (``phrase_words.tsv``).

    ``stop`` ends it, ``noun`` continues it although it looks like a verb (*berita*), ``total`` names an amount and not
    what is counted (*jumlah*).
    """

    word: str
    part: Literal["noun", "stop", "total"]
    example: str


@dataclass(frozen=True, slots=True)
class CompoundNoun:
    """A noun of several words that is one head (``compound_nouns.tsv``): *perguruan tinggi* is what is counted, not
    *perguruan*.

    `head` is the unit where that is not the whole phrase (*kabupaten dan kota*: *kabupaten*).
    """

    phrase: str
    head: str | None
    example: str


@dataclass(frozen=True, slots=True)
class FixedPhrase:
    """A set phrase whose number word counts nothing (``fixed_phrases.tsv``): *satu sama lain*."""

    phrase: str
    example: str


FILES: dict[str, type] = {
    "classifiers": Classifier,
    "compound_nouns": CompoundNoun,
    "currencies": Currency,
    "figure_cues": FigureCue,
    "fixed_phrases": FixedPhrase,
    "phrase_words": PhraseWord,
    "quantity_cues": QuantityCue,
    "units": Unit,
    "vague_numbers": Vague,
}
"""File stem in ``data/`` → entry class."""
