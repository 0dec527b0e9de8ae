"""Participles at the end of what stands between commas: "Jan Moser, im Vorjahr von Eva Kern beerbt, klagte"."""

from __future__ import annotations

from kg.facts.clause import Slots
from kg.facts.grammar import Grammar
from kg.facts.tree import Tree

NAMED = frozenset({"appos", "flat", "flat:name"})
OPENING = frozenset({"mark", "nsubj", "nsubj:pass", "aux", "aux:pass", "cop", "cc"})


def described(tree: Tree, token: int) -> int | None:
    """The name that a participle between commas is said of; None if a token stands in no such place."""
    if token + 1 >= len(tree.words) or tree.words[token + 1] != "," or tree.deps[token] == "amod":
        return None
    low, _ = tree.sentences[tree.sentence_of[token]]
    comma = next((k for k in range(token - 1, low, -1) if tree.words[k] == ","), None)
    if comma is None or comma < 1 or tree.pos[comma - 1] != "PROPN" or comma + 1 == token:
        return None
    inside = [k for k in tree.kids[token] if comma < k < token]
    if any(tree.deps[k] in OPENING for k in inside) or tree.pos[comma + 1] in {"PRON", "SCONJ", "VERB", "AUX"}:
        return None
    name = comma - 1
    while tree.deps[name] in NAMED and tree.heads[name] < name:
        name = tree.heads[name]
    outside = [k for k in tree.kids[token] if k < comma and tree.deps[k] in OPENING]
    return name if all(k == name for k in outside) else None


def agents(tree: Tree, grammar: Grammar, token: int, slots: Slots) -> tuple[int, ...]:
    """Who did it: what "von" names, also where it was hung on the time before it."""
    told = slots.get("agent", ()) or slots.get("von", ())
    if told:
        return told
    below = [n for k in tree.kids[token] for n in tree.kids[k] if tree.deps[n] == "nmod" and n < token]
    return tuple(n for n in below if (found := grammar.preposition(tree, n)) is not None and found[0] == "von")
