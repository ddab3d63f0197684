"""One pass over an article in text order: names, roles, pronouns and quotes → references, each tied to a person where
that can be told.

In: the clusters of an article and what the stages found. Out: `Resolved`: references in text order, the person of
each role and each quote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import regex

from pipeline.linking.holders import holders, is_epithet
from pipeline.linking.persons import Cluster, holder_of, words_of
from pipeline.linking.references import PRONOUN, Discourse, Function, Reference
from pipeline.schema import MentionForm, Sentence
from pipeline.stages.mentions import NameMention, QuoteMention, RoleMention

_NYA = "nya"  # the clitic of *ujarnya*
# *politikus asal Sleman itu*: someone already named, unless he is called a source; the demonstrative ends the mention
# or stands behind it.
_DEFINITE = regex.compile(r"(?!sumber\b).*\s(?:itu|tersebut)\b", regex.IGNORECASE)
_DEFINITE_REACH = len(" tersebut")


@dataclass(frozen=True, slots=True)
class Resolved:
    """What linking found out: all references, and by position in the input the person of each role mention and quote
    mention.
    """

    references: tuple[Reference, ...]
    role_persons: tuple[int | None, ...]
    quote_persons: tuple[int | None, ...]


def resolve(
    text: str,
    sentences: Sequence[Sentence],
    clusters: Sequence[Cluster],
    names: Sequence[NameMention],
    roles: Sequence[RoleMention],
    quotes: Sequence[QuoteMention],
) -> Resolved:
    """Tie every mention to a person; see the module."""
    return _Pass(text, sentences, clusters, names, roles, quotes).run()


class _Pass:
    """The state of one pass: the discourse so far, who holds which role, who said which quote."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        clusters: Sequence[Cluster],
        names: Sequence[NameMention],
        roles: Sequence[RoleMention],
        quotes: Sequence[QuoteMention],
    ) -> None:
        self.text = text
        self.clusters = clusters
        self.names, self.roles, self.quotes = names, roles, quotes
        direct = [(quote.start, quote.end) for quote in quotes if quote.kind == "direct"]
        self.discourse = Discourse(text, sentences, direct)
        self.person_of_name = {
            (mention.start, mention.end): number for number, known in enumerate(clusters) for mention in known.mentions
        }
        self.role_starts = {role.end: role.start for role in roles}
        self.speaking = {quote.speaker_start for quote in quotes if quote.speaker_start is not None}
        held_by = [role.holder and (role.holder.start, role.holder.end) for role in roles]
        self.role_persons = [self.person_of_name.get(name) if name else None for name in held_by]
        self.quote_persons: list[int | None] = [None] * len(quotes)

    def run(self) -> Resolved:
        for _, step in sorted(self._events(), key=lambda event: event[0]):
            step()
        self._share_within_groups()
        return Resolved(tuple(self.discourse.references), tuple(self.role_persons), tuple(self.quote_persons))

    def _events(self) -> Iterator[tuple[tuple[int, int], Callable[[], None]]]:
        """What there is to resolve, by offset; at one offset a name comes before the role and the quote that build on
        it.
        """
        yield from (((mention.start, 0), partial(self._name, mention)) for mention in self.names)
        yield from (((role.start, 1), partial(self._role, number)) for number, role in enumerate(self.roles))
        yield from (((match.start(), 2), partial(self._pronoun, match)) for match in PRONOUN.finditer(self.text))
        for number, quote in enumerate(self.quotes):
            last = max(place for place in (quote.start, quote.cue_start, quote.speaker_start) if place is not None)
            yield (last, 3), partial(self._quote, number)

    def _name(self, mention: NameMention) -> None:
        person = self.person_of_name.get((mention.start, mention.end))
        whole = person is not None and words_of(mention.name) == self.clusters[person].words
        rule = mention.rule if person is not None else "ambiguous_name"
        form: MentionForm = "name" if whole or person is None else "short"
        self._refer(
            mention.start,
            mention.end,
            person,
            form,
            self._function(mention.start, mention.name_start),
            rule,
            mention.confidence,
        )

    def _role(self, number: int) -> None:
        role = self.roles[number]
        if role.holder is not None:
            person = self.role_persons[number]
            if person is not None:
                place = max(role.start, role.holder.start)
                self._refer(role.start, role.end, person, "role", "object", "role_of_holder", role.confidence, place)
            return
        if self.discourse.in_speech(role.start):
            return
        found = holders(self.roles, self.role_persons, number)
        is_epithet_here = not found and is_epithet(self.text, role)
        person = self.discourse.antecedent(role.start) if is_epithet_here else found.pop() if len(found) == 1 else None
        if person is not None:
            rule = "epithet" if is_epithet_here else "role_of_one_holder"
            self.role_persons[number] = person
            self._refer(role.start, role.end, person, "role", self._function(role.start), rule, 0.8)

    def _pronoun(self, match: regex.Match[str]) -> None:
        if self.discourse.in_speech(match.start()) or self.discourse.within(*match.span()):
            return
        person = self.discourse.antecedent(match.start())
        rule = "antecedent" if person is not None else "ambiguous_pronoun"
        self._refer(match.start(), match.end(), person, "pronoun", self._function(match.start()), rule, 0.75)

    def _quote(self, number: int) -> None:
        quote = self.quotes[number]
        if quote.speaker_start is not None and quote.speaker_end is not None:
            self.quote_persons[number] = self._speaker(quote.speaker_start, quote.speaker_end)
        elif quote.attribution == "clitic" and quote.cue_end is not None:
            person = self.discourse.antecedent(min(quote.start, quote.cue_start or quote.start))
            self.quote_persons[number] = person
            rule = "antecedent" if person is not None else "ambiguous_clitic"
            if self.text[quote.cue_end - len(_NYA) : quote.cue_end].lower() == _NYA:
                self._refer(
                    quote.cue_end - len(_NYA),
                    quote.cue_end,
                    person,
                    "pronoun",
                    "speaker" if person is not None else "object",
                    rule,
                    0.75,
                )
        elif quote.attribution == "continued":
            self.quote_persons[number] = self._previous_speaker(number)

    def _speaker(self, start: int, end: int) -> int | None:
        """The person in a speaker mention: a reference inside it, else the one person who bears its words."""
        inside = [r for r in self.discourse.within(start, end) if r.form != "role" or r.start == start]
        named = [r for r in inside if r.form in ("name", "short")] or inside
        if named:
            return named[0].person if len({r.person for r in named}) == 1 else None  # *A dan B* speak as one
        written = self.text[start:end]
        if _DEFINITE.match(self.text, start, min(len(self.text), end + _DEFINITE_REACH)):
            return self.discourse.antecedent(start)
        known = None if PRONOUN.fullmatch(written) else holder_of(words_of(written), self.clusters)
        if known is None:
            self.discourse.add(_other_speaker(start, end, is_institution=written[:1].isupper()))
            return None
        person = next(number for number, candidate in enumerate(self.clusters) if candidate is known)
        self._refer(start, end, person, "short", "speaker", "speaker_words", 0.8)
        return person

    def _previous_speaker(self, number: int) -> int | None:
        before = [n for n in range(number) if self.quotes[n].attribution != "none"]
        return self.quote_persons[before[-1]] if before else None

    def _share_within_groups(self) -> None:
        """All pieces of one utterance have one speaker: the one that any of its pieces names."""
        speakers: dict[int, int] = {}
        for quote, person in zip(self.quotes, self.quote_persons, strict=True):
            if quote.group is not None and person is not None and quote.attribution != "continued":
                speakers.setdefault(quote.group, person)
        for number, quote in enumerate(self.quotes):
            if quote.group in speakers and quote.attribution in ("continued", "none"):
                self.quote_persons[number] = speakers[quote.group]

    def _function(self, *starts: int) -> Function:
        if any(start in self.speaking for start in starts):
            return "speaker"
        return self.discourse.function_at(self._phrase_start(starts[0]))

    def _phrase_start(self, start: int) -> int:
        """Where the whole noun phrase begins: the role phrase right before a name belongs to it."""
        return next((self.role_starts[end] for end in range(start, start - 3, -1) if end in self.role_starts), start)

    def _refer(
        self,
        start: int,
        end: int,
        person: int | None,
        form: MentionForm,
        function: Function,
        rule: str,
        confidence: float,
        place: int | None = None,
    ) -> None:
        self.discourse.add(
            Reference(
                start=start,
                end=end,
                person=person,
                form=form,
                function=function,
                rule=rule,
                confidence=confidence,
                place=start if place is None else place,
            )
        )


def _other_speaker(start: int, end: int, *, is_institution: bool) -> Reference:
    """A speaker who is no person of the article: an institution or an unnamed source."""
    function: Function = "institution" if is_institution else "speaker"
    return Reference(
        start=start,
        end=end,
        person=None,
        form="role",
        function=function,
        rule="other_speaker",
        confidence=0.0,
        place=start,
    )
