"""What is measured: for each measure the rows that count and when a found row is right.

`RIGHT` names, for each table, the one measure that says whether a row as a whole can be relied on: its place and what
an analyst reads off it first. ``confidence`` is the probability of that. A measure of a slot (a figure's unit, a role's
organization) counts the rows that fill it: an empty slot earns nothing.

>>> [measure.name for measure in MEASURES if measure.table == "persons"][:2]
['persons.name', 'persons.honorific']
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, get_args

import regex

from pipeline.evaluation.rows import Annotations, DateRow, FigureRow, NameLabel, PersonRow, QuoteRow, Span

Test = Callable[[Any, Any], bool]
"""Is the first row, found, right beside the second, gold?"""

COREFERENCE = "mentions.b3"
"""The one measure that is no count of right rows: see `pipeline.evaluation.coreference`."""
CLOSE = 0.8
"""Least intersection over union at which two long spans count as the same."""
_MARKS = regex.compile(r"[“”\"«»„‟]|(?<!\p{L})['‘’]{1,2}|['‘’]{1,2}(?!\p{L})")


def any_row(row: Any) -> bool:
    """Every row counts."""
    return True


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of the evaluation.

    Attributes:
        name: ``table.what``.
        near: whether a found row stands where a gold row does.
        columns: the columns in which the two must agree (see `same`).
        counts: which rows of the table are looked at, on either side.
    """

    name: str
    near: Test
    columns: tuple[str, ...] = ()
    counts: Callable[[Any], bool] = any_row

    @property
    def table(self) -> str:
        """The table whose rows are compared."""
        return self.name.partition(".")[0]

    @property
    def right(self) -> Test:
        """Whether a found row, the first, is right beside a gold row."""
        return both(self.near, same(*self.columns))

    def is_judged(self, gold: Annotations) -> bool:
        """Whether `gold` speaks of this measure's table and columns."""
        return gold.judges(self.table, *self.columns)


def exact(found: Span, gold: Span) -> bool:
    """The same span."""
    return (found.start_char, found.end_char) == (gold.start_char, gold.end_char)


def close(found: Span, gold: Span) -> bool:
    """Nearly the same span: intersection over union of `CLOSE` or more."""
    return found.iou(gold) >= CLOSE


def same(*columns: str) -> Test:
    """Equal, or as good as (see `ALIKE`), in every one of `columns`."""
    return both(*(ALIKE.get(column, _equal(column)) for column in columns))


def _equal(column: str) -> Test:
    value = attrgetter(column)
    return lambda found, gold: bool(value(found) == value(gold))


def both(*tests: Test) -> Test:
    """All of `tests` hold."""
    return lambda found, gold: all(test(found, gold) for test in tests)


def same_anchor(found: DateRow, gold: DateRow) -> bool:
    """The same anchor, where gold states one."""
    return gold.anchor in (None, found.anchor)


def same_name(found: PersonRow, gold: PersonRow) -> bool:
    """The same name but for case and spacing."""
    return found.name.casefold().split() == gold.name.casefold().split()


def same_counted(found: FigureRow, gold: FigureRow) -> bool:
    """The same noun phrase but for case, which the start of a sentence changes."""
    return (found.counted or "").casefold() == (gold.counted or "").casefold()


def same_words(found: QuoteRow, gold: QuoteRow) -> bool:
    """The same words said, whatever marks stand around them."""
    return _words(found.content) == _words(gold.content)


def same_speaker_text(found: QuoteRow, gold: QuoteRow) -> bool:
    """The same mention of the speaker, with or without titles."""
    ours, theirs = (found.speaker_text or "").casefold(), (gold.speaker_text or "").casefold()
    return ours == theirs or bool(ours and theirs and (ours in theirs or theirs in ours))


ALIKE: dict[str, Test] = {
    "anchor": same_anchor,
    "name": same_name,
    "counted": same_counted,
    "content": same_words,
    "speaker_text": same_speaker_text,
}
"""Column → when two values of it are the same though written differently."""


def _words(said: str) -> str:
    """
    >>> _words("“Kami siap,”")
    'Kami siap'
    """
    bare: str = _MARKS.sub("", said)
    return bare.strip().rstrip(",").rstrip()


def anywhere(found: Any, gold: Any) -> bool:
    """The place does not matter."""
    return True


def _slots(table: str, near: Test, *columns: str) -> list[Measure]:
    """A measure for each of `columns`: the rows that fill it, right if `near` a gold row with the same value."""
    return [Measure(f"{table}.{column}", near, (column,), attrgetter(column)) for column in columns]


def _is_direct(quote: QuoteRow) -> bool:
    return quote.kind == "direct"


def _is_indirect(quote: QuoteRow) -> bool:
    return quote.kind != "direct"


def _is_labelled(label: str) -> Callable[[Any], bool]:
    return lambda name: bool(name.label == label)


_ROLE = ("position", "unit", "organization", "region_code", "role_class", "status")
_VALUE = ("kind", "value", "value_low", "value_high")
_DETAILS = ("unit", "counted", "currency", "modifier")
_TRIPLE = ("cue", "speaker")

MEASURES: tuple[Measure, ...] = (
    *_slots(
        "articles",
        anywhere,
        *("title", "author", "outlet", "url", "published_at", "dateline_place", "dateline_region_code"),
    ),
    Measure("dates.span", exact),
    Measure("dates.overlap", Span.overlaps),
    Measure("dates.value", Span.overlaps, ("type", "value")),
    Measure("dates.span_value", exact, ("type", "value")),
    Measure("dates.full", Span.overlaps, ("type", "value", "start_date", "end_date", "modifier")),
    Measure("dates.anchor", Span.overlaps, ("anchor",)),
    *_slots("dates", Span.overlaps, "granularity"),
    Measure("persons.name", anywhere, ("name",)),
    *_slots("persons", same_name, "honorific", "pre_title", "post_title", "gender", "is_official"),
    Measure("mentions.span", exact),
    Measure("mentions.person", Span.overlaps, ("person",)),
    Measure("mentions.full", exact, ("person", "form")),
    Measure(COREFERENCE, exact, ("person",)),
    Measure("roles.span", exact),
    Measure("roles.close", close),
    Measure("roles.person", close, ("person",)),
    *_slots("roles", Span.overlaps, *_ROLE[:3], "organization_type", "region", *_ROLE[3:]),
    Measure("roles.holder", Span.overlaps, ("person", "position")),
    Measure("roles.full", Span.overlaps, ("person", *_ROLE)),
    Measure("figures.span", exact),
    Measure("figures.overlap", Span.overlaps),
    Measure("figures.value", Span.overlaps, _VALUE),
    *_slots("figures", Span.overlaps, *_DETAILS),
    Measure("figures.full", Span.overlaps, (*_VALUE, *_DETAILS)),
    Measure("quotes.direct_span", exact, (), _is_direct),
    Measure("quotes.direct_speaker", close, ("speaker",), _is_direct),
    Measure("quotes.direct_triple", close, _TRIPLE, _is_direct),
    Measure("quotes.direct_triple_exact", exact, _TRIPLE, _is_direct),
    Measure("quotes.indirect_span", close, (), _is_indirect),
    Measure("quotes.indirect_speaker", close, ("speaker",), _is_indirect),
    Measure("quotes.indirect_triple", close, _TRIPLE, _is_indirect),
    Measure("quotes.indirect_triple_exact", exact, _TRIPLE, _is_indirect),
    Measure("quotes.speaker", close, ("speaker",)),
    Measure("quotes.content", anywhere, ("content",)),
    *_slots("quotes", close, "cue", "cue_lemma", "attribution", "setting", "speaker_text"),
    *(
        Measure(f"names.{label}{part}", near, ("label",), _is_labelled(label))
        for label in get_args(NameLabel)
        for part, near in (("", exact), ("_overlap", Span.overlaps))
    ),
)
"""Every measure, in the order in which they are shown."""

_RIGHT = ("dates.span_value", "figures.value", "persons.name", "mentions.person", "roles.holder", "quotes.speaker")
RIGHT: dict[str, Measure] = {measure.table: measure for measure in MEASURES if measure.name in _RIGHT}
"""Table → the measure that says whether its row is right."""
