"""N-Quads lines: as they are, and with RDF 1.2 triple terms in place of reification."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TextIO

from kg.rdf.vocabulary import PREFIXES
from kg.store import Store
from kg.store.names import decisions_graph, merges_graph

Rewrite = Callable[[Iterable[str]], Iterator[str]]
"""What is done with the sorted lines of a store or of one graph before they are written."""

_RDF = PREFIXES["rdf"]
_REIFIED = (f"<{_RDF}subject>", f"<{_RDF}predicate>", f"<{_RDF}object>")
_REIFIES = f"<{_RDF}reifies>"


def write_nquads(store: Store, out: TextIO, *, rewrite: Rewrite = iter) -> None:
    """Write everything but older versions as sorted N-Quads: the archive that any store reads back."""
    out.writelines(f"{line}\n" for line in rewrite(store.nquads()))


def split(line: str) -> tuple[str, str, str, str]:
    """Cut an N-Quads line into subject, predicate, object and graph, each as written."""
    subject, predicate, rest = line.split(" ", 2)
    obj, graph, _ = rest.rsplit(" ", 2)
    return subject, predicate, obj, graph


def triple_terms(lines: Iterable[str]) -> Iterator[str]:
    """Put ``claim rdf:reifies <<( s p o )>>`` in place of rdf:subject, rdf:predicate and rdf:object.

    Args:
        lines: sorted N-Quads lines, so that the lines of a claim follow each other.
    """
    for _, group in groupby(lines, key=lambda line: line.partition(" ")[0]):
        about = list(group)
        parts = {predicate: (obj, graph) for _, predicate, obj, graph in map(split, about) if predicate in _REIFIED}
        if len(parts) == len(_REIFIED):
            subject = about[0].partition(" ")[0]
            s, p, o = (parts[role][0] for role in _REIFIED)
            term = f"{subject} {_REIFIES} <<( {s} {p} {o} )>> {parts[_REIFIED[0]][1]} ."
            about = sorted([line for line in about if split(line)[1] not in _REIFIED] + [term])
        yield from about


def article_graphs(store: Store) -> list[str]:
    """Name the graphs that hold what articles say: all but the bookkeeping of merges and decisions."""
    own = {merges_graph(store.base).value, decisions_graph(store.base).value}
    return [name for name in store.graphs() if name not in own]
