"""Every place where a person is referred to, and the antecedents of pronouns.

The salience model, in words: a pronoun or a cue's -nya refers to the speaker or, without one, to the subject of the
nearest sentence before it that has
either; a person who stands only as an object or inside quoted speech does not compete with a subject. A speaker who
is no person of the article
(an institution, an unnamed source) ends the search, and two coordinated subjects leave it undecided: then nobody is
guessed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import regex

from pipeline.schema import MentionForm, Sentence

REACH = 6
"""Sentences that the search for an antecedent goes back; farther ones were wrong more often than right on news."""

PRONOUN = regex.compile(r"\b(?:ia|dia|beliau)\b(?!-)", regex.IGNORECASE)
_OBJECT_BEFORE = regex.compile(
    r"\b(?:kepada|oleh|dengan|bersama|dari|untuk|terhadap|pada|bagi|atas|antara|termasuk|seperti|didampingi|mendampingi|menemui|menyebut|serta|dan)\s+$",
    regex.IGNORECASE,
)

Function = Literal["subject", "object", "speaker"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One mention; `person` is the number of its cluster, `None` where it could not be told."""

    start: int
    end: int
    person: int | None
    form: MentionForm
    function: Function
    rule: str
    confidence: float


@dataclass(slots=True)
class Discourse:
    """What an article has said so far: its sentences and the references met, in text order."""

    text: str
    sentences: Sequence[Sentence]
    quoted: Sequence[tuple[int, int]]
    _met: defaultdict[int, list[Reference]] = field(default_factory=lambda: defaultdict(list))

    @property
    def references(self) -> list[Reference]:
        """All references met, in text order."""
        return sorted((r for met in self._met.values() for r in met), key=lambda r: (r.start, r.end))

    def add(self, reference: Reference) -> None:
        """Take in the next reference."""
        self._met[self._sentence_at(reference.start)].append(reference)

    def within(self, start: int, end: int) -> list[Reference]:
        """The references met that overlap ``[start, end)``, a stretch of one sentence."""
        return [r for r in self._met[self._sentence_at(start)] if r.start < end and r.end > start]

    def in_speech(self, offset: int) -> bool:
        """Whether `offset` lies inside a direct quote."""
        number = bisect_right(self.quoted, (offset, len(self.text))) - 1
        return number >= 0 and offset < self.quoted[number][1]

    def function_at(self, start: int) -> Function:
        """Subject, unless a preposition or a verb that takes a person as its object stands right before `start`."""
        return "object" if _OBJECT_BEFORE.search(self.text, max(0, start - 20), start) else "subject"

    def antecedent(self, offset: int) -> int | None:
        """The person that a pronoun or -nya at `offset` refers to, or `None` where nobody or more than one fits."""
        here = self._sentence_at(offset)
        fallback: int | None = None
        for number in range(here, max(-1, here - REACH - 1), -1):
            found = [r for r in self._met.get(number, ()) if r.start < offset and not self.in_speech(r.start)]
            speakers = [r for r in found if r.function == "speaker"]
            if speakers:
                return speakers[-1].person
            subjects = [r for r in found if r.function == "subject" and r.person is not None]
            if subjects:
                return subjects[0].person if not self._coordinated(subjects) else None
            objects = {r.person for r in found if r.person is not None}
            if fallback is None and len(objects) == 1:
                fallback = objects.pop()
        return fallback

    def _coordinated(self, subjects: Sequence[Reference]) -> bool:
        """Whether the first two subjects are joined (*A dan B menyatakan*), so that neither is the one."""
        first = subjects[0]
        other = next((r for r in subjects if r.person != first.person), None)
        return other is not None and self.text[first.end : other.start].strip(" ,") in ("dan", "serta", "bersama")

    def _sentence_at(self, offset: int) -> int:
        return max(0, bisect_right(self.sentences, offset, key=lambda sentence: sentence.start_char) - 1)
