"""How sure a row can be: estimates the confidence of every kind of row from gold, and measures how well it holds.

python -m benchmarks.calibrate --gold blind/*.jsonl           the reliability of each table, on articles not used for it
python -m benchmarks.calibrate --gold blind/*.jsonl --write   the same, into data/measured and docs/calibration.md

Gold is whatever ``berita evaluate`` reads. Take random articles that no rule was tuned on: what is measured on articles
that the rules know is too good.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields
from pathlib import Path

from pipeline import extract
from pipeline.evaluation import evaluate, open_gold
from pipeline.evaluation.calibration import (
    FOLDS,
    Rated,
    Verdict,
    calibration_error,
    held_out,
    kept,
    reliability,
    seen,
    verdicts,
)
from pipeline.lexicon.confidence import LEVELS, Seen

ROOT = Path(__file__).parents[1]
COUNTS = ROOT / "data" / "measured" / "confidence.tsv"
DOCS = ROOT / "docs" / "calibration.md"
START, END = "<!-- measured by benchmarks.calibrate -->\n", "<!-- end -->"
LEAST = (0.5, 0.8, 0.9, 0.95, 0.97)


def main() -> None:
    """Run the command."""
    options = _options()
    rows = [verdict for path in options.gold for verdict in _verdicts(path, options.profile)]
    report = "\n".join(_report(rows))
    print(report)
    if options.write:
        lines = [
            "\t".join(field.name for field in fields(Seen)),
            *("\t".join(map(str, astuple(each))) for each in seen(rows)),
        ]
        COUNTS.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        before, _, rest = DOCS.read_text(encoding="utf-8").partition(START)
        DOCS.write_text(f"{before}{START}\n{report}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def _verdicts(path: Path, profile: str) -> list[Verdict]:
    gold = open_gold(path)
    return verdicts(evaluate(extract(gold.articles, profile=profile), gold), path.stem)


def _report(rows: Sequence[Verdict]) -> Iterator[str]:
    """Markdown: the error of each table, what a least confidence keeps, and the reliability of each table."""
    rated = {table: held_out([row for row in rows if row.table == table]) for table in LEVELS}
    rated = {table: own for table, own in rated.items() if own}
    articles = {table: len({row.article for row in rows if row.table == table}) for table in rated}
    yield "| table | rows | articles | right | expected calibration error |\n|---|---|---|---|---|"
    for table, own in rated.items():
        error = calibration_error(reliability(own))
        yield f"| {table} | {len(own)} | {articles[table]} | {_percent(_right(own))} | {error:.3f} |"
    heads = "".join(f" {least:.2f} |" for least in LEAST)
    yield f"\n`--min-confidence` keeps this share of the rows, and so many of them are right:\n\n| table |{heads}"
    yield "|---" * (len(LEAST) + 1) + "|"
    for table, own in rated.items():
        yield f"| {table} |" + "".join(f" {_kept(own, least)} |" for least in LEAST)
    for table, own in rated.items():
        yield f"\n### {table}\n\n| rows | mean confidence | right |\n|---|---|---|"
        for each in reliability(own):
            yield f"| {each.count} | {each.confidence:.3f} | {each.right:.3f} |"


def _kept(rated: Sequence[Rated], least: float) -> str:
    share, right = kept(rated, least)
    return "none" if right is None else f"{_percent(share)} → {_percent(right)}"


def _right(rated: Sequence[Rated]) -> float:
    return sum(row.is_right for row in rated) / len(rated)


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=f"Confidence from gold, checked on articles left out, {FOLDS} folds.")
    parser.add_argument("--gold", nargs="+", type=Path, required=True, help="gold files or folders")
    parser.add_argument("--profile", default="default", help="default or fast")
    parser.add_argument("--write", action="store_true", help="write data/measured and docs/calibration.md")
    return parser.parse_args()


if __name__ == "__main__":
    main()
