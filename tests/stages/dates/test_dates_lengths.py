"""Durations, sets and references."""

from __future__ import annotations

import pytest

DURATIONS = [
    ("Pelatihan berlangsung [[tiga bulan]].", "P3M"),
    ("Pelatihan berlangsung [[3 (tiga) bulan]].", "P3M"),
    ("Jumlahnya tidak naik sama sekali dalam [[2 tahun]].", "P2Y"),
    ("Pelatihan berlangsung [[dua pekan]].", "P2W"),
    ("Pelatihan berlangsung [[dua minggu]].", "P2W"),
    ("Pelatihan berlangsung [[14 hari kerja]].", "P14D"),
    ("Pelatihan berlangsung [[4 jam]].", "PT4H"),
    ("Pelatihan berlangsung [[90 menit]].", "PT90M"),
    ("Pelatihan berlangsung [[2x45 menit]].", "PT90M"),
    ("Pelatihan berlangsung [[satu setengah tahun]].", "P1.5Y"),
    ("Pelatihan berlangsung [[1,5 tahun]].", "P1.5Y"),
    ("Pelatihan berlangsung [[setengah hari]].", "P0.5D"),
    ("Pelatihan berlangsung [[2 tahun 6 bulan]].", "P2Y6M"),
    ("Pelatihan berlangsung [[setahun]].", "P1Y"),
    ("Pelatihan berlangsung [[sepekan]].", "P1W"),
    ("Pelatihan berlangsung [[satu dekade]].", "P10Y"),
    ("Pelatihan berlangsung [[dua semester]].", "P12M"),
    ("Pelatihan berlangsung [[tiga hingga lima tahun]].", "P3Y/P5Y"),
    ("Pelatihan berlangsung [[3–5 tahun]].", "P3Y/P5Y"),
    ("Pelatihan berlangsung [[tiga bulan terakhir]].", "P3M"),
    ("Pelatihan berlangsung [[sepekan ke depan]].", "P1W"),
    ("Pelatihan berlangsung [[lima tahun mendatang]].", "P5Y"),
    ("Pelatihan berlangsung [[beberapa bulan]].", "PXM"),
    ("Pelatihan berlangsung [[belasan tahun]].", "PXY"),
    ("Pelatihan berlangsung [[bertahun-tahun]].", "PXY"),
    ("Pelatihan berlangsung [[berjam-jam]].", "PTXH"),
]

SETS = [
    ("Mereka berlatih [[setiap Senin]].", ("XXXX-WXX-1",)),
    ("Mereka berlatih [[setiap Senin]] dan [[Kamis]].", ("XXXX-WXX-1", "XXXX-WXX-4")),
    ("Mereka berlatih [[setiap Jumat pagi]].", ("XXXX-WXX-5TMO",)),
    ("Mereka berlatih [[setiap hari Kamis]].", ("XXXX-WXX-4",)),
    ("Mereka berlatih [[setiap hari]].", ("P1D",)),
    ("Mereka berlatih [[tiap bulan]].", ("P1M",)),
    ("Mereka berlatih [[saban tahun]].", ("P1Y",)),
    ("Mereka berlatih [[setiap tahunnya]].", ("P1Y",)),
    ("Mereka berlatih [[setiap tiga bulan]].", ("P3M",)),
    ("Mereka berlatih [[setiap tiga bulan sekali]].", ("P3M",)),
    ("Mereka berlatih [[dua kali seminggu]].", ("P1W",)),
    ("Mereka berlatih [[dua kali dalam sepekan]].", ("P1W",)),
    ("Mereka berlatih [[setahun sekali]].", ("P1Y",)),
    ("Mereka berlatih [[lima tahun sekali]].", ("P5Y",)),
    ("Mereka berlatih [[setiap 17 Agustus]].", ("XXXX-08-17",)),
    ("Mereka berlatih [[setiap Senin–Jumat]].", ("XXXX-WXX-1/XXXX-WXX-5",)),
]

REFERENCES = [
    ("Sekolah itu [[kini]] ramai.", "PRESENT_REF"),
    ("[[Saat ini]] sekolah itu ramai.", "PRESENT_REF"),
    ("Sekolah itu [[sekarang]] ramai.", "PRESENT_REF"),
    ("[[Saat itu]] sekolah itu sepi.", "PAST_REF"),
    ("[[Dulu]] sekolah itu sepi.", "PAST_REF"),
    ("Gedung itu dibuka [[baru-baru ini]].", "PAST_REF"),
    ("Gedung itu dibuka [[beberapa bulan lalu]].", "PAST_REF"),
    ("Murid [[nanti]] menerima rapor.", "FUTURE_REF"),
    ("Murid itu [[kelak]] menjadi guru.", "FUTURE_REF"),
]


@pytest.mark.parametrize(("marked", "value"), DURATIONS, ids=[marked for marked, _ in DURATIONS])
def test_durations(check, marked, value):
    (row,) = check(marked)
    assert (row.type, row.value, row.start_date, row.granularity) == ("DURATION", value, None, None)


@pytest.mark.parametrize(("marked", "values"), SETS, ids=[marked for marked, _ in SETS])
def test_sets(check, marked, values):
    rows = check(marked)
    assert tuple(row.value for row in rows) == values
    assert {row.type for row in rows} == {"SET"}


@pytest.mark.parametrize(("marked", "value"), REFERENCES, ids=[marked for marked, _ in REFERENCES])
def test_references(check, marked, value):
    (row,) = check(marked)
    assert (row.type, row.value, row.anchor, row.start_date) == ("DATE", value, "none", None)


def test_an_approximate_length(check):
    (row,) = check("Rapat berlangsung [[sekitar enam jam]] itu.")
    assert (row.value, row.modifier) == ("PT6H", "APPROX")
