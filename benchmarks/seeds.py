"""How right the pipeline is on the articles of ``seeds/``, whose gold is in ``seeds/gold``, and what changed.

python -m benchmarks.seeds                           the rows gained and lost since the floors were pinned
python -m benchmarks.seeds --profile fast            for one profile
python -m benchmarks.seeds --scores                  precision, recall and F1 of every measure, too
python -m benchmarks.seeds --errors roles            the misses of one table, too
python -m benchmarks.seeds --write-floors            raise the floors of tests/quality to what was reached
"""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from pipeline import extract
from pipeline.evaluation import Evaluation, evaluate
from pipeline.evaluation.floors import miss_lines, read_floors, read_misses, write_floors
from pipeline.evaluation.gold import digest
from pipeline.evaluation.measures import RIGHT
from pipeline.evaluation.report import listing, scores_table
from pipeline.extraction import Profile

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
GOLD = SEEDS / "gold"
FLOORS = ROOT / "tests" / "quality" / "floors.toml"
MISSES = FLOORS.with_name("misses.tsv")
PROFILES: tuple[Profile, ...] = ("fast", "default")


def measure(profile: Profile) -> Evaluation:
    """The outcome on all seeds."""
    return evaluate(extract(str(SEEDS), profile=profile), GOLD)


def main() -> None:
    """Run the command."""
    options = _options()
    floors, pinned = read_floors(FLOORS), read_misses(MISSES)
    kept = [line for line in pinned if options.profile and not line.startswith(f"{options.profile}\t")]
    for profile in [options.profile] if options.profile else PROFILES:
        outcome = measure(profile)
        f1 = outcome.scores.f1()
        print(f"Profile {profile}")
        if options.scores:
            Console().print(scores_table(outcome))
        if options.errors:
            print(listing(miss for miss in outcome.misses if miss.table == options.errors))
        missed = miss_lines(profile, outcome.misses)
        before = [line for line in pinned if line.startswith(f"{profile}\t")]
        for word, lines in (("gained", set(before) - set(missed)), ("LOST", set(missed) - set(before))):
            print(*(f"{word}\t{line}" for line in sorted(lines)), f"{len(lines)} {word}", sep="\n")
        for shortfall in floors.shortfalls(profile, f1):
            print(f"Below the floor: {shortfall}")
        floors = floors.raised(profile, f1, gold=digest(GOLD), lower=options.lower)
        kept += missed
    if options.write_floors:
        write_floors(FLOORS, floors)
        MISSES.write_text("".join(f"{line}\n" for line in sorted(kept)), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How right the pipeline is on the articles of seeds/.")
    parser.add_argument("--profile", choices=PROFILES, help="one profile; both without it")
    parser.add_argument("--scores", action="store_true", help="print the scores of every measure")
    parser.add_argument(
        "--errors", choices=RIGHT, metavar="TABLE", help=f"list the misses of a table: {', '.join(RIGHT)}"
    )
    parser.add_argument("--write-floors", action="store_true", help="raise the floors to what was reached")
    parser.add_argument("--lower", action="store_true", help="with --write-floors: let floors fall to what was reached")
    return parser.parse_args()


if __name__ == "__main__":
    main()
