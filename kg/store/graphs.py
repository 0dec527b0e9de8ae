"""The store: articles in named graphs, whatever engine keeps them."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from difflib import get_close_matches
from itertools import islice, pairwise
from types import TracebackType
from typing import IO, Self

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Dataset

from kg.errors import StoreError
from kg.model import Decision, EntityRow
from kg.store import history, linking, merging
from kg.store.engine import Engine, text_of
from kg.store.history import ClaimChange
from kg.store.merging import Link
from kg.store.names import (
    ARTICLE,
    DIGEST,
    IDENTIFIER,
    TYPE,
    UNMERGED,
    history_graph,
    imported_graph,
    linking_graph,
    merges_graph,
)
from kg.store.results import Result
from kg.store.sparql import bind, check_query, check_update

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
        found = {text_of(quad.subject): "" for quad in self.engine.quads((None, TYPE, ARTICLE, None))}
        for quad in self.engine.quads((None, DIGEST, None, None)):
            if text_of(quad.subject) in found:
                found[text_of(quad.subject)] = text_of(quad.object)
        return dict(sorted(found.items()))

    def digest(self, article: str) -> str | None:
        """The digest that an article, by its IRI, was built from; None if it is not there or has none."""
        node = ox.NamedNode(article)
        return next((text_of(quad.object) for quad in self.engine.quads((node, DIGEST, None, node))), None)

    def article(self, name: str) -> str:
        """The IRI of an article by its identifier or its IRI.

        Raises:
            StoreError: there is none; the message names similar ones.
        """
        literal = ox.Literal(name)
        for quad in self.engine.quads((None, IDENTIFIER, literal, None)):
            return text_of(quad.subject)
        if name in self.articles():
            return name
        known = [text_of(quad.object) for quad in self.engine.quads((None, IDENTIFIER, None, None))]
        close = get_close_matches(name, known, 3, 0.5)
        hint = f"did you mean {' or '.join(close)}?" if close else "`kg query --named sources` lists the articles"
        raise StoreError(f"there is no article {name!r}: {hint}")

    def stale(self, tools: str) -> list[str]:
        """The articles whose digest says that they were not built by these tools (the part after the "-")."""
        return [article for article, digest in self.articles().items() if digest.partition("-")[2] != tools]

    def replace(self, article: str, nquads: Iterable[str], *, keep_versions: bool = False) -> None:
        """Put an article's graph in place of what is there, in one transaction.

        If the article itself changed (not only the tools), the version before is remembered for ``changes``.

        Args:
            article: the article's IRI, which names its graph.
            nquads: the lines of the graph, as they were extracted (not merged).
            keep_versions: keep this older version for good, not only until the next change.

        Raises:
            StoreError: a line is no N-Quad, belongs to another graph or has a blank node; or writing fails.
        """
        self.replace_all({article: nquads}, keep_versions=keep_versions)

    def replace_all(self, articles: Mapping[str, Iterable[str]], *, keep_versions: bool = False) -> None:
        """Do what `replace` does for some articles; all that are new are put in in one transaction, which is faster.

        Args:
            articles: the lines of each graph by the article's IRI.
            keep_versions: keep older versions for good.

        Raises:
            StoreError: as `replace`.
        """
        self.engine.begin()
        if not any(self.engine.quads((None, None, None, None))):
            self.engine.change((), [linking.never(self.base)])
        new: list[ox.Quad] = []
        for article, nquads in articles.items():
            quads = _parse(article, nquads)
            if any(self.engine.quads((None, None, None, ox.NamedNode(article)))):
                self._replace(article, quads, keep_versions=keep_versions)
            else:
                new += [*quads, *linking.change(self.engine, self.base, article, quads)[1]]
        if new:
            self.engine.change((), new)

    def _replace(self, article: str, new: set[ox.Quad], *, keep_versions: bool) -> None:
        graph = ox.NamedNode(article)
        before = merging.original(self.engine, self.base, article)
        if before == new:
            return
        old = set(self.engine.quads((None, None, None, graph)))
        remove, add = linking.change(self.engine, self.base, article, new)
        remove, add = remove | (old - new), add | (new - old)
        remove.update(self.engine.quads((graph, UNMERGED, None, merges_graph(self.base))))
        if history.content_digest(before) != history.content_digest(new):
            dropped, kept = history.keep_version(self.engine, self.base, article, before, forever=keep_versions)
            remove, add = remove | (dropped - kept), add | (kept - dropped)
        self.engine.change(remove, add)

    def remove(self, article: str) -> None:
        """Drop an article's graph and what the store keeps about it; the merges are for ``apply_merges``.

        Raises:
            StoreError: there is no such article.
        """
        self.engine.begin()
        iri = self.article(article)
        remove, marks = linking.change(self.engine, self.base, iri, None)
        remove.update(self.engine.quads((ox.NamedNode(iri), UNMERGED, None, merges_graph(self.base))))
        remove.update(history.quads_of(self.engine, self.base, iri))
        self.engine.change(remove, marks, [iri])

    def changes(self, article: str) -> list[ClaimChange] | None:
        """What changed in an article's claims from its last version to the present one; None if it never changed."""
        steps = self.corrections(article)
        return steps[max(steps)] if steps else None

    def corrections(self, article: str) -> dict[int, list[ClaimChange]]:
        """What changed from each older version that is kept to the next one, by the number of the older one."""
        versions = history.older_versions(self.engine, self.base, article)
        now = merging.original(self.engine, self.base, article)
        states = [*versions.values(), now]
        return {n: history.changes(*pair) for n, pair in zip(versions, pairwise(states), strict=True)}

    def entities(self) -> list[EntityRow]:
        """Every entity of every article as extracted, before merging; sorted by IRI and article."""
        return merging.table(self.engine, self.base)

    def decide(self, first: str, second: str, *, same: bool, why: str = "") -> None:
        """Note that two entities (IRIs as extracted) are, or are not, the same; ``apply_merges`` acts on it."""
        self.engine.begin()
        merging.decide(self.engine, self.base, first, second, same=same, why=why)

    def decisions(self) -> list[Decision]:
        """What was decided, sorted."""
        return merging.decisions(self.engine, self.base)

    def apply_merges(self, link: Link | None = None) -> int:
        """Find out who is who across articles and rewrite the article graphs that this concerns.

        Args:
            link: a pure function of the entity table and the decisions that returns the merges. Without it newskg's
                own linking looks only at what has changed since it was here last, with the same outcome.

        Returns:
            How many article graphs were rewritten.

        Raises:
            ValueError: the merges contradict each other.
        """
        self.engine.begin()
        return merging.apply_merges(self.engine, self.base, link)

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
        check_query(sparql)
        return self.engine.query(bind(sparql, bindings or {}), limit=limit, timeout=timeout)

    def update(self, sparql: str) -> None:
        """Run a SPARQL update, all of it or nothing; what it puts in no graph goes to the graph "imported".

        Raises:
            QueryError: the update is wrong, or reads from another server.
        """
        check_update(sparql)
        self._unlink()
        self.engine.update(sparql, imported_graph(self.base))

    def load(self, quads: Iterable[ox.Quad]) -> None:
        """Add quads of any graphs, fast and not in one transaction."""
        self._unlink()
        self.engine.load(quads)

    def _unlink(self) -> None:
        self.engine.begin()
        if noted := linking.noted(self.engine, self.base):
            self.engine.change(noted, ())

    def graphs(self) -> list[str]:
        """The names of all graphs but the history and what linking looks up, sorted."""
        left_out = {graph.value for graph in self._left_out()}
        return [name for name in self.engine.graphs() if name not in left_out]

    def graph(self, name: str) -> list[str]:
        """The lines of one graph, sorted N-Quads."""
        return sorted(f"{quad} ." for quad in self.engine.quads((None, None, None, ox.NamedNode(name))))

    def nquads(self) -> Iterator[str]:
        """All that `graphs` names, as sorted N-Quads lines without newline; memory does not grow with the store."""
        left_out = self._left_out()
        everything = self.engine.quads((None, None, None, None))
        lines = (f"{quad} .\n" for quad in everything if quad.graph_name not in left_out)
        with ExitStack() as stack:
            runs: list[IO[str]] = []
            while run := sorted(islice(lines, SORTED_AT_ONCE)):
                runs.append(stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf8", newline="\n")))
                runs[-1].writelines(run)
                runs[-1].seek(0)
            for line in heapq.merge(*runs):
                yield line[:-1]

    def _left_out(self) -> tuple[ox.NamedNode, ...]:
        return history_graph(self.base), linking_graph(self.base)

    def dataset(self) -> Dataset:
        """An rdflib Dataset on the store, whose default graph is the union of all; for reading."""
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
