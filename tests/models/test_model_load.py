"""The shipped model: what it is, that it loads fast and small, and that it keeps the text."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from pipeline.lexicon import folder

MODEL = folder("models") / "id_news_sm"
NLP = spacy.load(MODEL)
UPOS = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())  # noqa: SIM905


def test_components() -> None:
    assert NLP.pipe_names == ["tok2vec", "tagger", "ner"]
    assert NLP.lang == "ind"


def test_labels() -> None:
    assert set(NLP.get_pipe("ner").labels) == {"PER", "ORG", "LOC"}
    assert set(NLP.get_pipe("tagger").labels) <= UPOS


@pytest.mark.parametrize("key", ["name", "version", "license", "description", "sources", "performance"])
def test_meta_tells(key: str) -> None:
    assert NLP.meta[key]


def test_licence_follows_the_treebanks() -> None:
    assert NLP.meta["license"] == "CC BY-SA 4.0"


def test_small() -> None:
    assert sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file()) < 12_000_000
    assert len(NLP.vocab.vectors) == 0


def test_tokenizer_is_that_of_the_code() -> None:
    text = "H.Ahmad, S.Pd.I., dan Mu'ti,”ujarnya Rabu (12/11/2025) se-Jawa; Sutopo-Marhaen ((((((((((((((((((("
    assert [token.text for token in NLP.make_doc(text)] == [token.text for token in spacy.blank("ind").make_doc(text)]


TAGGED = [
    ("Guru itu membaca buku baru .", "NOUN DET VERB NOUN ADJ PUNCT"),
    ("Ratna mengajar di Kudus .", "PROPN VERB ADP PROPN PUNCT"),
    ("Mereka tidak akan pulang .", "PRON PART AUX VERB PUNCT"),
    ("Sebanyak 20 siswa dan guru hadir .", "* NUM NOUN CCONJ NOUN VERB PUNCT"),
]


@pytest.mark.parametrize(("text", "tags"), TAGGED, ids=[text for text, _ in TAGGED])
def test_tags(text: str, tags: str) -> None:
    found = [token.tag_ for token in NLP(text)]
    assert [tag for tag, wanted in zip(found, tags.split(), strict=True) if wanted != "*"] == [
        wanted for wanted in tags.split() if wanted != "*"
    ]


@pytest.fixture(scope="module")
def names_only() -> Language:
    return spacy.load(MODEL, exclude=["tagger"])


def test_names_do_not_depend_on_the_tagger(names_only: Language) -> None:
    text = "“Kami siap,” kata Bupati Sleman Kustini Wardani di Yogyakarta."
    assert [str(entity) for entity in names_only(text).ents] == [str(entity) for entity in NLP(text).ents]


@given(st.text(max_size=200))
def test_never_raises_and_keeps_the_text(text: str) -> None:
    doc = NLP(text)
    assert doc.text == text
    for entity in doc.ents:
        assert text[entity.start_char : entity.end_char] == entity.text


@given(st.text(alphabet="AaBb .,“”(\n", max_size=80))
def test_same_text_same_names(text: str) -> None:
    def names() -> list[tuple[int, int, str]]:
        return [(entity.start_char, entity.end_char, entity.label_) for entity in NLP(text).ents]

    assert names() == names()


@pytest.mark.parametrize("piece", ["7", "(", "A ", "Ratna ", "“", "\n"])
def test_long_runs_end(piece: str) -> None:
    text = piece * 20_000
    assert NLP(text).text == text
