"""Role phrases and the name that each belongs to.

In: the text, its role phrases and its names. Out: `Candidate`s in text order; `resolve` splits them into columns.

>>> from pipeline.stages import phrases
>>> from pipeline.stages.mentions import NameMention
>>> text = "Ketua Panitia sekaligus Kepala Bidang GTK, Ratna, hadir"
>>> at = text.index("Ratna")
>>> span = {"start": at, "end": at + 5, "name_start": at, "name_end": at + 5}
>>> ratna = NameMention(**span, name="Ratna", rule="position")
>>> found = find(text, phrases.find(text), [ratna])
>>> [(text[c.phrase.start:c.phrase.end], c.holder.name, c.rule) for c in found]
[('Ketua Panitia', 'Ratna', 'chain'), ('Kepala Bidang GTK', 'Ratna', 'before_name')]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.lexicon.names import title_of, word_kind
from pipeline.stages.mentions import NameMention
from pipeline.stages.phrases import Phrase, steps
from pipeline.stages.roles import patterns as p

Rule = Literal["before_name", "apposition", "chain", "pair", "list", "alone"]
_LOOK_BACK = 40
_LONGEST_SUBJECT = 200
"""Characters from the beginning of a sentence to the role that its subject holds."""


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
    found = [_candidate(text, role, names, ends, by_start) for role in roles]
    found = _shared(text, _chained(text, _paired(text, found, names)), names)
    held = {c.phrase.position.canonical for c in found if c.holder is not None}
    return tuple(c for c in found if c.holder or _is_particular(text, c.phrase, c.phrase.position.canonical in held))


def _candidate(
    text: str, role: Phrase, names: Sequence[NameMention], ends: Sequence[int], by_start: Mapping[int, NameMention]
) -> Candidate:
    """`role` with the name behind it, else with the one before it."""
    after = _holder_after(text, role, by_start)
    is_owned = text[role.start : role.end].endswith("nya")  # kuasa hukumnya, Ratna
    if after is not None and role.is_bare and role.position.canonical in p.OF_PERSON and not is_owned:
        return _completed_by_name(text, role, after, names, ends, by_start)
    is_said = steps.is_said_of(text, role.start)
    if after is not None and not is_said:
        return Candidate(role, after, "before_name")
    before = _holder_before(text, role, names, ends) or _subject(text, role, names, ends)
    return Candidate(role, before, "apposition" if before else "alone")


def _subject(text: str, role: Phrase, names: Sequence[NameMention], ends: Sequence[int]) -> NameMention | None:
    """The one name before the role in a sentence that it opens and whose verb is *menjabat* or *bertugas sebagai*."""
    if p.SERVES.search(text, max(0, role.start - _LOOK_BACK), role.start) is None:
        return None
    at = bisect_right(ends, role.start) - 1
    begins = p.SENTENCE.search(text, max(0, role.start - _LONGEST_SUBJECT), role.start)
    if at < 0 or begins is None or names[at].start != begins.end():
        return None
    return names[at]


def _holder_after(text: str, role: Phrase, by_start: Mapping[int, NameMention]) -> NameMention | None:
    step = p.BEFORE_NAME.match(text, role.end)
    holder = by_start.get(step.end()) if step else None
    is_list = step is not None and "," in step[0] and p.MANY.search(text, max(0, role.start - _LOOK_BACK), role.start)
    is_clause = step is not None and " yang " in step[0]
    is_one = role.names_body or p.ONE.search(text, max(0, role.start - _LOOK_BACK), role.start) is not None
    is_any = is_clause and not is_one
    is_lead = step is not None and ":" in step[0] and text[role.start].islower()
    is_agent = step is not None and steps.explains_another(text, role.start, step[0])
    if holder is not None and text.startswith("-", holder.end) and role.position.canonical.startswith("Wakil "):
        return None  # Presiden dan Wakil Presiden Ratna-Bagus
    is_clause_end = step is not None and step[0] == ", " and holder is not None and _closes_clause(text, role, holder)
    return None if is_list or is_any or is_lead or is_agent or is_clause_end else holder


def _closes_clause(text: str, role: Phrase, name: NameMention) -> bool:
    """Whether the comma behind a group noun may end a clause (*Usai menjenguk* **korban**, *Ratna berdoa*)."""
    is_group = role.is_bare and role.position.role_class in ("professional", "lay") and text[role.start].islower()
    span = (max(0, role.start - _LOOK_BACK), role.start)
    is_one = p.SINGLE.search(text, *span) is not None or p.AS.search(text, *span) is not None
    is_closed = name.post_title is not None or p.BEHIND_NAME.match(text, name.end) is not None
    return is_group and not is_one and not is_closed


def _completed_by_name(
    text: str,
    role: Phrase,
    owner: NameMention,
    names: Sequence[NameMention],
    ends: Sequence[int],
    by_start: Mapping[int, NameMention],
) -> Candidate:
    """Read *kuasa hukum Ratna, Bagus* and *Bagus, kuasa hukum Ratna,* with Bagus as the holder.

    A name alone may be either, so it stays open.
    """
    whole = replace(role, end=owner.end)
    if (holder := _holder_after(text, whole, by_start)) is not None:
        return Candidate(whole, holder, "before_name")
    if (before := _holder_before(text, whole, names, ends)) is not None:
        return Candidate(whole, before, "apposition")
    if role.position.canonical in p.OF_BODY:
        return Candidate(role, owner, "before_name")
    return Candidate(role, None, "alone")


def _holder_before(text: str, role: Phrase, names: Sequence[NameMention], ends: Sequence[int]) -> NameMention | None:
    at = bisect_right(ends, role.start) - 1
    if at < 0 or role.start - ends[at] > _LOOK_BACK:
        return None
    if text[ends[at] : role.start] == " " and not _explains(text, role, names[at]):
        return None
    if " yang " in text[ends[at] : role.start] and p.RELATIVE.search(text, 0, names[at].start):
        return None  # rekan ayah Bagus yang juga dokter
    is_group = role.is_bare and role.position.role_class in ("professional", "lay")
    is_one = p.ONE.search(text[ends[at] : role.start]) is not None
    if is_group and not is_one and text[ends[at]] == "," and not p.CLOSED.match(text, role.end):
        return None
    if text[ends[at] : role.start] == ", " and _begins_clause(text, role, names[at]):
        return None
    return names[at] if p.AFTER_NAME.fullmatch(text, ends[at], role.start) else None


def _explains(text: str, role: Phrase, name: NameMention) -> bool:
    """Whether a phrase right behind a name, without a comma, is its apposition: a full name's, with a complement.

    *Bagus Prakoso mahasiswa Universitas Tadulako* is one, *Bagus Prakoso guru* may be anything, and so may capitals in
    a headline.
    """
    is_office = role.position.role_class in ("official", "institutional")
    return " " in name.name and not role.is_bare and (is_office or text[role.start].islower())


def _begins_clause(text: str, role: Phrase, name: NameMention) -> bool:
    """Whether a phrase behind a name and a comma is the subject of what follows (*Menurut Ratna,* **Presiden** *meminta
    …*) rather than explains the name.
    """
    if p.ACCORDING.search(text, max(0, name.start - _LOOK_BACK), name.start):
        return p.PREDICATE.match(text, role.end) is not None
    return role.is_bare and p.ACTIVE.match(text, role.end) is not None


def _chained(text: str, found: list[Candidate]) -> list[Candidate]:
    """Give a phrase without holder the holder of the phrase that it is chained to."""
    for at in range(len(found) - 2, -1, -1):
        here, after = found[at], found[at + 1]
        leads = here.holder is None and after.holder is not None and after.rule in ("before_name", "chain")
        between = (here.phrase.end, after.phrase.start)
        is_doctor = after.phrase.position.canonical == "Dokter" and text[slice(*between)] == ", "
        if leads and (is_doctor or p.CHAIN.fullmatch(text, *between)):
            found[at] = replace(here, holder=after.holder, rule="chain")
    for at in range(1, len(found)):
        before, here = found[at - 1], found[at]
        between = (before.phrase.end, here.phrase.start)
        follows = here.holder is None and before.holder is not None and before.holder.start < before.phrase.start
        if follows and (p.CHAIN.fullmatch(text, *between) or p.LIST.fullmatch(text, *between)):
            found[at] = replace(here, holder=before.holder, rule="chain")
    return found


def _paired(text: str, found: list[Candidate], names: Sequence[NameMention]) -> list[Candidate]:
    """Read *Bupati dan Wakil Bupati OKI, A dan B* as two phrases and two names in the same order."""
    after = dict(zip((name.start for name in names), names[1:], strict=False))
    for at in range(len(found) - 1):
        first, second = found[at], found[at + 1]
        if first.holder or second.holder is None or second.rule != "before_name":
            continue
        other = after.get(second.holder.start)
        are_listed = text[first.phrase.end : second.phrase.start].strip() in ("dan", "serta", "-", "–", "—", "/")
        if are_listed and other is not None and p.LIST.fullmatch(text, second.holder.end, other.start):
            found[at] = Candidate(first.phrase, second.holder, "pair", second.phrase if first.phrase.is_bare else None)
            found[at + 1] = Candidate(second.phrase, other, "pair")
    return found


def _shared(text: str, found: list[Candidate], names: Sequence[NameMention]) -> list[Candidate]:
    """Give a phrase that announces a list of names (*tiga siswa SMA 1, yaitu A, B, dan C*) to each of them."""
    places = {name.start: n for n, name in enumerate(names)}
    shared: list[Candidate] = []
    for candidate in found:
        first = p.ANNOUNCED.match(text, candidate.phrase.end) if candidate.rule != "pair" else None
        at = places.get(first.end()) if first else None
        if at is None or first is None or steps.explains_another(text, candidate.phrase.start, first[0]):
            shared.append(candidate)
            continue
        shared.append(replace(candidate, holder=names[at], rule="before_name"))
        while at + 1 < len(names) and p.LIST.fullmatch(text, names[at].end, names[at + 1].start):
            at += 1
            shared.append(replace(candidate, holder=names[at], rule="list"))
    return shared


def _acts(text: str, role: Phrase) -> bool:
    """Whether a bare post opens a clause and does something in it (*Setelah itu,* **bupati** *meninjau …*)."""
    opens = p.CLAUSE_OPENING.search(text, max(0, role.start - _LOOK_BACK), role.start) is not None
    return opens and p.ACTS.match(text, role.end) is not None


def _is_particular(text: str, role: Phrase, is_held: bool) -> bool:
    """Whether a phrase without a name means one office holder rather than an office or a group.

    In small letters it does where the article names a holder of the post (`is_held`) and the phrase speaks of one.
    """
    span = (max(0, role.start - _LOOK_BACK), role.start)
    if role.position.role_class == "professional" and not role.is_bare and text[role.start].islower():
        is_said = p.SAID.search(text, *span) is not None and p.DEMONSTRATIVE.match(text, role.end) is not None
        return is_said or p.POINTING_SUBJECT.match(text, role.end) is not None  # pendiri Gojek tersebut meminta
    if role.position.role_class not in ("official", "institutional") or role.position.canonical in p.COLLECTIVE:
        return False
    if p.MANY.search(text, *span) or p.OFFICE.search(text, *span):
        return False
    capital = p.CAPITAL_BEFORE.search(text, *span)
    if capital is not None and title_of(capital[1]) is not None:
        return is_held or text[role.start].isupper()  # Bapak Presiden
    before = max(0, capital.start() - _LOOK_BACK) if capital is not None else 0
    opens = capital is not None and p.OPENING.search(text, before, capital.start()) is not None  # Ditegaskan Bupati
    if capital is not None and word_kind(capital[1]) in ("body", "place", "common") and not opens:
        return False
    if role.status == "former" and p.DEMONSTRATIVE.match(text, role.end):
        return True  # mantan Sekretaris Kabinet itu
    if not role.is_bare:
        return text[role.start].isupper() or bool(p.SAID.search(text, *span) and p.DEMONSTRATIVE.match(text, role.end))
    if is_held and text[role.start].isupper() and not p.AS_POST.search(text, *span):
        return True  # ucapan Presiden
    if is_held and (p.HELD.match(text, role.end) or p.TOLD.search(text, *span) or _acts(text, role)):
        return True
    is_subject = p.TOLD.search(text, *span) is not None or p.VERB.match(text, role.end) is not None
    return p.SINGLE.search(text, *span) is not None or (text[role.start].isupper() and is_subject)
