"""Who is named ahead of the noun that counts or describes him: "Mit X und Y treten zwei Parteichefs an"."""

from __future__ import annotations

from kg.entities.roles import role_noun
from kg.facts.clauses import Clause
from kg.facts.context import Context

OPENERS = frozenset({"CCONJ", "PUNCT", "SCONJ"})


def announced(context: Context, clause: Clause, slot: str) -> tuple[int, ...]:
    """The tokens named with "mit" that opens a clause, where the subject only says how many or who they are; else none.

    Args:
        context: the article.
        clause: a verb with its arguments.
        slot: the slot of its subject, ``obj`` in the passive.
    """
    names = clause.slots.get("mit", ())
    if not names or clause.kind != "verb" or clause.reflexive or not _opens(context, names[0]):
        return ()
    if _takes_company(context, clause):
        return ()
    tree = context.tree
    counted = [t for t in clause.slots.get(slot, ()) if tree.heads[t] == clause.head and t > names[-1]]
    if not counted and slot == "subj" and not clause.passive:
        counted = [t for t in clause.slots.get("obj", ()) if t > names[-1]]  # the parser took it for the object
    return tuple(names) if any(_counts(context, noun, len(names)) for noun in counted) else ()


def _opens(context: Context, name: int) -> bool:
    """Whether "mit" is the first word of a clause."""
    tree, mark = context.tree, context.tree.case_mark(name)
    if mark is None or tree.lower[mark] != "mit":
        return False
    return mark == tree.sentences[tree.sentence_of[mark]][0] or tree.pos[mark - 1] in OPENERS


def _takes_company(context: Context, clause: Clause) -> bool:
    """Whether one does with somebody what the verb says: "Mit X verhandeln zwei Minister", "zusammen mit X"."""
    frames = context.frames.index.get(("verb", clause.lemma), ())
    mutual = any("mit" in (*frame.subject, *frame.object) or frame.both for frame in frames if not frame.light)
    joint = context.lexicon.table("support")["joint"]
    return mutual or any(context.tree.lower[kid] in joint for kid in context.tree.kids[clause.head])


def _counts(context: Context, noun: int, names: int) -> bool:
    """Whether a noun has the number of the names ("zwei Parteichefs"), or tells who the one is ("der erste Grüne")."""
    tree, table = context.tree, context.lexicon.table("fillers")["announced"]
    before = [tree.lower[kid] for kid in tree.kids[noun] if kid < noun]
    if names > 1:
        return any(table["numbers"].get(word) == names for word in before)
    told = any(word.startswith(tuple(table["single"])) for word in before)
    return told or table["articles"].count(before[0] if before else "") > 0 and _is_person(context, noun)


def _is_person(context: Context, noun: int) -> bool:
    return role_noun(context.tree.words[noun], context.lexicon) is not None
