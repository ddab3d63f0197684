"""What follows a reporting cue: *bahwa* and its like, or without them a reported clause, a condition, or a noun phrase.

In: a cue's entry and the text behind it. Out: where its clause is announced, and whether it reports something.

>>> from pipeline.stages.quotes.patterns import FORMS
>>> [is_reported(FORMS["menyebut"].entry, text) for text in ("kuota masih ada", "nama muridnya satu per satu")]
[True, False]
"""

from __future__ import annotations

import re

import regex

from pipeline.lexicon import alternation
from pipeline.lexicon.compiled import pattern
from pipeline.lexicon.cues import Cue
from pipeline.stages.quotes.clauses import is_clause
from pipeline.stages.quotes.patterns import words

_MARKER_WORD = re.compile("bahwa|agar|supaya")
_MARKER = regex.compile(
    r"(?P<gap>(?:\s+(?!bahwa|agar|supaya)[^\s,.:;]+){0,10}?)\s*,?\s+"
    r"(?P<word>bahwa|bahwasanya|agar|supaya)\b\s*[,:]?\s*"
)
_IF = regex.compile(r"(?:jika|bila|kalau)\s+(?!tidak\s*,)")
_NOUN_OBJECT = pattern(rf"\s*(?:{alternation(words('object'))}\b(?!-)|akan\s+\p{{Ll}}+nya\b)")
_FELT = regex.compile(r"(?:terhadap|atas|dengan|pada(?!\s+(?:\d|tahun|bulan|saat|akhir|awal|suatu)))\b")
"""What opens the object of a feeling (*khawatir pada nasib guru*)."""
_AFTER_THAT = "saat|dalam|kepada|di|pada|usai|ketika|setelah|melalui|lewat|karena|terkait|sebagai|dengan"
_THAT = regex.compile(
    r"\s*(?:hal\s+(?:ini|itu|tersebut|sama|senada|serupa)|demikian|begitu)"
    rf"(?:\s*(?:[.,;]|$)|\s+(?:{_AFTER_THAT})\b)|\s*(?:dengan|kepada|secara|hal\s+yang)\b"
)
_REASON = regex.compile(r"(?<=\S)\s(?:karena|lantaran|sehingga|supaya)\b")
"""What opens a clause with a predicate of its own (*mencatat kenaikan karena …*)."""
_ADVERSATIVE = regex.compile(r",\s(?:namun|sedangkan|sementara)\b")
"""What opens a clause that stands against what was said rather than in it."""
_BREAK = regex.compile(rf",|\s(?:{alternation(words('coordinator'))})\b")


def marker_behind(text: str, start: int, stop: int) -> regex.Match[str] | None:
    """The conjunction that opens a clause behind a cue that ends at `start`, with what stands between them."""
    return _MARKER.match(text, start, stop) if _MARKER_WORD.search(text, start, stop) else None


def past_if(complement: str) -> int | None:
    """The offset behind a *jika* that stands for *bahwa*; `None` where none does or it opens a condition, whose
    consequence is a clause behind a comma.
    """
    opened = _IF.match(complement)
    _, comma, consequence = complement.partition(",")
    return None if opened is None or (comma and is_clause(consequence)) else int(opened.end())


_MODIFIER = regex.compile(r"\s(?:untuk|agar|supaya|guna|demi|bagi|oleh|yang|meski|meskipun|walau|walaupun)\b")


def _is_noun_object(complement: str) -> bool:
    """Whether a noun that mostly follows a cue as its object opens `complement`, and no finite verb goes on from it
    (*menilai dukungan itu menjadi bukti*).
    """
    noun = _NOUN_OBJECT.match(complement)
    if noun is None:
        return False
    if noun[0].startswith("akan ") or noun[0].endswith("nya"):
        return True
    return not is_clause(_MODIFIER.split(_BREAK.split(complement, 1)[0], 1)[0], verbs=False)


def is_reported(cue: Cue, complement: str) -> bool:
    """Whether an unmarked complement of `cue` is a reported clause."""
    if cue.cue_class != "claim":
        complement = _REASON.split(complement, 1)[0]
    complement = _ADVERSATIVE.split(complement.partition(";")[0], 1)[0]
    match cue.complement:
        case "always":
            return _THAT.match(complement) is None
        case "clause" | "either" as kind:
            feeling = cue.stem == "predicate" and _FELT.match(complement) is not None
            if feeling or _is_noun_object(complement) or _THAT.match(complement):
                return False
            return is_clause(complement, qualities=kind == "clause")
        case "finite":
            return not _NOUN_OBJECT.match(complement) and is_clause(_BREAK.split(complement, 1)[0], verbs=False)
        case _:
            return False
