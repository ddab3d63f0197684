"""One article as a peer reads it, and what the peer finds there, put into the terms of the project's gold.

A peer says where something stands and what it takes it for; `Sheet` makes the row of `pipeline.evaluation` of it, so
that peers are scored by the same functions as the pipeline. What a peer has no word for keeps its default.

>>> sheet = Sheet(name="1", text="Rapat digelar Rabu (12/11/2025).", published_at="2025-11-13")
>>> sheet.date(14, 31, "DATE", "2025-11-12")
>>> sheet.dates[0].text
'Rabu (12/11/2025)'
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.evaluation.rows import DateRow, FigureRow, NameLabel, NameRow, QuoteRow, Span
from pipeline.schema import FigureKind, TimexType


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(QuoteRow):
    """A quote whose speaker is known by the place of a mention, ``[start, end)``, if at all."""

    by: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionRow(Span):
    """A region and its Kemendagri code."""

    region_code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An article and the rows found in it. Offsets are code points into `text`."""

    name: str
    text: str
    published_at: str | None = None
    dates: list[DateRow] = field(default_factory=list)
    figures: list[FigureRow] = field(default_factory=list)
    quotes: list[Said] = field(default_factory=list)
    names: list[NameRow] = field(default_factory=list)
    regions: list[RegionRow] = field(default_factory=list)

    def date(self, start: int, end: int, kind: TimexType, value: str) -> None:
        """Add a date, time, duration or set with its TIMEX3 value."""
        self.dates.append(DateRow(start_char=start, end_char=end, text=self.text[start:end], type=kind, value=value))

    def figure(
        self, start: int, end: int, kind: FigureKind, low: Decimal, high: Decimal, currency: str | None = None
    ) -> None:
        """Add a number, or a range from `low` to `high`."""
        self.figures.append(
            FigureRow(
                start_char=start,
                end_char=end,
                text=self.text[start:end],
                kind=kind,
                value=low if low == high else None,
                value_low=low,
                value_high=high,
                currency=currency,
            )
        )

    def region(self, start: int, end: int, code: str | None) -> None:
        """Add a region with its Kemendagri code, if that is known."""
        self.regions.append(RegionRow(start_char=start, end_char=end, text=self.text[start:end], region_code=code))

    def name_at(self, start: int, end: int, label: NameLabel) -> None:
        """Add a bare name."""
        self.names.append(NameRow(start_char=start, end_char=end, text=self.text[start:end], label=label))

    def quote(self, start: int, end: int, by: tuple[int, int] | None = None) -> None:
        """Add a quotation, marks included, said by the person mentioned at `by`."""
        said = self.text[start:end]
        self.quotes.append(
            Said(
                start_char=start,
                end_char=end,
                text=said,
                content=said[1:-1],
                kind="direct",
                attribution="explicit" if by else "none",
                speaker_text=self.text[slice(*by)] if by else None,
                by=by,
            )
        )
