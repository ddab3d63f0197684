"""Readers of the annotated corpora: idner-news-2k and NERGrit (names), Universal Dependencies, nlp-id (word classes).

In: a corpus file. Out: `Example`s. Labels become PER, ORG and LOC under one guideline: no brackets, punctuation or
titles in a name, schools and universities are organizations, two names joined by a hyphen are two, a country is a place
also where it modifies (*presiden Turki*).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import regex

from models.prepare.detokenise import detokenise
from models.prepare.examples import Example, Label, replace

_LABELS = {
    "PER": "PER", "PERSON": "PER", "ORG": "ORG", "ORGANISATION": "ORG", "LOC": "LOC", "PLACE": "LOC",
}  # fmt: skip
_SCHOOL = (
    r"(?:Universitas|Univ\.?|Institut|Politeknik|Akademi|Sekolah|Madrasah|Pesantren"
    r"|SD|SMP|SMA|SMK|MI|MTs|MA|TK|SDN|SMPN|SMAN|SMKN|MTsN|MAN)"
)
_SCHOOL_NAME = regex.compile(rf"\b{_SCHOOL}(?=\s+\p{{Lu}}|\s+\d).*", regex.DOTALL)
_UNLABELLED = regex.compile(rf"\b{_SCHOOL}(?:\s+[\p{{Lu}}\d][\p{{L}}\d]*+)++")
_COUNTRY = regex.compile(
    r"\b(?:Indonesia|Malaysia|Singapura|Thailand|Filipina|Vietnam|Amerika(?: Serikat)?|AS|Israel|Palestina|Iran|Irak"
    r"|Jepang|China|Cina|Tiongkok|Australia|Belanda|Inggris|Prancis|Perancis|Rusia|Turki|Mesir|Jerman|Arab Saudi"
    r"|Korea(?: Selatan| Utara)?|Suriah|Lebanon|India|Pakistan|Afghanistan)\b"
)
_TITLES = regex.compile(
    r"(?:(?:Prof|Dr|Drs|Dra|Ir|KH|K\. ?H|Hj|H|Mr|Mrs|Tn|Ny|Pak|Bu|Bapak|Ibu|Jenderal|Letjen|Mayjen|Brigjen|Kolonel"
    r"|Ustaz|Ustad|Ustadz)\b\.?\s+)+(?=\p{Lu})"
)
_EDGE = regex.compile(r"""[\s()\[\]"'“”‘’,;:?!/&-]+""")
_NAME_END = regex.compile(r"(?:\b\p{Lu}|S\.A|T\.bk)\.$")
_POS_OF_NLP_ID = {"NN": "NOUN", "VB": "VERB", "NNP": "PROPN", "JJ": "ADJ", "NUM": "NUM"}
"""The tags of nlp-id for content words; its function words are parted otherwise than in UD and stay unannotated."""


def read_bio(path: Path) -> Iterator[Example]:
    """The sentences of a file with one word a line, its BIO label last."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split() for line in block.splitlines() if line.strip()]
        if rows:
            text, offsets = detokenise([row[0] for row in rows])
            yield Example(text, tuple(_bio(text, offsets, [row[-1] for row in rows])))


def _bio(text: str, offsets: list[tuple[int, int]], labels: list[str]) -> Iterator[Label]:
    start, kind = 0, ""
    for number, label in enumerate([*labels, "O"]):
        if kind and not label.startswith("I-"):
            yield Label(start, offsets[number - 1][1], _LABELS[kind])
            kind = ""
        if label.startswith("B-") or (label.startswith("I-") and not kind):
            start, kind = offsets[number][0], label[2:]


def cleaned(example: Example) -> Example:
    """`example` with its names cut to the guideline above."""
    entities = tuple(part for entity in example.entities or () for part in _parts(example.text, entity))
    return replace(example, entities=entities)


def _parts(text: str, entity: Label) -> Iterator[Label]:
    """The names in one annotated span: split at brackets and between two persons, no punctuation at the edges."""
    joint = r"[()\[\]]+" if entity.label != "PER" else r"[()\[\]]+|(?<=\b\p{Lu}\p{Ll}{3,})\s?-\s?(?=\p{Lu})"
    position = entity.start
    for match in [*regex.finditer(joint, text, pos=entity.start, endpos=entity.end), None]:
        start, end = position, match.start() if match else entity.end
        position = match.end() if match else entity.end
        if entity.label == "PER" and (titles := _TITLES.match(text, start, end)):
            start = titles.end()
        while start < end and _EDGE.fullmatch(text[start]):
            start += 1
        while start < end and (
            _EDGE.fullmatch(text[end - 1]) or (text[end - 1] == "." and not _NAME_END.search(text[start:end]))
        ):
            end -= 1
        if start < end and any(char.isalnum() for char in text[start:end]):
            label = "ORG" if entity.label == "LOC" and _SCHOOL_NAME.match(text, start, end) else entity.label
            yield Label(start, end, label)


def reconciled(example: Example) -> Example:
    """`example` with unannotated countries labelled and unannotated schools left out; the corpora disagree on both."""
    taken = list(example.entities or ())

    def free(match: regex.Match[str]) -> bool:
        return not any(match.start() < entity.end and entity.start < match.end() for entity in taken)

    taken += [Label(match.start(), match.end(), "LOC") for match in _COUNTRY.finditer(example.text) if free(match)]
    unsure = tuple(Label(match.start(), match.end(), "") for match in _UNLABELLED.finditer(example.text) if free(match))
    return replace(example, entities=tuple(sorted(taken)), unsure=unsure)


def read_conllu(path: Path) -> Iterator[Example]:
    """The sentences of a UD treebank with UPOS; a multiword token has the tag of its first word (*rumahnya*: NOUN)."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        text, words = "", list[tuple[str, str]]()
        inside = 0  # words up to this number are parts of the multiword token before them
        for line in block.splitlines():
            if line.startswith("# text = "):
                text = line.removeprefix("# text = ")
            cells = line.split("\t")
            if len(cells) < 4 or "." in cells[0]:
                continue
            if "-" in cells[0]:
                inside = int(cells[0].split("-")[1])
                words.append((cells[1], ""))
            elif int(cells[0]) > inside:
                words.append((cells[1], cells[3]))
            elif words[-1][1] == "":
                words[-1] = (words[-1][0], cells[3])
        if words:
            yield Example(text, tags=tuple(_aligned(text, words)))


def _aligned(text: str, words: Iterable[tuple[str, str]]) -> Iterator[Label]:
    position = 0
    for word, tag in words:
        start = text.find(word, position)
        if start >= 0:
            position = start + len(word)
            yield Label(start, position, tag)


def read_nlp_id(path: Path) -> Iterator[Example]:
    """The sentences of nlp-id's part-of-speech corpus, with the tags that mean the same as UPOS."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
        if len(rows) > 5:
            text, offsets = detokenise([row[0] for row in rows])
            tags = (
                (offset, "PUNCT" if not any(c.isalnum() for c in row[0]) else _POS_OF_NLP_ID.get(row[1], ""))
                for offset, row in zip(offsets, rows, strict=True)
            )
            yield Example(text, tags=tuple(Label(start, end, tag) for (start, end), tag in tags if tag))
