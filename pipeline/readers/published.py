"""A publication date as people and exports write it → ISO 8601.

>>> iso_date("Selasa, 18 November 2025 15:40 WIB"), iso_date("30/10/2025"), iso_date("2025-06-24 10:15")
('2025-11-18T15:40:00+07:00', '2025-10-30', '2025-06-24T10:15:00')
"""

from __future__ import annotations

from datetime import date, datetime

import regex

from pipeline.lexicon import alternation, read
from pipeline.lexicon.times import Month

_MONTHS = {
    form.lower(): month.number
    for month in read("months", Month)
    for form in (month.name, *month.variants, *month.short)
}
_ZONES = {"wib": "+07:00", "wita": "+08:00", "wit": "+09:00", None: ""}
_CLOCK = r"(?:[\s,|-]+(?:pukul\s+)?(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:[.:]\d{2})?(?:\s*(?P<zone>WIB|WITA|WIT))?)?"
_DAY = rf"(?P<day>\d{{1,2}})(?:[/.-](?P<number>\d{{1,2}})[/.-]|[\s-]+(?P<month>{alternation(_MONTHS)})\.?[\s-]+)(?P<year>\d{{4}})"
_WRITTEN = regex.compile(rf"(?:\p{{L}}+['’]?\p{{L}}*\s*,?\s*)?{_DAY}{_CLOCK}\.?", regex.IGNORECASE)


def iso_date(written: str) -> str | None:
    """`written` as an ISO 8601 date or datetime (with its offset where a zone is given), or `None`. Days come before months."""
    written = written.strip()
    try:
        if len(written) == len("2025-11-12"):
            return date.fromisoformat(written).isoformat()
        return datetime.fromisoformat(written).isoformat()
    except ValueError:
        pass
    match = _WRITTEN.fullmatch(written)
    if match is None:
        return None
    try:
        day = date(int(match["year"]), int(match["number"] or _MONTHS[match["month"].lower()]), int(match["day"]))
    except ValueError:
        return None
    if match["hour"] is None:
        return day.isoformat()
    zone = _ZONES[match["zone"].lower() if match["zone"] else None]
    try:
        return datetime.fromisoformat(f"{day}T{int(match['hour']):02}:{match['minute']}:00{zone}").isoformat()
    except ValueError:
        return day.isoformat()
