"""How right the pipeline is: gold files, one-to-one matching, scores by measure, and the rows that were missed.

`evaluate` compares the tables of a run with a folder of gold files; `floors` holds what must not get worse.
"""

from pipeline.evaluation.gold import GoldError
from pipeline.evaluation.score import Counts, Evaluation, Miss, Scores, evaluate

__all__ = ["Counts", "Evaluation", "GoldError", "Miss", "Scores", "evaluate"]
