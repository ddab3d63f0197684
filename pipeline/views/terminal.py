"""Terminal views of a run: its progress and summary; and the state of the installation."""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path

import pandas as pd
from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from pipeline.batch.run import Summary
from pipeline.lexicon import folder
from pipeline.lexicon.resources import own_lexicon
from pipeline.results import Tables
from pipeline.schema import TABLES
from pipeline.stores.folder import read_table
from pipeline.tables.arrow import frame
from pipeline.version import __version__
from pipeline.views.visible import visible
from pipeline.wording import count

_LISTED = 10  # errors printed; all of them stand in the table


@contextmanager
def progress(quiet: bool, total: int | None = None) -> Iterator[Callable[[Summary], None]]:
    """A live line with articles, words a second and errors so far, on standard error; a callback to feed it.

    Args:
        total: how many articles there are, about; with it, the line says how long they will take.
    """
    known = (TextColumn("of {task.total:,}"), TimeRemainingColumn()) if total else ()
    columns = (
        SpinnerColumn(),
        TextColumn("{task.fields[articles]}"),
        *known,
        TextColumn("[dim]{task.fields[rates]}"),
        TextColumn("[red]{task.fields[errors]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), disable=quiet, transient=True) as bar:
        task = bar.add_task("", total=total, articles=count(0, "article"), rates="loading", errors="")

        def advance(summary: Summary) -> None:
            seconds = bar.tasks[task].elapsed or 1
            new = summary.articles - summary.found
            rates = f"{new / seconds:,.0f} articles/s · {summary.new_words / seconds:,.0f} words/s"
            errors = count(summary.rows["errors"], "error") if summary.rows["errors"] else ""
            most = max(total, summary.articles) if total else None
            articles = count(summary.articles, "article")
            bar.update(task, completed=summary.articles, total=most, articles=articles, rates=rates, errors=errors)

        yield advance


def print_summary(summary: Summary) -> None:
    """What a run found, and where it lies."""
    console = Console()
    if not summary.articles:
        console.print("No article could be read.")
        return
    head = f"[bold]{count(summary.articles, 'article')}[/], {count(summary.words, 'word')}"
    if asides := _asides(summary):
        head += f" [dim]({asides})[/]"
    place = escape(str(summary.folder))
    if not summary.rows["facts"]:
        console.print(f"{head}. Nothing was found in them; tables are in [bold]{place}[/].", soft_wrap=True)
        return
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("table", min_width=max(map(len, TABLES)))
    table.add_column("rows", justify="right", min_width=7)
    table.add_column("for example", style="dim", overflow="ellipsis", no_wrap=True)
    for name in TABLES:
        if name not in ("articles", "sentences", "errors"):
            table.add_row(name, f"{summary.rows[name]:,}", _example(summary.folder, name))
    console.print(Panel.fit(table, title=head, title_align="left", border_style="dim", padding=(1, 2)))
    console.print(f"Tables are in [bold]{place}[/]; in Python:", soft_wrap=True)
    console.print(f"  [cyan]pipeline.Tables.load({place!r}).facts[/]\n", soft_wrap=True)


def _asides(summary: Summary) -> str:
    """What is special about the articles of a run."""
    numbers = {
        "done before": summary.found,
        "no longer in the sources": summary.gone,
        "with near-duplicates": summary.duplicates,
        "empty": summary.statuses["empty"],
        "not Indonesian": summary.statuses["not_indonesian"],
        "failed": summary.statuses["failed"],
    }
    return ", ".join(f"{number:,} {what}" for what, number in numbers.items() if number)


def print_json(summary: Summary) -> None:
    """The same for scripts: one JSON object on standard output."""
    record = {
        "out": str(summary.folder),
        "articles": dict(summary.statuses),
        "found": summary.found,
        "gone": summary.gone,
        "duplicates": summary.duplicates,
        "words": summary.words,
        "new_words": summary.new_words,
        "cpu_seconds": round(summary.seconds, 2),
        "rows": {name: summary.rows[name] for name in TABLES},
    }
    print(json.dumps(record))


def _example(place: Path, name: str) -> str:
    """A typical row of a table, in short: the surest one of the first rows."""
    columns = {"persons": "name", "entities": "name", "facts": "text"}
    table = read_table(place, name).slice(0, 400)
    if not table.num_rows:
        return ""
    if "confidence" in table.column_names:
        table = table.sort_by([("confidence", "descending")])
    return escape(" ".join(str(table[columns.get(name, "text")][0].as_py()).split())[:60])


def errors_of(place: Path) -> pd.DataFrame:
    """The table ``errors`` of a run."""
    return frame(read_table(place, "errors"))


def print_errors(errors: pd.DataFrame, place: Path) -> None:
    """The first errors on standard error, and where the rest stand."""
    console = Console(stderr=True, soft_wrap=True, highlight=False)
    for row in errors.head(_LISTED).itertuples():
        console.print(Text.assemble((f"{row.error_type}: ", "red"), visible(f"{row.source}: {row.message}")))
    if len(errors) > _LISTED:
        console.print(f"… and {len(errors) - _LISTED:,} more")
    if len(errors):
        where = next(iter(sorted(place.glob("errors*"))), place)
        console.print(f"{count(len(errors), 'error')}, listed in {where}")


def to_json(tables: Tables) -> str:
    """All tables as one JSON object, table name → list of rows; days are ISO 8601, whole numbers have no fraction."""
    rows = {name: table.to_pylist() for name, table in tables.arrow.items()}
    return json.dumps(rows, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: object) -> int | float | str:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


def print_info(*, as_json: bool = False) -> None:
    """Versions, the model and the lexicon."""
    from pipeline.extraction import MODEL

    meta = folder("models") / MODEL / "meta.json"
    sizes = {place.stem: _entries(place) for place in sorted(folder("data").glob("*.tsv"))}
    own = own_lexicon()
    state = {
        "berita-pipeline": __version__,
        "python": platform.python_version(),
        "spacy": version("spacy"),
        "model": str(meta.parent) if meta.is_file() else None,
        "own_lexicon": str(own) if own else None,
        "lexicon": sizes,
    }
    if as_json:
        print(json.dumps(state, indent=2))
        return
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"berita-pipeline {__version__} · Python {state['python']} · spaCy {state['spacy']}")
    console.print(f"model {MODEL} {'at ' + str(state['model']) if state['model'] else 'is missing'}")
    if own:
        console.print(f"own lexicon at {own}")
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("lexicon")
    table.add_column("entries", justify="right")
    for name, size in sizes.items():
        table.add_row(name, f"{size:,}")
    console.print(table)


def _entries(place: Path) -> int:
    with place.open(encoding="utf-8") as lines:
        return sum(1 for _ in lines) - 1


__all__ = ["errors_of", "print_errors", "print_info", "print_summary", "progress", "to_json"]
