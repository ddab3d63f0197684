"""``berita show``: one article in the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from pipeline.cli.options import ProfileName, ProfileOption, usage


def show(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A file of one or more articles, or - for standard input.")
    ],
    number: Annotated[int, typer.Option("--number", "-n", min=1, help="Which article of the file to show.")] = 1,
    profile: ProfileOption = ProfileName.default,
    as_json: Annotated[bool, typer.Option("--json", help="Print the article's tables as one JSON object.")] = False,
) -> None:
    """Show one article with what is found in it marked in colour, and the tables below."""
    from itertools import islice

    from pipeline.extraction import extract, load
    from pipeline.readers import Article, Failure, prepare
    from pipeline.readers.sources import scan_path
    from pipeline.views.article import print_article
    from pipeline.views.visible import visible

    failures: list[Failure] = []
    seen = 0

    def articles() -> Iterator[Article]:
        nonlocal seen
        for item in scan_path(file):
            if isinstance(item, Article):
                seen += 1
                yield item
            else:
                failures.append(item)

    article = next(islice(articles(), number - 1, None), None)
    for failure in failures:
        typer.echo(visible(f"berita: {failure.source}: {failure.message}{_instead(failure.source)}"), err=True)
    if article is None and seen:
        usage(f"{file} holds no article number {number}; the last is {seen}")
    if article is None:
        raise typer.Exit(2)
    if as_json:
        from pipeline.api import extract as extract_tables
        from pipeline.views.terminal import to_json

        typer.echo(to_json(extract_tables(article, profile=profile.value)))
    else:
        print_article(extract(load(profile.value), prepare(article)).rows)


def _instead(path: str) -> str:
    """The path of a like name, should `path` be a slip of the keyboard."""
    from difflib import get_close_matches
    from pathlib import Path

    folder = Path(path).parent
    if Path(path).exists() or not folder.is_dir():
        return ""
    names = [place.name for place in folder.iterdir()]
    wanted = Path(path).name
    begun = sorted(name for name in names if name.startswith(Path(path).stem))
    near = get_close_matches(wanted, names, n=1) or begun
    return f"; did you mean {folder / near[0]}?" if near else ""
