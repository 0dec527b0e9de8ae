"""The lands of an article: which countries, provinces and towns it speaks of, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from kg.entities.gazetteer import HOME, gazetteer
from kg.facts.context import Context
from kg.language import Lexicon
from kg.model import EntityType

DATELINE = 2  # mentions that the place of writing is worth


@dataclass(frozen=True, slots=True)
class Lands:
    """Mentions of each land and town by entity id, a town's counted for its country too.

    ``homes`` counts what points to each German-speaking country by its name, ``written`` are the countries of the places of
    writing, ``governed`` counts those in office who were found to be of a land.
    """

    countries: Counter[str]
    regions: Counter[str]
    towns: Counter[str]
    homes: Counter[str]
    written: frozenset[str]
    governed: Counter[str] = field(default_factory=Counter)


def find_lands(context: Context) -> Lands:
    """Count the mentions of lands and towns."""
    gaz, regions = gazetteer(context.lexicon), states(context.lexicon)
    counts = Counter(m.entity for found in context.mentions.values() for m in found)
    countries: Counter[str] = Counter()
    regional: Counter[str] = Counter()
    towns: Counter[str] = Counter()
    homes: Counter[str] = Counter()
    for entity, number in counts.items():
        thing = context.entities[entity]
        known = gaz.names.get(thing.name)
        if thing.type is EntityType.COUNTRY:
            countries[entity] += number
        elif thing.type is EntityType.PLACE and known and known.name in regions:
            regional[entity] = number
        elif thing.type is EntityType.PLACE and known and known.country and not known.ambiguous:
            towns[entity] = number
        if thing.type is EntityType.PLACE and thing.country is not None and thing.country in context.entities:
            countries[thing.country] += number
        sure = thing.type is not EntityType.PLACE or number > 1 or (known and (known.capital or known.name in regions))
        if known and known.country in HOME and thing.type is not EntityType.PERSON and sure:
            homes[gaz.countries[known.country].name] += number
    written = frozenset(_of_dateline(context))
    for entity in written:
        countries[entity] += DATELINE
    return Lands(countries, regional, towns, homes, written)


def _of_dateline(context: Context) -> Iterator[str]:
    """The country in whose town the article was written, if the article speaks of the country."""
    gaz = gazetteer(context.lexicon)
    countries = {thing.name: e for e, thing in context.entities.items() if thing.type is EntityType.COUNTRY}
    for part in context.article.parts:
        town = (
            gaz.names.get(context.article.text[part.start : part.end].strip(" -–—:/"))
            if part.kind == "dateline"
            else None
        )
        country = gaz.countries.get(town.country or "") if town is not None else None
        if country is not None and country.name in countries:
            yield countries[country.name]


def foremost(counts: Counter[str]) -> list[str]:
    """The only one, or the one spoken of at least three times and twice as often as any other."""
    ranked = counts.most_common(2)
    if len(ranked) == 1 or len(ranked) == 2 and ranked[0][1] >= max(3, 2 * ranked[1][1]):
        return [ranked[0][0]]
    return []


@cache
def states(lexicon: Lexicon) -> frozenset[str]:
    """States and provinces of the countries whose states have governments that news speak of."""
    table = lexicon.table("gazetteer")["regions"]
    return frozenset(name for code in ("AT", "CH", "DE", "US") for name in table.get(code, ()))
