"""Who said it: whole articles in small, read by the whole pipeline."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from pipeline import Tables

HEAD = "Kepala Dinas Pendidikan Kabupaten Kendal, Wahyu Prasetya, meresmikan ruang baca di Weleri.\n"


def speakers(tables: Tables) -> list[str | None]:
    names = dict(zip(tables.persons["person_id"], tables.persons["name"], strict=True))
    return [names.get(speaker) for speaker in tables.quotes["speaker_id"].tolist()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('"Ruang ini milik warga," kata Wahyu Prasetya.', ["Wahyu Prasetya"], id="named"),
        pytest.param(HEAD + '"Ruang ini milik warga," kata Wahyu.', ["Wahyu Prasetya"], id="short"),
        pytest.param(HEAD + '"Ruang ini milik warga," ujarnya.', ["Wahyu Prasetya"], id="clitic"),
        pytest.param(HEAD + '"Ruang ini milik warga," kata dia.', ["Wahyu Prasetya"], id="pronoun"),
        pytest.param(HEAD + '"Ruang ini milik warga," kata Kepala Dinas Pendidikan.', ["Wahyu Prasetya"], id="role"),
        pytest.param(
            HEAD + '"Ruang ini milik warga," ujarnya. "Silakan datang."', ["Wahyu Prasetya"] * 2, id="continued"
        ),
        pytest.param(
            HEAD + 'Camat Weleri, Ratna Dewi, mengatakan bahwa warga menyumbang buku.\n"Bukunya banyak," ujarnya.',
            ["Ratna Dewi", "Ratna Dewi"],
            id="the last speaker, not the first person",
        ),
        pytest.param(
            "Camat Weleri, Ratna Dewi, mengatakan bahwa warga menyumbang buku kepada Wahyu Prasetya.\n"
            '"Bukunya banyak," ujarnya.',
            ["Ratna Dewi", "Ratna Dewi"],
            id="the speaker, not the object",
        ),
        pytest.param('"Ruang ini milik warga," ujarnya.', [None], id="nobody to refer to"),
        pytest.param(
            "Kepala Polsek Weleri Wahyu Prasetya mengatakan bahwa korbannya Ratna Dewi.\n"
            'Ratna Dewi hanyut di sungai. Ratna sudah lama tinggal di sana.\n"Kami masih mencari," ujarnya.',
            ["Wahyu Prasetya"] * 2,
            id="the speaker, not the victim of whom he speaks",
        ),
        pytest.param(
            HEAD + '"Ruang ini milik warga," kata Wahyu.\nRatna Dewi, siswi SD 2 Weleri, gemar membaca.\n'
            '"Bukunya bagus," ujarnya.',
            ["Wahyu Prasetya", "Ratna Dewi"],
            id="whoever is introduced next",
        ),
        pytest.param(
            HEAD
            + '"Ruang ini milik warga," kata Wahyu.\nHal senada disampaikan Camat Weleri.\n"Mari datang," ujarnya.',
            ["Wahyu Prasetya", None],
            id="a post whose holder nobody names",
        ),
        pytest.param(
            'Bupati Kendal Wahyu Adi Prasetya (WAP) hadir.\n"Ruang ini milik warga," kata WAP.',
            ["Wahyu Adi Prasetya"],
            id="initials that the text gives",
        ),
        pytest.param(
            "Rencana itu diungkap oleh Camat Weleri Ratna Dewi. Dia mengatakan bukunya banyak.",
            ["Ratna Dewi"],
            id="the agent of a passive",
        ),
        pytest.param(
            HEAD
            + '"Ruang ini milik warga," kata Wahyu.\nPemerintah berharap minat baca naik.\n"Mari datang," ujarnya.',
            ["Wahyu Prasetya", None, "Wahyu Prasetya"],
            id="an institution between does not hide its spokesman",
        ),
        pytest.param(
            'Seorang guru mengatakan bahwa rak buku masih kosong.\n"Kami menunggu," katanya.',
            [None, None],
            id="an unnamed source spoke last",
        ),
        pytest.param(
            HEAD + "Sebagian warga menginformasikan bahwa rak buku masih kosong.\nRuang itu luas.\n"
            '"Bukunya menyusul," kata Wahyu.\nSejumlah warga berharap agar rak diisi.\nRuang itu luas.\n'
            '"Sabar," ujarnya.',
            [None, "Wahyu Prasetya", None, "Wahyu Prasetya"],
            id="a group between does not hide the one who spoke",
        ),
        pytest.param(
            HEAD + 'Hal itu dibenarkan oleh Camat Weleri, Ratna Dewi.\n"Bukunya banyak," tuturnya.',
            ["Ratna Dewi"],
            id="the agent of a passive verb of saying speaks",
        ),
        pytest.param(
            HEAD + "Wahyu datang pagi. Pejabat asal Weleri ini berharap agar buku bertambah.",
            ["Wahyu Prasetya"],
            id="a description with ini",
        ),
        pytest.param(
            HEAD + "Wahyu datang pagi. Pemerintah ini berharap agar buku bertambah.",
            [None],
            id="a body with ini",
        ),
        pytest.param(
            "Rektor Universitas Udayana (Unud) Wahyu Prasetya hadir.\n"
            "Rektor Universitas Mataram (Unram) Ratna Dewi hadir.\n"
            '"Kampus kami siap membantu," ujar Rektor Unram.',
            ["Ratna Dewi"],
            id="an organization by the abbreviation that the text gives",
        ),
        pytest.param(
            "Menteri Agama Wahyu Prasetya dan Menteri Sosial Ratna Dewi hadir. Menteri Wahyu membuka acara.\n"
            '"Ruang ini milik warga," ujar Menteri Sosial.',
            ["Ratna Dewi"],
            id="a post that another holder of the position does not hold",
        ),
        pytest.param(
            HEAD + '"Beliau sehat," kata istri Wahyu.\nIstri Wahyu mengatakan bahwa rumahnya terbuka.',
            [None, None],
            id="a relative, not the person whose relative it is",
        ),
        pytest.param(
            HEAD + '"Beliau sehat," kata adik Camat Weleri Ratna Dewi itu.\n"Amin," kata anak mendiang Dimas Putra.',
            ["Wahyu Prasetya", None],
            id="a relative, with the post of the person and without",
        ),
        pytest.param(
            HEAD + '"Beliau sehat," kata kuasa hukum Wahyu, Ratna Dewi, di Kendal.\n"Doakan saja," kata jubir Wahyu.',
            ["Ratna Dewi", "Wahyu Prasetya"],
            id="a counsel, not the client",
        ),
        pytest.param(
            HEAD + "Wahyu menanyai Camat Weleri Ratna Dewi. Anak buah Wahyu itu menjawab bahwa rak buku masih kosong.",
            ["Ratna Dewi"],
            id="a description, not the person in it",
        ),
        pytest.param(
            HEAD + "Dimas Putra ikut membaca.\nSelepas Wahyu pulang, murid tersebut berharap agar buku bertambah.",
            ["Dimas Putra"],
            id="a description, not the person beside it",
        ),
        pytest.param(
            HEAD + '"Ruang ini milik warga," kata Wahyu.\nRatna Dewi, siswi SD 2 Weleri, hadir.\n'
            '"Rawatlah," kata Wahyu.\nRatna juga berterima kasih kepada warga.\n"Bukunya bagus," ujarnya.',
            ["Wahyu Prasetya", "Wahyu Prasetya", "Ratna Dewi"],
            id="the topic before a verb of saying",
        ),
        pytest.param(
            'Ustaz Ahmad Fauzi hadir.\n"Mari membaca," ujar Ustaz.',
            ["Ahmad Fauzi"],
            id="a title alone",
        ),
        pytest.param(
            "Presiden Wahyu Prasetya membuka pameran.\nKepala Negara berharap agar buku bertambah.",
            ["Wahyu Prasetya"],
            id="another word for a post",
        ),
        pytest.param(
            'Presiden Wahyu Prasetya menemui Presiden Rusia Oleg Petrov.\n"Mari membaca," kata Kepala Negara.',
            [None],
            id="another word for a post that two hold",
        ),
        pytest.param(
            'Ratna Dewi membuka pameran.\n"Mari membaca," kata Coach Ratna.',
            ["Ratna Dewi"],
            id="an unknown title before a name",
        ),
        pytest.param(
            HEAD
            + "Sesuai arahan Bupati Kendal Ratna Dewi, Kemendikdasmen menargetkan semua sekolah punya perpustakaan.",
            [None],
            id="a body, not the name behind a comma",
        ),
        pytest.param(
            'Ia mengaku belum tahu soal rencana itu.\n"Saya belum diberi tahu," ujarnya.\n'
            "Ratna Dewi mengatakan bahwa rak buku masih kosong.",
            ["Ratna Dewi"] * 3,
            id="an article that opens with a pronoun",
        ),
    ],
)
def test_speaker(extract_fast: Callable[[str], Tables], text: str, expected: list[str | None]) -> None:
    assert speakers(extract_fast(text)) == expected


def test_a_quote_keeps_the_role_that_its_speaker_was_given(extract_fast: Callable[[str], Tables]) -> None:
    tables = extract_fast(HEAD + '"Ruang ini milik warga," ujarnya.')
    role = tables.roles.set_index("role_id").loc[tables.quotes["speaker_role_id"][0]]
    assert (role["position"], role["organization"], role["region_code"]) == (
        "Kepala Dinas",
        "Dinas Pendidikan",
        "33.24",
    )


def test_a_quote_is_linked_to_the_day_in_its_sentence(extract_fast: Callable[[str], Tables]) -> None:
    tables = extract_fast('Pameran dibuka 3 Mei 2025. "Silakan datang," kata Wahyu Prasetya, Rabu (7/5/2025).')
    day = tables.dates.set_index("date_id").loc[tables.quotes["date_id"][0]]
    assert day["value"] == "2025-05-07"


def test_a_day_in_the_words_said_is_not_the_day_of_saying(extract_fast: Callable[[str], Tables]) -> None:
    tables = extract_fast('"Buka 3 Mei 2025," kata Wahyu Prasetya, "dan tutup 5 Mei 2025."')
    assert tables.quotes["date_id"].isna().all()


def test_the_clitic_is_a_mention_of_its_own(extract_fast: Callable[[str], Tables]) -> None:
    tables = extract_fast(HEAD + '"Ruang ini milik warga," ujarnya.')
    last = tables.person_mentions.iloc[-1]
    assert (last["text"], last["form"], last["person_id"]) == ("nya", "pronoun", tables.persons["person_id"][0])


TOLD = [
    pytest.param('"Ruang ini milik warga," kata Wahyu.', "mention", "Wahyu", id="mention"),
    pytest.param('"Ruang ini milik warga," ujarnya.', "antecedent", "Wahyu", id="antecedent"),
    pytest.param('"Mari datang," kata Wahyu. "Gratis untuk semua."', "continued", "Wahyu", id="continued"),
    pytest.param("Pemerintah berharap agar buku bertambah.", "other_speaker", None, id="institution"),
]


@pytest.mark.parametrize(("text", "rule", "mention"), TOLD)
def test_a_quote_says_how_its_speaker_was_told(
    extract_fast: Callable[[str], Tables], text: str, rule: str, mention: str | None
) -> None:
    tables = extract_fast(HEAD + text)
    quote = tables.quotes.iloc[-1]
    rows = tables.person_mentions.set_index("mention_id")
    assert quote["attribution_rule"] == rule
    if mention is None:
        assert pd.isna(quote["antecedent_id"])
    else:
        assert rows.loc[quote["antecedent_id"], "text"].startswith(mention)
        assert rows.loc[quote["antecedent_id"], "person_id"] == quote["speaker_id"]


def test_nobody_to_refer_to_is_said(extract_fast: Callable[[str], Tables]) -> None:
    assert extract_fast('"Ruang ini milik warga," ujarnya.').quotes["attribution_rule"].tolist() == ["no_antecedent"]


def test_two_equal_candidates_are_declined(extract_fast: Callable[[str], Tables]) -> None:
    text = "Bupati Kendal Wahyu Prasetya dan Camat Weleri Ratna Dewi mengatakan ruang itu milik warga.\n"
    quotes = extract_fast(text + '"Silakan datang," ujarnya.').quotes
    assert quotes["speaker_id"].isna().all()
    assert quotes["attribution_rule"].tolist()[0] == "ambiguous"
