"""Whom a role phrase without a name means (*kata Bupati*): the one person who is said to hold that post.

In: the role mentions of an article in text order, the persons of those known so far. Out: persons by number.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.lexicon.names import title_of
from pipeline.stages.mentions import RoleMention
from pipeline.stages.roles.patterns import DEMONSTRATIVE, SENTENCE

_STATE_POSTS = frozenset({"Presiden", "Wakil Presiden"})
"""Posts that one person holds, whatever else the phrase tells."""
_STATE_EPITHETS = {"kepala negara": "Presiden"}
"""What else the holder of a post of the state is called → the post."""
_CONTRACTION = range(3, 10)
"""Letters of a unit's short name."""
_LONGEST_HONORIFIC = 12
"""Characters in which an honorific stands before a post."""
_OFFICES = frozenset({"official", "institutional"})


def holders(roles: Sequence[RoleMention], persons: Sequence[int | None], number: int) -> set[int]:
    """The persons said to hold the post of ``roles[number]`` before it; where there is none, and the phrase tells a
    unit, body or place, those said so after it (*Mendikdasmen* … *Mendikdasmen Ratna*). Whoever was also said to hold
    the like post elsewhere is none of them. Of more than one, some are enough.

    `persons` are the persons of `roles`, `None` where nobody is known.
    """
    role = roles[number]
    if not any(_parts(role)) and len(several := _two_before(roles, persons, number)) > 1:
        return several  # a bare post fits them all, however long the text is
    same = [
        (at, person, _compatible(other, role))
        for at, (other, person) in enumerate(zip(roles, persons, strict=True))
        if person is not None and other.position == role.position
    ]
    known = [(at, person) for at, person, fits in same if fits]
    elsewhere = {person for at, person, fits in same if at < number and not fits}
    before = {person for at, person in known if at < number} - elsewhere
    if len(before) > 1:  # a bare post beside a name may be another's
        sure = {person for at, person in known if at < number and not _is_doubtful(roles[at])} - elsewhere
        before = sure or before
    if before or not (any(_parts(role)) or role.position in _STATE_POSTS):
        return before
    later = ((roles[at], person) for at, person in known if at > number)
    return {person for other, person in later if _tells_all(other, role) and not _is_doubtful(other)}


def epithet_holder(written: str, roles: Sequence[RoleMention], persons: Sequence[int | None]) -> int | None:
    """The one person said to hold the post that `written` is another word for (*Kepala Negara*), or `None`."""
    position = _STATE_EPITHETS.get(written.casefold())
    found = {p for role, p in zip(roles, persons, strict=True) if p is not None and role.position == position}
    return found.pop() if len(found) == 1 else None


def _two_before(roles: Sequence[RoleMention], persons: Sequence[int | None], number: int) -> set[int]:
    """The first two persons who are surely said to hold the position of ``roles[number]`` before it, or fewer."""
    position = roles[number].position
    told = (
        person
        for at in range(number)
        if (person := persons[at]) is not None and roles[at].position == position and not _is_doubtful(roles[at])
    )
    first = next(told, None)
    second = next((person for person in told if person != first), None)
    return {person for person in (first, second) if person is not None}


def is_unmistakable(role: RoleMention) -> bool:
    """Whether a phrase means one holder even in what somebody says (*“Bapak Presiden sudah memberi arahan”*)."""
    return role.position in _STATE_POSTS or bool(role.organization or role.region)


def is_addressed(text: str, role: RoleMention) -> bool:
    """Whether an honorific before a post makes it one person's, not the speaker's own (*“Terima kasih, Bu Bupati”*)."""
    before = text[max(0, role.start - _LONGEST_HONORIFIC) : role.start].split()
    title = title_of(before[-1]) if before else None
    return title is not None and title.kind == "honorific"


def is_epithet(text: str, role: RoleMention) -> bool:
    """Whether a phrase describes somebody just named (*politikus PKB itu*, *ujar rektor Universitas Riau tersebut*)
    rather than names an office. A bare one (*guru itu*) may mean anybody.
    """
    is_office = role.role_class in _OFFICES and role.organization_type != "party"
    opens = SENTENCE.search(text, max(0, role.start - 2), role.start) is not None
    is_described = not is_office or opens or text[role.start].islower()  # Rektor Universitas Riau itu berharap
    is_full = bool(role.organization or role.region) or role.status == "former"  # mantan Sekretaris Kabinet itu
    return is_described and is_full and DEMONSTRATIVE.match(text, role.end) is not None


def _is_doubtful(role: RoleMention) -> bool:
    return role.rule == "apposition" and not any(_parts(role))


def _compatible(known: RoleMention, role: RoleMention) -> bool:
    """Whether two mentions of one position may mean one post: no part that both state differs."""
    bodies = known.organization_id, role.organization_id
    is_one_body = None in bodies or _is_short_for(*bodies) or _is_short_for(*reversed(bodies))
    regions = known.region_code or known.region, role.region_code or role.region
    is_one_region = None in regions or regions[0] == regions[1]
    return is_one_body and is_one_region and _is_one_unit(known.unit, role.unit)


def _is_one_unit(one: str | None, other: str | None) -> bool:
    """Whether two names of units may mean one: one may be a contraction of the other (*Dikti*, *Pendidikan Tinggi*)."""
    if one is None or other is None or one.casefold() == other.casefold():
        return True
    short, long = sorted((one, other), key=len)
    letters = iter(long.casefold())
    is_word = (
        short.isalpha()
        and len(short) in _CONTRACTION
        and " " in long
        and not any(word.isupper() for word in long.split())
    )
    return is_word and all(letter in letters for letter in short.casefold())


def _is_short_for(one: str | None, other: str | None) -> bool:
    """Whether one body's name is the other's or begins it (*Dinas Pendidikan* for *Dinas Pendidikan dan Olahraga*)."""
    return one is not None and other is not None and (other == one or other.startswith(f"{one}-dan-"))


def _parts(role: RoleMention) -> tuple[str | None, str | None, str | None]:
    return role.unit, role.organization, role.region


def _tells_all(known: RoleMention, role: RoleMention) -> bool:
    """Whether `known` tells each part that `role` tells."""
    return all(one or not other for one, other in zip(_parts(known), _parts(role), strict=True))
