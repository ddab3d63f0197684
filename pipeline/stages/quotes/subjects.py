"""Whether a noun phrase before a verb can be its subject, by the words around it.

>>> governed("dalam rapat", 0, 6), inside_relative("pelajar yang Ratna temui", 0, 13)
(True, True)
>>> transparent(", guru SMP 2 Kudus, "), transparent(" mengajar dan ")
(True, False)
"""

from __future__ import annotations

import regex

from pipeline.stages.quotes.patterns import WORD, is_verb, words

_PHRASE_ENDS = ("ini", "itu", "tersebut", "sama", "lalu", "kemarin", "tadi", "lain")
_CLAUSE_BREAK = regex.compile(r"[;:!?“”\"]|\.\s|\s[-–—]\s")
_RELATIVE = regex.compile(r"(?<!\p{L})yang\s+(?!bernama|berinisial|akrab)")
_PREPOSITIONS = words("preposition")
_SUBORDINATORS = words("subordinator")
THINGS = words("document") - {"ini", "itu", "tersebut", "hal"}
"""Nouns of what states without speaking."""


def last_word(text: str, start: int, end: int) -> str:
    """The word that ends right before `end`, lower case, or an empty string."""
    tail = text[max(start, end - 40) : end].split()
    return tail[-1].lower() if tail else ""


def has_verb(text: str) -> bool:
    """Whether a word in `text` is shaped like a finite verb."""
    return any(is_verb(match[0].lower()) for match in WORD.finditer(text))


def governed(text: str, start: int, at: int) -> bool:
    """Whether a preposition, a verb or the noun of a document before `at` makes a noun phrase there no subject."""
    before = last_word(text, start, at)
    if before == "dalam" and text.endswith("penyakit dalam ", start, at):
        return False
    return before in _PREPOSITIONS or before in THINGS or is_verb(before)


def in_phrase(text: str, start: int, at: int) -> bool:
    """Whether a noun phrase at `at` belongs to a prepositional phrase before it (*di sidang senat Universitas …*)."""
    if governed(text, start, at):
        return True
    for word in reversed(text[max(start, at - 60) : at].split()):
        if not word.islower() or word in _PHRASE_ENDS or word.endswith(("nya", ",")) or is_verb(word):
            return False
        if word in _PREPOSITIONS:
            return True
    return False


def inside_relative(text: str, start: int, at: int) -> bool:
    """Whether `at` lies in a relative clause (*Ratna yang mendampingi Bupati …*) that no comma has closed."""
    clause = text[max(start, text.rfind(",", start, at) + 1) : at]
    relative = _RELATIVE.search(clause)
    if relative is None:
        return False
    apart = not clause[: relative.start()].strip()
    if relative.end() == len(clause) or (apart and clause.startswith("juga ", relative.end())):
        return True  # *pelajar yang Ratna temui*, *Ratna, yang juga Ketua Komite*
    return has_verb(clause[relative.end() :])


def transparent(gap: str) -> bool:
    """Whether only modifiers stand between a subject and its verb: no break, and no finite clause outside *yang …*,
    *saat …* and participles behind a comma (*, didampingi Kepala Dinas, …*).
    """
    if _CLAUSE_BREAK.search(gap):
        return False
    before, last_end = "", 0
    for match in WORD.finditer(gap):
        word = match[0].lower()
        if word == "yang":
            return True
        opens = last_end == 0 or "," in gap[last_end : match.start()] or before in ("seperti", "sebagaimana")
        participle = word.startswith("di") and opens
        if is_verb(word) and not participle and before not in _SUBORDINATORS and word not in ("bernama", "mewakili"):
            return False
        before, last_end = word, match.end()
    return True
