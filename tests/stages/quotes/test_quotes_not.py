"""Near misses: quoted titles and terms, noun phrases behind cues, documents that state, words like cues."""

from __future__ import annotations

import pytest
from quote_cases import quotes

TITLES = [
    "Kegiatan bertajuk “Satu Siswa Satu Buku” dibuka Bupati.",
    "Lomba itu bertema “Membaca untuk Negeri.” Ratusan murid ikut.",
    "Ia menulis buku “Laut yang Sunyi” pada 2019.",
    "Murid menonton film berjudul “Guru di Ujung Pulau.”",
    "Program “Makan Sehat di Sekolah” dimulai bulan ini.",
    "Spanduk bertuliskan “Selamat Datang” dipasang di gerbang.",
    "Ia dijuluki “Pak Jempol” oleh murid-muridnya.",
    "Istilah “guru penggerak” dipakai sejak 2020.",
    "Sekolah yang disebut “favorit” itu menerima 300 murid.",
    "Universitas “Veteran” membuka pendaftaran.",
    'Tonton juga video "Murid Menari di Halaman Sekolah" di sini.',
    'Layar 14" dan 15" dibagikan kepada guru.',
]

NOUN_PHRASES = [
    "Ratna menyampaikan apresiasi mendalam kepada para guru yang telah mengabdi.",
    "Ratna menekankan pentingnya kolaborasi dalam meningkatkan mutu sekolah.",
    "Ratna mengungkapkan hal itu saat rapat di Kudus.",
    "Ratna mengatakan hal tersebut dalam sambutannya.",
    "Ratna menjelaskan tata cara pendaftaran kepada orang tua.",
    "Ratna menyampaikan terima kasih kepada semua pihak yang membantu.",
    "Ratna menegaskan komitmennya untuk memperkuat literasi.",
    "Ratna menyebut nama muridnya satu per satu.",
    "Ratna meminta maaf kepada orang tua murid.",
    "Ratna meminta waktu untuk menyelesaikan laporan itu.",
    "Ratna melanjutkan pendidikannya di Semarang.",
    "Ratna menambahkan garam ke dalam sayur.",
    "Ratna menekankan sinergi antarguru untuk memperkuat sekolah.",
    "Ratna menekankan diseminasi hasil riset yang dapat diterapkan di desa.",
    "Ratna membenarkan adanya tawuran tersebut.",
    "Ratna melaporkan Menteri Desa (Mendes) Budi ke Badan Reserse.",
    "Ratna menyampaikan pengalamannya mengelola dapur saat gempa.",
    "Ratna mengonfirmasi akan terbitnya aturan baru itu.",
    "Ratna mencatat kenaikan nilai karena murid tetap belajar.",
    "Ratna melanjutkan kuliahnya di Solo dan lulus pada 2010.",
    "Ratna menyampaikan pesan yang sangat penting bagi guru.",
    "Ratna meminta keterlibatan banyak pihak, termasuk guru, untuk mencegah banjir.",
    "Ratna menilai proposal hibah dari lima sekolah.",
    "Hal itu disampaikan Ratna dalam konferensi pers.",
    "Demikian disampaikan Ratna di Kudus.",
    "Ratna khawatir pada nasib murid yang belum mendapat buku.",
    "Ratna mengumumkan kabar duka atas bencana itu, dikutip dari Tempo.",
    "Ratna mempertimbangkan jarak mereka, kebutuhan mendesak, maupun biaya sekolah.",
    "Hal itu disampaikan Ratna menanggapi pertanyaan wali murid.",
    "Kritik yang disampaikan Ratna sudah dijawab panitia.",
    "Ratna mengeluhkan sakit perut, mual, dan pusing.",
    "Ratna menegaskan perlunya pembenahan agar banjir tidak terulang.",
    "Ratna menegaskan komitmen dinas untuk memastikan guru mampu mengajar.",
    "Dinas mencatat, 12 kasus flu di sekolah dasar sepanjang Mei.",
    "Ratna menilai positif usulan para guru itu.",
    "Ratna melaporkan kepada dinas, karena kelas itu sudah retak.",
    "Dinas mengusulkan lahan kosong di Kudus, namun kemudian gedung lama dipakai.",
]

NO_SPEECH = [
    "Kedua hal itu menegaskan bahwa sekolah kecil bisa maju.",
    "Hingga Senin malam, dilaporkan sejumlah siswa kembali dirawat.",
    "Anda boleh mengatakan bahwa kelas itu ramai.",
    "Sekolah itu berhasil mencatat jumlah murid naik.",
    "Pada Juli menegaskan bahwa musim hujan tiba.",
    "Capaian ini menegaskan bahwa sekolah kecil bisa maju.",
    "Data BPS menyebutkan bahwa jumlah guru berkurang.",
    "Undang-undang itu menyatakan bahwa sekolah dasar gratis.",
    "Menurut data BPS, jumlah guru berkurang.",
    "Ratna tidak mengatakan bahwa sekolah itu ditutup.",
    "Ratna belum menyampaikan bahwa sekolah itu ditutup.",
    "Ia datang untuk meminta agar sekolah dibuka.",
    "Bupati datang guna memastikan jalan itu selesai dibangun.",
    "Kebijakan itu dinilai tidak adil.",
    "Warga diminta menjaga kebersihan.",
    "Warga diminta datang dan memastikan data anaknya sudah benar.",
    "Siapa bilang belajar itu hanya untuk anak-anak?",
    "Agar AC awet, pastikan kamu rajin membersihkan saringannya.",
    "Hal ini ia katakan dalam rapat yang digelar di Kudus.",
    "Kata kunci pencarian itu sudah diganti.",
    "Lebih lanjut, kelas dibagi dua.",
    "Contohnya, ada kelas tanpa meja.",
    "Nilainya naik, tetapi belum cukup.",
    "Dengan tegas, panitia menolak peserta itu.",
    "Peserta mengikuti sesi yang mengajak mereka menulis cerita.",
    "Bupati Kudus Pastikan Gaji Guru Honorer Akan Cair",
    "Rektor mendorong penelitian terapan agar hasilnya bermanfaat.",
    "",
    "   \n\n  ",
]


@pytest.mark.parametrize("text", TITLES + NOUN_PHRASES + NO_SPEECH)
def test_finds_no_quote(text: str) -> None:
    assert [quote.content for quote in quotes(text)] == []


def test_a_title_inside_direct_speech_is_no_row() -> None:
    found = quotes("“Kami membaca “Laut yang Sunyi” bersama,” kata Ratna. Buku “Hujan” menyusul.")
    assert [quote.content for quote in found] == ["Kami membaca “Laut yang Sunyi” bersama"]


def test_a_sentence_that_opens_with_menurutnya_does_not_take_the_quote_before() -> None:
    found = quotes("“Kelas kami sudah lama rusak.” Menurutnya, dana perbaikan belum cair.")
    assert [(quote.kind, quote.cue) for quote in found] == [("direct", None), ("indirect", "Menurutnya")]
