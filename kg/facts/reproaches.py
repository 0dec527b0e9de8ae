"""Reproaches: how somebody's words blame, praise or call on whom they are about though no word in them does so by itself.

"habe zu spät reagiert", "lasse die Bauern im Stich", "habe kein Konzept", "gehe es nur um Macht", "verdient Respekt".
The word lists are the language's table ``reproaches``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import cues
from kg.facts.fillers import slot_entities
from kg.facts.frames import ACTOR

Pairs = list[tuple[str, int]]


def reproach(context: Context, clause: Clause) -> str | None:
    """The predicate that the way a clause tells a deed of its subject makes: blame or praise."""
    if clause.kind != "verb" or clause.passive:
        return None
    table, denied = context.lexicon.table("reproaches"), _is_denied(context, clause)
    if _excessive(context, clause) or _idle(context, clause) or _lacks(context, clause):
        return None if denied else "criticised"
    if denied:
        enough = {context.tree.lower[token] for token in _adverbs(context, clause)} & set(table["enough"])
        praised = clause.lemma in table["praising"] or _idiom(context, clause, table["idioms"]["supported"])
        return "criticised" if enough or praised or clause.lemma in table["duties"] else None
    if clause.lemma in table["praising"]:
        state = any(context.tree.lemmas[token] == "sein" for token in clause.auxiliaries)  # "ist von Hass geprägt"
        return None if state else "supported"
    return next((p for p, idioms in table["idioms"].items() if _idiom(context, clause, idioms)), None)


def selfish(context: Context, clause: Clause) -> Pairs:
    """Who is said to lack what he needs, or to want nothing but one thing: "der SPÖ fehle der Mut", "gehe es nur um Macht"."""
    table, tree = context.lexicon.table("reproaches"), context.tree
    if clause.kind != "verb" or clause.passive or _is_denied(context, clause):
        return []
    slots = ("dat", "subj", "obj")
    nouns = [token for slot in slots for token in clause.slots.get(slot, ())]
    nouns += clause.slots.get("an", ())
    lacking = clause.lemma in table["lacking"]["missing"] and any(
        tree.lower[token].endswith(tuple(table["lacking"]["nouns"])) for token in nouns
    )
    only = {tree.lower[token] for token in _adverbs(context, clause)} & set(table["only"])
    wanting = clause.lemma == "gehen" and "um" in clause.slots and bool(only)
    if not lacking and not (wanting and any(tree.lower[token] == "es" for token in nouns)):
        return []
    return next((pairs for slot in slots if (pairs := slot_entities(context, clause, slot, ACTOR))), [])


def is_called_on(context: Context, clause: Clause) -> bool:
    """Whether a clause says that its subject is to act: "die EU ist gefordert", "jetzt ist die EU am Zug"."""
    table, tree = context.lexicon.table("reproaches")["called_on"], context.tree
    if _is_denied(context, clause):
        return False
    state = any(tree.lemmas[token] == "sein" for token in clause.auxiliaries)
    if state and tree.lower[clause.head] in table["words"]:
        return True
    return clause.lemma == "sein" and _idiom(context, clause, {"sein": table["slots"]})


def _is_denied(context: Context, clause: Clause) -> bool:
    """Whether a clause denies what it says, by an adverb or the determiner of its object."""
    tree, table = context.tree, cues(context.lexicon).table
    inside = {*clause.modifiers, *(kid for token in clause.slots.get("obj", ()) for kid in tree.kids[token])}
    inside -= {kid for kid in inside if tree.lower[kid] in table["negative_determiners"] and _lacks(context, clause)}
    return any(tree.lower[t] in {*table["negators"], *table["negative_determiners"]} for t in inside)


def _adverbs(context: Context, clause: Clause) -> Iterator[int]:
    """What tells how the subject does it."""
    tree = context.tree
    return (
        kid
        for kid in tree.kids[clause.head]
        if tree.pos[kid] in {"ADJ", "ADV", "DET", "PRON"} or kid in clause.modifiers
    )


def _excessive(context: Context, clause: Clause) -> bool:
    """Whether the subject does it too much or too little: "habe viel zu spät reagiert"."""
    tree, table = context.tree, context.lexicon.table("reproaches")["excess"]
    stances = context.lexicon.table("stances")
    if clause.lemma in {*table["none"], *stances["befalling"], *stances["suffering"]}:
        return False
    negators = cues(context.lexicon).table["negators"]
    return any(
        token and tree.lower[token] in table["words"] and tree.lower[token - 1] in table["before"]
        for token in _adverbs(context, clause)
        if not any(tree.lower[kid] in negators for kid in tree.kids[token])
    )


def _idle(context: Context, clause: Clause) -> bool:
    """Whether the subject does nothing: "habe jahrelang nichts unternommen"."""
    tree, table = context.tree, context.lexicon.table("reproaches")["idle"]
    found = {tree.lower[token] for token in clause.slots.get("obj", ())} & set(table["nothing"])
    ahead = any(tree.lemmas[token] == "werden" for token in clause.auxiliaries)  # "wird nichts ändern"
    return clause.lemma in table["verbs"] and bool(found) and not ahead


def _lacks(context: Context, clause: Clause) -> bool:
    """Whether the subject has not what it needs: "habe kein Konzept"."""
    tree, table = context.tree, context.lexicon.table("reproaches")["lacking"]
    none = cues(context.lexicon).table["negative_determiners"]
    if clause.lemma not in table["having"]:
        return False
    return any(
        tree.lower[token].endswith(tuple(table["nouns"])) and any(tree.lower[kid] in none for kid in tree.kids[token])
        for token in clause.slots.get("obj", ())
    )


def _idiom(context: Context, clause: Clause, idioms: Mapping[str, Mapping[str, Sequence[str]]]) -> bool:
    """Whether a verb stands with what makes it an idiom."""
    lower = context.tree.lower
    return any(
        lower[token].endswith(tuple(nouns))
        for slot, nouns in idioms.get(clause.lemma, {}).items()
        for token in clause.slots.get(slot, ())
    )
