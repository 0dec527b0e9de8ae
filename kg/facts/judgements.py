"""The words that praise and those that blame, and what they make of whom they are said of.

The word lists are the language's table ``stances``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import cues
from kg.language import Lexicon


@dataclass(frozen=True, slots=True)
class Values:
    """Words of one side: adjectives' stems, endings of nouns, verbs."""

    adjectives: frozenset[str]
    nouns: tuple[str, ...]
    verbs: frozenset[str]


@cache
def _values(lexicon: Lexicon) -> Mapping[str, Values]:
    """The words that praise and those that blame, by the predicate they make."""
    table = lexicon.table("stances")
    return {
        predicate: Values(
            frozenset(table[side]["adjectives"]), tuple(table[side]["nouns"]), frozenset(table[side]["verbs"])
        )
        for side, predicate in (("good", "supported"), ("bad", "criticised"))
    }


def judgement(context: Context, clause: Clause) -> str | None:
    """The predicate that praise or blame in a clause makes; what is denied is turned round."""
    tree, table = context.tree, context.lexicon.table("stances")
    state = any(tree.deps[token] == "cop" for token in clause.auxiliaries)  # "sei verfehlt", whatever verb it may be
    if clause.kind == "verb" and not state:
        words = clause.slots.get("obj", ()) if clause.lemma in table["light"] and not clause.passive else ()
        if clause.lemma in table["behaving"]:  # "agiere verantwortungslos"
            words = tuple(kid for kid in tree.kids[clause.head] if tree.deps[kid] in {"advmod", "xcomp"})
        found = first(_of_verb(context, clause), *(of_phrase(context, word) for word in words))
        if found == "supported" and clause.auxiliaries and _irreal(context, clause, "irreal"):
            return None
    elif state:
        words = (clause.head,)
        found = of_phrase(context, clause.head)
    else:
        return None
    if found == "criticised" and _irreal(context, clause, "doubtful"):
        return None  # "höchstens die Studie kann falsch sein"
    return turned(context, clause, words, found)


def first(*found: str | None) -> str | None:
    """The first judgement that there is."""
    return next((one for one in found if one is not None), None)


def _of_verb(context: Context, clause: Clause) -> str | None:
    if clause.passive:
        return None
    return next((p for p, words in _values(context.lexicon).items() if clause.lemma in words.verbs), None)


def of_phrase(context: Context, token: int) -> str | None:
    """The judgement in a predicate: its attributes' ("eine gute Wahl") before its noun's."""
    tree = context.tree
    if tree.lower[token] in context.lexicon.table("fillers")["one"]:  # "einer der bedeutendsten Denker"
        token = next((k for k in tree.kids[token] if tree.deps[k] == "nmod" and tree.pos[k] == "NOUN"), token)
    row = tree.conjuncts(token)  # "böse und gefährlich"
    attributes = [low for kid in tree.kids[token] if tree.deps[kid] == "amod" for low in tree.conjuncts(kid)]
    for predicate, words in _values(context.lexicon).items():
        if any(_degrees(tree.lower[t]) & words.adjectives for t in (*attributes, *row) if tree.pos[t] != "NOUN"):
            return predicate
    table, noun = context.lexicon.table("stances"), tree.lower[token] if tree.pos[token] == "NOUN" else ""
    if noun.endswith(tuple(table["no_judgement"])):
        return None
    if noun.endswith(tuple(table["great"])) and any(stem(tree.lower[t]) in table["greatness"] for t in attributes):
        return "supported"
    return next((p for p, words in _values(context.lexicon).items() if noun.endswith(words.nouns)), None)


def by_attributes(context: Context, token: int) -> str | None:
    """The judgement in the attributes of a noun that by itself says none: "die verfehlte Politik"."""
    tree = context.tree
    attributes = [low for kid in tree.kids[token] if tree.deps[kid] == "amod" for low in tree.conjuncts(kid)]
    for predicate, words in _values(context.lexicon).items():
        if any(stem(tree.lower[t]) in words.adjectives for t in attributes):
            return predicate
    return None


def is_denied(context: Context, token: int) -> bool:
    """Whether a noun has a word that denies it: "keine gute Politik"."""
    table = cues(context.lexicon).table
    negators = {*table["negators"], *table["negative_determiners"]}
    return any(context.tree.lower[kid] in negators for kid in context.tree.kids[token])


def stem(word: str) -> str:
    """An adjective without its ending."""
    for ending in ("en", "em", "er", "es", "e"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending)
    return word


def _degrees(word: str) -> set[str]:
    """An adjective without its ending, as it stands and without that of a superlative: "mutigsten"."""
    bare = stem(word)
    return {bare, bare.removesuffix("st"), bare.removesuffix("est")}


def turned(context: Context, clause: Clause, words: tuple[int, ...], found: str | None) -> str | None:
    """A judgement denied: "kein guter Kandidat" criticises; that somebody is not bad is no praise."""
    tree, table = context.tree, cues(context.lexicon).table
    inside = {*clause.modifiers, *(kid for word in words for kid in tree.kids[word])}
    denied = any(tree.lower[t] in {*table["negators"], *table["negative_determiners"]} for t in inside)
    if not denied:
        return found
    return "criticised" if found == "supported" else None


def _irreal(context: Context, clause: Clause, kind: str) -> bool:
    """Whether praise is of what is not so yet ("könnte überzeugen"), or blame of what may not be so."""
    irreal = context.lexicon.table("stances")[kind]
    return any(context.tree.lower[token] in irreal for token in clause.auxiliaries)
