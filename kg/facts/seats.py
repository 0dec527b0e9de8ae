"""Where organisations, places and events lie, as noun phrases say it.

"die russische Nachrichtenagentur Interfax", "das Stadion in Turin", "im Norden Jemens", "Aalen (Ostalbkreis)",
"Springfield, Illinois", "die Hauptstadt Sanaa", "der in München ansässige Konzern Siemens".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.entities.gazetteer import gazetteer
from kg.entities.organizations import head_category
from kg.entities.roles import role_noun
from kg.facts.affiliations import is_party
from kg.facts.context import Context
from kg.facts.fillers import APPOSED, PLACES, direct, fillers, pointed
from kg.facts.seats_named import by_name, state_organs
from kg.facts.situate import quotation
from kg.model import Claim, EntityType, Mention

LOOSE = frozenset({"nmod", "compound", "dep"})  # how a parser may take a name behind its noun
SEATED = frozenset({EntityType.ORGANIZATION, EntityType.PLACE})
HELD = SEATED | {EntityType.NAMED_EVENT}
WHERE = frozenset({"in", "bei", "nahe"})
REACH = 5


def claims(context: Context) -> Iterator[Claim]:
    """Yield ``locatedIn`` claims: what phrases say in text order, then what names and the article as a whole say."""
    found: list[Claim] = []
    tree = context.tree
    for token, word in enumerate(tree.words):
        if token in tree.skipped:
            continue
        if tree.pos[token] in {"NOUN", "PROPN"} and role_noun(word, context.lexicon) is None:
            found += _of_origin(context, token)
            found += _capital(context, token)
        if token in context.mentions:
            found += _in_place(context, token)
            found += _behind(context, token)
            found += _with_seat(context, token)
        if tree.pos[token] in {"ADJ", "VERB"} and tree.deps[token] in {"amod", "acl"}:
            found += _participle(context, token)
        if word == "(":
            found += _bracket(context, token)
    found += by_name(context)
    yield from found
    yield from state_organs(context, {c.subject for c in found})


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
    if not places:
        return
    types = SEATED
    if tree.lower[token].endswith(tuple(context.lexicon.table("seats")["local_events"])):
        types = HELD
    if head_category(tree.words[token], context.lexicon) == "place":
        types |= {EntityType.COUNTRY}  # "die serbische Provinz Kosovo"
    for thing, at in _things(context, token, types).items():
        for place, where in places.items():
            yield from _claim(context, thing, place, (token, at, where), "seats/origin")


def _in_place(context: Context, token: int) -> Iterator[Claim]:
    """A modifier with "in": "das Stadion in Turin", "der Stützpunkt im Norden Jemens"; "aus" for organisations."""
    tree = context.tree
    things = [e for e in direct(context, token) if context.entities[e].type in HELD]
    for kid in tree.kids[token] if things else ():
        found = context.grammar.preposition(tree, kid)
        if tree.deps[kid] != "nmod" or found is None or kid < token or found[1] == "A":
            continue
        for thing in things:
            body = context.entities[thing].type is EntityType.ORGANIZATION
            if found[0] in WHERE or found[0] == "aus" and body and not is_party(context, thing):
                yield from _lying(context, thing, token, kid, "seats/in")


def _lying(context: Context, thing: str, token: int, where: int, extractor: str) -> Iterator[Claim]:
    for place in fillers(context, where, PLACES):
        country = context.entities[place].type is EntityType.COUNTRY
        if country or not is_party(context, thing):
            yield from _claim(context, thing, place, (token, where), extractor)


def _behind(context: Context, token: int) -> Iterator[Claim]:
    """What follows a name right away, whatever the parse hangs it on: "Joliet in Illinois", "Springfield, Illinois,"."""
    for mention in context.mentions[token]:
        kind = context.entities[mention.entity].type
        if mention.kind != "name" or kind not in SEATED:
            continue
        mark = _next(context, token, mention)
        if mark is None:
            continue
        if kind is EntityType.PLACE and context.tree.words[mark] == ",":
            yield from _after_comma(context, mention.entity, token, mark)
        elif context.tree.deps[mark] == "case":
            yield from _adjacent(context, mention.entity, token, mark)


def _with_seat(context: Context, token: int) -> Iterator[Claim]:
    """What has its seat somewhere: "das Unternehmen mit Sitz in Freiburg"."""
    tree, table = context.tree, context.lexicon.table("seats")
    for mention in context.mentions[token]:
        mark = _next(context, token, mention)
        if context.entities[mention.entity].type is not EntityType.ORGANIZATION or mark is None:
            continue
        if (
            tree.lower[mark] != "mit"
            or not tree.lower[mark + 1 : mark + 2]
            or tree.lower[mark + 1] not in table["seats"]
        ):
            continue
        where = next((k for k in tree.kids[mark + 1] if tree.case_mark(k) is not None), None)
        if where is not None and mention.kind in {"name", "nominal"}:
            yield from _lying(context, mention.entity, token, where, "seats/seat")


def _next(context: Context, token: int, mention: Mention) -> int | None:
    tree, at = context.tree, token + 1
    while at < len(tree.words) and tree.starts[at] < mention.end:
        at += 1
    return at if at < len(tree.words) and tree.sentence_of[at] == tree.sentence_of[token] else None


def _adjacent(context: Context, thing: str, token: int, mark: int) -> Iterator[Claim]:
    tree = context.tree
    noun = tree.heads[mark]
    found = context.grammar.preposition(tree, noun)
    if found is None or found[1] == "A" or not mark < noun < mark + REACH:
        return
    introduced = tree.deps[token] in APPOSED and context.entities[thing].type is EntityType.ORGANIZATION
    if found[0] == "aus" and introduced:  # "der Autobauer BMW aus München"
        yield from _lying(context, thing, token, noun, "seats/behind")
    if found[0] not in {"in", "nahe", "auf"} or tree.lower[mark] in {"ins", "aufs"}:
        return
    island = found[0] != "auf" or pointed(context, noun) or noun == mark + 1
    place_of = context.entities[thing].type
    for place in fillers(context, noun, PLACES) if island else ():
        wide = context.entities[place].type is EntityType.COUNTRY or _is_region(context, place)
        if (
            place_of is EntityType.PLACE
            and (wide or not _is_region(context, thing))
            or place_of is not EntityType.PLACE
            and wide
            and not is_party(context, thing)
        ):
            yield from _claim(context, thing, place, (token, noun), "seats/behind")


def _is_region(context: Context, place: str) -> bool:
    gaz = gazetteer(context.lexicon)
    known = gaz.names.get(context.entities[place].name)
    table = context.lexicon.table("gazetteer")["regions"]
    return known is not None and any(known.name in names for names in table.values())


def _after_comma(context: Context, town: str, token: int, comma: int) -> Iterator[Claim]:
    """A province or country between commas behind a town."""
    tree = context.tree
    if comma + 2 >= len(tree.words) or _is_region(context, town):
        return
    for mention in context.mentions.get(comma + 1, ()):
        after = _next(context, comma + 1, mention)
        closed = after is None or tree.words[after] in {",", ")", ".", ":", "–"}
        listed = (
            after is not None
            and after + 1 < len(tree.words)
            and any(context.entities[m.entity].type in PLACES for m in context.mentions.get(after + 1, ()))
        )
        wide = context.entities[mention.entity].type is EntityType.COUNTRY or _is_region(context, mention.entity)
        if mention.kind == "name" and wide and closed and not listed:
            yield from _claim(context, town, mention.entity, (token, comma + 1), "seats/comma")


def _capital(context: Context, token: int) -> Iterator[Claim]:
    """The capital of a country that the article speaks of: "die Hauptstadt Sanaa", "der Hauptstadt-Flughafen Wnukowo"."""
    tree, gaz = context.tree, gazetteer(context.lexicon)
    noun = tree.lower[token]
    if not noun.startswith("hauptstadt"):
        return
    for thing, at in _things(context, token, frozenset({EntityType.PLACE})).items():
        if noun == "hauptstadt":
            country = gaz.capitals.get(context.entities[thing].name)
            places = [e.id for e in context.entities.values() if country and e.name == country.name]
        else:
            towns = [e for e in context.entities.values() if e.type is EntityType.PLACE and e.name in gaz.capitals]
            places = [e.id for e in towns] if len(towns) == 1 else []
        for place in places:
            yield from _claim(context, thing, place, (token, at), "seats/capital")


def _participle(context: Context, token: int) -> Iterator[Claim]:
    """An attribute: "der in München ansässige Konzern Siemens"."""
    tree = context.tree
    if not tree.lower[token].startswith(tuple(context.lexicon.table("seats")["lying"])):
        return
    noun = tree.heads[token]
    for kid in tree.kids[token]:
        found = context.grammar.preposition(tree, kid)
        if found and found[0] in {*WHERE, "an", "auf"}:
            for thing in _things(context, noun, SEATED):
                yield from _lying(context, thing, noun, kid, "seats/attribute")


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


def _claim(context: Context, thing: str, place: str, tokens: tuple[int, ...], extractor: str) -> Iterator[Claim]:
    if thing != place:
        start, end = quotation(context, tokens)
        yield Claim(thing, "locatedIn", place, start, end, extractor)
