"""Where the time goes: each stage's share, and the pipeline against its bare model, on the same text in one run.

``python -m benchmarks.speed [SOURCE]`` prints words a second and ratios; machines are noisy, so compare ratios, not
seconds. Without a source it reads ``seeds/`` ten times over.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from pipeline import read
from pipeline.extraction import load
from pipeline.readers import prepare

SEEDS = Path(__file__).parent.parent / "seeds"
MODEL = ("tokenizer", "tok2vec", "tagger", "ner")


def measure(source: Path, repeat: int) -> tuple[Counter[str], int]:
    """CPU seconds by component, the cleaning of the text among them, and the number of tokens read."""
    nlp = load("default")
    articles = list(read(source))
    for article in articles[:3]:  # what is loaded on first use is no part of the speed
        nlp(prepare(article).article.text)
    seconds: Counter[str] = Counter()
    tokens = 0
    for article in articles * repeat:
        steps: Counter[str] = Counter()
        started = time.process_time()
        prepared = prepare(article)
        steps["cleaning"] = time.process_time() - started
        started = time.process_time()
        doc = nlp.make_doc(prepared.article.text)
        steps["tokenizer"] = time.process_time() - started
        for name, component in nlp.pipeline:
            started = time.process_time()
            doc = component(doc)
            steps[name] = time.process_time() - started
        tokens += len(doc)
        seconds.update(steps)
    return seconds, tokens


def main() -> None:
    """Print the table and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", nargs="?", type=Path, default=SEEDS, help="articles to read (default: seeds/)")
    parser.add_argument(
        "--repeat", type=int, default=None, help="how often to read them (default: 10 for seeds/, else 1)"
    )
    options = parser.parse_args()
    repeat = options.repeat or (10 if options.source == SEEDS else 1)
    seconds, tokens = measure(options.source, repeat)
    total, model = seconds.total(), sum(seconds[name] for name in MODEL)
    table = Table("component", "share", "words/s", box=None)
    for name, spent in seconds.most_common():
        table.add_row(name, f"{spent / total:.1%}", f"{tokens / spent:,.0f}")
    console = Console()
    console.print(table)
    console.print(f"all: {tokens / total:,.0f} words/s, {model / total:.0%} of the speed of the bare model")
    dates_and_figures = seconds["berita_dates"] + seconds["berita_figures"]
    console.print(f"dates and figures cost {dates_and_figures / model:.0%} of the bare model's time")


if __name__ == "__main__":
    main()
