"""How fast and how big a build is: `python benchmarks/build.py FOLDER [SMALL LARGE]`.

The texts of FOLDER are repeated under other names. Every row of the table is measured in a process of its own, the
pipeline loaded before the clock starts (with two jobs the second process loads it on the clock).
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kg.articles import read_articles
from kg.building import _pipeline, build
from kg.store import open_store

BATCH = 8


def repeat(folder: Path, number: int, into: Path) -> Path:
    """Write the texts of a folder, repeated under other names, as one file of JSON Lines."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))]
    path = into / f"{number}.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        for i, text in enumerate(islice(cycle(texts), number)):
            lines.write(json.dumps({"id": f"article-{i}", "text": text, "date": "2025-04-11"}) + "\n")
    return path


def measure(task: str, path: Path, store: Path) -> dict[str, float]:
    """Do one task and tell its words, seconds, seconds of processor time and megabytes."""
    _pipeline("de")
    started, used = time.perf_counter(), _processor()
    if task == "pipeline":
        words = _parse_only(path)
    else:
        with open_store(store) as opened:
            words = build([path], opened, jobs=int(task.split()[1])).words
    seconds, processor = time.perf_counter() - started, _processor() - used
    peak = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {"words": words, "seconds": seconds, "processor": processor, "megabytes": peak / 1024}


def _parse_only(path: Path) -> int:
    nlp, words = _pipeline("de"), 0
    articles = read_articles([path])
    while batch := list(islice(articles, BATCH)):
        with nlp.memory_zone():
            words += sum(len(doc.text.split()) for doc in nlp.pipe([article.text for article in batch], batch_size=16))
    return words


def _processor() -> float:
    usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(used.ru_utime + used.ru_stime for used in usage)


def main(folder: Path, small: int, large: int) -> None:
    """Measure all and print the table."""
    table = Table(
        "task", "articles", "seconds", "words/s", "times the pipeline's", "processor s", "times its", "peak MB"
    )
    builds = [(f"build, {jobs}", number) for number in (small, large) for jobs in ("1 job", "2 jobs")]
    bare: tuple[float, float] | None = None
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        for task, number in [("pipeline", small), *builds]:
            path = repeat(folder, number, place)
            command = [sys.executable, __file__, "measure", task, str(path), str(place / f"{task}-{number}")]
            found = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
            clock, processor = found["seconds"] / found["words"], found["processor"] / found["words"]
            bare = bare or (clock, processor)
            times = (clock / bare[0], processor / bare[1])
            row = (number, found["seconds"], 1 / clock, times[0], found["processor"], times[1], found["megabytes"])
            table.add_row(task, *(f"{value:,.{d}f}" for value, d in zip(row, (0, 1, 0, 2, 1, 2, 0), strict=True)))
    Console(width=100).print(table)


if __name__ == "__main__":
    if sys.argv[1] == "measure":
        print(json.dumps(measure(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))))
    else:
        sizes = [int(number) for number in sys.argv[2:4]] or [100, 2000]
        main(Path(sys.argv[1]), *sizes)
