"""Dates by `dateparser.search.search_dates`, in Indonesian, day first, relative to the article's date.

It gives a moment for each piece of text. How fine that is (day, month, year, clock time) is what the same library's
`DateDataParser` says of the piece. It has no durations and no sets.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from benchmarks.peers.sheet import Sheet

FORMATS = {"year": "%Y", "month": "%Y-%m", "week": "%G-W%V", "day": "%Y-%m-%d", "time": "%Y-%m-%dT%H:%M"}
"""How fine a date is → the TIMEX3 value."""


def load() -> Callable[[Sheet], None]:
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    def find(sheet: Sheet) -> None:
        settings: dict[str, Any] = {"DATE_ORDER": "DMY", "PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": True}
        if sheet.published_at:
            settings["RELATIVE_BASE"] = datetime.fromisoformat(sheet.published_at).replace(tzinfo=None)
        fine = DateDataParser(languages=["id"], settings=settings)
        end = 0
        for text, moment in search_dates(sheet.text, languages=["id"], settings=settings) or ():
            start = sheet.text.find(text, end)
            if start >= 0:
                end = start + len(text)
                period = fine.get_date_data(text).period
                value = moment.strftime(FORMATS.get(period, FORMATS["day"]))
                sheet.date(start, end, "TIME" if period == "time" else "DATE", value)

    return find
