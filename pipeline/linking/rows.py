"""References, roles and quotes of one article → the contract's rows, with ids in text order and keys between the
tables.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from pipeline import schema
from pipeline.language.sentences import SentenceIndex
from pipeline.lexicon.confidence import confidence
from pipeline.linking.entities import entity_id
from pipeline.linking.institutions import speaking
from pipeline.linking.organizations import key_of
from pipeline.linking.persons import Cluster
from pipeline.linking.references import Reference
from pipeline.linking.resolve import Resolved
from pipeline.stages.mentions import QuoteMention, RoleMention
from pipeline.stages.phrases.abbreviations import abbreviations
from pipeline.stages.roles.split import region_codes

T = TypeVar("T", schema.PersonMention, schema.Role)
_OTHER_SPEAKER = "other_speaker"
_HELD = frozenset({"official", "institutional"})


@dataclass(frozen=True, slots=True)
class Linked:
    """The rows that linking makes."""

    persons: tuple[schema.Person, ...]
    mentions: tuple[schema.PersonMention, ...]
    roles: tuple[schema.Role, ...]
    quotes: tuple[schema.Quote, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What the rows of one article are made from."""

    article_id: str
    text: str
    sentences: SentenceIndex
    dates: Sequence[schema.Date]
    clusters: Sequence[Cluster]
    roles: Sequence[RoleMention]
    quotes: Sequence[QuoteMention]
    resolved: Resolved

    def where(self, start: int, end: int) -> dict[str, str | int]:
        """The columns that place a row."""
        return {
            "article_id": self.article_id,
            "sentence_id": self.sentences.at(start).sentence_id,
            "start_char": start,
            "end_char": end,
            "text": self.text[start:end],
        }

    def person_id(self, number: int | None) -> str | None:
        """The id of person number `number`."""
        return None if number is None else f"{self.article_id}:p{number + 1}"


def rows(source: Source) -> Linked:
    """All rows of one article."""
    roles = _roles(source)
    mentions = _mentions(source)
    return Linked(_persons(source, mentions, roles), mentions, roles, _quotes(source, mentions, roles))


def _kept(source: Source) -> list[Reference]:
    """The references that are mentions of persons."""
    return [reference for reference in source.resolved.references if reference.rule != _OTHER_SPEAKER]


def _mentions(source: Source) -> tuple[schema.PersonMention, ...]:
    return tuple(
        schema.PersonMention(
            mention_id=f"{source.article_id}:m{number}",
            person_id=source.person_id(reference.person),
            form=reference.form,
            rule=reference.rule,
            confidence=confidence(
                "person_mentions", person_id=reference.person, form=reference.form, rule=reference.rule
            ),
            **source.where(reference.start, reference.end),  # type: ignore[arg-type]
        )
        for number, reference in enumerate(_kept(source), start=1)
    )


def _persons(
    source: Source, mentions: Sequence[schema.PersonMention], roles: Sequence[schema.Role]
) -> tuple[schema.Person, ...]:
    mentioned, holding = _by_person(mentions), _by_person(roles)
    persons = []
    for number, known in enumerate(source.clusters):
        key = source.person_id(number)
        own, held = mentioned[key], holding[key]
        persons.append(
            schema.Person(
                person_id=str(key),
                article_id=source.article_id,
                name=known.name,
                honorific=known.first("honorific"),
                pre_title=known.first("pre_title"),
                post_title=known.first("post_title"),
                gender=known.first("gender"),  # type: ignore[arg-type]
                is_official=any(role.role_class in _HELD for role in held),
                n_mentions=len(own),
                first_mention_id=own[0].mention_id,
                entity_id=entity_id(known.name, held),
                confidence=confidence("persons", rule=own[0].rule),
            )
        )
    return tuple(persons)


def _by_person(rows: Sequence[T]) -> defaultdict[str | None, list[T]]:
    groups: defaultdict[str | None, list[T]] = defaultdict(list)
    for row in rows:
        groups[row.person_id].append(row)
    return groups


def _roles(source: Source) -> tuple[schema.Role, ...]:
    return tuple(
        schema.Role(
            role_id=f"{source.article_id}:r{number}",
            person_id=source.person_id(person),
            position=role.position,
            position_code=role.position_code,
            unit=role.unit,
            organization=role.organization,
            organization_id=role.organization_id,
            organization_entity_id=key_of(role),
            organization_type=role.organization_type,
            region=role.region,
            region_code=role.region_code,
            region_level=role.region_level,
            role_class=role.role_class,
            status=role.status,
            rule=role.rule,
            confidence=confidence("roles", person_id=person, role_class=role.role_class, rule=role.rule),
            **source.where(role.start, role.end),  # type: ignore[arg-type]
        )
        for number, (role, person) in enumerate(zip(source.roles, source.resolved.role_persons, strict=True), start=1)
    )


def _quotes(
    source: Source, mentions: Sequence[schema.PersonMention], roles: Sequence[schema.Role]
) -> tuple[schema.Quote, ...]:
    holding = _by_person(roles)
    ids = {reference: row.mention_id for reference, row in zip(_kept(source), mentions, strict=True)}
    institutions = _institutions(source)
    made = []
    for number, (quote, told) in enumerate(zip(source.quotes, source.resolved.quotes, strict=True), start=1):
        speaker = source.person_id(told.person)
        spoken = quote.speaker_start is not None and quote.speaker_end is not None
        speaker_text = source.text[quote.speaker_start : quote.speaker_end] if spoken else None
        made.append(
            schema.Quote(
                quote_id=f"{source.article_id}:q{number}",
                content=quote.content,
                kind=quote.kind,
                cue=quote.cue,
                cue_lemma=quote.cue_lemma,
                cue_class=quote.cue_class,
                cue_start=quote.cue_start,
                cue_end=quote.cue_end,
                speaker_id=speaker,
                speaker_text=speaker_text,
                speaker_start=quote.speaker_start,
                speaker_end=quote.speaker_end,
                speaker_role_id=_role_at(quote.end, holding[speaker]) if speaker else None,
                organization_entity_id=institutions.get(speaker_text) if told.rule == _OTHER_SPEAKER else None,
                attribution=quote.attribution,
                attribution_rule=told.rule,
                antecedent_id=ids.get(told.mention) if told.mention else None,
                group_id=None if quote.group is None else f"{source.article_id}:g{quote.group}",
                date_id=_date_of(quote, source),
                setting=quote.setting,
                rule=quote.rule,
                confidence=confidence("quotes", speaker_id=speaker, attribution_rule=told.rule, rule=quote.rule),
                **source.where(quote.start, quote.end),  # type: ignore[arg-type]
            )
        )
    return tuple(made)


def _institutions(source: Source) -> dict[str | None, str | None]:
    """The words for speakers who are no persons → the bodies in ``entities`` that they name."""
    written = {
        source.text[quote.speaker_start : quote.speaker_end]
        for quote, told in zip(source.quotes, source.resolved.quotes, strict=True)
        if told.rule == _OTHER_SPEAKER and quote.speaker_start is not None
    }
    if not written:
        return {}
    learnt, context = abbreviations(source.text), region_codes(source.text)
    bodies = ((words, speaking(words, learnt, context)) for words in written)
    return {words: key_of(body) for words, body in bodies if body}


def _role_at(offset: int, own: Sequence[schema.Role]) -> str | None:
    """Of a person's `own` roles the one last stated before `offset`, else the first one after: the fullest of those
    in one sentence.
    """
    before = [role for role in own if role.start_char < offset]
    if not before:
        return own[0].role_id if own else None
    latest = [role for role in before if role.sentence_id == before[-1].sentence_id]
    return max(latest, key=lambda role: role.end_char - role.start_char).role_id


def _date_of(quote: QuoteMention, source: Source) -> str | None:
    """The day on which a quote was said: the first resolved day in its sentence outside all words said, after the cue
    before before it. Without a cue nothing says when.
    """
    if quote.cue_start is None:
        return None
    sentence = source.sentences.at(quote.start)
    days = [
        date
        for date in _within(source.dates, sentence.start_char, sentence.end_char)
        if date.start_date is not None
        and date.start_date == date.end_date
        and not any(said.start <= date.start_char < said.end for said in source.quotes)
    ]
    after = [date for date in days if date.start_char >= quote.cue_start]
    return (after or days)[0].date_id if days else None


def _within(dates: Sequence[schema.Date], start: int, end: int) -> Sequence[schema.Date]:
    first = bisect_right(dates, start - 1, key=lambda date: date.start_char)
    last = bisect_right(dates, end - 1, key=lambda date: date.start_char)
    return dates[first:last]
