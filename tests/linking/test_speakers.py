"""Who said it: whole articles in small, read by the whole pipeline."""

from __future__ import annotations

from collections.abc import Callable

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


def test_the_clitic_is_a_mention_of_its_own(extract_fast: Callable[[str], Tables]) -> None:
    tables = extract_fast(HEAD + '"Ruang ini milik warga," ujarnya.')
    last = tables.person_mentions.iloc[-1]
    assert (last["text"], last["form"], last["person_id"]) == ("nya", "pronoun", tables.persons["person_id"][0])
