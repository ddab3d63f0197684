"""What `benchmarks.peers` does itself: reading the golds, telling speakers, drawing the table; no peer is needed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.peers import gold, last_named, nearest_name, scores, table
from benchmarks.peers.sheet import Sheet

TEXT = (
    "“Tiga kelas rusak parah,” kata Kepala SD Negeri 4 Ratna Palupi di Kudus, Senin (3/11/2025). "
    "“Kami menunggu,” ujarnya."
)


def span(text: str, label: str) -> tuple[int, int, str]:
    start = TEXT.index(text)
    return start, start + len(text), label


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    spans = [
        span("“Tiga kelas rusak parah,”", "STATEMENT"),
        span("kata", "CUE"),
        span("Kepala", "ROLE"),
        span("SD Negeri 4", "AFFILIATION"),
        span("Ratna Palupi", "PERSON"),
        span("Kudus", "LOCATION"),
        span("Senin (3/11/2025)", "DATETIME"),
        span("“Kami menunggu,”", "STATEMENT"),
        span("ujarnya", "CUECOREF"),
    ]
    path = tmp_path / "dev.jsonl"
    path.write_text(json.dumps({"id": "kudus-1", "text": TEXT, "spans": spans}), encoding="utf-8")
    return path


def test_spans_become_rows_without_the_marks_at_their_ends(marked: Path) -> None:
    (article,) = gold.spans(marked, sample=60, seed=9)
    assert [quote.text for quote in article.quotes] == ["Tiga kelas rusak parah", "Kami menunggu"]
    assert [date.text for date in article.dates] == ["Senin (3/11/2025"]
    assert {(name.text, name.label) for name in article.names} == {
        ("SD Negeri 4", "organization"),
        ("Ratna Palupi", "person"),
        ("Kudus", "place"),
    }


def test_a_statement_has_the_speaker_beside_it_or_the_last_one_named(marked: Path) -> None:
    (article,) = gold.spans(marked, sample=60, seed=9)
    assert [quote.speaker for quote in article.quotes] == ["Ratna Palupi", "Ratna Palupi"]


@pytest.mark.parametrize("by", ["Ratna Palupi", "Palupi", "SD Negeri 4 Ratna"])
def test_a_speaker_found_by_place_or_by_a_word_of_the_name_is_right(marked: Path, by: str) -> None:
    (article,) = gold.spans(marked, sample=60, seed=9)
    sheet = Sheet(name=article.name, text=article.text)
    sheet.quote(0, 25, span(by, "")[:2])
    found = scores.cored(scores.found_on(sheet, article))
    counts = scores.of(scores.NAMED_SPEAKER, found.quotes, scores.with_speaker(article).quotes)
    assert (counts["quotes.speaker_of_named"].gold_right, counts["quotes.speaker_of_named"].gold) == (1, 2)


def test_the_baselines_choose_the_last_name_and_the_nearest() -> None:
    persons = [(0, 5), (30, 40), (85, 90)]
    assert (last_named.last((50, 80), persons), nearest_name.nearest((50, 80), persons)) == ((30, 40), (85, 90))


def test_the_best_of_a_column_is_bold_and_what_did_not_run_is_a_dash() -> None:
    counts = {"dates.overlap": (4, 3, 4), "dates.span": (4, 1, 4), "dates.value": (4, 0, 4)}
    lines = table.markdown(
        {"dates.ours": {"words/s": 1200.0, "seeds": counts, "spans": {}}, "dates.heideltime": None}
    ).splitlines()
    assert lines[2] == "| berita-pipeline | **75.0** | **75.0** | **75.0** | **25.0** | 0.0 | 1,200 |"
    assert lines[3] == "| HeidelTime, auto-indonesian | – | – | – | – | – | – |"
