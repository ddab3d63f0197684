"""Identity, status, language, headline and dateline of a cleaned article."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers import Article, prepare
from pipeline.readers.langid import detect
from pipeline.readers.prepare import MAX_CHARS

BODY = "BANJARMASIN - Dinas Pendidikan memberi izin kepada 23 sekolah di bantaran sungai."
ENGLISH = (
    "The ministry said on Monday that all schools in the district would stay closed for the rest of the week. " * 2
)
SUNDANESE = (
    "Guru-guru di kecamatan ieu geus ngarengsekeun palatihan anu dilaksanakeun ku dinas salila tilu bulan katukang. "
    * 2
)


def test_id_hashes_and_offsets() -> None:
    prepared = prepare(Article(text=f"  {BODY} \r\n"))
    assert prepared.article.text == BODY
    assert prepared.text_sha256 == hashlib.sha256(BODY.encode()).hexdigest()
    assert prepared.raw_sha256 == hashlib.sha256(f"  {BODY} \r\n".encode()).hexdigest()
    assert prepared.article_id == prepared.text_sha256[:16]
    assert BODY[prepared.body_start :].startswith("Dinas Pendidikan")


def test_the_inputs_id_is_kept() -> None:
    assert prepare(Article(text=BODY, id=" a-1 ")).article_id == "a-1"


def test_the_id_does_not_depend_on_how_the_text_was_encoded() -> None:
    ids = {
        prepare(Article(text=text, source=text[:3])).article_id
        for text in (BODY, f"{BODY}\n", BODY.replace("-", "\u200b-"))
    }
    assert len(ids) == 1


def test_empty_articles_have_ids_of_their_own() -> None:
    first, second = (prepare(Article(text=" \n", source=source)) for source in ("a.txt", "b.txt"))
    assert (first.status, second.status) == ("empty", "empty")
    assert first.article_id != second.article_id


def test_metadata_is_cleaned() -> None:
    article = prepare(Article(text=BODY, title="Guru &amp; Murid\n", outlet=" ", author="Ratna\u200b Sari")).article
    assert (article.title, article.outlet, article.author) == ("Guru & Murid", None, "Ratna Sari")


def test_an_export_of_millions_of_characters_is_no_article() -> None:
    prepared = prepare(Article(text="a" * (MAX_CHARS + 1)))
    assert (prepared.status, prepared.article.text) == ("failed", "")
    assert prepared.error == "2,000,001 characters; the longest article that is extracted has 2,000,000"


STATUS = {
    "indonesian": (BODY, "ok", None),
    "long indonesian": (BODY * 3, "ok", "id"),
    "english": (ENGLISH, "not_indonesian", "en"),
    "short english": ("The school is closed.", "ok", None),
    "sundanese": (SUNDANESE, "ok", "id"),
    "english names in indonesian": (
        "Guru itu mengikuti " + "Global Teacher Prize Summit " * 3 + "yang digelar di London.",
        "ok",
        None,
    ),
    "numbers": ("1.250 2.500 3.750 " * 20, "ok", None),
    "empty": ("", "empty", None),
}


@pytest.mark.parametrize(("text", "status", "language"), STATUS.values(), ids=STATUS)
def test_status(text: str, status: str, language: str | None) -> None:
    prepared = prepare(Article(text=text))
    assert prepared.status == status
    if language:
        assert prepared.language == language


def test_detector_alone() -> None:
    assert detect(ENGLISH) == "en"
    assert detect(BODY[:50]) is None


HEADLINES = {
    "above a dateline": (f"Sekolah boleh mundurkan jam masuk\n\n{BODY}", None, "Sekolah boleh mundurkan jam masuk"),
    "in title case": (
        "Sekolah Boleh Mundurkan Jam Masuk\nDinas memberi izin kepada 23 sekolah di kota.",
        None,
        "Sekolah Boleh Mundurkan Jam Masuk",
    ),
    "question": (f"Bolehkah Sekolah Mundurkan Jam Masuk?\n{BODY}", None, "Bolehkah Sekolah Mundurkan Jam Masuk?"),
    "repeated": (
        f"SEKOLAH boleh mundurkan jam\n\n{BODY}",
        "Sekolah Boleh Mundurkan Jam!",
        "Sekolah Boleh Mundurkan Jam!",
    ),
}


@pytest.mark.parametrize(("text", "given", "title"), HEADLINES.values(), ids=HEADLINES)
def test_a_headline_becomes_the_title(text: str, given: str | None, title: str) -> None:
    prepared = prepare(Article(text=text, title=given))
    assert prepared.article.title == title
    assert prepared.article.text == text.split("\n")[-1]


NO_HEADLINE = [
    "Dinas memberi izin kepada 23 sekolah.\nGuru hadir.",
    "Guru Eka Diani\nKepala sekolah itu hadir di Kayuagung.",
    "“Kami Siap Mengajar Murid Kami Besok”\nKepala sekolah itu hadir di Kayuagung kemarin.",
    "Dinas memberi izin kepada sekolah itu\nKepala sekolah hadir di Kayuagung kemarin sore.",
    f"{BODY}\nGuru hadir.",
    "Sekolah Boleh Mundurkan Jam Masuk",
    "Sekolah Boleh Mundurkan Jam Masuk\nGuru Hadir Semua",
]


@pytest.mark.parametrize("text", NO_HEADLINE)
def test_a_first_line_that_may_be_text_stays(text: str) -> None:
    prepared = prepare(Article(text=text))
    assert (prepared.article.title, prepared.article.text) == (None, text)


def test_dateline_and_its_region() -> None:
    prepared = prepare(Article(text="PALEMBANG, KABAR.com – Guru hadir."))
    assert (prepared.dateline_place, prepared.dateline_region_code) == ("Palembang", "16.71")
    prepared = prepare(Article(text="BANDUNG – Guru hadir."))  # the city or the regency
    assert (prepared.dateline_place, prepared.dateline_region_code) == ("Bandung", None)


@given(st.text(max_size=300), st.none() | st.text(max_size=30))
def test_never_raises_and_is_deterministic(text: str, title: str | None) -> None:
    article = Article(text=text, title=title)
    prepared = prepare(article)
    assert prepared == prepare(article)
    assert 0 <= prepared.body_start <= len(prepared.article.text)
    assert (prepared.status == "empty") == (prepared.article.text == "")
