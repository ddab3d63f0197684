"""How right the pipeline is on the articles of ``seeds/``, whose gold is in ``seeds/gold``.

python -m benchmarks.seeds                           precision, recall and F1 of every measure, for both profiles
python -m benchmarks.seeds --profile fast            one profile
python -m benchmarks.seeds --errors roles            the misses of one table, after the scores
python -m benchmarks.seeds --write-floors            raise the floors of tests/quality to what was reached
"""

from __future__ import annotations

import argparse
from pathlib import Path

from pipeline import extract
from pipeline.evaluation import Evaluation, evaluate
from pipeline.evaluation.floors import read_floors, write_floors
from pipeline.evaluation.gold import digest
from pipeline.evaluation.report import listing, table
from pipeline.evaluation.score import SPANNED
from pipeline.extraction import Profile

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
GOLD = SEEDS / "gold"
FLOORS = ROOT / "tests" / "quality" / "floors.toml"
PROFILES: tuple[Profile, ...] = ("fast", "default")


def measure(profile: Profile) -> Evaluation:
    """The outcome on all seeds."""
    return evaluate(extract(str(SEEDS), profile=profile), GOLD)


def main() -> None:
    """Run the command."""
    options = _options()
    floors = read_floors(FLOORS)
    for profile in [options.profile] if options.profile else PROFILES:
        outcome = measure(profile)
        print(f"Profile {profile}\n\n{table(outcome.scores)}\n")
        if options.errors:
            print(listing(miss for miss in outcome.misses if miss.table == options.errors) + "\n")
        for shortfall in floors.shortfalls(profile, outcome.scores.f1()):
            print(f"Below the floor: {shortfall}")
        floors = floors.raised(profile, outcome.scores.f1(), gold=digest(GOLD), lower=options.lower)
    if options.write_floors:
        write_floors(FLOORS, floors)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How right the pipeline is on the articles of seeds/.")
    parser.add_argument("--profile", choices=PROFILES, help="one profile; both without it")
    parser.add_argument(
        "--errors", choices=SPANNED, metavar="TABLE", help=f"list the misses of a table: {', '.join(SPANNED)}"
    )
    parser.add_argument("--write-floors", action="store_true", help="raise the floors to what was reached")
    parser.add_argument("--lower", action="store_true", help="with --write-floors: let floors fall to what was reached")
    return parser.parse_args()


if __name__ == "__main__":
    main()
