"""The patterns of time expressions, from named atoms that the lexicon fills.

A literal space in a pattern stands for white space within a line. Named groups carry the value: `build` reads them, so matching is parsing.
A pattern is tried only at its first words (`Rule.starts`), so that the cost of a text is the cost of the few places where time may begin.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from pipeline.language.numbers import DIGITS, FRACTION, WORDS
from pipeline.lexicon import Numeral, alternation, read
from pipeline.lexicon.times import (
    DayPart,
    Deictic,
    Direction,
    HijriMonth,
    Month,
    NamedDay,
    TimeModifier,
    TimeReference,
    TimeUnit,
    TimeZone,
    Weekday,
)  # fmt: skip

DIGIT = "#"
"""The start of a pattern that begins with a digit."""
_FIRST = regex.compile(r"\p{L}+|\d")


def _forms(entries: Iterable[object]) -> list[str]:
    """Every written form of lexicon entries: their first field and their variants."""
    return [
        form
        for entry in entries
        for form in (getattr(entry, "word", None) or getattr(entry, "name", ""), *entry.variants)
    ]  # type: ignore[attr-defined]


_MONTHS = read("months", Month)
_MONTH_NAMES = _forms(_MONTHS)
_MONTH_SHORTS = [form for entry in _MONTHS for form in entry.short]
_UNITS = read("time_units", TimeUnit)
_PERIODS = [form for form in _forms(_UNITS) if CALENDAR_UNITS.get(UNITS[key(form)].word) in ("quarter", "trimester", "semester")]
_CLOCK_UNITS = [form for entry in _UNITS if entry.designator.startswith("T") for form in (entry.word, *entry.variants)]
_CALENDAR_UNITS = [form for form in _forms(_UNITS) if form not in _CLOCK_UNITS]
_DIRECTIONS = read("time_directions", Direction)
_VAGUE = ["beberapa", "sekian", "berpuluh", "beratus", *(entry.word for entry in read("vague_numbers", Vague) if entry.high < 10_000)]
_FRACTIONS = ["setengah", "separuh", "seperempat"]
_NUMBER_STARTS = [entry.word for entry in read("numerals", Numeral)]

ATOMS = {
    "SP": r"(?:[^\S\n]++)",
    "MONTH": alternation(_MONTH_NAMES),
    "MONTH_ANY": rf"(?:{alternation(_MONTH_NAMES)}\b|{alternation(_MONTH_SHORTS)}\b\.?)",
    "HIJRI_MONTH": alternation(_forms(read("hijri_months", HijriMonth))),
    "WEEKDAY": rf"(?:{alternation(_forms(read('weekdays', Weekday)))}\b)",
    "UNIT": alternation(_forms(_UNITS)),
    "CALENDAR_UNIT": rf"(?:{alternation(_CALENDAR_UNITS)}\b)",
    "PERIOD": alternation(_PERIODS),
    "PART": rf"(?:{alternation(_forms(read('day_parts', DayPart)))}\b)",
    "ZONE": rf"(?:(?:{alternation(_forms(read('time_zones', TimeZone)))}|waktu\s(?:setempat|Indonesia\s(?:Barat|Tengah|Timur)))\b)",
    "DEICTIC": rf"(?:{alternation(_forms(read('deictics', Deictic)))}\b)",
    "TOWARDS": rf"(?:{alternation(_forms(d for d in _DIRECTIONS if d.base == 'anchor'))}\b)",
    "FROM_THEN": rf"(?:{alternation(_forms(d for d in _DIRECTIONS if d.base == 'context'))}\b)",
    "MODIFIER": rf"(?:{alternation(_forms(read('time_modifiers', TimeModifier)))}\b)",
    "REFERENCE": rf"(?:{alternation(_forms(read('time_references', TimeReference)))}\b)",
    "NAMED": r"(?:"
    + "|".join(
        regex.escape(name, literal_spaces=True).replace(" ", r"(?:\s+ke-?\s?(?P<nth>\d{1,3}))?\s+")
        for name in sorted(_forms(read("named_days", NamedDay)), key=lambda name: (-len(name), name))
    )
    + r")\b",
    "YEAR": r"(?:(?:1[5-9]|20|21)\d\d)(?![\d]|[.,]\d)",
    "FULL_YEAR": r"(?:[1-3]\d{3})(?!\d|[.,]\d{3})",
    "DASH": r"[-–—]",
    "TO": r"(?:[^\S\n]*[-–—][^\S\n]*|[^\S\n]+(?:hingga|sampai(?:[^\S\n]dengan)?|s\.?\s?[/.]?\s?d\.?)[^\S\n]+)",
    "AND": r"(?:[^\S\n]*,[^\S\n]*(?:(?:dan|serta|atau)[^\S\n]+)?|[^\S\n]+(?:dan|serta|atau|&)[^\S\n]+|[^\S\n]*&[^\S\n]*)",
    "ROMAN": r"(?:X{0,2}(?:IX|IV|V?I{1,3}|V|X))",
    "ORDINAL": r"(?:(?:ke-?\s?)?\d{1,2}(?!\d|[.,]\d)|(?-i:X{0,2}(?:IX|IV|V?I{1,3}|V|X))|pertama|(?:ke-?)?(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh))\b",
    "NUMBER": rf"(?:{DIGITS}½?(?!\d)|{WORDS}\b|{FRACTION})",
    "WORDS": rf"(?:{WORDS}\b)",
    "VAGUE": rf"(?:{alternation(_VAGUE)}(?:-(?:puluh|ratus))?)",
    "EXTENT": r"(?P<extent> (?:terakhir|belakangan(?: ini)?|ke depan))?",
    "AFTER": r"(?: (?P<after>lagi|{TOWARDS}|{FROM_THEN}))?",
}
"""Name → pattern; ``{NAME}`` in a rule stands for it."""


def fill(pattern: str) -> str:
    """`pattern` with its ``{ATOM}`` names filled in and each literal space turned into white space within a line."""
    spaced = pattern.replace(" ", "{SP}")
    return regex.sub(r"\{([A-Z_]{2,})\}", lambda name: ATOMS[name[1]], spaced)


def compiled(pattern: str) -> regex.Pattern[str]:
    """`pattern` filled and compiled, letters of either case."""
    return regex.compile(fill(pattern), regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with its name and the first words (lower case, or `DIGIT`) at which it is worth trying.

    A `weak` rule's match stands only where the words around it speak for a time (`evidence`) or another part of a date joins it.
    """

    name: str
    pattern: regex.Pattern[str]
    starts: frozenset[str]
    weak: bool = False


def rule(name: str, starts: Iterable[str], pattern: str, *, weak: bool = False) -> Rule:
    """A rule whose `starts` are cut down to the first word of each form."""
    firsts = frozenset(
        first[0].lower() if not first[0].isdigit() else DIGIT for form in starts if (first := _FIRST.search(form))
    )
    return Rule(name, compiled(pattern), firsts, weak)


_MONTH_START = [*_MONTH_NAMES, *_MONTH_SHORTS]
_TAIL = r"(?: (?P<towards>{TOWARDS}))?"
_OF_YEAR = r"(?: ?[,/-]? ?(?:tahun )?(?P<year>{FULL_YEAR}))?"
_TO_YEAR = r"(?: ?(?P<to>[-–—/]) ?(?P<last_year>{YEAR}|\d\d(?![\d.,]*\d)))?"
_CLOCK = r"(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d)(?:[.:][0-5]\d)?)?(?!\d|[.,:]\d)(?: ?(?P<zone>{ZONE}))?"
_TO_CLOCK = _CLOCK.replace("<", "<last_")

RULES = (
    rule("iso", ["2"], r"(?P<year>[12]\d{3})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)"),
    rule(
        "numeric",
        ["2", "tanggal", "tgl"],
        r"(?:(?:tanggal|tgl\.?) )?(?P<day>\d{1,2}) ?(?P<sep>[/.-]) ?(?P<month>\d{1,2}) ?(?P=sep) ?(?P<year>\d{4}|(?<=/ ?)\d\d)(?![\d/]|[.,-]\d)",
    ),
    rule("slash", ["2"], r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/%]|[.,]\d)", weak=True),
    rule(
        "numeric_range",
        ["2"],
        r"(?P<day>\d{1,2})(?:/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?)?{TO}"
        r"(?P<last_day>\d{1,2})/(?P<last_month>\d{1,2})/(?P<last_year>\d{4}|\d\d)(?![\d/])",
    ),
    rule(
        "slash_range",
        ["2"],
        r"(?P<day>\d{1,2})(?:/(?P<month>\d{1,2}))?{TO}(?P<last_day>\d{1,2})/(?P<last_month>\d{1,2})(?![\d/%]|[.,]\d)",
        weak=True,
    ),
    rule(
        "written",
        ["2", "tanggal", "tgl", *_NUMBER_STARTS],
        r"(?:(?:tanggal|tgl\.?) )?(?P<day>\d{1,2}(?!\d)|{WORDS})(?:(?P<sep>{TO}|{AND})(?P<day>\d{1,2}(?!\d)|{WORDS})){0,8}+"
        r"[^\S\n]*[-.]?(?P<month>{MONTH_ANY})" + _OF_YEAR + _TAIL,
    ),
    rule("month_first", _MONTH_START, r"(?P<month>{MONTH_ANY}) (?P<day>\d{1,2}), (?P<year>{FULL_YEAR})"),
    rule("day_of_month", ["tanggal", "tgl"], r"(?:tanggal|tgl\.?) (?P<day>\d{1,2})(?![\d/%]|[.,-]\d)"),
    rule(
        "hijri",
        ["2", "bulan", *_forms(read("hijri_months", HijriMonth))],
        r"(?:(?P<day>\d{1,2}) |bulan )?(?P<hijri_month>{HIJRI_MONTH})(?:,? (?P<year>1[34]\d\d)(?: ?(?:H\b\.?|Hijriah|Hijriyah))?)?",
        weak=True,
    ),
    rule("hijri_year", ["2", "tahun"], r"(?:tahun )?(?P<year>1[34]\d\d) ?(?:(?-i:H)\b|Hijriah|Hijriyah)"),
    rule(
        "month",
        ["bulan", *_MONTH_START],
        r"(?P<head>bulan )?(?:(?P<month>{MONTH})|(?P<month>{MONTH_ANY})(?= ?'?\d{4}))\b" + _OF_YEAR + _TAIL,
        weak=True,
    ),
    rule("weekday", ["hari", *_forms(read("weekdays", Weekday))], r"(?P<head>hari )?(?P<weekday>{WEEKDAY})" + _TAIL),
    rule(
        "weekday_range",
        ["hari", *_forms(read("weekdays", Weekday))],
        r"(?:hari )?(?P<weekday>{WEEKDAY})(?:{TO}|{AND}(?={WEEKDAY},? ?\(?\d{1,2}(?:/\d{1,2})?{TO}\d))(?P<last_weekday>{WEEKDAY})",
    ),
    rule(
        "squeezed",
        _forms(read("weekdays", Weekday)),
        r"(?P<weekday>{WEEKDAY}),? ?\((?P<squeezed>\d{6,8})\)",
    ),
    rule("eve", ["malam"], r"malam (?P<weekday>{WEEKDAY})"),
    rule(
        "week_of_month",
        ["pekan", "minggu"],
        r"(?:pekan|minggu) (?P<ordinal>{ORDINAL}) (?:(?:di|pada) )?(?:bulan )?(?P<month>{MONTH})" + _OF_YEAR,
    ),
    rule("relative", _CALENDAR_UNITS, r"(?P<unit>{CALENDAR_UNIT}) (?P<towards>{TOWARDS})"),
    rule("relative_then", _CALENDAR_UNITS, r"(?P<unit>{CALENDAR_UNIT}) (?P<then>{FROM_THEN})"),
    rule("next_day", ["keesokan", "esok"], r"(?:pada )?(?:keesokan|esok) (?:pagi|hari)nya"),
    rule(
        "edge",
        _forms(read("time_modifiers", TimeModifier)),
        r"(?P<modifier>awal|pertengahan|akhir|penghujung|ujung) (?P<unit>{CALENDAR_UNIT})(?! (?:{TOWARDS}|{FROM_THEN}|{MONTH}|\d|ajaran|anggaran|pelajaran|akademik|pertama|ke))",
    ),
    rule("weekend", ["akhir"], r"akhir (?:pekan|minggu)(?: (?P<towards>{TOWARDS}))?"),
    rule(
        "period",
        _PERIODS,
        r"(?P<period>{PERIOD})(?: |-)(?P<ordinal>{ORDINAL})(?:(?P<sep>{TO}|{AND})(?P<ordinal>{ORDINAL}))?(?:(?: tahun| ?[/–-])? ?(?P<year>{YEAR}))?(?![\d/])",
        weak=True,
    ),
    rule("q", ["q"], r"(?P<period>Q)(?P<ordinal>[1-4])(?: |[/-])(?P<year>{YEAR})"),
    rule(
        "academic_semester",
        ["semester"],
        r"semester (?P<parity>ganjil|gasal|genap)(?:(?: (?:tahun (?:ajaran|pelajaran|akademik)|T\.?A\.?|T\.?P\.?))? (?P<year>{YEAR}) ?[-–/] ?(?P<last_year>{YEAR}|\d\d)(?!\d)"
        r"|(?: tahun)? (?P<year>{YEAR})|(?: (?P<towards>{TOWARDS}))?)",
    ),
    rule(
        "academic_year",
        ["tahun", "ta", "tp", "t"],
        r"(?:tahun (?:ajaran|pelajaran|akademik|ajar)(?: baru)?|(?-i:T\.?A\.?|T\.?P\.?))(?: \(\p{Lu}{2,3}\))?"
        r" (?P<year>{YEAR}) ?[-–/] ?(?P<last_year>{YEAR}|\d\d)(?!\d)(?:,? semester (?P<parity>ganjil|gasal|genap))?",
    ),
    rule("academic_relative", ["tahun"], r"tahun (?P<academic>ajaran|pelajaran|akademik) (?P<towards>{TOWARDS})"),
    rule(
        "fiscal_year",
        ["tahun", "ta", "t"],
        r"(?:tahun (?:anggaran|fiskal|buku)|(?-i:T\.?A\.?))(?: \(\p{Lu}{2,3}\))? (?:tahun )?(?P<year>{YEAR})(?!/)"
        + _TO_YEAR,
    ),
    rule(
        "year", ["tahun", "thn", "th"], r"(?:tahun|thn\.?|th\.?)(?: masehi)?(?: ?)(?P<year>{YEAR})" + _TO_YEAR + _TAIL
    ),
    rule("bare_year", ["2"], r"(?P<year>{YEAR})" + _TO_YEAR + _TAIL, weak=True),
    rule(
        "decade",
        ["2", "tahun", "era", "dekade", "dasawarsa"],
        r"(?P<head>(?:(?:tahun|era|dekade|dasawarsa) )+)?'?(?P<decade>(?:1[5-9]|20)?\d0) ?-?an\b",
    ),
    rule("century", ["abad"], r"abad (?:ke-? ?)?(?P<century>\d{1,2}|{ROMAN})\b(?! ?(?:SM|sebelum))"),
    rule(
        "clock",
        ["pukul", "pkl", "jam"],
        r"(?:pukul|pkl\.?|jam) " + _CLOCK + r"(?:{TO}(?:(?:pukul|jam) )?" + _TO_CLOCK + ")?",
    ),
    rule(
        "clock_words",
        ["pukul", "jam"],
        r"(?:pukul|jam) (?P<half>setengah )?(?P<hour_words>{WORDS})(?: ?(?P<zone>{ZONE}))?",
    ),
    rule(
        "zoned_clock",
        ["2"],
        r"(?P<hour>[01]?\d|2[0-4])[.:](?P<minute>[0-5]\d)(?:{TO}(?P<last_hour>[01]?\d|2[0-4])[.:](?P<last_minute>[0-5]\d)|) ?(?P<zone>{ZONE})",
    ),
    rule(
        "direction",
        ["lalu", "silam", "yang", "mendatang"],
        r"(?P<towards>lalu|silam|yang (?:lalu|akan datang)|mendatang)\b",
        weak=True,
    ),
    rule("part", _forms(read("day_parts", DayPart)), r"(?P<part>{PART})(?: hari(?:nya)?)?", weak=True),
    rule("deictic", _forms(read("deictics", Deictic)), r"(?P<deictic>{DEICTIC})"),
    rule("reference", _forms(read("time_references", TimeReference)), r"(?P<reference>{REFERENCE})"),
    rule(
        "named",
        _forms(read("named_days", NamedDay)),
        r"(?P<named>{NAMED})(?: \(\p{Lu}{2,6}\))?(?: ke-? ?(?P<nth>\d{1,3}))?(?:,?(?: tahun)? (?P<year>(?:1[4-9]|20)\d\d)(?: ?(?P<h>H\b|Hijriah))?)?(?!\d)",
    ),
    rule("modifier", _forms(read("time_modifiers", TimeModifier)), r"(?P<modifier>{MODIFIER})(?= )", weak=True),
    rule(
        "length",
        ["2", *_NUMBER_STARTS, *_FRACTIONS, *_VAGUE],
        r"(?:(?:(?P<number>{NUMBER})(?:{TO}|-|/|,? atau )(?P<high>{NUMBER})|(?P<number>{NUMBER})(?: \([^\W\d]{3,20}(?: [^\W\d]{3,10}){0,3}\))?) (?:[x×] ?(?P<times>\d{1,3}) )?|(?P<number>\d{1,2})(?: ?[x×] ?)(?P<times>\d{1,3}) |(?P<vague>{VAGUE}) )"
        r"(?P<unit>{UNIT})\b(?!-\p{L}| (?:pelajaran|pertama|ke-|ajaran|{YEAR}))(?: (?:kerja|kalender|penuh))?"
        r"(?: (?:dan )?(?P<more>{NUMBER}) (?P<more_unit>{UNIT})\b)*{EXTENT}{AFTER}",
    ),
    rule(
        "one_length",
        ["se" + form for form in _forms(_UNITS)],
        r"se(?P<one>{UNIT})\b(?!-\p{L})(?: (?P<half>setengah))?(?: penuh)?{EXTENT}{AFTER}",
    ),
    rule("every", ["setiap", "tiap", "saban"], r"(?P<every>setiap|tiap(?:-tiap)?|saban)(?= )", weak=True),
    rule(
        "every_unit",
        ["setiap", "tiap", "saban"],
        r"(?:setiap|tiap(?:-tiap)?|saban) (?P<unit>{UNIT})(?:nya)?\b(?! {TOWARDS})",
    ),
    rule(
        "times",
        ["2", *_NUMBER_STARTS, "sekali", "beberapa"],
        r"(?:(?:{NUMBER}|beberapa)(?: \([^\W\d]{3,12}\))? kali|sekali)(?: dalam)? (?:se(?P<unit>{UNIT})|(?P<number>{NUMBER}) (?P<unit>{UNIT}))\b",
    ),
    rule("once_in", ["2", *_NUMBER_STARTS], r"(?P<number>{NUMBER}) (?P<unit>{UNIT}) sekali\b"),
    rule(
        "in_one",
        ["se" + form for form in _forms(_UNITS)],
        r"se(?P<unit>{UNIT}) (?:sekali|(?:{NUMBER}|beberapa) kali)\b",
    ),
    rule("long", ["ber" + form for form in _forms(_UNITS)], r"ber(?P<long>{UNIT})-(?P=long)\b(?! (?:lalu|silam))"),
)
