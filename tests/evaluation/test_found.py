"""Tables of a run beside gold: persons matched by their mentions, articles by id or file name."""

from decimal import Decimal
from pathlib import Path

import pytest

from pipeline import schema
from pipeline.evaluation import GoldError, evaluate
from pipeline.evaluation.found import Found, align_persons
from pipeline.evaluation.gold import parse
from pipeline.evaluation.rows import MentionRow
from pipeline.results import Tables

TEXT = "Sarno dan Retno hadir. “Siap,” ujarnya kepada 12 guru."
GOLD = """
[[persons]]
key = "sarno"
name = "Sarno"

[[persons]]
key = "retno"
name = "Retno"

[[mentions]]
person = "sarno"
text = "Sarno"
form = "name"

[[mentions]]
person = "retno"
text = "Retno"
form = "name"

[[figures]]
text = "12 guru"
kind = "count"
value = 12
unit = "guru"
counted = "guru"

[[quotes]]
text = "“Siap,”"
kind = "direct"
cue = "ujarnya"
cue_lemma = "ujar"
speaker = "retno"
attribution = "clitic"
"""
SOURCES = [("seeds/07-uji.txt", "d00d"), ("seeds/07.jsonl:3", "07-uji")]


def tables(source: str, article_id: str, *, persons: tuple[str, str] = ("Sarno", "Retno")) -> Tables:
    """What a perfect run finds; its persons may come in any order."""
    placed = {"article_id": article_id, "sentence_id": f"{article_id}:s1", "rule": "test", "confidence": 1.0}

    def span(text: str) -> dict[str, object]:
        start = TEXT.index(text)
        return {"start_char": start, "end_char": start + len(text), "text": text}

    ids = {name: f"{article_id}:p{number}" for number, name in enumerate(persons, 1)}
    article = schema.ArticleRow(
        article_id=article_id, source=source, text=TEXT, n_chars=len(TEXT), n_tokens=9, n_sentences=2,
        raw_sha256="0", text_sha256="0", status="ok", pipeline_version="0",
    )  # fmt: skip
    mentions = [
        schema.PersonMention(
            mention_id=f"{article_id}:m{name}", person_id=ids[name], form="name", **placed, **span(name)
        )
        for name in persons
    ]
    people = [
        schema.Person(
            person_id=ids[name], article_id=article_id, name=name, confidence=1.0, n_mentions=1,
            first_mention_id=f"{article_id}:m{name}",
        )
        for name in persons
    ]  # fmt: skip
    twelve = Decimal(12)
    figure = schema.Figure(
        figure_id="f1", kind="count", value=twelve, value_low=twelve, value_high=twelve, unit="guru", counted="guru",
        **placed, **span("12 guru"),
    )  # fmt: skip
    quote = schema.Quote(
        quote_id="q1", content="Siap", kind="direct", cue="ujarnya", cue_lemma="ujar", speaker_id=ids["Retno"],
        attribution="clitic", attribution_rule="antecedent", **placed, **span("“Siap,”"),
    )  # fmt: skip
    rows = {
        "articles": [article],
        "persons": people,
        "person_mentions": mentions,
        "figures": [figure],
        "quotes": [quote],
    }
    return Tables.of_rows(rows)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "07-uji.toml").write_text(GOLD, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("source", "article_id"), SOURCES)
@pytest.mark.parametrize("persons", [("Sarno", "Retno"), ("Retno", "Sarno")])
def test_a_perfect_run(folder: Path, source: str, article_id: str, persons: tuple[str, str]) -> None:
    outcome = evaluate(tables(source, article_id, persons=persons), folder)
    assert set(outcome.scores.f1().values()) == {1.0}
    assert [miss for miss in outcome.misses if miss.table != "quotes"] == []


def test_speaker_under_the_gold_key() -> None:
    [quote] = Found(tables(*SOURCES[0])).beside(parse(GOLD, TEXT, name="07-uji")).quotes
    assert quote.speaker == "retno"


def test_an_article_that_the_run_lacks(folder: Path) -> None:
    with pytest.raises(GoldError, match="no article '07-uji'"):
        evaluate(tables("seeds/08.txt", "beef"), folder)


def mention(person: str | None, start: int, end: int) -> MentionRow:
    return MentionRow(start_char=start, end_char=end, text="x" * (end - start), person=person, form="name")


@pytest.mark.parametrize(
    ("found", "pairs"),
    [
        pytest.param([("p1", 0, 5), ("p1", 10, 15)], {"p1": "a"}, id="both-places"),
        pytest.param([("p1", 0, 5), ("p2", 10, 15), ("p2", 20, 25)], {"p1": "a", "p2": "b"}, id="the-better-one"),
        pytest.param([("p1", 0, 5), ("p2", 10, 15)], {"p1": "a"}, id="split-person-counts-once"),
        pytest.param([("p1", 50, 55)], {}, id="elsewhere"),
        pytest.param([(None, 0, 5)], {}, id="unresolved"),
    ],
)
def test_persons_by_mentions(found: list[tuple[str | None, int, int]], pairs: dict[str, str]) -> None:
    gold = [mention("a", 0, 5), mention("a", 10, 15), mention("b", 20, 25)]
    assert align_persons([mention(*each) for each in found], gold) == pairs
