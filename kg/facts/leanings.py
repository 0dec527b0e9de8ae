"""Who is for or against whom by what he is called: "der Putin-Kritiker X", "die SPÖ-nahe Y", "das regierungstreue Z"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.entities.gazetteer import gazetteer
from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Decision
from kg.facts.fillers import APPOSED, fillers, pointed
from kg.facts.frames import ACTOR, TYPES
from kg.facts.situate import make_claim
from kg.language import Lexicon
from kg.model import Claim

LEANT_ON = ACTOR | TYPES["thing"]
UNDER = APPOSED | {"amod", "compound"}
SHORTEST = 2


def claims(context: Context) -> Iterator[Claim]:
    """Yield what a compound that begins with a name and ends with a word of leaning says of who bears it."""
    for token, word in enumerate(context.tree.lower):
        found = _leaning(word, context.lexicon)
        if found is None:
            continue
        first, predicate = found
        holders = _holders(context, token)
        objects = _meant(context, token, first) if holders else []
        for holder in holders:
            for entity in objects:
                if entity != holder and context.entities[entity].type in LEANT_ON:
                    noun = Clause(token, "", "noun")
                    yield make_claim(context, noun, predicate, holder, entity, "leanings", Decision(), (token,))


@cache
def _leaning(word: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """The first part of a compound and the predicate of its second; "pro" and "anti" stand first."""
    table = lexicon.table("stances")["leaning"]
    for predicate in ("supported", "criticised", "rejected"):
        for end in table["ends"].get(predicate, ()):
            for form in ("", "e", "en", "em", "er", "es", "n"):
                first = word.removesuffix(end + form).removesuffix("-")
                if word.endswith(end + form) and len(first) >= SHORTEST:
                    return first, predicate
        for begin in table["begins"].get(predicate, ()):
            if word.startswith(begin) and len(word) > len(begin) + SHORTEST:
                return word.removeprefix(begin).removeprefix("-"), predicate
    return None


def _holders(context: Context, token: int) -> list[str]:
    """Who is called so: whom the word itself means, or the noun over it."""
    tree = context.tree
    over = tree.heads[token] if tree.deps[token] in UNDER else token
    found = (
        fillers(context, token, ACTOR) or fillers(context, over, ACTOR)
        if over != token
        else fillers(context, token, ACTOR)
    )
    return [entity for entity in found if context.entities[entity].named]


def _meant(context: Context, token: int, first: str) -> list[str]:
    """What a compound's first part means: the name found in it, else what of the article is called so."""
    named = [e for e in pointed(context, token) if context.entities[e].named]
    if named:
        return named[:1]
    known = gazetteer(context.lexicon).adjective(first)
    names = {first, first.removesuffix("s"), *([known.name.lower()] if known else [])}
    found = [
        entity.id
        for entity in context.entities.values()
        if entity.named
        and any(
            form.lower().split()[-1:] and form.lower().split()[-1] in names for form in (entity.name, *entity.aliases)
        )
    ]
    return found if len(found) == 1 else []
