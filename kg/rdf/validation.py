"""Does an article's graph keep the contract? SHACL for its shape, a few checks that SHACL is slow or mute at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyshacl
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from kg.rdf.ontology import SHAPES, ontology, signature
from kg.rdf.vocabulary import KG, PREDICATES, PREFIXES, SYMMETRIC

SH = Namespace("http://www.w3.org/ns/shacl#")
OA = Namespace(PREFIXES["oa"])
NS = Namespace(KG)
PLAIN = frozenset({NS.Asserted, NS.Reported})

Triple = tuple[Node, Node, Node]


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What is wrong with a node of an article's graph, in one line."""

    article: str
    node: str
    message: str
    value: str | None = None

    def __str__(self) -> str:
        value = "" if self.value is None else f" (found: {self.value})"
        return f"{self.article}: {self.node}: {self.message}{value}"


def violations(article: str, nquads: Iterable[str]) -> list[Violation]:
    """Check one article's graph.

    Args:
        article: the article's IRI, which names its graph.
        nquads: the lines of its graph, and of no other.

    Returns:
        What is wrong, sorted: shapes (``ontology/shapes.ttl``), quotations that are not in the text, subjects and
        objects outside a predicate's domain and range, plain triples without a claim behind them and the reverse.
    """
    graph = Graph()
    graph.parse(data="".join(f"{line.rsplit(' ', 2)[0]} .\n" for line in nquads), format="nt")
    found = [*_shapes(graph), *_quotations(graph), *_signatures(graph), *_plain_triples(graph)]
    return sorted({Violation(article, node, message, value) for node, message, value in found}, key=str)


Found = tuple[str, str, str | None]


def _shapes(graph: Graph) -> Iterator[Found]:
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=ontology(SHAPES), inplace=True)
    if conforms:
        return
    for result in report.subjects(RDF.type, SH.ValidationResult):
        if (None, SH.detail, result) in report:
            continue
        value = report.value(result, SH.value)
        message = report.value(result, SH.resultMessage)
        yield str(report.value(result, SH.focusNode)), str(message), None if value is None else str(value)


def _quotations(graph: Graph) -> Iterator[Found]:
    for node, exact in graph.subject_objects(OA.exact):
        text = graph.value(graph.value(node, OA.hasSource), NS.text)
        start, end = graph.value(node, OA.start), graph.value(node, OA.end)
        if text is not None and start is not None and end is not None:
            there = str(text)[int(str(start)) : int(str(end))]
            if there != str(exact):
                yield str(node), "a quotation is the text from its start to its end", str(exact)


def _signatures(graph: Graph) -> Iterator[Found]:
    for claim, predicate in graph.subject_objects(RDF.predicate):
        name = str(predicate).removeprefix(KG)
        if name not in PREDICATES:
            continue
        for role, classes in zip((RDF.subject, RDF.object), signature(name), strict=True):
            entity = graph.value(claim, role)
            kinds = {str(kind).removeprefix(KG) for kind in graph.objects(entity, RDF.type)}
            if classes and kinds and not kinds & classes:
                wanted = ", ".join(sorted(classes))
                yield (
                    str(claim),
                    f"the {role.fragment} of kg:{name} is one of {wanted}",
                    f"{entity} a {', '.join(kinds)}",
                )


def _plain_triples(graph: Graph) -> Iterator[Found]:
    wanted = set(_supported(graph))
    there: set[Triple] = {
        (s, URIRef(KG + name), o) for name in PREDICATES for s, o in graph.subject_objects(URIRef(KG + name))
    }
    for triple in there - wanted:
        yield _plain(triple, "a plain triple stands on a claim that holds")
    for triple in wanted - there:
        yield _plain(triple, "a claim that holds has its plain triple")


def _plain(triple: Triple, message: str) -> Found:
    subject, predicate, obj = triple
    return str(subject), f"{message}: {_name(predicate)}", str(obj)


def _supported(graph: Graph) -> Iterator[Triple]:
    """The plain triples that the claims of a graph stand for."""
    for claim in graph.subjects(RDF.type, NS.Claim):
        s, p, o = (graph.value(claim, role) for role in (RDF.subject, RDF.predicate, RDF.object))
        former = graph.value(claim, NS.former)
        holds = graph.value(claim, NS.factuality) in PLAIN and not (isinstance(former, Literal) and former.toPython())
        if s is None or p is None or o is None or s == o or not holds or _name(p) not in PREDICATES:
            continue
        yield s, p, o
        if _name(p) in SYMMETRIC:
            yield o, p, s


def _name(predicate: Node) -> str:
    return str(predicate).removeprefix(KG)
