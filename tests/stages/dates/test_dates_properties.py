"""Properties of the dates stage on any text, and of generated dates that must read back."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from pipeline.lexicon import read
from pipeline.lexicon.times import Month, Weekday
from pipeline.stages.dates.find import find
from pipeline.stages.dates.resolve import resolve

PUBLISHED = date(2025, 11, 13)
MONTHS = {entry.number: entry.name for entry in read("months", Month)}
WEEKDAYS = {entry.number: entry.name for entry in read("weekdays", Weekday)}
DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))

FORMS = (
    lambda d: f"{d.day}/{d.month}/{d.year}",
    lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    lambda d: f"{d.day}-{d.month}-{d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d.day} {MONTHS[d.month]} {d.year}",
    lambda d: f"tanggal {d.day} {MONTHS[d.month]} {d.year}",
    lambda d: f"{num2words(d.day, lang='id')} {MONTHS[d.month]} {d.year}",
    lambda d: f"{WEEKDAYS[d.isoweekday()]} ({d.day}/{d.month}/{d.year})",
    lambda d: f"{WEEKDAYS[d.isoweekday()]}, {d.day} {MONTHS[d.month]} {d.year}",
    lambda d: f"hari {WEEKDAYS[d.isoweekday()]} {d.day} {MONTHS[d.month]} {d.year}",
)
HOSTILE = [
    "1",
    "(",
    "1,",
    "1, ",
    "12/",
    "1-",
    "ke-",
    "dua ",
    "Senin, ",
    "Rabu (",
    "setiap ",
    "tahun ",
    "Mei, ",
    "1 hari ",
]
HOSTILE += ["2025-", "sekitar ", "pukul 1 - ", " ", "Hari ", "dan 1 ", "besok pukul 7, ", "5 Mei dan ", "Rabu lalu "]
UNITS = {"hari": "D", "pekan": "W", "bulan": "M", "tahun": "Y"}
ZONES = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}
VOCABULARY = (
    "12 2025 31/12 November Rabu, ( ) - – hingga setiap pukul 09.00 WIB tahun lalu dua bulan minggu awal abad ke- Mei "
    "Ramadan semester ganjil 2025/2026 malam hari ini tadi . \n sekitar se setengah kali sekali"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))


def readings(text: str, published: date | None = PUBLISHED):
    return resolve(text, find(text), published)


@given(DAYS, st.sampled_from(FORMS))
def test_a_day_reads_back_from_every_written_form(day, form):
    written = form(day)
    (row,) = readings(f"Rapat digelar {written} di aula.")
    assert (row.value, row.conflict) == (day.isoformat(), False)
    assert (row.start, row.end) == (14, 14 + len(written))


@given(DAYS, st.integers(1, 27))
def test_a_range_within_a_month_reads_back(day, length):
    first = day.replace(day=1)
    last = first + timedelta(days=length)
    (row,) = readings(f"Lomba digelar {first.day}–{last.day} {MONTHS[first.month]} {first.year}.")
    assert row.value == f"{first}/{last}"


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(sorted(ZONES.items())))
def test_a_clock_time_reads_back(hour, minute, zone):
    (row,) = readings(f"Rapat dimulai pukul {hour:02}.{minute:02} {zone[0]}.")
    assert row.value == f"T{hour:02}:{minute:02}{zone[1]}"


@given(st.integers(1, 999), st.sampled_from(sorted(UNITS)), st.booleans())
def test_a_length_reads_back(number, unit, in_words):
    written = num2words(number, lang="id") if in_words else str(number)
    (row,) = readings(f"Pelatihan berlangsung {written} {unit}.")
    assert (row.type, row.value) == ("DURATION", f"P{number}{UNITS[unit]}")


@given(st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join)), st.one_of(st.none(), st.dates()))
def test_any_text_gives_ordered_spans_inside_it_and_the_same_ones_again(text, published):
    rows = readings(text, published)
    assert all(0 <= row.start < row.end <= len(text) and text[row.start : row.end].strip() for row in rows)
    assert all(first.end <= second.start for first, second in pairwise(rows))
    assert rows == readings(text, published)
    assert all(row.interval.start <= row.interval.end for row in rows if row.interval)


@pytest.mark.parametrize(
    "text",
    [unit * (100_000 // len(unit)) for unit in HOSTILE],
    ids=HOSTILE,
)
def test_a_hostile_text_runs_to_its_end(text):
    readings(text)
