"""What speaks for a capitalised run, or against it, in the words around it.

In: the text and a `Run`. Out: the `Rule` by which it is a name, or `None`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from pipeline.lexicon import names, posts, regions
from pipeline.stages.people import patterns as p
from pipeline.stages.people.model import Rule, Run
from pipeline.stages.people.runs import opens

FULL_NAME = 2
"""Words from which on a name is more than a given name."""


def evidence(text: str, run: Run, starts: Sequence[int]) -> Rule | None:
    """What makes a run a name, the strongest first."""
    if run.end > run.name_end:
        return "degree"
    if not run.is_bare:
        return None if _is_named_after(text, run) or is_body(text, run) else "title"
    if run.is_partial or _is_derived(run.words[0]) or is_elsewhere(text, run):
        return None
    if p.AGE.match(text, run.end) and not _is_counted(text, run):
        return "age"
    is_place = len(run.words) < FULL_NAME and not run.is_known and is_honour(text, run)  # SMP Negeri 1 Laguboti
    is_placed = p.before(p.PLACED, text, run.start) is not None
    if not (is_place or is_placed) and _is_explained(text, run, starts):
        return "apposition"
    if not run.is_known and _is_in_body(text, run):
        return None  # kata Civil Defense Force
    if p.before(p.CUE_BEFORE, text, run.start):
        return "cue"
    if p.CUE_AFTER.match(text, run.end) and not is_place:
        return "cue"
    is_full = len(run.words) >= FULL_NAME and names.is_given_name(run.words[0])
    is_named = is_full and not any(_is_derived(word) for word in run.words[1:])  # Cinta Bergema
    is_free = is_named and not (is_placed or is_honour(text, run) or _is_in_body(text, run))
    return "given_name" if is_free else None


def _is_derived(word: str) -> bool:
    """Whether a word has the shape of a derived one and is not known from names."""
    return p.DERIVED.fullmatch(word) is not None and not names.is_given_name(word)


def _is_explained(text: str, run: Run, starts: Sequence[int]) -> bool:
    """Whether a role phrase explains the run (*Kustini, Bupati Sleman*), not behind a dateline's dash."""
    link = p.APPOSITION.match(text, run.end)
    if link is None or link[0] == " " or (link[0] in "-–—" and run.start == 0):
        return False
    return _is_in(starts, link.end())


def _is_counted(text: str, run: Run) -> bool:
    """Whether the number in brackets counts the pupils of a school rather than years (*SMAN 1 Kuwus (42)*)."""
    before = p.before(p.WORD_BEFORE, text, run.start)
    return before is not None and (before[1].isdigit() or posts.head_of(before[1]) is not None)


def _is_in_body(text: str, run: Run) -> bool:
    """Whether a word of bodies follows, so that the run may be in one's name (*Tri Darma* **Perguruan** *Tinggi*)."""
    word = _next_word(text, run)
    return names.word_kind(word) == "body" or posts.head_of(word) is not None


def heads_body(text: str, run: Run) -> bool:
    """Whether a noun that heads bodies follows, so that the run begins one's name (*Ratna Sari* **Foundation**)."""
    return posts.head_of(_next_word(text, run)) is not None


def _next_word(text: str, run: Run) -> str:
    """The capitalised word behind the run, or nothing."""
    behind = p.NEXT_WORD.match(text, run.end)
    return behind[1] if behind else ""


def is_coordinated(text: str, run: Run, ends: Collection[int]) -> bool:
    """Whether a full name is joined by *dan* or a comma to a name found before."""
    if len(run.words) < FULL_NAME or run.is_partial or is_elsewhere(text, run):
        return False
    link = p.before(p.AND, text, run.start)
    return link is not None and link.start() in ends


def may_be_told(text: str, run: Run) -> bool:
    """Whether a model's word is enough: nothing known speaks against the run, and something else speaks for it.

    That is a word known from names, an initial, or a relative or agent before a full name (*istrinya*, *oleh*).
    """
    if run.is_partial or is_elsewhere(text, run) or is_honour(text, run) or p.DERIVED.fullmatch(run.words[0]):
        return False
    has_initials = p.INITIALS_AT.match(text, run.name_start) is not None
    is_placed = p.before(p.PLACED, text, run.start) is not None
    if is_placed or any(regions.lookup(word) for word in run.words):
        return False
    if len(run.words) < FULL_NAME and not has_initials:
        return run.is_known and not opens(text, run.start)
    is_related = p.before(p.RELATED, text, run.start) is not None
    return run.is_known or has_initials or is_related


def is_elsewhere(text: str, run: Run) -> bool:
    """Whether a region's or a body's name covers the run."""
    found = (pattern.match(text, run.name_start) for pattern in (p.REGION, p.ORGANIZATION, p.HEAD))
    return any(match is not None and match.end() >= run.name_end for match in found)


def is_body(text: str, run: Run) -> bool:
    """Whether the run is the name of a body and nothing more (*Pak* **Kejati**)."""
    found = (pattern.match(text, run.name_start) for pattern in (p.ORGANIZATION, p.HEAD))
    return any(match is not None and match.end() == run.name_end for match in found)


def is_honour(text: str, run: Run) -> bool:
    """Whether the run names a place or body after somebody (*stadion Manahan*, *SMA 1 Kartini*)."""
    before = p.before(p.WORD_BEFORE, text, run.start)
    if before is None:
        return False
    word = before[1]
    if before[2] == ")":  # Universitas Islam Negeri (UIN) Fatmawati
        return posts.head_of(word) is not None
    return (
        names.word_kind(word) in ("place", "body")
        or word.isupper()
        or word.isdigit()
        or posts.head_of(word) is not None
    )


def _is_named_after(text: str, run: Run) -> bool:
    """Whether a noun before a titled name makes it a place's or a body's (*RSUD dr. Soeroto*)."""
    before = p.before(p.WORD_BEFORE, text, run.start)
    head = posts.head_of(before[1]) if before else None
    return head is not None or (before is not None and names.word_kind(before[1]) == "place")


def _is_in(starts: Sequence[int], at: int) -> bool:
    place = bisect_left(starts, at)
    return place < len(starts) and starts[place] == at
