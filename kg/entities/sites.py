"""Sites and institutions by the town that a phrase puts them in, and adjectives of towns that only the article knows.

"das Tanklager in Bremen-Nord", "die Universität in Graz", "das Damenteam aus Tunesien"; "Lananer" in an article on Lana.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cache

from kg.entities.gazetteer import Known
from kg.entities.organizations import head_category, nominative
from kg.entities.passage import Passage
from kg.entities.spots import Spot
from kg.language.lexicon import Lexicon
from kg.model import LANDS, EntityType

WHERE = {"site": frozenset({"in", "im", "bei", "nahe"}), "society": frozenset({"in", "im"}), "team": frozenset({"aus"})}
OF = frozenset({"der", "des", "von"})
MIN_TOWN = 4


def sited(page: Passage, i: int, category: str, at: Mapping[int, Spot]) -> Spot | None:
    """The name of the site or institution at ``i``, if its town follows: with an article, an indefinite one if it recurs."""
    own, dash, _ = page.words[i].partition("-")
    if dash and own != own.upper() or i + 2 >= len(page.words) or page.lower[i + 1] not in WHERE.get(category, ()):
        return None  # "der Elysee-Palast in Paris" has a name already
    institutions = tuple(page.lexicon.table("fillers")["institutions"])
    town = at.get(i + 2)
    if town is None or town.type not in LANDS or (category == "society" and not page.lower[i].endswith(institutions)):
        return None
    first = i
    while first > 0 and page.pos[first - 1] == "ADJ":
        first -= 1
    article = page.lower[first - 1] if first else ""
    owned = category == "site" and article in page.determiners.owned  # "mit seinem Werk in Aurangabad"
    once = page.lower.count(page.lower[i]) < 2
    if not owned and article not in page.determiners.articles and (once or article not in page.determiners.indefinite):
        return None
    kind = EntityType.PLACE if category == "site" else EntityType.ORGANIZATION
    name = f"{nominative(page, i)} {'in' if page.lower[i + 1] == 'im' else page.lower[i + 1]} {town.name}"
    return Spot(i, i + 1, kind, name, "head and town", phrase=i, extent=town.end)


def seated(page: Passage, i: int, category: str, at: Mapping[int, Spot]) -> Spot | None:
    """The name of the organ at ``i``, if the country or town that it is of follows: "Parlament des Kosovo"."""
    link = page.lower[i + 1] if i + 2 < len(page.words) else ""
    home = at.get(i + 2)
    if category != "state" or home is None or home.type not in LANDS or "-" in page.words[i] or _has_origin(page, i):
        return None
    inside = link in WHERE["society"] and nominative(page, i).lower().endswith(_stationed(page.lexicon))
    within = (k for k in range(home.start, home.end) if page.heads[k] == i)  # "Staaten" of "Vereinigten Staaten"
    of = next(within, None)
    if not (inside or link in OF) or of is None or not page.dep[of].startswith("nmod"):
        return None
    name = nominative(page, i) + page.text[page.ends[i] : page.ends[home.end - 1]]
    return Spot(i, i + 1, EntityType.ORGANIZATION, " ".join(name.split()), "head and town", phrase=i, extent=home.end)


def _has_origin(page: Passage, i: int) -> bool:
    """Whether an adjective says already whose the organ at ``i`` is: "die russische Armee in Aleppo"."""
    first = i
    while first > 0 and page.pos[first - 1] in {"ADJ", "ADV"}:
        first -= 1
    return any(page.gaz.adjective(page.words[k]) or page.words[k] in page.gaz.urban for k in range(first, i))


@cache
def _stationed(lexicon: Lexicon) -> tuple[str, ...]:
    """Nouns for organs that act where they sit: endings, lower case."""
    return tuple(lexicon.table("organizations")["stationed"])


def towns(page: Passage, spots: list[Spot]) -> list[Spot]:
    """Retype as places what was taken for a person, but stands behind "in" or "aus": "Irene Huez aus Auer"."""
    people = [s for s in spots if s.type is EntityType.PERSON and s.kind == "name"]
    inside = {s.name for s in people if s.start and page.lower[s.start - 1] in {"in", "aus"}}
    called = {
        word for s in people if (s.start and page.roles[s.start - 1]) or page.words[s.start] in page.genders
        for word in (s.name, *s.name.split())
    }  # fmt: skip
    found = inside - called - {word for s in people if " " in s.name for word in s.name.split()}
    return [
        replace(s, type=EntityType.PLACE, how="behind in", gender=None) if s in people and s.name in found else s
        for s in spots
    ]


ALONG = frozenset({"an", "auf", "entlang", "über"})
ROAD = re.compile(r"[ABLS] ?\d{1,3}$")


def roads(page: Passage) -> Iterator[Spot]:
    """Roads and squares called after a town, and by their number: "Potsdamer Platz", "das Brandenburger Tor", "auf der A30"."""
    nouns = frozenset(page.lexicon.table("seats")["roads"])
    for i in range(1, len(page.words)):
        if page.lower[i - 1] == "der" and page.lower[max(0, i - 2)] in ALONG and ROAD.match(page.words[i]):
            yield Spot(i, i + 1, EntityType.PLACE, page.words[i], "road")
        if page.lower[i] in nouns and page.words[i - 1] in page.gaz.urban and i not in page.skipped:
            yield Spot(i - 1, i + 1, EntityType.PLACE, page.surface(i - 1, i + 1), "road")


def venues(page: Passage) -> Iterator[Spot]:
    """Halls and stadiums with an English or hybrid name: "Hard Rock Stadium", "Madison Square Garden", "Café Landtmann"."""
    table = page.lexicon.table("organizations")["venues"]
    for i, word in enumerate(page.words):
        if i in page.skipped or word not in table:
            continue
        start, low = i, page.bounds[page.sentence[i]][0]
        while start > low and page.capital(start - 1) and page.pos[start - 1] in {"PROPN", "X"} and i - start < 3:
            if page.words[start - 1] in page.gaz.urban or page.roles[start - 1] is not None:
                break
            start -= 1
        if start < i and page.words[start] not in page.genders:
            yield Spot(start, i + 1, EntityType.PLACE, page.surface(start, i + 1), "venue", category="site")


def local_adjectives(page: Passage) -> Iterator[Spot]:
    """Adjectives in -er of towns that the article names elsewhere: "Lananer Gemeinderat" beside "Lana"."""
    towns = {w for i, w in enumerate(page.words) if page.pos[i] == "PROPN" and page.label[i] == "LOC"}
    towns = {town for town in towns if len(town) >= MIN_TOWN}
    if not towns:
        return
    forms = {form: town for town in sorted(towns) for form in _adjectives(town)}
    for i, word in enumerate(page.words):
        town = forms.get(word)
        if (
            town
            and word not in page.gaz.urban
            and page.capital(i + 1)
            and page.pos[i + 1] == "NOUN"
            and i not in page.skipped
        ):
            known = page.gaz.name(town)
            if known is None or known.type is EntityType.PLACE:
                yield Spot(i, i + 1, EntityType.PLACE, known.name if known else town, "adjective", "adjective", known)


def _adjectives(town: str) -> Iterator[str]:
    """Such as "Lananer", "Haller", "Wardenburger"."""
    yield town + "er"
    if town.endswith("a"):
        yield town + "ner"
    if town.endswith(("e", "a")):
        yield town[:-1] + "er"
    if town.endswith("en"):
        yield town[:-2] + "er"


def areas(page: Passage) -> Iterator[Spot]:
    """Seas and lands in the noun for an island, a coast, a side: "Mittelmeerinsel", "Ostseeküste", "Ostukraine"."""
    for i, word in enumerate(page.words):
        country = _sided(page, word) if i not in page.skipped and page.gaz.name(word) is None else None
        if country is not None and any(page.gaz.name(w) == country for w in page.words):
            yield Spot(i, i + 1, country.type, country.name, "compound", "part", country)
        if (
            "-" in word
            or i in page.skipped
            or page.pos[i] not in {"NOUN", "PROPN"}
            or head_category(word, page.lexicon) != "place"
        ):
            continue
        for end in range(len(word) - 3, 3, -1):
            known = page.gaz.names.get(word[:end])
            if known and known.type in LANDS and not known.ambiguous:
                yield Spot(i, i + 1, known.type, known.name, "compound", "part", known)
                break


SIDE = re.compile(r"(?:Nordost|Nordwest|Südost|Südwest|Nord|Ost|Süd|West|Zentral|Mittel)(?=\w{4})")


def sides(page: Passage) -> Iterator[Spot]:
    """Parts of a country by its side: "Ostukraine", "Nordirak"."""
    for i, word in enumerate(page.words):
        if i not in page.skipped and page.gaz.name(word) is None and _sided(page, word) is not None:
            name = word[:-1] if word[-1] == "s" and _sided(page, word[:-1]) else word
            yield Spot(i, i + 1, EntityType.PLACE, name, "side")


def foreign_towns(page: Passage) -> Iterator[Spot]:
    """Towns that only the land before them makes known: "aus dem steirischen Leoben", "im ungarischen Mohács"."""
    for i in range(1, len(page.words) - 1):
        known = page.gaz.adjective(page.words[i]) if page.lower[i].endswith("ischen") else None
        neuter = page.lower[i - 1] in {"im", "vom", "beim"} or page.lower[i - 2 : i] in (
            ["aus", "dem"],
            ["nahe", "dem"],
        )
        if known is None or not neuter or known.type not in LANDS or i + 1 in page.skipped:
            continue
        end = i + 1
        while end < min(i + 4, len(page.words)) and page.pos[end] == "PROPN" and page.label[end] in {"", "LOC"}:
            end += 1
        town = page.surface(i + 1, end) if end > i + 1 else ""
        told = page.words[i + 1] in page.genders or page.gaz.name(town) or town.isupper() or len(town) < MIN_TOWN
        if town and not told and head_category(page.words[i + 1], page.lexicon) is None:
            yield Spot(i + 1, end, EntityType.PLACE, town, "behind its land")


def _sided(page: Passage, word: str) -> Known | None:
    side = SIDE.match(word)
    if side is None:
        return None
    known, own = page.gaz.name(word[side.end() :].capitalize()), page.gaz.name(word)
    if known is None or known.type is not EntityType.COUNTRY or (own and own.country != known.country):
        return None
    return None if own and own.type is EntityType.COUNTRY else known


def federal_ministers(page: Passage) -> Iterator[Spot]:
    """Germany in "Bundesfinanzminister", which Austria and Switzerland do without; nothing if they are spoken of."""
    table = page.lexicon.table("roles")["federal_ministers"]
    country = page.gaz.countries[table["country"]]
    found = [i for i, role in enumerate(page.roles) if role is not None and FEDERAL.match(role.title)]
    if not found or any(_lies_in(page, word, table["but"]) for word in page.words):
        return
    if not any(word.startswith(tuple(table["parties"])) for word in page.words):
        yield from (Spot(i, i + 1, country.type, country.name, "compound", "part", country) for i in found)


def _lies_in(page: Passage, word: str, countries: Collection[str]) -> bool:
    """Whether a word names a place in one of some countries, or is its adjective."""
    known = page.gaz.name(word) or page.gaz.adjective(word)
    return known is not None and known.country in countries


FEDERAL = re.compile(r"Bundes\w{3,}minister(?:in)?$")


def federal(page: Passage) -> Iterator[Spot]:
    """The Federation in "bundeseigen"."""
    holdings = page.lexicon.table("holdings")
    attributes, owner = tuple(holdings["federal"]), holdings["state"][0]
    for i, word in enumerate(page.lower):
        if word.startswith(attributes) and i not in page.skipped:
            yield Spot(i, i + 1, EntityType.ORGANIZATION, owner, "adjective", "adjective")
