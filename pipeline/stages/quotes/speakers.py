"""The nearest explicit mention of who speaks: behind a cue (*kata Ratna*) or before it (*Ratna mengatakan*).

In: a `Passage` and a stretch of it. Out: a `Speaker`, or `None` where the stretch names nobody who could speak.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from pipeline.schema import Attribution
from pipeline.stages.quotes.find import Passage
from pipeline.stages.quotes.patterns import DAY, HUMAN, PRONOUN, WORD, is_verb, words

_MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
_CAPITAL = rf"(?!(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Ahad|Minggu|{_MONTHS})\b)\p{{Lu}}[\p{{L}}\d.&'’/-]*+"
_RUN = regex.compile(
    rf"{_CAPITAL}(?:\s+(?:(?:dan|bin|binti|of|the)\s+)?(?:{_CAPITAL}|\d+\b(?![/.]\d)|\(\p{{Lu}}[\p{{L}}/]*\)))*+"
)
_BREAK = (
    r"saat|ketika|dalam|kepada|usai|seusai|pada|melalui|lewat|sambil|seraya|sembari|sebelum|setelah|sesudah|untuk|bersama|dengan|di|ke|dihubungi"
    r"|ditemui|dikutip|dilansir|kemarin|tadi|menanggapi|menjawab|bahwa|agar|karena"
)
_HEAD = regex.compile(
    rf"(?:[\s,()./&–-]++|(?!(?:{_BREAK}|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)\b)[\p{{L}}\d][\p{{L}}\d.'’&/-]*+)*+"
)
_BREAKS = regex.compile(_BREAK)
_NEXT_WORD = regex.compile(r"\s+([\p{L}\d][\p{L}\d-]*+)")
_LEAD = regex.compile(r"\s*(?:oleh\s+)?")
_TAIL = regex.compile(r"(?:\s*\([^()\n]{1,60}\))?")
_PREPOSITIONS = frozenset(
    "di ke dari kepada dalam pada untuk tentang dengan bersama terhadap atas soal terkait bagi selain seperti mengenai antara hingga sampai oleh"
    " melalui lewat demi serta menurut sebagai".split()
)
_COORDINATE = frozenset("dan serta sambil seraya sembari lalu kemudian sekaligus".split())
_DOCUMENT = words("document")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A mention of a speaker; `extent` is where the attribution goes on behind it (titles, degrees and brackets passed)."""

    start: int
    end: int
    extent: int
    attribution: Attribution


def following(passage: Passage, at: int, stop: int) -> Speaker | None:
    """The speaker named right after a cue that ends at `at`, before `stop`."""
    text = passage.text
    begin = _LEAD.match(text, at, stop).end()  # type: ignore[union-attr]
    if begin == at:
        return None
    if pronoun := PRONOUN.match(text, begin, stop):
        return Speaker(pronoun.start(), pronoun.end(), pronoun.end(), "pronoun")
    reach = _HEAD.match(text, begin, min(stop, begin + 200)).end()  # type: ignore[union-attr]
    for name in passage.names:
        if name.start >= begin and name.start <= reach and name.end <= stop:
            return Speaker(name.name_start, name.name_end, _past_brackets(text, name.end, stop), "explicit")
    for role in passage.roles:
        if role.start == begin and role.end <= stop:
            return Speaker(role.start, role.end, _past_brackets(text, role.end, stop), "explicit")
    if run := _RUN.match(text, begin, stop):
        end = run.end() - (run[0].endswith("."))
        return Speaker(begin, end, _past_brackets(text, end, stop), "explicit")
    if human := HUMAN.match(text, begin, stop):
        end = _phrase_end(text, human.end(), stop)
        return Speaker(begin, end, end, "explicit")
    return None


def preceding(passage: Passage, start: int, cue: int) -> Speaker | None:
    """The subject of an active cue that starts at `cue`, looked for back to `start`."""
    text = passage.text
    coordinated = _last_word(text, start, cue) in _COORDINATE
    ranked = sorted(_candidates(passage, start, cue), key=lambda c: c.start if coordinated else -c.end)
    for candidate in ranked:
        gap = text[candidate.extent : cue]
        if coordinated or _transparent(gap):
            return candidate
    return None


def _candidates(passage: Passage, start: int, stop: int) -> Iterator[Speaker]:
    """Mentions in ``[start, stop)`` that can be a subject; better kinds hide the capitalised runs that they lie in."""
    text = passage.text
    taken: list[tuple[int, int]] = []
    for name in passage.names:
        if start <= name.start and name.end <= stop:
            taken.append((name.start, name.end))
            if not _governed(text, start, name.start):
                yield Speaker(name.name_start, name.name_end, name.end, "explicit")
    for role in passage.roles:
        if start <= role.start and role.end <= stop and not any(a < role.end and role.start < b for a, b in taken):
            taken.append((role.start, role.end))
            if not _governed(text, start, role.start):
                yield Speaker(role.start, role.end, role.end, "explicit")
    for pronoun in PRONOUN.finditer(text, start, stop):
        if not _governed(text, start, pronoun.start()):
            yield Speaker(pronoun.start(), pronoun.end(), pronoun.end(), "pronoun")
    for run in _RUN.finditer(text, start, stop):
        if any(a < run.end() and run.start() < b for a, b in taken):
            continue
        head = WORD.match(run[0])
        if (
            head is None
            or head[0].lower() in _PREPOSITIONS | _DOCUMENT
            or PRONOUN.fullmatch(head[0])
            or _governed(text, start, run.start())
        ):
            continue
        if (
            head[0] == run[0]
            and run.start() == start
            and HUMAN.match(run[0]) is None
            and text[run.end() : run.end() + 1] != " "
        ):
            continue
        yield Speaker(run.start(), run.end(), run.end(), "explicit")
    for human in HUMAN.finditer(text, start, stop):
        if human[0][0].islower() and not _governed(text, start, human.start()):
            end = _phrase_end(text, human.end(), stop)
            yield Speaker(human.start(), end, end, "explicit")


def _last_word(text: str, start: int, end: int) -> str:
    """The word that ends right before `end`, lower case, or an empty string."""
    tail = text[max(start, end - 40) : end].split()
    return tail[-1].lower() if tail else ""


def _governed(text: str, start: int, at: int) -> bool:
    """Whether the word before `at` is a preposition or a verb, which makes a noun phrase there anything but a subject."""
    before = _last_word(text, start, at)
    return before in _PREPOSITIONS or is_verb(before)


def _transparent(gap: str) -> bool:
    """Whether only modifiers stand between a subject and its verb: no clause of its own outside *yang …* and brackets."""
    relative = False
    for match in WORD.finditer(gap):
        word = match[0].lower()
        if word == "yang":
            relative = True
        elif is_verb(word) and not relative:
            return word in (
                "ditemui",
                "dihubungi",
                "dikonfirmasi",
                "didampingi",
                "disapa",
                "bernama",
                "berinisial",
                "mewakili",
            )
    return True


def _past_brackets(text: str, at: int, stop: int) -> int:
    tail = _TAIL.match(text, at, stop)
    return tail.end() if tail else at


def _phrase_end(text: str, at: int, stop: int) -> int:
    """The end of a lower-case description that goes on from `at`: at a break word, a verb or punctuation."""
    end = at
    for match in _NEXT_WORD.finditer(text, at, min(stop, at + 80)):
        if (
            match.start() != end
            or _BREAKS.fullmatch(match[1])
            or match[1] in ("yang", "juga", "dari", "asal")
            or is_verb(match[1])
            or DAY.match(match[1])
        ):
            break
        end = match.end()
    return end
