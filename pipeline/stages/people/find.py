"""Candidates for names: capitalised runs with their titles and degrees, each with the evidence that makes it a name.

In: the text and its role phrases. Out: `Candidate`s in text order, not overlapping; `resolve` makes them mentions.

>>> [(c.name, c.rule) for c in find("Wakil Bupati OKI, Supriyanto, hadir bersama Dra. Ohorella Erma, M.Ikom.")]
[('Supriyanto', 'position'), ('Ohorella Erma', 'degree')]
>>> [(c.name, c.rule) for c in find("Ratna Wibowo menegaskan hal itu. “Siap,” ujar Ratna.")]
[('Ratna Wibowo', 'cue'), ('Ratna', 'cue')]
>>> find("Talkshow di Jalan Ahmad Yani, Kabupaten OKI")
()
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from pipeline.lexicon import names, posts, regions
from pipeline.stages import phrases
from pipeline.stages.people import patterns as p
from pipeline.stages.phrases.abbreviations import abbreviations

Rule = Literal[
    "degree", "title", "position", "apposition", "cue", "age", "coordination", "given_name", "initials", "repetition",
    "model",
]  # fmt: skip
_LOOK_BACK = 40
_FULL_NAME = 2
"""Words from which on a name is more than a given name."""
_SPOKEN: frozenset[Rule] = frozenset(("cue", "title", "age"))
"""The evidence that a short name is somebody's."""
_NAMED_AFTER: frozenset[phrases.PartKind] = frozenset(("head", "number", "word", "bracket"))
"""The ends of a body's name behind which its place may follow."""
_LONGEST_SHORT_TITLE = 5
"""Characters of an abbreviated title (*Prof.*), its full stop among them."""
_SHORTEST_PART = 3
"""Letters from which on a part of a name stands for the whole."""


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

    def named(self, text: str, rule: Rule) -> Candidate:
        """The candidate that this run is, by `rule`."""
        name = text[self.name_start : self.name_end]
        return Candidate(self.start, self.name_start, self.name_end, self.end, name, rule)


def find(
    text: str, roles: Sequence[phrases.Phrase] | None = None, entities: Collection[tuple[int, int]] = ()
) -> tuple[Candidate, ...]:
    """All names of `text`, in order; `entities` are the spans that a model takes for persons, one more evidence."""
    roles = phrases.find(text) if roles is None else roles
    starts = [role.start for role in roles]
    told = frozenset(entities)
    explained = {word for short in abbreviations(text) for word in short.split()}
    held = (_after_phrase(text, role, starts) for role in roles)
    taken = [candidate for candidate in held if candidate is not None and candidate.name not in explained]
    covered = sorted([(c.start, c.end) for c in taken] + [(role.parts[0].start, role.end) for role in roles])
    ends = {candidate.end for candidate in taken}
    unproven: list[Run] = []
    for run in _runs(text, starts):
        if run.words[0] in explained or _overlaps(covered, run.name_start, run.name_end):
            continue
        rule = _evidence(text, run, starts) or ("coordination" if _is_coordinated(text, run, ends) else None)
        if rule is None:
            unproven.append(run)
        else:
            taken.append(run.named(text, rule))
            ends.add(run.end)
    taken += _withheld(text)
    short = {c.name for c in taken if c.rule in _SPOKEN}
    parts = {word for c in taken for word in _words(c.name) if len(word) >= _SHORTEST_PART and not _is_other(word)}
    for run in unproven:
        if _before(p.PLACED, text, run.start) and not run.is_known:
            continue
        if (again := _repeated(text, run, parts)) is not None or (again := _completes(text, run, short)) is not None:
            taken.append(again.named(text, "repetition"))
        elif (run.name_start, run.name_end) in told and _may_be_told(text, run):
            taken.append(run.named(text, "model"))
    return tuple(_apart(sorted(taken, key=lambda c: (c.start, -c.end))))


def _apart(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates without those that begin inside another."""
    end = 0
    for candidate in candidates:
        if candidate.start >= end:
            yield candidate
            end = candidate.end


def _after_phrase(text: str, role: phrases.Phrase, starts: Sequence[int]) -> Candidate | None:
    """The name behind a role phrase, at once or after a comma."""
    step = p.STEP.match(text, role.end)
    run = _run_at(text, step.end(), starts) if step else None
    if step is None or run is None:
        return None
    run = _with_common_word(text, role, run, step.end()) if run.is_partial else run
    if run.is_partial or run.start != step.end():
        return None
    if " yang " in step[0] and not p.ONE_BEFORE.search(text, max(0, role.start - _LOOK_BACK), role.start):
        return None
    if ":" in step[0] and not (text[role.start].isupper() and run.is_known):
        return None
    if run.start == run.name_start and _is_elsewhere(text, run):
        return None
    if not run.is_known and " yang " not in step[0] and not _may_hold(text, role, run):
        return None
    if "," in step[0] and not _closes_apposition(text, role, run):
        return None
    if step[0] == " " and len(run.words) == 1 and run.is_bare and not _stands_alone(text, role, run):
        return None
    return run.named(text, "position")


def _with_common_word(text: str, role: phrases.Phrase, run: Run, at: int) -> Run:
    """`run` with the common noun between it and a post in a body, a given name too (**Juli** *Budi Wibowo*)."""
    word = text[at : run.start].rstrip()
    is_office = role.position.role_class in ("official", "institutional") and role.names_body
    is_ended = text[at - 2 : at] == ", " or role.closes_body
    is_name = run.is_bare and run.is_known and " " not in word and p.DERIVED.fullmatch(word) is None
    return Run(at, at, run.name_end, run.end, (word, *run.words)) if is_office and is_ended and is_name else run


def _stands_alone(text: str, role: phrases.Phrase, run: Run) -> bool:
    """Whether a single word right behind `role` is its holder rather than more of the body's name or field.

    Behind a post that a body completes it may be that body (*CEO* **Tesla**), behind a pupil's or worker's school or
    workplace its place (*siswa SDN 1* **Darmaji**), unless the holder speaks or has an age.
    """
    if p.AGE.match(text, run.end) or p.CUE_AFTER.match(text, run.end):
        return True
    if role.position.role_class in ("professional", "lay"):
        is_spoken = _before(p.CUE_BEFORE, text, role.start) is not None
        return run.is_known and (is_spoken or role.parts[-1].kind not in _NAMED_AFTER)
    return run.is_known or not role.is_bare or role.position.takes not in ("unit", "organization")


def _may_hold(text: str, role: phrases.Phrase, run: Run) -> bool:
    """Whether an unproven run can hold `role`: *Guru* and *Warga* begin headlines, so they ask for more."""
    if role.position.role_class not in ("professional", "lay"):
        return True
    is_placed = any(text[part.start : part.end].strip() == "di" for part in role.parts if part.kind == "link")
    if is_placed or p.MANY_BEFORE.search(text, max(0, role.start - _LOOK_BACK), role.start):
        return False  # 12 siswa di Puskesmas Cibodas
    is_full = len(run.words) >= _FULL_NAME
    is_told = p.CUE_AFTER.match(text, run.end) or p.AGE.match(text, run.end)
    if role.is_bare:  # dokter Anggit Budiarto
        return is_full and role.position.role_class == "professional" and text[role.start].islower() and bool(is_told)
    return role.names_body or is_full or bool(is_told)


def _closes_apposition(text: str, role: phrases.Phrase, run: Run) -> bool:
    """Whether the run after a comma is the holder (*Bupati OKI, Supriyanto, …*) rather than the next thing named."""
    after = text[run.end : run.end + 1]
    if role.is_bare and text[role.start].islower():
        return run.is_known and after in (",", "(")
    if not run.is_known and len(run.words) < _FULL_NAME and (after == "." or regions.lookup(run.words[0])):
        return False
    return p.CLOSES.match(text, run.end) is not None


def _runs(text: str, starts: Sequence[int]) -> Iterator[Run]:
    """The runs of `text` that may be names, left to right."""
    at = 0
    while (match := p.NAMED.search(text, at)) is not None:
        run = _cut(text, match, starts)
        if run is not None:
            yield run
        at = max(match.start() + 1, run.end if run else match.end())


def _run_at(text: str, at: int, starts: Sequence[int]) -> Run | None:
    match = p.NAMED.match(text, at)
    return _cut(text, match, starts) if match else None


def _cut(text: str, match: regex.Match[str], starts: Sequence[int]) -> Run | None:
    """The run in `match` without what begins a sentence before it and what else is capitalised behind it."""
    start, begin, end = match.start(), match.start("name"), match.end("name")
    following = bisect_left(starts, begin)
    stop = min(end, starts[following]) if following < len(starts) and not match["after"] else end
    words = list(p.NAME_WORD.finditer(text, begin, stop))
    is_partial = False
    is_era = text[start] == "H" and p.YEAR_BEFORE.search(text, max(0, start - _LOOK_BACK), start) is not None
    is_noun = bool(match["before"] and words) and not match["after"] and _is_noun(match["before"], words[0][0])
    if is_noun or (start != begin and is_era):
        return None  # Ibu Kota, 1446 H.
    if start == begin:
        words, is_partial = _without_openers(text, words)
        if not words or _is_other(words[0][0]) or p.SHORT_BODY.fullmatch(words[0][0]):
            return None
        if (words[0].start() > begin and p.INITIALS_AT.match(text, begin) is None) or is_partial:
            start = begin = words[0].start()
        elif words[0].start() > begin and p.REGION.match(text, words[0].start()):
            return None  # UM Papua
    if not words:
        return None
    is_closed = bool(match["after"] or p.AGE.match(text, end))  # Petronela Dua Lering (41)
    kept = next((n for n, word in enumerate(words) if n and _ends_name(word[0], is_closed)), len(words))
    if kept == len(words) and stop == end:
        return Run(start, begin, end, match.end(), tuple(word[0] for word in words), is_partial)
    last = words[kept - 1].end()
    return Run(start, begin, last, last, tuple(word[0] for word in words[:kept]), is_partial)


def _is_noun(titles: str, word: str) -> bool:
    """Whether a known word behind a title shows that this is a noun (*Ibu* **Kota**) or ends a sentence.

    An abbreviated title (*Prof.*) is one before any word but one that begins a sentence.
    """
    written = titles.split()[-1]
    title = names.title_of(written)
    is_short = title is not None and title.kind != "honorific" and len(written) <= _LONGEST_SHORT_TITLE
    return _is_other(word) and not (is_short and names.word_kind(word) != "opener")


def _without_openers(text: str, words: list[regex.Match[str]]) -> tuple[list[regex.Match[str]], bool]:
    """The words behind sentence openers (*Menurut* **Ratna**), and whether a common noun was dropped too."""
    if words and _opens(text, words[0].start()):
        while words and names.word_kind(words[0][0]) == "opener":
            words = words[1:]
    if len(words) > 1 and names.word_kind(words[0][0]) == "common" and not names.is_given_name(words[0][0]):
        return words[1:], True
    return words, False


def _ends_name(word: str, is_closed: bool) -> bool:
    """Whether a word inside a run is no part of the name: the next one's title, or a common word."""
    title = names.title_of(word)
    begins_next = title is not None and title.kind in ("academic", "rank") and not names.is_given_name(word)
    return begins_next or (not is_closed and _is_other(word))


def _evidence(text: str, run: Run, starts: Sequence[int]) -> Rule | None:
    """What makes a run a name, the strongest first."""
    if run.end > run.name_end:
        return "degree"
    if not run.is_bare:
        return None if _is_named_after(text, run) else "title"
    is_derived = p.DERIVED.fullmatch(run.words[0]) is not None and not names.is_given_name(run.words[0])
    if run.is_partial or is_derived or _is_elsewhere(text, run):
        return None
    if p.AGE.match(text, run.end):
        return "age"
    link = p.APPOSITION.match(text, run.end)
    if link is not None and link[0] != " " and _is_in(starts, link.end()):
        return "apposition"
    if _before(p.CUE_BEFORE, text, run.start):
        return "cue"
    is_place = len(run.words) < _FULL_NAME and not run.is_known and _is_honour(text, run)  # SMP Negeri 1 Laguboti
    if p.CUE_AFTER.match(text, run.end) and not is_place:
        return "cue"
    is_full = len(run.words) >= _FULL_NAME and names.is_given_name(run.words[0])
    return "given_name" if is_full and not _is_honour(text, run) else None


def _is_coordinated(text: str, run: Run, ends: Collection[int]) -> bool:
    """Whether a full name is joined by *dan* or a comma to a name found before."""
    if len(run.words) < _FULL_NAME or run.is_partial or _is_elsewhere(text, run):
        return False
    link = _before(p.AND, text, run.start)
    return link is not None and link.start() in ends


def _may_be_told(text: str, run: Run) -> bool:
    """Whether a model's word is enough: nothing known speaks against the run, and something else speaks for it.

    That is a word known from names, an initial, or a relative or agent before a full name (*istrinya*, *oleh*).
    """
    if run.is_partial or _is_elsewhere(text, run) or _is_honour(text, run) or p.DERIVED.fullmatch(run.words[0]):
        return False
    has_initials = p.INITIALS_AT.match(text, run.name_start) is not None
    is_placed = _before(p.PLACED, text, run.start) is not None
    if is_placed or any(regions.lookup(word) for word in run.words):
        return False
    if len(run.words) < _FULL_NAME and not has_initials:
        return run.is_known and not _opens(text, run.start)
    is_related = p.RELATED.search(text, max(0, run.start - _LOOK_BACK), run.start) is not None
    return run.is_known or has_initials or is_related


def _withheld(text: str) -> list[Candidate]:
    """Persons called by initials (*siswa berinisial* **RA**), at each place where these stand."""
    initials = {name for match in p.INITIALED.finditer(text) for name in match.captures("name")}
    if not initials:
        return []
    initials |= {match["name"] for match in p.AGED_INITIALS.finditer(text)}
    found = (match for match in p.CAPITAL_WORD.finditer(text) if match[0] in initials)
    return [Candidate(m.start(), m.start(), m.end(), m.end(), m[0], "initials") for m in found]


def _repeated(text: str, run: Run, parts: Collection[str]) -> Run | None:
    """The part of `run` that repeats known names: all of it, or all but a sentence's first word (*Ayah* **Ratna**)."""
    if all(word in parts for word in run.words):
        return run
    if not run.is_bare or not all(word in parts for word in run.words[1:]) or not _opens(text, run.start):
        return None
    start = text.find(run.words[-1], run.name_start + len(run.words[0]))
    is_one = len(run.words) == _FULL_NAME and start >= 0
    return Run(start, start, run.name_end, run.end, run.words[1:]) if is_one else None


def _completes(text: str, run: Run, short: Collection[str]) -> Run | None:
    """The full name of somebody whom the article quotes by its first or last word (*Elza Mundar* and *kata Elza*)."""
    is_full = run.is_bare and not run.is_partial and len(run.words) >= _FULL_NAME
    if not is_full or not (run.words[0] in short or run.words[-1] in short):
        return None
    return None if _is_elsewhere(text, run) or _is_honour(text, run) else run


def _before(backwards: regex.Pattern[str], text: str, at: int) -> regex.Match[str] | None:
    """The match of a pattern that reads backwards from `at`."""
    return backwards.match(text, max(0, at - _LOOK_BACK), at)


def _opens(text: str, at: int) -> bool:
    """Whether a sentence or quotation begins at `at`."""
    return p.OPENING.match(text, max(0, at - 3), at) is not None


def _is_elsewhere(text: str, run: Run) -> bool:
    """Whether a region's or a body's name covers the run."""
    for names_of in (p.REGION, p.ORGANIZATION, p.HEAD):
        found = names_of.match(text, run.name_start)
        if found is not None and found.end() >= run.name_end:
            return True
    return False


def _is_honour(text: str, run: Run) -> bool:
    """Whether the run names a place or body after somebody (*stadion Manahan*, *SMA 1 Kartini*)."""
    before = _before(p.WORD_BEFORE, text, run.start)
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
    before = _before(p.WORD_BEFORE, text, run.start)
    head = posts.head_of(before[1]) if before else None
    return head is not None or (before is not None and names.word_kind(before[1]) == "place")


def _is_other(word: str) -> bool:
    """Whether a capitalised word is known to be no name."""
    return names.word_kind(word) is not None and not names.is_given_name(word)


def _words(name: str) -> list[str]:
    return [match[0] for match in p.NAME_WORD.finditer(name)]


def _is_in(starts: Sequence[int], at: int) -> bool:
    place = bisect_left(starts, at)
    return place < len(starts) and starts[place] == at


def _overlaps(covered: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the `covered` stretches, which do not overlap each other, meets ``[start, end)``."""
    at = bisect_right(covered, (start, end))
    return any(s < end and start < e for s, e in covered[max(0, at - 1) : at + 1])
