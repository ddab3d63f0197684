"""``berita review``: accept, reject and correct what was extracted, in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import usage
from pipeline.wording import count

if TYPE_CHECKING:
    from pipeline.results import Tables
    from pipeline.review.session import Session


def review(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder of tables that berita extract wrote.")],
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="Port; 0 takes any free one.")] = 0,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    reviewer: Annotated[
        str | None, typer.Option("--reviewer", help="Who reviews, as the ledger shall say; your login without it.")
    ] = None,
    export: Annotated[
        Path | None,
        typer.Option(
            "--export", metavar="GOLD_DIR", help="Write the articles reviewed to the end as gold files, and stop."
        ),
    ] = None,
    orphaned: Annotated[
        bool, typer.Option("--orphaned", help="List the decisions that no row answers to any more, and stop.")
    ] = False,
) -> None:
    """Review a run in the browser: accept, reject and correct rows.

    Decisions go to OUT/corrections.jsonl, and the tables stay as they are. In Python, Tables.load(OUT).reviewed() lays
    the decisions over them, after a new run of berita extract, too.
    """
    from pipeline.corrections import NAME, Ledger, LedgerError
    from pipeline.results import Tables

    try:
        tables = Tables.load(out)
        if orphaned:
            _list_orphaned(tables, out)
        elif export:
            _export(tables, out, export)
        else:
            from pipeline.review.session import Session

            with Ledger(out / NAME) as ledger:
                _serve(Session(tables, ledger, reviewer or _login()), out, port, open_browser)
    except (FileNotFoundError, LedgerError) as error:
        usage(str(error))


def _login() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError):
        return "unknown"


def _serve(session: Session, out: Path, port: int, open_browser: bool) -> None:
    from pipeline.review.server import ReviewServer

    state = session.overview()
    try:
        server = ReviewServer(session, port)
    except OSError as error:
        usage(f"cannot listen on port {port}: {error.strerror}; choose another with --port")
    total, decided = (sum(article[name] for article in state["articles"]) for name in ("rows", "decided"))
    typer.echo(f"{out}: {count(len(state['articles']), 'article')}, {decided:,} of {total:,} rows decided")
    if state["orphaned"]:
        typer.echo(f"{len(state['orphaned']):,} decisions have lost their row; list them with --orphaned")
    typer.echo(f"Review them at\n\n  {server.address}\n\nCtrl-C ends.")
    if open_browser:
        typer.launch(server.address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        decided = sum(article["decided"] for article in session.overview()["articles"])
        typer.echo(f"\n{decided:,} of {total:,} rows decided; all of it is in {out / 'corrections.jsonl'}")
    finally:
        server.server_close()


def _list_orphaned(tables: Tables, out: Path) -> None:
    from pipeline.corrections import NAME, read, replay

    orphans = replay(tables.arrow, read(out / NAME)).orphaned
    for orphan in orphans:
        entry = orphan.entry
        typer.echo(f"{entry.article_id} {entry.table} {entry.decision} {entry.text!r}: {orphan.reason}")
    typer.echo(f"{len(orphans):,} decisions without a row; all stay in {out / NAME}", err=True)


def _export(tables: Tables, out: Path, folder: Path) -> None:
    from pipeline.corrections import NAME, read, replay
    from pipeline.review.gold import export
    from pipeline.review.progress import undecided

    entries = read(out / NAME)
    outcome = replay(tables.arrow, entries)
    done = export(tables.reviewed(), folder, undecided=undecided(tables.arrow, outcome.decided))
    for name, reason in done.skipped.items():
        typer.echo(f"left out {name}: {reason}", err=True)
    typer.echo(f"{len(done.written):,} gold files in {folder}")
    if not done.written:
        usage("no article is reviewed to the end yet; in the review, Shift+A accepts the rest of an article")
