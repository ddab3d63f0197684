"""Terminal views: progress, the summary of a run, one article with its extractions in colour, and the state of the
installation."""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Iterator, Sequence
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
from pipeline.tables import frame
from pipeline.version import __version__

LAYERS = {
    "quotes": "on grey19",
    "person_mentions": "bold green",
    "roles": "yellow",
    "figures": "magenta",
    "dates": "cyan",
}
"""Table → style of its spans; later layers are painted over earlier ones."""
SHOWN = {
    "dates": ["text", "type", "value", "anchor", "modifier"],
    "persons": ["name", "honorific", "pre_title", "post_title", "gender", "is_official", "n_mentions"],
    "roles": ["person", "position", "unit", "organization", "region", "status"],
    "figures": ["text", "kind", "value", "unit", "counted", "modifier"],
    "quotes": ["speaker", "cue", "kind", "attribution", "content"],
}
"""Table → the columns that ``berita show`` prints; the text itself stands above them."""
_WIDEST = 60  # characters of a cell
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
        TextColumn("{task.completed:,} articles"),
        *known,
        TextColumn("[dim]{task.fields[rates]}"),
        TextColumn("[red]{task.fields[errors]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), disable=quiet, transient=True) as bar:
        task = bar.add_task("", total=total, rates="loading", errors="")

        def advance(summary: Summary) -> None:
            seconds = bar.tasks[task].elapsed or 1
            new = summary.articles - summary.found
            rates = f"{new / seconds:,.0f} articles/s · {summary.new_words / seconds:,.0f} words/s"
            errors = f"{summary.rows['errors']:,} errors" if summary.rows["errors"] else ""
            most = max(total, summary.articles) if total else None
            bar.update(task, completed=summary.articles, total=most, rates=rates, errors=errors)

        yield advance


def print_summary(summary: Summary) -> None:
    """What a run found, and where it lies."""
    console = Console()
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("table", min_width=max(map(len, TABLES)))
    table.add_column("rows", justify="right", min_width=7)
    table.add_column("for example", style="dim", overflow="ellipsis", no_wrap=True)
    for name in TABLES:
        if name not in ("articles", "sentences", "errors"):
            table.add_row(name, f"{summary.rows[name]:,}", _example(summary.folder, name))
    other = ", ".join(
        f"{count:,} {status.replace('_', ' ')}" for status, count in summary.statuses.items() if status != "ok"
    )
    if summary.duplicates:
        other = f"{summary.duplicates:,} near-duplicates" + (f", {other}" if other else "")
    if summary.found:
        other = f"{summary.found:,} done before" + (f", {other}" if other else "")
    head = f"[bold]{summary.articles:,} articles[/], {summary.words:,} words" + (f" [dim]({other})[/]" if other else "")
    console.print(Panel.fit(table, title=head, title_align="left", border_style="dim", padding=(1, 2)))
    place = escape(str(summary.folder))
    console.print(f"Tables are in [bold]{place}[/]; in Python:", soft_wrap=True)
    console.print(f"  [cyan]pipeline.Tables.load({place!r}).facts[/]\n", soft_wrap=True)


def print_json(summary: Summary) -> None:
    """The same for scripts: one JSON object on standard output."""
    record = {
        "out": str(summary.folder),
        "articles": dict(summary.statuses),
        "found": summary.found,
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
    return " ".join(str(table[columns.get(name, "text")][0].as_py()).split())[:60]


def errors_of(place: Path) -> pd.DataFrame:
    """The table ``errors`` of a run."""
    return frame(read_table(place, "errors"))


def print_errors(errors: pd.DataFrame, place: Path) -> None:
    """The first errors on standard error, and where the rest stand."""
    console = Console(stderr=True, soft_wrap=True, highlight=False)
    for row in errors.head(_LISTED).itertuples():
        console.print(Text.assemble((f"{row.error_type}: ", "red"), f"{row.source}: {row.message}"))
    if len(errors) > _LISTED:
        console.print(f"… and {len(errors) - _LISTED:,} more")
    if len(errors):
        where = next(iter(sorted(place.glob("errors*"))), place)
        console.print(f"{len(errors):,} inputs or stages failed; all are listed in {where}")


def print_article(tables: Tables, console: Console | None = None) -> None:
    """One article: its text with every extraction in its layer's colour, then the tables.

    Args:
        console: where to print; standard output without one.
    """
    console = console or Console()
    article = tables.arrow["articles"].to_pylist()[0]
    if article["status"] != "ok":
        console.print(f"[red]{article['status'].replace('_', ' ')}[/] {article['error'] or ''}")
        return
    console.print(Text.assemble(*((f" {name.replace('_', ' ')} ", style) for name, style in LAYERS.items())))
    text = Text(article["text"])
    for name, style in LAYERS.items():
        for row in tables.arrow[name].select(["start_char", "end_char"]).to_pylist():
            text.stylize(style, row["start_char"], row["end_char"])
    head = " · ".join(part for part in (article["title"], article["outlet"], article["published_at"]) if part)
    console.print(Panel(text, title=Text(head) if head else None, title_align="left", border_style="dim"))
    for name, columns in SHOWN.items():
        _print_frame(console, name, _readable(name, tables)[columns])


def _readable(name: str, tables: Tables) -> pd.DataFrame:
    """A table as a person reads it: names in place of ids, a figure's range and currency in one cell each."""
    rows = tables[name].copy()
    names = dict(zip(tables.persons["person_id"], tables.persons["name"], strict=True))
    if name == "roles":
        rows["person"] = rows["person_id"].map(names)
        rows["region"] = rows["region"] + (" (" + rows["region_code"] + ")").fillna("")
    if name == "figures":
        spread = [f"{low} – {high}" for low, high in zip(rows["value_low"], rows["value_high"], strict=True)]
        rows["value"] = rows["value"].where(rows["value"].notna(), spread)
        rows["unit"] = rows["currency"].fillna(rows["unit"])
    if name == "quotes":
        rows["speaker"] = rows["speaker_id"].map(names).fillna(rows["speaker_text"])
    return rows


def _print_frame(console: Console, table_name: str, rows: pd.DataFrame) -> None:
    """A frame as a terminal table, a line a row; columns without a value are left out."""
    rows = rows.dropna(axis="columns", how="all")
    if rows.empty:
        console.print(Text(f"{table_name}: none\n", style="dim"))
        return
    table = Table(
        title=f"{table_name} ({len(rows)})", title_justify="left", title_style="bold", box=None, pad_edge=False
    )
    table.header_style = "dim"
    cells = {name: [_cell(value) for value in rows[name]] for name in rows.columns}
    lengths = [min(_WIDEST, max(map(len, (name, *values)))) for name, values in cells.items()]
    for name, width in zip(cells, _shared(lengths, console.width - 2 * len(lengths)), strict=True):
        table.add_column(name, no_wrap=True, overflow="ellipsis", width=width)
    for row in zip(*cells.values(), strict=True):
        table.add_row(*map(Text, row))
    console.print(table)
    console.print()


def _cell(value: object) -> str:
    return "" if pd.isna(value) else " ".join(str(value).split())  # type: ignore[call-overload]


def _shared(lengths: Sequence[int], room: int) -> list[int]:
    """Column widths that fit in `room`: the widest columns give way first."""
    widths = list(lengths)
    while sum(widths) > room and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    return widths


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


__all__ = ["errors_of", "print_article", "print_errors", "print_info", "print_summary", "progress", "to_json"]
