"""Resolve many synthetic entities with known duplicates: time, memory, precision, recall.

python benchmarks/linking.py [10000 30000 100000]
"""

from __future__ import annotations

import random
import resource
import sys
import time

from kg.entities.canonical import slug
from kg.entities.linking import link
from kg.language import Lexicon
from kg.model import EntityRow, EntityType

BASE = "https://example.org/entity/"
SYLLABLES = [
    "ba",
    "be",
    "bo",
    "da",
    "de",
    "di",
    "do",
    "fa",
    "fe",
    "ga",
    "ge",
    "go",
    "ha",
    "he",
    "ho",
    "ka",
    "ke",
    "ki",
    "ko",
    "la",
    "le",
    "li",
    "lo",
    "ma",
    "me",
    "mi",
    "mo",
    "na",
    "ne",
    "ni",
    "no",
    "pa",
    "pe",
    "po",
    "ra",
    "re",
    "ri",
    "ro",
    "sa",
    "se",
    "si",
    "so",
    "ta",
    "te",
    "ti",
    "to",
    "wa",
    "we",
    "wi",
    "wo",
    "za",
    "ze",
]
ENDINGS = [
    "mann",
    "berg",
    "stein",
    "hofer",
    "bauer",
    "er",
    "ner",
    "ler",
    "inger",
    "ow",
    "ew",
    "ski",
    "sen",
    "son",
    "dorf",
    "feld",
    "wald",
]
ROLES = ("Minister", "Sprecher", "Trainer", "Geschäftsführer", "Abgeordneter", "Anwalt", "Regisseur", "Forscherin")
PER_ARTICLE = 10


def table(size: int, seed: int = 7) -> tuple[list[EntityRow], dict[str, int]]:
    """Make rows of about ``size`` entities over articles; returns them and who each IRI really is."""
    rng = random.Random(seed)
    names = Lexicon().table("names")
    given = [n for key in ("Masc", "Fem") for n in names[key]]
    rows: list[EntityRow] = []
    truth: dict[str, int] = {}
    person = 0
    article = 0
    while len(truth) < size:
        cast = []
        for _ in range(PER_ARTICLE):
            person += 1
            surname = (rng.choice(SYLLABLES) + rng.choice(SYLLABLES) + rng.choice(ENDINGS)).capitalize()
            cast.append((person, rng.choice(given), surname, rng.choice(ROLES)))
        for copy in range(1 + (rng.random() < 0.3)):
            rows.extend(_article(rng, cast, f"a{article}", copy, truth))
            article += 1
    return rows, truth


def _article(
    rng: random.Random, cast: list[tuple[int, str, str, str]], article: str, copy: int, truth: dict[str, int]
) -> list[EntityRow]:
    made = []
    for number, first, last, role in cast:
        name = f"{first} {last}"
        weak = False
        if copy and rng.random() < 0.3:
            name, weak = (last, True) if rng.random() < 0.5 else (f"{first} {respelled(last)}", False)
        iri = f"{BASE}person/{slug(name)}" + (f"--{article}" if weak else "")
        truth.setdefault(iri, number)
        made.append((iri, name, weak, role))
    others = tuple(iri for iri, *_ in made)
    return [
        EntityRow(iri, article, EntityType.PERSON, name, roles=(role,), weak=weak, date="2025-04-11", others=others)
        for iri, name, weak, role in made
    ]


def respelled(name: str) -> str:
    """Another transliteration of a name, where it has one."""
    return name.replace("ow", "ov").replace("ew", "ev").replace("ski", "sky")


def measure(size: int) -> None:
    """Print one line of figures."""
    rows, truth = table(size)
    start = time.perf_counter()
    merges = link(rows)
    seconds = time.perf_counter() - start
    right = sum(truth[m.from_iri] == truth[m.to_iri] for m in merges)
    groups: dict[int, int] = {}
    for number in truth.values():
        groups[number] = groups.get(number, 0) + 1
    possible = sum(n - 1 for n in groups.values())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(truth):>8,} entities {seconds:7.1f} s {memory:7.0f} MB   merges {len(merges):>7,}  precision {right / max(1, len(merges)):.4f}  recall {right / max(1, possible):.3f}"
    )


if __name__ == "__main__":
    for argument in sys.argv[1:] or ("10000", "30000", "100000"):
        measure(int(argument))
