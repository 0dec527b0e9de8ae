"""What is judged where a noun names but a side of it: "gegen das Ergebnis der Wahl", "das Wahlergebnis", "den Bau der Bahn"."""

from __future__ import annotations

from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.fillers import direct, slot_entities
from kg.model import EntityType

SHORTEST = 4  # letters of the first part of a compound that says what the side is of


def aspects(context: Context, clause: Clause, slot: str, types: frozenset[EntityType]) -> list[tuple[str, int]]:
    """Works and events of which the noun in a slot names the outcome, the course or the making.

    Args:
        context: the article.
        clause: a clause that judges.
        slot: where the noun stands.
        types: of works and events.
    """
    endings = tuple(context.lexicon.table("fillers")["aspects"])
    for token in clause.slots.get(slot, ()) if types else ():
        word = context.tree.lower[token]
        if context.tree.pos[token] != "NOUN" or direct(context, token) or not word.endswith(endings):
            continue
        noun = Clause(token, "", "noun", context.grammar.noun_arguments(context.tree, token))
        found = slot_entities(context, noun, "gen", types) or slot_entities(context, noun, "von", types)
        first = next(word.removesuffix(ending) for ending in endings if word.endswith(ending)).removesuffix("s")
        return found or (_called(context, token, first, types) if len(first) >= SHORTEST else [])
    return []


def _called(context: Context, token: int, first: str, types: frozenset[EntityType]) -> list[tuple[str, int]]:
    """The thing of the text that a compound begins with: "das [Wahl]ergebnis" of the "Parlamentswahl" told before."""
    for at in sorted((t for t in context.mentions if t < token), reverse=True):
        if context.tree.lower[at].removesuffix("en").removesuffix("s").endswith(first):
            found = [(e, token) for e in direct(context, at) if context.entities[e].type in types]
            if found:
                return found
    return []
