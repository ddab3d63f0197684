"""Every line ``$ berita …`` of the documentation is a command that exists, and works where a test can run it."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import typer.main
from click import Context, UsageError
from typer.testing import CliRunner

from pipeline.cli import app

ROOT = Path(__file__).parents[2]
CONSOLE = re.compile(r"^```(?:console|bash)\n(.*?)^```", re.MULTILINE | re.DOTALL)
PROMPT = re.compile(r"^(?:host\d)?\$ ")
COMMAND = re.compile(r"(?:[A-Z_]+=\S+ |[^#|]*\| )?berita [a-z]+(?: [^:]|$)")
ELSEWHERE = {  # what a line holds → what it needs that the tests of that feature bring
    "--scheduler": "a cluster",
    "--backend stanza": "Stanza",
    "postgresql://": "a server",
    "--open": "a desktop",
    "berita review tables/ --export": "articles reviewed to the end",
    "gold.jsonl --against": "tables of the same articles",
    "compare before/ after/ --gold": "tables of the same articles",
    "|| echo": "a failure",
    "gagal.csv": "the line before it",
}


@dataclass(frozen=True)
class Line:
    """A command of a page, and the message that the page shows below it."""

    page: Path
    command: str
    message: str | None

    def __str__(self) -> str:
        return f"{self.page.stem}-{self.command.splitlines()[-1]}"

    @property
    def runs(self) -> bool:
        return not any(part in self.command for part in ELSEWHERE)

    @property
    def is_shell(self) -> bool:
        """Whether it takes a shell: pipes, redirections, other programs."""
        words = shlex.split(self.command, comments=True)
        return words[0] != "berita" or any(word in ("|", "<", ">", ">>", "||", "&&") for word in words)


def lines_of(page: Path) -> list[Line]:
    """The commands of a page; what a block does before with `mkdir` and `printf` belongs to the command."""
    found = []
    for block in CONSOLE.findall(page.read_text(encoding="utf-8")):
        before: list[str] = []
        shown = block.splitlines()
        for written, below in zip(shown, [*shown[1:], ""], strict=True):
            command = PROMPT.sub("", written)
            if COMMAND.match(command):
                message = below if below.startswith("berita: ") else None
                found.append(Line(page, "\n".join([*before, command]), message))
            elif command.startswith(("mkdir", "printf")):
                before.append(command)
    return found


PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]  # README.id.md has the commands of README.md
LINES = [line for page in PAGES for line in lines_of(page)]
RUNNING = [line for line in LINES if line.runs]


@cache
def copied(page: Path, workspace: Path) -> Path:
    """A workspace of the page's own, in which its lines run one after the other; a page that does not write tables
    takes it that they are there."""
    place = workspace.with_name(f"{workspace.name}-{page.stem}")
    shutil.copytree(workspace, place, symlinks=True)
    if not any("--out tables/" in line.command for line in lines_of(page)):
        shutil.copytree(place / "out", place / "tables")
    return place


@pytest.mark.parametrize("line", LINES, ids=str)
def test_is_a_command(line: Line) -> None:
    words = shlex.split(line.command.partition("berita ")[2], comments=True)
    words = words[: next((number for number, word in enumerate(words) if word in ("|", "<", ">", "||")), None)]
    group = typer.main.get_command(app)
    try:
        with group.make_context("berita", words) as context:
            name, command, rest = group.resolve_command(context, words)  # type: ignore[attr-defined]
            command.make_parser(Context(command, info_name=name)).parse_args(args=rest)
    except UsageError as error:
        pytest.fail(f"{line.page.name}: {line.command}: {error.format_message()}")
    assert name in group.commands  # type: ignore[attr-defined]


@pytest.mark.parametrize("line", RUNNING, ids=str)
def test_runs(line: Line, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copied(line.page, workspace))
    if line.is_shell:
        code, output = in_shell(line.command)
    else:
        words = shlex.split(line.command, comments=True)[1:]
        result = CliRunner().invoke(app, words, catch_exceptions=False)
        code, output = result.exit_code, result.output
    assert code == (2 if line.message else 0), output
    assert (line.message or "") in output


def in_shell(command: str) -> tuple[int, str]:
    """The exit code and output of a line in a shell that knows ``berita``."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    berita = f'berita() {{ {shlex.quote(sys.executable)} -m pipeline "$@"; }}'
    done = subprocess.run(["bash", "-c", f"{berita}\n{command}"], capture_output=True, text=True, check=False, env=env)
    return done.returncode, done.stdout + done.stderr
