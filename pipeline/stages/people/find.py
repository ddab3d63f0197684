"""Candidates for names: capitalised runs with their titles and degrees, and the evidence around each.

In: the text and its role phrases. Out: `Candidate`s in text order, not overlapping; `resolve` makes them `NameMention`s.

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
from pipeline.stages.people.patterns import AGE, AGED_INITIALS, BRACKETED, CUE_AFTER, CUE_BEFORE, DERIVED, INITIALED, NAME_WORD, NAMED, SHORT_BODY

Rule = Literal["degree", "title", "position", "apposition", "cue", "age", "coordination", "given_name", "initials", "repetition", "model"]

_APPOSITION = regex.compile(r"(?:[ ]?,[ ]++|[ ]\(?|[ ]?[-–—][ ]?)(?:(?:selaku|sebagai|yang juga|yang menjabat|yang kini|menjabat|juga)[ ](?:adalah[ ]|menjabat[ ])?)?+(?:(?:seorang|para)[ ])?+")
_AND = regex.compile(r"(?:,[ ]|[ ]dan[ ]|,[ ]dan[ ]|[ ]serta[ ]|[ ]bersama[ ])\Z")
_REGION = regex.compile(regions.REGION_PATTERN)
_ORGANIZATION = regex.compile(posts.ORGANIZATION_PATTERN)
_HEAD = regex.compile(posts.HEAD_PATTERN)
_WORD_BEFORE = regex.compile(r"([\p{L}\p{N}]+)[.]?[ ]\Z")
_STEP = regex.compile(r"(?:[ ]?,)?[ ](?:(?:yakni|yaitu|bernama|atas nama|adalah|dijabat(?:[ ]oleh)?)[ ])?|[ ]?[–—-][ ]?")
_OPENING = regex.compile(r"(?:\\A|[.!?:“”\"\n(–—-])[\s“\"]*\Z")
_FULL_NAME = 2
"""Words from which on a name is more than a given name."""
_LOOK_BACK = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """A capitalised run that is a name by `rule`: ``[start, end)`` with titles and degrees, ``[name_start, name_end)`` bare."""

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
    """Whether a common noun before it was cut off (*Kampus* **Wijaya**), so that only a name known from elsewhere can stand here."""

    def named(self, text: str, rule: Rule) -> Candidate:
        """The candidate that this run is, by `rule`."""
        return Candidate(self.start, self.name_start, self.name_end, self.end, text[self.name_start : self.name_end], rule)


def find(text: str, roles: Sequence[phrases.Phrase] | None = None) -> tuple[Candidate, ...]:
    """All names of `text`, in order."""
    roles = phrases.find(text) if roles is None else roles
    starts = [role.start for role in roles]
    explained = {match[1] for match in BRACKETED.finditer(text)}
    taken = [c for role in roles if (c := _after_phrase(text, role, starts)) is not None and c.name not in explained]
    covered = sorted([(c.start, c.end) for c in taken] + [(r.parts[0].start, r.end) for r in roles])
    left = [run for run in _runs(text, starts) if not _overlaps(covered, run.name_start, run.name_end) and run.words[0] not in explained]
    told = [(run, _evidence(text, run, starts)) for run in left]
    taken += [run.named(text, rule) for run, rule in told if rule]
    rest = [run for run, rule in told if not rule]
    while more := [run for run in rest if _is_coordinated(text, run, taken)]:
        taken += [run.named(text, "coordination") for run in more]
        rest = [run for run in rest if run not in more]
    taken += _withheld(text)
    parts = {part for c in taken for part in _words(c.name) if len(part) > 2 and not _is_other(part)}
    taken += [again.named(text, "repetition") for run in rest if (again := _repeated(text, run, parts)) is not None]
    return tuple(sorted(taken, key=lambda c: c.start))


def _repeated(text: str, run: Run, parts: Collection[str]) -> Run | None:
    """The part of `run` that repeats words of known names: all of it, or all but a sentence's first word (*Ayah* **Ratna**)."""
    if all(word in parts for word in run.words):
        return run
    if run.start == run.name_start and len(run.words) > 1 and all(word in parts for word in run.words[1:]) and _opens(text, run.start):
        start = text.index(run.words[1], run.name_start + len(run.words[0]))
        return Run(start, start, run.name_end, run.end, run.words[1:])
    return None


def _opens(text: str, at: int) -> bool:
    """Whether a sentence or quotation begins at `at`."""
    return _OPENING.search(text, max(0, at - 3), at) is not None


def _after_phrase(text: str, role: phrases.Phrase, starts: Sequence[int]) -> Candidate | None:
    """The name behind a role phrase, at once or after a comma."""
    step = _STEP.match(text, role.end)
    if step is None:
        return None
    run = _run_at(text, step.end(), starts)
    if run is None or run.is_partial or run.start != step.end() or (run.start == run.name_start and _is_elsewhere(text, run)):
        return None
    is_group = role.position.role_class in ("professional", "lay") and not any(part.kind in ("organization", "head", "acronym") for part in role.parts)
    is_proven = run.start < run.name_start or run.end > run.name_end or any(names.is_given_name(word) for word in run.words)
    if is_group and not is_proven and (role.is_bare or len(run.words) < _FULL_NAME):
        return None
    if role.is_bare and "," in step[0] and text[role.start].islower() and not (is_proven and text[run.end : run.end + 1] in (",", "(")):
        return None
    if "," in step[0] and not regex.match(r"[,.]|[ ][(\p{Ll}]|\s*$", text[run.end : run.end + 2]):
        return None
    return run.named(text, "position")


def _runs(text: str, starts: Sequence[int]) -> Iterator[Run]:
    """The runs of `text` that may be names, left to right."""
    at = 0
    while (match := NAMED.search(text, at)) is not None:
        run = _cut(text, match, starts)
        if run is not None:
            yield run
        at = max(match.start() + 1, run.end if run else match.end())


def _run_at(text: str, at: int, starts: Sequence[int]) -> Run | None:
    match = NAMED.match(text, at)
    return _cut(text, match, starts) if match else None


def _cut(text: str, match: regex.Match[str], starts: Sequence[int]) -> Run | None:
    """The run in `match` without sentence openers before it and other capitalised words or a role phrase behind it."""
    begin, end, start = match.start("name"), match.end("name"), match.start()
    next_phrase = bisect_left(starts, begin)
    stop = min(end, starts[next_phrase]) if next_phrase < len(starts) and not match["after"] else end
    words = [word for word in NAME_WORD.finditer(text, begin, stop)]
    opens = _opens(text, start)
    while words and opens and start == begin and names.word_kind(words[0][0]) == "opener":
        words.pop(0)
        start = begin = words[0].start() if words else begin
    partial = False
    if len(words) > 1 and start == begin and names.word_kind(words[0][0]) == "common" and not names.is_given_name(words[0][0]):
        words.pop(0)
        start = begin = words[0].start()
        partial = True
    if not words or (start == begin and _is_other(words[0][0])) or SHORT_BODY.fullmatch(words[0][0]) or (begin < words[0].start() and _REGION.match(text, words[0].start())):
        return None
    for number, word in enumerate(words):
        if number and ((_is_other(word[0]) and not match["after"]) or _is_title(word[0])):
            words = words[:number]
            break
    else:
        if stop == end:
            return Run(start, begin, end, match.end(), tuple(word[0] for word in words), partial)
    last = words[-1].end()
    return Run(start, begin, last, last, tuple(word[0] for word in words), partial)


def _evidence(text: str, run: Run, starts: Sequence[int]) -> Rule | None:
    """What makes a run a name, the strongest first."""
    if run.end > run.name_end:
        return "degree"
    if run.start < run.name_start:
        return "title"
    if run.is_partial or _is_elsewhere(text, run) or (DERIVED.fullmatch(run.words[0]) and not names.is_given_name(run.words[0])):
        return None
    if AGE.match(text, run.end):
        return "age"
    link = _APPOSITION.match(text, run.end)
    if link and link.end() in _near(starts, link.end()) and not (link[0] == " "):
        return "apposition"
    if CUE_BEFORE.search(text, max(0, run.start - _LOOK_BACK), run.start) or CUE_AFTER.match(text, run.end):
        return "cue"
    if len(run.words) > 1 and names.is_given_name(run.words[0]) and not _honours(text, run):
        return "given_name"
    return None


def _withheld(text: str) -> list[Candidate]:
    """Persons called by initials, each place where these stand."""
    initials = {name for match in INITIALED.finditer(text) for name in match.captures("name")}
    if not initials:
        return []
    initials |= {match["name"] for match in AGED_INITIALS.finditer(text)}
    pattern = regex.compile(rf"(?<![\p{{L}}\p{{N}}])(?:{'|'.join(map(regex.escape, sorted(initials)))})(?![\p{{L}}\p{{N}}])")
    return [Candidate(m.start(), m.start(), m.end(), m.end(), m[0], "initials") for m in pattern.finditer(text)]


def _is_coordinated(text: str, run: Run, taken: Sequence[Candidate]) -> bool:
    """Whether a run of two words or more is joined by *dan* or a comma to a name found before."""
    link = _AND.search(text, max(0, run.start - _LOOK_BACK), run.start)
    return link is not None and len(run.words) > 1 and any(c.end == link.start() for c in taken) and not _is_elsewhere(text, run)


def _is_elsewhere(text: str, run: Run) -> bool:
    """Whether the whole run is a region's or a body's name, or stands in one."""
    for pattern in (_REGION, _ORGANIZATION, _HEAD):
        found = pattern.match(text, run.name_start)
        if found is not None and found.end() >= run.name_end:
            return True
    return False


def _honours(text: str, run: Run) -> bool:
    """Whether the run names a place or body after somebody (*stadion Manahan*, *SMA 1 Kartini*)."""
    before = _WORD_BEFORE.search(text, max(0, run.start - _LOOK_BACK), run.start)
    return before is not None and (names.word_kind(before[1]) in ("place", "body") or before[1].isupper() or before[1].isdigit())


def _is_other(word: str) -> bool:
    """Whether a capitalised word is known to be no name."""
    return names.word_kind(word) is not None and not names.is_given_name(word)


def _is_title(word: str) -> bool:
    """Whether a word inside a run begins the titles of another name."""
    title = names.title_of(word)
    return title is not None and title.kind in ("academic", "rank") and not names.is_given_name(word)


def _words(name: str) -> list[str]:
    return [match[0] for match in NAME_WORD.finditer(name)]


def _near(starts: Sequence[int], at: int) -> Sequence[int]:
    return starts[bisect_left(starts, at) : bisect_right(starts, at)]


def _overlaps(covered: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_right(covered, (start, float("inf")))
    return any(s < end and start < e for s, e in covered[max(0, at - 2) : at + 2])
