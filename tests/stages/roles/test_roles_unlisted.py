"""Role phrases that hold words no lexicon knows, and lay roles with what narrows them: how far each reaches."""

from __future__ import annotations

import pytest

from tests.stages.roles.conftest import Roles

HELD = [
    # a body's unknown words that lead to a holder
    (
        "Kepala Biro Humas dan Admisi Universitas Tirta Jaya (Untirja), Bagus Prakoso, hadir.",
        [("Kepala Biro Humas dan Admisi Universitas Tirta Jaya (Untirja)", "Bagus Prakoso", "before_name")],
    ),
    (
        "Kepala Seksi Gizi, Jamuan, dan Minuman Dinas Kesehatan Kabupaten Sleman, Ratna Wibowo, setuju.",
        [("Kepala Seksi Gizi, Jamuan, dan Minuman Dinas Kesehatan Kabupaten Sleman", "Ratna Wibowo", "before_name")],
    ),
    (
        "Kepala Biro Hukum Sekretariat Jenderal (Setjen) Kementerian Agama, Bagus Prakoso, setuju.",
        [("Kepala Biro Hukum Sekretariat Jenderal (Setjen) Kementerian Agama", "Bagus Prakoso", "before_name")],
    ),
    (
        "Menurut Direktur Nusantara Civic Watch (NCW) Bagus Prakoso, minat naik.",
        [("Direktur Nusantara Civic Watch (NCW)", "Bagus Prakoso", "before_name")],
    ),
    (
        "Kepala Bidang Dikdas, Disdikbud Metro, Bagus Prakoso menuturkan.",
        [("Kepala Bidang Dikdas, Disdikbud Metro", "Bagus Prakoso", "before_name")],
    ),
    (
        "Wali Kota Zirnitra, Maher Wibowo, mengatakan hal itu.",
        [("Wali Kota Zirnitra", "Maher Wibowo", "before_name")],
    ),
    (
        "Kepala Ekonom Permata Bank, Bagus Prakoso menyebut angka itu.",
        [("Kepala Ekonom Permata Bank", "Bagus Prakoso", "before_name")],
    ),
    (
        "Ketua Balai Benih Padi, Ikan, dan Tumbuhan Jawa Tengah Ratna Wibowo hadir.",
        [("Ketua Balai Benih Padi, Ikan, dan Tumbuhan Jawa Tengah", "Ratna Wibowo", "before_name")],
    ),
    (
        "Kepala SPPG Labuan Kanangi, Kecamatan Tambora, Ratna Wibowo hadir.",
        [("Kepala SPPG Labuan Kanangi, Kecamatan Tambora", "Ratna Wibowo", "before_name")],
    ),
    (
        "Bupati Kotawaringin Barat (Kobar), Kalimantan Tengah, Ratna Wibowo berharap.",
        [("Bupati Kotawaringin Barat (Kobar), Kalimantan Tengah", "Ratna Wibowo", "before_name")],
    ),
    (
        "Kepala Staf Kepresidenan (KSP) Ratna Wibowo meninjau sekolah.",
        [("Kepala Staf Kepresidenan (KSP)", "Ratna Wibowo", "before_name")],
    ),
    (
        "Kepala Sekolah Rakyat Menengah Atas (SRMA) 9 Lampung Selatan Ratna Wibowo hadir.",
        [("Kepala Sekolah Rakyat Menengah Atas (SRMA) 9 Lampung Selatan", "Ratna Wibowo", "before_name")],
    ),
    (
        "Anggota DPR dari daerah pemilihan Papua Bagus Prakoso bertanya.",
        [("Anggota DPR dari daerah pemilihan Papua", "Bagus Prakoso", "before_name")],
    ),
    (
        "Wakil Gubernur Kalteng di Kantor Gubernur Kalteng, Palangka Raya.",
        [("Wakil Gubernur Kalteng", None, "alone")],
    ),
    # lay roles
    ("Siswa SMK kelas XI, Ratna Wibowo, sakit.", [("Siswa SMK kelas XI", "Ratna Wibowo", "before_name")]),
    (
        "Mahasiswa Universitas Tadulako angkatan 2023, Ratna Wibowo, hadir.",
        [("Mahasiswa Universitas Tadulako angkatan 2023", "Ratna Wibowo", "before_name")],
    ),
    (
        "Siswa SMP di Bandar Lampung berinisial KA (13) pulang.",
        [("Siswa SMP di Bandar Lampung", "KA", "before_name")],
    ),
    ("Adi, seorang warga Sukarindang, juga setuju.", [("warga Sukarindang", "Adi", "apposition")]),
    ("“Setuju,” kata Ratna, warga Kelurahan Madrasari.", [("warga Kelurahan Madrasari", "Ratna", "apposition")]),
    (
        "Konselor akademik dan karier Universitas Tadulako, Ratna Wibowo, hadir.",
        [("Konselor akademik dan karier Universitas Tadulako", "Ratna Wibowo", "before_name")],
    ),
    (
        "Kuasa hukum para pemohon, Abdul Hakim, hadir. Hakim mengatakan siap.",
        [("Kuasa hukum para pemohon", "Abdul Hakim", "before_name")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), HELD, ids=[text for text, _ in HELD])
def test_unlisted(roles_of: Roles, text: str, expected: list[tuple[str, str | None, str]]) -> None:
    found = [(phrase, role.holder.name if role.holder else None, role.rule) for phrase, role in roles_of(text)]
    assert found == expected
