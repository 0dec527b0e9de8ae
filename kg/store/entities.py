"""The table of entities that linking across articles reads: one row an entity and article, as extracted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

import pyoxigraph as ox

from kg.model import EntityRow, EntityType
from kg.rdf.vocabulary import KG, PREFIXES
from kg.store.engine import Engine, graph_of, text_of
from kg.store.names import ALT_LABEL, PREF_LABEL, TYPE
from kg.store.originals import parse, unpack

COUNTRY = ox.NamedNode(KG + "country")
DATE = ox.NamedNode(PREFIXES["dcterms"] + "date")
NAMED = ox.NamedNode(KG + "named")
ROLE = ox.NamedNode(KG + "role")
WEAK = ox.NamedNode(KG + "weak")
WIKIDATA = ox.NamedNode(PREFIXES["skos"] + "exactMatch")

CLASSES = {KG + kind: kind for kind in EntityType}
READ = (PREF_LABEL, ALT_LABEL, ROLE, NAMED, WEAK, COUNTRY, WIKIDATA, DATE)
READ_OR_TYPE = frozenset(str(name) for name in (*READ, TYPE))


def entity_rows(engine: Engine, originals: dict[str, str]) -> list[EntityRow]:
    """Read the table of entities, sorted by IRI and article.

    Args:
        engine: where the article graphs are, some of them merged.
        originals: for merged articles, the packed original by the article's IRI.
    """
    live = (quad for quad in _live(engine) if graph_of(quad) not in originals)
    return rows_of(chain(live, _packed(originals)))


def _live(engine: Engine) -> Iterator[ox.Quad]:
    for kind in CLASSES:
        yield from engine.quads((None, TYPE, ox.NamedNode(kind), None))
    for predicate in READ:
        yield from engine.quads((None, predicate, None, None))


def _packed(originals: dict[str, str]) -> Iterator[ox.Quad]:
    for packed in originals.values():
        _, lines = unpack(packed)
        yield from parse(line for line in lines if line.split(" ", 2)[1] in READ_OR_TYPE)


def rows_of(quads: Iterable[ox.Quad]) -> list[EntityRow]:
    """Assemble the rows from the quads that describe entities and articles; others are passed over."""
    kinds: dict[tuple[str, str], EntityType] = {}
    values: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(dict)
    for quad in quads:
        key = (text_of(quad.subject), graph_of(quad))
        value = text_of(quad.object)
        if quad.predicate == TYPE:
            if value in CLASSES:
                kinds[key] = CLASSES[value]
        else:
            values[key].setdefault(quad.predicate.value, []).append(value)
    members: dict[str, list[str]] = defaultdict(list)
    for iri, article in sorted(kinds):
        members[article].append(iri)
    others = {article: tuple(iris) for article, iris in members.items()}
    dates = {article: values[article, article].get(DATE.value, []) for article in others}
    return [_row(*key, kinds[key], values[key], dates[key[1]], others[key[1]]) for key in sorted(kinds)]


def _row(
    iri: str, article: str, kind: EntityType, found: dict[str, list[str]], dates: list[str], others: tuple[str, ...]
) -> EntityRow:
    def one(predicate: ox.NamedNode) -> str | None:
        return min(found.get(predicate.value, []), default=None)

    return EntityRow(
        iri,
        article,
        kind,
        name=one(PREF_LABEL) or "",
        aliases=tuple(sorted(found.get(ALT_LABEL.value, []))),
        roles=tuple(sorted(found.get(ROLE.value, []))),
        named=one(NAMED) != "false",
        weak=one(WEAK) == "true",
        country=one(COUNTRY),
        wikidata=one(WIKIDATA),
        date=min(dates, default=None),
        others=others,
    )
