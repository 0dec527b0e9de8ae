"""Whose deed or thing a phrase names: who is criticised in "kritisierte das Vorgehen der Polizei"."""

from __future__ import annotations

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.fillers import direct, slot_entities
from kg.facts.reports import subjunctive
from kg.model import EntityType

BLAMING = frozenset({"criticised", "protestedAgainst", "rejected"})
RESPONSIBLE = ("durch", "gen", "poss", "von", "adj", "part")


def owners(context: Context, clause: Clause, slot: str, types: frozenset[EntityType]) -> list[tuple[str, int]]:
    """Entities responsible for what the noun in a slot names; none if the noun is itself one of the entities.

    Of a noun that evokes a frame they are who does it ("die Angriffe Israels", not "die Festnahme des Autors"); of any
    other, who has it.
    """
    for token in clause.slots.get(slot, ()):
        if context.tree.pos[token] != "NOUN" or direct(context, token):
            continue
        noun = context.clauses.get(token)
        frames = context.frames.index.get(("noun", noun.lemma), ()) if noun is not None and noun.kind == "noun" else ()
        doers = {part for frame in frames for part in (*frame.subject, *frame.both)}
        if noun is None or noun.kind != "noun":
            noun = Clause(token, "", "noun", context.grammar.noun_arguments(context.tree, token))
        for kid in context.tree.kids[token]:
            made = context.clauses.get(kid)
            doer = (
                slot_entities(context, made, "subj", types)
                if made and made.kind == "participle" and made.passive
                else []
            )
            if doer:
                return doer  # "der von der SPD geforderte Rücktritt"
        agents = context.tree.lower[token].endswith(tuple(context.lexicon.table("fillers")["agents"]))
        for part in RESPONSIBLE[:4] if agents else RESPONSIBLE:  # "deutsche Röster" are not Germany
            found = slot_entities(context, noun, part, types) if not frames or part in doers else []
            if found:
                return found
    return []


def complement_subjects(context: Context, clause: Clause, types: frozenset[EntityType]) -> list[tuple[str, int]]:
    """Whom a clause with "dass" is about: "verlangt, dass sich die Regierung entschuldigt"."""
    tree = context.tree
    for kid in _manners(context, clause):
        manner = context.clauses[kid]
        return slot_entities(context, manner, "obj" if manner.passive else "subj", types)
    for kid in (*tree.kids[clause.head], *_pointed_at(context, clause)):
        inner = context.clauses.get(kid)
        if inner is None or tree.deps[kid] not in {"ccomp", "csubj", "advcl"} or inner.passive:
            continue
        bare = (
            not inner.marks and kid > clause.head and subjunctive(context, inner) is not None
        )  # "kritisiert, die SPÖ habe versagt"
        if bare or any(tree.lower[mark] == "dass" for mark in inner.marks):
            return slot_entities(context, inner, "subj", types)
    return []


def questioned(context: Context, clause: Clause, types: frozenset[EntityType]) -> list[tuple[str, int]]:
    """Of whom an indirect question is: "prüft, ob [die Bank] Anleger getäuscht hat"."""
    tree, words = context.tree, context.lexicon.table("fillers")["questions"]
    for kid in tree.kids[clause.head]:
        inner = context.clauses.get(kid)
        if inner is None or inner.passive or tree.deps[kid] not in {"ccomp", "advcl"}:
            continue
        opening = next((t for t in tree.subtree(kid) if tree.pos[t] != "PUNCT"), kid)
        if tree.lower[opening] in words:
            return slot_entities(context, inner, "subj", types)
    return []


def _pointed_at(context: Context, clause: Clause) -> tuple[int, ...]:
    """What an adverb beside a noun points at: "äußerte seinen Unmut [darüber], dass X schweigt"."""
    tree = context.tree
    if clause.kind != "noun" or clause.parent is None or clause.relation != "obj":
        return ()
    beside = tuple(kid for kid in tree.kids[clause.parent] if kid > clause.head)
    adverbs = context.lexicon.table("stances")["pointing"]["adverbs"]
    return beside if any(tree.lower[kid] in adverbs for kid in beside) else ()


def _manners(context: Context, clause: Clause) -> list[int]:
    """The verb that tells how something is done: "kritisierte die Art und Weise, wie X das Gesetz beschließt"."""
    tree, manners = context.tree, context.lexicon.table("fillers")["manners"]
    nouns = [token for token in clause.slots.get("obj", ()) if tree.lower[token] in manners]
    kids = [k for head in (*nouns, clause.head) for k in tree.kids[head] if k in context.clauses] if nouns else []
    return [k for k in kids if any(tree.lower[m] == "wie" and tree.deps[m] == "mark" for m in tree.kids[k])]


def asked(context: Context, clause: Clause, types: frozenset[EntityType]) -> list[tuple[str, int]]:
    """Who is to do what a clause asks for: "fordert Hilfe von der EU", "dringt auf ein Eingreifen der Nato"."""
    tree, deeds = context.tree, tuple(context.lexicon.table("fillers")["asked"])
    for slot in ("obj", "auf", "für", "nach", "um"):
        for token in clause.slots.get(slot, ()):
            if tree.pos[token] == "NOUN" and tree.lower[token].endswith(deeds):
                noun = Clause(token, "", "noun", context.grammar.noun_arguments(tree, token))
                found = next((f for s in RESPONSIBLE[1:5] if (f := slot_entities(context, noun, s, types))), [])
                if found:
                    return found
    return []


def inner(context: Context, clause: Clause, types: frozenset[EntityType]) -> list[tuple[str, int]]:
    """To whom something is to be done or not: "drohte, [Nordkorea] zu vernichten", "weigert sich, mit [Kim] zu reden"."""
    befalling = context.lexicon.table("stances")["befalling"]
    for kid in context.tree.kids[clause.head]:
        deed = context.clauses.get(kid)
        if deed is None or deed.kind != "verb" or not deed.infinitive or deed.lemma in befalling:
            continue
        slots = ("obj", "dat", "gegen", "auf", "mit")
        found = next((f for slot in slots if (f := slot_entities(context, deed, slot, types))), [])
        if found:
            return found
    return []


def is_nobodys(context: Context, clause: Clause, slot: str, predicate: str) -> bool:
    """Whether nobody answers for what a slot holds: who "begrüßt das Ende von X" supports no X, but X "fordert den Rücktritt"."""
    words = context.lexicon.table("fillers")
    nouns = [context.tree.lower[token] for token in clause.slots.get(slot, ())]
    if clause.lemma in words["welcoming"] and any(noun in words["decided"] for noun in nouns):
        return True
    if predicate == "demandedFrom" or not any(noun in words["unowned"] for noun in nouns):
        return False
    return predicate not in BLAMING or not any(noun in words["own_deeds"] for noun in nouns)


def is_owner(context: Context, token: int) -> bool:
    """Whether a phrase behind a noun says whose it is: a genitive, or "von"."""
    found = context.grammar.preposition(context.tree, token)
    return found is None or found[0] == "von"
