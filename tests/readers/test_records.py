"""JSON Lines, JSON, CSV and Parquet files on disk, sound and broken."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest

from pipeline.readers import Article, Failure
from pipeline.readers.fields import NAMES
from pipeline.readers.sources import scan_path

GURU, MURID = "Guru hadir di Kayuagung.", "Murid pulang, kata Eka."


def texts(items: list[Article | Failure]) -> list[str]:
    return [item.text if isinstance(item, Article) else item.error_type for item in items]


def write(folder: Path, name: str, content: str | bytes) -> Path:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


VARIANTS = [(field, name) for field, names in NAMES.items() if field != "text" for name in (*names, names[0].upper())]


@pytest.mark.parametrize("name", [*NAMES["text"], "ISI", " Text "])
@pytest.mark.parametrize("ending", [".jsonl", ".json", ".csv", ".tsv", ".parquet"])
def test_every_name_of_the_text(name: str, ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"a{ending}"
    frame = pd.DataFrame({name: [GURU, MURID]})
    if ending == ".parquet":
        frame.to_parquet(file)
    elif ending in (".csv", ".tsv"):
        frame.to_csv(file, index=False, sep="\t" if ending == ".tsv" else ",")
    else:
        frame.to_json(file, orient="records", lines=ending == ".jsonl")
    assert texts(list(scan_path(file))) == [GURU, MURID]


@pytest.mark.parametrize(("field", "name"), VARIANTS)
def test_every_name_of_a_field(field: str, name: str, tmp_path: Path) -> None:
    file = write(tmp_path, "a.jsonl", json.dumps({"isi": GURU, name: "2025-11-12"}))
    (article,) = scan_path(file)
    assert getattr(article, field) == "2025-11-12"


@pytest.mark.parametrize("missing", [None, "", " ", "NaN", "null", "None"])
def test_a_missing_value_is_none(missing: str | None, tmp_path: Path) -> None:
    (article,) = scan_path(
        write(tmp_path, "a.jsonl", json.dumps({"text": GURU, "title": missing, "judul": missing, "date": missing}))
    )
    assert isinstance(article, Article)
    assert (article.title, article.published_at) == (None, None)


def test_the_first_name_with_a_value_wins(tmp_path: Path) -> None:
    (article,) = scan_path(
        write(tmp_path, "a.jsonl", json.dumps({"text": "", "isi": GURU, "title": "", "judul": "Guru"}))
    )
    assert isinstance(article, Article)
    assert (article.text, article.title) == (GURU, "Guru")


def test_authors_in_a_list(tmp_path: Path) -> None:
    (article,) = scan_path(write(tmp_path, "a.jsonl", json.dumps({"text": GURU, "author": ["Ratna", "Eka"]})))
    assert isinstance(article, Article)
    assert article.author == "Ratna, Eka"


def test_a_broken_line_costs_only_itself(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": GURU}),
        '{"text": "putus',
        "[1, 2]",
        '"teks"',
        '{"judul": "tanpa isi"}',
        "",
        json.dumps({"text": MURID}),
    ]
    file = write(tmp_path, "a.jsonl", "\n".join(lines))
    items = list(scan_path(file))
    assert texts(items) == [GURU, "json", "json", "json", "no_text", MURID]
    assert [item.source for item in items] == [f"{file}:{number}" for number in (1, 2, 3, 4, 5, 7)]
    assert isinstance(items[4], Failure)
    assert items[4].message.startswith("no text in fields judul; expected one of text, body")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_jsonl_in_other_encodings(encoding: str, tmp_path: Path) -> None:
    content = "\n".join(
        json.dumps({"text": f"{text} “Kami siap,” katanya."}, ensure_ascii=False) for text in (GURU, MURID)
    )
    file = write(tmp_path, "a.jsonl", content.encode(encoding))
    assert texts(list(scan_path(file))) == [f"{text} “Kami siap,” katanya." for text in (GURU, MURID)]


def test_deeply_nested_json_is_a_failure(tmp_path: Path) -> None:
    assert texts(list(scan_path(write(tmp_path, "a.jsonl", "[" * 200_000)))) == ["json"]
    assert texts(list(scan_path(write(tmp_path, "a.json", "[" * 200_000)))) == ["json"]


def test_json_of_one_object_and_of_a_list(tmp_path: Path) -> None:
    assert texts(list(scan_path(write(tmp_path, "a.json", json.dumps({"isi": GURU}, indent=2))))) == [GURU]
    assert texts(list(scan_path(write(tmp_path, "b.json", json.dumps([{"isi": GURU}, 5, {"isi": MURID}]))))) == [
        GURU,
        "json",
        MURID,
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_delimiters_quoted_newlines_and_quotes(delimiter: str, tmp_path: Path) -> None:
    text = f'Satu{delimiter} "dua".\n\nTiga\u2028empat.'
    file = tmp_path / "a.csv"
    pd.DataFrame({"judul": ["A; B, C", "D"], "isi": [text, MURID]}).to_csv(file, sep=delimiter, index=False)
    first, second = scan_path(file)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.text, first.title, first.source) == (text, "A; B, C", f"{file}:2")
    assert (second.text, second.title, second.source) == (MURID, "D", f"{file}:5")


@pytest.mark.parametrize("content", ["", "\n", "judul,penulis\nA,B\n", "Guru hadir\n"])
def test_csv_without_a_text_column_names_what_it_has(content: str, tmp_path: Path) -> None:
    file = write(tmp_path, "a.csv", content)
    (failure,) = scan_path(file)
    assert isinstance(failure, Failure)
    assert (failure.source, failure.error_type) == (str(file), "no_text")
    assert "name one of them text, body" in failure.message


def test_csv_rows_too_long_too_short_and_empty(tmp_path: Path) -> None:
    items = list(scan_path(write(tmp_path, "a.csv", f'judul,isi\nA,satu, dua\nB\n\nC,"{MURID}"\nD,\n')))
    assert texts(items) == ["csv", "no_text", MURID, ""]
    assert [item.source.rpartition(":")[2] for item in items] == ["2", "3", "5", "6"]


def test_csv_with_a_quotation_mark_left_open(tmp_path: Path) -> None:
    items = list(scan_path(write(tmp_path, "a.csv", f'isi,judul\n{GURU},A\n"Murid pulang,B\nIa hadir,C\n')))
    assert texts(items)[0] == GURU
    assert texts(items)[-1] == "csv"
    assert isinstance(items[-1], Failure)
    assert items[-1].source.endswith(":3")
    assert "never closed" in items[-1].message


def test_csv_with_a_cell_of_a_million_characters(tmp_path: Path) -> None:
    long = "guru " * 200_000
    assert texts(list(scan_path(write(tmp_path, "a.csv", f"isi\n{long}\n")))) == [long]


def test_parquet_types(tmp_path: Path) -> None:
    file = tmp_path / "a.parquet"
    moments = [datetime(2025, 11, 12), datetime(2025, 11, 12, 9, 30)]
    pd.DataFrame({"isi": [GURU, None], "tanggal": moments, "id": [7, 8]}).to_parquet(file)
    first, second = scan_path(file)
    assert isinstance(first, Article)
    assert (first.published_at, first.id, first.source) == ("2025-11-12", "7", f"{file}:1")
    assert isinstance(second, Failure)
    assert (second.error_type, second.source) == ("no_text", f"{file}:2")


def test_parquet_without_text_and_what_is_no_parquet(tmp_path: Path) -> None:
    pd.DataFrame({"judul": ["A"]}).to_parquet(tmp_path / "a.parquet")
    assert texts(list(scan_path(tmp_path / "a.parquet"))) == ["no_text"]
    assert texts(list(scan_path(write(tmp_path, "b.parquet", "bukan parquet")))) == ["parquet"]
    assert texts(list(scan_path(write(tmp_path, "c.parquet", "")))) == ["parquet"]


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        (pd.Timestamp("2025-11-12"), "2025-11-12"),
        (pd.Timestamp("2025-11-12 09:30", tz="Asia/Jakarta"), "2025-11-12T09:30:00+07:00"),
        (datetime(2025, 11, 12, 9, tzinfo=UTC), "2025-11-12T09:00:00+00:00"),
        (date(2025, 11, 12), "2025-11-12"),
        (pd.NaT, None),
        (pd.NA, None),
        (float("nan"), None),
    ],
    ids=repr,
)
def test_dates_in_records(value: object, iso: str | None) -> None:
    from pipeline.readers import read

    (article,) = read([{"isi": GURU, "tanggal": value}])
    assert article.published_at == iso
