"""The parts of the documentation that are made from the code: ``python docs/generate.py`` writes them anew.

In: `pipeline.schema` (columns, types, what its docstrings say of them) and the files of the lexicon. Out: what stands
between the marks of `PARTS` in ``tables.md`` and ``lexicon.md``; a test fails where that is not what the code says.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

import pipeline.lexicon
from pipeline import schema
from pipeline.lexicon import folder, read
from pipeline.stores.relations import KEYS
from pipeline.tables.arrow import arrow_schema

HERE = Path(__file__).parent
BEGIN, END = "<!-- made by docs/generate.py -->", "<!-- end of what was made -->"
TYPES = {"string": "text", "int64": "integer", "double": "number", "bool": "true/false", "date32[day]": "date"}
SHARED = {
    "article_id": "The article, in `articles`.",
    "n_sentences": "Rows of `sentences`.",
    "sentence_id": "The sentence, in `sentences`.",
    "person_id": "The person, in `persons`.",
    "paragraph": "0-based number of the paragraph.",
    "start_char": "Where it begins in `articles.text`.",
    "end_char": "Where it ends, exclusive.",
    "cue_start": "Where the cue begins in `articles.text`.",
    "cue_end": "Where it ends, exclusive.",
    "speaker_start": "Where `speaker_text` begins in `articles.text`.",
    "speaker_end": "Where it ends, exclusive.",
    "text": "As written: `articles.text[start_char:end_char]`.",
    "published_at": "From `articles`.",
    "outlet": "From `articles`.",
    "title": "From `articles`.",
    "url": "From `articles`.",
    "rule": "The pattern or model that made the row.",
    "confidence": "Chance that the row is right, 0 to 1 ([how it is measured](calibration.md)).",
}
"""What columns mean that several tables have; a docstring in the schema goes before."""


def markdown(docstring: str) -> str:
    """A docstring on one line of Markdown."""
    return " ".join(docstring.split()).replace("``", "`").replace("|", "\\|")


def meanings(row: type) -> dict[str, str]:
    """Column → the docstring below its field in the class `row`."""
    body = ast.parse(inspect.getsource(row)).body[0].body  # type: ignore[attr-defined]
    return {
        field.target.id: markdown(note.value.value)
        for field, note in pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(note, ast.Expr)
    }


def choices(hint: object) -> tuple[str, ...]:
    """The values that a column can have, where its type lists them."""
    parts = (hint, *get_args(hint))
    return next((get_args(part) for part in parts if get_origin(part) is Literal), ())


def table_of(name: str) -> str:
    """The section of ``tables.md`` on one table or view.

    Raises:
        KeyError: the schema says nothing of what a column means.
    """
    row: type = schema.TABLES[name] if name in schema.TABLES else schema.VIEWS[name]
    notes, hints = meanings(row), get_type_hints(row)
    lines = [f"## {name}", "", _opening(row), "", "| column | type | null | meaning |", "|---|---|---|---|"]
    for field in arrow_schema(name):
        meaning = "The key of this table." if field.name == KEYS.get(name) else SHARED.get(field.name, "")
        meaning = notes.get(field.name) or meaning
        if not meaning:
            raise KeyError(f"{row.__name__}.{field.name} needs a docstring in pipeline/schema")
        if values := choices(hints[field.name]):
            meaning += " One of " + ", ".join(f"`{value}`" for value in values) + "."
        kind = TYPES.get(str(field.type), "decimal")
        lines.append(f"| `{field.name}` | {kind} | {'yes' if field.nullable else ''} | {meaning} |")
    return "\n".join([*lines, ""])


def _opening(row: type) -> str:
    """What the docstring of a row class says behind *A row of …*, as a sentence."""
    text = markdown(inspect.getdoc(row) or "").partition(": ")[2] or "a sentence of the text"
    return f"One row: {text.rstrip('.')}."


def tables() -> str:
    """All tables, in the order in which they are written, and the views beside them."""
    return "\n".join(map(table_of, (*schema.TABLES, *schema.VIEWS)))


def lexicon_files() -> Iterator[tuple[str, type]]:
    """The files of the lexicon with the class of their entries, module by module."""
    for module in pkgutil.iter_modules(pipeline.lexicon.__path__):
        yield from getattr(importlib.import_module(f"pipeline.lexicon.{module.name}"), "FILES", {}).items()


def lexicon() -> str:
    """The files of the lexicon, how many entries each has, and what one is."""
    lines = ["| file | entries | one entry is | columns |", "|---|---:|---|---|"]
    for name, entry in sorted(lexicon_files()):
        what = re.sub(r"\s*\(`[\w/]+\.tsv`\)", "", markdown((inspect.getdoc(entry) or "").partition("\n\n")[0]))
        columns = ", ".join(f"`{field.name}`" for field in fields(entry))
        lines.append(f"| `{name}.tsv` | {len(read(name, entry)):,} | {what.rstrip('.')} | {columns} |")
    size = sum(path.stat().st_size for path in folder("data").glob("*.tsv"))
    return "\n".join([*lines, "", f"Together {size / 1e6:.1f} MB.", ""])


PARTS = {"tables.md": tables, "lexicon.md": lexicon}


def renewed(page: str) -> str:
    """The text of `page` with what lies between its marks made anew."""
    before, rest = (HERE / page).read_text(encoding="utf-8").split(BEGIN)
    return f"{before}{BEGIN}\n\n{PARTS[page]()}\n{END}{rest.split(END)[1]}"


def main() -> None:
    """Write the pages."""
    for page in PARTS:
        (HERE / page).write_text(renewed(page), encoding="utf-8")


if __name__ == "__main__":
    main()
