"""What a figure counts: how far the noun phrase runs, before or behind the number."""

from __future__ import annotations

import pytest

from pipeline.stages.figures.resolve import figures

BEHIND = {
    "Ada 20 guru di Sleman.": ("20 guru", "guru", "guru"),
    "Ada 20 gurunya di sana.": ("20 gurunya", "guru", "guru"),
    "Ada 20 buku miliknya di sana.": ("20 buku miliknya", "buku", "buku"),
    "Ada 20 guru lainnya di sana.": ("20 guru lainnya", "guru", "guru lainnya"),
    "Ada 20 guru tiba-tiba pulang.": ("20 guru", "guru", "guru"),
    "Korban luka ringan 20 orang.": ("20 orang", "orang", "Korban luka ringan"),
    "Bunganya turun 75 bps dari level awal.": ("75 bps", "basis poin", None),
    "Ada 20 guru honorer yang lulus.": ("20 guru honorer", "guru", "guru honorer"),
    "Ada 20 guru madrasah diniyah.": ("20 guru madrasah diniyah", "guru", "guru madrasah diniyah"),
    "Ada 20 guru mengikuti pelatihan.": ("20 guru", "guru", "guru"),
    "Ada 20 guru diduga keracunan.": ("20 guru", "guru", "guru"),
    "Ada 20 guru bertahan di sekolah.": ("20 guru", "guru", "guru"),
    "Ada 20 guru terjebak banjir.": ("20 guru", "guru", "guru"),
    "Ada 20 guru itu pulang.": ("20 guru", "guru", "guru"),
    "Ada 20 guru, 3 di antaranya baru.": ("20 guru", "guru", "guru"),
    "Ada 20 guru serta murid.": ("20 guru", "guru", "guru"),
    "Ada 20 guru tewas.": ("20 guru", "guru", "guru"),
    "Ada 20 guru asal Sleman.": ("20 guru", "guru", "guru"),
    "Ada 20 guru tetap di sana.": ("20 guru tetap", "guru", "guru tetap"),
    "Ada 20 guru Yogyakarta hadir.": ("20 guru", "guru", "guru"),
    "Ada 20 siswa kelas 6 hadir.": ("20 siswa kelas 6", "siswa", "siswa kelas 6"),
    "Ada 20 siswa kelas VI hadir.": ("20 siswa kelas VI", "siswa", "siswa kelas VI"),
    "Ada 20 siswa SMA hadir.": ("20 siswa SMA", "siswa", "siswa SMA"),
    "Ada 20 siswa SMA Negeri 1 Kudus.": ("20 siswa", "siswa", "siswa"),
    "Ada 20 siswa SMPN 3 Kudus.": ("20 siswa", "siswa", "siswa"),
    "Ada 20 siswa SMP PGRI 1 Kudus.": ("20 siswa", "siswa", "siswa"),
    "Ada 20 siswa bersama lima guru.": ("20 siswa", "siswa", "siswa"),
    "Ada 20 botol sirup merek Sari.": ("20 botol sirup", "botol", "sirup"),
    "Ada 20 keputusan bersama yang lahir.": ("20 keputusan bersama", "keputusan", "keputusan bersama"),
    "Ada 20 perahu pukul 11.00 WIB.": ("20 perahu", "perahu", "perahu"),
    "Ada 20 catatan lantaran menunya sama.": ("20 catatan", "catatan", "catatan"),
    "Ada 20 ibu menyusui di posyandu.": ("20 ibu menyusui", "ibu menyusui", "ibu menyusui"),
    "Puluhan PKL datang ke balai desa.": ("Puluhan PKL", "PKL", "PKL"),
    "Tiga SPPG ditutup.": ("Tiga SPPG", "SPPG", "SPPG"),
    "Ratusan Marinir dikerahkan.": ("Ratusan Marinir", "Marinir", "Marinir"),
    "Emas 2 gram Rp1,9 juta.": ("2 gram", "g", None),
    "Sabu 0,5 gram brutto disita.": ("0,5 gram", "g", None),
    "Naik 2 persen dari akhir pekan.": ("2 persen", "persen", None),
    "Sekitar 70 persennya lulus.": ("70 persennya", "persen", None),
    "Ada 20 SMP negeri di kota.": ("20 SMP negeri", "SMP", "SMP negeri"),
    "Ada 20 berita bohong beredar.": ("20 berita bohong", "berita", "berita bohong"),
    "Ada 20 distrik terpencil.": ("20 distrik terpencil", "distrik", "distrik terpencil"),
    "Ada 20 perguruan tinggi swasta.": ("20 perguruan tinggi swasta", "perguruan tinggi", "perguruan tinggi swasta"),
    "Ada 20 orang tua siswa.": ("20 orang tua siswa", "orang tua", "orang tua siswa"),
    "Ada 14 kabupaten dan kota.": ("14 kabupaten dan kota", "kabupaten", "kabupaten dan kota"),
    "Ada 20 orang guru honorer.": ("20 orang guru honorer", "orang", "guru honorer"),
    "Ada tiga ekor sapi kurban.": ("tiga ekor sapi kurban", "ekor", "sapi kurban"),
    "Ada tiga unit mobil pemadam di sana.": ("tiga unit mobil pemadam", "unit", "mobil pemadam"),
    "Lulus 60 persen murid di sana.": ("60 persen murid", "persen", "murid"),
    "Lulus 20 persen dari 1.250 siswa baru.": ("20 persen", "persen", "siswa baru"),
    "Lulus 20 persen dari seluruh peserta.": ("20 persen", "persen", "peserta"),
    "Lulus 20 persen tahun ini.": ("20 persen", "persen", None),
    "Gudang menyimpan 30 ton beras merah.": ("30 ton beras merah", "t", "beras merah"),
    "Lulus tiga dari lima siswa SD.": ("tiga dari lima siswa SD", None, "siswa SD"),
    "Lulus sepertiga dari peserta seleksi.": ("sepertiga", None, "peserta seleksi"),
}


@pytest.mark.parametrize(("text", "expected"), BEHIND.items())
def test_what_follows_the_number(text: str, expected: tuple[str, str | None, str | None]) -> None:
    found = next(figures(text))
    assert (found.text, found.unit, found.counted) == expected
    assert text[found.start_char : found.end_char] == found.text


def test_numbers_behind_names_count_where_they_make_a_list() -> None:
    found = figures("Aduan datang dari Jawa Timur 47 aduan, Bali 25 aduan, dan Aceh 18 aduan.")
    assert [(figure.text, figure.unit) for figure in found] == [
        ("47 aduan", "aduan"),
        ("25 aduan", "aduan"),
        ("18 aduan", "aduan"),
    ]


BEFORE = {
    "Kami mengawal fasilitator daerah sebanyak 560 orang di sana.": ("orang", "fasilitator daerah"),
    "Menurut dia jumlah guru honorer mencapai 1,6 juta.": ("guru", "guru honorer"),
    "Jumlah siswa di sekolah itu mencapai 214 orang.": ("orang", "siswa"),
    "Jumlah siswa yang absen mencapai 214 orang.": ("orang", "siswa"),
    "Guru yang mengikuti pelatihan sebanyak 30 orang.": ("orang", "Guru"),
    "Kini guru di daerah terpencil tercatat 30 orang.": ("orang", "guru"),
    "Angka itu diambil dari dosen tetap yang mencapai 90 orang.": ("orang", "dosen tetap"),
    "Polisi memeriksa saksi 10 orang.": ("orang", "saksi"),
    "Ia meminjamkan lahan desa seluas 400 meter persegi.": ("m2", "lahan desa"),
    "Alat itu diuji di lahan seluas 2,5 hektare.": ("ha", "lahan"),
    "Warga meminta perbaikan jalan sepanjang 2 km.": ("km", "jalan"),
    "Kita ekspor 26 juta ton.": ("t", None),
    "Jumlahnya mencapai 803 orang.": ("orang", None),
    "Pada 2025 tercatat 803 orang.": ("orang", None),
    "Harga naik dua kali lipat.": ("kali", None),
    "Di gedung itu 20 orang.": ("orang", None),
    "Perahu berisi 12 orang.": ("orang", None),
    "Data dua sekolah yaitu 90 orang.": ("orang", None),
}


@pytest.mark.parametrize(("text", "expected"), BEFORE.items())
def test_what_precedes_the_number(text: str, expected: tuple[str, str | None]) -> None:
    found = list(figures(text))[-1]
    assert (found.unit, found.counted) == expected
