"""Counts of every kind of measure, on an invented article and on what was found in it with planted faults."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.evaluation.counts import Counts
from pipeline.evaluation.gold import parse
from pipeline.evaluation.measures import MEASURES
from pipeline.evaluation.report import listing
from pipeline.evaluation.rows import Annotations
from pipeline.evaluation.score import Evaluation, compare

HERE = Path(__file__).parent
GOLD = parse((HERE / "wonosobo.toml").read_text("utf-8"), (HERE / "wonosobo.txt").read_text("utf-8"), name="wonosobo")


def changed(table_name: str, number: int, **columns: object) -> Annotations:
    """What was found, if it were gold but for one row."""
    rows = list(getattr(GOLD, table_name))
    rows[number] = replace(rows[number], **columns)
    return replace(GOLD, **{table_name: tuple(rows)})


def without(table_name: str, number: int) -> Annotations:
    rows = getattr(GOLD, table_name)
    return replace(GOLD, **{table_name: rows[:number] + rows[number + 1 :]})


def broken(found: Annotations) -> set[str]:
    """The measures that fell below 1."""
    return {name for name, f1 in compare(GOLD, found).scores.f1().items() if f1 < 1}


def test_gold_against_itself_is_perfect() -> None:
    outcome = compare(GOLD, GOLD)
    assert set(outcome.scores.f1().values()) == {1.0}
    assert outcome.misses == ()


def spoken(kind: str) -> set[str]:
    """The measures that a quote's speaker counts in."""
    return {"quotes.speaker", *(f"quotes.{kind}_{what}" for what in ("speaker", "triple", "triple_exact"))}


FAULTS: list[tuple[str, Callable[[], Annotations], set[str]]] = [
    ("date value", lambda: changed("dates", 0, value="2025-11-04"), {"dates.value", "dates.span_value", "dates.full"}),
    ("date anchor", lambda: changed("dates", 0, anchor="publication"), {"dates.anchor"}),
    ("date modifier", lambda: changed("dates", 0, modifier="START"), {"dates.full"}),
    (
        "date span",
        lambda: changed("dates", 0, start_char=GOLD.dates[0].start_char + 6),
        {"dates.span", "dates.span_value"},
    ),
    ("name in capitals", lambda: changed("persons", 0, name="RETNO  PALUPI"), set()),
    ("no degree", lambda: changed("persons", 0, post_title=None), {"persons.post_title"}),
    (
        "another name",
        lambda: changed("persons", 0, name="Retno"),
        {f"persons.{what}" for what in ("name", "pre_title", "post_title", "gender", "is_official")},
    ),
    (
        "person of a mention",
        lambda: changed("mentions", 1, person="bagas"),
        {"mentions.person", "mentions.full", "mentions.b3"},
    ),
    ("form of a mention", lambda: changed("mentions", 1, form="short"), {"mentions.full"}),
    ("role not linked", lambda: changed("roles", 1, person=None), {"roles.person", "roles.holder", "roles.full"}),
    ("organization", lambda: changed("roles", 0, organization=None), {"roles.organization", "roles.full"}),
    ("empty unit filled", lambda: changed("roles", 0, unit="GTK"), {"roles.unit", "roles.full"}),
    ("figure value", lambda: changed("figures", 0, value=46), {"figures.value", "figures.full"}),
    ("figure counted in capitals", lambda: changed("figures", 0, counted="Guru"), set()),
    ("figure counted", lambda: changed("figures", 0, counted=None), {"figures.counted", "figures.full"}),
    ("direct speaker", lambda: changed("quotes", 0, speaker="bagas"), spoken("direct")),
    ("no speaker text", lambda: changed("quotes", 1, speaker_text=None), {"quotes.speaker_text"}),
    ("no speaker", lambda: changed("quotes", 1, speaker=None), spoken("indirect")),
    (
        "cue",
        lambda: changed("quotes", 0, cue=None),
        {"quotes.cue", "quotes.direct_triple", "quotes.direct_triple_exact"},
    ),
    ("shorter mention", lambda: changed("quotes", 1, speaker_text="Bagas"), set()),
    ("content without marks", lambda: changed("quotes", 0, content="Kami siap bertugas"), set()),
    ("content", lambda: changed("quotes", 0, content="Kami siap"), {"quotes.content"}),
    ("title", lambda: replace(GOLD, article=replace(GOLD.article, title="Guru")), {"articles.title"}),
    ("author made up", lambda: replace(GOLD, article=replace(GOLD.article, author="Sri")), {"articles.author"}),
]


@pytest.mark.parametrize(("found", "measures"), [pytest.param(*fault, id=name) for name, *fault in FAULTS])
def test_a_fault_shows_in_its_measures_only(found: Callable[[], Annotations], measures: set[str]) -> None:
    assert broken(found()) == measures


@pytest.mark.parametrize("table_name", ["dates", "persons", "mentions", "roles", "figures", "quotes"])
def test_a_lost_row_shows(table_name: str) -> None:
    outcome = compare(GOLD, without(table_name, 0))
    lost = getattr(GOLD, table_name)[0]
    [miss] = outcome.misses
    assert (miss.kind, miss.table, miss.article) == ("missing", table_name, "wonosobo")
    assert (miss.start_char, miss.end_char, miss.text) == (lost.start_char, lost.end_char, lost.text)
    assert GOLD.text[miss.start_char : miss.end_char] == miss.text


@pytest.mark.parametrize("table_name", ["dates", "persons", "mentions", "roles", "figures", "quotes"])
def test_an_extra_row_is_spurious(table_name: str) -> None:
    [miss] = compare(without(table_name, 0), GOLD).misses
    assert (miss.kind, miss.text) == ("spurious", getattr(GOLD, table_name)[0].text)


def test_one_found_row_cannot_pay_for_two() -> None:
    whole = changed("figures", 0, end_char=len(GOLD.text))
    twice = replace(whole, figures=whole.figures[:1])
    counts = compare(GOLD, twice).scores.counts["figures.overlap"]
    assert counts == Counts.of(right=1, found=1, gold=2)


def test_a_wrong_column_is_told_with_both_values() -> None:
    [miss] = compare(GOLD, changed("roles", 0, region_code="33.08")).misses
    assert (miss.kind, dict(miss.columns)) == ("wrong", {"region_code": ("33.07", "33.08")})


def test_evaluations_add_up() -> None:
    right, wrong = compare(GOLD, GOLD), compare(GOLD, without("dates", 0))
    both = Evaluation((right, wrong))
    assert both.scores.counts["dates.span"] == Counts.of(right=1, found=1, gold=2)
    assert both.misses == wrong.misses


@pytest.mark.parametrize(
    ("counts", "precision", "recall", "f1"),
    [
        (Counts.of(right=1, found=2, gold=4), 0.5, 0.25, 1 / 3),
        (Counts(), 1.0, 1.0, 1.0),
        (Counts(found=2), 0.0, 1.0, 0.0),
    ],
)
def test_shares(counts: Counts, precision: float, recall: float, f1: float) -> None:
    assert (counts.precision, counts.recall, counts.f1) == (precision, recall, pytest.approx(f1))


def test_measures_have_names_of_their_own() -> None:
    assert len({measure.name for measure in MEASURES}) == len(MEASURES)


def test_listing() -> None:
    outcome = compare(GOLD, changed("dates", 0, value="2025-11-04"))
    told = listing(outcome.misses)
    assert told.startswith("WRONG dates, wonosobo 107–124")
    assert "value: gold 2025-11-03 | found 2025-11-04" in told
    assert "{Senin (3/11/2025)}" in told
