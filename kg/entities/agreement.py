"""One name is of one type throughout an article: what most and the surest of its finds say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from kg.entities.nodes import bare
from kg.entities.spots import Spot
from kg.model import EntityType

WEIGHTS = {"head noun": 4, "spelled out": 5, "legal form": 5, "acronym": 3, "same name": 1}
FULL_NAME = 5
LED = 4
ORDER = [EntityType.ORGANIZATION, EntityType.PERSON, EntityType.PLACE, EntityType.WORK, EntityType.GROUP]


def agree(spots: list[Spot]) -> list[Spot]:
    """Give all finds of one unknown name the same type, genitives included."""
    spots = list(_one_party(list(_shouted(spots))))
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    unknown = [s for s in spots if s.kind == "name" and s.known is None and s.type is not EntityType.NAMED_EVENT]
    surnames = {s.name.split()[-1] for s in unknown if s.type is EntityType.PERSON and " " in s.name}
    forms = {s.name for s in unknown}
    for spot in unknown:
        votes[_form(spot, forms)][spot.type] += WEIGHTS.get(spot.how, FULL_NAME if " " in spot.name else 1)
    for spot in spots:
        if spot.how == "led" and spot.name in forms:
            votes[spot.name][spot.type] += LED  # "Lyft-Chef": what has a chief is a body
    types = {
        form: max(found, key=lambda kind: (found[kind], -ORDER.index(kind)))
        for form, found in votes.items()
        if len(found) > 1
    }
    types |= dict.fromkeys(surnames & set(types), EntityType.PERSON)
    return [_retyped(s, types[_form(s, forms)]) if s in unknown and _form(s, forms) in types else s for s in spots]


def _shouted(spots: list[Spot]) -> Iterator[Spot]:
    """Take a name in capitals for the one it is in small letters: "LANA (fm)." and "in Lana"."""
    plain = {s.name: s for s in spots if s.kind == "name"}
    for spot in spots:
        same = plain.get(spot.name.title()) if spot.name.isupper() and len(spot.name) > 3 else None
        yield replace(spot, name=same.name, type=same.type, known=same.known) if same and spot.kind == "name" else spot


def _one_party(spots: list[Spot]) -> Iterator[Spot]:
    """Take a party's short name for the party whose full name ends so: "die Grünen" beside "Bündnis 90/Die Grünen"."""
    whole = {
        s.known.name.rpartition("/")[2]: s.known
        for s in spots
        if s.known and "/" in s.known.name and s.known.category == "party"
    }
    for spot in spots:
        known = whole.get(spot.known.name) if spot.known else None
        yield replace(spot, known=known) if known is not None else spot


def _form(spot: Spot, forms: set[str]) -> str:
    """A name without the genitive's ending, where the bare name stands in the article too."""
    return bare(spot.name) if bare(spot.name) in forms else spot.name


def _retyped(spot: Spot, kind: EntityType) -> Spot:
    return replace(spot, type=kind) if spot.type is not kind else spot
