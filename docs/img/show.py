"""Draw the picture of the README: ``python docs/img/show.py`` writes what ``berita show`` prints to ``show.svg``."""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI

from pipeline import load, read
from pipeline.extraction import extract
from pipeline.readers import prepare
from pipeline.views.article import print_article

HERE = Path(__file__).parent
ARTICLE = HERE.parent.parent / "seeds" / "01-oki-pelatihan.txt"


def main() -> None:
    """Write the picture beside this file."""
    console = Console(record=True, width=132, file=io.StringIO(), force_terminal=True)
    (article,) = read(ARTICLE)
    print_article(extract(load(), prepare(article)).rows, console)
    (HERE / "show.svg").write_text(
        console.export_svg(title=f"berita show seeds/{ARTICLE.name}", theme=MONOKAI), "utf-8"
    )


if __name__ == "__main__":
    main()
