"""Measuring newskg against gold facts."""

from kg.evaluation.gold import read_gold
from kg.evaluation.score import Score, score

__all__ = ["Score", "read_gold", "score"]
