"""Seats that a name itself or the article as a whole gives: "Landgericht Köln", "Flughafen von Chicago", "die Regierung"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.entities.gazetteer import gazetteer
from kg.facts.context import Context
from kg.facts.scene import find_scene, foremost
from kg.facts.situate import quotation
from kg.model import Claim, Entity, EntityType

HELD = frozenset({EntityType.ORGANIZATION, EntityType.PLACE, EntityType.NAMED_EVENT})
PLACES = frozenset({EntityType.PLACE, EntityType.COUNTRY})


def by_name(context: Context) -> Iterator[Claim]:
    """Institutions and events that carry the name of their town or land."""
    places = {e.name: e.id for e in context.entities.values() if e.type in PLACES}
    done: set[str] = set()
    for token in sorted(context.mentions):
        for mention in context.mentions[token]:
            entity = context.entities[mention.entity]
            if mention.kind != "name" or entity.type not in HELD or entity.id in done:
                continue
            place = _in_name(context, entity, places)
            if place and place != entity.id:
                done.add(entity.id)
                start, end = quotation(context, (token,))
                yield Claim(entity.id, "locatedIn", place, start, end, "seats/name")


def _in_name(context: Context, entity: Entity, places: dict[str, str]) -> str | None:
    table, gaz = context.lexicon.table("seats"), gazetteer(context.lexicon)
    first, _, rest = entity.name.partition(" ")
    if entity.type is not EntityType.NAMED_EVENT:
        head, _, town = entity.name.rpartition(" von ")
        if head and " " not in head:
            return places.get(town)
        if first.lower().endswith(tuple(context.lexicon.table("fillers")["institutions"])):
            return places.get(rest)
    else:
        land, _, kind = entity.name.rpartition("-")
        if kind.lower() in table["local_wars"]:
            return places.get(land)
    known = gaz.urban.get(first)
    if rest and known and not rest.lower().endswith(tuple(table["abroad"])):
        return places.get(known.name)
    return None


def state_organs(context: Context, seated: set[str]) -> Iterator[Claim]:
    """Organs of state of which nothing says where they are: in the land that the article is about."""
    table = context.lexicon.table("seats")
    organs = [e for e in context.entities.values() if e.type is EntityType.ORGANIZATION and e.id not in seated]
    organs = [e for e in organs if _last(e).endswith(tuple(table["national"] + table["provincial"]))]
    if not organs:
        return
    scene, at = find_scene(context), _first_tokens(context)
    for organ in organs:
        provincial = _last(organ).endswith(tuple(table["provincial"]))
        found = foremost(scene.regions if provincial else scene.countries)
        land = organ.country if organ.country in context.entities and not provincial else next(iter(found), None)
        known = gazetteer(context.lexicon).names.get(organ.name)
        foreign = (
            land is not None and known is not None and known.country and context.entities[land].country != known.country
        )
        if land is None or organ.id not in at or foreign and organ.country != land:
            continue
        start, end = quotation(context, (at[organ.id],))
        yield Claim(organ.id, "locatedIn", land, start, end, "seats/state")


def _last(entity: Entity) -> str:
    """The last word of a body's name, the short one of a spelled-out compound: "regierung", "ministerium"."""
    words = entity.name.lower().split()
    return words[-1] if words else ""


def _first_tokens(context: Context) -> dict[str, int]:
    found: dict[str, int] = {}
    for token in sorted(context.mentions):
        for mention in context.mentions[token]:
            if mention.kind in {"name", "nominal"}:
                found.setdefault(mention.entity, token)
    return found
