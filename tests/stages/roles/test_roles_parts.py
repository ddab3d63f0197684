"""A role phrase split into position, unit, organization and region."""

from __future__ import annotations

import pytest

from tests.stages.roles.conftest import Roles

# text, position, unit, organization, its type, region, its code
PARTS = [
    ("Wakil Bupati OKI Marzuki", "Wakil Bupati", None, None, None, "Ogan Komering Ilir", "16.02"),
    ("Kepala BGTK Provinsi Sumatera Selatan, Ratna", "Kepala", None, "BGTK", "agency", "Sumatera Selatan", "16"),
    (
        "Kabid GTK Dinas Pendidikan Provinsi Sumatera Selatan, Ratna",
        "Kepala Bidang", "GTK", "Dinas Pendidikan", "local_agency", "Sumatera Selatan", "16",
    ),
    (
        "Kepala Dinas Pendidikan, Kepemudaan, dan Olahraga Kabupaten Kudus Ratna",
        "Kepala Dinas", None, "Dinas Pendidikan, Kepemudaan, dan Olahraga", "local_agency", "Kudus", "33.19",
    ),
    (
        "Kadisdik Kalimantan Barat Ratna",
        "Kepala Dinas", None, "Dinas Pendidikan", "local_agency", "Kalimantan Barat", "61",
    ),
    ("Kepala SMAN 1 Pontianak, Ratna", "Kepala Sekolah", None, "SMAN 1", "school", "Pontianak", "61.71"),
    ("Ketua Komite SMAN 23 Palembang Ratna", "Ketua", "Komite", "SMAN 23", "school", "Palembang", "16.71"),
    ("Anggota Komisi IV DPRD Garut Ratna", "Anggota", "Komisi IV", "DPRD", "legislature", "Garut", "32.05"),
    ("anggota Komisi X DPR RI, Ratna,", "Anggota", "Komisi X", "DPR RI", "legislature", None, None),
    (
        "Mendikdasmen Ratna",
        "Menteri", None, "Kementerian Pendidikan Dasar dan Menengah", "ministry", None, None,
    ),
    (
        "Kepala Kantor Kementerian Agama Kabupaten Garut Ratna",
        "Kepala", None, "Kantor Kementerian Agama", "agency", "Garut", "32.05",
    ),
    (
        "Dekan Fakultas Teknik Universitas Tadulako Ratna",
        "Dekan", "Fakultas Teknik", "Universitas Tadulako", "university", None, None,
    ),
    (
        "dosen Universitas Negeri Yogyakarta Ratna",
        "Dosen", None, "Universitas Negeri Yogyakarta", "university", None, None,
    ),
    (
        "Sekretaris Dinas Pendidikan Kabupaten Kudus Ratna",
        "Sekretaris Dinas", None, "Dinas Pendidikan", "local_agency", "Kudus", "33.19",
    ),
    ("Ketua PGRI Kabupaten Agam, Ratna", "Ketua", None, "PGRI", "association", "Agam", "13.06"),
    ("Kapolres Tanah Laut AKBP Ratna", "Kepala Kepolisian Resor", None, None, None, "Tanah Laut", "63.01"),
    ("Camat Menes Ratna", "Camat", None, None, None, "Menes", "36.01.13"),
    ("Wali Kota Bandung Ratna", "Wali Kota", None, None, None, "Bandung", "32.73"),
    ("Bupati Bandung Ratna", "Bupati", None, None, None, "Bandung", "32.04"),
    ("Presiden RI Ratna", "Presiden", None, None, None, "Indonesia", None),
    ("Pengasuh Ponpes Langit Tuban Jawa Timur, Ratna", "Pengasuh", None, "Ponpes Langit", "school", "Tuban", "35.23"),
    (
        "Kepala Disdikpora Kudus, Ratna",
        "Kepala Dinas", None, "Disdikpora", "local_agency", "Kudus", "33.19",
    ),
    ("Ketua Pengurus Yayasan Untad, Ratna", "Ketua", "Pengurus", "Yayasan Untad", "association", None, None),
    ("Presiden ke-9 RI Ratna", "Presiden", None, None, None, "Indonesia", None),
    ("Duta Besar RI untuk Kanada, Ratna", "Duta Besar", None, None, None, "Kanada", None),
    ("Kapolsek Jekulo, AKP Ratna", "Kepala Kepolisian Sektor", None, None, None, "Jekulo", "33.19.06"),
    ("Kepala Desa Tanjung Bidara, Rugiyanto", "Kepala Desa", None, None, None, "Tanjung Bidara", None),
    ("Kadis Sarpras Kudus, Rugiyanto", "Kepala Dinas", "Sarpras", None, None, "Kudus", "33.19"),
    ("Kepala Dinas P3AP2KB Kudus, Ratna", "Kepala Dinas", None, "Dinas P3AP2KB", "local_agency", "Kudus", "33.19"),
    (
        "Kepala Dinas Kesehatan Pemkab Kudus Ratna",
        "Kepala Dinas", None, "Dinas Kesehatan", "local_agency", "Kudus", "33.19",
    ),
    (
        "Kepala Bidang SMP pada Dinas Pendidikan Kudus, Ratna",
        "Kepala Bidang", "SMP", "Dinas Pendidikan", "local_agency", "Kudus", "33.19",
    ),
    (
        "Wakil Kepala BGN bidang Komunikasi Publik Ratna",
        "Wakil Kepala", "Komunikasi Publik", "BGN", "agency", None, None,
    ),
    (
        "Staf Ahli Menteri Agama Bidang Hukum, Ratna",
        "Staf Ahli Menteri", "Bidang Hukum", "Kementerian Agama", "ministry", None, None,
    ),
    (
        "Ketua Lembaga Uji Masuk Perguruan Tinggi (LUMPT), Ratna",
        "Ketua", None, "Lembaga Uji Masuk Perguruan Tinggi", "other", None, None,
    ),
    (
        "Mendikdasmen RI Ratna",
        "Menteri", None, "Kementerian Pendidikan Dasar dan Menengah", "ministry", None, None,
    ),
    ("Kepala SDK Ruteng IV, Ratna", "Kepala Sekolah", None, "SDK Ruteng IV", "school", None, None),
    ("Kepala SMPK St. Yosef Seon, Ratna", "Kepala Sekolah", None, "SMPK St. Yosef Seon", "school", None, None),
    ("Kepala SPPG Polres Kudus Ratna", "Kepala", None, "SPPG Polres", "agency", "Kudus", "33.19"),
    ("Wartawan Kabarkita.id, Ratna", "Wartawan", None, "Kabarkita.id", "media", None, None),
    ("Anggota Komisi E DPRD DKI Jakarta Ratna", "Anggota", "Komisi E", "DPRD", "legislature", "DKI Jakarta", "31"),
    ("Guru SMP Bina Karya, Meganita Oktaria", "Guru", None, "SMP Bina Karya", "school", None, None),
]  # fmt: skip


@pytest.mark.parametrize("row", PARTS, ids=[row[0] for row in PARTS])
def test_parts(roles_of: Roles, row: tuple[str | None, ...]) -> None:
    text, *parts = row
    ((_, role),) = roles_of(f"{text} hadir.")
    assert role.holder is not None
    assert [role.position, role.unit, role.organization, role.organization_type, role.region, role.region_code] == parts


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Bupati Sleman Ratna hadir.", "current"),
        ("Plt. Kepala Dinas Pendidikan Sleman Ratna hadir.", "acting"),
        ("Pj. Gubernur Jambi Ratna hadir.", "acting"),
        ("Pelaksana Tugas (Plt) Kepala Dinas Pendidikan Sleman Ratna hadir.", "acting"),
        ("mantan Bupati Sleman Ratna hadir.", "former"),
        ("Calon Bupati Sleman Ratna hadir.", "candidate"),
        ("Presiden terpilih Ratna hadir.", "elect"),
    ],
)
def test_status(roles_of: Roles, text: str, status: str) -> None:
    ((_, role),) = roles_of(text)
    assert role.status == status


@pytest.mark.parametrize(
    ("text", "role_class"),
    [
        ("Bupati Sleman Ratna hadir.", "official"),
        ("Ketua DPRD Sleman Ratna hadir.", "official"),
        ("Ketua PGRI Sleman Ratna hadir.", "institutional"),
        ("Rektor Universitas Tadulako Ratna hadir.", "institutional"),
        ("Dosen Universitas Tadulako Ratna hadir.", "professional"),
        ("Siswa SMAN 1 Pontianak, Ratna, hadir.", "lay"),
    ],
)
def test_role_class(roles_of: Roles, text: str, role_class: str) -> None:
    ((_, role),) = roles_of(text)
    assert role.role_class == role_class


def test_the_first_of_a_pair_takes_the_region_of_the_second(roles_of: Roles) -> None:
    roles = roles_of("Bupati dan Wakil Bupati OKI, Marzuki Dahlan dan Ratna Wibowo, hadir.")
    assert [role.region_code for _, role in roles] == ["16.02", "16.02"]


def test_a_region_with_two_readings_follows_the_article(roles_of: Roles) -> None:
    (_, role), *_ = roles_of("Kepala SD Negeri 3 Jekulo, Ratna, hadir. Rapat digelar di Kabupaten Kudus.")
    assert (role.organization, role.region, role.region_code) == ("SD Negeri 3", "Jekulo", "33.19.06")
