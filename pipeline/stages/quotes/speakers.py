"""The nearest explicit mention of who speaks: behind a cue (*kata Ratna*) or before it (*Ratna mengatakan*).

In: a `Passage` and a stretch of it. Out: a `Speaker`, or `None` where the stretch names nobody who could speak.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from pipeline.lexicon import alternation, posts
from pipeline.schema import Attribution
from pipeline.stages.mentions import NameMention
from pipeline.stages.quotes.find import Passage, within
from pipeline.stages.quotes.patterns import DAY_NAME, MONTH_NAME, WORD, is_verb, words

_CAPITAL = rf"(?!(?:{DAY_NAME}|{MONTH_NAME})\b)\p{{Lu}}[\p{{L}}\d.&'’/-]*+"
_RUN = regex.compile(
    rf"{_CAPITAL}(?:\s+(?:(?:dan|bin|binti|of|the)\s+)?(?:{_CAPITAL}|\d+\b(?![/.]\d)|\(\p{{Lu}}[\p{{L}}/]*\)))*+"
)
_PRONOUN = regex.compile(r"\b(?:[Dd]ia|[Ii]a|[Bb]eliau|[Mm]ereka)\b(?!-)")
_OWN_SIDE = regex.compile(r"\b[Pp]ihaknya\b")
_BREAK = regex.compile(
    r"saat|ketika|dalam|kepada|usai|seusai|pada|melalui|lewat|sambil|seraya|sembari|sebelum|setelah|sesudah|untuk|bersama"
    r"|dengan|di|ke|dihubungi|ditemui|dikutip|dilansir|kemarin|tadi|menanggapi|menjawab|bahwa|agar|karena|soal|terkait"
)
_HEAD = regex.compile(rf"(?:[\s,()./&–-]++|(?!(?:{_BREAK.pattern}|{DAY_NAME})\b)[\p{{L}}\d][\p{{L}}\d.'’&/-]*+)*+")
_HUMAN = regex.compile(
    r"(?:\b(?:seorang|salah\s+(?:satu|seorang)|para|sejumlah|beberapa|sebagian|banyak|kedua|pihak)\s+\p{L}[\p{L}-]*+"
    rf"|\b{alternation(words('human'))}\b(?!-))",
    regex.IGNORECASE,
)
_ORGANIZATION = regex.compile(posts.ORGANIZATION_PATTERN)
_NEXT_WORD = regex.compile(r"\s+([\p{L}\d][\p{L}\d-]*+)")
_LEAD = regex.compile(r"\s*(?:(?:juga|pula|lagi)\s+)?(?:oleh\s+)?")
_ENDS_PHRASE = regex.compile(rf"\s*(?:[,.;:()\n“”\"]|$)|\s+(?:{_BREAK.pattern}|yang|{DAY_NAME})\b")
_PHRASE_STOPS = ("yang", "juga", "asal", "pun", "turut", "lainnya")
_PHRASE_ENDS = ("ini", "itu", "tersebut", "sama", "lalu", "kemarin", "tadi", "lain")
_CLAUSE_BREAK = regex.compile(r"[;:!?“”\"]|\.\s|\s[-–—]\s")
_TO = regex.compile(r"\s+(?:(?:juga|kembali|pula)\s+)?(?:kepada\s+)?(?:(?:seluruh|semua|segenap|setiap)\s+)?")
_ORDER = regex.compile(r"(?P<whom>(?:[^\s,.;:]+\s+){1,8}?)untuk\s+(?:tidak\s+|terus\s+|tetap\s+|selalu\s+)?\p{Ll}{4,}")
_BRACKET = regex.compile(r"\s?\([^()\n]{1,60}\)")
_APPOSITION = regex.compile(r"\s*(?:\([^()\n]{1,60}\))?\s*,[^,.;:]*")
_RELATIVE = regex.compile(r"(?<!\p{L})yang\s+(?!bernama|berinisial|akrab)")
_PREPOSITIONS = words("preposition")
_CONNECTIVES = words("connective")
_COORDINATORS = words("coordinator")
_SUBORDINATORS = words("subordinator")
_DOCUMENT = words("document")
_THINGS = _DOCUMENT - {"ini", "itu", "tersebut", "hal"}
_COMMON = frozenset().union(
    *(
        words(kind)
        for kind in (
            "connective",
            "document",
            "lookalike",
            "nominal",
            "object",
            "predicate",
            "quality",
            "subordinator",
            "title",
        )
    )
)
_REACH = 600
"""Characters between a sentence's subject and its cue, at most."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A mention of a speaker; `extent` is where its phrase ends (degrees and brackets passed).

    With ``clitic`` the mention is *pihaknya*, which names nobody.
    """

    start: int
    end: int
    extent: int
    attribution: Attribution


def following(passage: Passage, at: int, stop: int) -> Speaker | None:
    """The speaker named right after a cue that ends at `at`, before `stop`."""
    text = passage.text
    lead = _LEAD.match(text, at, stop)
    if lead is None or (lead.end() == at and not text[at : at + 1].isupper()):
        return None
    begin = lead.end()
    if pronoun := _PRONOUN.match(text, begin, stop):
        return Speaker(begin, pronoun.end(), pronoun.end(), "pronoun")
    first = WORD.match(text, begin, stop)
    if first is None or first[0].lower() in _THINGS:
        return None
    head = _HEAD.match(text, begin, min(stop, begin + 200))
    for name in within(passage.names, begin, head.end() + 1 if head else begin):
        apposed = "," in text[begin : name.start]
        if name.end <= stop and not (apposed and _ENDS_PHRASE.match(text, name.end, stop) is None):
            return Speaker(name.name_start, name.name_end, _past_bracket(text, name.end, stop), "explicit")
    for role in within(passage.roles, begin, begin + 1):
        if role.end <= stop:
            return Speaker(role.start, role.end, _past_bracket(text, role.end, stop), "explicit")
    if run := _RUN.match(text, begin, stop):
        end = run.end() - run[0].endswith(".")
        return Speaker(begin, end, _past_bracket(text, end, stop), "explicit")
    if human := _HUMAN.match(text, begin, stop):
        end = _phrase_end(text, human.end(), stop)
        return Speaker(begin, end, end, "explicit")
    return None


def preceding(passage: Passage, start: int, cue: int) -> Speaker | None:
    """The subject of an active cue that starts at `cue`, looked for back to `start`."""
    text = passage.text
    start = max(start, cue - _REACH)
    named = [*_named(passage, start, cue)]
    candidates = sorted([*named, *_unnamed(passage, start, cue, named)], key=lambda c: c.start)
    candidates = [c for c in candidates if not _inside_relative(text, start, c.start)]
    last_word = _last_word(text, start, cue)
    if last_word in _COORDINATORS:
        return candidates[0] if candidates else None
    if last_word == "yang":
        candidates = [c for c in candidates if c in named]
    for number in range(len(candidates) - 1, -1, -1):
        if _transparent(text[candidates[number].extent : cue]):
            return _head_of_apposition(text, candidates[: number + 1], named)
    return None


def addressed(passage: Passage, at: int, stop: int) -> bool:
    """Whether somebody who is told to do something follows a cue that ends at `at` (*warga untuk menjaga sungai*)."""
    lead = _TO.match(passage.text, at, stop)
    if lead is None or following(passage, lead.end() - 1, stop) is None:
        return False
    order = _ORDER.match(passage.text, lead.end(), stop)
    return order is not None and not any(is_verb(word.lower()) for word in order["whom"].split())


def _head_of_apposition(text: str, candidates: Sequence[Speaker], named: Sequence[Speaker]) -> Speaker:
    """The last candidate, or the name that it stands in apposition to (*Ratna, guru SMP 2 Kudus, mengatakan*)."""
    last = candidates[-1]
    if last in named:
        return last
    for candidate in reversed(candidates[:-1]):
        if candidate in named:
            gap = text[candidate.extent : last.start]
            return candidate if _APPOSITION.fullmatch(gap) and _transparent(gap) else last
    return last


def _named(passage: Passage, start: int, stop: int) -> Iterator[Speaker]:
    """Names and pronouns in ``[start, stop)`` that no preposition or verb governs."""
    text = passage.text
    for name in within(passage.names, start, stop):
        if name.end <= stop and not _governed(text, start, _phrase_start(passage, name)):
            yield Speaker(name.name_start, name.name_end, name.end, "explicit")
    for pronoun in _PRONOUN.finditer(text, start, stop):
        if not _governed(text, start, pronoun.start()):
            yield Speaker(pronoun.start(), pronoun.end(), pronoun.end(), "pronoun")
    for side in _OWN_SIDE.finditer(text, start, stop):
        if not _governed(text, start, side.start()):
            yield Speaker(side.start(), side.end(), side.end(), "clitic")


def _phrase_start(passage: Passage, name: NameMention) -> int:
    """Where the noun phrase of a name begins: with the role right before it, if one is there."""
    roles = within(passage.roles, name.start - 150, name.start)
    return roles[-1].start if roles and roles[-1].end >= name.start - 2 else name.start


def _unnamed(passage: Passage, start: int, stop: int, named: Sequence[Speaker]) -> Iterator[Speaker]:
    """Roles, capitalised runs and descriptions in ``[start, stop)`` outside names."""
    text = passage.text
    taken = [(name.start, name.end) for name in within(passage.names, start, stop)]

    def free(a: int, b: int) -> bool:
        return all(b <= x or y <= a for x, y in taken)

    for role in within(passage.roles, start, stop):
        if role.end <= stop and free(role.start, role.end):
            taken.append((role.start, role.end))
            if not _governed(text, start, role.start):
                yield Speaker(role.start, role.end, role.end, "explicit")
    for run in _RUN.finditer(text, start, stop):
        begin = _proper_start(passage, run.start(), run.end(), start, stop)
        if begin is not None and free(begin, run.end()) and not _in_phrase(text, start, begin):
            taken.append((begin, run.end()))
            yield Speaker(begin, run.end(), run.end(), "explicit")
    for human in _HUMAN.finditer(text, start, stop):
        if free(human.start(), human.end()) and not _in_phrase(text, start, human.start()):
            end = _phrase_end(text, human.end(), stop)
            yield Speaker(human.start(), end, end, "explicit")


def _proper_start(passage: Passage, start: int, end: int, sentence: int, cue: int) -> int | None:
    """Where the proper name in a capitalised run begins, or `None` where the run is only a sentence's first word. An
    unknown first word that its verb follows at once is taken for a name.
    """
    text = passage.text
    head = WORD.match(text, start, end)
    if head is None or head[0].lower() in _PREPOSITIONS or head[0].lower() in _DOCUMENT or _PRONOUN.fullmatch(head[0]):
        return None
    if head[0].lower() in _CONNECTIVES:
        rest = WORD.search(text, head.end(), end)
        return rest.start() if rest else None
    alone = head.end() == end and start - sentence < 4 and not text[sentence:start].strip(" “”\"'(")
    known = head[0].isupper() or head[0] in passage.proper or _ORGANIZATION.fullmatch(head[0])
    subject = text[end:cue].strip() in ("", "juga", "pun") and not _is_common(head[0].lower())
    return start if not alone or known or subject else None


def _is_common(word: str) -> bool:
    """Whether a sentence's first word is one that is capitalised only there."""
    return word in _COMMON or word.endswith("nya") or is_verb(word)


def _last_word(text: str, start: int, end: int) -> str:
    """The word that ends right before `end`, lower case, or an empty string."""
    tail = text[max(start, end - 40) : end].split()
    return tail[-1].lower() if tail else ""


def _governed(text: str, start: int, at: int) -> bool:
    """Whether a preposition, a verb or the noun of a document before `at` makes a noun phrase there no subject."""
    before = _last_word(text, start, at)
    return before in _PREPOSITIONS or before in _THINGS or is_verb(before)


def _in_phrase(text: str, start: int, at: int) -> bool:
    """Whether a noun phrase at `at` belongs to a prepositional phrase before it (*di sidang senat Universitas …*)."""
    if _governed(text, start, at):
        return True
    for word in reversed(text[max(start, at - 60) : at].split()):
        if not word.islower() or word in _PHRASE_ENDS or word.endswith(("nya", ",")) or is_verb(word):
            return False
        if word in _PREPOSITIONS:
            return True
    return False


def _inside_relative(text: str, start: int, at: int) -> bool:
    """Whether `at` lies in a relative clause (*Ratna yang mendampingi Bupati …*) that no comma has closed."""
    clause = text[max(start, text.rfind(",", start, at) + 1) : at]
    relative = _RELATIVE.search(clause)
    return relative is not None and any(is_verb(m[0].lower()) for m in WORD.finditer(clause, relative.end()))


def _transparent(gap: str) -> bool:
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
        participle = word.startswith("di") and (last_end == 0 or "," in gap[last_end : match.start()])
        if is_verb(word) and not participle and before not in _SUBORDINATORS and word not in ("bernama", "mewakili"):
            return False
        before, last_end = word, match.end()
    return True


def _past_bracket(text: str, at: int, stop: int) -> int:
    bracket = _BRACKET.match(text, at, stop)
    return bracket.end() if bracket else at


def _phrase_end(text: str, at: int, stop: int) -> int:
    """The end of a lower-case description that goes on from `at`: at a break word, a verb, a comma or a weekday."""
    end = at
    for match in _NEXT_WORD.finditer(text, at, min(stop, at + 80)):
        word = match[1]
        if (
            match.start() != end
            or _BREAK.fullmatch(word)
            or word in ("yang", "juga", "asal", "pun", "turut", "lainnya")
        ):
            break
        if is_verb(word) or regex.match(DAY_NAME, word):
            break
        end = match.end()
    return end
