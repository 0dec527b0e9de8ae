"""Measure temporal expressions on a folder of TimeML files, as TempEval-3 does.

    python benchmarks/krauts.py DIR [--errors] [--half 0|1]

Strict: same extent; relaxed: extents overlap. Type and value F1: the F1 of the extents times the share of matched
expressions whose type or value is right.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import kg.language
from kg.language.times import find_times
from kg.model import Time

CONTEXT = 40


@dataclass(frozen=True)
class Document:
    name: str
    date: str | None
    text: str
    gold: tuple[Time, ...]


def read(path: Path) -> Document:
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    created = root.find("DCT/TIMEX3")
    body = root.find("TEXT")
    assert body is not None
    text, gold = body.text or "", []
    for child in body:
        inner = "".join(child.itertext())
        if child.tag == "TIMEX3":
            kind, value = child.get("type", ""), child.get("value", "")
            gold.append(Time(len(text), len(text) + len(inner), kind, value))
        text += inner + (child.tail or "")
    return Document(path.name, None if created is None else created.get("value"), text, tuple(gold))


def score(pairs: list[tuple[Document, tuple[Time, ...]]]) -> dict[str, tuple[float, float, float]]:
    n: Counter[str] = Counter()
    for document, found in pairs:
        n["gold"] += len(document.gold)
        n["found"] += len(found)
        for mode in ("strict", "relaxed"):
            for gold, hit in match(document.gold, found, strict=mode == "strict"):
                n[mode] += 1
                n[f"{mode} type"] += gold.type == hit.type
                n[f"{mode} value"] += gold.value == hit.value
    modes = ("strict", "strict type", "strict value", "relaxed", "relaxed type", "relaxed value")
    found, gold = n["found"] or 1, n["gold"] or 1
    return {mode: (n[mode] / found, n[mode] / gold, 2 * n[mode] / (found + gold)) for mode in modes}


def match(gold: tuple[Time, ...], found: tuple[Time, ...], *, strict: bool) -> list[tuple[Time, Time]]:
    pairs, left = [], list(found)
    for one in gold:
        for hit in left:
            same = (hit.start, hit.end) == (one.start, one.end)
            if same or (not strict and hit.start < one.end and one.start < hit.end):
                pairs.append((one, hit))
                left.remove(hit)
                break
    return pairs


def errors(document: Document, found: tuple[Time, ...]) -> list[str]:
    pairs = match(document.gold, found, strict=False)
    lines = []
    for gold, hit in pairs:
        if (gold.start, gold.end) != (hit.start, hit.end):
            lines.append(f"EXTENT  {show(document, gold)}  GOT {show(document, hit, around=0)}")
        if gold.value != hit.value or gold.type != hit.type:
            lines.append(f"VALUE   {show(document, gold)}  GOT {hit.type} {hit.value}")
    lines += [f"MISSED  {show(document, gold)}" for gold in document.gold if all(gold != pair[0] for pair in pairs)]
    lines += [f"EXTRA   {show(document, hit)}" for hit in found if all(hit != pair[1] for pair in pairs)]
    return lines


def show(document: Document, one: Time, around: int = CONTEXT) -> str:
    left, right = document.text[max(0, one.start - around) : one.start], document.text[one.end : one.end + around]
    return " ".join(f"{left}[{document.text[one.start : one.end]}]{right} {one.type} {one.value}".split())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only every other file")
    options = parser.parse_args()
    files = sorted(options.folder.glob("*.tml"))
    documents = [read(path) for path in (files if options.half is None else files[options.half :: 2])]
    nlp = kg.language.load("de")
    docs = list(nlp.pipe(document.text for document in documents))
    pairs = [(document, find_times(doc, document.date)) for document, doc in zip(documents, docs, strict=True)]
    began = time.process_time()  # the first round compiled the grammar
    for document, doc in zip(documents, docs, strict=True):
        find_times(doc, document.date)
    took = time.process_time() - began
    if options.errors:
        for document, found in pairs:
            for line in errors(document, found):
                print(document.name.split("_")[0], document.date, line)
    for name, (precision, recall, f1) in score(pairs).items():
        print(f"{name:14} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
    tokens = sum(len(doc) for doc in docs)
    print(
        f"{len(documents)} files, {sum(len(d.gold) for d in documents)} expressions, {took / tokens * 5e5:.2f} ms for 500 tokens"
    )


if __name__ == "__main__":
    main()
