"""Indirect and mixed quotes: the reported clause, its cue before, inside or behind it, and the local speaker."""

from __future__ import annotations

import pytest
from quote_cases import marked, offsets, quotes

MARKED = [
    ("{{Ratna}} ((mengatakan)) bahwa [[kelas sudah dibuka lagi]].", "kata", "explicit"),
    ("{{Ia}} ((berharap)) agar [[jembatan itu segera diperbaiki]].", "harap", "pronoun"),
    ("{{Bupati Kudus}} juga ((meminta)) supaya [[murid tetap masuk]].", "minta", "explicit"),
    ("{{Ratna}} ((menjelaskan)), [[dana itu cair setiap tiga bulan]].", "jelas", "explicit"),
    ("{{Dia}} ((mengingatkan)) orang tua bahwa [[pendaftaran ditutup besok]].", "ingat", "pronoun"),
    ("{{Ratna}} ((menegaskan)) kepada wartawan bahwa [[tes tidak dipungut biaya]].", "tegas", "explicit"),
    ("{{Kemendikdasmen}} ((menyatakan)), [[seleksi dibuka sampai akhir bulan]].", "nyata", "explicit"),
    ("{{Ratna}} ((membantah)) bahwa [[soal ujian itu bocor]].", "bantah", "explicit"),
]

BARE = [
    ("{{Ratna}} ((mengatakan)) [[dalam kebakaran itu, tiga kelas hangus]].", "kata", "explicit"),
    ("{{Ratna}} ((menyebut)) [[pada 2027 akan ada kelas baru]].", "sebut", "explicit"),
    ("{{Ia}} ((meminta)) kepada [[seluruh murid di sana, untuk menolak menu basi]].", "minta", "pronoun"),
    ("{{Ratna}} ((mencatat)), [[dua di antaranya guru honorer baru]].", "catat", "explicit"),
    ("[[Penundaan lomba itu, ((disebutkan)) {{Ratna}}, dilakukan karena hujan]].", "sebut", "explicit"),
    ("{{Ratna}} ((mengatakan)) [[jumlah murid bertambah sepuluh orang]].", "kata", "explicit"),
    ("{{Ia}} ((menilai)) [[aturan baru itu memberatkan sekolah kecil]].", "nilai", "pronoun"),
    ("{{Ratna}} ((mengaku)) [[belum menerima laporan]].", "aku", "explicit"),
    ("{{Dinas Pendidikan}} ((memastikan)) [[honor guru akan dibayar]].", "pasti", "explicit"),
    ("{{Ratna}} ((menyebut)) [[guru yang pensiun tahun ini belum diganti]].", "sebut", "explicit"),
    ("{{Seorang guru}} ((mengeluhkan)) [[gajinya belum dibayar]].", "keluh", "explicit"),
    ("{{Para siswa}} ((mengaku)) [[senang belajar di luar kelas]].", "aku", "explicit"),
    ("{{Bupati}} ((meminta)) [[warga menjaga kebersihan sungai]].", "minta", "explicit"),
    ("{{Bupati}} ((mengajak)) [[seluruh siswa untuk rajin membaca]].", "ajak", "explicit"),
    ("{{Dia}} ((minta)) [[panitia membuka laporan keuangan]].", "minta", "pronoun"),
    ("{{Ratna}} ((optimistis)) [[semua muridnya akan lulus]].", "optimis", "explicit"),
    ("{{Ia}} ((menekankan)) [[rapor murid adalah hak orang tua]].", "tekan", "pronoun"),
    ("{{Ratna}} ((membenarkan)) [[tiga murid merupakan cucunya]].", "benar", "explicit"),
    ("{{Ia}} juga ((mengonfirmasi)) [[sudah menerima surat itu]].", "konfirmasi", "pronoun"),
    ("{{Dia}} ((melanjutkan)) [[atap kelas akan diganti bulan depan]].", "lanjut", "pronoun"),
    ("{{Polisi}} ((melaporkan)) [[dua murid tewas terseret arus]].", "lapor", "explicit"),
    ("{{Ratna}} ((menjelaskan)) [[proyek gedung itu mangkrak sejak lama]].", "jelas", "explicit"),
    ("{{Ratna}} ((menyebut)) [[beasiswa yang dirintis Budi sangat relevan]].", "sebut", "explicit"),
    ("{{Warga}} ((mengeluhkan)) [[nasi yang dibagikan terlalu sedikit]].", "keluh", "explicit"),
    ("{{Ratna}} ((menyebut)) [[pada setiap banjir terjadi, sekolahnya tetap buka]].", "sebut", "explicit"),
    ("{{Nadira}} tak ((menampik)) [[dana komite belum dilaporkan]].", "tampik", "explicit"),
    ("{{Bupati}} ((meminta)) [[Dinas Sosial Kudus, untuk segera menyalurkan beras]].", "minta", "explicit"),
    ("{{Ratna}} ((menjelaskan)) [[buku yang dibagikan hanya untuk kelas satu]].", "jelas", "explicit"),
    ("{{Ia}} ((menyebut)) [[guru di pulau itu sangat sabar]].", "sebut", "pronoun"),
    ("{{Ratna}} ((menyebut)) [[jumlah buku yang disalurkan mencapai 300 eksemplar]].", "sebut", "explicit"),
    ("{{Ratna}} ((menegaskan)) [[data yang ia sampaikan ini bisa diperiksa]].", "tegas", "explicit"),
    ("{{Dia}} ((mengimbau)) [[jajaran dinas untuk turun ke sekolah]].", "imbau", "pronoun"),
    ("{{Ratna}} ((mengingatkan)) kepada [[murid kelas enam untuk tidak begadang]].", "ingat", "explicit"),
    ("{{Ia}} ((mendesak)) [[sekolah-sekolah yang ikut dalam forum itu untuk segera melapor]].", "desak", "pronoun"),
    ("{{Mereka}} ((menuntut)) [[dinas mengangkat guru honorer]].", "tuntut", "pronoun"),
    ("Pihaknya ((menargetkan)) [[semua kelas selesai dibangun]].", "target", "clitic"),
    ("{{Ratna}} ((mengeklaim)), [[kantinnya sudah bersih]].", "klaim", "explicit"),
    ("{{Ia}} ((menilai)) [[dukungan guru tersebut menjadi bekal sekolah]].", "nilai", "pronoun"),
    ("{{Ia}} ((menilai)) [[menunya lezat]].", "nilai", "pronoun"),
    (
        "{{Ratna}} ((menegaskan)) [[kelas yang izinnya dicabut di Papua Barat Daya tidak dibuka lagi]].",
        "tegas",
        "explicit",
    ),
    ("Meski sudah mendengar saran dari ahli, {{Ratna}} ((menegaskan)) [[atap itu belum aman]].", "tegas", "explicit"),
    ("{{Seorang pejabat AS}}, yang enggan disebut, ((mengatakan)) [[kapal itu sudah pulang]].", "kata", "explicit"),
    ("{{Juru taktik asal Korea Selatan itu}} ((menyebut)) [[timnya siap bermain]].", "sebut", "explicit"),
    ("{{Pria yang tinggal di Serang, Banten ini}} ((mengaku)) [[belum digaji]].", "aku", "explicit"),
    ("{{salah satu guru SD 2 Kudus}} ((mengaku)) [[belum digaji]].", "aku", "explicit"),
    ("{{Banyak pelajar}} yang Republika temui, ((mengaku)) [[senang membaca]].", "aku", "explicit"),
    ("{{Ratna Dewi}}, yang juga guru SMP 2 Kudus, ((mengatakan)), [[dana itu sudah cair]].", "kata", "explicit"),
    (
        "{{Ratna Dewi}}, seperti dikutip Kabar, Selasa malam, ((mengatakan)), [[perahu itu sudah pulang]].",
        "kata",
        "explicit",
    ),
]

IF = [
    ("{{Kepala sekolah}} ((mengabarkan)) bila [[ada enam murid yang pusing]].", "kabar", "explicit"),
    ("{{Ratna}} ((mengaku)) jika [[dirinya belum menerima laporan]].", "aku", "explicit"),
    ("{{Ratna}} ((mengatakan)) [[jika hujan turun, kelas akan libur]].", "kata", "explicit"),
]

AROUND = [
    ("((Menurut)) {{Ratna Dewi}} [[dana yang cair itu adalah hibah]].", "menurut", "explicit"),
    ("((Dikatakan)), [[menu hari itu adalah nasi kuning]].", "kata", "none"),
    ("((Menurut)) {{Ratna}}, [[kelas itu sudah lama rusak]].", "menurut", "explicit"),
    ("((Menurut)) {{dia}} [[kelas itu sudah lama rusak]].", "menurut", "pronoun"),
    ("((Menurutnya)), [[kelas itu sudah lama rusak]].", "menurut", "clitic"),
    ("Namun, ((menurut)) {{Ratna}}, [[dananya belum cair]].", "menurut", "explicit"),
    ("((Kata)) {{dia}}, [[petugas datang setiap pagi]].", "kata", "pronoun"),
    ("Selain itu, ((lanjutnya)), [[atap dua kelas harus diganti]].", "lanjut", "clitic"),
    ("[[Pembangunan sekolah itu, ((kata)) {{Ratna}}, selesai bulan depan]].", "kata", "explicit"),
    ("[[Perpustakaan keliling, ((menurut)) {{dia}}, datang dua kali sebulan]].", "menurut", "pronoun"),
    ("[[Dua kelas, ((katanya)), masih dipakai bergantian]].", "kata", "clitic"),
    ("[[Guru pengganti akan datang pekan depan]], ((kata)) {{Ratna}}.", "kata", "explicit"),
    ("[[Guru pengganti akan datang pekan depan]], ((ujarnya)), Senin (3/11/2025).", "ujar", "clitic"),
    ("((Menurut)) {{Ratna}}, dokter anak di Kudus, [[sarapan itu sangat penting]].", "menurut", "explicit"),
    ("[[Program literasi itu ((menurut)) {{Ratna}} juga berhasil menarik orang tua]].", "menurut", "explicit"),
    ("Lebih jauh, [[sekolah ((menurutnya)) harus membuka laporan]].", "menurut", "clitic"),
    ("Namun, [[jalur masuk ((dicontohkan)) {{Ratna}} sudah dibagi dua]].", "contoh", "explicit"),
    ("((Menurut)) {{Ratna}} [[selama dua tahun sekolahnya tidak menerima dana]].", "menurut", "explicit"),
    ("Seperti ((ditulis)) {{Ratna}}, [[sekolah itu adalah yang tertua di Kudus]].", "tulis", "explicit"),
    ("[[Kelas itu sudah lama rusak]], ((kata)) {{Ratna}} di depan guru, murid dan wali murid.", "kata", "explicit"),
    ("((Dikatakan)) {{Ratna}}, [[guru pengganti sudah datang]].", "kata", "explicit"),
    ("((Ditambahkannya)), [[guru pengganti sudah datang]].", "tambah", "clitic"),
    ("((Dijelaskan)) bahwa [[guru pengganti sudah datang]].", "jelas", "none"),
]

SUBJECTS = [
    "{{Ratna}}, ketua komite, menutup rapat dengan ((mengatakan)) [[dana itu kurang]].",
    "{{Ratna dan Budi}} ((mengatakan)) [[dana itu kurang]].",
    "{{Ratna dan Kepala Desa Budi}} ((mengatakan)) [[dana itu kurang]].",
    "Badan Lomba Anak (Balon) {{Ratna}} ((mengatakan)) [[dana itu kurang]].",
    "[[Dana itu kurang]], ((kata)) {{Ratna dan Budi}}.",
    "[[Dana itu kurang]], ((ujar)) Plt. Irjen Yayasan, {{Ratna}}.",
    "{{Juli}} ((menegaskan)) [[dana itu belum cair]].",
    "Selanjutnya, {{Juli}} ((menegaskan)) [[dana itu belum cair]].",
    "[[Dana itu kurang]], ((kata)) {{Juli}}.",
    "{{Legislator yang membidangi sekolah itu}}, ((mengatakan)) [[dana belum cair]].",
    "{{Pria kelahiran Kudus itu}} ((mengatakan)) [[dana belum cair]].",
    "{{Perempuan 26 tahun itu}} ((mengaku)) [[belum menerima beasiswa]].",
    "{{Seorang sumber}} yang menyusun rancangan itu ((mengatakan)) bahwa [[dana turun]].",
    "{{Ketiga kampus}} ((menegaskan)) bahwa [[dana itu sudah cair]].",
    "{{UNESA, UNDIP, dan IPB}} ((berharap)) [[dana itu segera cair]].",
    "{{Perseroan}} ((menyatakan)) [[dana itu akan dibagikan]].",
    "Lebih jauh, dirinya ((menuturkan)) bahwa [[dana itu kurang]].",
    "{{Ratna}}, yang juga ketua komite, ((menilai)) [[dana itu kurang]].",
    "{{Ratna}}, guru SMP 2 Kudus, ((mengatakan)) [[dana itu kurang]].",
    "{{Ratna}} (45), warga Jati, ((mengatakan)) [[dana itu kurang]].",
    "{{Ratna}} saat ditemui di rumahnya ((mengatakan)) [[dana itu kurang]].",
    "{{Ratna}} yang didampingi Bupati Kudus ((mengatakan)) [[dana itu kurang]].",
    "Kepada wartawan, {{Ratna}} ((mengatakan)) [[dana itu kurang]].",
    "Selain bertemu Budi, {{Ratna}} juga ((mengatakan)) [[dana itu kurang]].",
    "{{Ratna}} memuji iPhone itu dan ((mengatakan)) [[dana itu kurang]].",
    "{{Ratna}} datang ke Kudus dan ((mengatakan)) [[dana itu kurang]].",
]


@pytest.mark.parametrize(("text", "lemma", "attribution"), MARKED + BARE + IF + AROUND)
def test_reported_clause(text: str, lemma: str, attribution: str) -> None:
    quote, spans, plain = marked(text)
    assert (quote.kind, quote.cue_lemma, quote.attribution) == ("indirect", lemma, attribution)
    assert offsets(quote) == spans
    assert quote.content == plain[quote.start : quote.end]


@pytest.mark.parametrize("text", SUBJECTS)
def test_subject(text: str) -> None:
    quote, spans, _ = marked(text, named="Ratna|Budi")
    assert offsets(quote) == spans


MIXED = [
    ("{{Ratna}} ((menyebut)) [[aturan itu “sangat tidak adil” bagi guru]].", "mixed"),
    ("{{Ratna}} ((mengatakan)) bahwa [[programnya “jauh dari selesai”]].", "mixed"),
    ("{{Ratna}} ((mengatakan)) [[lomba bertajuk “Ayo Baca” akan digelar]].", "indirect"),
]


@pytest.mark.parametrize(("text", "kind"), MIXED)
def test_a_quoted_fragment_makes_it_mixed_and_a_title_does_not(text: str, kind: str) -> None:
    quote, spans, _ = marked(text)
    assert quote.kind == kind
    assert offsets(quote) == spans


SETTINGS = [
    ("Dalam sambutannya, Ratna mengatakan bahwa dana sudah cair.", "Dalam sambutannya"),
    ("Ratna dalam rapat komite mengatakan bahwa dana sudah cair.", "dalam rapat komite"),
    ("Ratna menjelaskan kepada wartawan bahwa dana sudah cair.", "kepada wartawan"),
    ("Dana sudah cair, kata Ratna saat dihubungi.", "saat dihubungi"),
    ("Dana sudah cair, kata Ratna kepada Tempo.", "kepada Tempo"),
    (
        "Dana sudah cair, kata Ratna dalam acara Komite Baca (KB) di Kudus, Senin.",
        "dalam acara Komite Baca (KB) di Kudus",
    ),
    ("Pada 2024, Ratna mengatakan bahwa dana sudah cair.", None),
    ("Menurut Ratna, sebelum pandemi dana sudah cair.", None),
]


@pytest.mark.parametrize(("text", "setting"), SETTINGS)
def test_setting(text: str, setting: str | None) -> None:
    assert [quote.setting for quote in quotes(text, named="Ratna")] == [setting]


def contents(text: str) -> list[str]:
    return [quote.content for quote in quotes(text)]


def test_two_coordinated_cues_make_two_quotes() -> None:
    text = "Ratna mengatakan bahwa dana sudah cair dan menambahkan bahwa kelas segera dibangun."
    assert contents(text) == ["dana sudah cair", "kelas segera dibangun"]


def test_a_demand_behind_a_statement_is_a_quote_of_its_own() -> None:
    text = "Ratna menyebut telah menerima laporan dan mendesak dinas untuk segera bertindak."
    assert contents(text) == ["telah menerima laporan", "dinas untuk segera bertindak"]


def test_where_it_was_reported_is_not_said() -> None:
    assert contents("Ratna mengatakan dana sudah cair, dikutip dari Tempo, Rabu (5/11/2025).") == ["dana sudah cair"]


def test_a_cue_inside_a_reported_clause_is_part_of_it() -> None:
    text = "Ratna mengatakan bahwa Bupati menilai dana itu kurang."
    assert contents(text) == ["Bupati menilai dana itu kurang"]


def test_a_cue_inside_a_direct_quote_makes_no_row() -> None:
    assert contents("“Bupati mengatakan bahwa dana cair,” ujarnya.") == ["Bupati mengatakan bahwa dana cair"]


def test_the_date_of_the_statement_is_not_said() -> None:
    assert contents("Ratna mengatakan bahwa dana sudah cair, Senin (3/11/2025).") == ["dana sudah cair"]


def test_a_date_inside_the_clause_is_said() -> None:
    assert contents("Ratna mengatakan kelas libur setiap Sabtu.") == ["kelas libur setiap Sabtu"]
