"""Known names: countries, cities, regions, organisations, their adjectives and inhabitants."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.language.lexicon import Lexicon
from kg.model import EntityType

Table = dict[str, Any]
LONG = 6  # letters
HOME = frozenset({"DE", "AT", "CH"})


@dataclass(frozen=True, slots=True)
class Known:
    """A name the language's data knows; ``key`` identifies what it names, ``country`` is a country code."""

    key: str
    name: str
    type: EntityType
    country: str | None = None
    wikidata: str | None = None
    capital: bool = False
    ambiguous: bool = False
    category: str | None = None


@dataclass(frozen=True, slots=True)
class Inhabitant:
    """A noun for someone of a place ("Belgierin")."""

    place: Known
    gender: str | None
    plural: bool


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Look-ups by surface form; ``starts`` are the first words of names of several words."""

    names: dict[str, Known]
    starts: frozenset[str]
    adjectives: dict[str, Known]
    urban: dict[str, Known]
    inhabitants: dict[str, Inhabitant]
    seats: dict[str, Known]
    countries: dict[str, Known]
    capitals: dict[str, Known]

    def name(self, form: str) -> Known | None:
        """Look a name up as it stands or with a genitive -s taken off."""
        known = self.names.get(form)
        if known is None and len(form) > 3 and form[-1] in "s'’":
            known = self.names.get(form[:-1]) or self._in_es(form)
        if known is None and form.endswith("en") and len(form) > 6:
            plural = self.names.get(form[:-1])
            known = plural if plural and plural.type is EntityType.COUNTRY else None
        return known

    def _in_es(self, form: str) -> Known | None:
        """An organisation in the longer genitive: "Bundestages"."""
        known = self.names.get(form[:-2]) if form.endswith("es") and len(form) > LONG else None
        return known if known and known.type is EntityType.ORGANIZATION else None

    def adjective(self, word: str) -> Known | None:
        """Return what "russischen", "Moskauer" (as an attribute) derive from."""
        known = self.urban.get(word)
        if known is None and "sch" in word:
            stem = ENDING.sub("", word.lower())
            known = self.adjectives.get(stem) or self.adjectives.get(SIDE.sub("", stem))
        return known


SIDE = re.compile(
    r"^(?:nord|süd)?(?:nord|ost|süd|west|zentral)(?!amerikan|afrikan|korean|ir|sudanes|vietnames|asiat|europä)(?=\w{5})"
)
ENDING = re.compile(r"(?<=sch)e[nmrs]?$")


@cache
def gazetteer(lexicon: Lexicon) -> Gazetteer:
    """Build the look-ups of a language once."""
    towns = lexicon.table("towns")
    table = _with_towns(lexicon.table("gazetteer"), towns)
    organizations = lexicon.table("organizations")["known"]
    countries = {
        code: Known(f"country:{code}", row["name"], EntityType.COUNTRY, code, row["wikidata"])
        for code, row in table["countries"].items()
    }
    names: dict[str, Known] = {}
    for form, known in [*_cities(table), *_regions(table), *_organizations(organizations, lexicon)]:
        names.setdefault(form, known)
    for form, known in [*_bodies(lexicon.table("bodies"), names)]:
        names.setdefault(form, known)
    for code, row in table["countries"].items():
        for form in (row["name"], *row["names"]):
            names[form] = countries[code]
    bodies = dict(_organizations(organizations, lexicon))
    names.update({form: bodies[form] for form in lexicon.table("organizations")["over_places"]})
    seats = _seats(lexicon.table("metonyms"), countries, names)
    return Gazetteer(
        names=names,
        starts=frozenset(BREAK.split(form)[0] for form in (*names, *seats) if BREAK.search(form)),
        adjectives=_adjectives(table, countries, names),
        urban={**dict(_urban(names)), **_invariable(table, countries, names), **dict(_irregular(towns, names))},
        inhabitants=_inhabitants(table, towns, countries, names),
        seats=seats,
        countries=countries,
        capitals={k.name: countries[k.country] for k in names.values() if k.capital and k.country},
    )


def _with_towns(table: Table, towns: Table) -> Table:
    """The table with smaller towns, which newspapers name too, and other spellings in it."""
    spelt = {form for forms in towns["variants"].values() for form in forms}
    cities = {code: [city for city in cities if city not in spelt] for code, cities in table["cities"].items()}
    for code, found in towns["towns"].items():
        cities[code] = [*cities.get(code, ()), *found]
    variants = {**table["variants"]}
    for town, forms in towns["variants"].items():
        variants[town] = [*variants.get(town, ()), *forms]
    return {**table, "cities": cities, "variants": variants, "ambiguous": [*table["ambiguous"], *towns["ambiguous"]]}


def _cities(table: Table) -> Iterator[tuple[str, Known]]:
    """Yield capitals first, then the cities of German-speaking countries: of two Londons the first counts."""
    capitals = {row["capital"]: code for code, row in table["countries"].items()}
    ambiguous = set(table["ambiguous"])
    places = [(code, city) for code, cities in table["cities"].items() for city in cities]
    for code, city in sorted(places, key=lambda p: (capitals.get(p[1]) != p[0], p[0] not in HOME, p)):
        known = Known(
            f"place:{city}", city, EntityType.PLACE, code, None, capitals.get(city) == code, city in ambiguous
        )
        for form in (city, *table["variants"].get(city, ())):
            yield form, known


def _regions(table: Table) -> Iterator[tuple[str, Known]]:
    for category in ("region", "site"):
        for code, regions in table[category + "s"].items():
            for region in regions:
                country = None if code == "none" else code
                known = Known(f"place:{region}", region, EntityType.PLACE, country, category=category)
                others = table["variants"].get(region, ())
                yield from ((form, known) for form in (*_inflected(region), *others))


def _organizations(table: Table, lexicon: Lexicon) -> Iterator[tuple[str, Known]]:
    kinds = {name: kind for kind, names in lexicon.table("organizations")["kinds"].items() for name in names}
    for code, known in table.items():
        for name, others in known.items():
            entry = Known(f"organization:{name}", name, EntityType.ORGANIZATION, None if code == "none" else code,
                          category=kinds.get(name, "company"))  # fmt: skip
            for form in (name, *others):
                forms = [form] if entry.category == "party" else _inflected(form)  # there are many Democratic Parties
                yield from ((inflected, entry) for inflected in forms)


def _bodies(table: Table, names: dict[str, Known]) -> Iterator[tuple[str, Known]]:
    """Yield more organisations by kind, and more names of those that are known already."""
    for kind, codes in table.items():
        for code, bodies in codes.items():
            for name, others in bodies.items():
                new = Known(f"organization:{name}", name, EntityType.ORGANIZATION, None if code == "none" else code,
                            category=kind)  # fmt: skip
                same = names.get(name, new)
                entry = same if same.type is EntityType.ORGANIZATION else new
                yield from ((inflected, entry) for form in (name, *others) for inflected in _inflected(form))


BREAK = re.compile(r"[ /]")  # between the tokens of a name
STRONG = re.compile(r"([A-ZÄÖÜ][a-zäöüß]+)e[rs]? (?=[A-ZÄÖÜ])")


def _inflected(name: str) -> Iterator[str]:
    """A name, and with the endings of the adjective it begins with: "Europäischer Gerichtshof", "Europäischen Gerichtshof"."""
    yield name
    found = STRONG.match(name)
    if found is not None:
        yield from (f"{found[1]}{ending} {name[found.end() :]}" for ending in ("e", "en", "er", "es", "em"))


def _adjectives(table: Table, countries: dict[str, Known], names: dict[str, Known]) -> dict[str, Known]:
    found: dict[str, Known] = {}
    for code, row in table["countries"].items():
        for adjective in row["adjectives"]:
            found.setdefault(adjective, countries[code])
    for region, adjectives in table["region_adjectives"].items():
        for adjective in adjectives:
            found.setdefault(adjective, names[region])
    return found


def _urban(names: dict[str, Known]) -> Iterator[tuple[str, Known]]:
    """Yield "Moskauer", "Bremer", "Göttinger" for cities and regions; they do not inflect."""
    for form, known in names.items():
        if known.type is not EntityType.PLACE or known.ambiguous:
            continue
        for stem in _stems(form):
            if stem + "er" not in names:
                yield stem + "er", known


def _irregular(towns: Table, names: dict[str, Known]) -> Iterator[tuple[str, Known]]:
    for town, adjectives in towns["adjectives"].items():
        for adjective in adjectives:
            yield adjective, names[town]


def _invariable(table: Table, countries: dict[str, Known], names: dict[str, Known]) -> dict[str, Known]:
    """People's nouns that also stand before a noun: "Schweizer Präsident", "Münchner Polizei"."""
    found = {noun: countries[code] for noun, code in table["invariable"].items()}
    return found | {
        n: names[place]
        for place, nouns in table["region_inhabitants"].items()
        for n in nouns
        if n.endswith("er") and place + "er" != n
    }


def _stems(form: str) -> Iterable[str]:
    if form.endswith("en"):
        return (form[:-2], form)
    if form.endswith("e"):
        return (form[:-1],)
    return (form,)


def _inhabitants(
    table: Table, towns: Table, countries: dict[str, Known], names: dict[str, Known]
) -> dict[str, Inhabitant]:
    found: dict[str, Inhabitant] = {}
    pairs = [(noun, countries[code]) for code, row in table["countries"].items() for noun in row["inhabitants"]]
    pairs += [(noun, names[place]) for place, nouns in table["region_inhabitants"].items() for noun in nouns]
    pairs += [*_irregular(towns, names), *_urban(names)]
    for noun, known in pairs:
        for form, gender, plural in _inflect(noun):
            if form not in names:
                found.setdefault(form, Inhabitant(known, gender, plural))
    return found


def _inflect(noun: str) -> Iterator[tuple[str, str | None, bool]]:
    """Yield the forms of an inhabitant's noun; "-er" leaves singular and plural open, the article decides."""
    stem = noun[:-1] if noun.endswith("e") else noun
    if noun.endswith("in"):
        yield from ((noun, "Fem", False), (noun + "nen", "Fem", True))
        return
    yield noun, "Masc", False
    if noun == "Deutsche":
        yield from (("Deutscher", "Masc", False), ("Deutschen", None, True), ("Deutschem", "Masc", False))
        return
    if noun.endswith("e"):
        yield noun + "n", "Masc", True
    else:
        yield noun + "s", "Masc", False
        yield noun + ("n" if noun.endswith("er") else "s"), None, True
    yield stem + "in", "Fem", False
    yield stem + "innen", "Fem", True


def _seats(metonyms: Table, countries: dict[str, Known], names: dict[str, Known]) -> dict[str, Known]:
    seats = {seat: countries[code] for seat, code in metonyms["always"].items()}
    return seats | {seat: names[name] for seat, name in metonyms["organizations"].items()}
