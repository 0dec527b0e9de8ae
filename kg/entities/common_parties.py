"""Which party a common name means: "die Sozialdemokraten" are the SPÖ in Vienna, the SPD in Berlin, others in Skopje."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from kg.entities.gazetteer import Known
from kg.entities.passage import Passage
from kg.entities.spots import Spot
from kg.model import LANDS, EntityType

DEFINITE = frozenset({"den", "der", "die"})


def at_home(page: Passage, spots: list[Spot]) -> list[Spot]:
    """Give each common name of a party to the one that the article names, or that is of the country it is about."""
    table, also_people = (page.lexicon.table("parties")[key] for key in ("common", "also_people"))
    tokens = [i for i, word in enumerate(page.words) if word in table and i not in page.skipped]
    if not tokens:
        return spots
    at, inside = {s.start: s for s in spots}, {i for s in spots for i in range(s.start, s.end)}
    named = {s.known.key: s.known for s in spots if s.known and s.known.category == "party" and s.start not in tokens}
    lands = Counter(_countries(page, spots, set(tokens)))
    places = {s.start: s.known for s in spots if s.known and s.type in LANDS}
    changed: dict[int, Spot] = {}
    for i in tokens:
        spot = at.get(i)
        if spot is None and (i in inside or not _stands_for_itself(page, i)) or spot is not None and spot.end > i + 1:
            continue
        choice = [k for name in table[page.words[i]] if (k := page.gaz.names.get(name)) is not None]
        if page.words[i] in also_people:
            party = next((k for k in choice if k.key in named), None)
        else:
            party = _chosen(choice, named) or (_of_land(choice, lands) if spot or page.words[i] in LONE else None)
        if party is not None and not _elsewhere(page, i, party, places):
            changed[i] = Spot(i, i + 1, EntityType.ORGANIZATION, party.name, "common name", known=party)
        elif spot is not None and spot.known is not None and lands and lands[spot.known.country or ""] == 0:
            changed[i] = replace(spot, name=page.words[i], known=None, category="party")
    kept = [s for s in spots if s.start not in changed]
    return sorted([*kept, *changed.values()], key=lambda s: s.start)


def republic(page: Passage, spots: list[Spot]) -> list[Spot]:
    """Take "die Republik" for the country that the article is about, where its papers call it so: "die Republik hält 28 Prozent"."""
    tokens = [i for i, word in enumerate(page.words) if word == "Republik" and i not in page.skipped]
    inside = {i for s in spots for i in range(s.start, s.end)} if tokens else set()
    plain = [
        i
        for i in tokens
        if i not in inside and _stands_for_itself(page, i) and not GENITIVE & {*page.lower[i + 1 : i + 2]}
    ]
    if not plain:
        return spots
    lands = Counter(_countries(page, spots, set(plain)))
    home = page.gaz.countries[REPUBLIC]
    if not lands or lands.most_common(1)[0][0] != REPUBLIC:
        return spots
    found = [Spot(i, i + 1, EntityType.COUNTRY, home.name, "common name", known=home) for i in plain]
    return sorted([*spots, *found], key=lambda s: s.start)


REPUBLIC = "AT"
GENITIVE = frozenset({"der", "des", "dieser"})
LONE = frozenset({"Volkspartei"})


def _stands_for_itself(page: Passage, i: int) -> bool:
    """Whether a word no other detector took is a noun with its article: "die Blauen", not "die Blauen Seiten"."""
    known = page.lower[i - 1] in DEFINITE if i else False
    return known and page.pos[i] in {"ADJ", "NOUN", "PROPN"} and not page.capital(i + 1)


def _elsewhere(page: Passage, i: int, party: Known, places: dict[int, Known]) -> bool:
    """Whether a place that is not in the party's country stands right behind: "die Schwarzen in den USA"."""
    behind = [places[k] for k in range(i + 2, i + 4) if k in places] if page.lower[i + 1 : i + 2] == ["in"] else []
    return any(place.country != party.country for place in behind)


def _countries(page: Passage, spots: list[Spot], tokens: set[int]) -> Iterator[str]:
    """The countries of the article's names and adjectives of origin."""
    yield from (s.known.country for s in spots if s.known and s.known.country and s.start not in tokens)
    yield from (k.country for w in page.words if (k := page.gaz.adjective(w)) is not None and k.country)


def _chosen(choice: list[Known], named: dict[str, Known]) -> Known | None:
    """The party that the article names, or the one of a country of whose parties it names another."""
    found = [k for k in choice if k.key in named]
    countries = {k.country for k in named.values() if k.country}
    found = found or [k for k in choice if k.country in countries]
    return found[0] if len(found) == 1 else None


def _of_land(choice: list[Known], lands: Counter[str]) -> Known | None:
    """The party of the country that the article speaks of most."""
    top = lands.most_common(1)[0][0] if lands else None
    return next((k for k in choice if k.country == top), None)
