"""From names to entities and back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from rdflib import URIRef

from kg.errors import QueryError
from kg.rdf.vocabulary import PREFIXES
from kg.store import Store

CONTAINING = """SELECT DISTINCT ?entity ?label ?type {
  { SELECT DISTINCT ?entity ?label {
      VALUES ?p { skos:prefLabel skos:altLabel } ?entity ?p ?label FILTER(CONTAINS(LCASE(STR(?label)), ?part)) } }
  OPTIONAL { ?entity a ?type } }"""
ALL = "SELECT DISTINCT ?label { ?entity skos:prefLabel|skos:altLabel ?label }"
LABELS = (
    "SELECT ?entity (MIN(?label) AS ?name) {{ VALUES ?entity {{ {iris} }} ?entity ?p ?label . "
    "VALUES ?p {{ skos:prefLabel rdfs:label dcterms:title }} }} GROUP BY ?entity"
)
ASKED_AT_ONCE = 500


def find(store: Store, name: str) -> list[URIRef]:
    """The entities that a name may mean, sorted.

    Exact labels (any case) and, of persons, labels that end in it ("Putin"); else labels with it as a word ("Frankfurt"
    for "Frankfurt am Main"); else labels with it as a part.

    Raises:
        QueryError: nothing is called so; the message names what comes near.
    """
    if re.fullmatch(r"https?://[^\x00-\x20<>\"{}|^`\\]+", name):
        return [URIRef(name)]
    part = name.strip().lower()
    rows = store.query(CONTAINING, bindings={"part": part}).rows if part else ()
    found = [(str(entity), str(label).lower(), str(kind).endswith("#Person")) for entity, label, kind in rows]
    word = re.compile(rf"\b{re.escape(part)}\b")
    for tier in (
        {iri for iri, label, person in found if label == part or (person and label.endswith(f" {part}"))},
        {iri for iri, label, _ in found if word.search(label)},
        {iri for iri, _, _ in found},
    ):
        if tier:
            return [URIRef(iri) for iri in sorted(tier)]
    labels = {str(row[0]).lower(): str(row[0]) for row in store.query(ALL).rows}
    close = [labels[label] for label in get_close_matches(part, labels, 3)]
    hint = f"did you mean {' or '.join(close)}?" if close else "`kg entities` lists who and what is known"
    raise QueryError(f"nothing in the store is called {name!r}: {hint}")


def labels_of(store: Store, iris: Iterable[str]) -> dict[str, str]:
    """A readable name for each IRI: its label, or prefix and local name."""
    wanted = sorted({iri for iri in iris if not re.search(r'[\x00-\x20<>"{}|^`\\]', iri)})
    names = {iri: short(iri) for iri in wanted}
    asked = [iri for iri in wanted if not iri.startswith((PREFIXES["kg"], PREFIXES["rdf"]))]
    for start in range(0, len(asked), ASKED_AT_ONCE):
        batch = " ".join(f"<{iri}>" for iri in asked[start : start + ASKED_AT_ONCE])
        for entity, name in store.query(LABELS.format(iris=batch)).rows:
            names[str(entity)] = str(name)
    return names


def short(iri: str) -> str:
    """An IRI of ours without what every one begins with, others by prefix."""
    if iri.startswith(PREFIXES["kg"]):
        return iri.removeprefix(PREFIXES["kg"])
    for prefix, start in PREFIXES.items():
        if iri.startswith(start):
            return f"{prefix}:{iri.removeprefix(start)}"
    return iri.rsplit("/", 1)[-1]
