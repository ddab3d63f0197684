"""How right the pipeline is: gold in several forms, one-to-one matching, scores by measure, and the rows behind them.

`evaluate` compares the tables of a run with gold; `pipeline.evaluation.differences` compares two runs, `floors` holds
what must not get worse, and `calibration` turns verdicts into the confidence of rows.
"""

from __future__ import annotations

from pathlib import Path

from pipeline.evaluation.counts import Counts, Scores
from pipeline.evaluation.forms import Gold, open_gold
from pipeline.evaluation.found import Found
from pipeline.evaluation.gold import GoldError
from pipeline.evaluation.score import Document, Evaluation, Miss
from pipeline.results import Tables

__all__ = ["Counts", "Document", "Evaluation", "Found", "Gold", "GoldError", "Miss", "Scores", "evaluate", "open_gold"]


def evaluate(tables: Tables, gold: Gold | Path) -> Evaluation:
    """Compare what was found with gold.

    Args:
        tables: of a run over the articles of `gold`.
        gold: what `open_gold` gives, or its path.

    Raises:
        FileNotFoundError: there is no gold at the path.
        GoldError: gold cannot be read, or speaks of an article that is not in `tables`.
    """
    opened = open_gold(gold) if isinstance(gold, Path) else gold
    return Evaluation(tuple(opened.score(Found(tables))))
