"""How far a rule is to be trusted: its precision where it was counted, smoothed towards that of its kind."""

from __future__ import annotations

from functools import cache

from kg.language import Lexicon


@cache
def confidence(extractor: str, lexicon: Lexicon) -> float:
    """The share of a rule's claims that are right, estimated from the language's ``confidence`` table.

    The table has right and wrong claims of every rule on annotated articles and on the frames' examples, the prior
    of each kind of rule (what stands before the slash), and the weight of that prior in claims.
    """
    table = lexicon.table("confidence")
    prior: float = table["priors"].get(extractor.partition("/")[0], table["priors"]["default"])
    right, wrong = table["counts"].get(extractor, (0, 0))
    weight: float = table["weight"]
    return float(round((right + prior * weight) / (right + wrong + weight), 3))
