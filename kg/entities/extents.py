"""How far a name goes: "Radio Vatikan" is no Vatican, "Tropical Island" no Iceland, "Hertha BSC Berlin" one club."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.entities.organizations import head_category, nominative_name, schools
from kg.entities.passage import MARKS, Passage
from kg.entities.spots import Spot
from kg.model import LANDS, EntityType

BODIES = frozenset({"party", "state", "organ", "society"})


def longer_names(page: Passage, piped: Iterable[Spot]) -> Iterator[Spot]:
    """What the pipeline takes for one organisation though a known name is a word of it: "Continental Airlines"."""
    for spot in piped:
        if spot.type is EntityType.ORGANIZATION and spot.kind == "name" and _one_name(page, spot):
            known = [(i, k) for i in range(spot.start, spot.end) if (k := page.gaz.name(page.words[i])) is not None]
            paper = len(known) == 2 and known[0][1].type in LANDS and known[1][1].category == "media"
            paper = paper or bool(known) and known[0][1].type in LANDS and _is_paper(page, spot.end - 1)
            if paper or len(known) == 1 and not (known[0][1].category in BODIES and known[0][0] == spot.start):
                yield spot


def _one_name(page: Passage, spot: Spot) -> bool:
    """Whether a span is nothing but proper nouns, at least two, and no person's."""
    span = range(spot.start, spot.end)
    return (
        len(span) > 1
        and all(page.capital(i) and (page.pos[i] in {"PROPN", "X"} or _opens(page, i, spot.start)) for i in span[:-1])
        and page.capital(span[-1])
        and (page.pos[span[-1]] in {"PROPN", "X"} or _is_paper(page, span[-1]))
        and not any(page.words[i] in page.genders or page.roles[i] for i in span)
    )


def _is_paper(page: Passage, i: int) -> bool:
    """Whether a word makes a newspaper's name of the town before it: "Bangkok Post"."""
    return page.words[i] in page.lexicon.table("organizations")["papers"]


def _opens(page: Passage, i: int, start: int) -> bool:
    """Whether a common noun that heads no kind of body opens a name: "Radio Slowenien"."""
    return i == start and page.pos[i] == "NOUN" and head_category(page.words[i], page.lexicon) is None


def extended(page: Passage, spots: Iterable[Spot]) -> Iterator[Spot]:
    """Known organisations with the town behind them that the pipeline counts to their name: "Hertha BSC Berlin"."""
    for spot in spots:
        if (abroad := _of_another_country(page, spot)) is not None:
            yield abroad
            continue
        end = spot.end
        if spot.type is EntityType.ORGANIZATION and spot.known is not None and spot.known.category != "party":
            while end < len(page.words) and _goes_on(page, spot.start, end):
                end += 1
        end += _of_region(page, spot, end)
        yield spot if end == spot.end else Spot(spot.start, end, spot.type, spot.name, spot.how, known=spot.known)


def _of_another_country(page: Passage, spot: Spot) -> Spot | None:
    """A party of the same name elsewhere: "Konservative Partei Kanadas", "Demokratische Partei des Kosovo"."""
    if spot.known is None or spot.known.category != "party" or spot.end - spot.start < 2:
        return None
    at = spot.end + (page.lower[spot.end : spot.end + 1] in (["des"], ["der"], ["von"]))
    land = page.gaz.name(page.words[at]) if at < len(page.words) else None
    genitive = at > spot.end or land is not None and page.words[at] not in page.gaz.names
    if land is None or land.type is not EntityType.COUNTRY or not genitive or land.country == spot.known.country:
        return None
    start = spot.start - (spot.start > 0 and page.capital(spot.start - 1) and page.pos[spot.start - 1] == "ADJ")
    name = nominative_name(page, start, at + 1)
    return Spot(start, at + 1, EntityType.ORGANIZATION, name, "full name", category="party")


def _goes_on(page: Passage, start: int, end: int) -> bool:
    place = page.gaz.name(page.words[end])
    inside = all(page.label[i] == "ORG" and not (page.begins[i] and i > start) for i in range(start, end + 1))
    return inside and place is not None and place.type in LANDS


def _of_region(page: Passage, spot: Spot, end: int) -> bool:
    """Whether the land right behind a body says which part of it is meant: "SPÖ Wien", "Arbeiterkammer Oberösterreich"."""
    if spot.known is None or spot.known.category not in CHAPTERS or end != spot.end or end >= len(page.words):
        return False
    land = page.gaz.names.get(page.words[end])
    beside = page.dep[end] in {"flat", "appos"} and spot.start <= page.heads[end] < end
    return beside and land is not None and land.type in LANDS and not land.ambiguous


CHAPTERS = frozenset({"company", "media", "party", "society", "state"})


def inner_towns(page: Passage, spots: Iterable[Spot]) -> Iterator[Spot]:
    """The places that names of institutions and parties end with: "TU Graz", "Konservative Partei Kanadas"."""
    institutions, short = tuple(page.lexicon.table("fillers")["institutions"]), schools(page.lexicon)
    for spot in spots:
        last = spot.end - 1
        if spot.type is not EntityType.ORGANIZATION or spot.kind != "name" or last == spot.start:
            continue
        town = page.gaz.name(page.words[last])
        headed = any(page.words[i] in short or page.lower[i].endswith(institutions) for i in range(spot.start, last))
        party = spot.category == "party" and spot.known is None
        if town is not None and town.type in LANDS and not town.ambiguous and (headed or party):
            yield Spot(last, spot.end, town.type, town.name, "compound", "part", town)


LONGEST = 6


def quoted_end(page: Passage, i: int) -> int:
    """The token that closes the quotation marks that open at ``i`` around a name; 0 if none do."""
    opens = i + 1 < len(page.words) and page.words[i] in OPENING and page.capital(i + 1)
    if not opens or page.sentence[i] != page.sentence[i - 1]:
        return 0
    low, high = i + 2, min(i + 2 + LONGEST, page.bounds[page.sentence[i]][1])
    close = next((k for k in range(low, high) if page.words[k] in MARKS), 0)
    apposed = any(page.heads[k] == i - 1 and page.dep[k] in {"appos", "flat"} for k in range(i + 1, close))
    abstract = tuple(page.lexicon.table("names_variants")["bounds"]["abstract"])
    charge = close == i + 2 and page.lower[i + 1].endswith(abstract)  # "warf der Firma „Feigheit“ vor"
    return close if page.label[i + 1] == "ORG" or apposed and not charge else 0


OPENING = frozenset('"„»“')
