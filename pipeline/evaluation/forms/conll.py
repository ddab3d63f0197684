"""Gold as CoNLL columns: a token a line, its name tag last, a blank line between sentences.

In: BIO tags of persons, organizations and places under their usual names; other labels are left out. An article is what
stands between two ``-DOCSTART-`` lines, else each sentence. The text is put together from the tokens. Out:
`Annotations`, of names alone.

>>> [gold] = parse("Bupati O\\nSarno B-PER\\n, O\\nketua O\\nPGRI B-ORG\\n. O\\n", "uji")
>>> gold.text, [(name.label, name.text) for name in gold.names]
('Bupati Sarno, ketua PGRI.', [('person', 'Sarno'), ('organization', 'PGRI')])
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from pipeline.evaluation.gold import GoldError
from pipeline.evaluation.rows import Annotations, NameLabel, NameRow

LABELS: dict[str, NameLabel] = {
    **dict.fromkeys(("PER", "PERSON"), "person"),
    **dict.fromkeys(("ORG", "ORGANIZATION", "ORGANISATION"), "organization"),
    **dict.fromkeys(("LOC", "LOCATION", "PLACE", "GPE"), "place"),
}
"""Label of a corpus → ours."""
_START = "-DOCSTART-"
_JUDGED = {"names": frozenset({"label"})}
_CLOSING, _OPENING = tuple(".,;:?!)]%”"), ("(", "[", "“")
Token = tuple[str, str]


def read(path: Path) -> list[Annotations]:
    """The articles of the file `path`.

    Raises:
        GoldError: a line is not a token and a tag.
    """
    return parse(path.read_text(encoding="utf-8-sig"), path.stem)


def parse(columns: str, name: str) -> list[Annotations]:
    """The articles in the lines `columns`, named ``name:number``."""
    lines = [line.split() for line in columns.splitlines()]
    faulty = next((n for n, cells in enumerate(lines, 1) if len(cells) == 1 and cells[0] != _START), None)
    if faulty:
        raise GoldError(f"{name}, line {faulty}: a token and its tag expected, not {lines[faulty - 1][0]!r} alone")
    marked = any(cells[:1] == [_START] for cells in lines)
    parts = groupby(lines, key=lambda cells: cells[:1] == [_START] if marked else not cells)
    tokens = [[(cells[0], cells[-1]) for cells in part if cells] for between, part in parts if not between]
    return [_article(each, f"{name}:{number}") for number, each in enumerate(filter(None, tokens), 1)]


def _article(tokens: Sequence[Token], name: str) -> Annotations:
    text, places = "", []
    for token, _ in tokens:
        glued = not text or token.startswith(_CLOSING) or text.endswith(_OPENING)
        text += token if glued else f" {token}"
        places.append((len(text) - len(token), len(text)))
    return Annotations(
        name=name, text=text, judged=_JUDGED, names=tuple(_names(text, places, [tag for _, tag in tokens]))
    )


def _names(text: str, places: Sequence[tuple[int, int]], tags: Iterable[str]) -> Iterator[NameRow]:
    """The spans of tags: ``B-`` opens one, as does an ``I-`` that continues none."""
    spans: list[tuple[int, int, str]] = []
    before = "O"
    for (start, end), tag in zip(places, tags, strict=True):
        prefix, _, label = tag.partition("-")
        if prefix == "I" and before.endswith(f"-{label}"):
            spans[-1] = (spans[-1][0], end, label)
        elif label:
            spans.append((start, end, label))
        before = tag
    for start, end, label in spans:
        if label.upper() in LABELS:
            yield NameRow(start_char=start, end_char=end, text=text[start:end], label=LABELS[label.upper()])
