"""Cleaning: characters, marks of Markdown and HTML, broken lines, page furniture."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.readers.clean import clean, clean_line

CHARACTERS = {
    "nfc": ("Cafe\u0301 guru", "Café guru"),
    "line ends": ("Satu.\r\nDua.\rTiga.\u2028Empat.\x0bLima.", "Satu.\nDua.\nTiga.\nEmpat.\nLima."),
    "soft hyphen": ("pen\u00addi\u00addikan", "pendidikan"),
    "zero width": ("gu\u200bru\u200d hebat\ufeff", "guru hebat"),
    "bidi": ("\u202aguru\u202c dan \u2066murid\u2069", "guru dan murid"),
    "no-break space": ("Rp\u00a05.000\u2009juta", "Rp 5.000 juta"),
    "tab": ("guru\tmurid", "guru murid"),
    "control": ("guru\x00 \x07hadir", "guru hadir"),
    "blank lines": ("Satu.\n\n\n\n \nDua.", "Satu.\n\nDua."),
    "line edges": ("  Satu.  \n\t Dua. ", "Satu.\nDua."),
    "lone surrogate": ("guru \ud800 hadir", "guru ? hadir"),
    "entity": ("guru &amp; murid &ldquo;hebat&rdquo; &#8211; &#x2014;", "guru & murid “hebat” – —"),
    "escaped twice": ("guru &amp;amp;quot;hebat&amp;quot;", 'guru "hebat"'),
    "empty": ("", ""),
    "white space only": (" \n\t\u200b\n ", ""),
}


@pytest.mark.parametrize(("raw", "expected"), CHARACTERS.values(), ids=CHARACTERS)
def test_characters(raw: str, expected: str) -> None:
    assert clean(raw).text == expected


MARKUP = {
    "bold": ("**KUDUS, HARIAN LENTERA** -- Guru *hebat* hadir.", "KUDUS, HARIAN LENTERA -- Guru hebat hadir."),
    "escapes": (r"\"Kami siap,\" kata Eka. 1\. Guru", '"Kami siap," kata Eka. 1. Guru'),
    "line break": ("Bobot: 5 kilogram\\\nUkuran: 3 meter", "Bobot: 5 kilogram\nUkuran: 3 meter"),
    "link": ('Baca [laporan guru](https://contoh.example/a(1) "Laporan") itu.', "Baca laporan guru itu."),
    "link with attributes": ('kata [Eka](http://contoh.example/e){target="_self"} itu.', "kata Eka itu."),
    "image": ("![Guru berbaris](https://contoh.example/a.jpg)\nGuru hadir.", "Guru hadir."),
    "heading": ("## Guru Hadir\nMereka belajar.", "Guru Hadir\nMereka belajar."),
    "block quote": ("> Kami siap.", "Kami siap."),
    "html paragraphs": (
        "<p>Guru hadir.</p><p class='x'>Ia <b>pulang</b>.<br/>Sore.</p>",
        "Guru hadir.\n\nIa pulang.\nSore.",
    ),
    "html table": ("<tr><td>Guru</td></tr>", "Guru"),
    "address": ("Daftar di <https://daftar.contoh.example/guru>.", "Daftar di https://daftar.contoh.example/guru."),
}


@pytest.mark.parametrize(("raw", "expected"), MARKUP.values(), ids=MARKUP)
def test_markup_goes_and_words_stay(raw: str, expected: str) -> None:
    assert clean(raw).text == expected


NOT_MARKUP = [
    "Nilai x < 5 dan y > 3 dipakai.",
    "Kurang dari <5 persen murid.",
    "Skor 5 * 3 * 2 dihitung.",
    "berkas guru_hebat_2025 disimpan",
    "Perusahaan AT&T hadir; R&D; juga.",
    "Ia menulis &belum; lalu pergi.",
    "Pasal [1] ayat (2) berlaku.",
    "Tanda # dan > dipakai di tengah.",
    "- Guru\n- Murid",
    "1. Guru\n2. Murid",
]


@pytest.mark.parametrize("text", NOT_MARKUP)
def test_what_only_looks_like_markup_stays(text: str) -> None:
    assert clean(text).text == text


JOINED = {
    "comma next": ("Pelatihan dibuka\nBupati OKI\n, Supriyanto.", "Pelatihan dibuka\nBupati OKI, Supriyanto."),
    "stop next": ("Data itu diperiksa\nKantor Berita\n. Guru hadir.", "Data itu diperiksa\nKantor Berita. Guru hadir."),
    "bracket": ("Kementerian Sosial (\nKemensos\n) membuka sekolah.", "Kementerian Sosial (Kemensos) membuka sekolah."),
    "lower case next": ("Kepala Dinas Eka Diani\nmengatakan hal itu.", "Kepala Dinas Eka Diani mengatakan hal itu."),
    "comma before": ("Hadir pula Kepala BGTK,\nOhorella Erma.", "Hadir pula Kepala BGTK, Ohorella Erma."),
    "dateline": ("Jakarta\n-\nGuru hadir.", "Jakarta - Guru hadir."),
    "dateline in three": ("JAKARTA\n, HARIAN LENTERA\n- Guru hadir.", "JAKARTA, HARIAN LENTERA - Guru hadir."),
    "word by word": (
        "Guru Kayuagung\nmengikuti\npelatihan\nitu, kata Eka.",
        "Guru Kayuagung mengikuti pelatihan itu, kata Eka.",
    ),
    "wrapped": (
        "Pemerintah Kabupaten Ogan Komering Ilir menutup pelatihan guru\n"
        "yang berlangsung selama tiga bulan di Kayuagung dan diikuti\n"
        "Kepala Dinas Pendidikan beserta seluruh pengawas sekolah dasar.\n\n"
        "Kepala Dinas berharap pelatihan semacam ini terus berlanjut\n"
        "Januari mendatang dengan peserta yang lebih banyak dari tahun\n"
        "2025 dan tahun sebelumnya.",
        "Pemerintah Kabupaten Ogan Komering Ilir menutup pelatihan guru yang berlangsung selama tiga bulan "
        "di Kayuagung dan diikuti Kepala Dinas Pendidikan beserta seluruh pengawas sekolah dasar.\n\n"
        "Kepala Dinas berharap pelatihan semacam ini terus berlanjut Januari mendatang dengan peserta yang "
        "lebih banyak dari tahun 2025 dan tahun sebelumnya.",
    ),
    "a linked name inside a sentence": (
        "Penulis sekaligus dosen\nRatna Wibowo\nkini menetap di Kudus.",
        "Penulis sekaligus dosen Ratna Wibowo kini menetap di Kudus.",
    ),
    "a linked name and the rest of it": (
        "Menurut pengacaranya,\nRatna Sari\nWibowo menjelaskan isi gugatan.",
        "Menurut pengacaranya, Ratna Sari Wibowo menjelaskan isi gugatan.",
    ),
    "a heading before a name": (
        "Guru dan Murid\nRatna Wibowo\nhadir di aula.",
        "Guru dan Murid\nRatna Wibowo hadir di aula.",
    ),
}


@pytest.mark.parametrize(("raw", "expected"), JOINED.values(), ids=JOINED)
def test_broken_lines_are_joined(raw: str, expected: str) -> None:
    assert clean(raw).text == expected


NOT_JOINED = [
    "Guru hadir.\nIa pulang.",
    "“Kami siap,”\nkata Eka.",
    "Syarat Pendaftaran\n- KTP\n- Ijazah",
    "Peserta:\na. guru\nb. murid",
    "Profil Singkat\nEka lahir di Palembang.",
    "Guru hadir.\n\nia pulang.",
    "Guru hadir.\n\nmotor bekas\nyamaha",
    "Ia berhenti sejenak\n...lalu pergi.",
    "Hadir pula:\n1. Eka,\n2. Erma",
]


@pytest.mark.parametrize("text", NOT_JOINED)
def test_true_line_ends_stay(text: str) -> None:
    assert clean(text).text == text


FURNITURE = [
    "ADVERTISEMENT",
    "SCROLL TO CONTINUE WITH CONTENT",
    "Baca juga: Seratus Guru Ikuti Pelatihan di OKI",
    "Baca Juga: Guru Hebat dari Kayuagung?",
    "BACA JUGA - Guru Hebat",
    "Simak juga Video 'Guru Hebat dari Kayuagung':",
    'Tonton juga video "Guru Hebat" di sini:',
    "[Gambas:Video 20detik]",
    "Ikuti saluran WhatsApp Harian Lentera untuk kabar terbaru.",
    "Baca berita lainnya di Google News",
    "Editor: Ratna Sari",
    "PEWARTA : Ratna Sari",
    "Artikel ini telah tayang di Harian Lentera dengan judul Guru Hebat",
    "Rabu, 12 November 2025 | 09:00 WIB",
    "Halaman selanjutnya",
    "Gulir untuk Lanjut Baca",
    "Ratna Sari, Eka Diani - kabarOgan",
    "#GuruHebat #OKI",
    "-----",
    "Copyright © HARIAN LENTERA 2025",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_recorded_and_kept_out(line: str) -> None:
    cleaned = clean(f"Guru hadir di Kayuagung.\n{line}\nMereka pulang sore hari.")
    assert cleaned.text == "Guru hadir di Kayuagung.\nMereka pulang sore hari."
    assert cleaned.furniture == (line,)


def test_headline_on_the_next_line_goes_with_its_label() -> None:
    cleaned = clean("Guru hadir.\n\nBaca juga:\n\nSeratus Guru Ikut Pelatihan\n\nMereka pulang.")
    assert cleaned.text == "Guru hadir.\n\nMereka pulang."
    assert cleaned.furniture == ("Baca juga:", "Seratus Guru Ikut Pelatihan")


def test_a_sentence_on_the_next_line_stays() -> None:
    assert clean("Baca juga:\nGuru itu hadir di sekolah.").text == "Guru itu hadir di sekolah."


def test_keywords_behind_the_end_mark_go() -> None:
    cleaned = clean("Guru hadir.\n(abc/def)\npelatihan guru\noki")
    assert cleaned == type(cleaned)("Guru hadir.", ("(abc/def)", "pelatihan guru", "oki"))


INLINE = {
    "scroll": ("Guru hadir. SCROLL TO CONTINUE WITH CONTENT Ia pulang.", "Guru hadir. Ia pulang."),
    "headline up to the end": ("Guru hadir. Baca juga: Seratus Guru di OKI Ikut Pelatihan", "Guru hadir."),
    "headline up to a quote": (
        "Guru hadir. Baca juga: Seratus Guru di OKI “Kami siap,” katanya.",
        "Guru hadir. “Kami siap,” katanya.",
    ),
    "initials": ("Guru hadir. (abc/def)", "Guru hadir."),
}


@pytest.mark.parametrize(("raw", "expected"), INLINE.values(), ids=INLINE)
def test_furniture_inside_a_line(raw: str, expected: str) -> None:
    assert clean(raw).text == expected


NOT_FURNITURE = [
    "Baca juga dilatih, kata Eka, bukan hanya menulis.",
    "Ia meminta murid baca juga buku cerita.",
    "Cek Fakta Harian Lentera menemukan pesan WhatsApp itu palsu.",
    "Akses WhatsApp di sekolah itu diblokir.",
    "Ikuti lomba menulis yang digelar dinas pendidikan.",
    "Editor bahasa itu bernama Ratna Sari.",
    "Video pembelajaran dibagikan kepada guru.",
    "Guru hadir (lihat halaman 5).",
    "Laporan wartawan itu dibantah Eka Diani.",
    "Penulis buku itu seorang guru.",
    "(Eka Diani) menandatangani surat itu.",
    "Artikel ini membahas guru.",
    "Guru hadir. Baca juga: penjelasan Eka Diani mengenai pelatihan itu dimuat pekan lalu di majalah sekolah.",
]


@pytest.mark.parametrize("line", NOT_FURNITURE)
def test_the_articles_own_lines_stay(line: str) -> None:
    text = f"Guru hadir di Kayuagung.\n{line}\nMereka pulang sore hari."
    assert clean(text) == type(clean(text))(text)


WORDS = [
    "Guru",
    "hadir",
    "JAKARTA",
    "KOMPAS.com",
    "Baca juga:",
    "ADVERTISEMENT",
    "(abc/def)",
    "a,",
    "e",
    "lt;",
    "amp;",
    "#38;",
]
MARKS = [*'.,()“”"\\*_[]&->#– \n', "**", "](", "![", "\n\n", "<p>", "/p>", "<b>", "\u200b", "\u00ad", "\u0301"]
PIECES = st.sampled_from(WORDS + MARKS)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200))
@example("&&#97;mp;lt;p&gt;")
@example("Jakarta\n-\nBaca juga:\n-\nGuru")
def test_cleaning_is_idempotent_and_never_raises(raw: str) -> None:
    once = clean(raw)
    assert clean(once.text).text == once.text
    assert clean(raw) == once


@pytest.mark.parametrize(
    "piece", ["(", "[", "*", "_", "&amp;", "<p", "[a](", "\n", "\\", "Baca juga: A ", "#", "-\n", "9", "A.", "”"]
)
def test_hostile_input_ends(piece: str) -> None:
    clean(piece * (200_000 // len(piece)))


def test_metadata_line() -> None:
    assert clean_line("  Guru &amp;\u200b\n Murid ") == "Guru & Murid"
    assert clean_line(" \u200b ") is None
    assert clean_line(None) is None
