"""Whose deed or thing a phrase names: who is criticised in "kritisierte das Vorgehen der Polizei"."""

from __future__ import annotations

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.fillers import direct, slot_entities
from kg.model import EntityType

RESPONSIBLE = ("durch", "gen", "poss", "von", "adj", "part")


def owners(context: Context, clause: Clause, slot: str, types: frozenset[EntityType]) -> list[tuple[str, int]]:
    """Entities responsible for what the noun in a slot names; none if the noun is itself one of the entities.

    Of a noun that evokes a frame they are who does it ("die Angriffe Israels", not "die Festnahme des Autors"); of any
    other, who has it.
    """
    for token in clause.slots.get(slot, ()):
        if context.tree.pos[token] != "NOUN" or direct(context, token):
            continue
        if context.tree.lower[token] in context.lexicon.table("fillers")["unowned"]:
            continue
        noun = context.clauses.get(token)
        frames = context.frames.index.get(("noun", noun.lemma), ()) if noun is not None and noun.kind == "noun" else ()
        doers = {part for frame in frames for part in (*frame.subject, *frame.both)}
        if noun is None or noun.kind != "noun":
            noun = Clause(token, "", "noun", context.grammar.noun_arguments(context.tree, token))
        for part in RESPONSIBLE:
            found = slot_entities(context, noun, part, types) if not frames or part in doers else []
            if found:
                return found
    return []
