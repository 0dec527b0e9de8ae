"""Who is said to have done what he is accused of: "steht wegen Mordes an X vor Gericht", "ihm wird der Angriff auf X vorgeworfen"."""

from __future__ import annotations

from kg.facts.clauses import Clause
from kg.facts.context import Context

PERSONAL = ("dat", "obj")


def accused(context: Context, noun: Clause, verb: Clause, where: str) -> tuple[int, ...]:
    """Tokens of whoever a verb accuses of the deed that a noun names, where the noun stands in its slot ``where``."""
    table, charging = context.lexicon.table("factuality"), context.lexicon.table("support")["prosecuting"]["verbs"]
    if where in table["charged_with"] and verb.lemma in table["accusing"]:
        if verb.slots.get("gegen"):
            return verb.slots["gegen"]
        standing = not verb.passive and (verb.reflexive or verb.lemma in table["standing_accused"])
        return verb.slots.get("subj" if standing else "obj", ())
    if where in {"subj", "obj", "dat"} and (verb.lemma in charging or is_blamed(context, verb)):
        return tuple(t for slot in PERSONAL for t in verb.slots.get(slot, ()) if t != noun.head)
    return ()


def is_blamed(context: Context, verb: Clause) -> bool:
    """Whether a verb says that a deed is laid to somebody's charge: "zur Last gelegt"."""
    burdens = context.lexicon.table("support")["prosecuting"]["burdening"].get(verb.lemma, ())
    return any(context.tree.lower[t] in burdens for t in verb.slots.get("zu", ()))
