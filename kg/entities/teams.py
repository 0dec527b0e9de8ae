"""Towns and regions that win or lose are their teams: "Köln schlug Stuttgart mit 2:1", "der Sieg von Ried gegen Linz"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from kg.entities.gazetteer import Known, gazetteer
from kg.entities.metonyms import verbs_of
from kg.entities.nodes import spot_head
from kg.entities.passage import Passage
from kg.entities.spots import Spot
from kg.language.lexicon import Lexicon
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
    bodies = [s for s in spots if s.type is EntityType.ORGANIZATION and s.kind == "name"]
    clubs = [s for s in bodies if s.end - s.start > 1]
    spots = [_team(s, clubs) if s in playing and s.type is EntityType.PLACE else s for s in spots]
    nicknames = {spot.start: spot for spot in _nicknames(page, clubs, bodies)}
    return [s for s in spots if s.start not in nicknames] + list(nicknames.values())


def _nicknames(page: Passage, clubs: list[Spot], bodies: list[Spot]) -> Iterator[Spot]:
    """Yield those of a town for its only club or firm that was named before: "die Salzburger", "die Bayern"."""
    homes = [(c, word) for c in clubs if _category(c) == "team" for word in _words(page, c)]
    homes += [(c, home) for c in bodies if _category(c) in FIRMS and (home := _told_home(page, c))]
    settled = {(c.start, town) for c in bodies for town in _known_homes(page, c)}
    for i in range(1, len(page.words)) if homes or settled else ():
        if page.lower[i - 1] not in {"den", "der", "die"} or not page.capital(i) or i in page.skipped:
            continue
        home, behind = _home(page, i), i + 1
        noun = behind < len(page.words) and (page.pos[behind] in {"NOUN", "PROPN"} or page.capital(behind))
        fitting = [c for c, word in homes if word == home and c.start < i]
        near = page.bounds[max(0, page.sentence[i] - 1)][0]
        fitting += [c for c in bodies if near <= c.start < i and (c.start, home) in settled]
        named = {(c.known.key if c.known else c.name): c for c in fitting}
        if len(named) == 1 and not noun:
            (club,) = named.values()
            yield replace(club, start=i, end=i + 1, phrase=None, extent=None, how="metonymy")


FIRMS = frozenset({"company", None})


@cache
def _settled(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The towns of known bodies."""
    found: dict[str, tuple[str, ...]] = {}
    for town, bodies in lexicon.table("homes")["towns"].items():
        for body in bodies:
            found[body] = (*found.get(body, ()), town)
    return found


def _known_homes(page: Passage, body: Spot) -> list[str]:
    """The towns of a known club or firm; no city with so many people for a firm that they are seldom the firm."""
    large, category = page.lexicon.table("homes")["large"], _category(body)
    towns = _settled(page.lexicon).get(body.known.name if body.known else body.name, ())
    return [t for t in towns if category == "team" or category == "company" and t not in large]


def _category(body: Spot) -> str | None:
    return body.category or (body.known.category if body.known else None)


def _told_home(page: Passage, body: Spot) -> str | None:
    """The town whose adjective stands before a firm's phrase: "der Münchner Chiphersteller Infineon"."""
    start = body.start if body.phrase is None else body.phrase
    for i in range(max(0, start - 2), start):
        town = page.gaz.urban.get(page.words[i])
        if town is not None and page.sentence[i] == page.sentence[start]:
            return town.name
    return None


def _home(page: Passage, i: int) -> str | None:
    """The town or land whose people a noun means: "Salzburger", "Bayern"."""
    people = page.gaz.inhabitants.get(page.words[i])
    town = page.gaz.urban.get(page.words[i]) or page.gaz.urban.get(page.words[i].removesuffix("n"))
    if people is not None and (people.plural or page.lower[i - 1] == "die"):
        return people.place.name
    return town.name if town is not None else None


def _words(page: Passage, club: Spot) -> list[str]:
    """The words of a club's names."""
    name = club.known.name if club.known else club.name
    return [*page.words[club.start : club.end], *club.name.split(), *name.split()]


def signed(page: Passage, spots: Iterable[Spot]) -> Iterator[Spot]:
    """Who plays for a town or a region plays for the one club called after it: "Bayern-Profi", "Köln-Trainer"."""
    players = frozenset(page.lexicon.table("roles")["players"])
    for spot in spots:
        role = page.roles[spot.start]
        plays = role is not None and role.hyphen and role.noun in players and spot.type is EntityType.PLACE
        club = _clubs(page.lexicon).get(spot.name) if plays else None
        yield replace(spot, type=club.type, name=club.name, known=club) if club else spot


@cache
def _clubs(lexicon: Lexicon) -> dict[str, Known]:
    """The club that alone, or foremost, has a word in its name, by that word."""
    found: dict[str, dict[str, Known]] = defaultdict(dict)
    names = gazetteer(lexicon).names
    foremost = {place: names[club] for place, club in lexicon.table("metonyms")["playing"]["clubs"].items()}
    for name, known in names.items():
        if known.category == "team" and known.type is EntityType.ORGANIZATION:
            for word in {*name.split(), *known.name.split()}:
                found[word][known.key] = known
    return {word: clubs.popitem()[1] for word, clubs in found.items() if len(clubs) == 1} | foremost


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
