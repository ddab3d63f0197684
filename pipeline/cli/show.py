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
) -> None:
    """Show one article with what is found in it marked in colour, and the tables below."""
    from itertools import islice

    from pipeline.extraction import extract, load
    from pipeline.readers import Article, Failure, prepare
    from pipeline.readers.sources import scan_path
    from pipeline.views.article import print_article

    failures: list[Failure] = []

    def articles() -> Iterator[Article]:
        for item in scan_path(file):
            if isinstance(item, Article):
                yield item
            else:
                failures.append(item)

    article = next(islice(articles(), number - 1, None), None)
    for failure in failures:
        typer.echo(f"berita: {failure.source}: {failure.message}", err=True)
    if article is None:
        usage(f"{file} holds no article number {number}" if not failures else "nothing to show")
    else:
        print_article(extract(load(profile.value), prepare(article)).rows)
