"""Count every rule's right and wrong claims on the frames' examples and write the language's confidence table.

    python scripts/count_rules.py [--gold COUNTS.json]

COUNTS.json maps rules to [right, wrong] on annotated articles; without it the counts that the table has for them stay.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

import yaml

from kg.articles import article_from_text
from kg.facts.frames import load_frames
from kg.language import Lexicon, load, parse
from kg.reading import read

TABLE = Path(__file__).parent.parent / "kg" / "language" / "de" / "confidence.yaml"
HEAD = "# Right and wrong claims of each rule; written by scripts/count_rules.py, not by hand.\n"
PRIORS = {"default": 0.8, "frames": 0.8, "offices": 0.9, "seats": 0.85, "statements": 0.8, "joint": 0.8,
          "journey": 0.6, "open": 0.5}  # fmt: skip


def examples() -> tuple[Counter[str], Counter[str]]:
    """Right and wrong claims of each rule on the examples of all frames."""
    lexicon = Lexicon("de")
    frames = [frame for group in load_frames(lexicon).index.values() for frame in group]
    articles = [article_from_text(frame.example) for frame in frames]
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for frame, (article, doc) in zip(frames, parse(load("de"), articles, batch_size=128), strict=True):
        reading = read(article, doc, lexicon)
        names = {entity.id: entity.name for entity in reading.entities}
        told = {
            f"{names[c.subject]} > {names[c.object]}": c.extractor
            for c in reading.claims
            if c.predicate == frame.predicate and not c.literal
        }
        for pair in frame.gives:
            swapped = " > ".join(reversed(pair.split(" > ")))
            hit = told.pop(pair, None) or told.pop(swapped, None)
            right[hit or frame.name] += hit is not None
        for rule in told.values():
            wrong[rule] += 1
    return right, wrong


def main() -> None:
    """Write the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--gold", type=Path)
    gold_file = arguments.parse_args().gold
    if gold_file:
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
    else:
        gold = yaml.safe_load(TABLE.read_text(encoding="utf-8"))["articles"]
    right, wrong = examples()
    for rule, (good, bad) in gold.items():
        right[rule] += good
        wrong[rule] += bad
    lines = [HEAD + f"weight: 4\npriors: {json.dumps(PRIORS)}\narticles:   # of these, on annotated articles"]
    lines += [f"  {rule}: {json.dumps(counts)}" for rule, counts in sorted(gold.items())]
    lines += ["counts:"]
    lines += [f"  {rule}: [{right[rule]}, {wrong[rule]}]" for rule in sorted(right | wrong)]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
