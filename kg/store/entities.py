"""The table of entities that linking across articles reads: one row an entity and article, as extracted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

import pyoxigraph as ox

from kg.model import EntityRow, EntityType
from kg.rdf.vocabulary import KG, PREFIXES
from kg.store.engine import Engine, graph_of, text_of
from kg.store.originals import Taken

SKOS, TYPE, DATE = PREFIXES["skos"], PREFIXES["rdf"] + "type", PREFIXES["dcterms"] + "date"
NAME, ALIAS, ROLE, WIKIDATA = SKOS + "prefLabel", SKOS + "altLabel", KG + "role", SKOS + "exactMatch"
COUNTRY, NAMED, WEAK = KG + "country", KG + "named", KG + "weak"
CLASSES = {KG + kind: kind for kind in EntityType}
READ = frozenset({NAME, ALIAS, ROLE, WIKIDATA, COUNTRY, NAMED, WEAK, DATE, TYPE})

Fact = tuple[str, str, str, str]
"""Article, entity (or the article itself), predicate and value, all as plain text."""


def entity_rows(engine: Engine, taken: Mapping[str, Taken]) -> list[EntityRow]:
    """Read the table of entities from the article graphs, sorted by IRI and article.

    Args:
        engine: where the article graphs are, some of them merged.
        taken: what merging took away and put in, by the IRI of each merged article.
    """
    put = {_fact(quad) for merged in taken.values() for quad in merged.put if quad.predicate.value in READ}
    live = (fact for fact in _live(engine) if fact not in put)
    lost = (_fact(quad) for merged in taken.values() for quad in merged.quads if quad.predicate.value in READ)
    return rows_of(chain(live, lost))


def table_of(quads: Iterable[ox.Quad]) -> list[EntityRow]:
    """The entities of an article graph as extracted, sorted by IRI."""
    return rows_of(_fact(quad) for quad in quads if quad.predicate.value in READ)


def _fact(quad: ox.Quad) -> Fact:
    return graph_of(quad), text_of(quad.subject), quad.predicate.value, text_of(quad.object)


def _live(engine: Engine) -> Iterator[Fact]:
    """One query a class and predicate: IRIs that are known beforehand need not be looked up for every row."""
    for kind in CLASSES:
        for article, iri, name in engine.texts(f"GRAPH ?g {{ ?s a <{kind}> ; <{NAME}> ?v }}"):
            yield article, iri, TYPE, kind
            yield article, iri, NAME, name
    for predicate in (ALIAS, ROLE, WIKIDATA, COUNTRY):
        for article, iri, value in engine.texts(f"GRAPH ?g {{ ?s <{predicate}> ?v }}"):
            yield article, iri, predicate, value
    for predicate, value in ((NAMED, "false"), (WEAK, "true")):
        for article, iri, _ in engine.texts(f"GRAPH ?g {{ ?s <{predicate}> {value} }}"):
            yield article, iri, predicate, value
    for article, _, date in engine.texts(f"GRAPH ?g {{ ?g <{DATE}> ?v }}"):
        yield article, article, DATE, date


def rows_of(facts: Iterable[Fact]) -> list[EntityRow]:
    """Assemble the rows; what is not about an entity or an article is passed over."""
    kinds: dict[tuple[str, str], EntityType] = {}
    values: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(dict)
    for article, iri, predicate, value in facts:
        if predicate == TYPE:
            if value in CLASSES:
                kinds[iri, article] = CLASSES[value]
        else:
            values[iri, article].setdefault(predicate, []).append(value)
    members: dict[str, list[str]] = defaultdict(list)
    keys = sorted(key for key in kinds if NAME in values[key])
    for iri, article in keys:
        members[article].append(iri)
    others = {article: tuple(iris) for article, iris in members.items()}
    dates = {article: min(values[article, article].get(DATE, []), default=None) for article in others}
    return [_row(*key, kinds[key], values[key], dates[key[1]], others[key[1]]) for key in keys]


def _row(
    iri: str, article: str, kind: EntityType, found: dict[str, list[str]], date: str | None, others: tuple[str, ...]
) -> EntityRow:
    return EntityRow(
        iri,
        article,
        kind,
        name=min(found.get(NAME, [""])),
        aliases=tuple(sorted(found.get(ALIAS, ()))),
        roles=tuple(sorted(found.get(ROLE, ()))),
        named="false" not in found.get(NAMED, ()),
        weak="true" in found.get(WEAK, ()),
        country=min(found.get(COUNTRY, ()), default=None),
        wikidata=min(found.get(WIKIDATA, ()), default=None),
        date=date,
        others=others,
    )
