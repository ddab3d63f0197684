"""Named atoms of reported speech, built from ``cues.tsv`` and ``quote_words.tsv`` and compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import regex

from pipeline.language.letters import CAPITAL, SMALL
from pipeline.lexicon import alternation, read
from pipeline.lexicon.compiled import pattern, plain
from pipeline.lexicon.cues import Cue, QuoteWord, WordKind

Voice = Literal["bare", "active", "either", "passive", "source"]
"""How a cue takes its speaker: ``bare`` (*kata Ratna*), ``active`` (*Ratna mengatakan*), ``either`` (*minta*),
``passive`` (*dikatakan Ratna*), ``source`` (*menurut Ratna*)."""


@dataclass(frozen=True, slots=True)
class Form:
    """A written form of a cue: its entry, its voice and whether -nya already says who spoke."""

    entry: Cue
    voice: Voice
    clitic: bool


def _voice(entry: Cue, form: str) -> Voice:
    if form == "menurut":
        return "source"
    if form.startswith("di"):
        return "passive"
    if form != entry.lemma:
        return "bare" if form in ("himbau", "pinta") else "active"
    if entry.stem == "both":
        return "either"
    return "active" if entry.stem == "predicate" else "bare"


def _forms() -> dict[str, Form]:
    forms: dict[str, Form] = {}
    for entry in read("cues", Cue):
        for form in entry.forms:
            voice = _voice(entry, form)
            forms[form] = Form(entry, voice, clitic=False)
            if voice != "active":
                forms[f"{form}nya"] = Form(entry, "bare" if voice == "either" else voice, clitic=True)
    return forms


def words(kind: WordKind) -> frozenset[str]:
    """The words of one kind in ``quote_words.tsv``, lower case."""
    return frozenset(entry.word for entry in read("quote_words", QuoteWord) if kind in entry.kinds)


FORMS = _forms()
"""Lower-case written form → what it is."""

_WORD_ENDS = rf"(?!-?[{SMALL}])"
# Two patterns, as one for both would cost twice as much; a word that a portal glued to a cue (*kataRatna*, *TimurKata*)
# is no part of it.
SMALL_CUE = plain(rf"[^{SMALL}{CAPITAL}](?<![{SMALL}]-)({alternation(FORMS)}){_WORD_ENDS}")
"""What is no letter and a written form behind it, its group: `re` finds such a beginning sooner than a look-behind."""
CAPITAL_CUE = plain(rf"{alternation(form.capitalize() for form in FORMS)}{_WORD_ENDS}")
"""A written form with a capital."""
WORD = re.compile(r"[^\W\d_]++(?:[-’'][^\W\d_]++)*+")
"""A word, reduplications and apostrophes inside it included."""

DAY_NAME = r"(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Ahad|Minggu)"
DAY = regex.compile(rf"\b{DAY_NAME}\b")
MONTH_NAME = r"(?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember)"

CONNECTIVE = pattern(rf"\s*{alternation(words('connective'))}\b\s*,?\s*", regex.IGNORECASE)

_RELATIONS = words("relation")
_TWO_WORDS = regex.compile(
    r"(?r)(?<!\p{L}|-)(?P<two>(?:(?P<first>\p{L}+)\s)?(?P<last>\p{L}+))\s(?:(?:almarhum(?:ah)?|mendiang)\s)?"
)
_RELATION_ENDS = tuple({phrase.split()[-1] for phrase in _RELATIONS} | {"almarhum", "almarhumah", "mendiang"})
"""Words right before a name without which none of a relation stands there; most names fail this cheap test."""
_SENTENCE_ENDS = tuple('.!?"”\n')
_RELATION_LENGTH = 36
"""Characters before a name in which the noun of a relation is looked for."""

_VERB = regex.compile(r"(?:me(?:m|n|ng|ny|l|r|w)|di|ber|ter)\p{Ll}{3}[\p{Ll}-]*+")
_LOOKALIKE = words("lookalike")


def relation_before(text: str, at: int) -> int | None:
    """Where a noun right before `at` begins that makes a name there somebody else's (*istri Ratna*), or `None`. One in
    capitals is an honorific (*Ibu Ratna*) but at the beginning of a sentence.

    >>> relation_before("kata istri Ratna", 11), relation_before("kata Ibu Ratna", 9)
    (5, None)
    """
    if not text[max(0, at - _RELATION_LENGTH) : at].rstrip().lower().endswith(_RELATION_ENDS):
        return None
    found = _TWO_WORDS.match(text, max(0, at - _RELATION_LENGTH), at)
    for part in ("two", "last") if found else ():
        begin = found.start(part)
        opens = text[max(0, begin - 2) : begin].rstrip(" ").endswith(_SENTENCE_ENDS) or begin == 0
        if found[part].lower() in _RELATIONS and (text[begin].islower() or opens):
            return int(begin)
    return None


@lru_cache(maxsize=1 << 14)  # words come again
def is_verb(word: str) -> bool:
    """Whether `word`, in lower case, is shaped like a finite verb (me-, di-, ber-, ter-) and no known noun of that
    shape.

    >>> is_verb("mengajar"), is_verb("menteri"), is_verb("Berlin")
    (True, False, False)
    """
    return _VERB.fullmatch(word) is not None and word not in _LOOKALIKE and word.removesuffix("nya") not in _LOOKALIKE
