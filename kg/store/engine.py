"""What a store needs of an engine, and the engine in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Protocol

import pyoxigraph as ox

Term = ox.NamedNode | ox.Literal
Pattern = tuple[ox.NamedNode | None, ox.NamedNode | None, Term | None, ox.NamedNode | None]


class Engine(Protocol):
    """Keeps quads; ``change`` happens as a whole or not at all."""

    def begin(self) -> None:
        """Become the one writer; raises StoreError if somebody else is."""

    def quads(self, pattern: Pattern) -> Iterator[ox.Quad]:
        """The quads that match; None matches anything."""

    def graphs(self) -> list[str]:
        """The names of all graphs, sorted."""

    def query(self, sparql: str, *, limit: int | None, timeout: float | None) -> object:
        """Evaluate over the union of the named graphs; gives what ``pyoxigraph.Store.query`` gives."""

    def change(self, remove: Collection[ox.Quad], add: Collection[ox.Quad], drop: Iterable[str] = ()) -> None:
        """Remove and add quads and drop graphs in one transaction."""

    def update(self, sparql: str) -> None:
        """Run a SPARQL update in one transaction."""

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
