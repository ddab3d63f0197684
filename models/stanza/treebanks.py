"""Universal Dependencies treebanks → the files that Stanza's tokenizer, multiword expander and tagger train on.

In: ``ud/*.conllu`` of the corpora. Out: in a working folder, for ``train`` and ``dev``, ``<split>.conllu`` with UPOS as
its only tags, ``<split>.txt`` with the raw text in paragraphs, and ``<split>.toklabels`` with Stanza's label for each
character of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from stanza.utils.datasets import prepare_tokenizer_data

from models.build import GSD_KEPT_FOR_DEV

PARAGRAPH = 4
"""Sentences a paragraph: the treebanks hold sentences, and the tokenizer has to learn where one ends inside a text."""


def sentences(path: Path) -> list[str]:
    """The sentences of a treebank as blocks of CoNLL-U, without tags other than UPOS."""
    return [_upos_only(block) for block in path.read_text(encoding="utf-8").strip().split("\n\n")]


def _upos_only(block: str) -> str:
    """`block` with XPOS and features emptied: the treebanks disagree on them."""
    return "\n".join(map(_line, block.splitlines()))


def _line(line: str) -> str:
    cells = line.split("\t")
    return line if line.startswith("#") else "\t".join([*cells[:4], "_", "_", *cells[6:]])


def raw(blocks: Iterable[str]) -> str:
    """The text of the sentences, in paragraphs."""
    texts = [_text(block) for block in blocks]
    return "\n\n".join(" ".join(texts[at : at + PARAGRAPH]) for at in range(0, len(texts), PARAGRAPH)) + "\n"


def _text(block: str) -> str:
    return next(line.removeprefix("# text = ") for line in block.splitlines() if line.startswith("# text = "))


def write(corpora: Path, work: Path) -> None:
    """Write both splits: CSUI train and GSD dev to train on, the last of GSD dev to choose the best step on."""
    gsd = sentences(corpora / "ud" / "id_gsd-ud-dev.conllu")
    csui = sentences(corpora / "ud" / "id_csui-ud-train.conllu")
    for split, blocks in _splits(csui, gsd):
        conllu, text = work / f"{split}.conllu", work / f"{split}.txt"
        conllu.write_text("\n\n".join(blocks) + "\n\n", encoding="utf-8")
        text.write_text(raw(blocks), encoding="utf-8")
        labels, expansions = work / f"{split}.toklabels", work / f"{split}.mwt.json"
        prepare_tokenizer_data.main([str(text), str(conllu), "-o", str(labels), "-m", str(expansions)])


def _splits(csui: list[str], gsd: list[str]) -> Iterator[tuple[str, list[str]]]:
    yield "train", [*csui, *gsd[:-GSD_KEPT_FOR_DEV]]
    yield "dev", gsd[-GSD_KEPT_FOR_DEV:]
