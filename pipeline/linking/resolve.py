"""One pass over an article in text order: names, roles, pronouns and quotes → references, each tied to a person where
that can be told.

In: the clusters of an article and what the stages found. Out: `Resolved`: references in text order, the person of
each role and each quote.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import regex

from pipeline.lexicon import alternation, posts, read
from pipeline.lexicon.compiled import pattern, plain
from pipeline.lexicon.cues import Cue, QuoteWord
from pipeline.linking.holders import epithet_holder, holders, is_addressed, is_epithet, is_unmistakable
from pipeline.linking.index import NameIndex
from pipeline.linking.persons import Cluster, holder_of, words_of
from pipeline.linking.references import PRONOUN, Attributed, Discourse, Function, Reference, is_collective, is_human
from pipeline.schema import MentionForm, Sentence
from pipeline.stages.mentions import NameMention, QuoteMention, RoleMention
from pipeline.stages.roles.patterns import CHAIN

_NYA = "nya"  # the clitic of *ujarnya*
# *politikus asal Sleman itu*: someone already named, unless he is called a source; the demonstrative ends the mention
# or stands behind it.
_DEFINITE = regex.compile(r"(?!sumber\b).*\s(?:ini|itu|tersebut)\b", regex.IGNORECASE)
_ORGANIZATION = plain(posts.ORGANIZATION_PATTERN)
_TITLED = 4
"""Words from which a proper name without an organization's head is a title and a name that nobody knows."""
_RELATION = regex.compile(
    rf"{alternation(word.word for word in read('quote_words', QuoteWord) if 'relation' in word.kinds)}\s",
    regex.IGNORECASE,
)
_SAYING = alternation(form for cue in read("cues", Cue) for form in cue.forms if form.startswith(("me", "ber")))
_SPEAKS = pattern(rf",?\s(?:(?:juga|pun|turut|kemudian|lalu|kembali)\s)?(?:{_SAYING}|berterima\skasih)\b")
"""A verb of saying behind the topic of a sentence, reported or not (*Ratna menekankan pentingnya …*)."""
_DEFINITE_REACH = len(" tersebut")


_PRONOUN_RULE = defaultdict(
    lambda: "ambiguous_pronoun", antecedent="antecedent", no_antecedent="unbound_pronoun", other_speaker="other_person"
)
"""How a pronoun was traced → the rule of its mention."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What linking found out: all references, and by position in the input the person of each role mention and who
    said each quote mention.
    """

    references: tuple[Reference, ...]
    role_persons: tuple[int | None, ...]
    quotes: tuple[Attributed, ...]


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
        self.person_of_name = {
            (mention.start, mention.end): number for number, known in enumerate(clusters) for mention in known.mentions
        }
        self.role_starts = {role.end: role.start for role in roles}
        self.speaking = {
            offset for quote in quotes for offset in range(quote.speaker_start or 0, quote.speaker_end or 0)
        }
        held_by = [role.holder and (role.holder.start, role.holder.end) for role in roles]
        self.role_persons = [self.person_of_name.get(name) if name else None for name in held_by]
        self.discourse = Discourse(text, sentences, direct, self._quotable())
        self.told = [Attributed(None, "none")] * len(quotes)
        self.antecedents: dict[int, Attributed] = {}

    def _quotable(self) -> frozenset[int]:
        """The persons who hold a post, or whose name is the speaker mention of a quote."""
        named = {mention.name_start: self.person_of_name.get((mention.start, mention.end)) for mention in self.names}
        said = [named.get(quote.speaker_start) for quote in self.quotes if quote.speaker_start is not None]
        held = [p for p, role in zip(self.role_persons, self.roles, strict=True) if role.role_class != "lay"]
        return frozenset(person for person in (*said, *held) if person is not None)

    def run(self) -> Resolved:
        for _, step in sorted(self._events(), key=lambda event: event[0]):
            step()
        self._look_forward()
        self._share_within_groups()
        return Resolved(tuple(self.discourse.references), tuple(self.role_persons), tuple(self.told))

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
        function = self._function(mention.start, mention.name_start)
        if function == "topic" and _SPEAKS.match(self.text, mention.end):
            function = "speaker"
        self._refer(mention.start, mention.end, person, form, function, rule)

    def _role(self, number: int) -> None:
        role = self.roles[number]
        if role.holder is not None:
            person = self.role_persons[number]
            if person is not None:
                place = max(role.start, role.holder.start)
                self._refer(role.start, role.end, person, "role", "object", "role_of_holder", place)
            return
        if self.discourse.in_speech(role.start) and not (is_unmistakable(role) or is_addressed(self.text, role)):
            return
        found = self._chained(number) or holders(self.roles, self.role_persons, number)
        is_epithet_here = not found and is_epithet(self.text, role)
        person = (
            self.discourse.antecedent(role.start).person
            if is_epithet_here
            else found.pop()
            if len(found) == 1
            else None
        )
        if person is not None:
            rule = "epithet" if is_epithet_here else "role_of_one_holder"
            self.role_persons[number] = person
            self._refer(role.start, role.end, person, "role", self._function(role.start), rule)
        elif role.start not in self.speaking and self._function(role.start) == "speaker" and not self._is_named(role):
            self.discourse.add(_other_speaker(role.start, role.end, collective=False))  # *disampaikan Kepala Dinas*

    def _chained(self, number: int) -> set[int]:
        """The person of the phrase without a name that this one adds to (*Bupati* **yang juga** *Ketua PMI*)."""
        if number == 0 or (person := self.role_persons[number - 1]) is None:
            return set()
        before, role = self.roles[number - 1], self.roles[number]
        is_chained = before.holder is None and CHAIN.fullmatch(self.text, before.end, role.start) is not None
        return {person} if is_chained else set()

    def _is_named(self, role: RoleMention) -> bool:
        """Whether a name stands right behind a role phrase, though it was not told to hold it."""
        return any(role.end <= mention.start <= role.end + len(", ") for mention in self.names)

    def _pronoun(self, match: regex.Match[str]) -> None:
        if self.discourse.in_speech(match.start()) or self.discourse.within(*match.span()):
            return
        told = self.antecedents[match.start()] = self.discourse.antecedent(match.start())
        rule = _PRONOUN_RULE[told.rule]
        self._refer(match.start(), match.end(), told.person, "pronoun", self._function(match.start()), rule)

    def _quote(self, number: int) -> None:
        quote = self.quotes[number]
        if quote.speaker_start is not None and quote.speaker_end is not None:
            self.told[number] = self._speaker(quote.speaker_start, quote.speaker_end)
        elif quote.attribution == "clitic" and quote.cue_end is not None:
            told = self.told[number] = self.discourse.antecedent(
                min(quote.start, quote.cue_start or quote.start), said=True
            )
            if self.text[quote.cue_end - len(_NYA) : quote.cue_end].lower() == _NYA:
                known = told.person is not None
                self._refer(
                    quote.cue_end - len(_NYA),
                    quote.cue_end,
                    told.person,
                    "pronoun",
                    "speaker" if known else "object",
                    "antecedent" if known else "ambiguous_clitic",
                )
        elif quote.attribution == "continued":
            self.told[number] = self._previous(number)

    def _speaker(self, start: int, end: int) -> Attributed:
        """Who a speaker mention means: a reference inside it, else the one person who bears its words."""
        inside = [
            r
            for r in self.discourse.within(start, end)
            if r.start <= start or (r.form != "role" and not self._possesses(start, r.start))
        ]
        definite = _DEFINITE.match(self.text, start, min(len(self.text), end + _DEFINITE_REACH))
        written = self.text[start:end]
        if definite and self._describes(start, written) and not any(reference.start == start for reference in inside):
            return self.discourse.antecedent(start, apart=True)
        if start in self.antecedents:
            return self.antecedents[start]
        named = [r for r in inside if r.form in ("name", "short")] or inside
        if named:
            alone = len({reference.person for reference in named}) == 1  # *A dan B* speak as one
            return self._mentioned(named[0]) if alone else Attributed(None, "ambiguous")
        known = None if PRONOUN.fullmatch(written) else self._bearer(written)
        if known is None:
            collective = is_collective(written) or not self._describes(start, written)
            self.discourse.add(_other_speaker(start, end, collective=collective))
            return Attributed(None, "other_speaker")
        return self._mentioned(self._refer(start, end, known, "short", "speaker", "speaker_words"))

    def _bearer(self, written: str) -> int | None:
        """The one person whom words mean by his name, a title of his own (*Romo*), a title before his name (*Chief
        Ratna*) or another word for his post (*Kepala Negara*).
        """
        words = words_of(written)
        if known := self._holder(words):
            return known.number
        titled = [known.number for known in self.clusters if words_of(known.first("honorific") or "") == words]
        if len(titled) == 1:
            return titled[0]
        names_body = _ORGANIZATION.match(written) or is_collective(written) or is_human(written)
        titled_so = len(words) == 2 and written[:1].isupper() and not names_body
        if titled_so and (known := self._holder(words[1:])):
            return known.number
        return epithet_holder(written, self.roles, self.role_persons)

    def _possesses(self, start: int, name: int) -> bool:
        """Whether a name inside a description from `start` on only says whose it is (*kuasa hukum Ratna*)."""
        post = any(role.start == start and name < role.end for role in self.roles)
        return post or ("," not in self.text[start:name] and _RELATION.match(self.text, start, name) is not None)

    @cached_property
    def _index(self) -> NameIndex:
        index = NameIndex()
        for known in self.clusters:
            index.add(known.number, known.words, known.nicknames)
        return index

    def _holder(self, words: tuple[str, ...]) -> Cluster | None:
        return holder_of(words, (self.clusters[number] for number in self._index.alike(words)))

    def _describes(self, start: int, written: str) -> bool:
        """Whether words at `start` describe one person, by his post or in common words, rather than name a body."""
        if is_collective(written):
            return False
        title = len(written.split()) >= _TITLED and _ORGANIZATION.match(written) is None
        return title or written[:1].islower() or any(role.start == start for role in self.roles) or is_human(written)

    def _mentioned(self, reference: Reference) -> Attributed:
        return Attributed(reference.person, "ambiguous" if reference.person is None else "mention", reference)

    def _previous(self, number: int) -> Attributed:
        """The speaker of the quote before, whom an utterance without a cue goes on with."""
        attributed = (at for at in range(number - 1, -1, -1) if self.quotes[at].attribution != "none")
        before = next((self.told[at] for at in attributed), None)
        return Attributed(before.person, "continued", before.mention) if before else Attributed(None, "none")

    def _look_forward(self) -> None:
        """Where an article opens with *ia* or -nya, naming nobody yet: the first person named, if he speaks."""
        told = (r for r in self.discourse.references if not self.discourse.in_speech(r.start))
        first = next((reference for reference in told if reference.person is not None), None)
        if first is None or first.function != "speaker":
            return
        early = [number for number, quote in enumerate(self.quotes) if quote.start < first.start]
        if any(self.told[number].rule not in ("no_antecedent", "continued") for number in early):
            return
        for number in early:
            if self.quotes[number].attribution in ("pronoun", "clitic"):
                self.told[number] = Attributed(first.person, "cataphora", first)

    def _share_within_groups(self) -> None:
        """All pieces of one utterance have one speaker: the one that any of its pieces names."""
        speakers: dict[int, Attributed] = {}
        for quote, told in zip(self.quotes, self.told, strict=True):
            if quote.group is not None and told.person is not None and quote.attribution != "continued":
                speakers.setdefault(quote.group, told)
        for number, quote in enumerate(self.quotes):
            if quote.group in speakers and quote.attribution in ("continued", "none"):
                said = speakers[quote.group]
                self.told[number] = Attributed(said.person, "continued", said.mention)

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
        place: int | None = None,
    ) -> Reference:
        reference = Reference(
            start=start,
            end=end,
            person=person,
            form=form,
            function=function,
            rule=rule,
            place=start if place is None else place,
        )
        self.discourse.add(reference)
        return reference


def _other_speaker(start: int, end: int, *, collective: bool) -> Reference:
    """A speaker who is no person of the article: an institution, a group or an unnamed source."""
    function: Function = "collective" if collective else "speaker"
    return Reference(
        start=start,
        end=end,
        person=None,
        form="role",
        function=function,
        rule="other_speaker",
        place=start,
    )
