"""Older versions of articles, and what changed between them: silent corrections are news.

The version before the last change is always kept, older ones on request, each packed into one literal: no query
takes an old claim for a present one. History is not part of exports; backups hold it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kg.rdf.vocabulary import KG, PREFIXES
from kg.store.engine import Engine, text_of
from kg.store.names import CONTENT, DIGEST, KEPT, PREF_LABEL, VERSION_OF, history_graph
from kg.store.originals import Taken, pack, unpack

RDF = PREFIXES["rdf"]
ATTRIBUTES = ("factuality", "source", "time", "place", "former")


@dataclass(frozen=True, slots=True, order=True)
class ClaimChange:
    """What became of a claim: ``kind`` is "came", "went" or "changed"; the rest is for reading.

    ``claim`` is "subject predicate object" by name, ``before`` and ``after`` are factuality, source, time and place.
    """

    claim: str
    kind: str
    before: str
    after: str


def content_digest(quads: Iterable[ox.Quad]) -> str | None:
    """The part of an article's digest that stands for its content (before the "-"), None if there is no digest."""
    return next((text_of(quad.object).split("-")[0] for quad in quads if quad.predicate == DIGEST), None)


def keep_version(
    engine: Engine, base: str, article: str, before: set[ox.Quad], *, forever: bool
) -> tuple[set[ox.Quad], set[ox.Quad]]:
    """The quads to remove and to add so that an article's state before a change is kept."""
    graph, node = history_graph(base), ox.NamedNode(article)
    versions = _versions(engine, base, article)
    removed = set()
    for version in versions.values():
        about = set(engine.quads((version, None, None, graph)))
        if not any(quad.predicate == KEPT for quad in about):
            removed |= about
    version = ox.NamedNode(f"{article}/version/{max(versions, default=0) + 1}")
    added = {
        ox.Quad(version, VERSION_OF, node, graph),
        ox.Quad(version, CONTENT, pack(Taken(quads=frozenset(before))), graph),
    }
    if forever:
        added.add(ox.Quad(version, KEPT, ox.Literal(True), graph))
    return removed, added


def quads_of(engine: Engine, base: str, article: str) -> list[ox.Quad]:
    """All that the history holds of an article."""
    graph = history_graph(base)
    nodes = _versions(engine, base, article).values()
    return [quad for node in nodes for quad in engine.quads((node, None, None, graph))]


def older_versions(engine: Engine, base: str, article: str) -> dict[int, frozenset[ox.Quad]]:
    """The quads of an article's older versions by number; the highest is the last before the present one."""
    graph = history_graph(base)
    found = {}
    for number, node in sorted(_versions(engine, base, article).items()):
        for quad in engine.quads((node, CONTENT, None, graph)):
            found[number] = unpack(quad.object).quads
    return found


def _versions(engine: Engine, base: str, article: str) -> dict[int, ox.NamedNode]:
    found = engine.quads((None, VERSION_OF, ox.NamedNode(article), history_graph(base)))
    nodes = [quad.subject for quad in found if isinstance(quad.subject, ox.NamedNode)]
    return {int(node.value.rsplit("/", 1)[1]): node for node in nodes}


def changes(before: Iterable[ox.Quad], after: Iterable[ox.Quad]) -> list[ClaimChange]:
    """Compare the claims of two versions of an article by subject, predicate and object."""
    old, new = _claims(before), _claims(after)
    found = []
    for claim in sorted(old.keys() | new.keys()):
        if old.get(claim) == new.get(claim):
            continue
        kind = "came" if claim not in old else "went" if claim not in new else "changed"
        found.append(ClaimChange(claim, kind, old.get(claim, ""), new.get(claim, "")))
    return sorted(found, key=lambda change: (("changed", "went", "came").index(change.kind), change.claim))


def _claims(quads: Iterable[ox.Quad]) -> dict[str, str]:
    nodes: dict[str, dict[str, str]] = {}
    labels: dict[str, str] = {}
    for quad in quads:
        nodes.setdefault(text_of(quad.subject), {})[quad.predicate.value] = text_of(quad.object)
        if quad.predicate == PREF_LABEL:
            labels[text_of(quad.subject)] = text_of(quad.object)

    def name(value: str) -> str:
        return labels.get(value) or (value.rsplit("#", 1)[-1] if value.startswith(KG[:-1]) else value)

    found: dict[str, set[str]] = {}
    for about in nodes.values():
        if RDF + "predicate" in about:
            claim = " ".join(name(about[RDF + part]) for part in ("subject", "predicate", "object"))
            told = ", ".join(name(about[KG + part]) for part in ATTRIBUTES if KG + part in about)
            found.setdefault(claim, set()).add(told)
    return {claim: "; ".join(sorted(told)) for claim, told in found.items()}
