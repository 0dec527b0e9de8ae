"""Towns and regions that win or lose are their teams: "Köln schlug Stuttgart mit 2:1", "der Sieg von Ried gegen Linz"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from kg.entities.gazetteer import Known
from kg.entities.metonyms import verbs_of
from kg.entities.nodes import spot_head
from kg.entities.passage import Passage
from kg.entities.spots import Spot
from kg.model import EntityType

SIDES = frozenset({EntityType.PLACE, EntityType.ORGANIZATION, EntityType.COUNTRY})


def play(page: Passage, spots: list[Spot]) -> list[Spot]:
    """Turn the names of places on both sides of a match into those of their teams."""
    by_governor: dict[int, list[tuple[Spot, int]]] = defaultdict(list)
    for spot in spots:
        if spot.kind == "name" and spot.type in SIDES:
            head = spot_head(page, spot.start, spot.end)
            by_governor[page.heads[head]].append((spot, head))
    playing = {s for at, sides in by_governor.items() if len(sides) > 1 for s in _opponents(page, at, sides)}
    clubs = [s for s in spots if s.type is EntityType.ORGANIZATION and s.kind == "name" and s.end - s.start > 1]
    return [_team(s, clubs) if s in playing and s.type is EntityType.PLACE else s for s in spots]


def _opponents(page: Passage, at: int, sides: list[tuple[Spot, int]]) -> list[Spot]:
    """Of the names that hang on a verb or noun of a match, both opponents, if both are told."""
    table = page.lexicon.table("metonyms")["playing"]
    verbs = verbs_of(page, at)
    noun = page.pos[at] == "NOUN" and page.lower[at].endswith(tuple(table["nouns"]))
    if not noun and not verbs & {*table["beating"], *table["against"]}:
        return []
    found = {}
    for spot, head in sides:
        marks = [page.lower[k] for k in page.kids[head] if page.dep[k] == "case"]
        rival = marks[0] in table["marks"] if marks else bool(verbs & {*table["beating"]}) and page.dep[head] == "obj"
        if rival:
            found["rival"] = spot
        elif page.dep[head] == "nsubj" if not noun else not marks or marks == ["von"]:
            found["side"] = spot
    return list(found.values()) if len(found) > 1 else []


def _team(spot: Spot, clubs: list[Spot]) -> Spot:
    """The one club that bears the town's name, or else one of that name alone."""
    own = {club.name: club for club in clubs if spot.name in club.name.split()}
    if len(own) == 1:
        (club,) = own.values()
        return replace(spot, type=club.type, name=club.name, known=club.known, category=club.category, how="metonymy")
    known = Known(f"team:{spot.name}", spot.name, EntityType.ORGANIZATION, category="team")
    return replace(spot, type=EntityType.ORGANIZATION, known=known, category="team", how="metonymy")
