"""Direct quotes: their spans, cues, speakers and groups, whatever the marks and the order."""

from __future__ import annotations

import pytest
from quote_cases import marked, offsets, quotes

CUES = [
    ("[[“Kelas kami sudah dibuka lagi,”]] ((kata)) {{Ratna}}.", "kata", "explicit"),
    ('[["Kelas kami sudah dibuka lagi,"]] ((ujarnya)), Senin (3/11/2025).', "ujar", "clitic"),
    ("[[”Dananya cair pekan depan,”]] ((tutur)) {{dia}}.", "tutur", "pronoun"),
    ("[[«Dananya cair pekan depan,»]] ((ungkap)) {{Bupati}}.", "ungkap", "explicit"),
    ("[[‘‘Dananya cair pekan depan,’’]] ((ucap)) {{beliau}}.", "ucap", "pronoun"),
    ("[[“Buku sudah dibagikan,”]]((ujarnya)).", "ujar", "clitic"),
    ("[[“Buku sudah dibagikan,”]] ((kata)){{Ratna}}.", "kata", "explicit"),
    ("[[“Buku sudah dibagikan”]], ((jelas)) {{Ratna}}.", "jelas", "explicit"),
    ("[[“Kapan guru penggantinya datang?”]] ((tanya)) {{seorang siswa}}.", "tanya", "explicit"),
    ("[[“Kami belum menerima surat itu,”]] ((aku)) {{Ratna}}.", "aku", "explicit"),
    ("[[“Perpustakaan tutup sampai Jumat,”]] ((tulis)) {{SMP Negeri 2 Kudus}}.", "tulis", "explicit"),
    ("[[“Semua murid sehat,”]] demikian ((kata)) {{Ratna}}.", "kata", "explicit"),
    ("[[“Semua murid sehat,”]] demikian ((disampaikan)) {{Ratna}}.", "sampai", "explicit"),
    ("[[“Semua murid sehat,”]] {{Ratna}} ((menambahkan)).", "tambah", "explicit"),
    ("[[“Semua murid sehat,”]] ((sergah)) {{Ratna}}.", "sergah", "explicit"),
    ("[[“Saya tidak menyangka bisa juara,”]] ((kata)) {{salah satu peserta lomba}}.", "kata", "explicit"),
    ("{{Ratna}} ((mengatakan)), [[“Murid kami sudah kembali belajar.”]]", "kata", "explicit"),
    ("{{Ia}} ((berpesan)) kepada murid: [[“Jangan lupa sarapan.”]]", "pesan", "pronoun"),
    ("((Kata)) {{Ratna}}, [[“Murid kami sudah kembali belajar.”]]", "kata", "explicit"),
    ("((Ujarnya)), [[“Murid kami sudah kembali belajar.”]]", "ujar", "clitic"),
    ("[[“Murid kami sudah kembali belajar,]] ((kata)) {{Ratna}}. Ia lalu pulang.", "kata", "explicit"),
    ("[[Murid kami sudah kembali belajar,”]] ((kata)) {{Ratna}}.", "kata", "explicit"),
    ("Warga taat.[[” Sebagai guru, kami setuju, “]]((ujarnya)).", "ujar", "clitic"),
    ("[[“Atap bocor.\nLantai basah,”]] ((kata)) {{Ratna}}.", "kata", "explicit"),
]

CONTENT = [
    ("“Kelas dibuka lagi,” ujar Ratna.", "Kelas dibuka lagi"),
    ("“Kelas dibuka lagi!” ujar Ratna.", "Kelas dibuka lagi!"),
    ("“ Kelas dibuka lagi, ” ujar Ratna.", "Kelas dibuka lagi"),
    ("“Ia bilang ‘siap’ kepada saya,” ujar Ratna.", "Ia bilang ‘siap’ kepada saya"),
]

SETTINGS = [
    ("ujar Ratna.", None),
    ("ujar Ratna saat dihubungi, Rabu (12/11/2025).", "saat dihubungi"),
    ("ujarnya saat membuka lomba membaca, Rabu (12/11/2025).", "saat membuka lomba membaca"),
    (
        "ujar Ratna dalam konferensi pers di Kudus, Jawa Tengah, Rabu (12/11).",
        "dalam konferensi pers di Kudus, Jawa Tengah",
    ),
    ("ujar Ratna di sela rapat, kemarin.", "di sela rapat"),
    ("ujar Ratna usai upacara.", "usai upacara"),
    ("ujar Ratna kepada wartawan, Rabu.", "kepada wartawan"),
    ("ujar Ratna, guru kelas empat, saat ditemui di rumahnya.", "saat ditemui di rumahnya"),
    ("ujar Ratna pada Rabu (12/11/2025).", None),
    ("ujar Ratna sambil tersenyum.", None),
    ("ujar Ratna kepada muridnya.", None),
]


@pytest.mark.parametrize(("text", "lemma", "attribution"), CUES)
def test_cue_and_speaker(text: str, lemma: str, attribution: str) -> None:
    quote, spans, _ = marked(text)
    assert (quote.kind, quote.cue_lemma, quote.attribution) == ("direct", lemma, attribution)
    assert offsets(quote) == spans


@pytest.mark.parametrize(("text", "content"), CONTENT)
def test_content_has_neither_marks_nor_the_comma_before_them(text: str, content: str) -> None:
    assert [quote.content for quote in quotes(text)] == [content]


@pytest.mark.parametrize(("attribution", "setting"), SETTINGS)
def test_setting(attribution: str, setting: str | None) -> None:
    assert [quote.setting for quote in quotes(f"“Kelas kami dibuka lagi,” {attribution}")] == [setting]


def groups(text: str) -> list[tuple[int | None, str]]:
    return [(quote.group, quote.attribution) for quote in quotes(text)]


def test_joins_a_quote_split_by_its_cue() -> None:
    text = "“Kelas dibuka,” kata Ratna, “dan semua murid masuk.”"
    assert groups(text) == [(1, "explicit"), (1, "continued")]


def test_joins_what_follows_the_attribution() -> None:
    assert groups("“Kelas dibuka,” ujarnya. “Atapnya baru.”") == [(1, "clitic"), (1, "continued")]


def test_joins_paragraphs_that_each_open_with_a_mark() -> None:
    text = "“Kelas rusak sejak lama.\n“Kami menunggu sampai tahun lalu,” kata Ratna."
    assert groups(text) == [(1, "none"), (1, "explicit")]


def test_keeps_utterances_with_cues_of_their_own_apart() -> None:
    assert groups("“Kelas dibuka,” kata Ratna. “Atapnya baru,” ujarnya.") == [(None, "explicit"), (None, "clitic")]


def test_a_paragraph_of_speech_alone_goes_on_with_the_quote_before() -> None:
    text = "Ratna mengatakan kelas sudah dibuka.\n“Murid kami senang sekali hari ini.”"
    assert groups(text) == [(None, "explicit"), (None, "continued")]


def test_a_first_quote_without_a_cue_is_attributed_to_nobody() -> None:
    assert groups("“Murid kami senang sekali hari ini.”\nKelas itu dibuka kemarin.") == [(None, "none")]


def test_ten_broken_marks_cost_no_sound_quote() -> None:
    broken = ["“Buka.", "Tutup”.", '"""', '5"', "» «", "‘‘", "””", "”, “", "''", "``"]
    sound = [f"“Ruang nomor {number} sudah dibuka,” ujar Ratna." for number in range(len(broken))]
    text = "\n".join(part for lines in zip(broken, sound, strict=True) for part in lines)
    found = [quote.content for quote in quotes(text) if quote.cue == "ujar"]
    assert found == [f"Ruang nomor {number} sudah dibuka" for number in range(len(broken))]
