"""Any SPARQL 1.1 endpoint as the engine, by the SPARQL protocol alone.

One update request replaces an article's graph together with what the store notes about it; engines run a request
as a whole or not at all.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator
from http.client import HTTPException
from itertools import islice
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlencode, urlsplit
from urllib.request import Request, urlopen

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.rdf.vocabulary import PREFIXES
from kg.store.engine import Pattern, node_of, text_of, update_text, value_of
from kg.store.results import Result, collect, rows_of, texts_of
from kg.store.sparql import explain_error, words

RESULTS, TRIPLES = "application/sparql-results+json", "application/n-triples"
QUADS_A_REQUEST = 20_000
UNIONS: tuple[dict[str, str], ...] = ({}, {"union-default-graph": "true"})
"""What makes the default graph the union of all: nothing (many engines), Oxigraph's switch."""
UNION_ALONE = {"default-graph-uri": "urn:x-arq:UnionGraph"}
"""Jena's name for the union of all; where it is the default graph, GRAPH finds nothing."""
SWITCH = "switch its union default graph on (Fuseki: tdb2:unionDefaultGraph true)"
SECONDS = 300.0
PROLOGUE = "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items())
"""The usual prefixes, on one line: so places of errors stay."""


class Remote:
    """Keeps quads at an endpoint.

    Args:
        url: the address under which ``query`` and ``update`` are (Oxigraph, Fuseki), or of a single endpoint
            that takes both (its path then ends in ``sparql``). A user name and password in it are sent along.

    Raises:
        StoreError: the URL is none.
    """

    def __init__(self, url: str) -> None:
        self._url, self._headers = _without_login(url.rstrip("/"))
        single = urlsplit(self._url).path.endswith("sparql")
        self._query_url = self._url if single else self._url + "/query"
        self._update_url = self._url if single else self._url + "/update"
        self._union: dict[str, str] | None = None
        self._alive = False

    def begin(self) -> None:
        """Ask the endpoint once for a sign of life; it keeps writers apart itself."""
        if not self._alive:
            self._ask("ASK {}", {})
            self._alive = True

    def reading(self) -> ox.Store:
        """A copy of everything in memory."""
        store = ox.Store()
        store.bulk_extend(self.quads((None, None, None, None)))
        return store

    def quads(self, pattern: Pattern) -> Iterator[ox.Quad]:
        """The quads that match; None matches anything."""
        if pattern == (None, None, None, None):
            for name in self.graphs():
                yield from self.quads((None, None, None, ox.NamedNode(name)))
            return
        names = ("?s", "?p", "?o", "?g")
        asked = [name if term is None else str(term) for name, term in zip(names, pattern, strict=True)]
        variables = " ".join(name for name in asked if name in names) or "*"
        sparql = f"SELECT {variables} {{ GRAPH {asked[3]} {{ {asked[0]} {asked[1]} {asked[2]} }} }}"
        for solution in self._select(sparql):
            found = iter(solution)
            subject, predicate, value, graph = (next(found) if term is None else term for term in pattern)
            yield ox.Quad(node_of(subject), node_of(predicate), value_of(value), node_of(graph))

    def texts(self, pattern: str) -> Iterator[tuple[str, str, str]]:
        """What ?g, ?s and ?v stand for wherever a pattern matches, as plain text ("" if unbound)."""
        return texts_of(self._select(f"SELECT ?g ?s ?v {{ {pattern} }}"))

    def graphs(self) -> list[str]:
        """The names of all graphs, sorted."""
        found = self._select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
        return sorted(text_of(node_of(solution["g"])) for solution in found)

    def query(self, sparql: str, *, limit: int | None, timeout: float | None) -> Result:
        """Evaluate over the union of the named graphs."""
        union = self._find_union()
        if union == UNION_ALONE and "GRAPH" in words(sparql):
            raise QueryError(f"{self} cannot ask for GRAPH and the union of all graphs in one query: {SWITCH}")
        accept = f"{RESULTS}, {TRIPLES}"
        body, kind = self._send(self._query_url, "query", sparql, union, accept, timeout, PROLOGUE)
        if kind.startswith(TRIPLES):
            found = ((t.subject, t.predicate, t.object) for t in ox.parse(body, format=ox.RdfFormat.N_TRIPLES))
            return rows_of(("subject", "predicate", "object"), found, limit, triples=True)
        return collect(self._results(body), limit)

    def change(self, remove: Collection[ox.Quad], add: Collection[ox.Quad], drop: Iterable[str] = ()) -> None:
        """Remove and add quads and drop graphs in one request."""
        text = update_text(remove, add, drop)
        if text:
            self._send(self._update_url, "update", text, {}, "*/*", None)

    def update(self, sparql: str, home: ox.NamedNode) -> None:
        """Run a SPARQL update in one request; what it puts in no graph is where the endpoint puts such."""
        self._send(self._update_url, "update", sparql, {}, "*/*", None, PROLOGUE)

    def load(self, quads: Iterable[ox.Quad]) -> None:
        """Add many quads in a few requests."""
        rest = iter(quads)
        while batch := list(islice(rest, QUADS_A_REQUEST)):
            self.change((), batch)

    def flush(self) -> None:
        """Nothing to do: the endpoint does."""

    def close(self) -> None:
        """Nothing to do: every request stands alone."""

    def __str__(self) -> str:
        return f"the endpoint {self._url}"

    def _find_union(self) -> dict[str, str]:
        """Try which parameters make the default graph the union; an empty endpoint cannot tell, and is asked again."""
        if self._union is None:
            if not self._ask("ASK { GRAPH ?g { ?s ?p ?o } }", {}):
                return UNIONS[0]
            both, alone = "ASK { ?s ?p ?o . GRAPH ?g { ?s ?p ?o } }", "ASK { ?s ?p ?o }"
            self._union = next((found for found in UNIONS if self._ask(both, found)), None)
            if self._union is None and self._ask(alone, UNION_ALONE):
                self._union = UNION_ALONE
            if self._union is None:
                raise StoreError(f"{self} has no way to query the union of its graphs: {SWITCH}")
        return self._union

    def _ask(self, sparql: str, parameters: dict[str, str]) -> bool:
        body, _ = self._send(self._query_url, "query", sparql, parameters, RESULTS, None)
        return bool(self._results(body))

    def _select(self, sparql: str) -> ox.QuerySolutions:
        body, _ = self._send(self._query_url, "query", sparql, {}, RESULTS, None)
        found = self._results(body)
        assert isinstance(found, ox.QuerySolutions)
        return found

    def _results(self, body: bytes) -> ox.QuerySolutions | ox.QueryBoolean:
        try:
            found = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise StoreError(
                f"{self} does not answer in SPARQL's JSON: is there an endpoint at this address?"
            ) from error
        assert isinstance(found, ox.QuerySolutions | ox.QueryBoolean)
        return found

    def _send(
        self,
        url: str,
        kind: str,
        text: str,
        parameters: dict[str, str],
        accept: str,
        timeout: float | None,
        prologue: str = "",
    ) -> tuple[bytes, str]:
        address = f"{url}?{urlencode(parameters)}" if parameters else url
        about = {"Content-Type": f"application/sparql-{kind}; charset=utf-8", "Accept": accept}
        request = Request(address, data=(prologue + text).encode(), headers=about | self._headers)
        try:
            with urlopen(request, timeout=timeout or SECONDS) as answer:
                return answer.read(), answer.headers.get_content_type()
        except HTTPError as error:
            reason = error.read(2000).decode(errors="replace").strip()
            if error.code == 400:
                raise QueryError(explain_error(text, reason, before=len(prologue))) from error
            raise StoreError(f"{self} refused ({error.code} {error.reason}): {reason[:200]}") from error
        except TimeoutError as error:
            if timeout is None:
                raise StoreError(f"{self} did not answer in {SECONDS:g} seconds") from error
            raise QueryError(
                f"the query took longer than {timeout:g} seconds: narrow it, or raise --timeout"
            ) from error
        except (URLError, ConnectionError, HTTPException) as error:
            raise StoreError(f"{self} cannot be reached ({error}): is the server running?") from error


def _without_login(url: str) -> tuple[str, dict[str, str]]:
    """The URL without the user's name and password, and the header that sends these."""
    try:
        parts = urlsplit(url)
        host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
        place = host if parts.port is None else f"{host}:{parts.port}"
    except ValueError as error:
        raise StoreError(f"{url} is no address of an endpoint: {error}") from error
    if not host:
        raise StoreError(f"{url} is no address of an endpoint: it names no server")
    if parts.username is None:
        return url, {}
    login = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode()
    return parts._replace(netloc=place).geturl(), {"Authorization": f"Basic {b64encode(login).decode()}"}
