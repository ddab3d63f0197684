"""Near-duplicates: the same release in several outlets, and what only looks alike."""

from __future__ import annotations

import random

import pyarrow as pa
import pytest

from pipeline import Tables, extract
from pipeline.tables.duplicates import groups, signature, signatures

RELEASE = (
    "Dinas Pendidikan Kota Ternate membuka pendaftaran lomba membaca untuk murid sekolah dasar mulai pekan depan. "
    "Lomba digelar di tiga kecamatan dan diikuti 48 sekolah. Setiap sekolah mengirim lima murid beserta satu guru "
    "pendamping. Pemenang akan mewakili kota pada tingkat provinsi bulan Mei. Panitia menyediakan perahu bagi peserta "
    "dari pulau-pulau kecil. Biaya seluruhnya ditanggung pemerintah kota lewat dana pendidikan."
)
SHORTENED = RELEASE.replace(" beserta satu guru pendamping", "")
ANNOUNCED = "TERNATE – Kabar baik datang dari Maluku Utara. " + RELEASE
OTHER = (
    "Pemerintah Kabupaten Buru memperbaiki dua belas ruang kelas yang rusak karena banjir awal tahun. Perbaikan "
    "dikerjakan warga bersama kontraktor setempat dan ditargetkan selesai sebelum ujian. Kepala sekolah berharap "
    "buku yang hanyut segera diganti, sebab murid kini belajar bergantian di balai desa setiap pagi dan sore."
)


def test_one_release_in_three_outlets_is_one_group() -> None:
    tables = extract(
        [
            {"id": "b", "isi": RELEASE},
            {"id": "c", "isi": SHORTENED},
            {"id": "x", "isi": OTHER},
            {"id": "a", "isi": ANNOUNCED},
            {"id": "s", "isi": "Guru hadir."},
            {"id": "t", "isi": "Guru hadir."},
        ],
        profile="fast",
        stages=["dates"],
    )
    found = dict(zip(tables.articles["article_id"], tables.articles["duplicate_group"].fillna(""), strict=True))
    assert found == {"b": "a", "c": "a", "x": "", "a": "a", "s": "", "t": ""}


def test_results_put_together_are_compared_anew() -> None:
    one, other = (extract({"id": name, "isi": RELEASE}, profile="fast", stages=["dates"]) for name in "ab")
    assert one.articles["duplicate_group"].isna().all()
    assert (one + other).articles["duplicate_group"].tolist() == ["a", "a"]
    assert isinstance(one + other, Tables)


def words(generator: random.Random, count: int) -> list[str]:
    return ["".join(generator.choices("abdegiklmnoprstu", k=6)) for _ in range(count)]


@pytest.mark.parametrize("seed", range(3))
def test_groups_do_not_depend_on_order_or_parts(seed: int) -> None:
    generator = random.Random(seed)
    texts = {}
    for story in range(40):
        base = words(generator, 120)
        for copy in range(generator.choice([1, 1, 1, 2, 5])):
            changed = [word if generator.random() > 0.01 else "lain" for word in base]
            texts[f"{story:02}-{copy}"] = " ".join(changed)
    table = signatures(pa.table({"article_id": list(texts), "text": list(texts.values())}))

    def found(parts: list[pa.Table]) -> dict[str, str | None]:
        names = [name for part in parts for name in part["article_id"].to_pylist()]
        return dict(zip(names, [group for part in groups(parts) for group in part.to_pylist()], strict=True))

    whole = found([table])
    assert all(group is None or group[:3] == name[:3] for name, group in whole.items())
    assert sum(group is not None for group in whole.values()) > 30
    order = list(range(len(table)))
    generator.shuffle(order)
    mixed = table.take(order)
    assert found([mixed.slice(0, 10), mixed.slice(10, 0), mixed.slice(10)]) == whole


def test_no_articles_no_groups() -> None:
    assert list(groups([])) == []


@pytest.mark.parametrize("text", ["", "Guru hadir.", "¿?", "\ud800 "])
def test_too_short_to_compare(text: str) -> None:
    assert signature(text) is None


def test_marks_and_capitals_make_no_difference() -> None:
    assert signature(RELEASE) == signature(RELEASE.upper().replace(".", " –"))
