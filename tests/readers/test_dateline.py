"""Datelines in the styles of many outlets, and openings that are none."""

import pytest

from pipeline.readers.dateline import parse

DATELINES = [
    ("KAYUAGUNG, HARIANMUSI.com – ", "Kayuagung"),
    ("JAKARTA, HARIAN LENTERA — ", "Jakarta"),
    ("JAKARTA — ", "Jakarta"),
    ("JAKARTA, – ", "Jakarta"),
    ("BANDAR LAMPUNG, - ", "Bandar Lampung"),
    ("Palembang (KANTOR BERITA SWARNA) - ", "Palembang"),
    ("Makassar, (KANTOR BERITA) - ", "Makassar"),
    ("Manila (SWARNA/DPA) - ", "Manila"),
    ("Jakarta, Kabar Indonesia -- ", "Jakarta"),
    ("Surabaya, kabarSatu.com – ", "Surabaya"),
    ("Semarang - ", "Semarang"),
    ("Bogor-", "Bogor"),
    ("Minahasa–", "Minahasa"),
    ("Kabar6.com, Jakarta -", "Jakarta"),
    ("Kabar6.com, JAKARTA - ", "Jakarta"),
    ("KABAR.CO.ID, BANDUNG BARAT -- ", "Bandung Barat"),
    ("KABAR.CO.ID, JAKARTA -- - ", "Jakarta"),
    ("KABAR.CO.ID,MANADO ", "Manado"),
    ("KABAR.co.id | SURABAYA - ", "Surabaya"),
    ("KABAR-MEDAN.COM, MEDAN - ", "Medan"),
    ("KABAR.CO.ID - JAKARTA. ", "Jakarta"),
    ("Jakarta, 12 November 2025 — ", "Jakarta"),
    ("Jakarta (12/11) - ", "Jakarta"),
    ("Semarang, Rabu, 12 November 2025 - ", "Semarang"),
    ("Jakarta, Rabu (12/11/2025) – ", "Jakarta"),
    ("Jakarta: ", "Jakarta"),
    ("Jakarta | ", "Jakarta"),
    ("KBR, Palembang: ", "Palembang"),
    ("Kota Bandung – ", "Kota Bandung"),
    ("KABUPATEN OKI - ", "Kabupaten Ogan Komering Ilir"),
    ("OKI - ", "Ogan Komering Ilir"),
    ("D.I. YOGYAKARTA - ", "D.I. Yogyakarta"),
    ("Kayuagung, OKI, Sumsel - ", "Kayuagung"),
    ("Sekayu, Sumatera Selatan – ", "Sekayu"),
    ("BAU-BAU, KABAR.com - ", "Bau-Bau"),
    ("PARIS – ", "Paris"),
    ("MA'RANG - ", "Ma'rang"),
    ("KABAR.com - ", None),
    ("KABAR-MEDAN.COM - ", None),
]


@pytest.mark.parametrize(("opening", "place"), DATELINES, ids=[opening for opening, _ in DATELINES])
def test_dateline(opening: str, place: str | None) -> None:
    body = "Kepala dinas menutup pelatihan guru itu."
    found = parse(opening + body)
    assert found is not None
    assert (found.place, found.start) == (place, len(opening))


NONE = [
    "",
    "Guru hadir di sini.",
    "Guru - guru hadir di sekolah.",
    "Jakarta-Bandung kini dapat ditempuh dalam satu jam.",
    "Jakarta–Bandung kini dapat ditempuh dalam satu jam.",
    "Indonesia - Malaysia sepakat bertukar guru.",
    "Muchendi-Supriyanto memenangi pemilihan.",
    "Kepala Dinas Pendidikan - yang baru dilantik - hadir.",
    "SMAN 1 Kayuagung - sekolah itu - menang.",
    "Rabu (12/11/2025) - Guru hadir.",
    "Di Jakarta - kota itu - guru hadir.",
    "ILUSTRASI. Guru mengajar di kelas.",
    "FOTO - Guru mengajar di kelas.",
    "KPK - lembaga itu - hadir.",
    "LPPM UNSRI (9 Januari 2026) – Guru hadir.",
    "Covid-19 masih ada di sekolah.",
    "12 Guru - semuanya perempuan - hadir.",
    '"Kami siap," kata Eka - guru itu.',
    "Yogyakarta: kota pelajar yang ramah.",
    "Jakarta.",
    "JAKARTA - ",
]


@pytest.mark.parametrize("text", NONE)
def test_no_dateline(text: str) -> None:
    assert parse(text) is None


def test_dash_whose_place_was_lost_opens_the_body() -> None:
    found = parse("- Kementerian Kesehatan menggelar rapat koordinasi dengan sekolah.\nGuru hadir.")
    assert found is not None
    assert (found.place, found.start) == (None, 2)


def test_list_at_the_top_is_no_dateline() -> None:
    assert parse("- Kementerian Kesehatan menggelar rapat koordinasi dengan sekolah.\n- Guru hadir.") is None


@pytest.mark.parametrize("piece", ["A", "A ", "A, ", "A.", "AB-", "(", "1/", "a.b", "Rabu, ", "-"])
def test_hostile_input_ends(piece: str) -> None:
    parse(piece * (100_000 // len(piece)))
