"""Decisions laid over tables: what changes, what stays, what finds its row no longer."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from review_cases import ARTICLE, TEXT, entry, tables

from pipeline import Article, Tables
from pipeline.corrections import NAME, Entry, Ledger, Replay, replay

OTHER = Article(text="Sebanyak 12 murid lulus di Garut.", id="garut")


@pytest.fixture(scope="module")
def found() -> Tables:
    return tables(ARTICLE, OTHER)


def after(found: Tables, *entries: Entry) -> Tables:
    return Tables(replay(found.arrow, entries).tables)


def row(frame: pd.DataFrame, **where: str) -> pd.Series:
    ((column, value),) = where.items()
    return frame[frame[column] == value].iloc[0]


def test_without_decisions_nothing_changes(found: Tables) -> None:
    for name, table in replay(found.arrow, []).tables.items():
        assert table.equals(found.arrow[name]), name


def test_an_accepted_row_is_sure_and_else_as_it_was(found: Tables) -> None:
    reviewed = after(found, entry(found, "dates", "Senin (10/11/2025)", "accept"))
    assert reviewed.dates["confidence"].tolist() == [1.0]
    columns = reviewed.dates.columns.drop("confidence")
    pd.testing.assert_frame_equal(reviewed.dates[columns], found.dates[columns])


def test_a_rejected_row_goes_and_its_fact_with_it(found: Tables) -> None:
    reviewed = after(found, entry(found, "figures", "25 warga", "reject"))
    assert reviewed.figures["text"].tolist() == ["40 guru baru", "12 murid"]
    assert len(reviewed) == len(found) - 1
    assert found.figures["text"].tolist() == ["40 guru baru", "25 warga", "12 murid"]


def test_a_corrected_row_has_the_new_values_and_says_so(found: Tables) -> None:
    said = {"value": "41", "value_low": "41", "value_high": "41", "modifier": "approx"}
    figure = after(found, entry(found, "figures", "40 guru baru", "correct", said)).figures.iloc[0]
    assert (figure["value"], figure["modifier"], figure["counted"]) == (41, "approx", "guru baru")
    assert (figure["rule"], figure["confidence"]) == ("review", 1.0)


def test_a_span_can_be_moved(found: Tables) -> None:
    start = TEXT.index("40 guru")
    said = {"start_char": start, "end_char": start + len("40 guru"), "counted": "guru"}
    figure = after(found, entry(found, "figures", "40 guru baru", "correct", said)).figures.iloc[0]
    assert figure["text"] == "40 guru"
    assert TEXT[figure["start_char"] : figure["end_char"]] == "40 guru"


def test_a_missed_row_is_added(found: Tables) -> None:
    said = {"type": "DURATION", "value": "PXY", "anchor": "none", "conflict": False}
    dates = after(found, entry(found, "dates", "di desa", "add", said)).dates
    assert dates["date_id"].tolist() == ["lamandau:d1", "lamandau:d2"]
    assert dates.loc[1, ["text", "sentence_id", "rule"]].tolist() == ["di desa", "lamandau:s2", "review"]


def test_a_missed_quote_is_added(found: Tables) -> None:
    said = {"content": "hadir bersama 25 warga", "kind": "indirect", "attribution": "explicit", "cue": "kata",
            "speaker_id": "Hendri Saputra", "speaker_text": None}  # fmt: skip
    quote = after(found, entry(found, "quotes", "hadir bersama 25 warga", "add", said)).quotes.iloc[2]
    assert quote[["speaker_id", "speaker_role_id"]].tolist() == ["lamandau:p2", "lamandau:r2"]
    assert TEXT[quote["cue_start"] : quote["cue_end"]] == "kata"


def test_a_mention_brings_in_a_person_whom_nobody_found(found: Tables) -> None:
    said = {"person_id": "Warga Desa", "form": "name"}
    persons = after(found, entry(found, "person_mentions", "warga", "add", said)).persons
    assert persons["name"].tolist() == ["Rizky Ramadan", "Hendri Saputra", "Warga Desa"]
    assert persons.loc[2, ["person_id", "n_mentions", "first_mention_id"]].tolist() == [
        "lamandau:p3",
        1,
        "lamandau:m6",
    ]


def test_another_speaker_brings_his_post(found: Tables) -> None:
    said = {"speaker_id": "Hendri Saputra", "speaker_text": "Hendri Saputra"}
    reviewed = after(found, entry(found, "quotes", "“Mereka mengajar di desa,”", "correct", said))
    quote = row(reviewed.quotes, quote_id="lamandau:q2")
    assert quote[["speaker_id", "speaker_role_id"]].tolist() == ["lamandau:p2", "lamandau:r2"]
    assert TEXT[quote["speaker_start"] : quote["speaker_end"]] == "Hendri Saputra"
    assert TEXT[quote["cue_start"] : quote["cue_end"]] == "kata"
    assert row(reviewed.facts, row_id="lamandau:q2")["position"] == "Bupati"


def test_a_rejected_person_is_nobodys_speaker(found: Tables) -> None:
    reviewed = after(found, entry(found, "persons", "Rizky Ramadan", "reject"))
    assert reviewed.persons["name"].tolist() == ["Hendri Saputra"]
    assert reviewed.quotes["speaker_id"].isna().all()
    assert reviewed.quotes["speaker_text"].tolist() == ["Rizky Ramadan", "Rizky"]
    assert row(reviewed.roles, role_id="lamandau:r1").isna()["person_id"]
    assert reviewed.person_mentions["person_id"].isna().sum() == 3


def test_a_person_without_a_mention_goes(found: Tables) -> None:
    mentions = ["Bupati Lamandau", "Hendri Saputra"]
    reviewed = after(found, *(entry(found, "person_mentions", words, "reject") for words in mentions))
    assert reviewed.persons["name"].tolist() == ["Rizky Ramadan"]


def test_a_mention_can_be_given_to_somebody_else(found: Tables) -> None:
    reviewed = after(found, entry(found, "person_mentions", "Rizky", "correct", {"person_id": "Hendri Saputra"}))
    assert reviewed.persons.set_index("name")["n_mentions"].to_dict() == {"Rizky Ramadan": 2, "Hendri Saputra": 3}


def test_a_renamed_person_stays_the_one_that_others_mean(found: Tables) -> None:
    reviewed = after(
        found,
        entry(found, "quotes", "“Mereka mengajar di desa,”", "accept"),
        entry(found, "persons", "Rizky Ramadan", "correct", {"name": "Rizki Ramadhan"}),
    )
    assert reviewed.facts.dropna(subset=["person"])["person"].unique().tolist() == ["Rizki Ramadhan", "Hendri Saputra"]
    assert "Rizki Ramadhan" in reviewed.entities["name"].tolist()


class TestAfterAnUpgrade:
    """The same text extracted anew: ids, spans and values may all have changed."""

    def test_ids_do_not_matter(self, found: Tables) -> None:
        decision = entry(found, "figures", "25 warga", "reject")
        anew = tables(OTHER, Article(text=TEXT, id="berita-7"))
        assert after(anew, decision).figures["text"].tolist() == ["12 murid", "40 guru baru"]

    def test_an_article_of_the_same_text_is_left_alone(self, found: Tables) -> None:
        both = tables(ARTICLE, Article(text=TEXT, id="salinan"))
        assert after(both, entry(found, "figures", "25 warga", "reject")).figures["text"].tolist() == [
            "40 guru baru",
            "40 guru baru",
            "25 warga",
        ]

    def test_an_accepted_row_keeps_its_values(self, found: Tables) -> None:
        worse = Tables({**found.arrow, "figures": altered(found, counted="guru")})
        reviewed = after(worse, entry(found, "figures", "40 guru baru", "accept"))
        assert reviewed.figures["counted"].tolist() == ["guru baru", "guru", "guru"]

    def test_a_row_that_is_gone_leaves_an_orphan(self, found: Tables) -> None:
        decision = entry(found, "dates", "Senin (10/11/2025)", "accept")
        (orphan,) = self.orphans(Tables({**found.arrow, "dates": found.arrow["dates"].slice(1)}), decision)
        assert orphan == (decision, "no row of dates stands there any longer")

    def test_a_text_that_is_gone_leaves_an_orphan(self, found: Tables) -> None:
        decision = entry(found, "dates", "Senin (10/11/2025)", "accept")
        assert self.orphans(tables(OTHER), decision) == [(decision, "no article has that text any longer")]

    def test_a_person_who_is_gone_is_said(self, found: Tables) -> None:
        decision = entry(found, "roles", "Bupati Lamandau", "accept")
        decision.row["person_id"] = "Hendra Saputra"
        assert [reason for _, reason in self.orphans(found, decision)] == [
            "the article has no person 'Hendra Saputra' to refer to"
        ]

    def test_a_moved_span_is_met_where_extraction_now_finds_it(self, found: Tables) -> None:
        decision = entry(found, "figures", "40 guru baru", "correct", {"counted": "guru"})
        start, end = decision.start_char, decision.end_char
        early = {**{name: getattr(decision, name) for name in decision.__slots__}, "start_char": start - 9}
        moved = Entry(**{**early, "corrected": {"counted": "guru", "start_char": start, "end_char": end}})
        assert self.orphans(found, moved) == []
        assert after(found, moved).figures.loc[0, "counted"] == "guru"

    def test_a_column_that_the_contract_no_longer_has_is_passed_over(self, found: Tables) -> None:
        decision = entry(found, "roles", "Bupati Lamandau", "accept")
        decision.row["pangkat"] = "IV/a"
        assert self.orphans(found, decision) == []
        assert row(after(found, decision).roles, role_id="lamandau:r2")["confidence"] == 1.0

    def test_a_value_that_the_contract_no_longer_has_leaves_an_orphan(self, found: Tables) -> None:
        decision = entry(found, "roles", "Bupati Lamandau", "correct", {"status": "retired"})
        assert self.orphans(found, decision) == [
            (decision, "status: 'retired' is none of current, acting, former, candidate, elect")
        ]

    @staticmethod
    def orphans(found: Tables, *entries: Entry) -> list[tuple[Entry, str]]:
        outcome: Replay = replay(found.arrow, entries)
        return [(orphan.entry, orphan.reason) for orphan in outcome.orphaned]


def altered(found: Tables, **columns: str) -> object:
    table = found.arrow["figures"]
    for name, value in columns.items():
        position = table.column_names.index(name)
        table = table.set_column(position, table.field(name), [[value] * table.num_rows])
    return table


def test_reviewed_reads_the_ledger_beside_the_tables(found: Tables, tmp_path: Path) -> None:
    folder = found.save(tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*.parquet")}
    assert len(Tables.load(folder).reviewed()) == len(found)
    with Ledger(folder / NAME) as ledger:
        ledger.append(entry(found, "figures", "25 warga", "reject"))
    assert len(Tables.load(folder).reviewed()) == len(found) - 1
    assert len(Tables.load(folder)) == len(found)
    assert {path: path.read_bytes() for path in folder.rglob("*.parquet")} == before


def test_reviewed_says_what_it_lacks(found: Tables, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not loaded from a folder"):
        found.reviewed()
    with pytest.raises(FileNotFoundError, match="no review ledger"):
        found.reviewed(tmp_path / "tiada.jsonl")
