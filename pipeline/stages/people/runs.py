"""Capitalised runs cut to what can be a name: titles before it, degrees behind it, no word that begins a sentence.

In: the text and where its role phrases begin. Out: `Run`s, left to right, for which nothing speaks yet.

>>> [run.words for run in runs("Menurut Dra. Ohorella Erma, M.Ikom., Senin (12/11) itu libur", ())]
[('Ohorella', 'Erma')]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from pipeline.lexicon import names, posts
from pipeline.stages.people import patterns as p
from pipeline.stages.people.model import Run

_LONGEST_SHORT_TITLE = 5
"""Characters of an abbreviated title (*Prof.*), its full stop among them."""
_OPENERS = frozenset('.!?:“”"\n(–—-')
"""What a sentence or quotation begins behind."""
_NEAR = 3


def runs(text: str, starts: Sequence[int]) -> Iterator[Run]:
    """The runs of `text` that may be names, left to right."""
    at = 0
    for word in p.BEGINNING.finditer(text):
        if word.start() < at or _is_lone(text, word) or (match := p.NAMED.match(text, word.start())) is None:
            continue
        titled = _titled_later(text, match)
        if titled is not None:
            at = titled
            continue
        run = _cut(text, match, starts)
        if run is not None:
            yield run
        at = max(match.start() + 1, run.end if run else _ranked_later(text, match))


def _is_lone(text: str, word: regex.Match[str]) -> bool:
    """Whether a capitalised word that is no name stands by itself, as half of them do: no name begins with it."""
    return word[0].casefold() in p.NO_NAMES and p.LONE.match(text, word.end()) is not None


def run_at(text: str, at: int, starts: Sequence[int]) -> Run | None:
    """The run of `text` that begins at `at`, where a holder's name is due."""
    match = p.NAMED.match(text, at)
    return _cut(text, match, starts, is_due=True) if match else None


def _titled_later(text: str, match: regex.Match[str]) -> int | None:
    """Where the title begins that the word opening a sentence hides (*Menurut* **Prof.** *Ratna*)."""
    if match["before"] or not opens(text, match.start()):
        return None
    words = list(p.NAME_WORD.finditer(text, match.start(), match.end("name")))[:2]
    is_hidden = len(words) > 1 and is_other(words[0][0])
    return words[1].start() if is_hidden and names.title_of(words[1][0]) is not None else None


def _ranked_later(text: str, match: regex.Match[str]) -> int:
    """Where the short form of a rank begins behind words that are no name (*Polsek Siak* **Bripda** *Bagus*), else the
    end. A rank in full may be part of a place's name (*Bandara Jenderal Ahmad Yani*).
    """
    for word in p.NAME_WORD.finditer(text, match.start("name"), match.end("name")):
        title = names.title_of(word[0])
        if title is not None and title.kind == "rank" and word[0] != title.written:
            return int(word.start())
    return int(match.end())


def _cut(text: str, match: regex.Match[str], starts: Sequence[int], *, is_due: bool = False) -> Run | None:
    """The run in `match` without what begins a sentence before it and what else is capitalised behind it."""
    start, begin, end = match.start(), match.start("name"), match.end("name")
    following = bisect_left(starts, begin)
    stop = min(end, starts[following]) if following < len(starts) and not match["after"] else end
    is_plain = match["name"].partition(" ")[0][1:].islower()  # as most words are, and then nothing is glued
    if start == begin and not is_plain and (glued := _unglued(text, begin)) is not None:
        start = begin = glued
    words = list(p.NAME_WORD.finditer(text, begin, stop))
    is_partial = False
    is_era = text[start] == "H" and p.before(p.YEAR_BEFORE, text, start) is not None
    is_noun = bool(match["before"] and words) and not match["after"] and _is_noun(match["before"], words[0][0])
    if is_noun or (start != begin and is_era):
        return None  # Ibu Kota, 1446 H.
    if start == begin and not (is_due and _begins_common(text, words)):
        words, is_partial = _without_openers(text, words)
        if not words or is_other(words[0][0]) or p.SHORT_BODY.fullmatch(words[0][0]):
            return None
        if (words[0].start() > begin and p.INITIALS_AT.match(text, begin) is None) or is_partial:
            start = begin = words[0].start()
        elif words[0].start() > begin and p.REGION.match(text, words[0].start()):
            return None  # UM Papua
    if not words:
        return None
    is_closed = bool(match["after"] or p.AGE.match(text, end))  # Petronela Dua Lering (41)
    is_whole = is_closed or (is_due and stop == end and _is_name_throughout(text, words))
    every = [word[0] for word in words]
    kept = next((n for n in range(1, len(words)) if _ends_name(every, n, is_whole)), len(words))
    torn = next((n for n, word in enumerate(every[:kept]) if _unstuck(text, word) != word), kept)
    if torn == len(words) and stop == end:
        end = end if match["after"] else _with_initials(text, words[0][0], end)
        return Run(start, begin, end, max(end, match.end()), tuple(every), is_partial)
    written = every[: torn + 1] if torn < kept else every[:kept]
    written[-1] = _unstuck(text, written[-1])
    last = words[len(written) - 1].start() + len(written[-1])
    return Run(start, begin, last, last, tuple(written), is_partial)


def _unglued(text: str, at: int) -> int | None:
    """Where the name begins in a word that lost its space behind a known one (*BupatiRatna*)."""
    found = p.GLUED.match(text, at)
    if found is None or not (names.word_kind(found["other"]) or posts.is_known(found["other"])):
        return None
    return int(found.end())


def _unstuck(text: str, word: str) -> str:
    """A word of a name without what it lost its space before (**Hafid***saat*); of two names, the first
    (**Ratna***-Bagus*).
    """
    found = _stuck(word)
    if found is None:
        return word
    own, other = found["name"], found["other"]
    if other is not None:
        return own if names.is_given_name(own) and names.is_given_name(other) else word
    is_verb = word.startswith(("member", "menga", "menye", "mengu"), len(own))
    return own if is_verb or names.is_given_name(own) or regex.search(rf"(?<!\p{{L}}){own}(?!\p{{L}})", text) else word


@lru_cache(maxsize=10_000)  # names come again and again, in an article and beyond
def _stuck(word: str) -> regex.Match[str] | None:
    return None if names.is_given_name(word) else p.STUCK.fullmatch(word)


def _with_initials(text: str, word: str, end: int) -> int:
    """Where a name ends that begins with the given name `word`, the initials behind it included (*Mahfud* **MD**)."""
    found = p.LAST_INITIALS.match(text, end)
    is_name = found is not None and names.is_given_name(word) and not p.ORGANIZATION.match(text, end + 1)
    return found.end() if found is not None and is_name else end


def _is_noun(titles: str, word: str) -> bool:
    """Whether a known word behind a title shows that this is a noun (*Ibu* **Kota**) or ends a sentence.

    An abbreviated title (*Prof.*) is one before any word but one that begins a sentence.
    """
    written = titles.split()[-1]
    title = names.title_of(written)
    is_short = title is not None and title.kind != "honorific" and len(written) <= _LONGEST_SHORT_TITLE
    return is_other(word) and not (is_short and names.word_kind(word) != "opener")


def _without_openers(text: str, words: list[regex.Match[str]]) -> tuple[list[regex.Match[str]], bool]:
    """The words behind sentence openers (*Menurut* **Ratna**), and whether a common noun was dropped too."""
    if words and opens(text, words[0].start()):
        while words and names.word_kind(words[0][0]) == "opener":
            words = words[1:]
    if len(words) > 1 and names.word_kind(words[0][0]) == "common" and not names.is_given_name(words[0][0]):
        return words[1:], True
    return words, False


def _begins_common(text: str, words: Sequence[regex.Match[str]]) -> bool:
    """Whether a holder's whole name begins with a common word (**Awal** *Nugraha,* **Puji** *Raharjo,*)."""
    is_full = len(words) > 1 and p.DATED.fullmatch(words[0][0]) is None and not text.startswith(".", words[-1].end())
    return is_full and names.word_kind(words[0][0]) in ("common", "opener") and _is_name_throughout(text, words)


def _is_name_throughout(text: str, words: Sequence[regex.Match[str]]) -> bool:
    """Whether a run that closes as a holder's name does has common words for names (*Pramono* **Hari** *Adi,*)."""
    is_bracketed = "(" in text[words[0].start() : words[-1].end()]
    is_body = any(names.word_kind(word[0]) == "body" for word in words[1:])
    is_dated = p.DATED.fullmatch(words[-1][0]) is not None  # kata Kustini Senin (12/1)
    return p.CLOSED.match(text, words[-1].end()) is not None and not (is_body or is_bracketed or is_dated)


def _ends_name(words: Sequence[str], at: int, is_closed: bool) -> bool:
    """Whether a word inside a run is no part of the name: the next one's title, or a common word."""
    before, word = words[at - 1], words[at]
    if p.is_compound(before, word) or _is_inner(words, at):
        return False
    if p.DATED.fullmatch(word) and not is_closed:
        return True
    title = names.title_of(word)
    begins_next = title is not None and title.kind in ("academic", "rank") and not names.is_given_name(word)
    return begins_next or (not is_closed and is_other(word))


def _is_inner(words: Sequence[str], at: int) -> bool:
    """Whether a common word stands between the first and the last word of a name (*Budi* **Karya** *Sumadi*)."""
    if not names.is_inner_name(words[at]) or at + 2 != len(words):
        return False
    return names.is_given_name(words[at - 1]) and not is_other(words[at + 1])


def opens(text: str, at: int) -> bool:
    """Whether a sentence or quotation begins at `at`, at most two spaces behind what shows it."""
    for char in reversed(text[max(0, at - _NEAR) : at]):
        if char in _OPENERS:
            return True
        if not char.isspace():
            return False
    return at <= _NEAR


def is_other(word: str) -> bool:
    """Whether a capitalised word is known to be no name."""
    return names.word_kind(word) is not None and not names.is_given_name(word)
