"""Long texts that a model reads a piece at a time."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from pipeline import load
from pipeline.extraction import extract
from pipeline.language import pieces
from pipeline.readers import Article, prepare

LINE = "Kustini Sri Purnomo hadir di Sleman.\n"


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        ("", 4, [""]),
        ("Guru hadir.", 4, ["Guru hadir."]),
        ("Guru hadir.\nIa pulang.\nSiswa belajar.", 6, ["Guru hadir.\n", "Ia pulang.\n", "Siswa belajar."]),
        ("satu dua tiga empat lima", 2, ["satu dua", "tiga empat", "lima"]),
    ],
)
def test_pieces_end_with_lines(text: str, longest: int, expected: list[str]) -> None:
    seen: list[str] = []

    def look(doc: Doc) -> Doc:
        seen.append(doc.text)
        return doc

    doc = load("fast").make_doc(text)
    assert pieces.run(look, doc, longest) is doc
    assert [piece.rstrip(" ") for piece in seen] == expected


def test_a_long_text_gives_the_rows_of_its_lines() -> None:
    nlp = load("default")
    lines = pieces.LONGEST // 5
    found = extract(nlp, prepare(Article(text=LINE * lines))).rows
    assert {row.name for row in found["persons"]} == {"Kustini Sri Purnomo"}  # type: ignore[union-attr]
    assert len(found["person_mentions"]) == lines
    assert found["errors"] == ()
