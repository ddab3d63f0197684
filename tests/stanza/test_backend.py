"""The backend with a stand-in for Stanza, so that these tests run where the extra is missing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import regex
from spacy.language import Language

from pipeline.extraction import STAGES
from pipeline.language.backends import stanza as backend
from pipeline.language.backends.stanza import LENGTH, PARTS, BackendError, load_stanza

TEXT = "Bupati Sleman Kustini hadir.\n\n  “Kami siap,” kata Kustini, Rabu (12/11/2025).\n"
PERSON = regex.compile(r"Kustini|Ratna Dewi")


class Standin:
    """Stanza's pipeline as far as the backend knows it: words parted by white space, two names, each word a noun."""

    processors = ("tokenize", "mwt", "pos", "ner")

    def __init__(self) -> None:
        self.batches: list[int] = []
        self.lengths: list[int] = []

    def bulk_process(self, texts: Sequence[str]) -> list[Any]:
        self.batches.append(len(texts))
        self.lengths += map(len, texts)
        return [SimpleNamespace(sentences=[self.sentence(text)], ents=list(self.names(text))) for text in texts]

    def sentence(self, text: str) -> Any:
        words = regex.finditer(r"\w+|[^\w\s]", text)
        return SimpleNamespace(
            tokens=[
                SimpleNamespace(start_char=word.start(), end_char=word.end(), words=[SimpleNamespace(upos="NOUN")])
                for word in words
            ]
        )

    def names(self, text: str) -> Iterable[Any]:
        for name in PERSON.finditer(text):
            yield SimpleNamespace(start_char=name.start(), end_char=name.end(), type="PERSON")


@pytest.fixture
def standin(monkeypatch: pytest.MonkeyPatch) -> Standin:
    pipeline = Standin()
    monkeypatch.setattr(backend, "_pipeline", lambda directory: pipeline)
    return pipeline


@pytest.fixture
def nlp(standin: Standin) -> Language:
    return load_stanza()


def test_offsets_lead_into_the_whole_text(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc.text == TEXT
    assert [(name.start_char, name.end_char, name.text, name.label_) for name in doc.ents] == [
        (14, 21, "Kustini", "PER"),
        (50, 57, "Kustini", "PER"),
    ]


def test_parts_of_speech(nlp: Language) -> None:
    assert {token.pos_ for token in nlp("guru dan siswa\nhadir")} == {"NOUN", "SPACE"}


def test_what_the_document_carried_stays(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc._.article_id = "berita-1"
    assert nlp(doc)._.article_id == "berita-1"


def test_stages_run_on_it(nlp: Language) -> None:
    for stage in STAGES:
        nlp.add_pipe(f"berita_{stage}")
    doc = nlp(TEXT)
    assert [person.name for person in doc._.persons] == ["Kustini"]
    assert [date.value for date in doc._.dates] == ["2025-11-12"]
    assert [quote.content for quote in doc._.quotes] == ["Kami siap"]


def test_paragraphs_come_in_batches(nlp: Language, standin: Standin) -> None:
    nlp("Guru hadir.\n" * (PARTS + 1))
    assert standin.batches == [PARTS, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("guru " * LENGTH, LENGTH, id="at-white-space"),
        pytest.param("1" * 2 * LENGTH, LENGTH, id="in-a-word-that-is-too-long"),
        pytest.param("guru\n" * LENGTH, 4, id="paragraphs"),
    ],
)
def test_long_paragraphs_are_cut(nlp: Language, standin: Standin, text: str, expected: int) -> None:
    assert nlp(text).text == text
    assert max(standin.lengths) == expected


def test_a_name_behind_a_cut_has_its_place(nlp: Language) -> None:
    text = "guru " * LENGTH + "Kustini"
    assert [name.start_char for name in nlp(text).ents] == [5 * LENGTH]


@pytest.mark.parametrize("text", ["", " \n\n ", "\n"])
def test_no_text_is_not_shown_to_stanza(nlp: Language, standin: Standin, text: str) -> None:
    assert nlp(text).text == text
    assert standin.batches == []


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "stanza", None)
    with pytest.raises(BackendError, match=r"pip install 'berita-pipeline\[stanza\]'"):
        load_stanza(tmp_path)


@pytest.mark.parametrize("folders", [(), ("pos",), ("ner", "mwt")])
def test_without_models_the_error_says_how_to_get_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folders: tuple[str, ...]
) -> None:
    monkeypatch.setitem(sys.modules, "stanza", SimpleNamespace())  # type: ignore[arg-type]
    for folder in folders:
        (tmp_path / "id" / folder).mkdir(parents=True)
    with pytest.raises(BackendError, match=r"no Indonesian Stanza models in .*stanza\.download\('id'") as caught:
        load_stanza(tmp_path)
    assert str(tmp_path) in str(caught.value)


def test_a_model_file_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def pipeline(*args: object, **options: object) -> None:
        raise FileNotFoundError("id/tokenize/gsd.pt")

    monkeypatch.setitem(sys.modules, "stanza", SimpleNamespace(Pipeline=pipeline))  # type: ignore[arg-type]
    (tmp_path / "id" / "tokenize").mkdir(parents=True)
    with pytest.raises(BackendError, match=r"id/tokenize/gsd\.pt"):
        load_stanza(tmp_path)


def test_models_without_names_are_used_with_a_warning(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    asked: list[object] = []

    def pipeline(language: str, **options: object) -> Standin:
        asked.extend([language, options["processors"], options["download_method"]])
        return Standin()

    monkeypatch.setitem(sys.modules, "stanza", SimpleNamespace(Pipeline=pipeline))  # type: ignore[arg-type]
    for folder in ("tokenize", "mwt", "pos", "lemma"):
        (tmp_path / "id" / folder).mkdir(parents=True)
    load_stanza(tmp_path)
    assert asked == ["id", "tokenize,mwt,pos", None]
    assert caplog.messages == [f"the Stanza models in {tmp_path} lack ner"]


def test_neither_stanza_nor_torch_is_imported_before_it_is_asked_for() -> None:
    """Beyond what spaCy imports by itself, which takes torch along where that is installed."""
    code = (
        "import sys, spacy; heavy = {'stanza', 'torch'}; before = heavy & {*sys.modules}\n"
        "import pipeline.language.backends.stanza; print(heavy & {*sys.modules} == before, 'stanza' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.split() == ["True", "False"]
