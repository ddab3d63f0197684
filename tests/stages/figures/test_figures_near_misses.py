"""Numbers that are no figures."""

from __future__ import annotations

import pytest

from pipeline.stages.figures.resolve import figures

NAMES_AND_IDENTIFIERS = [
    "Ia mengajar di SMAN 1 Kudus.",
    "Ia mengajar di SMP Melati 1 Kudus, lalu SMP Melati 3 Kudus.",
    "Ia mengajar di SD Negeri 3 Pangkalan.",
    "Hal itu diatur dalam Pasal 31 ayat (1).",
    "Hal itu diatur dalam Pasal 27A, 32, dan 35 undang-undang itu.",
    "Ia mengutip UU Nomor 20 Tahun 2003 tentang pendidikan.",
    "Sekolah tutup selama pandemi Covid-19.",
    "Guru itu ber-NIP 19800101 200501 1 001.",
    "Hubungi 0812-3456-7890 atau (021) 5551234.",
    "Kirim pesan ke +6281234567890 ya.",
    "Rekeningnya 1234567890123456789012.",
    "Presidensi G20 berakhir.",
    "Guru di daerah 3T mendapat tunjangan.",
    "Era industri 4.0 telah tiba.",
    "Sekolah memakai kurikulum 2013 revisi.",
    "Sekolah memakai K-13 lagi.",
    "Ia memakai versi 2.1 aplikasi.",
    "Alamat servernya 192.168.1.1 tadi.",
    "Ia siswa kelas 8 sekolah itu.",
    "Menu itu dibagikan di Sekolah Dasar Negeri (SDN) 3 Karang.",
    "Rapat di ruang 12 gedung utama.",
    "Rumahnya di RT 02 RW 05 desa itu.",
    "Rumahnya di Jalan Melati No. 12 Kudus.",
    "Pesawat Boeing 737 milik maskapai itu mendarat.",
    "Klub itu bermain di Liga 1 Indonesia.",
    "Timnya menang 3-0 di kandang.",
    "Skornya 2-1 untuk tuan rumah.",
    "Lihat halaman 12 buku itu.",
    "Ia mengikuti program “Satu Anak Satu Pohon” itu.",
    "Buka https://contoh.id/a/12-siswa/2024?x=20 sekarang.",
    "Tulis ke guru12@contoh.id atau 12@contoh.id saja.",
    "1. Buka laman itu",
    "2) Pilih menu daftar",
    "Langkahnya adalah 6) mengisi formulir.",
]

DATES_AND_TIMES = [
    "Acara digelar Rabu (12/11/2025).",
    "Acara digelar 12 November 2025.",
    "Acara digelar 12-14 November.",
    "Acara digelar pukul 09.00 WIB.",
    "Acara digelar pukul 09.00-12.00.",
    "Pelatihan berlangsung tiga bulan.",
    "Pelatihan berlangsung 5 (lima) tahun.",
    "Pelatihan berlangsung puluhan tahun.",
    "Pelatihan berlangsung setengah jam.",
    "Ia menunggu dua pekan.",
    "Itu terjadi sejak 1990-an.",
    "Itu terjadi pada abad ke-21.",
    "Itu terjadi pada hari ke-3.",
    "Pada tahun 2024 siswa itu lulus.",
    "Pemilu 2024 berlangsung aman.",
    "Rencana 2024-2025 sudah siap.",
    "Peristiwa 17 Agustus 1945 dikenang.",
]

WORDS = [
    "Mereka saling membantu satu sama lain.",
    "Salah satu guru hadir.",
    "Itu satu-satunya jalan.",
    "Siswa masuk satu per satu.",
    "Kedua, guru harus hadir.",
    "Kedua orang tua itu hadir.",
    "Ketiga siswa itu hadir.",
    "Ia setengah hati bekerja.",
    "Timnya lolos ke babak 8 besar.",
    "Timnya mencapai empat besar.",
    "Ia tertidur saat istirahat kedua setengah jam.",
    "Mereka bicara empat mata.",
    "Seorang guru hadir.",
    "Beberapa guru hadir.",
    "Satuan pendidikan itu tutup.",
    "Pertama kali ia hadir.",
]


@pytest.mark.parametrize("text", [*NAMES_AND_IDENTIFIERS, *DATES_AND_TIMES, *WORDS])
def test_no_figure(text: str) -> None:
    assert [found.text for found in figures(text)] == []


MALFORMED = [
    "Ada 1.25.30 siswa.",
    "Ada dua tiga empat siswa.",
    "Ada 4 (lima) orang guru.",
    "Harganya Rp 5 juta-Rp 2 juta.",
    "Ada 10 dari 5 siswa.",
]


@pytest.mark.parametrize("text", MALFORMED)
def test_two_readings_left_are_none(text: str) -> None:
    assert [found.text for found in figures(text) if found.kind in ("money", "ratio") or "(" in found.text] == []
