"""What a query returns, in rdflib's terms."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import pyoxigraph as ox
from rdflib import BNode, Literal, URIRef
from rdflib.term import Identifier


@dataclass(frozen=True, slots=True)
class Result:
    """The rows of a SELECT, the answer of an ASK or the triples of a CONSTRUCT.

    Terms are rdflib's: ``str(term)`` is the IRI or the text, ``term.toPython()`` the value, None an unbound variable.
    A CONSTRUCT has the variables ``subject``, ``predicate`` and ``object``, an ASK has ``answer``.
    ``truncated`` tells that the row limit left rows off.
    """

    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Identifier | None, ...], ...] = ()
    answer: bool | None = None
    triples: bool = False
    truncated: bool = False

    def dicts(self) -> list[dict[str, Identifier]]:
        """The rows as dictionaries, unbound variables left out."""
        return [{n: t for n, t in zip(self.variables, row, strict=True) if t is not None} for row in self.rows]


@lru_cache(maxsize=65536)
def to_rdflib(term: Hashable) -> Identifier:
    """An Oxigraph term as rdflib's; the same few IRIs and values stand in most rows of a result."""
    match term:
        case ox.NamedNode():
            return URIRef(term.value)
        case ox.Literal() if term.language:
            return Literal(term.value, lang=term.language)
        case ox.Literal() if term.datatype.value.endswith("#string"):
            return Literal(term.value)
        case ox.Literal():
            return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)
        case ox.BlankNode():
            return BNode(term.value)
    raise ValueError(f"Unexpected term {term!r}")


def from_rdflib(value: object) -> ox.NamedNode | ox.Literal:
    """An rdflib term, an Oxigraph term or a plain Python value (a literal) as Oxigraph's.

    Raises:
        ValueError: blank nodes, which cannot be bound, and values that are no RDF term.
    """
    match value:
        case ox.NamedNode() | ox.Literal():
            return value
        case URIRef():
            return ox.NamedNode(str(value))
        case Literal() if value.language:
            return ox.Literal(str(value), language=value.language)
        case Literal() if value.datatype:
            return ox.Literal(str(value), datatype=ox.NamedNode(str(value.datatype)))
        case BNode():
            raise ValueError(f"a blank node cannot be bound: {value!r}")
        case bool() | int() | float() | str():
            return ox.Literal(value)
    raise ValueError(f"not an RDF term: {value!r}")


def texts_of(solutions: ox.QuerySolutions) -> Iterator[tuple[str, str, str]]:
    """Three columns as plain text, "" where unbound."""
    for solution in solutions:
        first, second, third = (getattr(term, "value", "") for term in solution)
        yield first, second, third


def collect(found: object, limit: int | None) -> Result:
    """Read what Oxigraph found into a Result, at most ``limit`` rows."""
    if isinstance(found, ox.QueryBoolean):
        return Result(answer=bool(found))
    if isinstance(found, ox.QuerySolutions):
        variables = tuple(variable.value for variable in found.variables)
        return rows_of(variables, (tuple(solution) for solution in found), limit, triples=False)
    if isinstance(found, ox.QueryTriples):
        names = ("subject", "predicate", "object")
        return rows_of(names, ((t.subject, t.predicate, t.object) for t in found), limit, triples=True)
    raise ValueError(f"Unexpected query result {found!r}")


def rows_of(
    variables: tuple[str, ...], rows: Iterable[tuple[Hashable, ...]], limit: int | None, *, triples: bool
) -> Result:
    """Rows of Oxigraph's terms as a Result, at most ``limit`` of them."""
    taken = list(rows if limit is None else islice(rows, limit + 1))
    truncated = limit is not None and len(taken) > limit
    kept = taken[:limit] if truncated else taken
    terms = tuple(tuple(None if term is None else to_rdflib(term) for term in row) for row in kept)
    return Result(variables, terms, triples=triples, truncated=truncated)
