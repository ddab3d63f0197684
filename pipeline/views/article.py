"""One article in the terminal: its text with every extraction in its layer's colour, then the tables.

In: the rows of one article by table name. Neither pandas nor Arrow is loaded for so few of them, which halves the wait.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

LAYERS = {
    "quotes": "on grey19",
    "person_mentions": "bold green",
    "roles": "yellow",
    "figures": "magenta",
    "dates": "cyan",
}
"""Table → style of its spans; later layers are painted over earlier ones."""
SHOWN = {
    "dates": ("text", "type", "value", "anchor", "modifier"),
    "persons": ("name", "honorific", "pre_title", "post_title", "gender", "is_official", "n_mentions"),
    "roles": ("person", "position", "unit", "organization", "region", "status"),
    "figures": ("text", "kind", "value", "unit", "counted", "modifier"),
    "quotes": ("speaker", "cue", "kind", "attribution", "content"),
}
"""Table → the columns that are printed; the text itself stands above them."""
_WIDEST = 60  # characters of a cell


def print_article(rows: Mapping[str, Sequence[Any]], console: Console | None = None) -> None:
    """Print one article.

    Args:
        rows: what `extraction.extract` found in it, rows of `pipeline.schema` by table.
        console: where to print; standard output without one.
    """
    console = console or Console()
    (article,) = rows["articles"]
    if article.status != "ok":
        console.print(f"[red]{article.status.replace('_', ' ')}[/] {article.error or ''}")
        return
    console.print(Text.assemble(*((f" {name.replace('_', ' ')} ", style) for name, style in LAYERS.items())))
    text = Text(article.text)
    for name, style in LAYERS.items():
        for row in rows[name]:
            text.stylize(style, row.start_char, row.end_char)
    head = " · ".join(part for part in (article.title, article.outlet, article.published_at) if part)
    console.print(Panel(text, title=Text(head) if head else None, title_align="left", border_style="dim"))
    names = {person.person_id: person.name for person in rows["persons"]}
    for name, columns in SHOWN.items():
        _print_table(console, name, columns, [_readable(name, row, names) for row in rows[name]])


def _readable(name: str, row: Any, names: Mapping[str | None, str]) -> dict[str, str]:
    """The cells of a row as a person reads them: names in place of ids, a figure's range and currency in one each."""
    cells: dict[str, Any] = {column: getattr(row, column, None) for column in SHOWN[name]}
    match name:
        case "roles":
            cells["person"] = names.get(row.person_id)
            cells["region"] = " ".join(filter(None, (row.region, row.region_code and f"({row.region_code})")))
        case "figures":
            cells["value"] = f"{row.value_low:f} – {row.value_high:f}" if row.value is None else f"{row.value:f}"
            cells["unit"] = row.currency or row.unit
        case "quotes":
            cells["speaker"] = names.get(row.speaker_id, row.speaker_text)
    return {column: "" if value is None else " ".join(str(value).split()) for column, value in cells.items()}


def _print_table(console: Console, name: str, columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> None:
    """A table, a line a row; columns without a value are left out."""
    if not rows:
        console.print(Text(f"{name}: none\n", style="dim"))
        return
    table = Table(title=f"{name} ({len(rows)})", title_justify="left", title_style="bold", box=None, pad_edge=False)
    table.header_style = "dim"
    cells = {column: values for column in columns if any(values := [row[column] for row in rows])}
    lengths = [min(_WIDEST, max(map(len, (column, *values)))) for column, values in cells.items()]
    for column, width in zip(cells, _shared(lengths, console.width - 2 * len(lengths)), strict=True):
        table.add_column(column, no_wrap=True, overflow="ellipsis", width=width)
    for row in zip(*cells.values(), strict=True):
        table.add_row(*map(Text, row))
    console.print(table)
    console.print()


def _shared(lengths: Sequence[int], room: int) -> list[int]:
    """Column widths that fit in `room`: the widest columns give way first."""
    widths = list(lengths)
    while sum(widths) > room and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    return widths
