"""Written forms of dates: one expression a line, the value that it must have when told on Thursday 13 November 2025."""

from __future__ import annotations

import pytest

DAYS = [
    ("Rapat digelar [[12/11/2025]] di aula.", "2025-11-12"),
    ("Rapat digelar [[12-11-2025]] di aula.", "2025-11-12"),
    ("Rapat digelar [[12.11.2025]] di aula.", "2025-11-12"),
    ("Rapat digelar [[2025-11-12]] di aula.", "2025-11-12"),
    ("Rapat digelar [[12 November 2025]] di aula.", "2025-11-12"),
    ("Rapat digelar [[12 Nov. 2025]] di aula.", "2025-11-12"),
    ("Rapat digelar [[12 Nopember 2025]] di aula.", "2025-11-12"),
    ("Rapat digelar [[3 Pebruari 2026]] di aula.", "2026-02-03"),
    ("Rapat digelar [[5 Agt 2025]] di aula.", "2025-08-05"),
    ("Rapat digelar [[tanggal 12 November 2025]] di aula.", "2025-11-12"),
    ("Rapat digelar [[12 November tahun 2025]] di aula.", "2025-11-12"),
    ("Rapat digelar [[dua belas November 2025]] di aula.", "2025-11-12"),
    ("Rapat digelar [[Rabu, 12 November 2025]], di aula.", "2025-11-12"),
    ("Rapat digelar [[Jum'at, 14 November 2025]], di aula.", "2025-11-14"),
    ("Rapat digelar [[Jum’at (14/11/2025)]] di aula.", "2025-11-14"),
    ("Rapat digelar [[Ahad (9/11/2025)]] di aula.", "2025-11-09"),
    ("Rapat digelar [[hari Rabu (12/11/2025)]] di aula.", "2025-11-12"),
    ("Rapat digelar [[Rabu, (12/11/2025)]], di aula.", "2025-11-12"),
    ("Rapat digelar [[Rabu (12 November 2025)]] di aula.", "2025-11-12"),
    ("Rapat digelar [[Rabu 12/11/2025]] di aula.", "2025-11-12"),
    ("Rapat digelar [[15/11/2025 (Sabtu)]] di aula.", "2025-11-15"),
    ("Rapat digelar [[Rabu (12112025)]] di aula.", "2025-11-12"),
    ("Rapat digelar [[Rabu (12/11)]] di aula.", "2025-11-12"),
    ("Rapat digelar [[Senin (10/11) lalu]] di aula.", "2025-11-10"),
    ("Rapat digelar [[kemarin (12/11)]] di aula.", "2025-11-12"),
    ("Rapat digelar [[17 Agustus]] di aula.", "2025-08-17"),
    ("Rapat digelar [[4 Desember mendatang]] di aula.", "2025-12-04"),
    ("Rapat digelar [[1 Ramadan 1446 H]] di masjid.", "2025-03-01"),
]

SPANS_OF_DAYS = [
    ("Lomba digelar [[12–14 November 2025]].", "2025-11-12/2025-11-14"),
    ("Lomba digelar [[12 s.d. 14 November 2025]].", "2025-11-12/2025-11-14"),
    ("Lomba digelar [[12 s/d 14 November 2025]].", "2025-11-12/2025-11-14"),
    ("Lomba digelar [[10-12/11/2025]].", "2025-11-10/2025-11-12"),
    ("Lomba digelar [[30 Oktober hingga 2 November 2025]].", "2025-10-30/2025-11-02"),
    ("Lomba digelar [[30 Desember–2 Januari 2026]].", "2025-12-30/2026-01-02"),
    ("Lomba digelar [[Senin hingga Rabu (10-12/11/2025)]].", "2025-11-10/2025-11-12"),
    ("Lomba digelar [[Selasa dan Rabu (11–12/11)]].", "2025-11-11/2025-11-12"),
    ("Lomba digelar [[8–10 Oktober]].", "2025-10-08/2025-10-10"),
]

LISTS = [
    ("Ujian digelar [[12]], [[13]], dan [[15 November 2025]].", ("2025-11-12", "2025-11-13", "2025-11-15")),
    ("Ujian digelar [[12]] dan [[13 November]].", ("2025-11-12", "2025-11-13")),
    ("Ujian digelar [[12 Oktober]] dan [[3 November 2024]].", ("2024-10-12", "2024-11-03")),
    ("Gaji [[Januari]], [[Februari]], dan [[Maret 2025]] cair.", ("2025-01", "2025-02", "2025-03")),
    ("Berlaku mulai [[Senin (1/12/2025)]] hingga [[31 Januari 2026]].", ("2025-12-01", "2026-01-31")),
]

LONGER = [
    ("Gedung rampung [[November 2025]].", "2025-11", "month"),
    ("Gedung rampung pada [[bulan November 2025]].", "2025-11", "month"),
    ("Gedung rampung [[November–Desember 2025]].", "2025-11/2025-12", "month"),
    ("Gedung rampung [[Desember hingga awal Januari 2026]].", "2025-12/2026-01", "month"),
    ("Gedung rampung pada [[tahun 2025]].", "2025", "year"),
    ("Gedung rampung sejak [[2022]], katanya.", "2022", "year"),
    ("Gedung rampung dari [[2019 hingga 2024]].", "2019/2024", "year"),
    ("Rencana itu disusun untuk periode [[2025–2029]].", "2025/2029", "year"),
    ("Dana [[tahun anggaran 2026]] disetujui.", "2026", "year"),
    ("Dana [[triwulan III 2025]] cair.", "2025-Q3", "quarter"),
    ("Dana [[kuartal pertama 2025]] cair.", "2025-Q1", "quarter"),
    ("Dana [[TW II 2025]] cair.", "2025-Q2", "quarter"),
    ("Dana [[semester I 2025]] cair.", "2025-H1", "semester"),
    ("Murid baru [[tahun ajaran 2025/2026]] diterima.", "2025-07/2026-06", "academic_year"),
    ("Murid baru [[TA 2025/2026]] diterima.", "2025-07/2026-06", "academic_year"),
    ("Murid baru [[tahun pelajaran 2025-2026]] diterima.", "2025-07/2026-06", "academic_year"),
    ("Kuliah [[semester ganjil 2025/2026]] dimulai.", "2025-07/2025-12", "semester"),
    ("Kuliah [[semester genap tahun akademik 2025/2026]] dimulai.", "2026-01/2026-06", "semester"),
    ("Kuliah [[semester genap 2025]] dimulai.", "2025-01/2025-06", "semester"),
    ("Laba naik pada [[kuartal IV 2024 lalu]].", "2024-Q4", "quarter"),
    ("Ia pulang pada [[Idul Adha 1440 H]].", "2019-08-11", "day"),
    ("O2SN [[tahun 2025]] dibuka.", "2025", "year"),
    ("Sekolah itu berdiri pada [[tahun 1990-an]].", "199X", "decade"),
    ("Sekolah itu berdiri pada [[era 80-an]].", "198X", "decade"),
    ("Keterampilan [[abad ke-21]] diajarkan.", "20XX", None),
    ("Rapat digelar pada [[pekan kedua November 2025]].", "2025-11-08/2025-11-14", "week"),
]

NAMED = [
    ("Sekolah libur pada [[Hari Guru Nasional 2025]].", "2025-11-25"),
    ("Sekolah libur pada [[HUT ke-80 RI]].", "2025-08-17"),
    ("Sekolah libur pada [[HUT Ke-80 RI]].", "2025-08-17"),
    ("Sekolah libur pada [[Hari Sumpah Pemuda ke-97]].", "2025-10-28"),
    ("Sekolah libur [[Idulfitri 2026]].", "2026-03-21"),
    ("Sekolah libur selama [[Ramadan 1446 H]].", "2025-03-01/2025-03-29"),
    ("Sekolah libur [[Nyepi 2026]].", "2026-03-19"),
    ("Sekolah libur [[Natal]].", "2025-12-25"),
]


@pytest.mark.parametrize(("marked", "value"), DAYS, ids=[marked for marked, _ in DAYS])
def test_a_day_in_any_written_form(check, marked, value):
    (row,) = check(marked)
    assert (row.type, row.value, row.granularity, row.conflict) == ("DATE", value, "day", False)
    assert str(row.start_date) == str(row.end_date) == value


@pytest.mark.parametrize(("marked", "value"), SPANS_OF_DAYS, ids=[marked for marked, _ in SPANS_OF_DAYS])
def test_a_range_of_days_is_one_row(check, marked, value):
    (row,) = check(marked)
    assert (row.type, row.value, row.granularity) == ("DATE", value, "day")
    assert f"{row.start_date}/{row.end_date}" == value


@pytest.mark.parametrize(("marked", "values"), LISTS, ids=[marked for marked, _ in LISTS])
def test_each_member_of_a_list_is_a_row(check, marked, values):
    assert tuple(row.value for row in check(marked)) == values


@pytest.mark.parametrize(("marked", "value", "granularity"), LONGER, ids=[marked for marked, _, _ in LONGER])
def test_months_years_and_their_parts(check, marked, value, granularity):
    (row,) = check(marked)
    assert (row.type, row.value, row.granularity) == ("DATE", value, granularity)


@pytest.mark.parametrize(("marked", "value"), NAMED, ids=[marked for marked, _ in NAMED])
def test_named_days(check, marked, value):
    (row,) = check(marked)
    assert (row.type, row.value) == ("DATE", value)
