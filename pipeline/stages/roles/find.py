"""Role phrases and the name that each belongs to.

In: the text, its role phrases and its names. Out: `Candidate`s in text order; `resolve` splits them into columns.

>>> from pipeline.stages import phrases
>>> from pipeline.stages.mentions import NameMention
>>> text = "Ketua Panitia sekaligus Kepala Bidang GTK, Ratna, hadir"
>>> at = text.index("Ratna")
>>> ratna = NameMention(start=at, end=at + 5, name_start=at, name_end=at + 5, name="Ratna", rule="position", confidence=0.9)
>>> [(text[c.phrase.start:c.phrase.end], c.holder and c.holder.name, c.rule) for c in find(text, phrases.find(text), [ratna])]
[('Ketua Panitia', 'Ratna', 'chain'), ('Kepala Bidang GTK', 'Ratna', 'before_name')]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import regex

from pipeline.lexicon import names as names_lexicon
from pipeline.stages.mentions import NameMention
from pipeline.stages.phrases import Phrase
from pipeline.stages.roles.patterns import (
    AFTER_NAME,
    BEFORE_NAME,
    CHAIN,
    COLLECTIVE,
    GENERIC,
    LIST,
    OF_PERSON,
    SINGLE,
    TOLD,
    VERB,
)

Rule = Literal["before_name", "apposition", "chain", "pair", "alone"]
_LOOK_BACK = 24
_CAPITAL_BEFORE = regex.compile(r"(\p{Lu}\p{L}*)[ ]\Z")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A role phrase, its holder, and the phrase that completes it (*Bupati* in *Bupati dan Wakil Bupati OKI*)."""

    phrase: Phrase
    holder: NameMention | None
    rule: Rule
    complement: Phrase | None = None


def find(text: str, roles: Sequence[Phrase], names: Sequence[NameMention]) -> tuple[Candidate, ...]:
    """The role phrases of `text` that are somebody's, in order."""
    ends = [name.end for name in names]
    by_start = {name.start: name for name in names}
    found: list[Candidate] = []
    for role in roles:
        after = _holder_after(text, role, by_start)
        before = None if after else _holder_before(text, role, names, ends)
        if after is not None and role.is_bare and role.position.canonical in OF_PERSON:
            found.append(_completed_by_name(text, role, after, by_start))
        elif after is not None:
            found.append(Candidate(role, after, "before_name"))
        elif before is not None:
            found.append(Candidate(role, before, "apposition"))
        else:
            found.append(Candidate(role, None, "alone"))
    found = _chained(text, _paired(text, found, names))
    return tuple(c for c in found if c.holder is not None or _is_particular(text, c.phrase))


def _holder_after(text: str, role: Phrase, by_start: dict[int, NameMention]) -> NameMention | None:
    step = BEFORE_NAME.match(text, role.end)
    if step is None:
        return None
    for end in (step.end(), step.end() - 1, role.end + 1, role.end + 2):
        if end in by_start and BEFORE_NAME.fullmatch(text, role.end, end):
            return by_start[end]
    longest = max((m.end() for m in [BEFORE_NAME.match(text, role.end)] if m), default=role.end)
    return by_start.get(longest)


def _completed_by_name(text: str, role: Phrase, owner: NameMention, by_start: dict[int, NameMention]) -> Candidate:
    """Read *kuasa hukum Ratna, Bagus* with Bagus as the holder; with one name alone, it may be either, so it stays open."""
    whole = replace(role, end=owner.end)
    holder = _holder_after(text, whole, by_start)
    return Candidate(whole, holder, "before_name") if holder else Candidate(role, None, "alone")


def _holder_before(text: str, role: Phrase, names: Sequence[NameMention], ends: Sequence[int]) -> NameMention | None:
    at = bisect_right(ends, role.start) - 1
    if at < 0 or role.start - ends[at] > _LOOK_BACK + 16 or not AFTER_NAME.fullmatch(text, ends[at], role.start):
        return None
    return names[at] if text[ends[at] : role.start] != " " else None


def _chained(text: str, found: list[Candidate]) -> list[Candidate]:
    """Give a phrase without holder the holder of the phrase that it is chained to."""
    for at in range(len(found) - 2, -1, -1):
        here, after = found[at], found[at + 1]
        if (
            here.holder is None
            and after.rule in ("before_name", "chain")
            and after.holder
            and CHAIN.fullmatch(text, here.phrase.end, after.phrase.start)
        ):
            found[at] = replace(here, holder=after.holder, rule="chain")
    for at in range(1, len(found)):
        before, here = found[at - 1], found[at]
        between = (before.phrase.end, here.phrase.start)
        told_before = before.holder is not None and before.holder.start < before.phrase.start
        if here.holder is None and told_before and (CHAIN.fullmatch(text, *between) or LIST.fullmatch(text, *between)):
            found[at] = replace(here, holder=before.holder, rule="chain")
    return found


def _paired(text: str, found: list[Candidate], names: Sequence[NameMention]) -> list[Candidate]:
    """Read *Bupati dan Wakil Bupati OKI, A dan B* as two phrases and two names in the same order."""
    order = {name.start: number for number, name in enumerate(names)}
    for at in range(len(found) - 1):
        first, second = found[at], found[at + 1]
        if (
            first.holder
            or second.rule != "before_name"
            or second.holder is None
            or text[first.phrase.end : second.phrase.start] not in (" dan ", " serta ")
        ):
            continue
        number = order[second.holder.start] + 1
        other = names[number] if number < len(names) else None
        complement = second.phrase if first.phrase.is_bare else None
        if other is not None and LIST.fullmatch(text, second.holder.end, other.start):
            found[at] = Candidate(first.phrase, second.holder, "pair", complement)
            found[at + 1] = Candidate(second.phrase, other, "pair")
    return found


def _is_particular(text: str, role: Phrase) -> bool:
    """Whether a phrase without a name means one office holder rather than an office or a group."""
    before = text[max(0, role.start - _LOOK_BACK) : role.start]
    name_before = _CAPITAL_BEFORE.search(before)
    if GENERIC.search(before) or (
        name_before and names_lexicon.word_kind(name_before[1]) in ("body", "place", "common")
    ):
        return False
    if role.position.role_class not in ("official", "institutional") or role.position.canonical in COLLECTIVE:
        return False
    if not role.is_bare:
        return text[role.start].isupper()
    return SINGLE.search(before) is not None or (
        text[role.start].isupper() and (TOLD.search(before) or VERB.match(text, role.end)) is not None
    )
