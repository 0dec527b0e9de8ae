"""Views as files: what is read back is what was written, and other programs' schemas are kept."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from views_sample import LAKE, dataset

from kg.views import (
    actor_graph,
    event_graph,
    read_node_link,
    role_graph,
    write_gexf,
    write_graphml,
    write_neo4j,
    write_node_link,
)
from kg.views.files import flat

GEXF = "{http://gexf.net/1.3}"
VIEWS: dict[str, Callable[..., nx.Graph]] = {"actors": actor_graph, "roles": role_graph, "events": event_graph}


@pytest.fixture(params=VIEWS)
def graph(request: pytest.FixtureRequest) -> nx.Graph:
    return VIEWS[request.param](dataset([LAKE]))


def test_graphml_round_trip(graph: nx.Graph, tmp_path: Path) -> None:
    write_graphml(graph, tmp_path / "g.graphml")
    again = nx.read_graphml(tmp_path / "g.graphml")
    assert dict(again.nodes(data=True)) == dict(flat(graph).nodes(data=True))
    assert list(again.edges(data=True)) == list(flat(graph).edges(data=True))


def test_node_link_round_trip(graph: nx.Graph, tmp_path: Path) -> None:
    write_node_link(graph, tmp_path / "g.json")
    again = read_node_link(tmp_path / "g.json")
    assert again.is_directed() == graph.is_directed()
    assert set(again.edges) == set(flat(graph).edges)
    for node, data in graph.nodes(data=True):
        assert again.nodes[node]["label"] == data["label"]
        assert tuple(again.nodes[node].get("roles", ())) == data.get("roles", ())


def test_gexf_is_what_gephi_reads(graph: nx.Graph, tmp_path: Path) -> None:
    write_gexf(graph, tmp_path / "g.gexf")
    whole = ElementTree.parse(tmp_path / "g.gexf").getroot()
    inner = whole.find(f"{GEXF}graph")
    assert inner is not None
    assert (inner.get("mode"), inner.get("timeformat")) == ("dynamic", "date")
    for kind in ("node", "edge"):
        declared = {each.get("id") for each in inner.iterfind(f"{GEXF}attributes[@class='{kind}']/{GEXF}attribute")}
        used = {each.get("for") for each in inner.iterfind(f".//{GEXF}{kind}//{GEXF}attvalue")}
        assert used <= declared
    assert len(list(inner.iter(f"{GEXF}node"))) == len(graph)
    assert len(list(inner.iter(f"{GEXF}edge"))) == graph.number_of_edges()


def test_gexf_read_back_by_networkx(tmp_path: Path) -> None:
    graph = actor_graph(dataset([LAKE]))
    write_gexf(graph, tmp_path / "g.gexf")
    text = (tmp_path / "g.gexf").read_text(encoding="utf-8")
    (tmp_path / "old.gexf").write_text(text.replace("gexf.net/1.3", "www.gexf.net/1.2draft").replace('"1.3"', '"1.2"'))
    again = nx.read_gexf(tmp_path / "old.gexf")
    assert {frozenset(edge) for edge in again.edges} == {frozenset(edge) for edge in graph.edges}
    assert {data["label"] for _, data in again.nodes(data=True)} == {d["label"] for _, d in graph.nodes(data=True)}


def test_gexf_edges_live_while_their_facts_do(tmp_path: Path) -> None:
    write_gexf(actor_graph(dataset([LAKE]), predicates=["met"]), tmp_path / "g.gexf")
    [edge] = ElementTree.parse(tmp_path / "g.gexf").getroot().iter(f"{GEXF}edge")
    assert (edge.get("start"), edge.get("endopen")) == ("2024-05-13", "2024-05-14")


def test_neo4j_tables(graph: nx.Graph, tmp_path: Path) -> None:
    nodes, links = write_neo4j(graph, tmp_path / "neo4j")
    rows = list(csv.DictReader(nodes.open(encoding="utf-8")))
    assert {row["iri:ID"] for row in rows} == set(graph)
    known = {row["iri:ID"] for row in rows}
    for row in csv.DictReader(links.open(encoding="utf-8")):
        assert {row[":START_ID"], row[":END_ID"]} <= known
        assert row[":TYPE"].replace("_", "").isalpha()
        assert row[":TYPE"].isupper()


def test_neo4j_keeps_the_direction_of_facts(tmp_path: Path) -> None:
    _, links = write_neo4j(actor_graph(dataset([LAKE])), tmp_path)
    rows = {row[":TYPE"]: row for row in csv.DictReader(links.open(encoding="utf-8"))}
    assert rows["WORKS_FOR"][":START_ID"].endswith("oeznur-mueller-sahin")
    assert rows["WORKS_FOR"][":END_ID"].endswith("seeland")
    assert rows["HEADS"]["exact"] == "Bundchef Jonas Größl"


def test_files_are_the_same_each_time(graph: nx.Graph, tmp_path: Path) -> None:
    for write, name in ((write_graphml, "g.graphml"), (write_gexf, "g.gexf"), (write_node_link, "g.json")):
        write(graph, tmp_path / name)
        before = (tmp_path / name).read_bytes()
        write(graph, tmp_path / name)
        assert (tmp_path / name).read_bytes() == before
