"""Stanza as the maker of the ``Doc``: its tokens, parts of speech and names, in place of our tokenizer and model.

In: the text. Out: a ``Doc`` of the same text (see `align`). A multiword token (*rumahnya*) stays the one token that the
text has, with the part of speech of its first word. Paragraphs go to Stanza one by one, as it takes a single line break
for a space. Neither Stanza nor torch is imported before a pipeline is built::

    nlp = load_stanza()                          # the models trained for this project
    nlp = load_stanza(Path("stanza_resources"))  # others, such as the official Indonesian ones
    nlp("Ratna Dewi mengajar di Kudus.").ents
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import regex
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.backends.align import Name, Token, to_doc
from pipeline.language.indonesian import Indonesian
from pipeline.lexicon import folder

logger = logging.getLogger(__name__)

PROCESSORS = ("tokenize", "mwt", "pos", "ner")
"""What is asked of Stanza; a directory without some of them (the official models know no names) gives the rest."""
PARTS = 64
"""Parts of a text that Stanza reads at once, which bounds the memory it takes."""
LENGTH = 3000
"""Characters that a part has at most, as Stanza's tokenizer slows down with the length; few paragraphs have more."""
# A paragraph, or as much of it as fits, cut at white space if there is any.
_PART = regex.compile(rf"\S(?:[^\n]{{0,{LENGTH - 1}}}(?!\S)|[^\n]{{0,{LENGTH - 1}}})")


class BackendError(RuntimeError):
    """A backend cannot be used here; the message says what to do about it."""


def load_stanza(directory: Path | None = None) -> Language:
    """A spaCy `Language` whose only component is Stanza.

    Args:
        directory: where ``resources.json`` and ``id/`` lie, as ``stanza.download`` leaves them; ours without it.

    Raises:
        BackendError: Stanza is not installed, or `directory` holds no Indonesian models.
    """
    nlp = Indonesian()
    nlp.add_pipe("berita_stanza", config={"directory": str(directory) if directory else None})
    return nlp


@Language.factory("berita_stanza", default_config={"directory": None})
def make(nlp: Language, name: str, directory: str | None) -> object:
    """The spaCy factory of Stanza; it stands first, as it puts its own tokens in place of those it is given."""
    pipeline = _pipeline(Path(directory) if directory else _bundle())

    def annotate(doc: Doc) -> Doc:
        tokens, names = _read(pipeline, doc.text)
        made = to_doc(nlp.vocab, doc.text, tokens, names)
        made.user_data.update(doc.user_data)
        return made

    return annotate


def _bundle() -> Path:
    """Where the models trained for this project lie."""
    return folder("models") / "stanza" / "bundle"


def _pipeline(directory: Path) -> Any:
    """Stanza's pipeline with the models in `directory`, without a look at the network."""
    try:
        import stanza
    except ImportError as error:
        raise BackendError("Stanza is not installed; try: pip install 'berita-pipeline[stanza]'") from error
    processors = [name for name in PROCESSORS if (directory / "id" / name).is_dir()]
    if "tokenize" not in processors:
        raise BackendError(_no_models(directory))
    if missing := [name for name in PROCESSORS if name not in processors]:
        logger.warning("the Stanza models in %s lack %s", directory, ", ".join(missing))
    try:
        return stanza.Pipeline(
            "id", dir=str(directory), processors=",".join(processors), download_method=None, logging_level="ERROR"
        )
    except FileNotFoundError as error:
        raise BackendError(f"{_no_models(directory)} ({error})") from error


def _no_models(directory: Path) -> str:
    return (
        f"no Indonesian Stanza models in {directory}. Either download the official ones (about 200 MB, without names): "
        "python -c \"import stanza; stanza.download('id', model_dir='stanza_resources')\", then give that directory: "
        "--stanza-dir stanza_resources; or train small ones from a checkout: "
        "python -m models.stanza.build --corpora FOLDER"
    )


def _read(pipeline: Any, text: str) -> tuple[list[Token], list[Name]]:
    """What Stanza finds in `text`, by offsets into it."""
    tokens, names = list[Token](), list[Name]()
    for start, document in _documents(pipeline, text):
        tokens += (token for sentence in document.sentences for token in _tokens(sentence.tokens, start))
        names += (Name(start + name.start_char, start + name.end_char, name.type) for name in document.ents)
    return tokens, names


def _documents(pipeline: Any, text: str) -> Iterator[tuple[int, Any]]:
    """Stanza's document of every part of `text`, with the offset at which it begins."""
    parts = _PART.finditer(text)
    while batch := list(islice(parts, PARTS)):
        documents = pipeline.bulk_process([part[0] for part in batch])
        yield from zip((part.start() for part in batch), documents, strict=True)


def _tokens(tokens: Iterable[Any], start: int) -> Iterator[Token]:
    for token in tokens:
        yield Token(start + token.start_char, start + token.end_char, token.words[0].upos or "")
