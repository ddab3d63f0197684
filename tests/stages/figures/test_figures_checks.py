"""The arithmetic check: totals whose parts the text gives."""

from __future__ import annotations

from dataclasses import fields

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.figures.checks import adds_up
from pipeline.stages.figures.resolve import Found, figures


def checked(text: str) -> dict[str, bool]:
    """The figures of the one sentence `text` that are checked, by their text."""
    found = list(figures(text))
    checks = adds_up(text, found, [len(text)] * len(found))
    assert len(checks) == len(found)
    return {figure.text: check for figure, check in zip(found, checks, strict=True) if check is not None}


SUMS = [
    ("Pelatihan diikuti 35 peserta yang terdiri dari 20 guru dan 15 siswa.", "35 peserta"),
    ("Bantuan itu Rp 1,5 juta, terdiri atas Rp 600 ribu untuk buku dan Rp 900 ribu untuk seragam.", "Rp 1,5 juta"),
    ("Ada 90 orang, yakni 40 siswa, 30 guru, dan 20 pengawas.", "90 orang"),
    ("Sebanyak 12 sekolah di 3 kecamatan, yaitu 7 SD dan 5 SMP, rusak.", "12 sekolah"),
    ("Panitia menerima 50 orang, rinciannya laki-laki 30 orang dan perempuan 20 orang.", "50 orang"),
    ("Peserta mencapai 560 orang dengan rincian: 300 guru; 260 siswa.", "560 orang"),
    ("Hadir 35 orang, terdiri dari 20 guru dan 15 siswa, sehingga total tamu 90 orang.", "35 orang"),
    ("Yang lulus 60 persen, terdiri dari 35 persen putri dan 25 persen putra.", "60 persen"),
    ("Panen 51 ton, meliputi 30 ton padi dan 21 ton jagung.", "51 ton"),
    ("Terdapat tiga guru, yaitu dua guru tetap dan satu guru honorer.", "tiga guru"),
]

MISMATCHES = [
    ("Ada 40 orang dengan rincian 20 guru dan 15 siswa.", "40 orang"),
    ("Ada 40 orang, terdiri dari 20 guru dan 15 siswa.", "40 orang"),
    ("Bantuan Rp 10 juta, yakni Rp 4 juta untuk buku dan Rp 3 juta untuk seragam.", "Rp 10 juta"),
    ("Sekolah punya 24 siswa, terdiri dari 10 siswa putra dan 15 siswa putri.", "24 siswa"),
    ("Nilainya 100 persen, terdiri dari 40 persen ujian dan 50 persen tugas.", "100 persen"),
    ("Dari 250 siswa, 1.250 di antaranya lulus.", "250 siswa"),
    ("Dari total 30 orang, sebanyak 45 orang di antaranya guru.", "30 orang"),
]

UNDECIDED = [
    "Pelatihan diikuti 35 guru dan 15 siswa.",
    "Dari 1.250 siswa, 250 di antaranya lulus.",
    "Dari 20 sekolah, 250 siswa di antaranya lulus.",
    "Ada 12 kelas yang terdiri dari 300 siswa dan 20 guru.",
    "Dibentuk 10 tim yang terdiri dari 3 siswa dan 2 guru.",
    "Ada 40 orang, terdiri dari 20 guru, siswa, dan 5 pengawas.",
    "Ada 40 orang, terdiri dari 20 guru dan 15 siswa, sisanya panitia.",
    "Ada 40 orang, terdiri dari 20 guru, 15 siswa dan beberapa panitia.",
    "Ada 40 orang, terdiri dari 20 guru dan belasan siswa.",
    "Ada 40 orang, terdiri dari sekitar 20 guru dan 15 siswa.",
    "Ada sekitar 40 orang, terdiri dari 20 guru dan 15 siswa.",
    "Lebih dari 35 orang hadir, terdiri dari 20 guru dan 15 siswa.",
    "Ada 40 orang yang dilatih oleh tim yang terdiri dari 3 orang guru dan 2 orang dosen.",
    "Ada 40 orang, yakni masing-masing 20 guru dan 15 siswa.",
    "Ada 40 orang, yakni 20 guru.",
    "Anggarannya Rp 1,5 miliar, terdiri dari Rp 745 juta dan Rp 760 juta.",
    "Yang lulus 100 persen, terdiri dari 33 persen kelas pagi, 33 persen kelas siang, dan 33 persen kelas malam.",
    "Biayanya Rp 10 juta, yakni Rp 4 juta untuk buku dan US$ 300 untuk alat.",
    "Yang lulus 80 persen, terdiri dari 60 persen putri dan 40 persen putra.",
    "Ada 40 orang, terdiri dari 20 guru (50 persen) dan 15 siswa.",
    "Ada 5 kelompok, yaitu Rp 800.000, Rp 950.000, dan Rp 1.100.000.",
]


@pytest.mark.parametrize(("text", "total"), SUMS)
def test_parts_that_sum(text: str, total: str) -> None:
    """Only the total is checked, not its parts."""
    assert checked(text) == {total: True}


@pytest.mark.parametrize(("text", "total"), MISMATCHES)
def test_parts_that_do_not_sum(text: str, total: str) -> None:
    """A mismatch is told where the parts can only be all of the total."""
    assert checked(text) == {total: False}


@pytest.mark.parametrize("text", UNDECIDED)
def test_doubt_is_null(text: str) -> None:
    """Neither true nor false where parts may be missing, rounded, rates or of something else."""
    assert checked(text) == {}


def test_a_total_within_a_total() -> None:
    """Each list belongs to the figure that it follows."""
    text = "Ada 70 guru, terdiri dari 40 guru tetap dan 30 guru honorer, serta 50 siswa, yakni 20 putra dan 30 putri."
    assert checked(text) == {"70 guru": True, "50 siswa": True}


def test_parts_of_another_sentence_do_not_count() -> None:
    """The rows carry the check; a list does not reach over the end of its sentence; no value is altered."""
    nlp = spacy.blank("ind")
    nlp.add_pipe("berita_figures")
    text = "Hadir 35 orang. Yakni 20 guru dan 15 siswa. Ada 9 orang dengan rincian 5 guru dan 3 siswa."
    rows = nlp(text)._.figures
    assert [row.adds_up for row in rows] == [None, None, None, False, None, None]
    same = [field.name for field in fields(Found)]
    assert [[getattr(row, name) for name in same] for row in rows] == [
        [getattr(found, name) for name in same] for found in figures(text)
    ]
    assert all(row.text == text[row.start_char : row.end_char] for row in rows)


WORDS = ("20 guru", "15 siswa", "35 orang", "Rp 5 juta", "40 persen", "terdiri dari", "yakni", "dan", ",", "dari", "9")


@given(st.lists(st.sampled_from((*WORDS, "di antaranya", "rincian", "(", ")", ".")), max_size=30))
def test_any_order_of_words_is_checked_alike_each_time(words: list[str]) -> None:
    """Never raises; the same text gives the same checks."""
    text = " ".join(words)
    assert checked(text) == checked(text)


@pytest.mark.parametrize("piece", ["5 guru yakni ", "5 guru dan ", "dari 5 guru, 6 di antaranya ", "yakni ", "5, "])
def test_long_lists_end(piece: str) -> None:
    """A hostile text runs to completion."""
    text = piece * 5000
    found = list(figures(text))
    assert len(adds_up(text, found, [len(text)] * len(found))) == len(found)
