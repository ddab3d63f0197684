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

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

from pipeline.lexicon import names
from pipeline.stages import phrases
from pipeline.stages.people import patterns as p
from pipeline.stages.people.evidence import FULL_NAME, evidence, is_coordinated, is_elsewhere, is_honour, may_be_told
from pipeline.stages.people.holders import holder
from pipeline.stages.people.model import Candidate, Rule, Run
from pipeline.stages.people.runs import is_other, opens, runs
from pipeline.stages.phrases.abbreviations import abbreviations

_SPOKEN: frozenset[Rule] = frozenset(("cue", "title", "age"))
"""The evidence that a short name is somebody's."""
_COMMON: tuple[names.WordKind, ...] = ("common",)
_HOLDERS: tuple[names.WordKind, ...] = ("common", "body")
"""What a word of a name may mean otherwise; behind a post, where the name is due, a body's word too."""
_WITHHOLDING = (
    (p.INITIALED, ("inisial",)),
    (p.ACCUSED, ("ersangka", "erdakwa", "erlapor", "elapor", "audar", "netap")),
)
"""The patterns of withheld names, with what a text must hold to be searched for them."""
_MOST_TOLD = 2
"""Words that a model may add to a name."""
_SHORTEST_PART = 3
"""Letters from which on a part of a name stands for the whole."""


def find(
    text: str, roles: Sequence[phrases.Phrase] | None = None, entities: Collection[tuple[int, int]] = ()
) -> tuple[Candidate, ...]:
    """All names of `text`, in order; `entities` are the spans that a model takes for persons, one more evidence."""
    roles = phrases.find(text) if roles is None else roles
    starts = [role.start for role in roles]
    told = dict(entities)
    explained = {word for short in abbreviations(text) for word in short.split()}
    held = (run for role in roles if (run := holder(text, role, starts)) is not None)
    named = (_as_told(text, run, told).named(text, "position") for run in held)
    taken = [c for c in named if c.name not in explained and not names.is_look_alike(c.name)]
    covered = sorted([(c.start, c.end) for c in taken] + [(role.parts[0].start, role.end) for role in roles])
    ends = {candidate.end for candidate in taken}
    unproven: list[Run] = []
    for run in runs(text, starts):
        is_other_kind = run.words[0] in explained or (run.is_bare and names.is_look_alike(run.written(text)))
        if is_other_kind or _overlaps(covered, run.name_start, run.name_end):
            continue
        rule = evidence(text, run, starts) or ("coordination" if is_coordinated(text, run, ends) else None)
        if rule is None:
            unproven.append(run)
        else:
            taken.append(_as_told(text, run, told, _COMMON).named(text, rule))
            ends.add(taken[-1].end)
    taken += _withheld(text, starts)
    short = {c.name for c in taken if c.rule in _SPOKEN}
    parts = {word for c in taken for word in _words(c.name) if len(word) >= _SHORTEST_PART and not is_other(word)}
    for run in unproven:
        if p.before(p.PLACED, text, run.start) and not run.is_known:
            continue
        if (again := _repeated(text, run, parts)) is not None or (again := _completes(text, run, short)) is not None:
            taken.append(again.named(text, "repetition"))
        elif told.get(run.name_start) == run.name_end and may_be_told(text, run):
            taken.append(run.named(text, "model"))
    return tuple(_apart(sorted(taken, key=lambda c: (c.start, -c.end))))


def _as_told(text: str, run: Run, told: Mapping[int, int], kinds: Sequence[names.WordKind] = _HOLDERS) -> Run:
    """`run` with the words of `kinds` behind it where a model takes these for more of the name (*Dian* **Fatwa**)."""
    end = told.get(run.name_start, 0)
    if not run.end == run.name_end < end or p.ENDS.match(text, end) is None:
        return run
    more = text[run.name_end + 1 : end].split(" ")
    is_name = len(more) <= _MOST_TOLD and all(_may_end_name(word, kinds) for word in more)
    return Run(run.start, run.name_start, end, end, (*run.words, *more), run.is_partial) if is_name else run


def _may_end_name(word: str, kinds: Sequence[names.WordKind]) -> bool:
    """Whether a word may be a name's though it means something else: no derived one, no acronym, no title."""
    is_word = p.NAME_WORD.fullmatch(word) is not None and not word.isupper()
    is_other_word = p.DERIVED.fullmatch(word) is not None or names.title_of(word) is not None
    return is_word and not is_other_word and names.word_kind(word) in (*kinds, None)


def _apart(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates without those that begin inside another."""
    end = 0
    for candidate in candidates:
        if candidate.start >= end:
            yield candidate
            end = candidate.end


def _withheld(text: str, starts: Collection[int]) -> list[Candidate]:
    """Persons called by initials, at each place where these stand: *siswa berinisial* **RA**, *tersangka* **RA**,
    **RA** *(16), pelajar SMA*.
    """
    patterns = [pattern for pattern, stems in _WITHHOLDING if any(stem in text for stem in stems)]
    called = {name for pattern in patterns for m in pattern.finditer(text) for name in m.captures("name")}
    aged = list(p.AGED_INITIALS.finditer(text))
    initials = called | {m["name"] for m in aged if called or m["years"] or (m["comma"] and m.end() in starts)}
    found = (match for match in p.CAPITAL_WORD.finditer(text) if match[0] in initials) if initials else ()
    return [Candidate(m.start(), m.start(), m.end(), m.end(), m[0], "initials") for m in found]


def _repeated(text: str, run: Run, parts: Collection[str]) -> Run | None:
    """The part of `run` that repeats known names: all of it, or all but a sentence's first word (*Ayah* **Ratna**)."""
    if all(word in parts for word in run.words):
        return run
    if not run.is_bare or not all(word in parts for word in run.words[1:]) or not opens(text, run.start):
        return None
    start = text.find(run.words[-1], run.name_start + len(run.words[0]))
    is_one = len(run.words) == FULL_NAME and start >= 0
    return Run(start, start, run.name_end, run.end, run.words[1:]) if is_one else None


def _completes(text: str, run: Run, short: Collection[str]) -> Run | None:
    """The full name of somebody whom the article quotes by its first or last word (*Elza Mundar* and *kata Elza*)."""
    is_full = run.is_bare and not run.is_partial and len(run.words) >= FULL_NAME
    if not is_full or not (run.words[0] in short or run.words[-1] in short):
        return None
    is_spoken = run.words[0] in short and names.is_given_name(run.words[0])  # Lion Group Danang Wibowo … kata Danang
    return None if is_elsewhere(text, run) or (is_honour(text, run) and not is_spoken) else run


def _words(name: str) -> list[str]:
    return [match[0] for match in p.NAME_WORD.finditer(name)]


def _overlaps(covered: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the `covered` stretches, which do not overlap each other, meets ``[start, end)``."""
    at = bisect_right(covered, (start, end))
    return any(s < end and start < e for s, e in covered[max(0, at - 1) : at + 1])
