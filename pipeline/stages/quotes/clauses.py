"""Reported clauses: whether words make a clause at all, where it begins and ends, and the setting of a statement.

>>> is_clause("kuota tahun ini sudah bertambah"), is_clause("apresiasi kepada guru yang telah membantu")
(True, False)
>>> setting(" dalam konferensi pers di Kudus, Jawa Tengah, Rabu (12/11/2025)", 0, 64)
'dalam konferensi pers di Kudus, Jawa Tengah'
"""

from __future__ import annotations

import re

import regex

from pipeline.lexicon import alternation
from pipeline.lexicon.compiled import pattern
from pipeline.stages.quotes.patterns import CONNECTIVE, DAY_NAME, FORMS, MONTH_NAME, WORD, is_verb, words

_PREDICATES = words("predicate")
_QUALITIES = words("quality")
_NOMINAL = words("nominal")
_SUBORDINATORS = words("subordinator")
_DEMONSTRATIVES = ("ini", "itu", "tersebut")
_DEGREES = ("sangat", "amat", "cukup", "terlalu", "semakin", "makin")
_AUXILIARIES = frozenset(
    ("adalah", "akan", "bakal", "belum", "bisa", "bukan", "cukup", "dapat", "hanya", "harus", "masih", "merupakan",
     "perlu", "sangat", "sudah", "telah", "terlalu", "tidak")
)  # fmt: skip
"""Words that open a predicate and never go on with one."""
_MEASURES = ("berjumlah", "berkisar", "mencapai", "tercatat", "terdiri")
"""Verbs of amounts: main verbs even behind another verb (*dapur yang telah beroperasi mencapai …*)."""
_DIGIT = regex.compile(r"\d")
_STEM = regex.compile(r"^(?:di|ter)|kan$")
_SAID = frozenset(form.entry.lemma for form in FORMS.values())
_PERSONAL = ("mereka", "dia", "ia", "kami", "kita", "saya")
_SKIPPED = ("juga", "kini", "hari", *_PERSONAL)
"""Words between *yang* and the predicate of its clause."""
_TIMES = ("selama", "saat", "hari", "kali", "sejauh", "hingga", "belakangan", "pekan", "bulan", "tahun", "masa")
"""Words that a demonstrative makes an adverb of (*selama ini*)."""
_TAIL = 160
"""Characters at the end of a clause in which its source is looked for."""
_DATE = rf"(?:pada\s+)?(?:hari\s+)?{DAY_NAME}"
_TRAILING_DATE = regex.compile(
    rf"\s*,\s*{_DATE}(?:\s+(?:pagi|siang|sore|petang|malam))?"
    rf"(?:\s*,?\s*\(?[\d/. –-]+(?:\s?{MONTH_NAME}(?:\s\d{{4}})?)?\)?)?\s*$"
)
_SOURCED = re.compile("di(?:kutip|lansir|nukil|beritakan)")
_SOURCE = regex.compile(
    rf"\s*,?\s+(?:seperti\s+|sebagaimana\s+)?(?:yang\s+)?{_SOURCED.pattern}\s?"
    r"(?:dari\b|oleh\b|\p{Lu})[^,;“”\"]*+(?:,[^,;“”\"]{1,40})?$"
)
"""Where the report was taken from, at the end of a sentence (*…, dikutip dari Tempo, Rabu*)."""
_OPENER = alternation(words("occasion") - {"di"})
_OUTLET = r"detik\p{L}*|\p{L}+\.com|Kompas\p{L}*|Tribun\p{L}*|Liputan6|Republika|Antara|Tempo|Bisnis|CNN|CNBC"
_PRESS = rf"kepada\s*(?:para\s+)?(?:wartawan|awak\s+media|media|pers|jurnalis|reporter|{_OUTLET})"
_EVENT = alternation(words("event"))
OCCASION = pattern(rf"(?:(?:{_OPENER}|di)\s+(?:\p{{Ll}}+\s+)?{_EVENT}|{_PRESS})\b", regex.IGNORECASE)
"""An occasion that names its event (*dalam rapat*, *saat ditemui*), wherever it stands in an attribution."""
_NEAR = pattern(rf"\s*,?\s*\K(?:{_OPENER}|di|{_PRESS})\b", regex.IGNORECASE)
_FAR = pattern(rf"\b{_OPENER}\b")
_NO_SETTING = regex.compile(rf"\w+\s+(?:{DAY_NAME}|{MONTH_NAME}|\d|tahun|bulan|hari|pukul|saat|bahasa|nada|itu|ini)\b")
_INITIALS = r"\(\p{Lu}[\p{L}/-]{1,14}\)"
_SETTING_STOP = regex.compile(
    rf"{_INITIALS}(*SKIP)(*FAIL)|(?P<comma>,)|[;()\n“”\"]|\.(?=\s|$)|\s{_DATE}\b|\s(?:kemarin|tadi|dikutip|dilansir|seperti)\b"
)
_SHORTEST = len("di X")
"""Characters of an occasion, at least."""
_PLACE = regex.compile(rf",\s(?!{DAY_NAME})\p{{Lu}}[\p{{L}}.]*+(?:\s\p{{Lu}}[\p{{L}}.]*+)*+(?=,|\.|\s\(|\s{_DATE}\b|$)")


def is_clause(text: str, *, qualities: bool = False, verbs: bool = True) -> bool:
    """Whether `text` holds a finite predicate of its own, outside relative clauses, infinitives and prepositional
    phrases. With `qualities`, an adjective makes one even without a demonstrative before it; without `verbs`, a verb
    makes one only where it is passive.
    """
    before, relative, in_cluster, seen, end = "", False, False, False, 0
    for match in WORD.finditer(text):
        word = match[0].lower()
        if before in _SUBORDINATORS and _DIGIT.search(text, end, match.start()):
            before = ""  # *pada 2026 akan …*
        end = match.end()
        if word == "yang":
            relative, in_cluster = True, False
        elif word in _DEMONSTRATIVES and before not in _TIMES:
            relative, in_cluster = False, False
        elif in_cluster and _opens_main_clause(word, before):
            return True
        elif (match[0].islower() or not seen) and _heads_predicate(word, before, qualities=qualities):
            finite = verbs or word in _PREDICATES or word.startswith(("di", "ter"))
            if finite and not (relative or in_cluster) and not _nonfinite(word, before):
                return True
            in_cluster = True
        elif relative and _opens_relative(word, before):
            in_cluster = True
        elif in_cluster:
            relative, in_cluster = False, False
        before = word if match[0].islower() or not seen else ""  # a name is no noun that a verb goes with
        seen = True
    return False


def _opens_relative(word: str, before: str) -> bool:
    """Whether `word` is the predicate of the relative clause that *yang* opens, a pronoun between them or not (*data
    yang kami sampaikan*).
    """
    if before in _PERSONAL:
        return word not in _AUXILIARIES
    return before == "yang" and word not in _SUBORDINATORS and word not in _SKIPPED


def _opens_main_clause(word: str, before: str) -> bool:
    """Whether the predicate of a relative clause has ended with `before` and `word` begins the next one (*makanan yang
    dibagikan belum matang*, *paket yang dibagikan terdiri atas …*).
    """
    if word in _MEASURES:
        return before not in _PREDICATES and before not in _SUBORDINATORS
    if not _is_main_verb(before):
        return False
    return word in _AUXILIARIES or (before.startswith("di") and is_verb(word))


def _is_main_verb(word: str) -> bool:
    """Whether `word` can end a relative clause's predicate; a verb of saying or judging goes on (*guru yang mengaku
    belum digaji*).
    """
    return word not in _PREDICATES and is_verb(word) and word not in FORMS and _STEM.sub("", word) not in _SAID


def is_predicate(word: str) -> bool:
    """Whether `word` may begin a predicate: a verb, an auxiliary or an adjective."""
    return word in _QUALITIES or word in _PREDICATES or is_verb(word)


def _heads_predicate(word: str, before: str, *, qualities: bool) -> bool:
    if word in _QUALITIES:
        return qualities or before in _DEMONSTRATIVES or before in _DEGREES
    return is_predicate(word)


def _nonfinite(word: str, before: str) -> bool:
    """Whether the word before a predicate makes it an infinitive or part of a phrase (*untuk membantu*, *upaya
    membantu*, *pentingnya membantu*).
    """
    return before in _SUBORDINATORS or before in _NOMINAL or before.removesuffix("nya") in _NOMINAL


def clause_end(text: str, start: int, stop: int) -> int:
    """Where a reported clause in ``[start, stop)`` ends: before the final stop, and before a source and a date that
    belong to the attribution.
    """
    tail = max(start, stop - _TAIL)
    source = _SOURCE.search(text, tail, stop) if _SOURCED.search(text, tail, stop) else None
    end = source.start() if source else stop
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:!?…"):
        end -= 1
    trailing = _TRAILING_DATE.search(text, max(start, end - 60), end)
    return trailing.start() if trailing and trailing.start() > start else end


def clause_start(text: str, start: int, stop: int) -> int:
    """Where a reported clause in ``[start, stop)`` begins: behind white space and punctuation."""
    while start < stop and (text[start].isspace() or text[start] in ",.:;–—"):
        start += 1
    return start


def past_connective(text: str, start: int, stop: int) -> int:
    """The offset behind a connective that opens ``[start, stop)`` (*Selain itu,*), or `start`."""
    connective = CONNECTIVE.match(text, start, stop)
    return int(connective.end()) if connective else start


def setting(text: str, start: int, stop: int, *, event: bool = False) -> str | None:
    """The occasion of a statement in ``[start, stop)``, up to the date or the comma behind its places.

    With `event`, only one that names its event (*dalam rapat*), up to the comma: in front of a cue other adverbials
    are as likely, and a subject may follow the comma.
    """
    if stop - start < _SHORTEST:
        return None
    reach = min(stop, start + 160)
    if event:
        opening = OCCASION.search(text, start, reach)
    else:
        opening = _NEAR.match(text, start, reach) or _FAR.search(text, start, reach)
    if opening is None or _NO_SETTING.match(text, opening.start(), stop):
        return None
    end = _setting_end(text, opening.end(), stop, places=not event)
    phrase = text[opening.start() : end].rstrip(" .,")
    return phrase if " " in phrase else None


def _setting_end(text: str, at: int, stop: int, *, places: bool) -> int:
    while mark := _SETTING_STOP.search(text, at, stop):
        place = _PLACE.match(text, mark.start(), stop) if mark["comma"] and places else None
        if place is None:
            return int(mark.start())
        at = place.end()
    return stop
