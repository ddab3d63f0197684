"""Regions: written forms, their readings, and what context makes of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import read, regions
from pipeline.schema import RegionLevel

PATTERN = regex.compile(regions.REGION_PATTERN)


@pytest.mark.parametrize(
    ("text", "code", "name", "level"),
    [
        ("Sumatera Selatan", "16", "Sumatera Selatan", "province"),
        ("Sumsel", "16", "Sumatera Selatan", "province"),
        ("Prov. Sumsel", "16", "Sumatera Selatan", "province"),
        ("Provinsi NTT", "53", "Nusa Tenggara Timur", "province"),
        ("Jabar", "32", "Jawa Barat", "province"),
        ("DIY", "34", "Daerah Istimewa Yogyakarta", "province"),
        ("DI Yogyakarta", "34", "Daerah Istimewa Yogyakarta", "province"),
        ("Jakarta", "31", "DKI Jakarta", "province"),
        ("Daerah Khusus Ibukota Jakarta", "31", "DKI Jakarta", "province"),
        ("Papua", "91", "Papua", "province"),
        ("Papua Barat Daya", "96", "Papua Barat Daya", "province"),
        ("Papua Selatan", "93", "Papua Selatan", "province"),
        ("Papua Tengah", "94", "Papua Tengah", "province"),
        ("Papua Pegunungan", "95", "Papua Pegunungan", "province"),
        ("OKI", "16.02", "Ogan Komering Ilir", "regency"),
        ("Kabupaten OKI", "16.02", "Ogan Komering Ilir", "regency"),
        ("Kab. Ogan Komering Ilir", "16.02", "Ogan Komering Ilir", "regency"),
        ("Kab.OKI", "16.02", "Ogan Komering Ilir", "regency"),
        ("OKU Timur", "16.08", "Ogan Komering Ulu Timur", "regency"),
        ("Muba", "16.06", "Musi Banyuasin", "regency"),
        ("Kota Bandung", "32.73", "Bandung", "city"),
        ("Kotamadya Bandung", "32.73", "Bandung", "city"),
        ("Kabupaten Bandung", "32.04", "Bandung", "regency"),
        ("Bandung Barat", "32.17", "Bandung Barat", "regency"),
        ("Tangsel", "36.74", "Tangerang Selatan", "city"),
        ("Solo", "33.72", "Surakarta", "city"),
        ("Ujung Pandang", "73.71", "Makassar", "city"),
        ("Kota Jogja", "34.71", "Yogyakarta", "city"),
        ("Jakarta Selatan", "31.74", "Jakarta Selatan", "city"),
        ("Kota Administrasi Jakarta Selatan", "31.74", "Jakarta Selatan", "city"),
        ("Jaksel", "31.74", "Jakarta Selatan", "city"),
        ("Bau-Bau", "74.72", "Bau Bau", "city"),
        ("Lubuklinggau", "16.73", "Lubuk Linggau", "city"),
        ("Lima Puluh Kota", "13.07", "Lima Puluh Kota", "regency"),
        ("Kayuagung", "16.02.05", "Kayu Agung", "district"),
        ("Kecamatan Tanjung Lubuk", "16.02.02", "Tanjung Lubuk", "district"),
        ("Distrik Arso", "91.11.02", "Arso", "district"),
        ("Kelurahan Kebon Jeruk", None, "Kebon Jeruk", "village"),
        ("Indonesia", None, "Indonesia", "country"),
        ("RI", None, "Indonesia", "country"),
        ("Jepang", None, "Jepang", "country"),
    ],
)
def test_reads(text: str, code: str | None, name: str, level: RegionLevel) -> None:
    readings = regions.lookup(text)
    assert (name, level) in {(region.name, region.level) for region in readings}
    assert PATTERN.fullmatch(text)
    if code is not None or level == "country":
        assert [region.code for region in readings] == [code]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Bandung", ["32.04", "32.73"]),
        ("Jambi", ["15", "15.71"]),
        ("Yogyakarta", ["34", "34.71"]),
        ("Gorontalo", ["75", "75.01", "75.71"]),
        ("Banjar", ["32.79", "63.03"]),
        ("Mura", ["16.05", "62.12"]),
        ("Wonosari", ["33.10.15", "34.03.01", "35.07.32", "35.11.09", "75.02.02"]),
    ],
)
def test_leaves_open_what_is_ambiguous(text: str, codes: list[str]) -> None:
    assert [region.code for region in regions.lookup(text)] == codes
    assert regions.resolve(text) is None


@pytest.mark.parametrize(
    ("text", "context", "levels", "code"),
    [
        ("Bandung", ["32.73"], [], "32.73"),
        ("Bandung", [], ["city"], "32.73"),
        ("Bandung", [], ["regency"], "32.04"),
        ("Bandung", ["32.04.37"], [], "32.04"),
        ("Banjar", ["63"], [], "63.03"),
        ("Banjar", ["32", "16"], [], "32.79"),
        ("Jambi", [], ["province"], "15"),
        ("Wonosari", ["34"], [], "34.03.01"),
        ("Desa Purwaraja", ["36.01.13"], [], "36.01.13.2011"),
        ("Purwaraja", ["36.01.13"], ["village"], "36.01.13.2011"),
        ("Menes", [], ["district"], "36.01.13"),
        ("Banjarnegara", [], ["district"], "33.04.06"),
        ("OKI", ["31"], [], "16.02"),
    ],
)
def test_resolves_in_context(text: str, context: Sequence[str], levels: Sequence[RegionLevel], code: str) -> None:
    region = regions.resolve(text, context, levels)
    assert region is not None
    assert region.code == code


@pytest.mark.parametrize(
    ("text", "context", "levels"),
    [
        ("Bandung", ["32"], []),
        ("Bandung", ["32.04", "32.73"], []),
        ("Bandung", ["33"], []),
        ("Kota Bandung", [], ["regency"]),
        ("Kota Kinabalu", [], []),
        ("Atlantis", [], []),
        ("Purwaraja", ["36.01.13"], []),
        ("", [], []),
        ("Kabupaten", [], []),
    ],
)
def test_declines(text: str, context: Sequence[str], levels: Sequence[RegionLevel]) -> None:
    assert regions.resolve(text, context, levels) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bupati OKU Timur hadir", ["OKU Timur"]),
        ("Kab. Ogan Komering Ilir, Sumsel", ["Kab. Ogan Komering Ilir", "Sumsel"]),
        ("warga KABUPATEN OKI di PALEMBANG", ["OKI", "PALEMBANG"]),
        ("Desa Teluk Jaya, Kecamatan Tanjung Lubuk", ["Desa Teluk Jaya", "Kecamatan Tanjung Lubuk"]),
        ("Desa Teluk Jaya Kecamatan Tanjung Lubuk", ["Desa Teluk Jaya", "Kecamatan Tanjung Lubuk"]),
        ("rute Jakarta-Bandung", ["Jakarta", "Bandung"]),
        ("Provinsi  Jawa\nTengah", ["Provinsi  Jawa\nTengah"]),
        ("di Kota Bandung Barat", ["Kota Bandung Barat"]),
    ],
)
def test_finds_in_text(text: str, found: list[str]) -> None:
    assert [match[0] for match in PATTERN.finditer(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "sungai musi",
        "Bandungan Indah",
        "kota tua",
        "desa itu",
        "Kecamatan yang baru",
        "RIAS",
        "jawa-jawaan",
        "solo karier",
    ],
)
def test_finds_nothing(text: str) -> None:
    assert PATTERN.search(text) is None


@pytest.mark.parametrize(
    ("text", "levels", "found"),
    [
        ("Tanjung Lubuk Andi Wijaya", ["district"], "Tanjung Lubuk"),
        ("Liukang Tupabbiring Utara", ["district"], "Liukang Tupabbiring Utara"),
        ("Sumatera Selatan Bagus", [], "Sumatera Selatan"),
        ("Andi Wijaya", ["district"], None),
        ("", [], None),
    ],
)
def test_knows_how_many_words_make_a_name(text: str, levels: Sequence[RegionLevel], found: str | None) -> None:
    assert regions.prefix(text, levels) == found


def test_agrees_with_its_source() -> None:
    from lokal import wilayah  # takes a quarter of a second

    provinces = wilayah.list_wilayah()
    assert len(provinces) == 38
    for region in [child for province in provinces for child in wilayah.list_wilayah(province.code)]:
        found = regions.resolve(region.name)
        assert found is not None
        assert (found.code, found.parent) == (region.code, region.code[:2])
        assert found.level == ("city" if region.type == "kota" else "regency")


@pytest.mark.parametrize("alias", read("region_aliases", regions.Alias), ids=lambda alias: alias.alias)
def test_alias_is_found_and_read(alias: regions.Alias) -> None:
    assert any(match[0] == alias.alias for match in PATTERN.finditer(alias.example))
    readings = {region.code for region in regions.lookup(alias.alias)}
    assert readings >= set(alias.codes or (None,))


def test_both_engines_read_it_alike() -> None:
    text = (
        "\n".join(alias.example for alias in read("region_aliases", regions.Alias)) + " Desa Teluk Jaya Kecamatan Ubud"
    )
    spans = [match.span() for match in re.finditer(regions.REGION_PATTERN, text)]
    assert spans == [match.span() for match in PATTERN.finditer(text)]


@given(st.text())
def test_never_raises(text: str) -> None:
    for match in PATTERN.finditer(text):
        assert text[match.start() : match.end()] == match[0]
    assert regions.lookup(text) == regions.lookup(text)
    assert regions.resolve(text, ["32"], ["city"]) is None or regions.lookup(text)


@pytest.mark.parametrize(
    "text", ["Desa " * 20_000, "Kabupaten" + " " * 100_000, "Kota " * 20_000, "A" * 100_000, "Desa " + "Baru " * 20_000]
)
def test_stays_linear(text: str) -> None:
    assert len(list(PATTERN.finditer(text))) < 3
