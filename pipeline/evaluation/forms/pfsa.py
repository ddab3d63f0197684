"""Gold in the scheme of PFSA-ID (Purnomo et al. 2022): labelled spans of publicly quoted people.

In: JSON lines with ``id``, ``text`` and ``spans`` (``[start, end, label]``; STATEMENT, CUE, CUECOREF, PERSON,
PERSONCOREF, ROLE, AFFILIATION, DATETIME; other labels are left out). Out: `Document`.

The corpus marks only people who are quoted directly, what they hold, and the date of their statement. Hence
``pfsa.<what>`` is recall alone. ``view.<LABEL>`` has precision, too, within the corpus' own convention: direct quotes
of people who hold a post.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import regex

from pipeline.evaluation.align import offsets
from pipeline.evaluation.counts import Counts, Scores
from pipeline.evaluation.found import Found
from pipeline.evaluation.measures import CLOSE
from pipeline.evaluation.rows import Span
from pipeline.evaluation.score import Document

EDGE = " \t\n“”\"'‘’«»,.;:!?()"
"""Marks at a span's ends that do not count."""
SLIP = 2
"""Characters by which the ends of a quote may differ."""
GAP = 3
"""Most characters between two spans that belong together."""
AFFILIATED = 0.6
"""Least share of an affiliation's words that the role's columns must hold."""
_VIEW = ("STATEMENT", "CUE", "CUECOREF", "PERSONCOREF")
_PERSON = ("PERSON", "PERSONCOREF")
_POST = ("ROLE", "AFFILIATION")
_RANKS = regex.compile(
    r"\b(?:Komisaris|Jenderal|Besar|Polisi|Inspektur|Brigadir|Ajun|Letnan|Letjen|Mayor|Mayjen|Kolonel|Kapten|Laksamana|"
    r"Marsekal|Irjen|Brigjen|Komjen|Kombes|AKBP|AKP|Iptu|Ipda|Pol|Purn|TNI|Dr|Prof|Ir|H|Hj|Drs|Dra|KH|Bapak|Ibu|Pak|Bu)\b\.?"
)
_WORD = regex.compile(r"[\w’'-]+")
Row = Mapping[str, Any]
Check = tuple[str, bool]
"""A measure's name, and whether it was met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled(Span):
    """A span of the corpus, or one found and put into its terms."""

    label: str


def words(name: str | None) -> set[str]:
    """The words of a name that tell who it is: no titles, no initials.

    >>> sorted(words("Dr. H. Budi Santosa M."))
    ['budi', 'santosa']
    """
    return {word.lower() for word in _WORD.findall(_RANKS.sub(" ", name or "")) if len(word) > 1}


def score(line: Row, found: Found) -> Document:
    """One line of the corpus beside what was found in its article."""
    article = _Article(line, found.rows(line["id"]))
    counts: dict[str, Counts] = {}
    for name, met in article.checks():
        counts[name] = counts.get(name, Counts()) + Counts(gold=1, gold_right=met)
    return Document(name=line["id"], scores=Scores({**dict(sorted(counts.items())), **article.view()}))


class _Article:
    """An article's spans and what was found in it, at the offsets of the corpus' text."""

    def __init__(self, line: Row, rows: Mapping[str, Sequence[Row]]) -> None:
        self.text: str = line["text"]
        self.to = offsets(rows["articles"][0]["text"], self.text)
        self.spans = [self._span(start, end, label) for start, end, label in sorted(map(tuple, line["spans"]))]
        self.persons = {row["person_id"]: row for row in rows["persons"]}
        self.roles = defaultdict(list)
        for row in rows["roles"]:
            self.roles[row["person_id"]].append((self._found(row, "role"), row))
        self.quotes = [(self._found(row, "STATEMENT"), row) for row in rows["quotes"] if row["kind"] != "indirect"]
        self.dates = [self._found(row, "DATETIME") for row in rows["dates"]]
        self.first: dict[str | None, Span] = {}
        for row in rows["person_mentions"]:
            self.first.setdefault(row["person_id"], self._found(row, "PERSON"))

    def checks(self) -> Iterator[Check]:
        """Each thing that gold asks for, and whether it was found."""
        for number, span in enumerate(self.spans):
            if span.label == "STATEMENT":
                yield from self._statement(number, span)
            elif span.label in ("CUE", "CUECOREF"):
                starts = (self.to(row["cue_start"]) for _, row in self.quotes if row["cue_start"] is not None)
                yield "pfsa.cue", any(abs(start - span.start_char) <= 1 for start in starts)
            elif span.label == "DATETIME":
                yield "pfsa.date_span", any(_same(date, _core(span)) for date in self.dates)
                yield "pfsa.date_overlap", any(date.overlaps(_core(span)) for date in self.dates)
            elif span.label == "PERSON":
                yield from self._person(span)

    def view(self) -> dict[str, Counts]:
        """The measures of the corpus' own convention."""
        gold = {(span.label, _ends(_core(span))) for span in self.spans if span.label in _VIEW}
        found = {(span.label, _ends(span)) for quote, row in self.quotes for span in self._viewed(quote, row)}
        kinds = {
            label: ({each for each in gold if each[0] == label}, {each for each in found if each[0] == label})
            for label in _VIEW
        }
        return {
            f"view.{label}": Counts.of(right=len(ours & theirs), found=len(ours), gold=len(theirs))
            for label, (theirs, ours) in {**kinds, "all": (gold, found)}.items()
        }

    def _statement(self, number: int, span: Labelled) -> Iterator[Check]:
        gold = _core(span)
        close = [row for quote, row in self.quotes if quote.iou(gold) >= CLOSE or _holds(quote, gold)]
        yield "pfsa.quote_span", any(_same(quote, gold, SLIP) for quote, _ in self.quotes)
        yield "pfsa.quote_close", bool(close)
        after = list(self._attached(number))
        cue = next((each.label for each in after if each.label in ("CUE", "CUECOREF")), None)
        who = next((each for each in after if each.label in _PERSON), None)
        if cue == "CUE" and who is not None:
            yield "pfsa.speaker", any(self._spoke(row, who.text) for row in close)
        elif cue == "CUECOREF" and who is None:
            before = [each for each in self.spans[:number] if each.label in _PERSON]
            if before:
                named = words(before[-1].text)
                yield "pfsa.speaker_of_nya", any(named & words(self._name(row)) for row in close)

    def _attached(self, number: int) -> Iterator[Labelled]:
        """The spans that follow a statement, one after the other."""
        end = self.spans[number].end_char
        for span in self.spans[number + 1 :]:
            if span.start_char - end > GAP or span.label in ("STATEMENT", "ISSUE"):
                return
            yield span
            end = span.end_char

    def _spoke(self, quote: Row, name: str) -> bool:
        """Whether `quote` has the speaker `name`, a name or a pronoun."""
        told = words(self._name(quote)) | words(quote["speaker_text"])
        return bool(words(name) & told) or (name.lower() in ("dia", "ia") and quote["speaker_id"] is not None)

    def _name(self, quote: Row) -> str | None:
        return self.persons[quote["speaker_id"]]["name"] if quote["speaker_id"] else None

    def _person(self, span: Labelled) -> Iterator[Check]:
        own = [key for key, row in self.persons.items() if _is_name_of(words(row["name"]), words(span.text))]
        yield "pfsa.person", bool(own)
        post = self._post(span)
        if not post:
            return
        whole = _core(self._span(min(each.start_char for each in post), max(each.end_char for each in post), "role"))
        roles = [role for key in own for role in self.roles[key]]
        yield "pfsa.role_overlap", any(role.overlaps(whole) for role, _ in roles)
        yield "pfsa.role_close", any(role.iou(whole) >= CLOSE for role, _ in roles)
        affiliation = words(" ".join(each.text for each in post if each.label == "AFFILIATION"))
        if any(each.label == "AFFILIATION" for each in post):
            yield "pfsa.organization", any(row["organization"] and _told(row, affiliation) for _, row in roles)

    def _post(self, person: Labelled) -> list[Labelled]:
        """The role and affiliation spans beside a person, and those beside them."""
        post: list[Labelled] = []
        reach: Span = person
        while added := [
            each
            for each in self.spans
            if each.label in _POST and each not in post and _gap(each, reach) in range(GAP + 1)
        ]:
            post += added
            reach = self._span(min(each.start_char for each in post), max(each.end_char for each in post), "role")
        return post

    def _viewed(self, quote: Labelled, row: Row) -> Iterator[Labelled]:
        """What the corpus would mark of a quote whose speaker holds a post."""
        who = row["speaker_id"]
        holds = any(role["role_class"] != "lay" for _, role in self.roles[who])
        if not holds and not self.persons.get(who, {}).get("is_official"):
            return
        yield quote
        if row["cue_start"] is not None:
            cue = _core(self._span(self.to(row["cue_start"]), self.to(row["cue_end"]), "CUE"))
            yield self._span(*_ends(cue), "CUECOREF" if cue.text.endswith("nya") else "CUE")
        if row["speaker_start"] is not None:
            speaker = _core(self._span(self.to(row["speaker_start"]), self.to(row["speaker_end"]), "PERSONCOREF"))
            if who not in self.first or self.first[who].start_char != speaker.start_char:
                yield speaker

    def _span(self, start: int, end: int, label: str) -> Labelled:
        return Labelled(start_char=start, end_char=end, text=self.text[start:end], label=label)

    def _found(self, row: Row, label: str) -> Labelled:
        return _core(self._span(self.to(row["start_char"]), self.to(row["end_char"]), label))


def _core(span: Labelled) -> Labelled:
    """`span` without the marks at its ends."""
    start = span.start_char + len(span.text) - len(span.text.lstrip(EDGE))
    text = span.text.strip(EDGE)
    return Labelled(start_char=start, end_char=start + len(text), text=text, label=span.label)


def _ends(span: Span) -> tuple[int, int]:
    return span.start_char, span.end_char


def _same(span: Span, other: Span, slip: int = 0) -> bool:
    return abs(span.start_char - other.start_char) <= slip and abs(span.end_char - other.end_char) <= slip


def _holds(span: Span, other: Span) -> bool:
    return span.start_char <= other.start_char + SLIP and span.end_char >= other.end_char - SLIP


def _gap(span: Span, other: Span) -> int:
    """The characters between two spans; negative where they overlap."""
    return max(span.start_char - other.end_char, other.start_char - span.end_char)


def _is_name_of(found: set[str], gold: set[str]) -> bool:
    """Whether a found name is gold's, but for one word at most."""
    return bool(found & gold) and found <= gold | {"m"} and len(gold - found) <= 1


def _told(role: Row, affiliation: set[str]) -> bool:
    """Whether a role's columns hold enough of the words of an affiliation."""
    told = words(" ".join(role[column] or "" for column in ("organization", "unit", "region", "text")))
    return len(affiliation & told) >= AFFILIATED * len(affiliation)
