"""Views of a store, on two invented articles."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from views_sample import BASE, HOSTILE, LAKE, dataset

from kg.errors import QueryError
from kg.store import open_store
from kg.views import (
    actor_graph,
    co_mention_graph,
    communities,
    event_graph,
    path,
    rank,
    role_graph,
    sequence,
    statement_graph,
)
from kg.views.measures import ends

MINISTER, CHIEF = f"{BASE}entity/person/oeznur-mueller-sahin", f"{BASE}entity/person/jonas-groessl"
UNION, LAND = f"{BASE}entity/organization/seefischer-bund", f"{BASE}entity/country/seeland"
FAR = f"{BASE}entity/country/graubergen"
EVERY = ("Asserted", "Reported", "Planned", "Possible", "Negated")


@pytest.fixture(scope="module")
def store() -> rdflib.Dataset:
    return dataset([LAKE])


def links(graph: Any) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Give the predicates of all edges, by the last part of the ends' IRIs."""
    return {
        tuple(sorted(end.rsplit("/", 1)[-1] for end in ends)): data["predicates"]
        for *ends, data in graph.edges(data=True)
    }


def test_actors_are_joined_by_what_holds(store: rdflib.Dataset) -> None:
    assert links(actor_graph(store)) == {
        ("oeznur-mueller-sahin", "seefischer-bund"): ("met",),
        ("oeznur-mueller-sahin", "seeland"): ("worksFor",),
        ("jonas-groessl", "seefischer-bund"): ("heads",),
        ("jonas-groessl", "seeland"): ("criticised",),
        ("graubergen", "oeznur-mueller-sahin"): ("talkedWith",),
    }


def test_attributes_of_nodes_and_edges(store: rdflib.Dataset) -> None:
    graph = actor_graph(store)
    node = graph.nodes[MINISTER]
    assert (node["label"], node["type"], node["weight"]) == ("Öznur Müller-Şahin", "Person", 3)
    assert node["roles"] == ("Umweltministerin",)
    assert node["aliases"] == ("Müller-Şahin", "die Ministerin")
    edge = graph.edges[MINISTER, UNION]
    assert (edge["weight"], edge["first"], edge["last"]) == (1, "2024-05-13", "2024-05-13")
    assert (edge["factuality"], edge["former"], edge["confidence"]) == (("Asserted",), False, 0.9)
    [fact] = edge["claims"]
    assert fact.exact == LAKE.text[fact.start : fact.end]
    assert fact.place == f"{BASE}entity/place/bregenz"
    assert graph.edges[MINISTER, LAND]["first"] == "2024-05-14", "the article's date, where the text gives none"


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({}, 5),
        ({"factuality": EVERY}, 7),
        ({"factuality": ["Negated"]}, 1),
        ({"predicates": ["met"], "factuality": EVERY}, 2),
        ({"min_confidence": 0.7}, 4),
        ({"since": "2024-06", "factuality": EVERY}, 1),
        ({"until": "2024-05-13"}, 2),
        ({"since": "2030"}, 0),
        ({"articles": ["seegipfel"]}, 5),
        ({"about": "Graubergen"}, 1),
        ({"about": "Müller-Şahin"}, 5),
        ({"about": ["Graubergen", CHIEF]}, 5),
    ],
)
def test_filters(store: rdflib.Dataset, filters: dict[str, Any], count: int) -> None:
    assert actor_graph(store, **filters).number_of_edges() == count


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"since": "gestern"}, "write 2025, 2025-04 or 2025-04-11"),
        ({"factuality": ["Sure"]}, "unknown factuality 'Sure'; known: Asserted"),
        ({"articles": ["nowhere"]}, "unknown article 'nowhere'"),
        ({"about": "Jona Grösl"}, "did you mean Jonas Größl"),
        ({"about": "xyz"}, "nobody in the store is called 'xyz'"),
    ],
)
def test_wrong_filters_are_explained(store: rdflib.Dataset, filters: dict[str, Any], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        actor_graph(store, **filters)


def test_roles_are_directed(store: rdflib.Dataset) -> None:
    graph = role_graph(store)
    assert set(graph.edges) == {(MINISTER, LAND), (CHIEF, UNION)}
    assert role_graph(dataset([HOSTILE])).edges[CHIEF, LAND]["former"]


def test_statements_lead_from_the_speaker(store: rdflib.Dataset) -> None:
    graph = statement_graph(store)
    assert set(graph.edges) == {(CHIEF, MINISTER), (CHIEF, FAR)}


def test_events_and_who_took_part(store: rdflib.Dataset) -> None:
    graph = event_graph(store)
    events = {data["type"]: node for node, data in graph.nodes(data=True) if data["bipartite"] == 0}
    assert set(events) == {"Meeting", "Criticism", "Statement", "Support", "Contact"}
    [meeting] = [n for n, data in graph.nodes(data=True) if data.get("time") == "2024-05-13"]
    assert {other: graph.edges[meeting, other]["part"] for other in graph[meeting]} == {
        MINISTER: "participant",
        UNION: "participant",
        f"{BASE}entity/place/bregenz": "place",
    }


def test_co_mention_needs_no_facts() -> None:
    graph = co_mention_graph(dataset([LAKE, HOSTILE]))
    assert graph.edges[CHIEF, LAND]["weight"] == 2
    assert graph.edges[CHIEF, LAND]["articles"] == 2
    assert (graph.edges[CHIEF, LAND]["first"], graph.edges[CHIEF, LAND]["last"]) == ("2024-05-14", "2024-06-02")
    assert co_mention_graph(dataset([LAKE, HOSTILE]), articles_only=["hostile"]).number_of_nodes() == 3


@pytest.mark.parametrize(
    ("by", "periods"),
    [
        ("day", ["2024-05-13", "2024-05-14"]),
        ("week", ["2024-W20"]),
        ("month", ["2024-05", "2024-06"]),
        ("year", ["2024"]),
    ],
)
def test_sequence(store: rdflib.Dataset, by: Any, periods: list[str]) -> None:
    assert list(sequence(store, by=by, factuality=EVERY)) == periods


def test_rank_path_communities(store: rdflib.Dataset) -> None:
    graph = actor_graph(store)
    assert rank(graph)[0].label == "Öznur Müller-Şahin"
    assert {rank(graph, by=by)[0].iri for by in ("betweenness", "degree")} == {MINISTER}
    [hops] = path(graph, *ends(graph, "Größl", "Graubergen"))
    assert [hop.fact.predicate for hop in hops] in (
        ["heads", "met", "talkedWith"],
        ["criticised", "worksFor", "talkedWith"],
    )
    assert len(path(graph, *ends(graph, "Größl", "Graubergen"), most=5)) == 2
    assert sum(len(group.nodes) for group in communities(graph)) == 5


@pytest.mark.parametrize(("left", "right"), [("Größl", "Bregenz"), ("Größl", "Nobody")])
def test_no_path_is_explained(store: rdflib.Dataset, left: str, right: str) -> None:
    graph = actor_graph(store)
    with pytest.raises(QueryError, match="nobody in the store is called"):
        ends(graph, left, right)


def test_nothing_joins_two_islands(store: rdflib.Dataset) -> None:
    graph = actor_graph(store, predicates=["heads", "worksFor"])
    with pytest.raises(QueryError, match="nothing joins Jonas Größl and Seeland; loosen the filters"):
        path(graph, CHIEF, LAND)
    with pytest.raises(QueryError, match="unknown measure 'beauty'; known: pagerank"):
        rank(graph, by="beauty")  # type: ignore[arg-type]


def test_every_kind_of_store_gives_the_same_view(store: rdflib.Dataset) -> None:
    lines = store.serialize(format="nquads")
    oxigraph = open_store(":memory:")
    oxigraph.load(ox.parse(lines.encode(), format=ox.RdfFormat.N_QUADS))
    plain = rdflib.Graph().parse(data=rdflib.Graph().serialize() or "", format="turtle")
    for triple in store.triples((None, None, None)):
        plain.add(triple)
    closed = rdflib.Dataset()
    closed.parse(data=lines, format="nquads")
    wanted = dict(actor_graph(store, factuality=EVERY).edges)
    for other in (oxigraph, plain, closed):
        assert dict(actor_graph(other, factuality=EVERY).edges) == wanted


def test_notebooks_show_a_table(store: rdflib.Dataset) -> None:
    shown = actor_graph(dataset([HOSTILE]))._repr_html_()
    assert "&lt;script&gt;" in shown
    assert "<script>" not in shown
    assert "5 nodes, 5 edges" in actor_graph(store)._repr_html_()
