"""The article that the project exists for, retold: what must come out of it, and what must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import Tables, extract

ARTICLE = Path(__file__).parent.parent / "seeds" / "01-oki-pelatihan.txt"


@pytest.fixture(scope="module", params=["fast", "default"])
def tables(request: pytest.FixtureRequest) -> Tables:
    return extract(ARTICLE, profile=request.param)


def people(tables: Tables) -> dict[str, str]:
    return dict(zip(tables.persons["person_id"], tables.persons["name"], strict=True))


def test_dates(tables: Tables) -> None:
    rows = tables.dates[["text", "type", "value", "anchor", "conflict"]].values.tolist()
    assert rows == [
        ["empat bulan", "DURATION", "P4M", "explicit", False],
        ["Kamis (20/11/2025)", "DATE", "2025-11-20", "explicit", False],
    ]


def test_persons(tables: Tables) -> None:
    rows = tables.persons[["name", "pre_title", "post_title"]].fillna("").values.tolist()
    assert rows == [
        ["Marzuki Hanafiah", "", ""],
        ["Halimah Tussadiah", "Dra.", "M.Ikom."],
        ["Yeni Marlina", "", "S.Kom."],
    ]


@pytest.mark.parametrize(("name", "at_least"), [("Marzuki Hanafiah", 4), ("Halimah Tussadiah", 3), ("Yeni Marlina", 3)])
def test_mentions(tables: Tables, name: str, at_least: int) -> None:
    assert tables.persons.set_index("name").loc[name, "n_mentions"] >= at_least


def test_roles(tables: Tables) -> None:
    roles = tables.roles.assign(person=tables.roles["person_id"].map(people(tables)))
    columns = ["person", "position", "unit", "organization", "region", "region_code"]
    assert roles[columns].fillna("").values.tolist() == [
        ["Marzuki Hanafiah", "Wakil Bupati", "", "", "Ogan Komering Ilir", "16.02"],
        ["Halimah Tussadiah", "Kepala", "", "BGTK", "Sumatera Selatan", "16"],
        ["Yeni Marlina", "Kepala Bidang", "GTK", "Dinas Pendidikan", "Sumatera Selatan", "16"],
    ]


def test_figures(tables: Tables) -> None:
    columns = ["text", "value_low", "value_high", "counted", "is_vague"]
    assert tables.figures[columns].values.tolist() == [
        ["ratusan guru", 100, 999, "guru", True],
        ["485 orang", 485, 485, "pelatih daerah", False],
    ]


def test_quotes(tables: Tables) -> None:
    quotes = tables.quotes.assign(speaker=tables.quotes["speaker_id"].map(people(tables)))
    assert quotes[["kind", "cue", "speaker", "attribution"]].values.tolist() == [
        ["indirect", "menekankan", "Marzuki Hanafiah", "explicit"],
        ["direct", "tambahnya", "Marzuki Hanafiah", "clitic"],
        ["indirect", "menjelaskan", "Halimah Tussadiah", "explicit"],
        ["direct", "jelasnya", "Halimah Tussadiah", "clitic"],
        ["indirect", "menambahkan", "Yeni Marlina", "explicit"],
        ["direct", "ungkap", "Yeni Marlina", "explicit"],
    ]


@pytest.mark.parametrize("words", ["menyampaikan apresiasi", "Gelar Karya"])
def test_what_is_no_quote(tables: Tables, words: str) -> None:
    assert not any(words in text for text in tables.quotes["text"])


def test_every_row_is_a_slice_of_its_article(tables: Tables) -> None:
    text = tables.articles["text"][0]
    for name in ("dates", "person_mentions", "roles", "figures", "quotes", "facts"):
        rows = tables[name]
        found = [text[start:end] for start, end in zip(rows["start_char"], rows["end_char"], strict=True)]
        assert found == rows["text"].tolist(), name
