"""What a store needs of an engine."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Protocol

import pyoxigraph as ox

from kg.store.results import Result

Term = ox.NamedNode | ox.Literal
Pattern = tuple[ox.NamedNode | None, ox.NamedNode | None, Term | None, ox.NamedNode | None]


class Engine(Protocol):
    """Keeps quads; ``change`` happens as a whole or not at all."""

    def begin(self) -> None:
        """Become the one writer; raises StoreError if somebody else is."""

    def reading(self) -> ox.Store:
        """An Oxigraph store with everything, to read from."""

    def quads(self, pattern: Pattern) -> Iterator[ox.Quad]:
        """The quads that match; None matches anything."""

    def texts(self, pattern: str) -> Iterator[tuple[str, str, str]]:
        """What ?g, ?s and ?v stand for wherever a pattern matches, as plain text ("" if unbound)."""

    def graphs(self) -> list[str]:
        """The names of all graphs, sorted."""

    def query(self, sparql: str, *, limit: int | None, timeout: float | None) -> Result:
        """Evaluate over the union of the named graphs."""

    def change(self, remove: Collection[ox.Quad], add: Collection[ox.Quad], drop: Iterable[str] = ()) -> None:
        """Remove and add quads and drop graphs in one transaction."""

    def update(self, sparql: str, home: ox.NamedNode) -> None:
        """Run a SPARQL update in one transaction; ``home`` is the graph for what it puts in none."""

    def load(self, quads: Iterable[ox.Quad]) -> None:
        """Add many quads, fast and not in one transaction."""

    def flush(self) -> None:
        """Make what was written durable and visible to other processes."""

    def close(self) -> None:
        """Flush and let go."""


def update_text(remove: Collection[ox.Quad], add: Collection[ox.Quad], drop: Iterable[str]) -> str:
    """One SPARQL update request that removes, adds and drops."""
    steps = []
    if remove:
        steps.append(f"DELETE DATA {{ {_blocks(remove)} }}")
    steps.extend(f"DROP SILENT GRAPH <{iri}>" for iri in drop)
    if add:
        steps.append(f"INSERT DATA {{ {_blocks(add)} }}")
    return " ;\n".join(steps)


def _blocks(quads: Collection[ox.Quad]) -> str:
    graphs: dict[str, list[str]] = {}
    for quad in quads:
        graphs.setdefault(str(quad.graph_name), []).append(f"{quad.subject} {quad.predicate} {quad.object} .")
    return "\n".join(f"GRAPH {name} {{\n" + "\n".join(lines) + "\n}" for name, lines in graphs.items())


def text_of(term: object) -> str:
    """An IRI's address or a literal's text."""
    if isinstance(term, str):
        return term
    assert isinstance(term, ox.NamedNode | ox.Literal), f"neither IRI nor literal: {term!r}"
    return term.value


def graph_of(quad: ox.Quad) -> str:
    """The name of a quad's graph, "" for the default graph."""
    return quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""


def node_of(term: object) -> ox.NamedNode:
    """A term that is known to be an IRI."""
    assert isinstance(term, ox.NamedNode), f"not an IRI: {term!r}"
    return term


def value_of(term: object) -> Term:
    """A term that is known to be an IRI or a literal."""
    assert isinstance(term, ox.NamedNode | ox.Literal), f"neither IRI nor literal: {term!r}"
    return term
