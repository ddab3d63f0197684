"""The patterns of time expressions, each with the first words at which it is worth trying.

Named groups carry the value: `build` reads them, so matching is parsing. Trying a pattern at its first words only
keeps the cost of a text at the cost of the few places where a time may begin.

>>> [rule.name for rule in RULES if rule.pattern.match("12–14 November 2025")]
['written']
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from pipeline.stages.dates import atoms
from pipeline.stages.dates.atoms import compiled
from pipeline.stages.dates.words import DEICTICS, HIJRI, MODIFIERS, NAMED, PARTS, REFERENCES, UNITS, WEEKDAYS, ZONES

SHORT_NUMBER, LONG_NUMBER = "#", "##"
"""The starts of patterns that begin with a number of one or two digits, and of more."""
_LONGEST_SHORT = 2
_FIRST = regex.compile(r"\p{L}+|\d+")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with its name and its possible first words, in lower case, or `SHORT_NUMBER` or `LONG_NUMBER`.

    What a `weak` rule finds stands only where the words around it speak for a time, or where another part of a date
    joins it.
    """

    name: str
    pattern: regex.Pattern[str]
    starts: frozenset[str]
    weak: bool = False


def first_word(text: str) -> str:
    """The key under which `Rule.starts` lists a text: its first word in lower case, or what number it begins with."""
    first = _FIRST.search(text)
    return "" if first is None else key_of(first[0])


def key_of(word: str) -> str:
    """The key under which `Rule.starts` lists a word or number."""
    if not word.isdigit():
        return word.lower()
    return SHORT_NUMBER if len(word) <= _LONGEST_SHORT else LONG_NUMBER


def _rule(name: str, starts: Iterable[str], *pattern: str, weak: bool = False) -> Rule:
    return Rule(name, compiled("".join(pattern)), frozenset(map(first_word, starts)), weak)


_DATE_WORDS = ("tanggal", "tgl")
_DATES = ("1", *_DATE_WORDS)
_MONTHS = (*atoms.MONTH_NAMES, *atoms.MONTH_SHORTS)
_DAYS = ("hari", *WEEKDAYS)
_ONES = tuple("se" + word for word in UNITS)
_NUMBERS = ("1", "1000", *atoms.NUMBER_WORDS)
_EVERY = ("setiap", "tiap", "saban")

RULES = (
    # dates in digits
    _rule("iso", ["2025"], r"(?P<year>[12]\d{3})(?P<by>[-/.])(?P<month>\d{1,2})(?P=by)(?P<day>\d{1,2})(?!\d)"),
    _rule(
        "numeric",
        _DATES,
        r"(?:(?:tanggal|tgl\.?) )?(?P<day>\d{1,2}) ?(?P<by>[/.-]) ?(?P<month>\d{1,2}) ?(?P=by) ?",
        r"(?P<year>\d{4}|(?<=/ ?)\d\d)(?![\d/]|[.,-]\d)",
    ),
    _rule("slash", "1", r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/%]|[.,]\d)", weak=True),
    _rule(
        "numeric_range",
        "1",
        r"(?P<day>\d{1,2})(?:/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?)?{TO}",
        r"(?P<last_day>\d{1,2})/(?P<last_month>\d{1,2})/(?P<last_year>\d{4}|\d\d)(?![\d/])",
    ),
    _rule(
        "slash_range",
        "1",
        r"(?P<day>\d{1,2})(?:/(?P<month>\d{1,2}))?{TO}(?P<last_day>\d{1,2})/(?P<last_month>\d{1,2})(?![\d/%]|[.,]\d)",
        weak=True,
    ),
    _rule("squeezed", WEEKDAYS, r"(?P<weekday>{WEEKDAY}),? ?\((?P<squeezed>\d{6,8})\)"),
    # dates in words
    _rule(
        "written",
        (*_DATES, *atoms.NUMBER_WORDS),
        r"(?:(?:tanggal|tgl\.?) )?(?P<day>\d{1,2}(?!\d)|{WORDS})",
        r"(?:(?P<sep>{TO}|{AND})(?P<day>\d{1,2}(?!\d)|{WORDS})){0,8}+",
        r" ?[-.]?(?P<month>{MONTH_ANY}){OF_YEAR}{TAIL}",
    ),
    _rule("month_first", _MONTHS, r"(?P<month>{MONTH_ANY}) (?P<day>\d{1,2}), (?P<year>{FULL_YEAR})"),
    _rule("day_of_month", _DATE_WORDS, r"(?:tanggal|tgl\.?) (?P<day>\d{1,2})(?![\d/%]|[.,-]\d)"),
    _rule(
        "month",
        ("bulan", *_MONTHS),
        r"(?:bulan )?(?:(?P<month>{MONTH})|(?P<month>{MONTH_ANY})(?= ?'?\d{4})){OF_YEAR}{TAIL}",
        weak=True,
    ),
    _rule(
        "hijri",
        ("1", "bulan", *HIJRI),
        r"(?:(?P<day>\d{1,2}) |bulan )?(?P<hijri_month>{HIJRI_MONTH}),? (?P<year>1[34]\d\d)",
        r"(?: ?(?:H\b|Hijriah|Hijriyah))?",
    ),
    _rule(
        "hijri_year",
        ("1445", "tahun"),
        r"(?:tahun )?(?P<hijri_month>)(?P<year>1[34]\d\d) ?(?:(?-i:H)\b|Hijriah|Hijriyah)",
    ),
    _rule(
        "named",
        NAMED,
        r"(?P<named>{NAMED}){SHORT_FOR}(?: ke-? ?(?P<nth>\d{1,3}))?",
        r"(?:,?(?: tahun)? (?P<year>(?:1[4-9]|20)\d\d)(?: ?(?:H\b|Hijriah))?)?(?!\d)",
    ),
    # weekdays and weeks
    _rule("weekday", _DAYS, r"(?P<head>hari )?(?P<weekday>{WEEKDAY}){TAIL}"),
    _rule(
        "weekday_range",
        _DAYS,
        r"(?:hari )?(?P<weekday>{WEEKDAY})(?:{TO}|{AND}(?={WEEKDAY},? ?\(?\d{1,2}(?:/\d{1,2})?{TO}\d))",
        r"(?P<last_weekday>{WEEKDAY})",
    ),
    _rule("eve", ["malam"], r"malam (?P<weekday>{WEEKDAY})"),
    _rule(
        "week_of_month",
        ("pekan", "minggu"),
        r"(?:pekan|minggu) (?P<ordinal>{ORDINAL}) (?:(?:di|pada) )?(?:bulan )?(?P<month>{MONTH}){OF_YEAR}",
    ),
    _rule("weekend", ["akhir"], r"akhir (?:pekan|minggu){TAIL}"),
    # units counted from a day
    _rule("deictic", DEICTICS, r"(?P<deictic>{DEICTIC})"),
    _rule("relative", atoms.CALENDAR_WORDS, r"(?P<unit>{CALENDAR_UNIT}) (?P<towards>{TOWARDS})"),
    _rule(
        "relative_then",
        atoms.CALENDAR_WORDS,
        r"(?P<unit>{CALENDAR_UNIT}) (?P<then>(?!kemudian|selanjutnya|setelah|sebelum\b){FROM_THEN})",
    ),
    _rule("next_day", ("keesokan", "esok"), r"(?:keesokan (?:pagi|hari)(?:nya)?|esok (?:pagi|hari)nya)"),
    _rule(
        "edge",
        MODIFIERS,
        r"(?P<modifier>awal|pertengahan|akhir|penghujung|ujung) (?P<unit>{CALENDAR_UNIT})",
        r"(?! (?:{TOWARDS}|{FROM_THEN}|{MONTH}|\d|ajaran|anggaran|pelajaran|akademik|pertama|ke))",
    ),
    _rule(
        "direction",
        ("lalu", "silam", "yang", "mendatang"),
        r"(?P<towards>lalu|silam|mendatang|yang (?:lalu|silam|akan datang))\b",
        weak=True,
    ),
    # years and parts of years
    _rule("year", ("tahun", "thn", "th"), r"(?:tahun|thn\.?|th\.?)(?: masehi)? ?(?P<year>{YEAR}){TO_YEAR}{TAIL}"),
    _rule("bare_year", ["2025"], r"(?P<year>{YEAR}){TO_YEAR}{TAIL}", weak=True),
    _rule(
        "fiscal_year",
        ("tahun", "ta", "t"),
        r"(?:tahun (?:anggaran|fiskal|buku)|{TA}){SHORT_FOR} (?:tahun )?(?P<year>{YEAR})(?!/){TO_YEAR}",
    ),
    _rule(
        "academic_year",
        ("tahun", "ta", "tp", "t"),
        r"(?:{ACADEMIC}(?: baru)?|{TA}){SHORT_FOR} (?P<year>{YEAR}) ?[-–/] ?(?P<last_year>{END_YEAR})",
        r"(?:,? semester (?P<parity>ganjil|gasal|genap))?",
    ),
    _rule(
        "academic_semester",
        ["semester"],
        r"semester (?P<parity>ganjil|gasal|genap)",
        r"(?:(?: (?:{ACADEMIC}|{TA}))? (?P<year>{YEAR}) ?[-–/] ?(?P<last_year>{END_YEAR})",
        r"|(?: tahun)? (?P<year>{YEAR})|{TAIL})",
    ),
    _rule("academic_relative", ["tahun"], r"{ACADEMIC} (?P<towards>{TOWARDS})"),
    _rule(
        "period",
        atoms.PERIODS,
        r"(?P<period>{PERIOD})(?: |-)(?P<ordinal>{ORDINAL})(?:(?P<sep>{TO}|{AND})(?P<ordinal>{ORDINAL}))?",
        r"(?:(?: tahun| ?[/–-])? ?(?P<year>{YEAR})(?: {TOWARDS})?)?(?![\d/])",
        weak=True,
    ),
    _rule("q", ["q"], r"Q(?P<ordinal>[1-4])(?: |[/-])(?P<year>{YEAR})"),
    _rule(
        "decade",
        ("80", "1980", "tahun", "era", "dekade", "dasawarsa"),
        r"(?P<head>(?:(?:tahun|era|dekade|dasawarsa) ){1,2})?'?(?P<decade>(?:1[5-9]|20)?\d0) ?-?an\b",
    ),
    _rule("century", ["abad"], r"abad (?:ke-? ?)?(?P<century>\d{1,2}|{ROMAN})\b(?! ?(?:SM|sebelum))"),
    # times of day
    _rule(
        "clock",
        ("pukul", "pkl", "jam"),
        r"(?:pukul|pkl\.?|jam) {TIME}(?:{TO}(?:(?:pukul|jam) )?",
        atoms.ATOMS["TIME"].replace("<", "<last_"),
        ")?",
    ),
    _rule(
        "clock_words",
        ("pukul", "jam"),
        r"(?:pukul|jam) (?:(?P<half>setengah )?(?P<hour_words>{WORDS})",
        r"|(?P<half>setengah )(?P<hour_words>\d{1,2})(?![\d.:,]))(?: ?(?P<zone>{ZONE}))?",
    ),
    _rule(
        "zoned_clock",
        "1",
        r"(?P<hour>{HOUR})[.:](?P<minute>[0-5]\d)(?:{TO}(?P<last_hour>{HOUR})[.:](?P<last_minute>[0-5]\d))?",
        r" ?(?P<zone>{ZONE})",
    ),
    _rule("part", PARTS, r"(?P<part>{PART})(?: hari(?:nya)?)?", weak=True),
    _rule("reference", REFERENCES, r"(?P<reference>{REFERENCE})"),
    _rule("modifier", MODIFIERS, r"(?P<modifier>{MODIFIER})(?= )", weak=True),
    # lengths and sets
    _rule(
        "length",
        (*_NUMBERS, *atoms.FRACTION_WORDS, *atoms.VAGUE_WORDS),
        r"(?:(?P<number>{NUMBER})(?:(?:{TO}|/|,? atau )(?P<high>{NUMBER})|{SPELT_OUT}) ",
        r"|(?P<number>\d{1,2}) ?[x×] ?(?P<times>\d{1,3}) |(?P<vague>{VAGUE}) )",
        r"(?P<unit>{UNIT})(?!-\p{L}| (?:pelajaran|pertama|ke-|ajaran|{YEAR}))(?: (?:kerja|kalender|penuh))?",
        r"(?: (?:dan )?(?P<more>{NUMBER}) (?P<more_unit>{UNIT})){0,3}{EXTENT}{AFTER}",
    ),
    _rule("one_length", _ONES, r"se(?P<one>{UNIT})(?!-\p{L})(?: (?P<half>setengah))?(?: penuh)?{EXTENT}{AFTER}"),
    _rule("long", ["ber" + word for word in UNITS], r"ber(?P<long>{UNIT})-(?P=long)\b(?! (?:lalu|silam))"),
    _rule("every", _EVERY, r"(?:setiap|tiap(?:-tiap)?|saban)(?= )", weak=True),
    _rule(
        "every_unit",
        _EVERY,
        r"(?:setiap|tiap(?:-tiap)?|saban) (?P<unit>{UNIT_ANY})(?:nya)?\b(?! (?:{TOWARDS}|{WEEKDAY}))",
    ),
    _rule(
        "times",
        (*_NUMBERS, "sekali", "beberapa"),
        r"(?:(?:{NUMBER}|beberapa){SPELT_OUT} kali|(?<!sama )sekali)(?: dalam)? ",
        r"(?:se(?P<unit>{UNIT})|(?P<number>{NUMBER}) (?P<unit>{UNIT}))",
    ),
    _rule("once_in", _NUMBERS, r"(?P<number>{NUMBER}) (?P<unit>{UNIT}) sekali\b"),
    _rule("in_one", _ONES, r"se(?P<unit>{UNIT}) (?:sekali|(?:{NUMBER}|beberapa) kali)\b"),
)
"""In order of preference: of two matches of the same length the first one counts."""

_LINKS = ("kali", "an", "x", "tahun", "hingga", "sampai", "s", "sd", "dan", "serta", "atau")
BEHIND_NUMBER = frozenset(map(first_word, (*_MONTHS, *HIJRI, "Hijriah", "Hijriyah", "H", *UNITS, *ZONES, *_LINKS)))
"""The words behind a number, in lower case, with which one of `RULES` may go on."""
