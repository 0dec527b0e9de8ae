"""What each stage of reading costs beside the pipeline: `python benchmarks/stages.py FOLDER [ROUNDS]`.

The texts of FOLDER go through the bare pipeline, then through `kg.language.parse`, which also mends the parses (the table
shows what that adds), and times, entities and facts are found in what comes out, in one process on one core. The seconds are
the processor's, of the round (of 5) with the least in all, after one that is not counted.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

from rich.console import Console
from rich.table import Table

from kg.articles import read_articles
from kg.building import _pipeline
from kg.entities import resolve
from kg.facts import extract
from kg.language import Lexicon, parse
from kg.language.times import find_times

P, T = ParamSpec("P"), TypeVar("T")
SUMS = {"times and facts": ("times", "facts"), "all but the pipeline": ("mended", "times", "entities", "facts")}


def timed(seconds: Counter[str], stage: str, work: Callable[P, T], *args: P.args, **options: P.kwargs) -> T:
    """Do some work and add what it takes to its stage."""
    started = time.process_time()
    result = work(*args, **options)
    seconds[stage] += time.process_time() - started  # type: ignore[assignment]
    return result


def measure(folder: Path) -> Counter[str]:
    """Read all texts once and tell the seconds of each stage."""
    nlp, lexicon, seconds = _pipeline("de"), Lexicon(), Counter[str]()
    articles = list(read_articles([folder]))
    with nlp.memory_zone():
        timed(seconds, "pipeline", list, nlp.pipe([article.text for article in articles], batch_size=16))
    with nlp.memory_zone():
        for article, doc in timed(seconds, "mended", list, parse(nlp, articles)):
            times = timed(seconds, "times", find_times, doc, article.date)
            entities, mentions = timed(seconds, "entities", resolve, doc, article, lexicon)
            timed(seconds, "facts", extract, doc, article, entities, mentions, times, lexicon)
    seconds["mended"] -= seconds["pipeline"]
    return seconds


def main(folder: Path, rounds: int) -> None:
    """Measure all and print the table."""
    best = min([measure(folder) for _ in range(rounds + 1)][1:], key=lambda seconds: seconds.total())
    table = Table("stage", "processor s", "times the pipeline's")
    for stage, seconds in best.items():
        table.add_row(stage, f"{seconds:.2f}", f"{seconds / best['pipeline']:.2f}")
    for name, stages in SUMS.items():
        seconds = sum(best[stage] for stage in stages)
        table.add_row(name, f"{seconds:.2f}", f"{seconds / best['pipeline']:.2f}")
    Console().print(table)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5)
