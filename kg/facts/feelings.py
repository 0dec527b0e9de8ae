"""Feelings as stances: "zeigte sich enttäuscht von X" is criticism, "ist mit der Arbeit von X zufrieden" support."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import cues
from kg.facts.factuality import decide
from kg.facts.fillers import slot_entities
from kg.facts.frames import ACTOR
from kg.facts.owners import owners
from kg.facts.senses import is_open
from kg.facts.situate import make_claim
from kg.model import Claim, EntityType

FELT_FOR = ACTOR | {EntityType.WORK}
BESIDE = frozenset({"advmod", "ccomp", "obj", "obl", "xcomp"})


def claims(context: Context) -> Iterator[Claim]:
    """Yield what a clause says that somebody feels about somebody, or about what is his."""
    table = context.lexicon.table("stances")["feeling"]
    for clause in context.clauses.values():
        for word in _words(context, clause, frozenset(table["showing"])):
            for predicate in ("criticised", "supported"):
                prepositions = table[predicate].get(context.tree.lower[word])
                if prepositions:
                    yield from _felt(context, _with_phrases(context, clause, word), word, predicate, prepositions)


def _words(context: Context, clause: Clause, showing: frozenset[str]) -> list[int]:
    """The words of feeling: the predicate of "ist empört", or what stands by "zeigte sich"."""
    tree = context.tree
    if any(tree.lemmas[token] == "sein" for token in clause.auxiliaries) or clause.kind == "adjective":
        return [clause.head] if tree.deps[clause.head] != "amod" else []
    if clause.kind != "verb" or not clause.reflexive or clause.lemma not in showing:
        return []
    return [
        kid for kid in tree.kids[clause.head] if tree.deps[kid] in BESIDE and tree.pos[kid] not in {"NOUN", "PROPN"}
    ]


def _with_phrases(context: Context, clause: Clause, word: int) -> Clause:
    """The clause with the phrases that hang on its word of feeling; a state is no passive."""
    slots = dict(clause.slots)
    if clause.passive:  # "war von X enttäuscht": X does nothing
        slots = {**{s: f for s, f in slots.items() if s != "subj"}, "von": slots.get("subj", ())}
        slots["subj"] = slots.pop("obj", ())
    if word != clause.head:
        for slot, tokens in context.grammar.arguments(context.tree, word).items():
            slots.setdefault(slot, tokens)
    return replace(clause, slots=slots)


def _felt(context: Context, clause: Clause, word: int, predicate: str, slots: list[str]) -> Iterator[Claim]:
    negators = {*cues(context.lexicon).table["negators"], *context.lexicon.table("stances")["dampers"]}
    denied = [token for token in (*clause.modifiers, *context.tree.kids[word]) if context.tree.lower[token] in negators]
    if denied and predicate == "supported" and not is_open(context, clause):  # "zeigte sich nicht zufrieden mit"
        predicate = "criticised"
        clause = replace(clause, modifiers=tuple(token for token in clause.modifiers if token not in denied))
    decision = decide(context, clause)
    for subject, s_token in slot_entities(context, clause, "subj", ACTOR):
        for slot in slots:
            found = slot_entities(context, clause, slot, FELT_FOR) or owners(context, clause, slot, FELT_FOR)
            for entity, token in found:
                if entity != subject:
                    yield make_claim(
                        context, clause, predicate, subject, entity, "stances/feelings", decision, (s_token, token)
                    )
