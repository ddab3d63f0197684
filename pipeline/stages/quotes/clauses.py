"""Reported clauses: whether words make a clause at all, where it ends, and the setting of a statement.

>>> is_clause("kuota tahun ini sudah bertambah"), is_clause("apresiasi kepada guru yang telah membantu")
(True, False)
>>> setting(" dalam konferensi pers di Kudus, Rabu (12/11/2025)", 0, 51)
'dalam konferensi pers di Kudus'
"""

from __future__ import annotations

import regex

from pipeline.stages.quotes.patterns import CONNECTIVE, DAY, OCCASION, WORD, is_verb, words

_PREDICATES = words("predicate")
_NOMINAL = words("nominal")
_SUBORDINATORS = frozenset(
    "untuk guna demi dalam dengan tanpa sambil seraya saat ketika setelah sesudah sebelum sehingga karena agar supaya dan atau serta oleh melalui atas"
    " tentang soal terkait mengenai terhadap kepada bagi para hingga sampai dari pada bagaimana cara usai seusai maupun".split()
)
_TRAILING_DATE = regex.compile(
    rf"\s*,?\s*(?:pada\s+)?(?:hari\s+)?{DAY.pattern}(?:\s+(?:pagi|siang|sore|petang|malam))?(?:\s*,?\s*\(?[\d/. –-]+(?:\s\p{{Lu}}\p{{Ll}}+\s\d{{4}})?\)?)?\s*$"
)
_SETTING_STOP = regex.compile(rf"[,;()\n]|\.(?=\s|$)|\s(?:pada\s+)?(?:hari\s+)?{DAY.pattern}|\s(?:kemarin|tadi)\b")


def is_clause(text: str) -> bool:
    """Whether `text` holds a finite predicate of its own, outside relative clauses, infinitives and prepositional phrases."""
    before, relative, last_end, in_cluster = "", False, 0, False
    for match in WORD.finditer(text):
        word = match[0].lower()
        if regex.search(r"[.;:]", text[last_end : match.start()]):
            relative = False
        last_end = match.end()
        predicate = word in _PREDICATES or is_verb(word)
        if word == "yang":
            relative, in_cluster = True, False
        elif predicate:
            if relative:
                in_cluster = True
            elif (
                not in_cluster
                and before not in _SUBORDINATORS
                and before not in _NOMINAL
                and not (before.endswith("nya") and word.startswith("me"))
            ):
                return True
            else:
                in_cluster = True
        else:
            if in_cluster:
                relative, in_cluster = False, False
            if word in _SUBORDINATORS:
                before = word
                continue
        before = word
    return False


def clause_end(text: str, start: int, stop: int) -> int:
    """Where a reported clause in ``[start, stop)`` ends: before the final stop and before a date that belongs to the attribution."""
    end = stop
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:!?…"):
        end -= 1
    trailing = _TRAILING_DATE.search(text, max(start, end - 60), end)
    return trailing.start() if trailing and trailing.start() > start else end


def clause_start(text: str, start: int, stop: int) -> int:
    """Where a reported clause in ``[start, stop)`` begins: behind white space, commas and an opening connective (*Selain itu,*)."""
    begin = start
    while begin < stop and (text[begin].isspace() or text[begin] in ",:;–—"):
        begin += 1
    return begin


def past_connective(text: str, start: int, stop: int) -> int:
    """The offset behind a connective that opens ``[start, stop)``, or `start`."""
    connective = CONNECTIVE.match(text, start, stop)
    return connective.end() if connective else start


def setting(text: str, start: int, stop: int) -> str | None:
    """The occasion of a statement in the attribution ``[start, stop)``: from *saat*, *dalam*, *usai* … to the comma or date."""
    opening = OCCASION.search(text, start, min(stop, start + 120))
    if opening is None or DAY.match(text, min(opening.end() + 1, len(text))):
        return None
    end = _SETTING_STOP.search(text, opening.end(), stop)
    phrase = text[opening.start() : end.start() if end else stop].rstrip(" .,")
    return phrase if " " in phrase else None
