"""Posts and bodies: each written form reaches its entry, and what the pattern finds in running text."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import posts

POSITION = regex.compile(posts.POSITION_PATTERN)
ORGANIZATION = regex.compile(posts.ORGANIZATION_PATTERN)
HEAD = regex.compile(posts.HEAD_PATTERN)


@pytest.mark.parametrize(
    ("text", "canonical", "organization", "role_class"),
    [
        ("Menteri", "Menteri", None, "official"),
        ("Mendikdasmen", "Menteri", "Kementerian Pendidikan Dasar dan Menengah", "official"),
        ("Menteri Pendidikan Dasar dan Menengah", "Menteri", "Kementerian Pendidikan Dasar dan Menengah", "official"),
        ("Mendiktisaintek", "Menteri", "Kementerian Pendidikan Tinggi, Sains, dan Teknologi", "official"),
        (
            "Menteri Pendidikan Tinggi, Sains dan Teknologi",
            "Menteri",
            "Kementerian Pendidikan Tinggi, Sains, dan Teknologi",
            "official",
        ),
        ("Wamendikdasmen", "Wakil Menteri", "Kementerian Pendidikan Dasar dan Menengah", "official"),
        ("Menag", "Menteri", "Kementerian Agama", "official"),
        ("Menkeu", "Menteri", "Kementerian Keuangan", "official"),
        (
            "Menko PMK",
            "Menteri Koordinator",
            "Kementerian Koordinator Bidang Pembangunan Manusia dan Kebudayaan",
            "official",
        ),
        ("Stafsus Menteri", "Staf Khusus Menteri", None, "official"),
        ("Sesjen", "Sekretaris Jenderal", None, "official"),
        ("Dirjen", "Direktur Jenderal", None, "official"),
        ("Wagub", "Wakil Gubernur", None, "official"),
        ("Walikota", "Wali Kota", None, "official"),
        ("Sekda", "Sekretaris Daerah", None, "official"),
        ("Kadisdik", "Kepala Dinas", "Dinas Pendidikan", "official"),
        ("Kadisdikbud", "Kepala Dinas", "Dinas Pendidikan dan Kebudayaan", "official"),
        ("Kadis", "Kepala Dinas", None, "official"),
        ("Kakanwil Kemenag", "Kepala", "Kantor Wilayah Kementerian Agama", "official"),
        ("Kabid", "Kepala Bidang", None, "official"),
        ("Kasubbag", "Kepala Subbagian", None, "official"),
        ("Kades", "Kepala Desa", None, "official"),
        ("Kapolres", "Kepala Kepolisian Resor", None, "official"),
        ("Kapolri", "Kepala Kepolisian Negara Republik Indonesia", None, "official"),
        ("Kasat", "Kepala Satuan", None, "official"),
        ("Kajari", "Kepala Kejaksaan Negeri", None, "official"),
        ("Dandim", "Komandan Komando Distrik Militer", None, "official"),
        ("Kepsek", "Kepala Sekolah", None, "institutional"),
        ("Waka Kurikulum", "Wakil Kepala Sekolah Bidang Kurikulum", None, "institutional"),
        ("Kaprodi", "Ketua Program Studi", None, "institutional"),
        ("Presma", "Presiden Mahasiswa", None, "institutional"),
        ("Dirut", "Direktur Utama", None, "institutional"),
        ("CEO", "Chief Executive Officer", None, "institutional"),
        ("Jubir", "Juru Bicara", None, "institutional"),
        ("guru", "Guru", None, "professional"),
        ("dosen pembimbing lapangan", "Dosen Pembimbing Lapangan", None, "professional"),
        ("Guru Besar", "Guru Besar", None, "professional"),
        ("jurnalis", "Wartawan", None, "professional"),
        ("siswi", "Siswa", None, "lay"),
        ("orangtua siswa", "Orang Tua Siswa", None, "lay"),
        ("wali murid", "Wali Murid", None, "lay"),
        ("KEPALA SEKOLAH", "Kepala Sekolah", None, "institutional"),
        ("kepala  sekolah", "Kepala Sekolah", None, "institutional"),
    ],
)
def test_position(text: str, canonical: str, organization: str | None, role_class: str) -> None:
    entry = posts.position_of(text)
    assert entry is not None
    assert (entry.canonical, entry.organization, entry.role_class) == (canonical, organization, role_class)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kabid GTK Dinas Pendidikan", ["Kabid"]),
        ("Wakil Ketua Umum PGRI", ["Wakil Ketua Umum"]),
        ("Menteri Pendidikan Dasar dan Menengah Arya", ["Menteri Pendidikan Dasar dan Menengah"]),
        ("Kepala Dinas Pendidikan Kota Makassar", ["Kepala"]),
        ("kata Kepala Dinas, Senin", ["Kepala Dinas"]),
        ("Kepala Kantor Kementerian Agama", ["Kepala"]),
        ("Kepala Bidang Pembinaan SMP", ["Kepala Bidang"]),
        ("kepala sekolah dan guru", ["kepala sekolah", "guru"]),
        ("Presiden-Wakil Presiden terpilih", ["Presiden", "Wakil Presiden"]),
        ("Wakil Wali Kota Bandung", ["Wakil Wali Kota"]),
    ],
)
def test_position_in_text(text: str, found: list[str]) -> None:
    assert [match[0] for match in POSITION.finditer(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "guru-guru",
        "gurunya",
        "perguruan",
        "ceo",
        "keketuaan",
        "kabidang",
        "menterinya",
        "Bupatinya",
        "sewarga",
        "rektorat",
    ],
)
def test_no_position(text: str) -> None:
    assert POSITION.search(text) is None


@pytest.mark.parametrize(
    ("text", "canonical", "type_"),
    [
        ("Kemendikdasmen", "Kementerian Pendidikan Dasar dan Menengah", "ministry"),
        ("Kemdiktisaintek", "Kementerian Pendidikan Tinggi, Sains, dan Teknologi", "ministry"),
        (
            "Kementerian Pendidikan Tinggi, Sains dan Teknologi",
            "Kementerian Pendidikan Tinggi, Sains, dan Teknologi",
            "ministry",
        ),
        ("BGTK", "Balai Guru dan Tenaga Kependidikan", "agency"),
        ("BBPMP", "Balai Besar Penjaminan Mutu Pendidikan", "agency"),
        ("LLDikti", "Lembaga Layanan Pendidikan Tinggi", "agency"),
        ("BAN-PT", "Badan Akreditasi Nasional Perguruan Tinggi", "agency"),
        ("Kanwil Kemenag", "Kantor Wilayah Kementerian Agama", "agency"),
        ("SPPG", "Satuan Pelayanan Pemenuhan Gizi", "agency"),
        ("Disdik", "Dinas Pendidikan", "local_agency"),
        ("Pemkab", "Pemerintah Kabupaten", "regional_government"),
        ("DPR RI", "Dewan Perwakilan Rakyat", "legislature"),
        ("Polrestabes", "Kepolisian Resor Kota Besar", "police_military"),
        ("PGRI", "Persatuan Guru Republik Indonesia", "association"),
        ("PDI-P", "Partai Demokrasi Indonesia Perjuangan", "party"),
        ("UGM", "Universitas Gadjah Mada", "university"),
        ("Untad", "Universitas Tadulako", "university"),
        ("Kompas.com", "Kompas", "media"),
    ],
)
def test_organization(text: str, canonical: str, type_: str) -> None:
    entry = posts.organization_of(text)
    assert entry is not None
    assert (entry.canonical, entry.type) == (canonical, type_)
    assert ORGANIZATION.fullmatch(text)


@pytest.mark.parametrize("text", ["dinas pendidikan", "Universitas", "bgtk", "UGMX", "pan", "unesco itu"])
def test_no_organization(text: str) -> None:
    assert ORGANIZATION.search(text) is None


@pytest.mark.parametrize(
    ("text", "written", "type_", "kind"),
    [
        ("SMA Negeri 3", "SMA Negeri", "school", "body"),
        ("MTsN 2", "MTsN", "school", "body"),
        ("Pondok Pesantren Al Hikam", "Pondok Pesantren", "school", "body"),
        ("Politeknik Bahari", "Politeknik", "university", "body"),
        ("Fakultas Kehutanan", "Fakultas", "university", "unit"),
        ("Bidang Kemahasiswaan", "Bidang", "local_agency", "unit"),
        ("PT Samudra Pangan", "PT", "company", "body"),
        ("Dinas Kelautan", "Dinas", "local_agency", "body"),
    ],
)
def test_head(text: str, written: str, type_: str, kind: str) -> None:
    match = HEAD.match(text)
    assert match is not None
    entry = posts.head_of(match[0])
    assert entry is not None
    assert (match[0], entry.type, entry.kind) == (written, type_, kind)


@pytest.mark.parametrize(
    ("slug", "successors"),
    [
        ("kementerian-pendidikan-dan-kebudayaan", ["kementerian-pendidikan-kebudayaan-riset-dan-teknologi"]),
        ("balai-guru-penggerak", ["balai-guru-dan-tenaga-kependidikan"]),
    ],
)
def test_successor(slug: str, successors: list[str]) -> None:
    entry = next(entry for entry in posts.ORGANIZATIONS if entry.slug == slug)
    assert list(entry.successor) == successors
    assert entry.valid_to is not None


class TestData:
    def test_one_slug_a_standard_form(self) -> None:
        for entries in (posts.POSITIONS, posts.ORGANIZATIONS):
            names = {(entry.slug, entry.canonical) for entry in entries}
            assert len(names) == len({slug for slug, _ in names})

    def test_slugs_are_small_words_and_hyphens(self) -> None:
        slugs = [entry.slug for entry in posts.POSITIONS] + [entry.slug for entry in posts.ORGANIZATIONS]
        wrong = [slug for slug in slugs if not regex.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug)]
        assert wrong == []

    def test_no_form_is_two_posts(self) -> None:
        owners = defaultdict(set)
        for entry in posts.POSITIONS:
            own = entry.variants if entry.organization else posts.forms(entry)
            for form in own:
                owners[form.casefold()].add((entry.slug, entry.organization))
        assert {form: found for form, found in owners.items() if len(found) > 1} == {}

    def test_no_form_is_two_bodies(self) -> None:
        owners = defaultdict(set)
        for entry in posts.ORGANIZATIONS:
            for form in posts.forms(entry):
                owners[form.casefold()].add(entry.slug)
        assert {form: found for form, found in owners.items() if len(found) > 1} == {}

    def test_implied_bodies_are_known(self) -> None:
        implied = {entry.organization for entry in posts.POSITIONS if entry.organization}
        assert {name for name in implied if posts.organization_of(name) is None} == set()

    def test_successors_are_known(self) -> None:
        slugs = {entry.slug for entry in posts.ORGANIZATIONS}
        assert {slug for entry in posts.ORGANIZATIONS for slug in entry.successor} <= slugs

    def test_dates_are_iso_and_in_order(self) -> None:
        for entry in posts.ORGANIZATIONS:
            for date in (entry.valid_from, entry.valid_to):
                assert date is None or regex.fullmatch(r"\d{4}(?:-\d{2}-\d{2})?", date)
            assert not (entry.valid_from and entry.valid_to) or entry.valid_from <= entry.valid_to

    @pytest.mark.parametrize("entry", posts.POSITIONS, ids=lambda e: f"{e.slug}/{e.organization or ''}")
    def test_position_example_reaches_it(self, entry: posts.Position) -> None:
        found = [posts.position_of(match[0]) for match in POSITION.finditer(entry.example)]
        assert entry in found

    @pytest.mark.parametrize("entry", posts.ORGANIZATIONS, ids=lambda e: e.slug)
    def test_organization_example_reaches_it(self, entry: posts.Organization) -> None:
        assert entry in [posts.organization_of(match[0]) for match in ORGANIZATION.finditer(entry.example)]

    @pytest.mark.parametrize("entry", posts.HEADS, ids=lambda e: e.canonical)
    def test_head_example_reaches_it(self, entry: posts.Head) -> None:
        assert entry in [posts.head_of(match[0]) for match in HEAD.finditer(entry.example)]


@pytest.mark.parametrize("pattern", [POSITION, ORGANIZATION, HEAD], ids=["position", "organization", "head"])
def test_both_engines_read_it_alike(pattern: regex.Pattern[str]) -> None:
    examples = [[entry.example for entry in posts.POSITIONS], [entry.example for entry in posts.ORGANIZATIONS]]
    text = "\n".join([*examples[0], *examples[1], *(entry.example for entry in posts.HEADS)])
    spans = [match.span() for match in re.finditer(pattern.pattern, text)]
    assert spans == [match.span() for match in pattern.finditer(text)]


@pytest.mark.parametrize("pattern", [POSITION, ORGANIZATION, HEAD], ids=["position", "organization", "head"])
@given(text=st.text())
def test_never_raises(pattern: regex.Pattern[str], text: str) -> None:
    for match in pattern.finditer(text):
        assert text[match.start() : match.end()] == match[0]


@pytest.mark.parametrize(
    "text", ["Wakil " * 20_000, "(" * 100_000, "9" * 100_000, "Menteri Pendidikan" + " " * 100_000]
)
@pytest.mark.parametrize("pattern", [POSITION, ORGANIZATION, HEAD], ids=["position", "organization", "head"])
def test_stays_linear(pattern: regex.Pattern[str], text: str) -> None:
    assert len(list(pattern.finditer(text))) < 3
