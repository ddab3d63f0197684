"""Two runs beside each other, row by row and beside gold; the commands that show it, run as a user does."""

import json
from pathlib import Path

import pyarrow as pa
import pytest
from typer.testing import CliRunner

from pipeline import Article, Tables, extract
from pipeline.cli import app
from pipeline.evaluation import Found, evaluate, open_gold
from pipeline.evaluation.differences import differences, turns

TEXT = (
    "Bupati Wonosobo Retno Palupi mengatakan bahwa 45 guru dilantik. "
    "“Kami siap,” kata Bagas Wiratno, Senin (3/11/2025)."
)


def spanned(text: str, **columns: object) -> dict[str, object]:
    start = TEXT.index(text)
    return {"start_char": start, "end_char": start + len(text), **columns}


LINE = {
    "id": "w1",
    "text": TEXT,
    "dates": [spanned("Senin (3/11/2025)", type="DATE", value="2025-11-03")],
    "figures": [spanned("45 guru", kind="count", value=45)],
}


@pytest.fixture(scope="module")
def before() -> Tables:
    return extract(
        [Article(id="w1", text=TEXT), Article(id="w2", text="Rapat digelar, Rabu (5/11/2025).")], profile="fast"
    )


@pytest.fixture(scope="module")
def after(before: Tables) -> Tables:
    """The same with a changed date, a lost figure, a gained one and an article less."""
    arrow = {
        name: rows.filter(pa.compute.not_equal(rows["article_id"], "w2")) if "article_id" in rows.column_names else rows
        for name, rows in before.arrow.items()
    }
    dates, figures = arrow["dates"].to_pylist(), arrow["figures"].to_pylist()
    dates[0] |= {"value": "2025-11-04"}
    figures[0] |= {"start_char": 0, "end_char": 6, "text": "Bupati"}
    return Tables({
        **arrow,
        "dates": pa.Table.from_pylist(dates, arrow["dates"].schema),
        "figures": pa.Table.from_pylist(figures, arrow["figures"].schema),
    })  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(LINE), encoding="utf-8")
    return path


def test_nothing_differs_from_itself(before: Tables) -> None:
    outcome = differences(Found(before), Found(before))
    assert (outcome.articles_lost, outcome.articles_gained, outcome.rows) == ((), (), ())


def test_rows_that_differ(before: Tables, after: Tables) -> None:
    outcome = differences(Found(before), Found(after))
    assert (outcome.articles_lost, outcome.articles_gained) == (("w2",), ())
    assert [(row.table, row.kind, row.text, row.rule is not None) for row in outcome.rows] == [
        ("dates", "wrong", "Senin (3/11/2025)", True),
        ("figures", "spurious", "Bupati", True),
        ("figures", "missing", "45 guru", True),
    ]
    assert dict(outcome.rows[0].columns) == {"value": ("2025-11-03", "2025-11-04")}


def test_only_the_tables_asked_for(before: Tables, after: Tables) -> None:
    assert {row.table for row in differences(Found(before), Found(after), ["dates"]).rows} == {"dates"}


def test_verdicts_that_turned(before: Tables, after: Tables, gold: Path) -> None:
    opened = open_gold(gold)
    there = turns(evaluate(before, opened), evaluate(after, opened))
    back = turns(evaluate(after, opened), evaluate(before, opened))
    told = [(turn.kind, turn.table, turn.text) for turn in there]
    assert told == [
        ("broken", "dates", "Senin (3/11/2025)"),
        ("broken", "figures", "45 guru"),
        ("false_gained", "dates", "Senin (3/11/2025)"),
        ("false_gained", "figures", "Bupati"),
    ]
    opposite = {"broken": "mended", "false_gained": "false_lost"}
    assert {(turn.kind, turn.text) for turn in back} == {(opposite[kind], text) for kind, _, text in told}


def command(*arguments: str | Path) -> str:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def runs(before: Tables, after: Tables, tmp_path: Path) -> tuple[Path, Path]:
    return before.save(tmp_path / "a"), after.save(tmp_path / "b", "csv")


def test_compare(runs: tuple[Path, Path], gold: Path) -> None:
    shown = command("compare", *runs, "--gold", gold)
    assert "Only in the first run: 1 article, such as w2" in shown
    assert "right before, wrong now: figures, w1 46–53: 45 guru" in shown
    assert "CHANGED dates by weekday+numeric" in shown or "CHANGED dates by weekday+slash" in shown
    assert "    value: before 2025-11-03 | after 2025-11-04" in shown
    assert "LOST figures by" in shown
    assert "GAINED figures by" in shown


def test_compare_lists_no_more_than_asked(runs: tuple[Path, Path]) -> None:
    assert "… and 1 more of figures: --limit 0 lists all" in command("compare", *runs, "--limit", "1")
    assert "more of" not in command("compare", *runs, "--limit", "0")
    assert "dates" not in command("compare", *runs, "--table", "figures")


def test_compare_as_json(runs: tuple[Path, Path], gold: Path) -> None:
    told = json.loads(command("compare", *runs, "--gold", gold, "--json"))
    assert told["articles_lost"] == ["w2"]
    assert [row["kind"] for row in told["rows"]] == ["changed", "gained", "lost"]
    assert [turn["kind"] for turn in told["verdicts"]] == ["broken"] * 2 + ["false_gained"] * 2
    assert json.loads(command("compare", *runs, "--json"))["verdicts"] is None


def test_evaluate_against_a_run(runs: tuple[Path, Path], gold: Path) -> None:
    shown = command("evaluate", gold, "--against", runs[1], "--by", "rule", "--errors", "all")
    assert "dates.value" in shown
    assert "WRONG dates by" in shown
    assert "    value: gold 2025-11-03 | found 2025-11-04" in shown
    assert "MISSING figures" in shown


def test_evaluate_as_json(gold: Path) -> None:
    told = json.loads(command("evaluate", gold, "--profile", "fast", "--json", "--by", "outlet"))
    assert told["articles"] == 1
    assert told["measures"]["dates.value"]["f1"] == 1.0
    assert told["measures"]["dates.value"]["interval"] == [1.0, 1.0]
    assert told["by"]["figures"]["–"]["precision"] == 1.0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["evaluate", "nowhere"], "there is no nowhere", id="no-gold"),
        pytest.param(["evaluate", "GOLD", "--against", "nowhere"], "no tables in nowhere", id="no-run"),
        pytest.param(["evaluate", "GOLD", "--errors", "tanggal"], "no table 'tanggal'; --errors takes", id="errors"),
        pytest.param(["compare", "A", "nowhere"], "no tables in nowhere", id="no-second-run"),
        pytest.param(["compare", "A", "B", "--table", "tanggal"], "no table 'tanggal'; --table takes", id="table"),
        pytest.param(["compare", "A", "B", "--gold", "OTHER"], "w9: no such article among the 2 extracted", id="gold"),
    ],
)
def test_bad_usage(arguments: list[str], message: str, runs: tuple[Path, Path], gold: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps({**LINE, "id": "w9"}), encoding="utf-8")
    places = {"GOLD": gold, "A": runs[0], "B": runs[1], "OTHER": other}
    result = CliRunner().invoke(app, [str(places.get(each, each)) for each in arguments])
    assert result.exit_code == 2
    assert message in result.output
