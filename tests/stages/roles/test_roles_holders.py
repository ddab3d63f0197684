"""Which phrases are roles, where they end, and whose they are."""

from __future__ import annotations

import pytest

from tests.stages.roles.conftest import Roles

HELD = [
    (
        "Permohonan diajukan seorang guru honorer bernama Sae’d.",
        [("guru honorer", "Sae’d", "before_name")],
    ),
    ("“Cukup,” jelas Ratna, orang tua Nur Azizah.", [("orang tua Nur Azizah", "Ratna", "apposition")]),
    (
        "Salah seorang warga yang mendukung adalah Sudi (53).",
        [("warga", "Sudi", "before_name")],
    ),
    ("Bagus salah seorang guru SMK 1 Kudus hadir.", [("guru SMK 1 Kudus", "Bagus", "apposition")]),
    ("Nisa, salah satu orang tua mengaku cemas.", [("orang tua", "Nisa", "apposition")]),
    (
        "Hadir Bagus Prakoso mahasiswa Universitas Tadulako.",
        [("mahasiswa Universitas Tadulako", "Bagus Prakoso", "apposition")],
    ),
    (
        "Ia diwakili Umar Usman selaku Pemohon I, Bagus Prakoso selaku Pemohon II.",
        [("Pemohon I", "Umar Usman", "apposition"), ("Pemohon II", "Bagus Prakoso", "apposition")],
    ),
    (
        "Menteri Komunikasi dan Digital (Menkomdigi)Ratna Wibowo hadir.",
        [("Menteri Komunikasi dan Digital (Menkomdigi)", "Ratna Wibowo", "before_name")],
    ),
    ("Kepala BGN,Ratna Wibowo, hadir.", [("Kepala BGN", "Ratna Wibowo", "before_name")]),
    (
        "Kepala sekolahnya, Ratna Wibowo, hadir. Kuasa hukumnya, Bagus Prakoso, diam.",
        [("Kepala sekolahnya", "Ratna Wibowo", "before_name"), ("Kuasa hukumnya", "Bagus Prakoso", "before_name")],
    ),
    (
        "Rektor Universitas Tadulako periode 2022–2026, Ratna Wibowo, hadir.",
        [("Rektor Universitas Tadulako", "Ratna Wibowo", "before_name")],
    ),
    (
        "Kabid Humas Polda Papua Komisaris Besar (Kombes) Bagus Ady Prabowo hadir.",
        [("Kabid Humas Polda Papua", "Bagus Ady Prabowo", "before_name")],
    ),
    (
        "Ratna Wibowo, perempuan kelahiran Kudus, kini menjabat Kepala Dinas Pendidikan Sleman.",
        [("Kepala Dinas Pendidikan Sleman", "Ratna Wibowo", "apposition")],
    ),
    ("Usai menjenguk korban, Ratna Wibowo berdoa bersama.", []),
    ("Saat ditanya oleh wartawan yang datang ke lokasi, Ratna Wibowo diam.", []),
    ("Bagus Prakoso, rekan ayah Umar Usman yang juga dokter, hadir.", []),
    ("Wakil Bupati OKI, Marzuki Dahlan, hadir.", [("Wakil Bupati OKI", "Marzuki Dahlan", "before_name")]),
    ("Bupati Sleman Kusmiyati hadir.", [("Bupati Sleman", "Kusmiyati", "before_name")]),
    ("Marzuki Dahlan, Wakil Bupati OKI, hadir.", [("Wakil Bupati OKI", "Marzuki Dahlan", "apposition")]),
    ("Ali Maskur selaku Ketua Panitia hadir.", [("Ketua Panitia", "Ali Maskur", "apposition")]),
    ("Ratna Wibowo (45), guru SMA Negeri 2 Ubud, hadir.", [("guru SMA Negeri 2 Ubud", "Ratna Wibowo", "apposition")]),
    (
        "Ratna Wibowo yang menjabat sebagai Kepala BGTK Provinsi Jambi hadir.",
        [("Kepala BGTK Provinsi Jambi", "Ratna Wibowo", "apposition")],
    ),
    (
        "Ketua Panitia sekaligus Kepala Bidang GTK, Ratna Wibowo, hadir.",
        [("Ketua Panitia", "Ratna Wibowo", "chain"), ("Kepala Bidang GTK", "Ratna Wibowo", "before_name")],
    ),
    (
        "Ratna Wibowo, Rektor Universitas Tadulako sekaligus Ketua PGRI Sulawesi Tengah, hadir.",
        [
            ("Rektor Universitas Tadulako", "Ratna Wibowo", "apposition"),
            ("Ketua PGRI Sulawesi Tengah", "Ratna Wibowo", "chain"),
        ],
    ),
    (
        "Bupati dan Wakil Bupati OKI, Marzuki Dahlan dan Ratna Wibowo, hadir.",
        [("Bupati", "Marzuki Dahlan", "pair"), ("Wakil Bupati OKI", "Ratna Wibowo", "pair")],
    ),
    (
        "Kepala Disdik Kota Bandung melalui Kabid SMP, Budi Santoso, setuju.",
        [("Kepala Disdik Kota Bandung", None, "alone"), ("Kabid SMP", "Budi Santoso", "before_name")],
    ),
    (
        "Kuasa hukum Ratna Wibowo, Bagus Prakoso, hadir.",
        [("Kuasa hukum Ratna Wibowo", "Bagus Prakoso", "before_name")],
    ),
    (
        "Bagus Prakoso, kuasa hukum Ratna Wibowo, hadir.",
        [("kuasa hukum Ratna Wibowo", "Bagus Prakoso", "apposition")],
    ),
    (
        "Wakil Menteri Pendidikan Dasar dan Menengah Indonesia ( Wamendikdasmen ), Bagus Prakoso, hadir.",
        [("Wakil Menteri Pendidikan Dasar dan Menengah Indonesia ( Wamendikdasmen )", "Bagus Prakoso", "before_name")],
    ),
    (
        "Kepala Puskesmas Cilincing, Jakarta Utara, Ratna Wibowo hadir.",
        [("Kepala Puskesmas Cilincing, Jakarta Utara", "Ratna Wibowo", "before_name")],
    ),
    (
        "Bupati Sleman Kusmiyati hadir. Saat ditanya, bupati mengatakan dana cukup.",
        [("Bupati Sleman", "Kusmiyati", "before_name"), ("bupati", None, "alone")],
    ),
    (
        "Dua siswa SMAN 1 Kudus, yaitu Ratna Wibowo dan Bagus Prakoso, hadir.",
        [("siswa SMAN 1 Kudus", "Ratna Wibowo", "before_name"), ("siswa SMAN 1 Kudus", "Bagus Prakoso", "list")],
    ),
    (
        "Ketua dan Wakil Ketua DPRD Kudus, yaitu Ratna Wibowo dan Bagus Prakoso, hadir.",
        [("Ketua", "Ratna Wibowo", "pair"), ("Wakil Ketua DPRD Kudus", "Bagus Prakoso", "pair")],
    ),
    (
        "Ratna Wibowo semasa bertugas sebagai Kepala SMAN 1 Kudus dikenal tegas.",
        [("Kepala SMAN 1 Kudus", "Ratna Wibowo", "apposition")],
    ),
    (
        "Menurut Ratna Wibowo, Kepala Dinas Pendidikan Kudus sudah menerima laporan.",
        [("Kepala Dinas Pendidikan Kudus", None, "alone")],
    ),
    (
        "Menurut Ratna Wibowo, Kepala Dinas Pendidikan Kudus, laporan sudah diterima.",
        [("Kepala Dinas Pendidikan Kudus", "Ratna Wibowo", "apposition")],
    ),
    (
        "“Naik,” kata Ratna Wibowo, Menteri Sosial dikutip Antara.",
        [("Menteri Sosial", "Ratna Wibowo", "apposition")],
    ),
    ("Irjen Kemenag Ratna Wibowo hadir.", [("Irjen Kemenag", "Ratna Wibowo", "before_name")]),
    ("“Siap,” kata Menteri Arya.", [("Menteri", "Arya", "before_name")]),
    ("Salah seorang siswi yang ikut dirawat, Ratna mengaku pusing.", [("siswi", "Ratna", "before_name")]),
    ("Dosen Universitas Tadulako lainnya, Ratna Wibowo, hadir.", [
        ("Dosen Universitas Tadulako", "Ratna Wibowo", "before_name"),
    ]),
    ("Ketua: Ratna Wibowo", [("Ketua", "Ratna Wibowo", "before_name")]),
    ("Ratna Wibowo saat ini menjabat sebagai Dekan Fakultas Teknik.", [
        ("Dekan Fakultas Teknik", "Ratna Wibowo", "apposition"),
    ]),
    ("Ratna Wibowo dikukuhkan sebagai Rektor Untad.", [("Rektor Untad", "Ratna Wibowo", "apposition")]),
    ("Kepala Dinas Kesehatan Kudus, dokter Ratna Wibowo, hadir.", [
        ("Kepala Dinas Kesehatan Kudus", "Ratna Wibowo", "chain"),
        ("dokter", "Ratna Wibowo", "before_name"),
    ]),
    ("Gubernur–Wakil Gubernur Jambi, Marzuki Dahlan dan Ratna Wibowo, hadir.", [
        ("Gubernur", "Marzuki Dahlan", "pair"),
        ("Wakil Gubernur Jambi", "Ratna Wibowo", "pair"),
    ]),
    ("Ditegaskan Mendikdasmen bahwa soal itu selesai.", [("Mendikdasmen", None, "alone")]),
    (
        "Mantan Wali Kota Banjarmasin Syahrian Noor hadir.",
        [("Mantan Wali Kota Banjarmasin", "Syahrian Noor", "before_name")],
    ),
    ("“Siap,” kata Bupati.", [("Bupati", None, "alone")]),
    ("Mendikdasmen berharap soal itu selesai.", [("Mendikdasmen", None, "alone")]),
    ("Bupati Agam meminta warga tenang.", [("Bupati Agam", None, "alone")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "held"), HELD, ids=[text for text, _ in HELD])
def test_held(roles_of: Roles, text: str, held: list[tuple[str, str | None, str]]) -> None:
    found = roles_of(text)
    assert [(written, role.holder and role.holder.name, role.rule) for written, role in found] == held
    assert all(text[role.start : role.end] == written for written, role in found)


NONE = [
    "Para guru dan siswa mengikuti upacara.",
    "Warga menolak aturan itu.",
    "Surat itu sesuai Peraturan Menteri Pendidikan.",
    "Rapat digelar di Kantor Bupati.",
    "Para Kepala Sekolah menghadiri rapat.",
    "Mahasiswa Universitas Sultan Agung berkumpul.",
    "Ia sakit kepala sejak pagi.",
    "Saat ditanya, bupati mengatakan dana cukup.",
    "Tim itu meraih Piala Presiden.",
    "Irjen Ratna Wibowo hadir bersama Irjen Pol Bagus Prakoso.",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_nobodys(roles_of: Roles, text: str) -> None:
    assert [written for written, _ in roles_of(text)] == []
