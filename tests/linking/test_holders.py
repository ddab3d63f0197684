"""Whom a role phrase without a name means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Tables
from pipeline.linking.holders import holders
from pipeline.stages.mentions import RoleMention


def held(tables: Tables) -> list[tuple[str, str | None]]:
    """The roles of an article with the names of their persons."""
    names = dict(zip(tables.persons["person_id"], tables.persons["name"], strict=True))
    return [(role.text, names.get(role.person_id)) for role in tables.roles.itertuples()]


CASES = [
    (
        "Ratna Wibowo hadir dalam rapat itu, Senin. Rektor Universitas Riau itu berharap kerja sama berlanjut.",
        [("Rektor Universitas Riau", "Ratna Wibowo")],
    ),
    (
        "Bupati Sleman Ratna Wibowo hadir. Lebih lanjut, mantan Sekretaris Kabinet itu menekankan hal lain.",
        [("Bupati Sleman", "Ratna Wibowo"), ("mantan Sekretaris Kabinet", "Ratna Wibowo")],
    ),
    (
        "Bupati Sleman Ratna Wibowo hadir. “Terima kasih kepada kampus dan Ibu Bupati,” ujar seorang warga.",
        [("Bupati Sleman", "Ratna Wibowo"), ("Bupati", "Ratna Wibowo")],
    ),
    (
        "Mendikdasmen Ratna Wibowo hadir. Dalam sambutannya, Mendikdasmen yang juga Sekretaris Umum Muhammadiyah"
        " memuji warga.",
        [
            ("Mendikdasmen", "Ratna Wibowo"),
            ("Mendikdasmen", "Ratna Wibowo"),
            ("Sekretaris Umum Muhammadiyah", "Ratna Wibowo"),
        ],
    ),
    (
        "Presiden Ratna Wibowo hadir. Hal itu sejalan dengan niat awal Presiden dalam program itu.",
        [("Presiden", "Ratna Wibowo"), ("Presiden", "Ratna Wibowo")],
    ),
    (
        "Bupati Sleman Ratna Wibowo hadir. Ia pernah maju sebagai Bupati dan menang.",
        [("Bupati Sleman", "Ratna Wibowo")],
    ),
    (
        "Direktur Jenderal Pendidikan Tinggi, Ratna Wibowo, hadir. Dirjen Dikti menegaskan aturan itu.",
        [("Direktur Jenderal Pendidikan Tinggi", "Ratna Wibowo"), ("Dirjen Dikti", "Ratna Wibowo")],
    ),
    (
        "Direktur Jenderal Pendidikan Tinggi, Ratna Wibowo, hadir. Dirjen Migas menegaskan aturan itu.",
        [("Direktur Jenderal Pendidikan Tinggi", "Ratna Wibowo"), ("Dirjen Migas", None)],
    ),
    (
        "Rektor Universitas Tirta Jaya (Untirja), Ratna Wibowo, hadir. Rektor Untirja mengatakan siap.",
        [("Rektor Universitas Tirta Jaya (Untirja)", "Ratna Wibowo"), ("Rektor Untirja", "Ratna Wibowo")],
    ),
    (
        "Mendikdasmen menegaskan aturan itu. Mendikdasmen Arya Baskoro hadir.",
        [("Mendikdasmen", "Arya Baskoro"), ("Mendikdasmen", "Arya Baskoro")],
    ),
    (
        "Kepala Dinas Pendidikan dan Olahraga Kudus, Ratna Wibowo, hadir. Kepala Dinas Pendidikan Kudus setuju.",
        [
            ("Kepala Dinas Pendidikan dan Olahraga Kudus", "Ratna Wibowo"),
            ("Kepala Dinas Pendidikan Kudus", "Ratna Wibowo"),
        ],
    ),
    (
        "Anggota Komisi X DPR RI, Ratna Wibowo, hadir. Politikus PKB itu mengatakan siap.",
        [("Anggota Komisi X DPR RI", "Ratna Wibowo"), ("Politikus PKB", "Ratna Wibowo")],
    ),
    (
        "Bupati Kudus Budi Santoso hadir bersama Bupati Pati Ratna Wibowo. Bupati mengatakan siap.",
        [("Bupati Kudus", "Budi Santoso"), ("Bupati Pati", "Ratna Wibowo"), ("Bupati", None)],
    ),
    (
        "Bupati mengatakan siap. Bupati Kudus Budi Santoso hadir.",
        [("Bupati", None), ("Bupati Kudus", "Budi Santoso")],
    ),
    (
        "Presiden meminta laporan. Presiden Arya Baskoro hadir di Bogor.",
        [("Presiden", "Arya Baskoro"), ("Presiden", "Arya Baskoro")],
    ),
    (
        "Presiden meminta laporan. Ratna Wibowo, presiden klub itu, hadir.",
        [("Presiden", None), ("presiden", "Ratna Wibowo")],
    ),
    (
        "Presiden Arya Baskoro hadir. Hal itu disampaikan Menteri Sosial Ratna Wibowo. Menurut Ratna, Presiden "
        "menanyakan hasilnya. Presiden pun meminta laporan.",
        [
            ("Presiden", "Arya Baskoro"),
            ("Menteri Sosial", "Ratna Wibowo"),
            ("Presiden", "Arya Baskoro"),
            ("Presiden", "Arya Baskoro"),
        ],
    ),
    (
        "Rektor Dewi Lestari hadir. Budi Santoso, rektor, ikut. Rektor mengatakan siap.",
        [("Rektor", "Dewi Lestari"), ("rektor", "Budi Santoso"), ("Rektor", "Dewi Lestari")],
    ),
    (
        "Bupati Kudus, Budi Santoso, datang. Setelah itu, bupati meninjau dapur sekolah.",
        [("Bupati Kudus", "Budi Santoso"), ("bupati", "Budi Santoso")],
    ),
    (
        "Bupati Kudus, Budi Santoso, datang. Menurut aturan, bupati memiliki kewenangan.",
        [("Bupati Kudus", "Budi Santoso")],
    ),
    ("Bupati Kudus, Budi Santoso, datang. Para bupati meninjau dapur.", [("Bupati Kudus", "Budi Santoso")]),
    ("Bupati Kudus, Budi Santoso, datang. Seluruh calon bupati meninjau dapur.", [("Bupati Kudus", "Budi Santoso")]),
    (
        "Wakil Kepala BGN Ratna Wibowo hadir. “Aman,” kata Ratna. “Beres,” ujar komisaris PT Pertamina tersebut.",
        [("Wakil Kepala BGN", "Ratna Wibowo"), ("komisaris PT Pertamina", "Ratna Wibowo")],
    ),
    (
        "Wakil Kepala BGN Ratna Wibowo hadir. Gedung milik komisaris PT Pertamina tersebut dijual.",
        [("Wakil Kepala BGN", "Ratna Wibowo")],
    ),
    (
        "Plt. Inspektur Jenderal (Irjen) Kemenag, Ratna Wibowo, hadir. “Siap,” ujar Plt. Irjen Kemenag.",
        [("Plt. Inspektur Jenderal (Irjen) Kemenag", "Ratna Wibowo"), ("Plt. Irjen Kemenag", "Ratna Wibowo")],
    ),
    (
        "Rektor Unhas mengatakan siap. Rektor Untad Ratna Wibowo hadir.",
        [("Rektor Unhas", None), ("Rektor Untad", "Ratna Wibowo")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_held(extract_fast: Callable[[str], Tables], text: str, expected: list[tuple[str, str | None]]) -> None:
    assert held(extract_fast(text)) == expected


def test_a_body_has_one_key_in_all_its_spellings(extract_fast: Callable[[str], Tables]) -> None:
    text = (
        "Rektor Universitas Tirta Jaya (Untirja), Ratna Wibowo, hadir. Dekan Untirja, Budi Santoso, setuju. "
        "Kepala SMAN 3 Kudus, Dewi Lestari, dan guru SMA Negeri 3 Kudus, Arya Baskoro, datang."
    )
    assert list(extract_fast(text).roles["organization_id"]) == [
        "universitas-tirta-jaya",
        "universitas-tirta-jaya",
        "sma-negeri-3",
        "sma-negeri-3",
    ]


class Read(list[int | None]):
    """Persons that count how often they are looked at."""

    looks = 0

    def __getitem__(self, at):  # type: ignore[no-untyped-def]
        self.looks += 1
        return super().__getitem__(at)


def test_a_bare_post_that_many_hold_needs_no_look_at_all_of_them() -> None:
    head = RoleMention(
        start=0, end=14, position="Kepala Sekolah", role_class="institutional", status="current", rule="title"
    )
    persons = Read(range(1_000))
    assert len(holders([head] * 1_001, persons, 1_000)) > 1
    assert persons.looks < 5
