"""The nearest explicit mention of who speaks: behind a cue (*kata Ratna*) or before it (*Ratna mengatakan*).

In: a `Passage` and a stretch of it. Out: a `Speaker`, or `None` where the stretch names nobody who could speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.language.letters import CAPITAL
from pipeline.lexicon import alternation, posts
from pipeline.lexicon.compiled import pattern, plain
from pipeline.lexicon.regions import lookup
from pipeline.schema import Attribution
from pipeline.stages.mentions import NameMention
from pipeline.stages.quotes.clauses import is_clause
from pipeline.stages.quotes.find import Passage, within
from pipeline.stages.quotes.patterns import DAY_NAME, MONTH_NAME, WORD, is_verb, relation_before, words
from pipeline.stages.quotes.subjects import (
    THINGS,
    governed,
    has_verb,
    in_phrase,
    inside_relative,
    last_word,
    transparent,
)

_CAPITAL = rf"(?!(?:{DAY_NAME}|{MONTH_NAME})\b)\p{{Lu}}[\p{{L}}\d.&'’/-]*+"
_RUN = pattern(
    rf"{_CAPITAL}(?:\s+(?:(?:dan|bin|binti|of|the)\s+)?(?:{_CAPITAL}|\d+\b(?![/.]\d)|\(\p{{Lu}}[\p{{L}}/]*\)))*+"
)
_PRONOUN = regex.compile(r"\b(?:[Dd]ia|[Ii]a|[Bb]eliau|[Mm]ereka)\b(?!-)")
_OWN_SIDE = regex.compile(r"\b(?:[Pp]ihak|[Dd]iri)nya\b")
_NAMELESS = frozenset(("dia", "ia", "beliau", "mereka", "pihaknya", "dirinya"))
"""The words of these two, lower case."""
_MONTH = regex.compile(rf"{MONTH_NAME}\b(?!\s+(?:\d|lalu|ini|mendatang))")
_MONTH_SUBJECT = regex.compile(rf"(?<![\p{{L}}\d]\s){_MONTH.pattern}(?=\s+(?:(?:juga|pun|lalu|kemudian)\s+)?$)")
"""A month where only a person can stand (*Juli menegaskan …*, *kata Juli*)."""
_BREAK = pattern(
    r"saat|ketika|dalam|kepada|usai|seusai|pada|melalui|lewat|sambil|seraya|sembari|sebelum|setelah|sesudah|untuk|bersama"
    r"|dengan|di|ke|dihubungi|ditemui|dikutip|dilansir|kemarin|tadi|menanggapi|menjawab|bahwa|agar|karena|soal|terkait"
)
_HEAD = plain(rf"(?:[\s,()./&–-]|(?!(?:{_BREAK.pattern}|{DAY_NAME})\b)[^\W_][\w.'’&/-]*)*")
_DETERMINERS = ("seorang", "salah satu", "salah seorang", "para", "sejumlah", "beberapa", "sebagian", "banyak", "kedua",
                "ketiga", "keempat", "kelima", "pihak")  # fmt: skip
_HUMAN = pattern(
    rf"(?:\b{alternation(_DETERMINERS)}\s+\p{{L}}[\p{{L}}-]*+"
    rf"|(?<!-)\b(?P<noun>{alternation(words('human'))})(?:-(?P=noun))?\b(?!-))",
    regex.IGNORECASE,
)
_DEFINITE = pattern(
    rf"(?<!-)(?<!\b(?:seorang|satu|para|sejumlah|beberapa)\s)\b{alternation(words('human'))}(?!-)(?P<of>(?:\s+(?!yang\b)[\p{{L}}\d][\p{{L}}\d-]*+){{0,6}}?)"
    r"(?P<relative>\s+yang(?:(?:\s+|,\s(?=(?-i:\p{Lu})))[\p{L}\d][\p{L}\d-]*+){1,12}?)?\s+"
    r"(?:itu|tersebut|(?<!(?:hari|saat|pekan|minggu|bulan|tahun|kali|selama|periode)\s)ini)\b",
    regex.IGNORECASE,
)
"""A description of someone already named: *pria kelahiran Solo itu*, *legislator yang membidangi pendidikan itu*."""
_HUMAN_STARTS = frozenset(re.split(r"\W", phrase, maxsplit=1)[0] for phrase in words("human").union(_DETERMINERS))
_THAT = frozenset(("ini", "itu", "tersebut"))
_LETTERS = re.compile(r"\w+")
_NO_THIRD = ("Anda", "Kamu", "Kita", "Kami", "Saya", "Aku", "Siapa")
_STATUS = frozenset({"plt", "plh", "pj", "pjs", "mantan", "eks"})
_AND = regex.compile(r",?\s+(?:dan|serta)\s+(?P<post>[^,;:]{0,90})")
_AFTER_PLACE = regex.compile(r"(?r)\p{Lu}[\p{L}-]+,\s")
_PLACE_ENDS = re.compile(rf"\s(?:ini|itu|tersebut)\b|,\s[{CAPITAL}]")
_ORGANIZATION = plain(posts.ORGANIZATION_PATTERN)
_NEXT_WORD = regex.compile(r"\s+([\p{L}\d][\p{L}\d-]*+)")
_LEAD = regex.compile(r"\s*(?:(?:juga|pula|lagi)\s+)?(?:oleh\s+)?")
_ENDS_PHRASE = regex.compile(rf"\s*(?:[,.;:()\n“”\"]|$)|\s+(?:{_BREAK.pattern}|yang|{DAY_NAME})\b")
_PHRASE_STOPS = ("yang", "bahkan", "juga", "asal", "pun", "turut", "lainnya")
_MERE = ("", "juga", "pun", "tak", "tidak")
"""What may stand between a subject of one word and its verb."""
_VERBAL = words("predicate") | {"hanya", "sebelumnya", "kemudian", "lalu"}
"""Words between a subject and its verb."""
_TO = regex.compile(r"\s+(?:(?:juga|kembali|pula)\s+)?(?:kepada\s+)?(?:(?:seluruh|semua|segenap|setiap)\s+)?")
_ORDER = regex.compile(r"(?P<whom>(?:[^\s.;:]+\s+){1,12}?)untuk\s+(?:tidak\s+|terus\s+|tetap\s+|selalu\s+)?\p{Ll}{4,}")
_BRACKET = regex.compile(r"\s?\([^()\n]{1,60}\)")
_APPOSITION = regex.compile(r"\s*(?:\([^()\n]{1,60}\))?\s*,[^,.;:]*")
_FOREIGN_POST = regex.compile(r",\s(?:\p{Lu}\p{L}+\s)*(?:of|for|and|&)\s")
"""An English post behind a name, which holds the name of a body (*, Head of Sales Jaya Abadi*)."""
_PREPOSITIONS = words("preposition")
_CONNECTIVES = words("connective")
_COORDINATORS = words("coordinator")
_DOCUMENT = words("document")
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

    With ``clitic`` the mention is *pihaknya* or *dirinya*, which names nobody.
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
    if first is None or first[0].lower() in THINGS:
        return None
    head = _HEAD.match(text, begin, min(stop, begin + 200))
    names = [n for n in within(passage.names, begin, head.end() + 1 if head else begin) if _is_whole(text, n, stop)]
    for number, name in enumerate(names):
        if _is_body(passage, begin, name, names[number + 1 :]):
            continue
        apposed = "," in text[begin : name.start]
        ends = _ENDS_PHRASE.match(text, name.end, stop)
        if not apposed or (ends and (text[begin].isupper() or not ends[0].strip().isalpha())):
            return _and_more(text, name, names[number + 1 :], stop)
    for role in within(passage.roles, begin, begin + 1):
        if role.end <= stop:
            return Speaker(role.start, role.end, _past_bracket(text, role.end, stop), "explicit")
    if run := _RUN.match(text, begin, stop):
        end = run.end() - run[0].endswith(".")
        return Speaker(begin, end, _past_bracket(text, end, stop), "explicit")
    if human := _HUMAN.match(text, begin, stop):
        end = _phrase_end(text, human.end(), stop)
        return Speaker(begin, end, end, "explicit")
    if month := _MONTH.match(text, begin, stop):
        return Speaker(begin, month.end(), month.end(), "explicit")
    return None


def _is_whole(text: str, name: NameMention, stop: int) -> bool:
    """Whether a name ends before `stop` and is no status word that was taken for one (*Plt*)."""
    return name.end <= stop and text[name.start : name.end].strip(" .").lower() not in _STATUS


def _is_body(passage: Passage, begin: int, name: NameMention, others: Sequence[NameMention]) -> bool:
    """Whether what was taken for a name is the body in a post that the tables do not know, the name itself following
    behind a comma (*kata Irjen Kemdiktisaintek, Nur Syarifah*).
    """
    if name.start == begin or " " in name.name or within(passage.roles, begin, name.start) or not others:
        return False
    return passage.text[name.end : others[0].start].strip() == ","


def _and_more(text: str, first: NameMention, others: Sequence[NameMention], stop: int) -> Speaker:
    """The speaker that `first` names, with the name that *dan* joins to it (*kata Ratna dan Budi*)."""
    last = first
    for other in others[:1]:
        gap = _AND.fullmatch(text, first.end, other.start)
        if gap and not has_verb(gap["post"]) and _ENDS_PHRASE.match(text, other.end, stop):
            last = other
    return Speaker(first.name_start, last.name_end, _past_bracket(text, last.end, stop), "explicit")


def preceding(passage: Passage, start: int, cue: int) -> Speaker | None:
    """The subject of an active cue that starts at `cue`, looked for back to `start`."""
    text = passage.text
    start = max(start, cue - _REACH)
    lower = [(match.start(), match[0].lower()) for match in _LETTERS.finditer(text, start, cue)]
    named = [*_named(passage, start, cue, lower)]
    candidates = sorted([*named, *_unnamed(passage, start, cue, lower)], key=lambda c: c.start)
    candidates = [c for c in candidates if not inside_relative(text, start, c.start)]
    candidates = [c for c in candidates if c in named or not any(_holds(other, c) for other in candidates)]
    before = last_word(text, start, cue)
    if before in _COORDINATORS or before == "dengan":
        return _first(text, candidates, named)
    if before == "yang":
        candidates = [c for c in candidates if c in named]
    for number in range(len(candidates) - 1, -1, -1):
        if transparent(text[candidates[number].extent : cue]):
            return _joint(text, candidates[: number + 1], named)
    month = _MONTH_SUBJECT.search(text, start, cue)
    return Speaker(month.start(), month.end(), month.end(), "explicit") if month else None


def _holds(whole: Speaker, part: Speaker) -> bool:
    """Whether `part` lies in the phrase of `whole` (*seorang pejabat* AS)."""
    return whole.start < part.start and part.end <= whole.end


def _first(text: str, candidates: Sequence[Speaker], named: Sequence[Speaker]) -> Speaker | None:
    """The first candidate, or the name in apposition to it (*Ketua Komite, Ratna, menutup rapat dengan mengatakan*)."""
    first, second = (*candidates[:2], None, None)[:2]
    if first is None or second is None or second not in named:
        return first
    return second if first not in named and not text[first.extent : second.start].strip(" ,") else first


def _joint(text: str, candidates: Sequence[Speaker], named: Sequence[Speaker]) -> Speaker:
    """The subject that ends with the last candidate, all those whom *dan* joins included (*BGN, UNY, dan Ratna*)."""
    last = _head_of_apposition(text, candidates, named)
    if last is not candidates[-1] or last.attribution != "explicit":
        return last
    start, joined = last.start, False
    others = named if last in named else candidates
    for candidate in reversed([other for other in others if other.start < start]):
        gap = text[candidate.extent : start]
        pair = _AND.fullmatch(gap)
        if candidate.attribution != "explicit" or (last not in named and candidate in named):
            break
        if not (pair and not joined and not has_verb(pair["post"])) and not (joined and gap.strip() == ","):
            break
        start, joined = candidate.start, True
    return replace(last, start=start)


def addressed(passage: Passage, at: int, stop: int) -> bool:
    """Whether somebody who is told to do something follows a cue that ends at `at` (*warga untuk menjaga sungai*)."""
    lead = _TO.match(passage.text, at, stop)
    if lead is None or following(passage, lead.end() - 1, stop) is None:
        return False
    order = _ORDER.match(passage.text, lead.end(), stop)
    return order is not None and not is_clause(order["whom"])


def _head_of_apposition(text: str, candidates: Sequence[Speaker], named: Sequence[Speaker]) -> Speaker:
    """The last candidate, or the name that it stands in apposition to (*Ratna, guru SMP 2 Kudus, mengatakan*). A name
    does so only inside words between commas (*Ratna, Head of Sales Jaya Abadi, mengatakan*), a body only before one
    (not *sesuai arahan Ratna, Kemensos mengatakan*).
    """
    last = candidates[-1]
    closed = text[last.extent : last.extent + 1] == ","
    if not closed and (last in named or _ORGANIZATION.match(text, last.start, last.end)):
        return last
    for candidate in reversed(candidates[:-1]):
        if candidate in named:
            gap = text[candidate.extent : last.start]
            apposed = _APPOSITION.fullmatch(gap) and transparent(gap)
            if last in named:
                return candidate if apposed and _FOREIGN_POST.search(gap) else last
            return candidate if apposed or gap.isspace() else last
    return last


def _named(passage: Passage, start: int, stop: int, lower: Sequence[tuple[int, str]]) -> Iterator[Speaker]:
    """Names and pronouns in ``[start, stop)``, whose words are `lower`, that no preposition or verb governs."""
    text = passage.text
    for name in within(passage.names, start, stop):
        if name.end <= stop and not governed(text, start, _phrase_start(passage, name)):
            yield Speaker(name.name_start, name.name_end, name.end, "explicit")
    if _NAMELESS.isdisjoint([word for _, word in lower]):
        return
    for pronoun in _PRONOUN.finditer(text, start, stop):
        if not governed(text, start, pronoun.start()):
            yield Speaker(pronoun.start(), pronoun.end(), pronoun.end(), "pronoun")
    for side in _OWN_SIDE.finditer(text, start, stop):
        if not governed(text, start, side.start()):
            yield Speaker(side.start(), side.end(), side.end(), "clitic")


def _phrase_start(passage: Passage, name: NameMention) -> int:
    """Where the noun phrase of a name begins: with the role right before it, if one is there."""
    roles = within(passage.roles, name.start - 150, name.start)
    if not roles or roles[-1].end < name.start - 2:
        return name.start
    apart = passage.text[roles[-1].end] == "," and passage.text[roles[-1].start].islower()  # *dari ahli, Ratna …*
    return name.start if apart else roles[-1].start


def _unnamed(passage: Passage, start: int, stop: int, lower: Sequence[tuple[int, str]]) -> Iterator[Speaker]:
    """Roles, capitalised runs and descriptions in ``[start, stop)``, whose words are `lower`, outside names."""
    text = passage.text
    taken = [(name.start, name.end) for name in within(passage.names, start, stop)]

    def free(a: int, b: int) -> bool:
        return all(b <= x or y <= a for x, y in taken)

    for role in within(passage.roles, start, stop):
        if role.end <= stop and free(role.start, role.end):
            taken.append((role.start, role.end))
            if not governed(text, start, role.start):
                yield Speaker(role.start, role.end, role.end, "explicit")
    humans = [at for at, word in lower if word in _HUMAN_STARTS]
    definite = humans if humans and not _THAT.isdisjoint([word for _, word in lower]) else ()
    for described in _matches(_DEFINITE, text, definite, stop):
        begin, end = described.span()
        if free(begin, end) and not has_verb(described["of"]) and not in_phrase(text, start, begin):
            taken.append((begin, end))
            yield Speaker(begin, end, end, "explicit")
    for run in _RUN.finditer(text, start, stop):
        if text[run.start() - 1 : run.start()].isalpha():  # the tail of a word (*iPhone*)
            continue
        if _is_place(text, run):
            continue
        if relation := relation_before(text, run.start()):
            if free(relation, run.end()) and relation >= start and not in_phrase(text, start, relation):
                taken.append((relation, run.end()))
                yield Speaker(relation, run.end(), run.end(), "explicit")
            continue
        whole = free(run.start(), run.end())
        begin = _proper_start(passage, run.start(), run.end(), start, stop) if whole else _past_initials(run)
        if begin is not None and free(begin, run.end()) and not in_phrase(text, start, begin):
            taken.append((begin, run.end()))
            yield Speaker(begin, run.end(), run.end(), "explicit")
    for human in _matches(_HUMAN, text, humans, stop):
        goes_on = any(text[end : human.start()].isspace() for _, end in taken)  # *juru bicara bank*
        if (goes_on and human["noun"]) or last_word(text, human.start(), human.end()) in _DOCUMENT:
            continue
        if free(human.start(), human.end()) and not in_phrase(text, start, human.start()):
            end = _phrase_end(text, human.end(), stop)
            taken.append((human.start(), end))
            yield Speaker(human.start(), end, end, "explicit")


def _matches(wanted: regex.Pattern[str], text: str, places: Iterable[int], stop: int) -> Iterator[regex.Match[str]]:
    """What ``wanted.finditer`` gives, for a pattern that can match at `places` only and is slow to fail elsewhere."""
    end = 0
    for place in places:
        if place >= end and (match := wanted.match(text, place, stop)):
            end = match.end()
            yield match


def _is_place(text: str, run: regex.Match[str]) -> bool:
    """Whether a capitalised run is a region that only tells where: beside another and a comma, or with a demonstrative
    that belongs to an earlier word (*juru taktik asal Korea Selatan itu*).
    """
    apposed = text[max(0, run.start() - 2) : run.start()].startswith(",")
    placed = apposed and _AFTER_PLACE.match(text, max(0, run.start() - 40), run.start())
    return bool(placed or _PLACE_ENDS.match(text, run.end())) and bool(lookup(run[0]))


def _past_initials(run: regex.Match[str]) -> int | None:
    """Where a name begins behind the bracketed initials of a body (*… Nusantara (Danantara) Ratna Dewi*)."""
    return int(run.start() + run[0].rindex(") ") + 2) if ") " in run[0] else None


def _proper_start(passage: Passage, start: int, end: int, sentence: int, cue: int) -> int | None:
    """Where the proper name in a capitalised run begins, or `None` where the run is only a sentence's first word. An
    unknown first word that its verb follows at once is taken for a name.
    """
    text = passage.text
    head = WORD.match(text, start, end)
    if head is None or head[0] in _NO_THIRD or _PRONOUN.fullmatch(head[0]):
        return None
    if head[0].lower() in _PREPOSITIONS or head[0].lower() in _DOCUMENT:
        return None
    if head[0].lower() in _CONNECTIVES:
        rest = WORD.search(text, head.end(), end)
        return rest.start() if rest else None
    alone = head.end() == end and start - sentence < 4 and not text[sentence:start].strip(" “”\"'(")
    if not alone or (text[end:cue].strip() in _MERE and not _is_common(head[0].lower())):
        return start
    known = head[0].isupper() or head[0] in passage.proper or _ORGANIZATION.fullmatch(head[0])
    return start if known else None


def _is_common(word: str) -> bool:
    """Whether a sentence's first word is one that is capitalised only there."""
    return word in _COMMON or word.endswith("nya") or is_verb(word)


def _past_bracket(text: str, at: int, stop: int) -> int:
    bracket = _BRACKET.match(text, at, stop)
    return bracket.end() if bracket else at


def _phrase_end(text: str, at: int, stop: int) -> int:
    """The end of a lower-case description that goes on from `at`: at a break word, a verb, a comma or a weekday."""
    end = at
    for match in _NEXT_WORD.finditer(text, at, min(stop, at + 80)):
        word = match[1]
        if match.start() != end or _BREAK.fullmatch(word) or word in _PHRASE_STOPS or word in _VERBAL:
            break
        if is_verb(word) or regex.match(DAY_NAME, word):
            break
        end = match.end()
    return end
