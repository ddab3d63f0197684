"""Gold in the forms of others: what is read from each, what it is scored by, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline import extract
from pipeline.evaluation import Evaluation, GoldError, Scores, evaluate, open_gold
from pipeline.evaluation.counts import Counts

TEXT = (
    "WONOSOBO, WARTA — Kepala Dinas Pendidikan Wonosobo Retno Palupi menutup pelatihan guru. "
    "“Kami akan menambah kelas baru tahun depan,” kata Retno, Senin (3/11/2025). "
    "Ia dibantu Bagas Wiratno. “Semua guru sudah mendaftar,” ujarnya."
)


def span(text: str, label: str, nth: int = 0) -> list[Any]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(text, start + 1)
    return [start, start + len(text), label]


def run(path: Path) -> Evaluation:
    gold = open_gold(path)
    return evaluate(extract(gold.articles, profile="fast"), gold)


def lines(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


SPANS = [
    span("Kepala", "ROLE"),
    span("Dinas Pendidikan Wonosobo", "AFFILIATION"),
    span("Retno Palupi", "PERSON"),
    span("“Kami akan menambah kelas baru tahun depan,”", "STATEMENT"),
    span("kata", "CUE"),
    span("Retno", "PERSONCOREF", nth=1),
    span("Senin (3/11/2025)", "DATETIME"),
    span("“Semua guru sudah mendaftar,”", "STATEMENT"),
    span("ujarnya", "CUECOREF"),
    span("pelatihan guru", "ISSUE"),
]


def test_spans_of_pfsa_id(tmp_path: Path) -> None:
    """One of each; the last gold name before the -nya is Retno, and so is the speaker found."""
    [document] = run(lines(tmp_path / "dev.jsonl", {"id": "w1", "text": TEXT, "spans": SPANS})).documents
    met = {name: counts.gold_right for name, counts in document.scores.counts.items() if name.startswith("pfsa.")}
    asked = {name: counts.gold for name, counts in document.scores.counts.items() if name.startswith("pfsa.")}
    assert asked == {
        "pfsa.quote_span": 2, "pfsa.quote_close": 2, "pfsa.cue": 2, "pfsa.speaker": 1, "pfsa.speaker_of_nya": 1,
        "pfsa.person": 1, "pfsa.role_overlap": 1, "pfsa.role_close": 1, "pfsa.organization": 1,
        "pfsa.date_span": 1, "pfsa.date_overlap": 1,
    }  # fmt: skip
    assert met == asked
    assert {name: counts for name, counts in document.scores.counts.items() if name.startswith("view.")} == {
        "view.STATEMENT": Counts.of(right=2, found=2, gold=2),
        "view.CUE": Counts.of(right=1, found=1, gold=1),
        "view.CUECOREF": Counts.of(right=1, found=1, gold=1),
        "view.PERSONCOREF": Counts.of(right=1, found=1, gold=1),
        "view.all": Counts.of(right=5, found=5, gold=5),
    }


@pytest.mark.parametrize(
    ("planted", "measures"),
    [
        pytest.param(
            [span("menutup pelatihan", "STATEMENT")],
            {"pfsa.quote_span", "pfsa.quote_close", "view.STATEMENT", "view.all"},
            id="statement",
        ),
        pytest.param([span("menutup", "CUE")], {"pfsa.cue", "view.CUE", "view.all"}, id="cue"),
        pytest.param([span("guru", "DATETIME")], {"pfsa.date_span", "pfsa.date_overlap"}, id="date"),
        pytest.param([span("pelatihan guru", "PERSON")], {"pfsa.person"}, id="person"),
        pytest.param(
            [span("WARTA", "ROLE"), span("WONOSOBO", "PERSON")],
            {f"pfsa.{what}" for what in ("person", "role_overlap", "role_close", "organization")},
            id="role",
        ),
    ],
)
def test_what_was_not_found_shows(tmp_path: Path, planted: list[list[Any]], measures: set[str]) -> None:
    scores = run(lines(tmp_path / "dev.jsonl", {"id": "w1", "text": TEXT, "spans": [*SPANS, *planted]})).scores
    assert {name for name, counts in scores.counts.items() if counts.recall < 1} == measures


def test_rows_with_offsets(tmp_path: Path) -> None:
    start, end, _ = span("Senin (3/11/2025)", "")
    date = {"start_char": start, "end_char": end, "type": "DATE", "value": "2025-11-03"}
    scores = run(lines(tmp_path / "own.jsonl", {"id": "w1", "text": TEXT, "dates": [date]})).scores
    assert set(scores.counts) == {"dates.span", "dates.overlap", "dates.value", "dates.span_value"}
    assert scores["dates.value"] == Counts.of(right=1, found=2, gold=1)  # *tahun depan* is not in this gold


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        pytest.param({"within": [[TEXT.index("Senin"), len(TEXT)]]}, 1, id="only-what-was-read"),
        pytest.param({"within": [[0, 10]]}, 0, id="nothing-there"),
        pytest.param({"judged": []}, None, id="not-judged"),
    ],
)
def test_parts_of_an_article(tmp_path: Path, columns: dict[str, Any], found: int | None) -> None:
    start, end, _ = span("Senin (3/11/2025)", "")
    date = {"start_char": start, "end_char": end, "type": "DATE", "value": "2025-11-03"}
    scores = run(lines(tmp_path / "own.jsonl", {"text": TEXT, "dates": [date], **columns})).scores
    assert scores["dates.value"] == (Counts() if found is None else Counts.of(right=found, found=found, gold=found))


def test_a_row_in_doubt_counts_neither_way(tmp_path: Path) -> None:
    rows = [
        {"start_char": span(text, "")[0], "end_char": span(text, "")[1], "type": "DATE", "value": value, **more}
        for text, value, more in (("Senin (3/11/2025)", "2025-11-03", {}), ("tahun depan", "2031", {"unsure": True}))
    ]
    scores = run(lines(tmp_path / "own.jsonl", {"text": TEXT, "dates": rows})).scores
    assert scores["dates.value"] == Counts.of(right=1, found=1, gold=1)


def test_a_missing_column_is_not_judged(tmp_path: Path) -> None:
    start, end, _ = span("“Semua guru sudah mendaftar,”", "")
    quote = {"start_char": start, "end_char": end, "kind": "direct", "cue": "ujar"}
    outcome = run(lines(tmp_path / "own.jsonl", {"text": TEXT, "within": [[start, end]], "quotes": [quote]}))
    scores = outcome.scores
    assert [dict(miss.columns) for miss in outcome.misses] == [{"cue": ("ujar", "ujarnya")}]
    assert {"quotes.direct_span", "quotes.cue", "quotes.content"} <= set(scores.counts)
    assert not {"quotes.speaker", "quotes.attribution", "quotes.cue_lemma", "dates.span"} & set(scores.counts)


TIMEML = f"""<?xml version="1.0"?>
<TimeML><DOCID>w1</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2025-11-05"
 functionInDocument="CREATION_TIME">5 November 2025</TIMEX3></DCT>
<TEXT>{TEXT[: TEXT.index("Senin")]}<TIMEX3 tid="t1" type="DATE" value="2025-11-03">Senin (3/11/2025)</TIMEX3>. Rapat
berlanjut <EVENT eid="e1"><TIMEX3 tid="t2" type="DATE" value="2025-11-04">kemarin</TIMEX3></EVENT>.</TEXT></TimeML>"""


def test_timeml(tmp_path: Path) -> None:
    (tmp_path / "w1.tml").write_text(TIMEML.replace("tahun depan", "di sana"), encoding="utf-8")
    one, folder = run(tmp_path / "w1.tml"), run(tmp_path)
    assert one.scores == folder.scores
    assert one.scores["dates.span_value"] == Counts.of(right=2, found=2, gold=2)


CONLL = """Bupati O
Sarno B-PER
Hadi I-PER
dan O
Ketua O
PGRI B-ORG
Retno B-PER
hadir O
di O
Sumbing B-LOC
. O

Di O
Wonosobo B-LOC
, O
Sarno B-PER
pulang B-EVT
. O
"""


@pytest.mark.parametrize(("start", "articles"), [("", 2), ("-DOCSTART- O\n\n", 1)])
def test_conll(tmp_path: Path, start: str, articles: int) -> None:
    (tmp_path / "names.conll").write_text(start + CONLL, encoding="utf-8")
    outcome = run(tmp_path / "names.conll")
    assert len(outcome.documents) == articles
    assert outcome.scores["names.person"].gold == 3
    assert outcome.scores["names.person"].found_right >= 2
    assert outcome.scores["names.organization"] == Counts.of(right=1, found=1, gold=1)
    assert outcome.scores["names.place"] == Counts(gold=2)
    assert not any(name.startswith("persons.") for name in outcome.scores.counts)


def refused(tmp_path: Path, name: str, content: str) -> str:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(GoldError) as error:
        open_gold(tmp_path / name)
    return str(error.value)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("a.jsonl", "{", "a.jsonl, line 1: ", id="no-json"),
        pytest.param("a.jsonl", '{"id": "x", "dates": []}', "x: text is missing", id="no-text"),
        pytest.param("a.jsonl", "[1]", "a.jsonl, line 1: not a JSON object", id="no-object"),
        pytest.param("a.jsonl", '{"text": "Guru.", "tanggal": []}', "a:1: no table or column 'tanggal'", id="table"),
        pytest.param(
            "a.jsonl",
            '{"id": "x", "text": "Guru.", "dates": [{"start_char": 1, "end_char": 9}]}',
            "x, dates row 1: start_char = 1, end_char = 9: not a stretch of the text's 5",
            id="offsets",
        ),
        pytest.param(
            "a.jsonl",
            '{"text": "Guru.", "dates": [{"start_char": 0, "end_char": 4, "text": "Rabu"}]}',
            "a:1, dates row 1: text is 'Guru' there, not 'Rabu'",
            id="other-text",
        ),
        pytest.param(
            "a.jsonl",
            '{"text": "Guru.", "figures": [{"start_char": 0, "end_char": 4, "kind": "sum"}]}',
            "a:1, figures row 1: kind = 'sum': one of",
            id="value",
        ),
        pytest.param("a.jsonl", '{"text": "Guru.", "judged": ["tanggal"]}', "judged: no table 'tanggal'", id="judged"),
        pytest.param("a.jsonl", '{"id": "x", "spans": []}', "a.jsonl, article 1: id, text and spans", id="spans"),
        pytest.param("a.jsonl", '{"text": "Guru.", "published_at": "kapan"}', "a:1: ", id="publication-not-understood"),
        pytest.param("a.tml", "<TimeML>", "a: no TimeML", id="xml"),
        pytest.param("a.tml", "<T><TIMEX3>Rabu</TIMEX3></T>", "a: column 'type' is missing", id="timex"),
        pytest.param("a.conll", "Guru O\nRabu\n", "a, line 2: a token and its tag expected, not 'Rabu'", id="conll"),
        pytest.param("a.pdf", "", "gold is a folder of .toml or .tml files", id="form"),
    ],
)
def test_refused(tmp_path: Path, name: str, content: str, message: str) -> None:
    assert message in refused(tmp_path, name, content)


def test_there_is_no_gold(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="there is no"):
        open_gold(tmp_path / "gold")


def test_articles_are_cleaned_and_found_again(tmp_path: Path) -> None:
    """Gold speaks of the text as it came; the furniture that cleaning takes out moves no offset."""
    raw = f"{TEXT[:90]}\n\nBaca juga: Rapor Guru Dibagikan\n\n{TEXT[90:]}"
    start = raw.index("Senin")
    date = {"start_char": start, "end_char": start + 17, "type": "DATE", "value": "2025-11-03"}
    scores = run(lines(tmp_path / "own.jsonl", {"text": raw, "dates": [date], "within": [[start, start + 17]]})).scores
    assert scores["dates.span_value"] == Counts.of(right=1, found=1, gold=1)


def test_scores_of_nothing() -> None:
    assert Scores().f1() == {}
    assert Evaluation().scores == Scores()
