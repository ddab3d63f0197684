"""Does every line of the lexicon show in what is extracted? Each entry of ``data/*.tsv`` is dropped once:
``python -m benchmarks.mutation [FILE ...]`` says, of each file, how many losses change what is found.

The entries are dealt into `HEAPS`; one start of the pipeline without a heap tells all of its entries apart, each by the
first of its texts (`benchmarks.effects`) in which something else is found than with the whole lexicon. As that may come
of another entry of the heap, they are dealt twice, and a text counts that tells in both. All 17,600 take ten minutes.
``--sample 200`` drops so many, one at a time.

``tests/lexicon/effects`` holds the lexicon to what was measured: one line an entry, with the text that tells it apart
and what is found there. ``--refresh`` brings it up to date after a change of lexicon or rules: what is found now in the
texts that it has, and texts for new entries. ``--write`` chooses all texts anew. Read the difference either way.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import effects
from pipeline.lexicon import read

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
LISTED = ROOT / "tests" / "lexicon" / "effects"
HEADER = ("entry", "text", "found")
HEAPS = 20


@dataclass(slots=True)
class Line:
    """An entry by its place in its file, its texts, and what is found in them with and without it."""

    file: str
    place: int
    key: str
    texts: Sequence[str]
    found: Sequence[str] = ()
    without: Sequence[Sequence[str]] = ()
    """What is found without it, a row for each deal."""

    @property
    def telling(self) -> int | None:
        """The first text in which something else is found without the entry, whatever else is missing."""
        rows = zip(self.found, zip(*self.without, strict=True), strict=True)
        return next((number for number, (found, without) in enumerate(rows) if found not in without), None)


def lines(files: Collection[str]) -> list[Line]:
    """The lines of `files`, in order."""
    return [
        Line(file, place, effects.key(entry), effects.texts(file, entry))
        for file, kind in sorted(effects.files().items())
        if file in files
        for place, entry in enumerate(read(file, kind), start=1)
    ]


def found_by(project: Path, of: Sequence[Line]) -> list[Sequence[str]]:
    """What the code and lexicon of `project` find in the texts of each line.

    Raises:
        subprocess.CalledProcessError: it does not run.
    """
    asked = json.dumps([(line.file, text) for line in of for text in line.texts])
    environment = {**os.environ, "PYTHONPATH": str(project), "XDG_CACHE_HOME": str(project / ".cache")}
    command = [sys.executable, "-m", "benchmarks.effects"]
    done = subprocess.run(
        command, cwd=project, env=environment, input=asked, stdout=subprocess.PIPE, text=True, check=True
    )
    answers = iter(json.loads(done.stdout))
    return [[next(answers) for _ in line.texts] for line in of]


def measure(of: Sequence[Line], heaps: int, place: Path) -> None:
    """Fill in what is found with and without each line, working in a copy of the project at `place`."""
    for folder in ("pipeline", "benchmarks", "data"):
        shutil.copytree(ROOT / folder, place / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (place / "models").symlink_to(ROOT / "models")
    for line, found in zip(of, found_by(place, of), strict=True):
        line.found = found
    for line in of:
        line.without = []
    deals = 2 if heaps < len(of) else 1
    for deal in range(deals):
        dealt = random.Random(deal).sample(of, len(of))
        for heap in range(heaps):
            dropped = dealt[heap::heaps]
            _drop(dropped, place / "data")
            for line, without in zip(dropped, found_by(place, dropped), strict=True):
                line.without = [*line.without, without]
            print(f"\r{deal * heaps + heap + 1} of {deals * heaps}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


def _drop(dropped: Sequence[Line], folder: Path) -> None:
    """Write all files anew without `dropped`."""
    places = {(line.file, line.place) for line in dropped}
    for file in effects.files():
        whole = (DATA / f"{file}.tsv").read_text(encoding="utf-8").splitlines(keepends=True)
        kept = (row for number, row in enumerate(whole) if (file, number) not in places)
        (folder / f"{file}.tsv").write_text("".join(kept), encoding="utf-8")


def summary(of: Sequence[Line]) -> Table:
    """The share of each file's entries whose loss shows, and some of the others."""
    table = Table("file", "entries", "shown", "share", "not shown", box=None)
    for file in dict.fromkeys(line.file for line in of):
        table.add_row(file, *_shares([line for line in of if line.file == file]))
    table.add_row("all", *_shares(of)[:3])
    return table


def _shares(of: Sequence[Line]) -> list[str]:
    hidden = [line.key for line in of if line.telling is None]
    shown = len(of) - len(hidden)
    return [f"{len(of):,}", f"{shown:,}", f"{shown / len(of):.1%}", ", ".join(hidden)]


def listed(file: str) -> list[tuple[str, str, str]]:
    """The entries of a file as the tests know them: key, text, what is found in it."""
    place = LISTED / f"{file}.tsv"
    rows = place.read_text(encoding="utf-8").splitlines()[1:] if place.exists() else []
    return [(entry, text, found) for entry, text, found in (row.split("\t") for row in rows)]


def write(file: str, rows: Iterable[tuple[str, str, str]]) -> None:
    """Write what `listed` reads."""
    lines = "".join("\t".join(row) + "\n" for row in [HEADER, *rows])
    (LISTED / f"{file}.tsv").write_text(lines, encoding="utf-8")


def refreshed(file: str, place: Path) -> list[tuple[str, str, str]]:
    """The list of a file up to date: known entries with what is found now, new ones by what tells them apart."""
    known = listed(file)
    kept: dict[int, str] = {}
    of = lines([file])
    for line in of:
        row = next((row for row in known if row[0] == line.key and row[1] in line.texts), None)
        if row is not None:
            known.remove(row)
            kept[line.place] = row[1]
    new = [line for line in of if line.place not in kept]
    if new:
        measure(new, min(HEAPS, 1 + len(new) // 20), place)
    return [
        (line.key, kept[line.place], effects.effect(file, kept[line.place])) if line.place in kept else _told(line)
        for line in of
    ]


def _told(line: Line) -> tuple[str, str, str]:
    """A line by the text that tells it apart, the first where none does."""
    number = line.telling or 0
    return line.key, line.texts[number], line.found[number]


def main() -> None:
    """Drop every line of the files asked for."""
    every = sorted(effects.files())
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", metavar="FILE", help="stems of files in data/ (default: all)")
    parser.add_argument("--sample", type=int, metavar="N", help="so many entries, drawn at random and dropped alone")
    parser.add_argument("--write", action="store_true", help=f"write {LISTED.relative_to(ROOT)} anew")
    parser.add_argument("--refresh", action="store_true", help="bring it up to date, with the texts it has")
    options = parser.parse_args()
    if unknown := set(options.files) - set(every):
        parser.error(f"no such files in data/: {', '.join(sorted(unknown))}")
    if options.write and options.sample:
        parser.error("a sample is not all that --write should write")
    files = options.files or every
    if options.refresh:
        for file in files:
            with tempfile.TemporaryDirectory() as folder:
                write(file, refreshed(file, Path(folder)))
        return
    dropped = lines(files)
    if options.sample:
        dropped = sorted(random.Random(0).sample(dropped, options.sample), key=lambda line: (line.file, line.place))
    with tempfile.TemporaryDirectory() as folder:
        measure(dropped, options.sample or HEAPS, Path(folder))
    Console(width=150).print(summary(dropped))
    if options.write:
        for file in files:
            write(file, [_told(line) for line in dropped if line.file == file])


if __name__ == "__main__":
    main()
