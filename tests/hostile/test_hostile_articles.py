"""The whole pipeline on hostile articles: nothing raises, offsets lead back, rows point at rows, twice is the same."""

from __future__ import annotations

import time
from dataclasses import astuple, fields
from pathlib import Path

import pytest
from hostile_texts import FAST, REPEATED, TEXTS, found_in, repeated
from hypothesis import example, given, settings

from pipeline import Tables, extract
from pipeline.extraction import STAGES, Extracted
from pipeline.readers import Article, prepare, read
from pipeline.readers.clean import clean
from pipeline.tables.arrow import to_arrow

KEYS = {
    "person_id": ("persons", "person_id"),
    "speaker_id": ("persons", "person_id"),
    "first_mention_id": ("person_mentions", "mention_id"),
    "antecedent_id": ("person_mentions", "mention_id"),
    "speaker_role_id": ("roles", "role_id"),
    "date_id": ("dates", "date_id"),
    "sentence_id": ("sentences", "sentence_id"),
}
SPANS = [
    ("start_char", "end_char", "text"),
    ("cue_start", "cue_end", "cue"),
    ("speaker_start", "speaker_end", "speaker_text"),
]


def check(found: Extracted) -> None:
    """What the data contract promises of any article."""
    (article,) = found.rows["articles"]
    assert found.rows["errors"] == ()
    for name, rows in found.rows.items():
        if rows:
            assert to_arrow(name, rows).num_rows == len(rows)  # each value has its column's type
        for row in rows:
            columns = {field.name: getattr(row, field.name) for field in fields(row)}
            for start, end, text in SPANS:
                if name != "sentences" and columns.get(start) is not None:
                    assert columns[text] == article.text[columns[start] : columns[end]], (name, columns)
            for column, (table, key) in KEYS.items():
                if name != "facts" and columns.get(column) is not None:
                    assert columns[column] in {getattr(other, key) for other in found.rows[table]}, (name, column)


@settings(max_examples=150)
@given(TEXTS)
@example("\ud800“Kelas\u202e dibuka,” kata\x00 Ratna Dewi\u0301, Rabu (12/11/2025).")
@example("Bupati OKI, \u200bRatna\u00a0Dewi,\r\n\rmembawa Rp\u202f1,5 miliar 👩🏽‍🏫 ke 560 guru.")
@example("“Guru" + "\u0301" * 300 + " siap,” ujarnya.")
def test_any_article(text: str) -> None:
    found = found_in(text)
    check(found)
    assert found == found_in(text)


@settings(max_examples=60)
@given(TEXTS.map(lambda text: text.encode("utf-8", "replace").decode("utf-8")))  # spaCy's own limit: no lone surrogates
def test_any_text_given_to_the_language_as_it_is(text: str) -> None:
    """Nothing is cleaned here, so each stage meets what the readers would have taken away."""
    doc = FAST(text)
    assert doc.text == text
    for name in ("dates", "figures", "person_mentions", "roles", "quotes"):
        for row in getattr(doc._, name):
            assert row.text == text[row.start_char : row.end_char]


@settings(max_examples=40)
@given(TEXTS)
def test_cleaned_text_is_read_again_as_it_is(text: str) -> None:
    cleaned = prepare(Article(text=text, title="Guru Hadir"))
    again = prepare(Article(text=cleaned.article.text, title="Guru Hadir"))
    assert again.text_sha256 == cleaned.text_sha256
    assert again.article_id == cleaned.article_id or cleaned.status == "empty"


@pytest.mark.parametrize("unit", REPEATED)
def test_a_long_article_of_one_piece(unit: str) -> None:
    check(found_in("Guru hadir dan murid pulang. " + repeated(unit, 3_000)))


def seconds(text: str) -> float:
    """CPU seconds that cleaning and all stages take, the less of two."""

    def once() -> float:
        started = time.process_time()
        clean(text)
        FAST(text)
        return time.process_time() - started

    return min(once(), once())


@pytest.mark.parametrize("unit", REPEATED)
def test_time_grows_with_length(unit: str) -> None:
    """Four times the text, four times as long; what is quick is not measured, and the bound leaves room for noise."""
    long = seconds(repeated(unit, 12_000))
    assert long < 1 or long < 9 * seconds(repeated(unit, 3_000))


@pytest.mark.parametrize(
    "text", [repeated("kata", 10_000_000), repeated("“", 50_000), repeated("[(", 1_000_000), repeated("90", 1_000_000)],
    ids=["10 MB without a space", "50 KB of quotes", "1 MB of brackets", "1 MB of digits"],
)  # fmt: skip
def test_megabytes(text: str) -> None:
    found = found_in(text)
    (article,) = found.rows["articles"]
    assert (article.status == "failed") == (len(text) > 2_000_000)
    assert len(found.rows["errors"]) == (article.status == "failed")


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (r'{"isi": "Guru \ud800 hadir."}', "Guru ? hadir."),
        (r'{"isi": "Guru \udc00\ud800 hadir."}', "Guru ?? hadir."),
        (r'{"isi": "Guru \ud83d\ude00 hadir."}', "Guru 😀 hadir."),
        (r'{"isi": "Guru\u0000 ha\u0000dir."}', "Guru hadir."),
        (r'{"isi": "\u202eGuru\u202c \u2067hadir\u2069."}', "Guru hadir."),
        (r'{"isi": "Guru hadir.\r\nMurid pulang.\rIa juga."}', "Guru hadir.\nMurid pulang.\nIa juga."),
    ],
)
def test_escapes_in_json(line: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line, encoding="ascii")
    tables = extract(tmp_path / "a.jsonl", profile="fast")
    assert tables.articles["text"].tolist() == [text]
    assert Tables.load(tables.save(tmp_path / "out")).articles["text"].tolist() == [text]


@pytest.mark.parametrize(
    "content",
    [
        b"Guru " + "é hadir “siap”.".encode("cp1252"),
        "Guru hadir. ".encode("utf-16-le") + b"Murid pulang.",
        "Guru é hadir. ".encode() + "Murid é pulang.".encode("latin-1") + "Ia “siap”.".encode(),
        b"\xff\xfe\x00",
        b"\xef\xbb\xbf\xef\xbb\xbfGuru hadir.",
        b"\xed\xa0\x80Guru hadir.",
        b"\xc0\xafGuru\xf8\x88\x80\x80\x80 hadir.",
    ],
    ids=[
        "UTF-8 then Windows",
        "UTF-16 then ASCII",
        "UTF-8 and Latin-1 in turn",
        "half a letter",
        "two marks",
        "a surrogate",
        "too long",
    ],
)
def test_mixed_encodings(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    failures: list[object] = []
    articles = list(read(tmp_path / "a.txt", on_failure=failures.append))
    assert len(articles) + len(failures) == 1
    for article in articles:
        check(found_in(article.text))


@pytest.mark.parametrize("name", [f"berita_{stage}" for stage in STAGES])
def test_a_stage_that_runs_alone(name: str) -> None:
    stage = dict(FAST.pipeline)[name]
    for unit in REPEATED:
        doc = stage(FAST.make_doc(repeated(unit, 200)))
        assert doc.text == repeated(unit, 200)


def test_rows_of_hostile_articles_are_written_and_read(tmp_path: Path) -> None:
    texts = [f"“Guru {unit} siap,” kata Ratna Dewi, Rabu (12/11/2025)." for unit in REPEATED]
    tables = extract([{"isi": text, "judul": text, "sumber": text} for text in texts], profile="fast")
    loaded = Tables.load(tables.save(tmp_path))
    assert loaded.counts() == tables.counts()
    assert loaded.articles["title"].tolist() == tables.articles["title"].tolist()
    assert len(tables.articles) == len(REPEATED)


def test_rows_hold_no_lone_surrogate() -> None:
    rows = found_in("“Guru \udfff siap,” kata Ratna \ud800Dewi.", title="\ud800 Guru").rows
    for table in rows.values():
        for row in table:
            for value in astuple(row):
                assert not isinstance(value, str) or value.encode("utf-8").decode("utf-8") == value
