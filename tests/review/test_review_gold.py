"""Reviewed articles as gold: what is written is what evaluation reads, row for row."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from review_cases import ARTICLE, entry, tables

from pipeline import Article, Tables, extract
from pipeline.corrections import Entry, replay
from pipeline.evaluation import evaluate
from pipeline.evaluation.gold import parse
from pipeline.review.gold import export, to_toml

SEEDS = Path(__file__).parents[2] / "seeds"
GOLD = sorted((SEEDS / "gold").glob("*.toml"))


@pytest.fixture(scope="module")
def seeds() -> Tables:
    return extract(SEEDS, profile="fast")


def test_all_that_is_exported_is_found_again(seeds: Tables, tmp_path: Path) -> None:
    done = export(seeds, tmp_path, undecided=dict.fromkeys(seeds.articles["article_id"], 0))
    assert [path.name for path in sorted(done.written)] == [path.name for path in GOLD]
    assert done.skipped == {}
    outcome = evaluate(seeds, tmp_path)
    assert {name: f1 for name, f1 in outcome.scores.f1().items() if f1 < 1} == {}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_written_by_hand_survives(path: Path, seeds: Tables) -> None:
    articles = seeds.arrow["articles"].to_pylist()
    text = next(a["text"] for a in articles if path.stem in (a["article_id"], Path(a["source"]).stem))
    gold = parse(path.read_text(encoding="utf-8"), text, name=path.stem)
    again = parse(to_toml(gold), text, name=path.stem)
    assert comparable(again) == comparable(gold)


def comparable(gold: object) -> dict[str, object]:
    """Annotations without the annotator's choice of keys, letters and order."""
    names = {person.key: person.name for person in gold.persons}  # type: ignore[attr-defined]
    rows: dict[str, object] = {}
    for table in ("persons", "mentions", "dates", "roles", "figures", "quotes"):
        rows[table] = sorted(
            sorted(
                (column, str(names.get(getattr(row, column), getattr(row, column))))
                for column in row.__dataclass_fields__
                if column not in ("key", "group", "content")
            )
            for row in getattr(gold, table)
        )
    return rows


def test_corrections_are_what_is_written(tmp_path: Path) -> None:
    found = tables()
    entries = [
        entry(found, "figures", "25 warga", "reject"),
        entry(found, "figures", "40 guru baru", "correct", {"modifier": "approx"}),
        entry(found, "person_mentions", "warga", "add", {"person_id": "Warga Desa", "form": "role"}),
    ]
    toml = exported(found, entries, tmp_path)
    assert [figure["text"] for figure in toml["figures"]] == ["40 guru baru"]
    assert toml["figures"][0]["modifier"] == "approx"
    assert toml["persons"][-1] == {"name": "Warga Desa", "key": "warga"}


def exported(found: Tables, entries: list[Entry], folder: Path) -> dict[str, list[dict[str, object]]]:
    outcome = replay(found.arrow, entries)
    (path,) = export(Tables(outcome.tables), folder, undecided={"lamandau": 0}).written
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_an_article_that_is_not_finished_is_no_gold(tmp_path: Path) -> None:
    found = tables(ARTICLE, Article(text="Sebanyak 12 murid lulus.", id="garut"))
    done = export(found, tmp_path, undecided={"garut": 1})
    assert done.written == ()
    assert done.skipped == {"garut": "1 of its rows are not decided yet"}
    assert list(tmp_path.iterdir()) == []


def test_what_gold_cannot_quote_is_said(tmp_path: Path) -> None:
    found = tables(Article(text="“Kami siap {lahir batin} membantu,” kata Bupati Garut, Hendri Saputra.", id="a"))
    assert found.quotes["text"].tolist() == ["“Kami siap {lahir batin} membantu,”"]
    done = export(found, tmp_path, undecided={"a": 0})
    assert done.skipped == {"a": "gold cannot quote '“Kami siap {lahir batin} membantu,”'"}


@pytest.mark.parametrize("name", ["../../lolos", "a/b"])
def test_an_id_that_is_no_file_name_leads_nowhere(tmp_path: Path, name: str) -> None:
    found = tables(Article(text="Sebanyak 12 murid lulus.", id=name), Article(text="Ada 3 guru.", id="garut"))
    done = export(found, tmp_path / "gold", undecided={name: 0, "garut": 0})
    assert done.skipped == {name: "its id cannot be a file name"}
    assert [path.name for path in tmp_path.rglob("*.toml")] == ["garut.toml"]
