"""Where names begin and end, by the evidence that makes them names."""

from __future__ import annotations

import pytest

from pipeline.stages.people.find import find
from tests.stages.people.conftest import Names

POSITION = [
    "Bupati Sleman [[Kusmiyati Wening]] membuka acara.",
    "Wakil Bupati OKI, [[Marzuki Dahlan]], hadir.",
    "Kepala Dinas Pertanian, Pangan, dan Perikanan Sleman [[Heru Prasojo]] menyebut hal itu.",
    "Gubernur Bank Indonesia [[Pertiwi Handayani]] memberi kuliah umum.",
    "Kepala Sekolah SMA Negeri 3 Palembang, [[Dra. Yulianti, M.Pd.]], menyambut tamu.",
    "Kabid GTK Dinas Pendidikan Provinsi Sumatera Selatan, [[Yeni Astuti, S.Kom.]], menambahkan data.",
    "Menteri Pendidikan Dasar dan Menengah (Mendikdasmen) [[Arya Baskoro]] hadir.",
    "Rektor Universitas Tadulako [[Prof. Dr. Ansar Mangkona, S.E., M.Si.]] melantik dekan.",
    "Kapolres Tanah Laut [[AKBP Gilang Wiratama]] datang.",
    "Camat Menes [[Eulis Komariah]] hadir.",
    "Kepala Desa Purwaraja [[Ujang Suryana]] hadir.",
    "Ketua Yayasan Lentera Kasih, [[Bambang Wijanarko]], memberi sambutan.",
    "Guru besar Universitas Gadjah Mada [[Siti Rahayu]] menjadi penguji.",
    "Presiden terpilih [[Sutan Mahmud]] tiba.",
    "Hadir Wakil Menteri Perencanaan/Badan Perencanaan (PPN/Bappenas RI) [[Bambang Wibowo]].",
    "Camat Tanjung Bidara, [[Rugiyanto]], hadir.",
    "Siswa kelas XII lainnya, [[Sobar]] mengatakan hal serupa.",
    "Salah seorang siswi yang ikut dirawat, [[Vedita]] mengaku pusing.",
    "Seorang dokter [[Zwandi Prahasto]] mengatakan hal serupa.",
    "Ketua: [[Ratna Wibowo]]",
    "Seorang wali murid siswa yang anaknya ikut dirawat, [[Vedita]] mendengar kabar itu.",
    "Direktur Departemen Moneter BI [[Juli Budi Wibowo]] hadir.",
    "Inspektur I Itjen Kemenag, [[Lindung Agus Wibowo]].",
    "Plt. Kepala Disdik Kota Bandung [[Wahyu Hidayat]] hadir.",
    "Salah seorang orang tua siswa, [[Haslinda Daeng Ngai]], keberatan.",
    "Menteri Perhubungan [[Budi Karya Prasetyo]] dalam konferensi pers meminta maaf.",
    "Kapolres Bantul [[AKBP Bayu Puji Wibowo]] mengatakan hal serupa.",
    "Menteri Kehutanan [[Bambang Juli Santoso]] hadir.",
    "Direktur Bina Guru Dinas Pendidikan Kudus, [[Puji Santoso]], hadir.",
]
TITLES = [
    "Hadir pula anggota Polsek Weleri [[Bripda M. Rifandi]] dan warga.",
    "Acara dibuka [[Hj. Yeni AS, S.H., M.H.]] di aula.",
    "Acara dibuka [[Prof. Dr. Ir. Hj. Ratna Wibowo, M.Si., Ph.D.]] di aula.",
    "Acara dibuka [[Drs H Mahmud Yunus MSi]] di aula.",
    "Acara dibuka [[KH. Muhtar Syafi'i, Lc., M.A.]] di aula.",
    "Acara dibuka [[TGH. Lalu Makbul Hasani]] di aula.",
    "Acara dibuka [[Brigjen TNI (Purn) Bagus Prakoso]] di aula.",
    "Acara dibuka [[Kombes Pol. Dewi Anggraini, S.I.K., M.H.]] di aula.",
    "Acara dibuka [[dr. Laksmi Pertiwi, Sp.A.]] di aula.",
    "Acara dibuka [[Letkol Inf Surya Atmaja]] di aula.",
    "Acara dibuka [[Gus Farid]] di aula.",
    "Acara dibuka [[Datuk Seri Mohamad Isa]] di aula.",
    "Acara dibuka [[prof. Ratna Wibowo]] di aula.",
    "Acara dibuka [[Dr. (Cand) Ratna Wibowo]] di aula.",
    "Acara dibuka [[Pak Darmo]] di aula.",
    "Acara dibuka [[Ibu Sri Lestari]] di aula.",
    "Acara dibuka [[Rizal Ahmadi, S.Pd, M.Si]] di aula.",
]
CUE = [
    "“Siap,” ujar [[Ratna Wibowo]], Senin.",
    "“Siap,” kata [[Ratna]].",
    "Menurut [[Bambang]], soal itu mudah.",
    "[[Supriyanto]] menegaskan bahwa dana sudah cair.",
    "[[Yosefina Kameo]] juga mengatakan hal serupa.",
]
OTHER = [
    "[[Yustina (34]]), pendiri taman baca, mengelola perahu.".replace(" (34]]", "]] (34"),
    "[[Sulastri]], Kepala SD Negeri 3 Jekulo, hadir.",
    "[[Ali Maskur]] selaku ketua panitia memberi laporan.",
    "Hadir [[Ratna Wibowo]], [[Budi Santoso]], dan [[Palti Manurung]].",
    "Seorang siswa berinisial [[RA]] (14) terluka, sedangkan [[MF]] (13) selamat. Polisi memanggil [[RA]].",
    "“Siap,” ujar [[Ratna Wibowo]]. Ayah [[Ratna]] seorang petani. Buku untuk [[Ratna]] sudah ada.",
    "Polisi menahan [[TK]], sopir bus itu. Penahanan tersangka [[TK]] diperpanjang.",
    "Polisi menetapkan [[TK]], sopir bus itu, kemarin.",
    "Turut hadir [[Aipda Frison R.T]], [[Aipda Ade S]], dan polisi lain.",
    "“Siap,” kata Kapolsek Lembang [[AKP Dana Suhenda]] saat ditemui.",
    "Orang tua lainnya, [[QX]] (43 tahun), mengaku lelah.",
    "Perkara ditangani [[Iptu Delfino M. Wee, S.H]] sejak Senin.",
    "“Kebetulan [[Bu Firda]] (Kepsek) datang,” kata [[Sudirman]].",
    "Menurut [[Pak Sarmin]], hal itu wajar.",
    "Juri terdiri atas [[Ratih Ayu]], [[Dr. Joko Umbaran]], dan [[Meutia Zahra, M.Sn.]]",
]
RECURRING = [
    "Pendiri Sagamaya [[Lirawati Osmand]] menambah stok. “Habis,” kata [[Lirawati]].",
    "Rombongan disambut Kepala Puskesmas Cempaka Putih [[Zelvano Karsin]]. “Aman,” kata [[Zelvano]].",
    "Tamu itu, Qirana Wespa, datang pagi. “Ramai,” kata Qirana.".replace("Qirana Wespa", "[[Qirana Wespa]]").replace(
        "kata Qirana", "kata [[Qirana]]"
    ),
    "Kepala Badan Pengembang Kawasan Sagamaya (BPKS) [[Bambang Wijanarko]] hadir.",
]
SHAPES = [
    "“Siap,” kata [[B.J. Hidayat]].",
    "“Siap,” kata [[M. Iqbal Tanjung]].",
    "“Siap,” kata [[Muhammad Abdul Mu’ti]].",
    "“Siap,” kata [[Siti binti Rahman]].",
    "“Siap,” kata [[I Gusti Ayu Laksmi]].",
    "“Siap,” kata [[Ahmad al Farisi]].",
    "“Siap,” kata [[Bambang PS Wibowo]].",
    "“Siap,” kata [[Hamengku Buwono X]].",
    "“Siap,” kata [[Budi “Kelik” Santoso]].",
    "“Siap,” kata [[Drs. AHMAD SUHENDAR]].",
    "“Siap,” kata [[Bambang MD]] di aula.",
    "“Siap,” kata [[Bambang]] UI itu.",
    "Hadir duta besar, [[H.E. Tomas Wibowo]].",
    "Pelatih [[Shin Tae-yong]] tiba.",
    "Wakil Ketua DPRD Bangli [[I Ketut Sumarjaya]] hadir.",
]
DAMAGED = [
    "Menteri Pertanian [[Bambang Wijanarko]]mengatakan hal itu.",
    "Bupati Sleman [[Ratna Wibowo]]saat ditemui hanya tersenyum.",
    "Presiden [[Bagus]]-Ratna dilantik.",
]
NAMED_LIKE_POSTS = [
    "Ketua DPRD Banten, [[Bagus Hakim]], hadir.",
    "Kasat Lantas, [[AKP Bambang Rahman Hakim]], Selasa, hadir.",
    "Hadir [[Ratna Wibowo]], [[Bagus Maulana Al Hakim]], dan [[Siti Aminah]].",
]
PLACED = [
    "Kepala SD Negeri 3 Sindang Sari, Kecamatan Kotabumi Selatan, [[Yulia Megawati]], hadir.",
    "Kanit Lantas Polsek Grogol Petamburan , [[AKP Bagus Rahman]], hadir.",
]


@pytest.mark.parametrize(
    "marked", [*POSITION, *TITLES, *CUE, *OTHER, *RECURRING, *SHAPES, *DAMAGED, *NAMED_LIKE_POSTS, *PLACED]
)
def test_spans(check: Names, marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Bupati Sleman Kusmiyati hadir.", "position"),
        ("Acara dibuka Dra. Ratna.", "title"),
        ("Acara dibuka Ratna, M.Pd., di aula.", "degree"),
        ("Sulastri, Bupati Jepara, hadir.", "apposition"),
        ("“Siap,” ujar Ratna.", "cue"),
        ("Yustina (34) membaca.", "age"),
        ("Acara itu dihadiri Bambang Wijanarko.", "given_name"),
        ("Siswa berinisial AB absen.", "initials"),
    ],
)
def test_rules(names_of: Names, text: str, rule: str) -> None:
    assert [name.rule for name in names_of(text)] == [rule]


@pytest.mark.parametrize("text", ["Nantilah kita lihat.", "Panen raya di Zwxv Qprst berjalan lancar."])
def test_a_model_alone_makes_no_name(text: str) -> None:
    words = text.split()
    told = next(word for word in words if word[0] == "Z") if "Zwxv" in text else words[0]
    start = text.index(told)
    end = start + len("Zwxv Qprst" if "Zwxv" in text else told)
    assert find(text, entities=[(start, end)]) == ()


def test_a_model_completes_a_holders_name() -> None:
    text = "Juru Bicara BGN Dian Fatwa menjawab wartawan."
    start = text.index("Dian")
    told = [(start, start + len("Dian Fatwa"))]
    assert [name.name for name in find(text)] == ["Dian"]
    assert [name.name for name in find(text, entities=told)] == ["Dian Fatwa"]


def test_names_in_an_article_come_in_text_order(names_of: Names) -> None:
    text = "“Siap,” ujar Ratna Wibowo. Bupati Sleman Kusmiyati hadir. Ratna pulang."
    assert [name.name for name in names_of(text)] == ["Ratna Wibowo", "Kusmiyati", "Ratna"]


def test_a_model_completes_a_name_with_common_words() -> None:
    text = "Ketua Umum ISSC Budi Harta Winata dalam keterangan tertulis menolak impor."
    start = text.index("Budi")
    told = [(start, start + len("Budi Harta Winata"))]
    assert [name.name for name in find(text)] == ["Budi"]
    assert [name.name for name in find(text, entities=told)] == ["Budi Harta Winata"]
