"""Numbers that tell how old somebody is: behind a cue, a noun for a person or a name.

In: the text, a candidate and what stands before it. Out: an `Age`, or `None`.

>>> from pipeline.stages.figures.context import context_at
>>> from pipeline.stages.figures.find import candidates
>>> for text in ("berusia 63 tahun", "pria 39 tahun", "Budi Santoso, 45 tahun, guru", "Budi (45)", "hukuman 5 tahun"):
...     found = next(candidates(text))
...     age = told(text, found, context_at(text, found.start))
...     print(age and age.rule)
age-cue
aged-noun
aged-name
bracketed-age
None
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from pipeline.stages.figures.context import Context, last
from pipeline.stages.figures.find import Candidate
from pipeline.stages.figures.patterns import AGE_CUE, AGED, BOUNDED, NAME_CUE, TIME_CUE, TIME_WORD, UNIT, YEARS

_BRACKETED_NAME = regex.compile(r"(?r)(?<![\p{L}\p{N}])(?P<name>\p{Lu}[\p{L}'’.]*)\s?\(")
_BRACKET = regex.compile(r"(?:\s(?:tahun|thn|th))?\)")
_APPOSED_NAME = regex.compile(r"(?r)\p{Lu}[\p{L}'’]* \p{Lu}[\p{L}'’.]*, ")
_APPOSITION_ENDS = regex.compile(r"[,.)]|\s(?:dan|serta)\b")
_INITIALS = 3
_AGES = range(3, 121)


@dataclass(frozen=True, slots=True)
class Age:
    """How an age is told, and where its *tahun* ends, if it has one."""

    rule: str
    end: int | None


def told(text: str, candidate: Candidate, context: Context) -> Age | None:
    """The age that `candidate` is in `text`, or `None`."""
    if candidate.vague or not 0 < candidate.high < _AGES.stop:
        return None
    years = YEARS.match(text, candidate.end)
    end = years.end() if years else None
    if last(AGE_CUE, text, context.start):
        other = TIME_WORD.match(text, candidate.end) or UNIT.match(text, candidate.end) or not candidate.bare
        return Age("age-cue", end) if years or not other else None
    bounded = context.modifier in ("less_than", "more_than") and last(BOUNDED, text, context.start)
    if years and (bounded or last(AGED, text, context.start)):
        return Age("aged-noun", end)
    if candidate.low not in _AGES:
        return None
    if years and last(_APPOSED_NAME, text, candidate.start) and _APPOSITION_ENDS.match(text, years.end()):
        return Age("aged-name", end)
    name = last(_BRACKETED_NAME, text, candidate.start)
    if name and candidate.bare and _BRACKET.match(text, candidate.end) and _may_be_person(name["name"]):
        return Age("bracketed-age", end)
    return None


def _may_be_person(name: str) -> bool:
    """Whether the capitalised word before a bracketed number can end a person's name, or be its initials."""
    written = f"{name} "
    return not (
        last(NAME_CUE, written, len(written))
        or last(TIME_CUE, written, len(written))
        or (name.isupper() and len(name) > _INITIALS)
    )
