"""Do the tests hold the lexicon? Lines of ``data/*.tsv`` are dropped one at a time, and the tests are run on each loss:
``python -m benchmarks.mutation --sample 20``.

Works in a copy of the project, so that nothing here changes. Prints each loss that no test noticed, and the share that
some test did. Lists of plain words (`PLAIN`) are left out: there one word more or less is not what tests are about.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PLAIN = {"capital_words", "given_names", "phrase_words", "quote_words", "region_aliases", "organizations"}
TESTS = ("tests/lexicon", "tests/stages", "tests/language", "tests/linking", "tests/readers", "tests/quality")
_LEFT_OUT = shutil.ignore_patterns(".git", ".venv*", ".*_cache", ".hypothesis", "__pycache__", "out")


def noticed(project: Path, tests: list[str]) -> bool:
    """Whether a test of `project` fails.

    Raises:
        RuntimeError: pytest could not run them.
    """
    environment = {**os.environ, "PYTHONPATH": str(project), "XDG_CACHE_HOME": str(project / ".cache")}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1, 2):  # 2: the loss already breaks the import
        raise RuntimeError(done.stdout[-2000:] + done.stderr[-2000:])
    return done.returncode != 0


def main() -> None:
    """Drop a sample of lines, one after another."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sample", type=int, default=20, help="how many lines")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--tests", nargs="*", default=list(TESTS), help="what to run on each loss")
    options = parser.parse_args()
    lines = [
        (place.name, number)
        for place in sorted((ROOT / "data").glob("*.tsv"))
        if place.stem not in PLAIN
        for number in range(1, len(place.read_text(encoding="utf-8").splitlines()))
    ]
    sample = random.Random(options.seed).sample(lines, min(options.sample, len(lines)))
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder, "project")
        shutil.copytree(ROOT, project, ignore=_LEFT_OUT)
        if noticed(project, options.tests):
            sys.exit("the tests fail before anything is dropped")
        for name, number in sample:
            place = project / "data" / name
            whole = place.read_text(encoding="utf-8")
            rows = whole.splitlines(keepends=True)
            lost = rows.pop(number)
            place.write_text("".join(rows), encoding="utf-8")
            if noticed(project, options.tests):
                found += 1
            else:
                print(f"not noticed: {name}: {lost.split(chr(9))[0].strip()}", flush=True)
            place.write_text(whole, encoding="utf-8")
    print(f"{found} of {len(sample)} losses noticed ({found / len(sample):.0%})")


if __name__ == "__main__":
    main()
