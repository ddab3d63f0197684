"""Times told from the article's day, Thursday 13 November 2025, or from another time in it."""

from __future__ import annotations

from datetime import date

import pytest

RELATIVE = [
    ("Ia datang [[kemarin]].", "2025-11-12"),
    ("Ia datang [[kemarin lusa]].", "2025-11-11"),
    ("Ia datang [[hari ini]].", "2025-11-13"),
    ("Ia datang [[besok]].", "2025-11-14"),
    ("Ia datang [[lusa]].", "2025-11-15"),
    ("Ia datang [[Rabu]].", "2025-11-12"),
    ("Ia datang [[Kamis]].", "2025-11-13"),
    ("Ia datang [[Rabu lalu]].", "2025-11-12"),
    ("Ia datang [[Kamis lalu]].", "2025-11-06"),
    ("Ia datang [[Senin depan]].", "2025-11-17"),
    ("Ia datang [[Jumat pekan depan]].", "2025-11-21"),
    ("Ia datang [[hari Minggu]].", "2025-11-09"),
    ("Ia akan datang [[Rabu]].", "2025-11-19"),
    ("Posko dibuka sampai [[Jumat]].", "2025-11-14"),
    ("Ia datang [[pekan lalu]].", "2025-W45"),
    ("Ia datang [[minggu ini]].", "2025-W46"),
    ("Ia datang [[minggu depan]].", "2025-W47"),
    ("Ia datang [[akhir pekan ini]].", "2025-W46-WE"),
    ("Ia akan datang [[akhir pekan]].", "2025-W46-WE"),
    ("Ia datang [[bulan lalu]].", "2025-10"),
    ("Ia datang [[bulan Maret lalu]].", "2025-03"),
    ("Ia datang [[Oktober lalu]].", "2025-10"),
    ("Ia datang [[tahun depan]].", "2026"),
    ("Ia datang [[Januari tahun depan]].", "2026-01"),
    ("Ia datang [[dua hari lalu]].", "2025-11-11"),
    ("Ia datang [[2 tahun yang lalu]].", "2023"),
    ("Ia datang [[sebulan lalu]].", "2025-10"),
    ("Ia datang [[dua bulan lagi]].", "2026-01"),
    ("Ia datang [[triwulan III tahun ini]].", "2025-Q3"),
    ("Ia datang pada [[semester genap]].", "2026-01/2026-06"),
    ("Ia datang pada [[semester ganjil ini]].", "2025-07/2025-12"),
]

TIMES = [
    ("Ia datang [[Selasa (18/11/2025) pukul 07.30 WIB]].", "2025-11-18T07:30+07:00", "minute"),
    ("Ia datang [[Rabu (12/11) sekitar pukul 09.00 Wita]].", "2025-11-12T09:00+08:00", "minute"),
    ("Ia datang [[Rabu malam]].", "2025-11-12TNI", None),
    ("Ia datang [[Rabu malam (12/11/2025)]].", "2025-11-12TNI", None),
    ("Ia datang [[Rabu (12/11/2025) pagi]].", "2025-11-12TMO", None),
    ("Ia datang [[malam Minggu]].", "2025-11-08TNI", None),
    ("Ia datang [[tadi malam]].", "2025-11-12TNI", None),
    ("Ia datang [[nanti malam]].", "2025-11-13TNI", None),
    ("Ia datang [[besok pagi]].", "2025-11-14TMO", None),
    ("Ia datang [[kemarin sore]].", "2025-11-12TAF", None),
    ("Ia datang [[Rabu dini hari]].", "2025-11-12TMO", None),
    ("Ia datang [[pukul 09.00 WIT]].", "T09:00+09:00", "minute"),
    ("Ia datang [[pukul 7 malam]].", "T19:00", "hour"),
    ("Ia datang [[pukul setengah delapan]].", "T07:30", "minute"),
    ("Ia datang [[jam setengah 2 siang]].", "T13:30", "minute"),
    ("Ia datang [[Selasa malam hingga Rabu pagi]].", "2025-11-11TNI/2025-11-12TMO", None),
    ("Ia datang [[Rabu larut malam]].", "2025-11-12TNI", None),
    ("Ia datang [[subuh tadi]].", "2025-11-13TMO", None),
    ("Ia datang [[pukul 09.00-11.00 WIB]].", "T09:00+07:00/T11:00+07:00", "minute"),
    ("Ia datang [[jam 1 sampai jam 3 dini hari]].", "T01:00/T03:00", "hour"),
    ("Ia datang [[09.30 WIB]].", "T09:30+07:00", "minute"),
]

MODIFIED = [
    ("Ia datang [[awal Januari 2026]].", "2026-01", "START"),
    ("Ia datang [[pertengahan Januari 2026]].", "2026-01", "MID"),
    ("Ia datang [[akhir tahun ini]].", "2025", "END"),
    ("Ia datang [[akhir tahun]].", "2025", "END"),
    ("Ia datang [[awal 2025]] membawa dana.", "2025", "START"),
    ("Ia datang [[sebelum 1 April 2026]].", "2026-04-01", "BEFORE"),
    ("Ia datang [[setelah 1 April 2026]].", "2026-04-01", "AFTER"),
    ("Ia datang [[sekitar pukul 09.00 WIB]].", "T09:00+07:00", "APPROX"),
    ("Ia datang [[Rabu dini hari]].", "2025-11-12TMO", "START"),
]


@pytest.mark.parametrize(("marked", "value"), RELATIVE, ids=[marked for marked, _ in RELATIVE])
def test_told_from_the_publication_date(check, marked, value):
    (row,) = check(marked)
    assert (row.type, row.value, row.anchor) == ("DATE", value, "publication")


@pytest.mark.parametrize(("marked", "value", "granularity"), TIMES, ids=[marked for marked, _, _ in TIMES])
def test_times_of_day(check, marked, value, granularity):
    (row,) = check(marked)
    assert (row.type, row.value, row.granularity) == ("TIME", value, granularity)


@pytest.mark.parametrize(("marked", "value", "modifier"), MODIFIED, ids=[marked for marked, _, _ in MODIFIED])
def test_modifiers(check, marked, value, modifier):
    (row,) = check(marked)
    assert (row.value, row.modifier) == (value, modifier)


def test_a_time_takes_the_nearest_day_of_its_sentence(check):
    day, time = check("Upacara digelar [[2 Desember]], mulai [[pukul 09.00 WIB]]. Semua hadir.")
    assert (day.value, time.value, time.anchor) == ("2025-12-02", "2025-12-02T09:00+07:00", "context")


def test_a_time_takes_no_day_of_another_sentence(check):
    _, time = check("Upacara digelar [[2 Desember]]. Murid masuk [[pukul 09.00 WIB]].")
    assert (time.value, time.anchor, time.start_date) == ("T09:00+07:00", "none", None)


def test_a_time_of_a_habit_has_no_day(check):
    _, every, time = check("Sejak [[2 Desember]], [[setiap Senin]] murid masuk, [[pukul 09.00 WIB]].")
    assert (every.type, time.value) == ("SET", "T09:00+07:00")


def test_without_a_publication_date_the_article_is_told_from_the_day_it_reports(check):
    _, reported, week = check(
        "Aturan berlaku mulai [[Senin (1/12/2025)]]. Ia berbicara, [[Kamis (27/11/2025)]], soal [[pekan lalu]].", None
    )
    assert (reported.anchor, week.value, week.anchor) == ("explicit", "2025-W47", "context")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ia datang besok.", "XXXX-XX-XX"),
        ("Ia datang Rabu.", "XXXX-WXX-3"),
        ("Ia datang 17 Agustus.", "XXXX-08-17"),
        ("Ia datang bulan lalu.", "XXXX-XX"),
        ("Ia datang tanggal 12.", "XXXX-XX-12"),
        ("Ia datang Rabu (12/11).", "XXXX-11-12"),
    ],
)
def test_without_any_date_the_value_stays_open(dates_of, text, value):
    (row,) = dates_of(text, None)
    assert (row.value, row.anchor, row.start_date, row.end_date) == (value, "none", None, None)


def test_the_time_last_spoken_of(check):
    _, before, after = check("Ia lulus pada [[2019]], [[setahun sebelumnya]] menikah, [[dua tahun kemudian]] bekerja.")
    assert (before.value, before.anchor, after.value) == ("2018", "context", "2020")


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("Ia makan [[Senin (3/11/2025)]] dan mulai mual [[Senin sore]].", "2025-11-03TAF"),
        ("Ia pulang [[Senin (3/11/2025)]]. Ia ditemui [[Senin]].", "2025-11-03"),
        ("Ia pulang [[Senin (3/11/2025)]]. Ruangnya luas. Atapnya baru. Ia ditemui [[Senin]].", "2025-11-03"),
        ("Libur [[Kamis, 25 Desember 2025]] untuk merayakan kelahiran Yesus ([[Natal]]).", "2025-12-25"),
        ("Pada [[Sabtu, 29 November 2025]] mereka libur [[akhir pekan]].", "2025-W48-WE"),
    ],
)
def test_a_day_written_before_is_repeated_by_its_name(check, marked, value):
    _, row = check(marked)
    assert (row.value, row.anchor) == (value, "context")


def test_a_weekday_announced_is_not_the_one_before_it(check):
    _, row = check("Rapat digelar [[Rabu (12/11/2025)]]. Hasilnya akan diumumkan [[Rabu]].")
    assert (row.value, row.anchor) == ("2025-11-19", "publication")


@pytest.mark.parametrize(("published", "value"), [(10, "2025-W45-WE"), (12, "XXXX-WXX-WE"), (14, "2025-W46-WE")])
def test_a_bare_weekend_is_the_nearest(check, published, value):
    (row,) = check("Jalan macet saat [[akhir pekan]].", date(2025, 11, published))
    assert row.value == value


def test_a_weekday_that_does_not_fit_is_told(check):
    (row,) = check("Rapat digelar [[Senin (12/11/2025)]].")
    assert (row.value, row.conflict) == ("2025-11-12", True)


def test_a_yearless_day_takes_the_year_nearest_to_publication(check):
    (row,) = check("Ia datang [[3 Januari]].", date(2025, 12, 28))
    assert row.value == "2026-01-03"
