"""Candidates: atoms by pattern, atoms side by side joined, ranges closed, sets made, the implausible dropped.

In: the text. Out: `Candidate`s in text order that do not overlap, each with what its words fix.

>>> text = "dibuka Rabu malam (12/11/2025) sekitar pukul 19.00 WIB"
>>> [(text[c.start : c.end], c.rule) for c in find(text)]
[('Rabu malam (12/11/2025) sekitar pukul 19.00 WIB', 'weekday+part+numeric+clock')]
>>> text = "libur 12, 13, dan 15 November 2025"
>>> [text[c.start : c.end] for c in find(text)]
['12', '13', '15 November 2025']
>>> find("UU Nomor 20 Tahun 2003 mengatur SMAN 3")
[]
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.stages.dates.atoms import NUMBER_WORDS, compiled
from pipeline.stages.dates.build import build
from pipeline.stages.dates.evidence import supported
from pipeline.stages.dates.expressions import Expression, Length, NoTime, Range, Recurrence, When, inherit, merge
from pipeline.stages.dates.patterns import BEHIND_NUMBER, LONG_NUMBER, RULES, SHORT_NUMBER, Rule, key_of


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the words of ``text[start:end]`` fix, the rules that read them, and whether they need evidence around
    them.
    """

    start: int
    end: int
    said: Expression
    rule: str
    weak: bool = False


_WORD = re.compile(r"(?<!\w)(?:[^\W\d_]+|(?<!\w[/.,:])\d+)")
_NEXT_WORD = re.compile(r",?[^\S\n]+([^\W\d_]+)")
_STOPPED = re.compile(r"[.,](?:\s|\Z)(?!\s?\d)")
_MARKS = frozenset("-–—/.,:½×&")
"""What may tie a number to a time without a space."""
_NUMBER_WORDS = frozenset(NUMBER_WORDS)
_DASHES = ("-", "–", "—")
_LONGEST = 500
"""Characters that an expression takes at most; without an end, `regex` looks for its letters in all the text."""
_BY_START: dict[str, list[Rule]] = defaultdict(list)
for _rule in RULES:
    for _start in _rule.starts:
        _BY_START[_start].append(_rule)
_YEARS = [_rule for _rule in RULES if _rule.name == "bare_year"]
_GOING_ON = BEHIND_NUMBER | _NUMBER_WORDS


def find(text: str) -> list[Candidate]:
    """The time expressions of `text`, in order; they do not overlap."""
    found = recurring(text, joined(text, ranges(text, joined(text, atoms(text)))))
    return [
        c for c in found if not isinstance(c.said, NoTime) and supported(text, c.start, c.end, c.said, c.rule, c.weak)
    ]


def atoms(text: str) -> Iterator[Candidate]:
    """The longest match at each place where a pattern may begin; of equally long ones the first in `RULES`."""
    done = counted = 0
    for word in _WORD.finditer(text):
        written = word[0]
        first = key_of(written) if written.isdigit() else written.lower()
        if first not in _BY_START:
            continue
        start = word.start()
        if start < done or (start != done + 1 and _is_second_half(text, start)):
            continue
        if first in _NUMBER_WORDS:
            inside, counted = text[counted:start].isspace(), word.end()
            if inside:  # of a number in words, which was tried from its first word on
                continue
        best: list[Candidate] = []
        end = start
        for rule in _rules_at(text, word.end(), first):
            match = rule.pattern.match(text, start, start + _LONGEST)
            if match is not None and match.end() > end:
                built = [Candidate(s, e, said, rule.name, rule.weak) for s, e, said in build(rule.name, match)]
                if built and built[-1].end > end:
                    best, end = built, built[-1].end
        yield from best
        done = max(done, end)


def _rules_at(text: str, end: int, first: str) -> Sequence[Rule]:
    """The rules that the first word of a time leaves; a number that counts something (*560 orang*) leaves few."""
    if first not in (SHORT_NUMBER, LONG_NUMBER) or _may_go_on(text, end):
        return _BY_START[first]
    return _YEARS if first == LONG_NUMBER else ()


def _may_go_on(text: str, end: int) -> bool:
    """Whether what stands behind a number may belong to a time with it."""
    behind = text[end : end + 1]
    if (word := _NEXT_WORD.match(text, end)) is not None:
        return word[1].lower() in _GOING_ON
    if behind.isspace():
        return behind != "\n"
    return behind.isalpha() or (behind in _MARKS and _STOPPED.match(text, end) is None)


def _is_second_half(text: str, start: int) -> bool:
    """Whether a hyphen ties the word at `start` to the one before it: *sehari-hari*, *Covid-19*."""
    return text[start - 1 : start] in _DASHES and text[start - 2 : start - 1].isalnum()


_SPACE = re.compile(r"[^\S\n]+")
_COMMA = re.compile(r"[^\S\n]*,[^\S\n]*(?:tanggal[^\S\n]+)?")
_BRACKET = re.compile(r"[^\S\n]*,?[^\S\n]*\([^\S\n]*")
_CLOSE = re.compile(r"[^\S\n]*\)")
_CLOCKS = ("part", "clock")
_PAIRS: dict[str, dict[str, tuple[str, ...]]] = {
    "space": {
        "weekday": ("date", "relative week", "weekend", "relative day", "direction", *_CLOCKS),
        "date": ("relative year", "relative month", "direction", *_CLOCKS),
        "month": ("relative year", "year"),
        "period": ("relative year", "year"),
        "named": ("relative year", "year", "direction", *_CLOCKS),
        "relative day": ("weekday", "date", *_CLOCKS),
        "relative week": ("part",),
        "clock": ("part", "date", "weekday", "relative day"),
        "part": ("clock",),
    },
    "comma": {"weekday": ("date",)},
    "bracket": {
        "weekday": ("date", "relative day"),
        "relative day": ("date",),
        "relative week": ("date",),
        "part": ("date",),
        "named": ("date",),
        "date": ("weekday",),
    },
}
"""What may follow what, side by side, behind a comma, or in brackets, as features of `When`."""


def joined(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Candidates that stand side by side and complete each other, made one; an opening bracket between them takes
    in its closing one.
    """
    current: Candidate | None = None
    bracket = False
    for candidate in found:
        union = _side_by_side(text, current, candidate) if current else None
        if union is None:
            if current:
                yield current
            current, bracket = candidate, False
            continue
        bracket = bracket or "(" in text[union.start : candidate.start]
        if bracket and (close := _CLOSE.match(text, union.end)):
            union, bracket = replace(union, end=close.end()), False
        current = union
    if current:
        yield current


def _side_by_side(text: str, first: Candidate, second: Candidate) -> Candidate | None:
    gap = text[first.end : second.start]
    kind = (
        "space"
        if _SPACE.fullmatch(gap)
        else "comma"
        if _COMMA.fullmatch(gap)
        else "bracket"
        if _BRACKET.fullmatch(gap)
        else None
    )
    if kind is None:
        return None
    said = _united(first.said, second.said, kind)
    if said is None:
        return None
    return Candidate(
        first.start,
        second.end,
        said,
        f"{first.rule}+{second.rule}".removeprefix("modifier+"),
        second.weak and second.rule == "bare_year" and _loosely(first.said),
    )


def _loosely(said: Expression) -> bool:
    """Whether *sekitar* alone was said, which stands before counts as it does before years."""
    return isinstance(said, When) and said.modifier == "APPROX" and said.features() == {"modifier"}


def _united(first: Expression, second: Expression, kind: str) -> Expression | None:
    if isinstance(first, When) and first.features() == {"modifier"} and kind == "space":
        return _modified(first, second)
    if isinstance(first, Range) and isinstance(second, Range) and second.first.hour is None:
        starts, ends = _united(first.first, second.first, kind), _united(first.last, second.last, kind)
        return Range(starts, ends) if isinstance(starts, When) and isinstance(ends, When) else None
    if isinstance(first, Range) and isinstance(second, When) and second.part and first.last.hour is not None:
        starts, ends = _united(first.first, second, kind), _united(first.last, second, kind)
        return Range(starts, ends) if isinstance(starts, When) and isinstance(ends, When) else None
    if isinstance(first, When) and isinstance(second, Range):
        start = _united(first, second.first, kind)
        return Range(start, second.last) if isinstance(start, When) else None
    if not (isinstance(first, When) and isinstance(second, When)):
        return None
    if "modifier" in second.features() and second.features() != {"modifier"} and second.modifier != "APPROX":
        return None
    if "date" in first.features() and "date" in second.features():
        return None
    if not any(second.features() & set(_PAIRS[kind].get(feature, ())) for feature in first.features()):
        return None
    if kind == "space" and "relative year" in second.features():
        return merge(first, When(year_step=second.step))
    if first.unit in ("day", "week") and second.day:  # the written date says which day it is
        first = replace(first, unit=None, step=None)
    elif second.unit == "day" and first.day:
        second = replace(second, unit=None, step=None)
    return merge(first, second)


def _modified(modifier: When, said: Expression) -> Expression | None:
    if isinstance(said, When) and said.modifier is None and said.features():
        return merge(modifier, said)
    if isinstance(said, Range) and said.first.modifier is None:
        return Range(replace(said.first, modifier=modifier.modifier), said.last)
    if isinstance(said, Length) and modifier.modifier == "APPROX":
        return replace(said, modifier="APPROX")
    return None


_TO = compiled(r"{TO}")
_AND = compiled(r"{AND}")
_LONGEST_GAP = 24
_BETWEEN = compiled(r"antara $")
_SCALES = (
    "clock",
    "date",
    "weekday",
    "month",
    "period",
    "year",
    "relative day",
    "relative week",
    "relative month",
    "relative year",
    "named",
)


def _scale(said: Expression) -> str | None:
    """The finest thing that an expression fixes, which both ends of a range share."""
    if not isinstance(said, When):
        return None
    features = said.features()
    return next((scale for scale in _SCALES if scale in features), None)


def ranges(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Two points with *hingga* or a dash between them made one range; in a list, the year that only the last one
    names is everyone's.
    """
    done: list[Candidate] = []
    for candidate in reversed(list(found)):
        if done:
            done[-1:] = _paired(text, candidate, done[-1])
        else:
            done.append(candidate)
    return reversed(done)


def _paired(text: str, first: Candidate, last: Candidate) -> list[Candidate]:
    """Two neighbours, last one first: as they are, closed to a range, or `first` with what it shares with `last`."""
    gap = text[first.end : last.start]
    said, end = first.said, last.said.last if isinstance(last.said, Range) else last.said
    if (
        len(gap) > _LONGEST_GAP
        or not isinstance(said, When)
        or not isinstance(end, When)
        or not _scale(said)
        or _scale(said) != _scale(end)
    ):
        return [last, first]
    weak = first.weak and last.weak
    listed = _AND.fullmatch(gap) is not None
    between = listed and _BETWEEN.search(text, max(0, first.start - 8), first.start) is not None
    if (
        isinstance(last.said, When)
        and _scale(said) != "named"
        and (between or (_TO.fullmatch(gap) and not _two_full_days(gap, said)))
    ):
        return [Candidate(first.start, last.end, Range(inherit(said, end), end), f"{first.rule}-{last.rule}", weak)]
    return [replace(last, weak=weak), replace(first, said=inherit(said, end), weak=weak)] if listed else [last, first]


def _two_full_days(gap: str, first: When) -> bool:
    """Whether *hingga* stands behind a day that needs nothing from the one after it: the two are then dates of
    their own.
    """
    return gap.strip(" -–—") != "" and first.day is not None and first.year is not None


def _alike(first: Expression, second: Expression) -> bool:
    """Whether both are weekdays, or both days, months, …, with or without a time of day."""
    if not isinstance(first, When) or not isinstance(second, When):
        return False
    return bool((first.features() & second.features()) - {"clock", "part", "modifier"})


def recurring(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """*Setiap* with what follows it made a recurrence, also over a list (*setiap Senin dan Kamis*)."""
    every: Candidate | None = None
    for candidate in found:
        said = candidate.said
        if candidate.rule == "every":
            every = candidate
            continue
        if every is not None and isinstance(said, When | Range | Length | Recurrence):
            gap, of = text[every.end : candidate.start], said.of if isinstance(said, Recurrence) else said
            first = every.rule == "every" and _SPACE.fullmatch(gap) is not None
            listed = (
                isinstance(every.said, Recurrence) and _AND.fullmatch(gap) is not None and _alike(of, every.said.of)
            )
            if first or listed:
                start = every.start if first else candidate.start
                every = replace(candidate, start=start, said=Recurrence(of), rule=f"every+{candidate.rule}", weak=False)
                yield every
                continue
        every = None
        yield candidate
