"""Subjects that their verb's number rules out: in "Bush forderte die Palästinenser auf" they are who is asked."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language.arcs import AUXILIARY, NOMINAL, VERBAL, Arcs

PLURAL = frozenset({"alle", "beide", "die", "diese", "einige", "jene", "mehrere", "viele", "zahlreiche"})
ACCUSATIVE = frozenset({"den", "einen", "ihn", "jeden", "keinen", "seinen", "ihren"})


def concord(parse: Arcs, numbers: Sequence[str]) -> None:
    """Turn subject and object round where only the object before the verb has the verb's number.

    Args:
        parse: the lists of the parse, changed in place.
        numbers: "Sing", "Plur" or "" of each token.
    """
    for subject, verb in enumerate(parse.heads):
        if parse.deps[subject] != "nsubj" or subject < verb or parse.pos[verb] not in VERBAL:
            continue
        if parse.pos[subject] not in NOMINAL:
            continue
        before = [k for k in parse.kids(verb) if parse.deps[k] == "obj" and k < verb and parse.pos[k] in NOMINAL]
        if len(before) == 1 and _turned(parse, numbers, subject, before[0], verb):
            parse.deps[subject], parse.deps[before[0]] = "obj", "nsubj"


def _turned(parse: Arcs, numbers: Sequence[str], subject: int, other: int, verb: int) -> bool:
    """Whether the number of the verb and the articles fit the other and not what the parse calls subject."""
    finite = next((k for k in parse.kids(verb) if parse.deps[k] in AUXILIARY and numbers[k]), verb)
    if finite > subject or _is_accusative(parse, other):
        return False
    if numbers[finite] == "Sing":
        return _many(parse, numbers, subject) and not _many(parse, numbers, other) and numbers[other] != "Plur"
    return numbers[finite] == "Plur" and _many(parse, numbers, other) and _one(parse, numbers, subject)


def _many(parse: Arcs, numbers: Sequence[str], noun: int) -> bool:
    kids = list(parse.kids(noun))
    counted = any(parse.deps[k] == "det" and parse.lower[k] in PLURAL and numbers[k] == "Plur" for k in kids)
    return any(parse.deps[k] == "conj" for k in kids) or counted and numbers[noun] == "Plur"


def _one(parse: Arcs, numbers: Sequence[str], noun: int) -> bool:
    return numbers[noun] == "Sing" and not any(parse.deps[k] == "conj" for k in parse.kids(noun))


def _is_accusative(parse: Arcs, noun: int) -> bool:
    return any(parse.lower[k] in ACCUSATIVE for k in parse.kids(noun) if parse.deps[k].startswith("det"))
