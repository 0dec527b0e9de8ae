"""Measures on views: who matters, who belongs together, how two are linked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Literal

import networkx as nx

from kg.errors import QueryError
from kg.views.filters import find
from kg.views.records import Fact, Thing
from kg.views.shown import View

Measure = Literal["pagerank", "betweenness", "degree"]
MEASURES: tuple[Measure, ...] = ("pagerank", "betweenness", "degree")
SAMPLE = 400
"""Betweenness in a graph with more nodes than this is estimated from so many, always the same."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A node and its score; ``links`` is the number of its neighbours."""

    iri: str
    label: str
    type: str
    score: float
    links: int


@dataclass(frozen=True, slots=True)
class Hop:
    """A step of a path: from one entity to another by a fact (its sentence is ``fact.exact``)."""

    left: str
    right: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class Community:
    """Nodes that are linked more with each other than with others: the best linked and the most frequent first."""

    nodes: tuple[str, ...]
    labels: tuple[str, ...]
    predicates: tuple[str, ...]


def rank(graph: View, *, by: Measure = "pagerank") -> list[Ranked]:
    """Order the nodes by how much they matter; ties go by name.

    ``pagerank`` counts claims as weights, ``betweenness`` counts on how many shortest paths a node lies, ``degree``
    is the share of all nodes that it is linked with.

    Raises:
        QueryError: an unknown measure.
    """
    if by not in MEASURES:
        raise QueryError(f"unknown measure {by!r}; known: {', '.join(MEASURES)}")
    scores = _scores(graph, by) if graph else {}
    found = [Ranked(n, graph.nodes[n]["label"], graph.nodes[n]["type"], s, graph.degree(n)) for n, s in scores.items()]
    return sorted(found, key=lambda ranked: (-round(ranked.score, 12), ranked.label, ranked.iri))


def _scores(graph: View, by: Measure) -> dict[str, float]:
    if by == "pagerank":
        return dict(nx.pagerank(graph, weight="weight"))
    if by == "betweenness":
        sample = SAMPLE if len(graph) > SAMPLE else None
        return dict(nx.betweenness_centrality(graph, k=sample, seed=0))
    return dict(nx.degree_centrality(graph))


def ends(graph: View, start: str, end: str) -> tuple[str, str]:
    """Find the nodes of two names; of several that are called so, those with the most claims.

    Raises:
        QueryError: nobody in this view is called so.
    """
    things = {
        iri: Thing(iri, data["type"], data["label"], aliases=data["aliases"]) for iri, data in graph.nodes(data=True)
    }
    left, right = (max(sorted(find(things, name)), key=lambda iri: graph.nodes[iri]["weight"]) for name in (start, end))
    return left, right


def path(graph: View, left: str, right: str, *, most: int = 1) -> list[list[Hop]]:
    """Find the shortest paths between two nodes (IRIs), at most ``most``; of equally short ones those with more claims.

    Each hop is explained by its most certain fact.

    Raises:
        QueryError: a node that the graph does not have, or two that nothing joins.
    """
    for iri in (left, right):
        if iri not in graph:
            raise QueryError(f"nothing in this view links {iri} to anybody; loosen the filters")
    try:
        ways = list(islice(nx.all_shortest_paths(graph, left, right), 100))
    except nx.NetworkXNoPath as error:
        names = " and ".join(graph.nodes[iri]["label"] for iri in (left, right))
        raise QueryError(f"nothing joins {names}; loosen the filters") from error
    ways.sort(key=lambda way: (-_strength(graph, way), way))
    return [list(_hops(graph, way)) for way in ways[:most]]


def _strength(graph: View, way: list[str]) -> int:
    return sum(int(graph.edges[pair]["weight"]) for pair in pairwise(way))


def _hops(graph: View, way: list[str]) -> Iterator[Hop]:
    for left, right in pairwise(way):
        best = max(graph.edges[left, right]["claims"], key=lambda fact: (fact.confidence, -fact.start, fact.iri))
        yield Hop(left, right, best)


def communities(graph: View, *, least: int = 2) -> list[Community]:
    """Group the nodes by Louvain's method with a fixed seed, the largest first; those below ``least`` are left out.

    Source: Blondel et al. 2008, "Fast unfolding of communities in large networks".
    """
    plain = nx.Graph()
    plain.add_nodes_from(sorted(graph))
    edges = ((min(a, b), max(a, b), weight) for a, b, weight in graph.edges(data="weight", default=1))
    plain.add_weighted_edges_from(sorted(edges))
    groups = nx.community.louvain_communities(plain, weight="weight", seed=0) if plain else []
    found = [_community(graph, group) for group in groups if len(group) >= least]
    return sorted(found, key=lambda community: (-len(community.nodes), community.labels))


def _community(graph: View, group: set[str]) -> Community:
    inside = graph.subgraph(group)
    nodes = sorted(group, key=lambda node: (-inside.degree(node, weight="weight"), graph.nodes[node]["label"], node))
    counts: dict[str, int] = {}
    for _, _, data in inside.edges(data=True):
        for fact in data.get("claims", ()):
            counts[fact.predicate] = counts.get(fact.predicate, 0) + 1
    predicates = tuple(sorted(counts, key=lambda name: (-counts[name], name)))
    return Community(tuple(nodes), tuple(graph.nodes[node]["label"] for node in nodes), predicates)
