"""The noun phrase that a number counts, found without a parser: by word form and the lexicon's list of words that end one.

In: the text and an offset. Out: `Phrase`s.

>>> text = "sebanyak 20 guru honorer di Sleman"
>>> text[after(text, 11).start : after(text, 11).end]
'guru honorer'
>>> text = "Kami mengawal fasilitator daerah sebanyak 560 orang"
>>> before(text, text.index(" sebanyak"))
'fasilitator daerah'
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from pipeline.lexicon import alternation, read
from pipeline.lexicon.quantities import CompoundNoun
from pipeline.stages.figures.patterns import NUMBER_WORD, PHRASE_WORDS

_MOST_WORDS = 5
_WORD = regex.compile(r"[ \u00a0](?P<word>\p{L}[\p{L}\p{M}]*+(?:[-/‑’'](?=\p{L})[\p{L}\p{M}]++)*+\d?)(?![\p{N}@])")
COMPOUND = regex.compile(
    rf"[ \u00a0](?P<word>{alternation(entry.phrase for entry in read('compound_nouns', CompoundNoun))})(?![\p{{L}}-])",
    regex.IGNORECASE,
)
_HEADS = {entry.phrase: entry.head for entry in read("compound_nouns", CompoundNoun) if entry.head}
_GRADE = regex.compile(r"[ \u00a0](?:\d{1,2}(?:[-–]\d{1,2})?|[IVX]+)(?![\p{L}\p{N}.,:/-])")
_VERB = regex.compile(r"(?:me(?:[lrwy]|[mn]|ng|ny)|di|ber|ter|memper|diper)\p{L}{3,}+(?:-\p{L}+)?")
_BACKWARDS = regex.compile(r"(?r)(?P<word>(?:[\p{L}\p{M}]++[-/])*+[\p{L}\p{M}]++)[ \u00a0]*")
_TOTAL = regex.compile(
    r"(?r)\b(?P<total>jumlah|total|banyaknya)\b(?:[ \u00a0][^\s,.;:!?]++)++[ \u00a0]?", regex.IGNORECASE
)
_PRONOUNS = frozenset(("kita", "kami", "saya", "mereka", "ia", "dia"))
_CLASS = "kelas"
_OPENING = " \u00a0\"“”'‘("
_PREPOSITIONS = frozenset(("di", "dari", "ke", "pada", "dalam", "untuk", "bagi", "oleh"))
_DETERMINERS = frozenset(("itu", "ini", "tersebut", "saya", "kami", "kita", "mereka"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase in ``[start, end)`` and its `head` noun."""

    start: int
    end: int
    head: str


def ends_phrase(word: str) -> bool:
    """Whether a noun phrase stops before `word`: function words, adverbs and verbs by the lexicon, numerals, else verbs by their prefix."""
    part = PHRASE_WORDS.get(word.lower())
    if part == "stop" or len(word) == 1 or NUMBER_WORD.fullmatch(word):
        return True
    return part is None and word.islower() and len(word) > 5 and _VERB.fullmatch(word) is not None


def after(text: str, offset: int) -> Phrase | None:
    """The noun phrase that begins right after `offset`, or `None`."""
    words = list(_words(text, offset))
    if not words:
        return None
    head = words[0]
    kept = [head]
    named = head["word"][0].isupper()
    for word in words[1:_MOST_WORDS]:
        capital = word["word"][0].isupper() and not word["word"].isupper()
        if capital and not (named and (not head["word"].isupper() or word["word"].lower() in ("negeri", "swasta"))):
            if kept[-1]["word"].isupper() and len(kept) > 1:
                kept.pop()  # `siswa SMA Negeri 1 …`: an acronym that begins a name
            break
        kept.append(word)
    end = kept[-1].end()
    if kept[-1]["word"].lower() == _CLASS and (grade := _GRADE.match(text, end)):
        end = grade.end()
    return Phrase(head.start("word"), end, _HEADS.get(" ".join(head["word"].lower().split()), head["word"]))


def _words(text: str, offset: int) -> Iterator[regex.Match[str]]:
    """The words (and compound nouns) from `offset` on, up to the first that ends a noun phrase."""
    while word := COMPOUND.match(text, offset) or _WORD.match(text, offset):
        if ends_phrase(word["word"]):
            return
        yield word
        if word["word"].endswith("nya"):
            return
        offset = word.end()


def before(text: str, offset: int, *, nearest: bool = False) -> str | None:
    """The noun phrase counted that ends before `offset`, in the same clause: no further back than punctuation, verb or conjunction.

    A prepositional phrase behind it is passed over (`guru di Sleman`), unless the `nearest` is asked for, a relative clause too (`guru yang hadir`).
    """
    floor = max(0, offset - 120)
    if (total := _TOTAL.match(text, floor, offset)) and (subject := after(text, total.end("total"))):
        return text[subject.start : subject.end]
    words: list[regex.Match[str]] = []
    position = offset
    while len(words) < 12 and (word := _BACKWARDS.match(text, floor, position)):
        words.insert(0, word)
        position = word.start()
    if relative := next((i for i, word in enumerate(words) if word["word"].lower() == "yang"), None):
        words = words[:relative]
    return _head_phrase(text, words, nearest=nearest)


def _head_phrase(text: str, words: list[regex.Match[str]], *, nearest: bool) -> str | None:
    """Of the words before a cue, the last noun phrase that is not governed by a preposition; else the one that is."""
    phrase: list[regex.Match[str]] = []
    governed: list[regex.Match[str]] = []
    for word in reversed(words):
        written = word["word"].lower()
        if written in _PREPOSITIONS and phrase:
            if nearest:
                break
            governed, phrase = phrase, []
        elif written in _DETERMINERS and not phrase:
            continue
        elif written in _PRONOUNS:
            return None  # `kita ekspor 26 juta ton`: what looks like a noun is the predicate
        elif ends_phrase(word["word"]) or _in_name(text, word):
            break
        else:
            phrase.insert(0, word)
    phrase = _without_totals(phrase) or _without_totals(governed)
    if (
        not 0 < len(phrase) <= _MOST_WORDS
        or text[max(0, phrase[0].start() - 2) : phrase[0].start()].rstrip()[-1:].isdigit()
    ):
        return None
    return text[phrase[0].start() : phrase[-1].end("word")].removesuffix("nya")


def _without_totals(phrase: list[regex.Match[str]]) -> list[regex.Match[str]]:
    """`phrase` without the leading nouns that name an amount (*jumlah guru*)."""
    first = next((i for i, word in enumerate(phrase) if PHRASE_WORDS.get(word["word"].lower()) != "total"), len(phrase))
    return phrase[first:]


def _in_name(text: str, word: regex.Match[str]) -> bool:
    """Whether a word is capitalised, other than as an acronym or at the beginning of a sentence."""
    written = word["word"]
    return (
        written[0].isupper()
        and not written.isupper()
        and text[max(0, word.start() - 3) : word.start()].rstrip(_OPENING)[-1:] not in ("", ".", "!", "?", ":", "\n")
    )
