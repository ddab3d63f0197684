"""The noun phrase that a number counts, found without a parser: by word form and the lexicon's list of words that end
one.

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
from itertools import dropwhile, islice

import regex

from pipeline.lexicon import alternation, read
from pipeline.lexicon.compiled import pattern
from pipeline.lexicon.quantities import CompoundNoun
from pipeline.stages.figures.context import begins_sentence
from pipeline.stages.figures.patterns import NUMBER_WORD, PHRASE_WORDS, SYMBOL

_MOST_WORDS = 5
_WORD = pattern(
    rf"[ \u00a0](?!{SYMBOL}\s?\d)"
    r"(?P<word>\p{L}[\p{L}\p{M}]*+(?:[-/‑’'](?=\p{L})[\p{L}\p{M}]++)*+\d?)(?![\p{N}@])"
)
COMPOUND = pattern(
    rf"[ \u00a0](?P<word>{alternation(entry.phrase for entry in read('compound_nouns', CompoundNoun))})(?![\p{{L}}-])",
    regex.IGNORECASE,
)
_HEADS = {entry.phrase: entry.head for entry in read("compound_nouns", CompoundNoun) if entry.head}
_GRADE = regex.compile(r"[ \u00a0](?:\d{1,2}(?:[-–]\d{1,2})?|[IVX]+)(?![\p{L}\p{N}.,:/-])")
_VERB = regex.compile(r"(?:me(?:[lrwy]|[mn]|ng|ny)|di|ber|ter|memper|diper)\p{L}{3,}+(?:-\p{L}+)?")
_BACKWARDS = regex.compile(r"(?r)(?P<word>(?:[\p{L}\p{M}]++[-/])*+[\p{L}\p{M}]++)[ \u00a0]*")
_TOTAL = regex.compile(
    r"(?r)\b(?P<total>jumlah|total|banyaknya)\b(?:[ \u00a0][^\s,.;:!?]++)+?[ \u00a0]?", regex.IGNORECASE
)
_QUANTIFIERS = frozenset(("berbagai", "seluruh", "semua", "para", "tiap", "setiap"))
_PRONOUNS = frozenset(("kita", "kami", "saya", "mereka", "ia", "dia"))
_ACTION = regex.compile(r"(?:pe|pem|pen|peng|per)\p{L}{3,}an", regex.IGNORECASE)
_LED_BY = frozenset(("luka", "keracunan"))
"""Predicates that with the word behind them belong to a noun phrase (*korban luka ringan 17 orang*)."""
_CLASS = "kelas"
_LEADS = frozenset(("bersama", "jenis", "merek", "merk", "tipe"))
_NUMBER_NEXT = regex.compile(r"[ \u00a0]\d")
_NAME_NEXT = pattern(rf"[ \u00a0](?:\p{{Lu}}|\d|{NUMBER_WORD.pattern}\b)")
_CLITIC = "nya"
_SCHOOL_KINDS = frozenset(("negeri", "swasta"))
_WINDOW = 120
_PREPOSITIONS = frozenset(("di", "dari", "ke", "pada", "dalam", "untuk", "bagi", "oleh"))
_DETERMINERS = frozenset(("itu", "ini", "tersebut", "saya", "kami", "kita", "mereka"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase in ``[start, end)`` and its `head` noun."""

    start: int
    end: int
    head: str


def ends_phrase(word: str) -> bool:
    """Whether a noun phrase stops before `word`: function words, adverbs and verbs by the lexicon, numerals, else verbs
    by their prefix.
    """
    part = PHRASE_WORDS.get(word.lower())
    if part == "stop" or len(word) == 1 or NUMBER_WORD.fullmatch(word):
        return True
    return part is None and word.islower() and _VERB.fullmatch(word) is not None


def after(text: str, offset: int) -> Phrase | None:
    """The noun phrase that begins right after `offset`, or `None`."""
    words = list(islice(_words(text, offset), _MOST_WORDS))
    if not words:
        return None
    head, kept = words[0]["word"], words[:1]
    for word in words[1:]:
        if _begins_name(head, word["word"]):
            if kept[-1]["word"].isupper() and len(kept) > 1:
                kept.pop()  # `siswa SMA Negeri 1 …`: an acronym that begins the name
            break
        kept.append(word)
    kept = _without_opener(text, kept)
    end = kept[-1].end()
    if kept[-1]["word"].lower() == _CLASS and (grade := _GRADE.match(text, end)):
        end = grade.end()
    return Phrase(kept[0].start("word"), end, _HEADS.get(" ".join(head.lower().split()), head))


def _without_opener(text: str, words: list[regex.Match[str]]) -> list[regex.Match[str]]:
    """The words of a phrase less those at its end that open what follows: the acronym of a numbered name (*siswa SMPN*
    35), and what leads to a name or a number (*botol miras jenis* Ciu, *siswa bersama* lima guru).
    """
    kept = list(words)
    numbered = _NUMBER_NEXT.match(text, kept[-1].end()) is not None
    while len(kept) > 1 and numbered and kept[-1]["word"].isupper():
        kept.pop()
    if len(kept) > 1 and kept[-1]["word"].lower() in _LEADS and _NAME_NEXT.match(text, kept[-1].end()):
        kept.pop()
    return kept


def _begins_name(head: str, word: str) -> bool:
    """Whether a capitalised `word` begins a name, rather than being one of a phrase written in capitals (*Perguruan
    Tinggi*).
    """
    if not word[0].isupper() or word.isupper():
        return False
    return not head[0].isupper() or (head.isupper() and word.lower() not in _SCHOOL_KINDS)


def _words(text: str, offset: int) -> Iterator[regex.Match[str]]:
    """The words (and compound nouns) from `offset` on, up to the first that ends a noun phrase."""
    while word := COMPOUND.match(text, offset) or _WORD.match(text, offset):
        if ends_phrase(word["word"]):
            return
        yield word
        if word["word"].endswith(_CLITIC):
            return
        offset = word.end()


def before(text: str, offset: int, *, nearest: bool = False) -> str | None:
    """The noun phrase counted that ends before a cue at `offset`, in the same clause: no further back than a mark, a
    verb or a conjunction.

    A prepositional phrase behind it is passed over (`guru di Sleman`) unless the `nearest` is asked for; a relative
    clause is, too (`guru yang hadir`). Behind *jumlah* it is what *jumlah* is of.
    """
    if (total := _TOTAL.match(text, max(0, offset - _WINDOW), offset)) and (subject := after(text, total.end("total"))):
        return text[subject.start : subject.end]
    words = _words_before(text, offset)
    if relative := next((i for i, word in enumerate(words) if word["word"].lower() == "yang"), None):
        words = words[:relative]
    found, governed = _phrases(text, words, nearest=nearest)
    if nearest and len(found) > 1 and _ACTION.fullmatch(found[0]["word"]):
        found = found[1:]  # `perbaikan jalan sepanjang 2 km`: the road is measured, not its repair
    return _written(text, found) or _written(text, governed)


def beside(text: str, offset: int) -> str | None:
    """The noun phrase that stands right before a number without any cue (`saksi 20 orang`), unless a preposition
    governs it.
    """
    words = _words_before(text, offset)
    found, _ = _phrases(text, words, nearest=True)
    if not found or found[-1]["word"].endswith(_CLITIC):
        return None
    first = words.index(found[0])
    governed = first > 0 and words[first - 1]["word"].lower() in _PREPOSITIONS
    return None if governed else _written(text, found)


def _words_before(text: str, offset: int) -> list[regex.Match[str]]:
    """The words that end at `offset`, no mark between them."""
    words: list[regex.Match[str]] = []
    while len(words) < 2 * _MOST_WORDS and (word := _BACKWARDS.match(text, max(0, offset - _WINDOW), offset)):
        words.insert(0, word)
        offset = word.start()
    return words


def _phrases(text: str, words: list[regex.Match[str]], *, nearest: bool) -> tuple[list[regex.Match[str]], ...]:
    """Of the words before a number, the last noun phrase that no preposition governs, and the one behind that
    preposition.
    """
    phrase: list[regex.Match[str]] = []
    governed: list[regex.Match[str]] = []
    for word in reversed(words):
        written = word["word"].lower()
        if written in _PREPOSITIONS and phrase:
            if nearest:
                break
            governed, phrase = phrase, []
        elif (written in _DETERMINERS and not phrase) or (written in _QUANTIFIERS and phrase):
            continue
        elif written in _PRONOUNS:
            return [], []  # `kita ekspor 26 juta ton`: what looks like a noun is the predicate
        elif written in _LED_BY and phrase:
            phrase.insert(0, word)
        elif ends_phrase(word["word"]) or _in_name(text, word):
            break
        else:
            phrase.insert(0, word)
    return phrase, governed


def _written(text: str, phrase: list[regex.Match[str]]) -> str | None:
    """The text of a phrase without the leading nouns that name an amount (*jumlah guru*) and a clitic; `None` behind a
    number, whose unit it is.
    """
    nouns = list(dropwhile(lambda word: PHRASE_WORDS.get(word["word"].lower()) == "total", phrase))
    if not 0 < len(nouns) <= _MOST_WORDS:
        return None
    start = nouns[0].start()
    number = _BACKWARDS.match(text, max(0, start - _WINDOW), start)
    counted = text[max(0, start - 2) : start].rstrip()[-1:].isdigit() or (
        number and NUMBER_WORD.fullmatch(number["word"])
    )
    return None if counted else text[start : nouns[-1].end("word")].removesuffix(_CLITIC)


def _in_name(text: str, word: regex.Match[str]) -> bool:
    """Whether a word is capitalised, other than as an acronym or at the beginning of a sentence."""
    written = word["word"]
    return written[0].isupper() and not written.isupper() and not begins_sentence(text, word.start())
