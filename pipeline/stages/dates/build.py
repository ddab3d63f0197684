"""From a match to what it says: the values of its named groups become an expression.

>>> from pipeline.stages.dates.patterns import RULES
>>> written = next(rule for rule in RULES if rule.name == "written")
>>> [(start, end, said) for start, end, said in build(written.name, written.pattern.match("12 Nopember 2025"))]
[(0, 16, When(year=2025, month=11, day=12, weekday=None))]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

import regex

from pipeline.language.numbers import parse
from pipeline.lexicon import read
from pipeline.lexicon.times import (
    DayPart, Deictic, Direction, HijriMonth, Month, NamedDay, TimeModifier, TimeReference, TimeUnit, TimeZone, Weekday,
)  # fmt: skip
from pipeline.schema import TimexModifier
from pipeline.stages.dates.calendar import real_date
from pipeline.stages.dates.expressions import Expression, Length, NoTime, Range, Recurrence, Reference, Unit, When, inherit

Built = tuple[int, int, Expression]
Match = regex.Match[str]


def _key(text: str) -> str:
    """A written form as the tables below list it: lower case, single spaces, no full stop."""
    return " ".join(text.lower().rstrip(".").split())


_MONTHS = {_key(form): entry.number for entry in read("months", Month) for form in (entry.name, *entry.variants, *entry.short)}
_HIJRI = {_key(form): entry.number for entry in read("hijri_months", HijriMonth) for form in (entry.name, *entry.variants)}
_WEEKDAYS = {_key(form): entry.number for entry in read("weekdays", Weekday) for form in (entry.name, *entry.variants)}
_UNITS = {_key(form): entry for entry in read("time_units", TimeUnit) for form in (entry.word, *entry.variants)}
_PARTS = {_key(form): entry for entry in read("day_parts", DayPart) for form in (entry.word, *entry.variants)}
_ZONES = {_key(form): entry.offset for entry in read("time_zones", TimeZone) for form in (entry.word, *entry.variants)}
_DEICTICS = {_key(form): entry for entry in read("deictics", Deictic) for form in (entry.word, *entry.variants)}
_DIRECTIONS = {_key(form): entry for entry in read("time_directions", Direction) for form in (entry.word, *entry.variants)}
_MODIFIERS = {_key(form): entry.value for entry in read("time_modifiers", TimeModifier) for form in (entry.word, *entry.variants)}
_REFERENCES = {_key(form): entry.value for entry in read("time_references", TimeReference) for form in (entry.word, *entry.variants)}
_NAMED = {_key(form): entry for entry in read("named_days", NamedDay) for form in (entry.name, *entry.variants)}

_CALENDAR_UNITS: dict[str, Unit] = {
    "hari": "day", "pekan": "week", "bulan": "month", "triwulan": "quarter", "caturwulan": "trimester", "semester": "semester", "tahun": "year",
    "dekade": "decade", "abad": "century",
}  # fmt: skip
_PERIODS: dict[str, Unit] = {
    "triwulan": "quarter", "kuartal": "quarter", "kwartal": "quarter", "tw": "quarter", "q": "quarter", "semester": "semester", "caturwulan": "trimester",
}  # fmt: skip
_ROMAN = {"I": 1, "V": 5, "X": 10}
_NTH = regex.compile(r"\s+ke-?\s?\d+")


def ordinal(text: str) -> int | None:
    """The number of an ordinal: digits, Roman, or words.

    >>> ordinal("ke-3"), ordinal("XIX"), ordinal("pertama"), ordinal("kedua")
    (3, 19, 1, 2)
    """
    if text.isdigit():
        return int(text)
    if text.isupper() and set(text) <= set(_ROMAN):
        values = [_ROMAN[letter] for letter in text]
        return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    bare = _key(text).removeprefix("ke").strip("- ")
    if bare == "pertama":
        return 1
    value = int(bare) if bare.isdigit() else parse(bare)
    return int(value) if value is not None and value == int(value) else None


def _year(text: str | None) -> int | None:
    """A written year; two digits are of this century."""
    if text is None:
        return None
    return int(text) + (2000 if len(text) == 2 else 0)


def _step(match: Match) -> int | None:
    told = match.groupdict().get("towards")
    return _DIRECTIONS[_key(told)].step if told else None


def _unit(match: Match) -> Unit | None:
    return _CALENDAR_UNITS.get(_UNITS[_key(match["unit"])].word)


def _whole(match: Match, said: Expression | None) -> Iterator[Built]:
    if said is not None:
        yield match.start(), match.end(), said


def _numeric(match: Match) -> Iterator[Built]:
    yield from _whole(match, When(day=int(match["day"]), month=int(match["month"]), year=_year(match.groupdict().get("year"))))


def _month_first(match: Match) -> Iterator[Built]:
    yield from _whole(match, When(day=int(match["day"]), month=_MONTHS[_key(match["month"])], year=_year(match["year"])))


def _numeric_range(match: Match) -> Iterator[Built]:
    groups = match.groupdict()
    last = When(day=int(groups["last_day"]), month=int(groups["last_month"]), year=_year(groups.get("last_year")))
    month = groups["month"]
    first = When(day=int(groups["day"]), month=int(month) if month else last.month, year=_year(groups.get("year")))
    yield from _whole(match, Range(inherit(first, last), last))


def _written(match: Match) -> Iterator[Built]:
    """One day, a list of days or ranges of days before one month: a row for each member of a list, since each is a date of its own."""
    days = [_day(text) for text in match.captures("day")]
    if None in days:
        return
    base = When(month=_MONTHS[_key(match["month"])], year=_year(match["year"]), step=_step(match))
    spans = match.spans("day")
    starts = [match.start(), *(start for start, _ in spans[1:])]
    ends = [*(end for _, end in spans[:-1]), match.end()]
    points = [_with_day(base, day) for day in days if day]
    joins = ["," if _key(sep).strip(" ,") in ("", "dan", "serta", "atau", "&") else "-" for sep in match.captures("sep")]
    first = 0
    for index in range(len(points)):
        if index < len(joins) and joins[index] == "-":
            continue
        said = points[index] if first == index else Range(points[first], points[index])
        yield starts[first], ends[index], said
        first = index + 1


def _with_day(base: When, day: int) -> When:
    return When(day=day, month=base.month, year=base.year, step=base.step)


def _day(text: str) -> int | None:
    """A day of the month; in words it is one in lower case only (*Sebelas Maret* is a name)."""
    if text.isdigit():
        return int(text)
    value = parse(text) if text.islower() else None
    return int(value) if value is not None and 1 <= value <= 31 and value == int(value) else None


def _hijri(match: Match) -> Iterator[Built]:
    if match["year"]:
        day = int(match["day"]) if match["day"] else None
        yield from _whole(match, When(hijri=True, day=day, month=_HIJRI[_key(match["hijri_month"])], year=int(match["year"])))


def _month(match: Match) -> Iterator[Built]:
    yield from _whole(match, When(month=_MONTHS[_key(match["month"])], year=_year(match["year"]), step=_step(match)))


_WEEK_NEXT = regex.compile(r"\s+(?:ini|lalu|depan|yang|ke|pertama|kedua|ketiga|keempat|terakhir|mendatang|sebelumnya|berikutnya|tersebut|itu)\b")


def _weekday(match: Match) -> Iterator[Built]:
    """A weekday; *minggu* is one with *hari* before it or as a capital inside a sentence, else a week or neither."""
    number = _WEEKDAYS[_key(match["weekday"])]
    if _key(match["weekday"]) == "minggu" and not match["head"]:
        word = match["weekday"]
        opens = match.start() == 0 or match.string[max(0, match.start() - 2) : match.start()].strip() in ("", ".", "“", '"', "!", "?")
        after = _WEEK_NEXT.match(match.string, match.start() + len(word))
        if after and (word.islower() or opens):
            return
        if word.islower() and not regex.compile(r"\s*,?\s*\(?\d{1,2}[/ ]|\s+(?:pagi|siang|sore|petang|malam|dini)\b").match(match.string, match.end("weekday")):
            return
    yield from _whole(match, When(weekday=number, step=_step(match)))


def _squeezed(match: Match) -> Iterator[Built]:
    """A date that lost its slashes: the one reading that falls on the weekday beside it, if there is just one."""
    digits, year = match["squeezed"][:-4], int(match["squeezed"][-4:])
    cuts = {(int(digits[:cut]), int(digits[cut:])) for cut in range(max(1, len(digits) - 2), min(3, len(digits)))}
    days = [found for day, month in cuts if (found := real_date(year, month, day))]
    fitting = [day for day in days if day.isoweekday() == _WEEKDAYS[_key(match["weekday"])]]
    if len(fitting) == 1:
        yield from _whole(match, _calendar_day(fitting[0], _WEEKDAYS[_key(match["weekday"])]))


def _calendar_day(day: date, weekday: int) -> When:
    return When(year=day.year, month=day.month, day=day.day, weekday=weekday)


def _eve(match: Match) -> Iterator[Built]:
    weekday = (_WEEKDAYS[_key(match["weekday"])] - 2) % 7 + 1
    yield from _whole(match, When(weekday=weekday, part=_PARTS["malam"]))


def _week_of_month(match: Match) -> Iterator[Built]:
    nth = ordinal(match["ordinal"])
    if nth and nth <= 5:
        yield from _whole(match, When(unit="week", ordinal=nth, month=_MONTHS[_key(match["month"])], year=_year(match["year"]), step=_step(match)))


def _relative(match: Match) -> Iterator[Built]:
    unit = _unit(match)
    if unit and unit != "day":
        yield from _whole(match, When(unit=unit, step=_step(match)))


_LENGTH_ONLY = ("kemudian", "setelah itu", "sebelum itu", "selanjutnya")


def _direction(match: Match) -> Iterator[Built]:
    yield from _whole(match, When(step=_step(match)))


def _relative_then(match: Match) -> Iterator[Built]:
    unit, then = _unit(match), _key(match["then"])
    if unit and then not in _LENGTH_ONLY:
        yield from _whole(match, When(unit=unit, step=_DIRECTIONS[then].step, base="context"))


def _next_day(match: Match) -> Iterator[Built]:
    part = _PARTS["pagi"] if "pagi" in _key(match[0]) else None
    yield from _whole(match, When(unit="day", step=1, base="context", part=part))


def _edge(match: Match) -> Iterator[Built]:
    unit = _unit(match)
    if unit and unit != "day":
        yield from _whole(match, When(unit=unit, step=0, modifier=_MODIFIERS[_key(match["modifier"])]))


def _weekend(match: Match) -> Iterator[Built]:
    yield from _whole(match, When(unit="week", weekend=True, step=_step(match) or 0))


def _period(match: Match) -> Iterator[Built]:
    unit, number = _PERIODS[_key(match["period"])], ordinal(match["ordinal"])
    most = {"quarter": 4, "semester": 2, "trimester": 3}[unit]
    if number and 1 <= number <= most:
        yield from _whole(match, When(unit=unit, ordinal=number, year=_year(match["year"])))


def _academic(match: Match) -> Iterator[Built]:
    """An academic year, or one semester of it; the even semester lies in the year after the one that it is named by."""
    first, last = _year(match["year"]), _year(match["last_year"])
    semester = {"ganjil": 1, "gasal": 1, "genap": 2}.get(_key(match.groupdict().get("parity") or ""))
    if last is None or (first is not None and last % 100 == (first + 1) % 100):
        yield from _whole(match, When(unit="academic_year", year=first, ordinal=semester))


def _academic_relative(match: Match) -> Iterator[Built]:
    yield from _whole(match, When(unit="academic_year", step=_step(match)))


def _years(match: Match) -> Iterator[Built]:
    """A year, a range of years, or with a slash and the year after an academic year."""
    first, last = int(match["year"]), match.groupdict().get("last_year")
    if last is None:
        yield from _whole(match, When(year=first, step=_step(match) if "towards" in match.groupdict() else None))
        return
    end = first // 100 * 100 + int(last) if len(last) == 2 else int(last)
    if end <= first:
        return
    if match["to"] == "/":
        yield from _whole(match, When(unit="academic_year", year=first) if end == first + 1 else None)
    else:
        yield from _whole(match, Range(When(year=first), When(year=end)))


def _decade(match: Match) -> Iterator[Built]:
    digits = match["decade"]
    if len(digits) == 4 or match["head"]:
        yield from _whole(match, When(unit="decade", year=int(digits) if len(digits) == 4 else 1900 + int(digits)))


def _century(match: Match) -> Iterator[Built]:
    number = ordinal(match["century"].upper())
    if number and number <= 30:
        yield from _whole(match, When(unit="century", year=(number - 1) * 100 + 1))


def _clock(match: Match) -> Iterator[Built]:
    groups = match.groupdict()
    first = When(hour=int(groups["hour"]), minute=int(groups["minute"]) if groups["minute"] else None, zone=_zone(groups["zone"]))
    if groups.get("last_hour") is None:
        yield from _whole(match, first)
        return
    zone = _zone(groups.get("last_zone")) or first.zone
    last = When(hour=int(groups["last_hour"]), minute=int(groups["last_minute"]) if groups["last_minute"] else None, zone=zone)
    yield from _whole(match, Range(inherit(first, last), last))


def _zone(text: str | None) -> str | None:
    return _ZONES.get(_key(text)) if text else None


def _clock_words(match: Match) -> Iterator[Built]:
    hour = parse(match["hour_words"])
    if hour is not None and hour == int(hour) and 1 <= hour <= 24:
        half = match["half"] is not None
        yield from _whole(match, When(hour=int(hour) - half, minute=30 if half else None, zone=_zone(match["zone"])))


def _part(match: Match) -> Iterator[Built]:
    yield from _whole(match, When(part=_PARTS[_key(match["part"])]))


def _deictic(match: Match) -> Iterator[Built]:
    entry = _DEICTICS[_key(match["deictic"])]
    yield from _whole(match, When(unit="day", step=entry.days, part=_PARTS[entry.part] if entry.part else None))


def _reference(match: Match) -> Iterator[Built]:
    yield from _whole(match, Reference(_REFERENCES[_key(match["reference"])]))


def _named(match: Match) -> Iterator[Built]:
    entry = _NAMED[_key(_NTH.sub("", match["named"]))]
    year, nth = _year(match["year"]), int(match["nth"]) if match["nth"] else None
    if year and year < 1500:
        said = When(hijri=True, month=int(entry.date.split("-")[0]), year=year) if entry.calendar == "hijri" else When(named=entry)
        yield from _whole(match, said)
        return
    if year is None and nth and entry.since:
        year = entry.since + nth
    yield from _whole(match, When(named=entry, year=year))


def _modifier(match: Match) -> Iterator[Built]:
    yield from _whole(match, When(modifier=_MODIFIERS[_key(match["modifier"])]))


def _amount(number: str | None, unit: TimeUnit, times: str | None = None) -> tuple[Decimal | None, str] | None:
    """A number and unit of a length, or ``None`` where the number is not well formed."""
    if number is None:
        return None, unit.designator
    value = parse(number.replace("½", ",5") if number[0].isdigit() else number)
    if value is None or value > 100_000:
        return None
    return value * unit.count * (int(times) if times else 1), unit.designator


_AGO = ("lalu", "yang lalu", "silam", "yang silam", "lagi")


def _length(match: Match) -> Iterator[Built]:
    unit = _UNITS[_key(match["unit"])]
    vague = match["vague"] is not None
    first = _amount(None if vague else match["number"], unit, match["times"])
    more = [_amount(n, _UNITS[_key(u)]) for n, u in zip(match.captures("more"), match.captures("more_unit"), strict=True)]
    if first is None or None in more:
        return
    high = _amount(match["high"], unit) if match["high"] else None
    if match["high"] and high is None:
        return
    amounts = (first, *(amount for amount in more if amount))
    yield from _counted(match, amounts, (high,) if high else None, unit)


def _one_length(match: Match) -> Iterator[Built]:
    unit = _UNITS[_key(match["one"])]
    number = Decimal("1.5") if match["half"] else Decimal(1)
    yield from _counted(match, ((number * unit.count, unit.designator),), None, unit)


def _counted(
    match: Match, amounts: tuple[tuple[Decimal | None, str], ...], high: tuple[tuple[Decimal | None, str], ...] | None, unit: TimeUnit
) -> Iterator[Built]:
    """A length, or the point that many units away that *lalu*, *lagi*, *kemudian* make of it."""
    after = _key(match["after"]) if match["after"] else None
    if after is None or high or len(amounts) > 1 or match["extent"]:
        yield match.start(), match.start("after") if match["after"] else match.end(), Length(amounts, high)
        return
    number = amounts[0][0]
    direction = _DIRECTIONS.get(after)
    calendar_unit = _CALENDAR_UNITS.get(unit.word)
    if direction is not None and direction.step == 0:
        spans_back = after == "ini" and number is not None
        yield match.start(), match.end() if spans_back else match.start("after"), Length(amounts)
    elif direction is not None and direction.step > 0 and direction.base == "anchor":
        yield match.start(), match.end(), Length(amounts)
    elif number is None:
        yield match.start(), match.end(), Reference("FUTURE_REF" if after == "lagi" else "PAST_REF") if direction is None or direction.base == "anchor" else Length(amounts)
    elif calendar_unit and number == int(number):
        step = int(number) // unit.count * (direction.step if direction else 1)
        yield match.start(), match.end(), When(unit=calendar_unit, step=step, base="context" if direction and direction.base == "context" else None)
    else:
        yield match.start(), match.end(), Length(amounts)


def _long(match: Match) -> Iterator[Built]:
    yield from _whole(match, Length(((None, _UNITS[_key(match["long"])].designator),)))


def _every(match: Match) -> Iterator[Built]:
    unit = _UNITS[_key(match["unit"])]
    number = match.groupdict().get("number")
    if amount := _amount(number or "1", unit):
        yield from _whole(match, Recurrence(Length((amount,))))


def _hijri_year(match: Match) -> Iterator[Built]:
    yield from _whole(match, When(hijri=True, year=int(match["hijri_year"])))


def _day_of_month(match: Match) -> Iterator[Built]:
    yield from _whole(match, When(day=int(match["day"])))


def _prefix(match: Match) -> Iterator[Built]:
    yield from _whole(match, NoTime())


_BUILDERS: dict[str, Callable[[Match], Iterator[Built]]] = {
    "iso": _numeric, "numeric": _numeric, "month_first": _month_first, "direction": _direction, "slash": _numeric, "numeric_range": _numeric_range, "slash_range": _numeric_range, "written": _written,
    "day_of_month": _day_of_month, "hijri": _hijri, "hijri_year": _hijri_year, "month": _month, "weekday": _weekday, "squeezed": _squeezed,
    "eve": _eve, "week_of_month": _week_of_month, "relative": _relative, "relative_then": _relative_then, "next_day": _next_day, "edge": _edge,
    "weekend": _weekend, "period": _period, "q": _period, "academic_semester": _academic, "academic_year": _academic,
    "academic_relative": _academic_relative, "fiscal_year": _years, "year": _years, "bare_year": _years, "decade": _decade, "century": _century,
    "clock": _clock, "clock_words": _clock_words, "zoned_clock": _clock, "part": _part, "deictic": _deictic, "reference": _reference,
    "named": _named, "modifier": _modifier, "length": _length, "one_length": _one_length, "long": _long, "every": _prefix, "every_unit": _every,
    "times": _every, "once_in": _every, "in_one": _every,
}  # fmt: skip


def build(rule: str, match: Match) -> Iterator[Built]:
    """What the match of the rule named `rule` says, with the spans of its parts; nothing where its values make no sense."""
    yield from _BUILDERS[rule](match)


def prefix(text: str) -> TimexModifier:
    """The TIMEX3 modifier that a word stands for."""
    return _MODIFIERS[_key(text)]
