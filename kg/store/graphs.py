"""The store: articles in named graphs, whatever engine keeps them."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from types import TracebackType
from typing import IO, Self

import pyoxigraph as ox
from rdflib import Dataset

from kg.errors import StoreError
from kg.store.engine import Engine
from kg.store.names import ARTICLE, DIGEST, TYPE, UNMERGED, merges_graph
from kg.store.results import Result

SORTED_AT_ONCE = 200_000


class Store:
    """Articles in named graphs; use it as a context manager, so that what was written is flushed.

    Reading does not lock; the first write (or ``begin``) makes this the one writer until ``close``.
    """

    def __init__(self, engine: Engine, base: str) -> None:
        self.engine = engine
        self.base = base

    def begin(self) -> None:
        """Become the one writer now, not at the first write.

        Raises:
            StoreError: another process writes; the message names it.
        """
        self.engine.begin()

    def articles(self) -> dict[str, str]:
        """The IRI of every article with the digest it was built from ("" if it has none), sorted."""
        found = {quad.subject.value: "" for quad in self.engine.quads((None, TYPE, ARTICLE, None))}
        for quad in self.engine.quads((None, DIGEST, None, None)):
            if quad.subject.value in found:
                found[quad.subject.value] = quad.object.value
        return dict(sorted(found.items()))

    def replace(self, article: str, nquads: Iterable[str]) -> None:
        """Put an article's graph in place of what is there, in one transaction.

        Args:
            article: the article's IRI, which names its graph.
            nquads: the lines of the graph, as they were extracted (not merged).

        Raises:
            StoreError: a line is no N-Quad, belongs to another graph or has a blank node; or writing fails.
        """
        new = _parse(article, nquads)
        graph = ox.NamedNode(article)
        old = set(self.engine.quads((None, None, None, graph)))
        if not old:
            self.engine.change((), new)
            return
        merged = list(self.engine.quads((graph, UNMERGED, None, merges_graph(self.base))))
        self.engine.change([*(old - new), *merged], new - old)

    def remove(self, article: str) -> None:
        """Drop an article's graph and what the store keeps about it; the merges are for ``apply_merges``."""
        graph = ox.NamedNode(article)
        if not any(self.engine.quads((graph, TYPE, ARTICLE, graph))):
            raise StoreError(f"there is no article {article}: `kg query --named sources` lists them")
        self.engine.change(list(self.engine.quads((graph, UNMERGED, None, merges_graph(self.base)))), (), [article])

    def query(
        self,
        sparql: str,
        *,
        bindings: Mapping[str, object] | None = None,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Result:
        """Ask the union of all graphs; nothing is ever changed.

        Args:
            sparql: a SELECT, ASK, CONSTRUCT or DESCRIBE; the usual prefixes need no declaration.
            bindings: variables and the terms they stand for (rdflib terms, or Python values for literals).
            limit: the most rows to return; the result tells if there were more.
            timeout: seconds after which the query is stopped.

        Raises:
            QueryError: the query is wrong (with its place), refused or too slow.
        """
        return self.engine.query(sparql, limit=limit, timeout=timeout)

    def graphs(self) -> list[str]:
        """The names of all graphs, sorted."""
        return self.engine.graphs()

    def graph(self, name: str) -> list[str]:
        """The lines of one graph, sorted N-Quads."""
        return sorted(f"{quad} ." for quad in self.engine.quads((None, None, None, ox.NamedNode(name))))

    def nquads(self) -> Iterator[str]:
        """Everything, as sorted N-Quads lines without newline; memory does not grow with the store."""
        lines = (f"{quad} .\n" for quad in self.engine.quads((None, None, None, None)))
        with tempfile.TemporaryDirectory() as folder:
            runs: list[IO[str]] = []
            while run := sorted(islice(lines, SORTED_AT_ONCE)):
                file = open(f"{folder}/{len(runs)}", "w+", encoding="utf8", newline="\n")
                file.writelines(run)
                file.seek(0)
                runs.append(file)
            for line in heapq.merge(*runs):
                yield line[:-1]
            for file in runs:
                file.close()

    def dataset(self) -> Dataset:
        """An rdflib Dataset on the store, whose default graph is the union of all; for reading."""
        from oxrdflib import OxigraphStore

        return Dataset(store=OxigraphStore(store=self.engine.reading()), default_union=True)

    def flush(self) -> None:
        """Make what was written durable, and visible to readers in other processes."""
        self.engine.flush()

    def close(self) -> None:
        """Flush and let go."""
        self.engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _parse(article: str, nquads: Iterable[str]) -> set[ox.Quad]:
    try:
        quads = set(ox.parse("\n".join(nquads), format=ox.RdfFormat.N_QUADS))
    except SyntaxError as error:
        raise StoreError(f"{article}: what should be stored is no N-Quads: {error}") from error
    graph = ox.NamedNode(article)
    for quad in quads:
        if quad.graph_name != graph:
            raise StoreError(f"{article}: a quad belongs to the graph {quad.graph_name}, not to the article's")
        if isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode):
            raise StoreError(f"{article}: blank nodes are not stored, they cannot be found again: mint an IRI")
    return quads
