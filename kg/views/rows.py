"""The queries by which views read a store: each is asked once, whatever the size of the graph."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import Any, Protocol

import rdflib
from rdflib import Literal

from kg.dates import edtf_bounds
from kg.model import EntityType
from kg.views.records import Fact, Happening, Source, Thing, Told

PREFIXES = """
PREFIX kg: <https://w3id.org/newskg/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX oa: <http://www.w3.org/ns/oa#>
"""
CLAIMS = """
SELECT ?claim ?s ?p ?o ?factuality ?article ?exact ?start ?end ?confidence ?extractor
       ?source ?time ?place ?former ?event WHERE {
  ?claim a kg:Claim ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
         kg:factuality ?factuality ; prov:wasDerivedFrom ?quote .
  ?quote oa:hasSource ?article ; oa:exact ?exact ; oa:start ?start ; oa:end ?end .
  OPTIONAL { ?claim kg:confidence ?confidence }
  OPTIONAL { ?claim kg:extractor ?extractor }
  OPTIONAL { ?claim kg:source ?source }
  OPTIONAL { ?claim kg:time ?time }
  OPTIONAL { ?claim kg:place ?place }
  OPTIONAL { ?claim kg:former ?former }
  OPTIONAL { ?claim kg:event ?event }
}"""
LABELS = """
SELECT ?entity ?type ?label ?named WHERE {
  ?entity a ?type ; skos:prefLabel ?label .
  OPTIONAL { ?entity kg:named ?named }
}"""
NAMES = """
SELECT ?entity ?property ?value WHERE {
  VALUES ?property { skos:altLabel kg:role }
  ?entity ?property ?value .
}"""
EVENTS = """
SELECT ?event ?type ?property ?value WHERE {
  VALUES ?property { kg:participant kg:place kg:time }
  ?event a ?type ; ?property ?value .
  FILTER EXISTS { ?event kg:participant ?anybody }
}"""
ARTICLES = """
SELECT ?article ?id ?title ?date ?url WHERE {
  ?article a kg:Article ; dcterms:identifier ?id .
  OPTIONAL { ?article dcterms:title ?title }
  OPTIONAL { ?article dcterms:date ?date }
  OPTIONAL { ?article dcterms:source ?url }
}"""
TEXTS = "SELECT ?article ?text WHERE { ?article kg:text ?text }"
MENTIONS = """
SELECT ?article ?entity ?start ?end WHERE {
  ?mention a kg:Mention ; kg:refersTo ?entity ; oa:hasSource ?article ; oa:start ?start ; oa:end ?end .
}"""
PHRASES = """
SELECT ?p ?label WHERE { ?claim a kg:Claim ; rdf:predicate ?p . ?p rdfs:label ?label }"""
_TYPES = {str(kind): place for place, kind in enumerate(EntityType)}

Row = tuple[Any, ...]


@contextmanager
def uncollected() -> Iterator[None]:
    """Go without the garbage collector's rounds, as a decorator too: what views read stays, and has no circles.

    With 100,000 claims the rounds take a third of the time.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class Store(Protocol):
    """Anything that answers SPARQL with rows of rdflib terms: ``kg.store.Store``, an rdflib graph or dataset."""

    def query(self, query_object: str, /) -> Any:
        """Answer a SELECT query."""


def rows(store: Store, sparql: str) -> Iterator[Row]:
    """Ask a store; a row is a tuple of terms, None where a variable is unbound."""
    if isinstance(store, rdflib.Dataset) and not store.default_union:
        store = rdflib.Dataset(store=store.store, default_union=True)
    result = store.query(PREFIXES + sparql)
    yield from (tuple(row) for row in getattr(result, "rows", result))


@lru_cache(maxsize=8192)
def local(iri: str) -> str:
    """Give the part of an IRI after its last # or /."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


@lru_cache(maxsize=8192)
def days(edtf: str | None) -> tuple[date, date] | None:
    """Give the days that an EDTF date covers; None for no date or one that cannot be read."""
    try:
        return edtf_bounds(edtf) if edtf else None
    except ValueError:
        return None


def facts(store: Store, articles: dict[str, Source]) -> list[Fact]:
    """Read all claims, sorted by article and place in it; one that stands on two quotations keeps the first."""
    found: dict[str, Fact] = {}
    for row in rows(store, CLAIMS):
        fact = _fact(row, articles)
        if fact.iri not in found or fact.start < found[fact.iri].start:
            found[fact.iri] = fact
    return sorted(found.values(), key=lambda fact: (fact.article, fact.start, fact.end, fact.iri))


def _fact(row: Row, articles: dict[str, Source]) -> Fact:
    iri, subject, predicate, obj, factuality, article, exact, start, end = row[:9]
    confidence, extractor, source, time, place, former, event = row[9:]
    told = articles.get(str(article))
    span = days(text(time)) or (days(told.date) if told else None) or (None, None)
    return Fact(
        iri=str(iri),
        subject=str(subject),
        predicate=predicate_name(str(predicate)),
        object=str(obj),
        literal=isinstance(obj, Literal),
        factuality=local(str(factuality)),
        article=str(article),
        exact=str(exact),
        start=int(start),
        end=int(end),
        confidence=float(confidence) if confidence is not None else 1.0,
        extractor=text(extractor) or "",
        source=text(source),
        time=text(time),
        place=text(place),
        former=text(former) in ("true", "1", "True"),
        event=text(event),
        first=span[0],
        last=span[1],
    )


@lru_cache(maxsize=8192)
def predicate_name(iri: str) -> str:
    """Give a predicate's local name, with "open:" before that of an open one."""
    return f"open:{local(iri)}" if "/open#" in iri else local(iri)


def text(term: object) -> str | None:
    """Give a term as a string, None if there is none."""
    return None if term is None else str(term)


def things(store: Store) -> dict[str, Thing]:
    """Read all entities by IRI; of several best names the longest counts, of several types the most specific."""
    more: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entity, name, value in rows(store, NAMES):
        more[str(entity), local(str(name))].add(str(value))
    found: dict[str, list[tuple[int, int, str, str, bool]]] = defaultdict(list)
    for entity, kind, label, named in rows(store, LABELS):
        if (type_ := local(str(kind))) in _TYPES:
            has_name = text(named) not in ("false", "0")
            found[str(entity)].append((_TYPES[type_], -len(label), str(label), type_, has_name))
    best = {iri: min(seen) for iri, seen in found.items()}
    return {
        iri: Thing(
            iri,
            type_,
            label,
            named,
            tuple(sorted((more[iri, "altLabel"] | {seen[2] for seen in found[iri]}) - {label})),
            tuple(sorted(more[iri, "role"])),
        )
        for iri, (_, _, label, type_, named) in best.items()
    }


def happenings(store: Store) -> dict[str, Happening]:
    """Read all events by IRI."""
    types: dict[str, set[str]] = defaultdict(set)
    values: dict[tuple[str, str], set[str]] = defaultdict(set)
    for event, kind, name, value in rows(store, EVENTS):
        types[str(event)].add(local(str(kind)))
        values[str(event), local(str(name))].add(str(value))
    return {
        iri: Happening(
            iri,
            min(kinds - {"Event"}, default="Event"),
            tuple(sorted(values[iri, "participant"])),
            tuple(sorted(values[iri, "place"])),
            min(values[iri, "time"], default=None),
        )
        for iri, kinds in types.items()
    }


def articles(store: Store) -> dict[str, Source]:
    """Read all articles by IRI."""
    found: dict[str, Source] = {}
    for iri, *values in sorted(rows(store, ARTICLES), key=str):
        identifier, title, day, url = (text(value) for value in values)
        found.setdefault(str(iri), Source(str(iri), identifier or "", title, day, url))
    return found


def told(store: Store, wanted: Collection[str]) -> dict[str, Told]:
    """Read the texts and mentions of the wanted articles, by the article's IRI."""
    if not wanted:
        return {}
    values = "VALUES ?article {" + " ".join(f"<{iri}>" for iri in sorted(wanted)) + "}\n"
    mentions: dict[str, set[tuple[int, int, str]]] = defaultdict(set)
    for article, entity, start, end in rows(store, _within(MENTIONS, values)):
        mentions[str(article)].add((int(start), int(end), str(entity)))
    return {
        str(article): Told(str(content), tuple(sorted(mentions[str(article)])))
        for article, content in rows(store, _within(TEXTS, values))
    }


def _within(query: str, values: str) -> str:
    return query.replace("WHERE {", "WHERE { " + values, 1)


def phrases(store: Store) -> dict[str, str]:
    """Read how open predicates are worded, by their name."""
    return {predicate_name(str(p)): str(label) for p, label in sorted(_distinct(rows(store, PHRASES)))}


def _distinct(found: Iterable[Row]) -> set[tuple[str, str]]:
    return {(str(p), str(label)) for p, label in found if "/open#" in str(p)}
