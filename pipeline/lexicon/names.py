"""What stands in and around personal names: titles, degrees, given names, and capitalised words that are no names.

>>> title_of("Kyai").kind, title_of("AKBP").written
('religious', 'Ajun Komisaris Besar')
>>> is_given_name("Bambang"), word_kind("Pendidikan"), word_kind("Jalan")
(True, 'body', 'place')
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.lexicon.nicknames import LookAlike
from pipeline.lexicon.read import read
from pipeline.schema import Gender

TitleKind = Literal["honorific", "religious", "academic", "rank", "corps"]
WordKind = Literal["body", "place", "opener", "common"]


@dataclass(frozen=True, slots=True)
class Title:
    """A word or abbreviation before a name that is no part of it (``titles.tsv``).

    `kind`: ``honorific`` (Pak, Ibu), ``religious`` (H., KH, Gus), ``academic`` (Prof., Dra.), ``rank`` (AKBP, Letnan
    Kolonel) or ``corps``, what follows a rank (Pol, Inf, Purn). `gender` only where the word itself says so.
    """

    written: str
    variants: tuple[str, ...]
    kind: TitleKind
    gender: Gender | None
    example: str

    @property
    def forms(self) -> tuple[str, ...]:
        """Every written form that reaches this entry."""
        return (self.written, *self.variants)


@dataclass(frozen=True, slots=True)
class Degree:
    """An academic or professional degree behind a name (``degrees.tsv``), dotted; texts also write *SPd*."""

    written: str
    meaning: str
    example: str


@dataclass(frozen=True, slots=True)
class GivenName:
    """A word of personal names, hardly used otherwise (``given_names.tsv``): evidence for a name, never a condition."""

    word: str
    example: str


@dataclass(frozen=True, slots=True)
class InnerName:
    """A common word that also stands inside personal names (``inner_names.tsv``): *Budi* **Karya** *Sumadi*."""

    word: str
    example: str


@dataclass(frozen=True, slots=True)
class CapitalWord:
    """A word that is written with a capital without being a name (``capital_words.tsv``).

    `kind`: ``body`` (fills the names of bodies and their units: *Dinas* **Pendidikan**), ``place`` (heads a name given
    in someone's honour: **Jalan** *Sudirman*), ``opener`` (begins a sentence, and a name may follow: **Menurut**
    *Ratna*) or ``common`` (any other: *Senin*, *Talkshow*).
    """

    word: str
    kind: WordKind
    example: str


FILES: dict[str, type] = {
    "titles": Title,
    "degrees": Degree,
    "given_names": GivenName,
    "inner_names": InnerName,
    "capital_words": CapitalWord,
}
"""File stem in ``data/`` → entry class."""

TITLES: tuple[Title, ...] = read("titles", Title)
DEGREES: tuple[Degree, ...] = read("degrees", Degree)

_TITLE_OF = {form.casefold().rstrip("."): title for title in TITLES for form in title.forms}
_DEGREE_KEYS = frozenset(degree.written.replace(".", "").casefold() for degree in DEGREES)
_GIVEN = frozenset(entry.word.casefold() for entry in read("given_names", GivenName))
_INNER = frozenset(entry.word for entry in read("inner_names", InnerName))
_KIND_OF: dict[str, WordKind] = {entry.word.casefold(): entry.kind for entry in read("capital_words", CapitalWord)}
NO_NAMES = frozenset(_KIND_OF) - _GIVEN
"""Words, case-folded, that are written with a capital and are known not to be names."""
_LOOK_ALIKES = frozenset(entry.name for entry in read("look_alikes", LookAlike))


def title_of(text: str) -> Title | None:
    """The title that `text` writes, with or without its full stop, in any case."""
    return _TITLE_OF.get(" ".join(text.split()).casefold().rstrip("."))


def is_degree(word: str) -> bool:
    """Whether `word` begins or is a degree, with or without full stops (*SPd*, *M* of *M.Pd.*)."""
    return word.replace(".", "").casefold() in _DEGREE_KEYS or len(word) == 1


def is_given_name(word: str) -> bool:
    """Whether `word` is known to occur in personal names."""
    return word.casefold() in _GIVEN


def is_inner_name(word: str) -> bool:
    """Whether `word`, for all its other uses, occurs inside personal names."""
    return word in _INNER


def word_kind(word: str) -> WordKind | None:
    """Why a capitalised `word` is no name by itself, or `None` where nothing speaks against it."""
    return _KIND_OF.get(word.casefold())


def is_look_alike(name: str) -> bool:
    """Whether `name` is a club's, city's or company's that has the form of a person's (*Real Madrid*)."""
    return name in _LOOK_ALIKES
