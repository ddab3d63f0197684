"""Every place where a person is referred to, and the antecedents of pronouns.

The salience model: each mention before a pronoun (or a cue's -nya) counts by its function, a speaker more than the
topic that opens a sentence (a speaker, too, before a verb of saying), that more than another subject, that more than
an object, and less with every sentence between. Mentions inside quoted speech do not count, and behind a cue's -nya
those count less of a person of whom the article only speaks. The best person wins by a margin or nobody does; a speaker
who is no person of the article competes, too (an unnamed source like any speaker, an institution or a group less, since
its spokesman goes on speaking for it), and when one wins nobody is guessed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Literal

import regex

from pipeline.lexicon import alternation, read
from pipeline.lexicon.compiled import pattern
from pipeline.lexicon.cues import Cue, QuoteWord
from pipeline.schema import AttributionRule, MentionForm, Sentence

REACH = 7
"""Sentences that the search for an antecedent goes back; farther only while nobody at all has been mentioned."""

PRONOUN = regex.compile(r"\b(?:ia|dia|beliau)\b(?!-)", regex.IGNORECASE)
_OBJECT_BEFORE = regex.compile(
    r"\b(?:kepada|oleh|dengan|bersama|dari|untuk|terhadap|pada|bagi|atas|antara|termasuk|seperti|didampingi|mendampingi|menemui|menyebut|serta|dan)\s+$",
    regex.IGNORECASE,
)

_OPENER = regex.compile(
    r"(?:(?:[^\s,]+\s){0,5}[^\s,]+,\s*|\W*)(?:(?:bagi|menurut)\s+)?(?:(?:seorang|sang|salah satu)\s+)?",
    regex.IGNORECASE,
)
_PRESENTED = regex.compile(r"\b(?:adalah|ialah|yakni|yaitu|bernama|salah satunya|di antaranya)\s+$", regex.IGNORECASE)
_PASSIVE = alternation(form for cue in read("cues", Cue) for form in cue.forms if form.startswith("di"))
_SAID_BY = pattern(rf"\b{_PASSIVE}(?:\s\p{{Ll}}+)?\s+(?:oleh\s+)?$")
"""A passive verb of saying before its agent (*dibenarkan langsung oleh …*)."""
_WORDS = read("quote_words", QuoteWord)
_BODY = alternation(entry.word for entry in _WORDS if "body" in entry.kinds)
_HUMAN = pattern(rf"{alternation(e.word for e in _WORDS if 'human' in e.kinds)}\b", regex.IGNORECASE)
_MANY = r"(?:para|sejumlah|beberapa|sebagian|banyak|kedua|ketiga|keempat|mereka)\b|(?P<one>\p{L}+)-(?P=one)\b"
_COLLECTIVE = pattern(rf"(?:pihak\s+)?{_BODY}\b|{_MANY}", regex.IGNORECASE)

Function = Literal["topic", "subject", "object", "speaker", "collective"]
SALIENCE: dict[Function, float] = {"speaker": 3.0, "topic": 2.6, "subject": 2.2, "collective": 1.2, "object": 0.8}
"""How readily a mention is taken up again, by its function; tuned with `DECAY` on the -nya cues of Kompas articles."""
DECAY = 0.5
"""What a mention loses with each sentence that lies between."""
SILENT = 1.0
"""What a mention loses whose person is not `Discourse.quotable`: of a victim or a suspect it is only spoken."""
MARGIN = 0.1
"""The lead that the best candidate needs; with less, nobody is guessed."""


_UNRESOLVED: dict[str, AttributionRule] = {
    "ambiguous_name": "ambiguous",
    "ambiguous_pronoun": "ambiguous",
    "unbound_pronoun": "no_antecedent",
}
"""Rule of a mention whose person could not be told → why one that is traced back to it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One mention; `person` is the number of its cluster, `None` where it could not be told.

    `place` orders mentions: its start, but for a role phrase right before its holder's name the start of that name,
    since both are one noun phrase and the name is its head.
    """

    start: int
    end: int
    person: int | None
    form: MentionForm
    function: Function
    rule: str
    place: int


@dataclass(frozen=True, slots=True)
class Attributed:
    """Who is meant: a person or nobody, by which rule, and the mention that it rests on."""

    person: int | None
    rule: AttributionRule
    mention: Reference | None = None


def is_collective(written: str) -> bool:
    """Whether a description means a body or a group rather than one person.

    >>> is_collective("pemerintah"), is_collective("para guru"), is_collective("guru itu")
    (True, True, False)
    """
    return _COLLECTIVE.match(written) is not None


def is_human(written: str) -> bool:
    """Whether a description begins with a common noun for a person (*Politikus PPP*)."""
    return _HUMAN.match(written) is not None


@dataclass(slots=True)
class Discourse:
    """What an article has said so far: its sentences and the references met, in text order."""

    text: str
    sentences: Sequence[Sentence]
    quoted: Sequence[tuple[int, int]]
    quotable: Collection[int] = ()
    """The persons who hold a post or whom some quote of the article names as its speaker."""
    _first: dict[int | None, int] = field(default_factory=dict)
    _met: defaultdict[int, list[Reference]] = field(default_factory=lambda: defaultdict(list))

    @property
    def references(self) -> list[Reference]:
        """All references met, in text order."""
        met = (reference for references in self._met.values() for reference in references)
        return sorted(met, key=lambda r: (r.place, r.form == "role", r.start, r.end))

    def add(self, reference: Reference) -> None:
        """Take in the next reference."""
        self._first.setdefault(reference.person, reference.start)
        self._met[self._sentence_at(reference.start)].append(reference)

    def within(self, start: int, end: int) -> list[Reference]:
        """The references met that overlap ``[start, end)``, a stretch of one sentence."""
        return [r for r in self._met[self._sentence_at(start)] if r.start < end and r.end > start]

    def in_speech(self, offset: int) -> bool:
        """Whether `offset` lies inside a direct quote."""
        number = bisect_right(self.quoted, (offset, len(self.text))) - 1
        return number >= 0 and offset < self.quoted[number][1]

    def function_at(self, start: int) -> Function:
        """The function of a mention by what stands before it.

        A speaker is the agent of a passive verb of saying, a topic opens its sentence or is presented in it (*yaitu
        X*), an object follows a preposition or a verb that takes a person, all else is a subject.
        """
        sentence = self.sentences[self._sentence_at(start)]
        before = max(sentence.start_char, start - 40)
        if _SAID_BY.search(self.text, before, start):
            return "speaker"
        opens = self.text.endswith(", ", sentence.start_char, start) and not self._met.get(self._sentence_at(start))
        if (
            opens
            or _OPENER.fullmatch(self.text, sentence.start_char, start)
            or _PRESENTED.search(self.text, before, start)
        ):
            return "topic"
        return "object" if _OBJECT_BEFORE.search(self.text, before, start) else "subject"

    def antecedent(self, offset: int, *, said: bool = False, apart: bool = False) -> Attributed:
        """Whom a pronoun or, where something was `said`, the -nya of a cue at `offset` refers to: nobody where no
        mention or more than one fits. A description that stands `apart` means nobody else in its own sentence.
        """
        here = self._sentence_at(offset)
        best: dict[int | None, tuple[float, Reference]] = {}
        barred = {reference.person for reference in self._met.get(here, ())} - {None} if apart else ()
        for number in range(here, -1, -1):
            if best and here - number > REACH:
                break
            for reference in self._met.get(number, ()):
                if reference.start >= offset or self.in_speech(reference.start) or reference.person in barred:
                    continue
                score = SALIENCE[reference.function] - DECAY * (here - number)
                if said and self._is_silent(reference):
                    score -= SILENT
                if reference.person not in best or score > best[reference.person][0]:
                    best[reference.person] = (score, reference)
        ranked = sorted(best.values(), key=lambda scored: scored[0], reverse=True)
        if not ranked:
            return Attributed(None, "no_antecedent")
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN:
            return Attributed(None, "ambiguous")
        winner = ranked[0][1]
        if winner.person is not None:
            return Attributed(winner.person, "antecedent", winner)
        return Attributed(None, _UNRESOLVED.get(winner.rule, "other_speaker"))

    def _is_silent(self, reference: Reference) -> bool:
        """Whether a mention is of a person who is only spoken of, and does not introduce him as the next topic."""
        if reference.function not in ("topic", "subject") or reference.person in self.quotable:
            return False
        first = reference.start == self._first.get(reference.person, reference.start)
        presented = _PRESENTED.search(self.text, max(0, reference.start - 40), reference.start)
        return not first or reference.function != "topic" or presented is not None

    def _sentence_at(self, offset: int) -> int:
        return max(0, bisect_right(self.sentences, offset, key=lambda sentence: sentence.start_char) - 1)
