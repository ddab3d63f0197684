"""A publication date as people and exports write it → ISO 8601.

>>> iso_date("Selasa, 18 November 2025 15:40 WIB"), iso_date("30/10/2025"), iso_date("2025-06-24 10:15")
('2025-11-18T15:40:00+07:00', '2025-10-30', '2025-06-24T10:15:00')
"""

from __future__ import annotations

from datetime import date, datetime, time
from email.utils import parsedate_to_datetime

import regex

from pipeline.lexicon import alternation, read
from pipeline.lexicon.compiled import pattern
from pipeline.lexicon.times import Month

_MONTHS = {
    form.lower(): month.number
    for month in read("months", Month)
    for form in (month.name, *month.variants, *month.short)
}
_ZONES = {"wib": "+07:00", "wita": "+08:00", "wit": "+09:00", "gmt": "+00:00", "utc": "+00:00", None: ""}
_NAME = rf"(?P<month>{alternation(_MONTHS)})\.?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_CLOCK = (
    r"(?:[\s,|–-]+(?:(?:pukul|jam)\s+)?(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:[.:]\d{2})?(?:\s*(?P<half>[AP])M)?"
    r"(?:\s*(?P<zone>WIB|WITA|WIT|GMT|UTC))?)?"
)
_WRITTEN = tuple(
    pattern(rf"(?:\p{{L}}++(?:['’]\p{{L}}*+)?\s*+,?\s*+)?{day}{_CLOCK}\.?", regex.IGNORECASE)
    for day in (
        rf"(?P<day>\d{{1,2}})(?:[/.-](?P<number>\d{{1,2}})[/.-]|[\s-]+{_NAME}[\s-]+){_YEAR}",
        rf"{_YEAR}[/.](?P<number>\d{{1,2}})[/.](?P<day>\d{{1,2}})(?P<month>(?!))?",
        rf"{_NAME}\s+(?P<day>\d{{1,2}}),?\s+{_YEAR}(?P<number>(?!))?",
    )
)
_FRACTION = regex.compile(r"(?<=:\d{2})\.\d+")


def iso_date(written: str) -> str | None:
    """`written` as an ISO 8601 date or datetime, or `None` where it is not understood.

    Days come before months (``12/11/2025`` is 12 November). A datetime keeps its offset where a zone is given; midnight
    without one is how exports write a bare date.
    """
    written = " ".join(written.split())
    return _iso(written) or _as_written(written) or _mail(written)


def not_understood(written: str) -> str:
    """What to tell the user about a date that `iso_date` does not read."""
    return f"publication date {written!r} is not understood; write it as 2025-11-12 or 12 November 2025"


def _iso(written: str) -> str | None:
    """A date or datetime that is in ISO 8601 already, or nearly."""
    try:
        moment = datetime.fromisoformat(_FRACTION.sub("", written))
    except ValueError:
        return None
    return _shortest(moment) if moment.year >= 1900 else None


def _as_written(written: str) -> str | None:
    """A date as newspapers write it, with or without weekday, clock and zone."""
    match = next(filter(None, (pattern.fullmatch(written) for pattern in _WRITTEN)), None)
    if match is None:
        return None
    try:
        day = date(int(match["year"]), int(match["number"] or _MONTHS[match["month"].lower()]), int(match["day"]))
    except ValueError:
        return None
    if match["hour"] is None:
        return day.isoformat()
    hour = int(match["hour"]) % 12 + 12 * (match["half"] in "Pp") if match["half"] else int(match["hour"])
    zone = _ZONES[match["zone"].lower() if match["zone"] else None]
    try:
        return _shortest(datetime.fromisoformat(f"{day}T{hour:02}:{match['minute']}:00{zone}"))
    except ValueError:
        return day.isoformat()


def _mail(written: str) -> str | None:
    """A date as RSS and mail write it (RFC 5322)."""
    try:
        return _shortest(parsedate_to_datetime(written))
    except (ValueError, TypeError, IndexError):
        return None


def _shortest(moment: datetime) -> str:
    bare = moment.tzinfo is None and moment.time() == time()
    return moment.date().isoformat() if bare else moment.replace(microsecond=0).isoformat()
