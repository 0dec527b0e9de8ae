"""Quads packed into one literal: what merging took away from an article, or an older version of one."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.rdf.vocabulary import KG, PREDICATES
from kg.store.engine import text_of
from kg.store.names import ALT_LABEL, PREF_LABEL

PLAIN = frozenset(KG + predicate for predicate in PREDICATES)
BOTH = "+ "


@dataclass(frozen=True)
class Taken:
    """What merging took away from an article graph: so the original can be had back.

    ``merged`` tells which IRIs were replaced by which, ``quads`` are those that named a replaced one, ``both`` those
    that they became and that the article has anyway.
    """

    merged: Mapping[str, str] = field(default_factory=dict)
    quads: frozenset[ox.Quad] = frozenset()
    both: frozenset[ox.Quad] = frozenset()

    @property
    def put(self) -> set[ox.Quad]:
        """What merging put in."""
        return rewrite(self.quads, self.merged) - self.both


def take(original: Iterable[ox.Quad], wanted: Mapping[str, str]) -> Taken:
    """What must be taken away from an article's graph as extracted so that IRIs can be replaced."""
    quads = set(original)
    names = {ox.NamedNode(iri) for iri in wanted}
    taken = frozenset(quad for quad in quads if quad.subject in names or quad.object in names)
    return Taken(wanted, taken, frozenset(rewrite(taken, wanted) & (quads - taken)))


def rewrite(quads: Iterable[ox.Quad], wanted: Mapping[str, str]) -> set[ox.Quad]:
    """Replace IRIs. Their preferred labels become alternative ones, and no plain triple joins an entity to itself."""
    nodes: dict[object, ox.NamedNode] = {ox.NamedNode(old): ox.NamedNode(new) for old, new in wanted.items()}
    changed = set()
    for quad in quads:
        subject = nodes.get(quad.subject) or quad.subject
        value = nodes.get(quad.object) or quad.object
        predicate = ALT_LABEL if quad.subject in nodes and quad.predicate == PREF_LABEL else quad.predicate
        if subject != value or predicate.value not in PLAIN:
            changed.add(ox.Quad(subject, predicate, value, quad.graph_name))
    return changed


def pack(taken: Taken) -> ox.Literal:
    """Pack quads, and which IRIs were replaced by which, into a literal; the same input gives the same bytes."""
    lines = [f"# {old} {new}" for old, new in sorted(taken.merged.items())]
    lines += sorted(f"{quad} ." for quad in taken.quads)
    lines += sorted(f"{BOTH}{quad} ." for quad in taken.both)
    return ox.Literal(base64.b64encode(gzip.compress("\n".join(lines).encode(), mtime=0)).decode())


def unpack(packed: object) -> Taken:
    """What was packed."""
    lines = gzip.decompress(base64.b64decode(text_of(packed))).decode().split("\n")
    return Taken(
        dict(line[2:].split(" ") for line in lines if line.startswith("# ")),
        frozenset(parse(line for line in lines if line.startswith("<"))),
        frozenset(parse(line.removeprefix(BOTH) for line in lines if line.startswith(BOTH))),
    )


def parse(lines: Iterable[str]) -> list[ox.Quad]:
    """N-Quads lines as quads."""
    return list(ox.parse("\n".join(lines), format=ox.RdfFormat.N_QUADS))
