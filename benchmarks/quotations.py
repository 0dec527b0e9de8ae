"""Quotations against the Wikinews quotation corpus: python benchmarks/quotations.py FILE.jsonl [--errors N]

A predicted quotation counts when its characters overlap a gold one's by at least half of each; the speaker is right
when the predicted speaker's characters overlap the gold speaker's (or both are the same entity).
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import kg.language
from kg.facts.quotations import as_record, find_quotations
from kg.language.lexicon import Lexicon


def chars(spans: list[list[int]]) -> set[int]:
    return {i for a, b in spans for i in range(a, b)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    nlp, lexicon = kg.language.load(), Lexicon("de")
    rows = [json.loads(line) for line in args.file.read_text(encoding="utf-8").splitlines()]
    n: Counter[str] = Counter()
    for row, doc in zip(rows, nlp.pipe([r["text"] for r in rows]), strict=True):
        found = [as_record(doc, q, None, None) for q in find_quotations(doc, lexicon)]
        mine = [(chars([[s.start, s.end] for s in q.spans]), q) for q in found]
        gold = [(chars(q["quote"]), q) for q in row["quotes"]]
        n["predicted"] += len(mine)
        n["gold"] += len(gold)
        hit_mine = set()
        for mine_at, (mc, mq) in enumerate(mine):
            n["predicted " + mq.type] += 1
            matches = [(len(mc & gc), g) for gc, g in gold if mc and len(mc & gc) >= 0.5 * max(len(mc), len(gc))]
            if matches:
                hit_mine.add(mine_at)
                n["right"] += 1
                n["right " + mq.type] += 1
        for gc, g in gold:
            n["gold " + g["type"]] += 1
            matches = [
                (len(mc & gc), i) for i, (mc, _) in enumerate(mine) if len(mc & gc) >= 0.5 * max(len(mc), len(gc))
            ]
            if not matches:
                if args.errors:
                    print(
                        "-",
                        g["type"],
                        "|",
                        " … ".join(row["text"][a:b] for a, b in g["quote"])[:200].replace("\n", " "),
                        "| cue",
                        [row["text"][a:b] for a, b in g["cue"]],
                    )
                continue
            n["found"] += 1
            n["found " + g["type"]] += 1
            if g["speaker"]:
                n["speakers"] += 1
                q = mine[max(matches)[1]][1]
                right = q.speaker is not None and bool(chars([[q.speaker.start, q.speaker.end]]) & chars(g["speaker"]))
                n["speaker right"] += right
                if args.errors and not right:
                    print(
                        "s",
                        g["type"],
                        [row["text"][a:b] for a, b in g["speaker"]],
                        "got",
                        q.speaker and row["text"][q.speaker.start : q.speaker.end],
                    )
        if args.errors:
            for i, (_, q) in enumerate(mine):
                if i not in hit_mine:
                    print(
                        "+",
                        q.type,
                        "|",
                        " … ".join(row["text"][s.start : s.end] for s in q.spans)[:200].replace("\n", " "),
                    )
    precision, recall = n["right"] / n["predicted"], n["found"] / n["gold"]
    print(f"{len(rows)} articles, {n['gold']} gold, {n['predicted']} predicted")
    print(f"precision {precision:.3f}  recall {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}")
    print(f"speaker right in {n['speaker right'] / n['speakers']:.3f} of {n['speakers']} found")
    for key in sorted(k for k in n if k.startswith(("gold ", "predicted "))):
        kind, name = key.split(" ", 1)
        print(
            f"  {key:32}{n[key]:5}  {'found' if kind == 'gold' else 'right'} {n[('found ' if kind == 'gold' else 'right ') + name]}"
        )


if __name__ == "__main__":
    main()
