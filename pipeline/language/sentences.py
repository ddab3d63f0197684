"""Sentences, by rule: no break after an abbreviation, an initial or a number's dot, and none inside a pair of
quotation marks.

In: the text. Out: character spans; the component also sets spaCy's sentence starts. A quotation of several sentences
stays one sentence with its cue, since the row that it makes should lead back to all of it.

>>> [s.text for s in split("Dra. Ratna, M.Ikom., hadir. Biayanya Rp. 5.000.")]
['Dra. Ratna, M.Ikom., hadir.', 'Biayanya Rp. 5.000.']
>>> [s.text for s in split("“Kami siap. Semua siap,” ujarnya. Ia pulang.")]
['“Kami siap. Semua siap,” ujarnya.', 'Ia pulang.']
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import regex
from spacy.language import Language
from spacy.tokens import Doc

from pipeline import schema
from pipeline.language.document import article_id, text_of
from pipeline.language.letters import CAPITAL, SMALL
from pipeline.language.quotation import pairs
from pipeline.lexicon import Abbreviation, read
from pipeline.lexicon.names import Title

_ABBREVIATIONS = frozenset(entry.written for entry in read("abbreviations", Abbreviation)) | {
    form.lower() for title in read("titles", Title) for form in title.forms if form.endswith(".")
}
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
# A break needs white space and then an upper-case letter, digit or mark; where a portal glued two sentences, a word,
# its stop and a capital.
_BREAK = re.compile(
    r"[.!?…](?<![.!?…].)[.!?…]*+[”’\"')\]»]*+"
    rf"(?:(?P<space>\s++)(?=[{CAPITAL}\d“”\"'‘(«\[])|(?<=[{SMALL}]{{3}}[.!?])(?=[“\"]?[{CAPITAL}][{SMALL}]))"
)
_LAST_WORD = regex.compile(r"(?<![\p{L}\p{N}.])[\p{L}\p{N}.]++$")
_INITIAL = regex.compile(r"(?:\p{Lu}\.)+")
_DEGREE = regex.compile(r"(?:\p{Lu}\p{Ll}{0,4}\.)+\p{Lu}\p{L}{0,4}\.")


class Span(NamedTuple):
    """A sentence: its text, its character span and the 0-based number of its paragraph (non-empty line)."""

    text: str
    start: int
    end: int
    paragraph: int


class SentenceIndex(Sequence[schema.Sentence]):
    """The sentence rows of one article, with the one at an offset in logarithmic time."""

    def __init__(self, rows: Sequence[schema.Sentence]) -> None:
        """Index `rows`, which stand in text order."""
        self._rows = tuple(rows)
        self._starts = [row.start_char for row in self._rows]

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        """Row number `index`, or a tuple of rows for a slice."""
        return self._rows[index]

    def __iter__(self) -> Iterator[schema.Sentence]:
        """The rows in text order; `Sequence` would ask for them one by one."""
        return iter(self._rows)

    def __len__(self) -> int:
        """How many sentences the article has."""
        return len(self._rows)

    def at(self, offset: int) -> schema.Sentence:
        """The sentence that holds `offset`; an offset between two belongs to the earlier one."""
        return self._rows[max(0, bisect_right(self._starts, offset) - 1)]


def split(text: str) -> list[Span]:
    """The sentences of `text`, in order; white space around them belongs to none."""
    quoted = [(pair.start, pair.end) for pair in pairs(text) if pair.closed]
    starts = [start for start, _ in quoted]
    spans: list[Span] = []
    for paragraph, line in enumerate(_LINE.finditer(text)):
        begin = line.start()
        for match in _BREAK.finditer(text, line.start(), line.end()):
            inside = bisect_right(starts, match.start()) - 1
            if (inside >= 0 and match.start() < quoted[inside][1] - 1) or not _ends_sentence(text, begin, match):
                continue
            stop = match.start("space") if match["space"] else match.end()
            spans.append(Span(text[begin:stop], begin, stop, paragraph))
            begin = match.end()
        spans.append(Span(text[begin : line.end()], begin, line.end(), paragraph))
    return spans


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the stop in `match` ends the sentence that began at `begin`, rather than an abbreviation in it."""
    if text[match.start()] != "." or match[0].startswith(".."):
        return True
    plain = text[max(begin, match.start() - 20) : match.start()].rpartition(" ")[2]
    if plain.isalpha() and len(plain) > 1:  # nearly always: neither initials nor a number
        return f"{plain.lower()}." not in _ABBREVIATIONS
    word = _LAST_WORD.search(text[max(begin, match.start() - 20) : match.start() + 1])
    if word is None:
        return True
    after = text[match.end() : match.end() + 1]
    if (
        _INITIAL.fullmatch(word[0])
        and word[0].count(".") > 1
        and text.endswith(", ", begin, match.start() + 1 - len(word[0]))
    ):
        return after not in "(,"  # a degree behind a name: Martha Rumbiak, M.P. Ia …
    if word[0].lower() in _ABBREVIATIONS or _INITIAL.fullmatch(word[0]):
        return False
    return not (_DEGREE.fullmatch(word[0]) and after in "(,") and not (
        word[0][:-1].isdigit() and match.start() - begin <= 3
    )


def _rows(doc: Doc) -> Iterator[schema.Sentence]:
    key = article_id(doc)
    for number, span in enumerate(split(text_of(doc)) or [Span("", 0, 0, 0)], start=1):
        yield schema.Sentence(
            article_id=key,
            sentence_id=f"{key}:s{number}",
            paragraph=span.paragraph,
            start_char=span.start,
            end_char=span.end,
        )


def set_sentences(doc: Doc) -> Doc:
    """Write ``doc._.sentences`` and spaCy's sentence starts; an article always has at least one sentence, if an empty
    one.
    """
    doc._.sentences = SentenceIndex(tuple(_rows(doc)))
    if len(doc):
        offsets = doc.to_array("IDX").astype(np.int64)
        breaks = np.searchsorted(offsets, [row.start_char for row in doc._.sentences])
        flags = np.full(len(doc), -1, dtype=np.int64)  # spaCy's "no sentence starts here"
        flags[breaks[breaks < len(doc)]] = 1
        flags[0] = 1
        doc.from_array(["SENT_START"], flags.reshape(-1, 1).astype(np.uint64))  # type: ignore[arg-type]
    return doc


@Language.factory("berita_sentences")
def make(nlp: Language, name: str) -> object:
    """The spaCy factory of the sentence splitter."""
    return set_sentences
