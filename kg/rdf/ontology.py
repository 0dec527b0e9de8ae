"""Where the ontology lies, and what code wants to know of it."""

from __future__ import annotations

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.rdf.vocabulary import KG

NEWSKG, ALIGNMENT, SHAPES = "newskg.ttl", "alignment.ttl", "shapes.ttl"


def ontology_file(name: str) -> Traversable:
    """Find a file of the ontology: inside the installed package, or beside it in a checkout."""
    inside = resources.files("kg") / "ontology" / name
    return inside if inside.is_file() else Path(__file__).parents[2] / "ontology" / name


@cache
def ontology(*names: str) -> Graph:
    """Parse files of the ontology, by default ``newskg.ttl``, into one graph; not to be changed."""
    graph = Graph()
    for name in names or (NEWSKG,):
        graph.parse(data=ontology_file(name).read_text(encoding="utf8"), format="turtle")
    return graph


@cache
def signature(predicate: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the classes of entities that a predicate's subject and object may have; no classes where it is text."""
    graph, term = ontology(), URIRef(KG + predicate)
    domain, range_ = graph.value(term, RDFS.domain), graph.value(term, RDFS.range)
    return _leaves(graph, domain), _leaves(graph, range_)


@cache
def label(name: str, language: str = "de") -> str:
    """Give the label of a class, predicate or individual by its local name; the name itself if it has none."""
    for found in ontology().objects(URIRef(KG + name), RDFS.label):
        if getattr(found, "language", None) == language:
            return str(found)
    return name


@cache
def sub_properties(predicate: str) -> frozenset[str]:
    """Give a predicate and all that are more specific, by local name."""
    found = ontology().transitive_subjects(RDFS.subPropertyOf, URIRef(KG + predicate))
    return frozenset(str(term).removeprefix(KG) for term in found)


def _leaves(graph: Graph, term: Node | None) -> frozenset[str]:
    if term is None:
        return frozenset()
    if members := graph.value(term, OWL.unionOf):
        return frozenset().union(*(_leaves(graph, member) for member in Collection(graph, members)))
    return frozenset({str(term).removeprefix(KG)} if (term, RDF.type, OWL.Class) in graph else ())
