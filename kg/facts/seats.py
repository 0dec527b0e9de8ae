"""Where organisations, places and events lie, as noun phrases say it.

"die russische Nachrichtenagentur Interfax", "der US-Sender CBS", "das Stadion in Turin", "Landgericht Köln", "Aalen (Ostalbkreis)".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.entities.roles import role_noun
from kg.facts.context import Context
from kg.facts.fillers import APPOSED, PLACES, direct, pointed
from kg.facts.situate import quotation
from kg.model import Claim, EntityType

LOOSE = frozenset({"nmod", "compound", "dep"})  # how a parser may take a name behind its noun
SEATED = frozenset({EntityType.ORGANIZATION, EntityType.PLACE})
HELD = SEATED | {EntityType.NAMED_EVENT}


def claims(context: Context) -> Iterator[Claim]:
    """Yield ``locatedIn`` claims, in text order."""
    tree = context.tree
    for token, word in enumerate(tree.words):
        if token in tree.skipped:
            continue
        if tree.pos[token] in {"NOUN", "PROPN"} and role_noun(word, context.lexicon) is None:
            yield from _of_origin(context, token)
        if token in context.mentions:
            yield from _in_place(context, token)
        if word == "(":
            yield from _bracket(context, token)
    yield from _by_name(context)


def _things(context: Context, token: int, types: frozenset[EntityType]) -> dict[str, int]:
    """What a noun or the name apposed to it stands for."""
    tree = context.tree
    tokens = [token, *(k for k in tree.kids[token] if tree.deps[k] in APPOSED)]
    after = token + 1
    if after < len(tree.words) and tree.deps[after] in LOOSE and after not in tokens:
        tokens.append(after)
    return {e: t for t in tokens for e in direct(context, t) if context.entities[e].type in types}


def _of_origin(context: Context, token: int) -> Iterator[Claim]:
    tree = context.tree
    origins = dict.fromkeys(pointed(context, token, frozenset({"part"})), token)
    for kid in tree.kids[token]:
        if tree.deps[kid] == "amod":
            origins |= dict.fromkeys(pointed(context, kid, frozenset({"adjective"})), kid)
    places = {e: t for e, t in origins.items() if context.entities[e].type in PLACES}
    for thing, at in _things(context, token, SEATED).items() if places else ():
        for place, where in places.items():
            yield from _claim(context, thing, place, (token, at, where), "seats/origin")


def _in_place(context: Context, token: int) -> Iterator[Claim]:
    tree = context.tree
    things = [e for e in direct(context, token) if context.entities[e].type in HELD]
    for kid in tree.kids[token] if things else ():
        found = context.grammar.preposition(tree, kid)
        if tree.deps[kid] != "nmod" or found is None or found[0] not in {"in", "bei", "nahe"} or kid < token:
            continue
        for place in direct(context, kid):
            if context.entities[place].type in PLACES:
                for thing in things:
                    yield from _claim(context, thing, place, (token, kid), "seats/in")


def _bracket(context: Context, opening: int) -> Iterator[Claim]:
    tree = context.tree
    if opening + 2 >= len(tree.words) or tree.words[opening + 2] != ")" or not opening:
        return
    end = tree.ends[opening - 1]
    for token in range(max(0, opening - 5), opening):
        for mention in context.mentions.get(token, ()):
            if (
                mention.end != end
                or mention.kind != "name"
                or context.entities[mention.entity].type is not EntityType.PLACE
            ):
                continue
            for place in direct(context, opening + 1):
                if context.entities[place].type in PLACES:
                    yield from _claim(context, mention.entity, place, (token, opening + 1), "seats/bracket")


def _by_name(context: Context) -> Iterator[Claim]:
    """An institution that carries the name of its town: "Landgericht Köln"."""
    places = {e.name: e.id for e in context.entities.values() if e.type is EntityType.PLACE}
    institutions = tuple(context.lexicon.table("fillers")["institutions"])
    for token in sorted(context.mentions):
        for mention in context.mentions[token]:
            entity = context.entities[mention.entity]
            first, _, rest = entity.name.partition(" ")
            place = places.get(rest)
            if mention.kind == "name" and entity.type in SEATED and place and first.lower().endswith(institutions):
                yield from _claim(context, entity.id, place, (token,), "seats/name")


def _claim(context: Context, thing: str, place: str, tokens: tuple[int, ...], extractor: str) -> Iterator[Claim]:
    if thing != place:
        start, end = quotation(context, tokens)
        yield Claim(thing, "locatedIn", place, start, end, extractor)
