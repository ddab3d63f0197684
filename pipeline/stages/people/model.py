"""A capitalised run, and the name that it is by some evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.lexicon import names

Rule = Literal[
    "degree", "title", "position", "apposition", "cue", "age", "coordination", "given_name", "initials", "repetition",
    "model",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name by `rule`: ``[start, end)`` with titles and degrees, ``[name_start, name_end)`` bare."""

    start: int
    name_start: int
    name_end: int
    end: int
    name: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Run:
    """A capitalised run cut to what can be a name, before anything speaks for it."""

    start: int
    name_start: int
    name_end: int
    end: int
    words: tuple[str, ...]
    is_partial: bool = False
    """Whether a common noun before it was cut off (*Kampus* **Wijaya**): only a name known from elsewhere can stand."""

    @property
    def is_bare(self) -> bool:
        """Whether neither title nor degree stands beside the name."""
        return self.start == self.name_start and self.end == self.name_end

    @property
    def is_known(self) -> bool:
        """Whether the run itself proves to be a name: by a title, a degree or a given name in it."""
        return not self.is_bare or any(names.is_given_name(word) for word in self.words)

    def written(self, text: str) -> str:
        """The bare name as `text` writes it."""
        return text[self.name_start : self.name_end]

    def named(self, text: str, rule: Rule) -> Candidate:
        """The candidate that this run is, by `rule`."""
        return Candidate(self.start, self.name_start, self.name_end, self.end, self.written(text), rule)
