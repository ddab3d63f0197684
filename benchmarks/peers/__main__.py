"""Measure the pipeline and its peers on the same text; docs/peers.md has the result.

python -m benchmarks.peers                              all of them, on the articles of seeds/
python -m benchmarks.peers --spans FILE                 and on 60 articles of a file in the scheme of PFSA-ID
python -m benchmarks.peers --only dates.heideltime      one of them; repeatable
python -m benchmarks.peers --write                      the tables into docs/peers.md, between its two marks

It needs an environment of its own:

python -m venv .venv-peers
.venv-peers/bin/pip install -e . -r benchmarks/peers/requirements.txt
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from benchmarks.peers import table
from benchmarks.peers.run import measure

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "peers.md"
MARKS = ("<!-- measured by benchmarks/peers -->", "<!-- end of what was measured -->")


def main() -> None:
    """Run the command."""
    options = _options()
    if options.run:
        task, peer = options.run.split(".")
        print(json.dumps(measure(task, peer, options.spans, options.sample, options.seed)))
        return
    results = {}
    for name in options.only or table.PEERS:
        print(f"… {name}", file=sys.stderr)
        results[name] = _measured_apart(name)
    written = table.markdown(results)
    print(written)
    if options.write:
        write(written)


def write(tables: str) -> None:
    """Put `tables` between the marks of docs/peers.md."""
    page = PAGE.read_text(encoding="utf-8")
    head, tail = page.partition(MARKS[0])[0], page.partition(MARKS[1])[2]
    PAGE.write_text(f"{head}{MARKS[0]}\n\n{tables}\n\n{MARKS[1]}{tail}", encoding="utf-8")


def _measured_apart(name: str) -> table.Result | None:
    """What a process of its own on one thread measures; ``None`` if it fails, for a reason that it prints itself."""
    command = [sys.executable, "-m", "benchmarks.peers", "--run", name, *sys.argv[1:]]
    one_thread = dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ, **one_thread}, check=False
    )
    return json.loads(done.stdout.splitlines()[-1]) if done.returncode == 0 else None


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description="The pipeline beside its peers.")
    parser.add_argument("--spans", type=Path, metavar="FILE", help="a file in the scheme of PFSA-ID")
    parser.add_argument("--sample", type=int, default=60, help="how many of its articles to draw (default: 60)")
    parser.add_argument("--seed", type=int, default=9, help="of the draw (default: 9)")
    parser.add_argument("--only", action="append", choices=table.PEERS, metavar="TASK.PEER", help="one of several")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.name}")
    parser.add_argument("--run", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
