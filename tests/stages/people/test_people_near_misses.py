"""What looks like a name and is none."""

from __future__ import annotations

import pytest

from tests.stages.people.conftest import Names

NONE = [
    "Acara “Talkshow Berbagi Praktik Baik” menutup Pelatihan Pembelajaran Mendalam.",
    "Rapat digelar di Jalan Ahmad Yani, Kabupaten OKI.",
    "Mahasiswa Universitas Ahmad Dahlan berkumpul di Stadion Manahan.",
    "Kementerian Agama menegaskan bahwa dana sudah cair.",
    "Kemendikdasmen menyebutkan, soal sudah dikirim.",
    "Dindikbud menjelaskan aturan itu.",
    "Pemerintah berharap siswa tetap tenang.",
    "“Siap,” kata Bupati.",
    "“Siap,” kata dia.",
    "Sumatera Selatan mengatakan siap.",
    "Menteri Agama meminta warga bersabar.",
    "Sebelumnya, Senin (3/11/2025), Polisi Periksa Tujuh Saksi.",
    "Kegiatan itu digelar pada Mei dan Agustus.",
    "Terpisah, anggota Komisi X DPR RI meminta data.",
    "Universitas Sultan Agung membuka pendaftaran.",
    "Para guru, siswa, dan orang tua hadir.",
    "Ketua PGRI Sumatera Selatan meminta tambahan guru.",
    "Kampus itu, Universitas Tirtayasa (Untirta), dibuka. Untirta menegaskan aturan.",
    "Guru Madrasah Diniyah Garut Naik Mulai Januari",
    "Mahasiswa Universitas Pendidikan Sultan Idris berkunjung.",
    "Kepala SPPG Moyoketen 1 dipanggil.",
    "Sebanyak 12 siswa SDN 1 Darmaji dirawat.",
    "Menurut Press Trust, lomba itu diundur.",
    "Wisuda digelar bersama Forkopimda Kalbar.",
    "Rapat digelar di Ibu Kota Nusantara.",
    "Ia lulus dari Program Doktor Ilmu Pendidikan.",
    "Upacara memperingati Maulid 1447 H. Dengan tertib, siswa berbaris.",
    "Pasien dirujuk ke RSUD dr. Suratno.",
    "Lomba itu diikuti SMA Negeri 2 Ngablak, MA Bina Insan, dan dua ponpes.",
    "SMP Negeri 2 Ngablak mengatakan libur.",
    "Citra K-Popers berubah, kata panitia. Menurut K-Popers, lomba itu seru.",
    "Pabrik PT House of Wirasana mengatakan pesanan turun.",
    "Ia kuliah di Universitas Islam Negeri (UIN) Fatmawati Wibowo.",
    "Ditjen Riset dan Pengembangan (Ditjen Risbang) hadir. Risbang mengatakan siap.",
    "Laporan Survivors of Domestic Abuse, Dr. Kini dibahas.",
    "Perahu itu hilang di Samudra Hindia.",
    "“Sudah,” kata Civil Defense Force dalam pernyataan.",
    "Polisi mencari tersangka DPO itu.",
    "Korban tersebar di SMAN 1 Kuwus (42), SMPN 2 Kuwus (31), dan SDI Golo Bombong (30).",
    "Kegiatan didampingi Pak Kapolda, Pak Kejati, dan unsur lain.",
    "Pasien dibawa ke RS Kojang, sopir ditahan.",
    "Kotawaringin-Wakil Menteri Agama meninjau sekolah.",
    "Pemkab menghadirkan Cinta Bergema. Donasi lewat Guardiola Sala Foundation.",
    "Aturan itu membentuk generasi Panca Waluya di sekolah.",
    "Pelatih Real Madrid mengatakan siap.",
    "Korban dirawat, kata pemuda asal Provinsi Thanh Hoa, kemarin.",
    "Warga Kelurahan Depok Jaya ini berharap hujan reda.",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_nothing(names_of: Names, text: str) -> None:
    assert [name.name for name in names_of(text)] == []
