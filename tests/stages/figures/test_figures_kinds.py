"""Every written form of a figure: where it stands, what it is worth, in which unit."""

from __future__ import annotations

from decimal import Decimal

import pytest
import regex

from pipeline.stages.figures.resolve import Found, figures

MARKED = regex.compile(r"\{(?P<inner>[^{}]*)\}")


def only(marked: str) -> Found:
    """The one figure of the sentence, which must stand where the braces are."""
    start = marked.index("{")
    text = MARKED.sub(r"\g<inner>", marked)
    (found,) = figures(text)
    assert (found.start_char, found.text) == (start, marked[start + 1 : marked.index("}")])
    assert text[found.start_char : found.end_char] == found.text
    return found


COUNTS = {
    "Pelatihan diikuti {560 orang}.": 560,
    "Daerah itu punya {403.996 guru madrasah}.": 403996,
    "Menurut dia {2,5 juta peserta} telah mendaftar.": 2500000,
    "Hadir {seratus dua puluh lima siswa}.": 125,
    "Ada {dua puluh lima ribu siswa} di sana.": 25000,
    "Hanya {limabelas santri} yang pulang.": 15,
    "Sekolah mengirim {4 (empat) orang guru}.": 4,
    "Sekolah mengirim {empat (4) orang guru}.": 4,
    "Dinas melatih {satu setengah juta siswa}.": 1500000,
    "Ada {20rb orang} di lapangan.": 20000,
    "Panitia mencatat {10,000 orang} hadir.": 10000,
    "Aplikasi itu diunduh {1,250,000 kali}.": 1250000,
    "Kota itu memiliki {45 SMP negeri}.": 45,
    "Bantuan menjangkau {38 provinsi}.": 38,
    "Program ini menjangkau {12 kabupaten/kota}.": 12,
    "Buku itu dicetak {75.000 eksemplar}.": 75000,
    "Ujian diulang {tiga kali}.": 3,
    "Sebanyak {dua ratus lima puluh} di antaranya lulus.": 250,
    "Dari jumlah itu {15 di} antaranya lulus.".replace("{15 di}", "{15} di"): 15,
    "Yang tersisa, {191} lainnya, pulang.": 191,
    "Target penerima mencapai {2,4 juta}.": 2400000,
    "Tahun 2025 tercatat {2000 orang} mendaftar.": 2000,
    "RS HKBP merawat {24 orang}.": 24,
}


@pytest.mark.parametrize(("marked", "value"), COUNTS.items())
def test_counts(marked: str, value: int) -> None:
    found = only(marked)
    assert (found.kind, found.value, found.value_low, found.value_high) == ("count", value, value, value)
    assert found.currency is None
    assert not found.is_vague


MONEY = {
    "Gedung itu senilai {Rp 1,5 miliar}.": ("IDR", "1500000000"),
    "Iurannya {Rp5.000} saja.": ("IDR", "5000"),
    "Iurannya {Rp. 5.000} saja.": ("IDR", "5000"),
    "Iurannya {Rp 12.500,50} saja.": ("IDR", "12500.50"),
    "Iurannya {Rp 5.000},- saja.": ("IDR", "5000"),
    "Iurannya {IDR 20.000} saja.": ("IDR", "20000"),
    "Iurannya {Rp20rb} saja.": ("IDR", "20000"),
    "Dendanya {Rp 500.000 (lima ratus ribu rupiah)}.": ("IDR", "500000"),
    "Dendanya {lima ratus juta rupiah}.": ("IDR", "500000000"),
    "Dendanya {500 juta rupiah}.": ("IDR", "500000000"),
    "Anggarannya {Rp 3 M}.": ("IDR", "3000000000"),
    "Anggarannya {Rp1,5T}.": ("IDR", "1500000000000"),
    "Asetnya {Rp 10.402 triliun}.": ("IDR", "10402000000000000"),
    "Asetnya {14 ribu triliun rupiah}.": ("IDR", "14000000000000000"),
    "Honornya {Rp 1 juta 250 ribu}.": ("IDR", "1250000"),
    "Honornya {setengah juta rupiah}.": ("IDR", "500000"),
    "Pinjaman itu {250 juta dollar AS}.": ("USD", "250000000"),
    "Pinjaman itu {US$ 63,87}.": ("USD", "63.87"),
    "Pinjaman itu {US$ 20 million}.": ("USD", "20000000"),
    "Pinjaman itu {USD 120.000}.": ("USD", "120000"),
    "Tiketnya {S$ 20}.": ("SGD", "20"),
    "Tiketnya {20 dolar Singapura}.": ("SGD", "20"),
    "Tiketnya {RM 35}.": ("MYR", "35"),
    "Tiketnya {35 ringgit}.": ("MYR", "35"),
    "Tiketnya {€ 12,50}.": ("EUR", "12.50"),
    "Tiketnya {300 yen}.": ("JPY", "300"),
}


@pytest.mark.parametrize(("marked", "expected"), MONEY.items())
def test_money(marked: str, expected: tuple[str, str]) -> None:
    found = only(marked)
    assert (found.kind, found.currency, found.value, found.unit) == ("money", expected[0], Decimal(expected[1]), None)


MEASURES = {
    "Lulus {20 persen}.": ("percent", "persen", "20"),
    "Lulus {97,2%}.": ("percent", "persen", "97.2"),
    "Lulus {97 %}.": ("percent", "persen", "97"),
    "Lulus {tiga koma lima persen}.": ("percent", "persen", "3.5"),
    "Serapan naik {2 poin persentase}.": ("percent", "poin persentase", "2"),
    "Bunga turun {25 basis poin}.": ("percent", "basis poin", "25"),
    "Saham itu (-{2,1%}) melemah.".replace("-{", "{-"): ("percent", "persen", "-2.1"),
    "Jaraknya {7 kilometer}.": ("measure", "km", "7"),
    "Jaraknya {7km}.": ("measure", "km", "7"),
    "Tinggi air {40 sentimeter}.": ("measure", "cm", "40"),
    "Lahan itu {2,5 hektare}.": ("measure", "ha", "2.5"),
    "Lahan itu {setengah hektare}.": ("measure", "ha", "0.5"),
    "Luasnya {72 m2}.": ("measure", "m2", "72"),
    "Luasnya {72 meter persegi}.": ("measure", "m2", "72"),
    "Beratnya {1½ kilogram}.": ("measure", "kg", "1.5"),
    "Panen {8 juta ton}.": ("measure", "t", "8000000"),
    "Kuotanya {20 GB}.": ("measure", "GB", "20"),
    "Dayanya {450 kW}.": ("measure", "kW", "450"),
    "Suhu {minus 5 derajat Celsius}.": ("measure", "Cel", "-5"),
    "Kecepatannya {60 km/jam}.": ("measure", "km/h", "60"),
}


@pytest.mark.parametrize(("marked", "expected"), MEASURES.items())
def test_percentages_and_measures(marked: str, expected: tuple[str, str, str]) -> None:
    found = only(marked)
    assert (found.kind, found.unit, found.value) == (*expected[:2], Decimal(expected[2]))


OTHERS = {
    "Regu itu meraih {peringkat ke-3}.": ("ordinal", "3"),
    "Regu itu meraih {peringkat 5}.": ("ordinal", "5"),
    "Regu itu menjadi {juara pertama}.": ("ordinal", "1"),
    "Regu itu menjadi {Juara II}.": ("ordinal", "2"),
    "Regu itu di {urutan kedua belas}.": ("ordinal", "12"),
    "Itu wisuda yang {ke-80}.": ("ordinal", "80"),
    "Rasio guru dan murid {1:40} di sana.": ("ratio", "0.025"),
    "Rasio {1:20} sudah ideal.": ("ratio", "0.05"),
    "Perbandingannya {1 banding 4}.": ("ratio", "0.25"),
    "Hampir {dua pertiga peserta} lulus.": ("ratio", "0.6667"),
    "Hampir {seperempat} dari peserta lulus.": ("ratio", "0.25"),
    "Sekitar {separuh siswa} absen.": ("ratio", "0.5"),
    "Sebanyak {5 dari 10 siswa} absen.": ("ratio", "0.5"),
    "Hanya {tiga dari lima kelas} terisi.": ("ratio", "0.6"),
    "Ia lulus dengan {IPK 3,75}.": ("score", "3.75"),
    "Ia memperoleh {nilai 85,3}.": ("score", "85.3"),
    "Ia memperoleh skor minimal {450}.": ("score", "450"),
    "Guru itu berusia {63 tahun}.": ("age", "63"),
    "Syaratnya berumur minimal {7 tahun}.": ("age", "7"),
    "Anak di bawah usia {18 tahun} dilarang.": ("age", "18"),
    "Rahmawati ({45}) mengajar di sana.": ("age", "45"),
    "Korban berinisial RA ({14}) luka.": ("age", "14"),
    "Sulastri ({52 tahun}) berjualan.": ("age", "52"),
    "Pria {39 tahun} itu pulang.": ("age", "39"),
    "Korban ialah Ratna Dewi, {21 tahun}, warga desa.": ("age", "21"),
    "Warga di atas {60 tahun} didahulukan.": ("age", "60"),
    "Bayangannya bergeser {10 milidetik}.": ("measure", "10"),
    "Panelnya {300 kilo watt}.": ("measure", "300"),
    "Tercatat {16 per 1.000 kelahiran hidup}.": ("ratio", "0.016"),
}


@pytest.mark.parametrize(("marked", "expected"), OTHERS.items())
def test_ranks_ratios_scores_and_ages(marked: str, expected: tuple[str, str]) -> None:
    found = only(marked)
    assert (found.kind, found.value) == (expected[0], Decimal(expected[1]))


RANGES = {
    "Hadir {25–30 santri}.": ("25", "30"),
    "Hadir {dua sampai tiga guru}.": ("2", "3"),
    "Hadir antara {5 dan 10 siswa}.": ("5", "10"),
    "Anak usia antara {0 sampai 18 tahun}.": ("0", "18"),
    "Hadir {300-500 ribu orang}.": ("300000", "500000"),
    "Harganya {2–3 juta rupiah}.": ("2000000", "3000000"),
    "Harganya {Rp 1,2 juta s.d. Rp 1,5 juta}.": ("1200000", "1500000"),
    "Harganya {Rp650.000 hingga Rp1.000.000}.": ("650000", "1000000"),
    "Harganya {Rp 1-2 M}.": ("1000000000", "2000000000"),
    "Naik {5%-10%}.": ("5", "10"),
    "Naik {10 persen hingga 20 persen}.": ("10", "20"),
    "Sasarannya anak usia {3–6 tahun}.": ("3", "6"),
}


@pytest.mark.parametrize(("marked", "ends"), RANGES.items())
def test_ranges_have_two_ends_and_no_value(marked: str, ends: tuple[str, str]) -> None:
    found = only(marked)
    assert (found.value, found.value_low, found.value_high) == (None, Decimal(ends[0]), Decimal(ends[1]))
    assert not found.is_vague


VAGUE = {
    "{Belasan guru} hadir.": (11, 19),
    "{Puluhan siswa} hadir.": (20, 99),
    "{Ratusan siswa} hadir.": (100, 999),
    "{Ribuan orang} hadir.": (1000, 9999),
    "{Jutaan warga} hadir.": (1000000, 9999999),
    "{Puluhan ribu warga} hadir.": (20000, 99999),
    "{Ratusan ribu warga} hadir.": (100000, 999999),
    "{Seribuan warga} hadir.": (1000, 1999),
    "{Puluhan hingga ratusan guru} hadir.": (20, 999),
    "Hadir {300-an orang}.": (300, 399),
    "Hadir {3 ribuan orang}.": (3000, 3999),
    "Hadir {tiga ratusan siswa}.": (300, 399),
    "Kerugiannya {puluhan miliar rupiah}.": (20000000000, 99999999999),
    "Kerugiannya {Rp ratusan juta}.": (100000000, 999999999),
    "Harganya {Rp 20 ribuan}.": (20000, 29999),
}


@pytest.mark.parametrize(("marked", "ends"), VAGUE.items())
def test_vague_numbers_are_conventional_intervals(marked: str, ends: tuple[int, int]) -> None:
    found = only(marked)
    assert (found.value, found.value_low, found.value_high, found.is_vague) == (None, *ends, True)


MODIFIERS = {
    "sekitar": "approx",
    "kurang lebih": "approx",
    "lebih dari": "more_than",
    "di atas": "more_than",
    "melebihi": "more_than",
    "kurang dari": "less_than",
    "di bawah": "less_than",
    "minimal": "at_least",
    "sedikitnya": "at_least",
    "setidaknya": "at_least",
    "tidak kurang dari": "at_least",
    "maksimal": "at_most",
    "paling banyak": "at_most",
    "tidak lebih dari": "at_most",
    "hampir": "almost",
    "hingga": "up_to",
    "mencapai": "up_to",
    "mencapai lebih dari": "more_than",
    "sebanyak": None,
}


@pytest.mark.parametrize(("words", "modifier"), MODIFIERS.items())
def test_modifiers_stand_outside_the_span(words: str, modifier: str | None) -> None:
    assert only(f"Pesertanya {words} {{300 guru}} di sana.").modifier == modifier


@pytest.mark.parametrize(
    "marked", ["Hadir {1.000 lebih siswa}.", "Hadir {300 orang} lebih.", "Biayanya {Rp 3 juta} lebih."]
)
def test_lebih_may_follow_the_number(marked: str) -> None:
    assert only(marked).modifier == "more_than"
