"""What is measured: for each measure the rows that count and when a found row is right.

A measure of a slot (a figure's unit, a role's organization) counts the rows that fill it: an empty slot earns nothing.

>>> [measure.name for measure in MEASURES if measure.table == "persons"][:2]
['persons.name', 'persons.honorific']
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import regex

from pipeline.evaluation.rows import DateRow, FigureRow, PersonRow, QuoteRow, Span

Test = Callable[[Any, Any], bool]
"""Is the first row, found, right beside the second, gold?"""

CLOSE = 0.8
"""Least intersection over union at which two long spans count as the same."""
_MARKS = regex.compile(r"[“”\"«»„‟]|(?<!\p{L})['‘’]{1,2}|['‘’]{1,2}(?!\p{L})")


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of the evaluation.

    Attributes:
        name: ``table.what``.
        right: whether a found row is right beside a gold row.
        counts: which rows of the table are looked at, on either side.
    """

    name: str
    right: Test
    counts: Callable[[Any], bool] = lambda row: True

    @property
    def table(self) -> str:
        """The table whose rows are compared."""
        return self.name.partition(".")[0]


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


def _slots(table: str, near: Test, *columns: str) -> list[Measure]:
    """A measure for each of `columns`: the rows that fill it, right if `near` a gold row with the same value."""
    return [Measure(f"{table}.{column}", both(near, same(column)), attrgetter(column)) for column in columns]


def _is_direct(quote: QuoteRow) -> bool:
    return quote.kind == "direct"


def _is_indirect(quote: QuoteRow) -> bool:
    return quote.kind != "direct"


_ROLE = ("position", "unit", "organization", "region_code", "role_class", "status")
_VALUE = ("kind", "value", "value_low", "value_high")

MEASURES: tuple[Measure, ...] = (
    *(
        Measure(f"articles.{column}", same(column), attrgetter(column))
        for column in ("title", "author", "outlet", "url", "published_at", "dateline_place", "dateline_region_code")
    ),
    Measure("dates.span", exact),
    Measure("dates.overlap", Span.overlaps),
    Measure("dates.value", both(Span.overlaps, same("type", "value"))),
    Measure("dates.full", both(Span.overlaps, same("type", "value", "start_date", "end_date", "modifier"))),
    Measure("dates.anchor", both(Span.overlaps, same("anchor"))),
    *_slots("dates", Span.overlaps, "granularity"),
    Measure("persons.name", same("name")),
    *_slots("persons", same_name, "honorific", "pre_title", "post_title", "gender", "is_official"),
    Measure("mentions.span", exact),
    Measure("mentions.person", both(Span.overlaps, same("person"))),
    Measure("mentions.full", both(exact, same("person", "form"))),
    Measure("roles.span", exact),
    Measure("roles.close", close),
    Measure("roles.person", both(close, same("person"))),
    *_slots("roles", Span.overlaps, *_ROLE[:3], "organization_type", "region", *_ROLE[3:]),
    Measure("roles.full", both(Span.overlaps, same("person", *_ROLE))),
    Measure("figures.span", exact),
    Measure("figures.overlap", Span.overlaps),
    Measure("figures.value", both(Span.overlaps, same(*_VALUE))),
    *_slots("figures", Span.overlaps, "unit", "counted", "currency", "modifier"),
    Measure("figures.full", both(Span.overlaps, same(*_VALUE, "unit", "counted", "currency", "modifier"))),
    Measure("quotes.direct_span", exact, _is_direct),
    Measure("quotes.direct_speaker", both(close, same("speaker")), _is_direct),
    Measure("quotes.indirect_span", close, _is_indirect),
    Measure("quotes.indirect_speaker", both(close, same("speaker")), _is_indirect),
    Measure("quotes.content", same("content")),
    *_slots("quotes", close, "cue", "cue_lemma", "attribution", "setting", "speaker_text"),
)
"""Every measure, in the order in which they are shown."""
