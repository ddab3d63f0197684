"""Near misses: what looks like a time and must give no row."""

from __future__ import annotations

import pytest

NOTHING = [
    "Ia mengajar di SMAN 3 dan SD Negeri 12.",
    "Hal itu diatur dalam Pasal 31 ayat (3).",
    "UU Nomor 20 Tahun 2003 mengatur hal itu.",
    "Permendikdasmen No. 6 Tahun 2025 mengatur hal itu.",
    "UU 14 Tahun 2005 mengatur hal itu.",
    "Putusan Nomor 62/PUU-XXII/2024 mengatur hal itu.",
    "Tim itu menang 2-1 dan 21-18.",
    "Hubungi 0812-3456-7890 atau (021) 555-1234.",
    "Nomor rekeningnya 1202-2025-1111.",
    "Alamat servernya 192.168.1.1.",
    "Aplikasi itu versi 2.11.2 sudah rilis.",
    "Skalanya 1:20 dan rasionya 3/4.",
    "Sebanyak 12/11 bagian telah selesai.",
    "Biayanya Rp 2.025 atau 2.025.000 rupiah.",
    "Sebanyak 2025 siswa menerima beasiswa.",
    "Ada 2000 guru yang hadir.",
    "Ia duduk di kelas 5 ruang 12 halaman 30.",
    "Pada 31 April 2025 tidak ada rapat.",
    "Pada 29 Februari 2025 tidak ada rapat.",
    "Rapat 45/13/2025 tidak ada.",
    "Bocah 12 tahun itu berenang.",
    "Pengguna di bawah 16 tahun dilarang masuk.",
    "Lansia di atas 60 tahun dan anak-anak di bawah lima tahun didahulukan.",
    "Korban ialah Ratna Dewi, 21 tahun, dan Budi.",
    "Salwa (17 tahun) ikut hadir.",
    "Guru berusia 45 tahun itu mengajar.",
    "Anak usia 3–6 tahun diterima di PAUD.",
    "Menuju Indonesia Emas 2045, guru disiapkan.",
    "Ia mengikuti lomba MRC 2025.",
    "Sekolah itu memakai Kurikulum 2013.",
    "Sesuai UUD 1945, pendidikan adalah hak.",
    "Ia lulusan Universitas 17 Agustus 1945.",
    "Ia lulusan Universitas Sebelas Maret.",
    "Ia lulusan Institut Teknologi Sepuluh Nopember.",
    "Rumahnya di Jalan 10 November.",
    "Ia berbelanja di Pasar Minggu.",
    "Guru itu bernama Mei Lestari.",
    "Siswi itu, Juni Ardianti, juara.",
    "Santri bernama Rizki Ramadhan juara.",
    "Ia tinggal di Mandailing Natal.",
    "Kegiatan sehari-hari berjalan.",
    "Peringatan ulang tahun ke-50 sekolah itu meriah.",
    "Ia menempuh enam jam pelajaran.",
    "Ia mahasiswa semester 5.",
    "Setiap guru dan tiap sekolah hadir.",
    "Ia lalu pulang melewati lalu lintas padat.",
    "Ia lebih dulu pulang.",
    "Peserta G20, COVID-19, K-13, dan era 4.0 hadir.",
    "Ia menonton video 20detik.",
    "Selamat pagi, anak-anak.",
    "Upacara Hari Guru Nasional digelar di halaman.",
    "Salah satu bulan yang sibuk.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_row(dates_of, text):
    assert [row.text for row in dates_of(text)] == []


def test_a_year_is_told_from_a_count_by_what_follows(check):
    check("Pada [[2024]] naik menjadi 71, dan 2024 siswa lulus.")


def test_a_week_is_told_from_sunday(check):
    values = [row.value for row in check("[[Minggu ini]] sepi, [[Minggu (9/11)]] ramai, [[dua minggu]] tutup.")]
    assert values == ["2025-W46", "2025-11-09", "P2W"]
