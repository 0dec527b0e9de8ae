"""Layouts: the same each time, no boxes on top of each other, parts beside each other."""

from __future__ import annotations

import networkx as nx
import pytest

from kg.pictures.layout import positions

WIDE, HIGH = 110, 46


def graph(kind: str) -> nx.Graph:
    made = {
        "nothing": nx.Graph(),
        "one": nx.path_graph(1),
        "pair": nx.path_graph(2),
        "star": nx.star_graph(30),
        "ring": nx.cycle_graph(12),
        "clique": nx.complete_graph(9),
        "two parts": nx.disjoint_union(nx.path_graph(5), nx.star_graph(6)),
        "loose": nx.empty_graph(17),
        "hubs": nx.barabasi_albert_graph(120, 2, seed=3),
    }[kind]
    return nx.relabel_nodes(made, {node: f"n{node:03}" for node in made})


@pytest.mark.parametrize("kind", ["nothing", "one", "pair", "star", "ring", "clique", "two parts", "loose", "hubs"])
def test_boxes_do_not_overlap(kind: str) -> None:
    drawn = graph(kind)
    places = sorted(positions(drawn, dict.fromkeys(drawn, (WIDE, HIGH))).values())
    assert len(places) == len(drawn)
    for index, (x, y) in enumerate(places):
        for other_x, other_y in places[index + 1 :]:
            assert abs(x - other_x) >= WIDE - 2 or abs(y - other_y) >= HIGH - 2


def test_same_graph_same_places_whatever_the_order() -> None:
    drawn = graph("hubs")
    again = nx.Graph()
    again.add_nodes_from(reversed(list(drawn)))
    again.add_edges_from((b, a) for a, b in reversed(list(drawn.edges)))
    sizes = dict.fromkeys(drawn, (WIDE, HIGH))
    assert positions(drawn, sizes) == positions(again, sizes)


def test_an_edge_with_many_lines_is_longer() -> None:
    drawn = nx.Graph()
    drawn.add_edge("a", "b", lines=4)
    drawn.add_edge("c", "d", lines=1)
    places = positions(drawn, dict.fromkeys(drawn, (10, 10)))

    def length(left: str, right: str) -> float:
        return float(abs(complex(*places[left]) - complex(*places[right])))

    assert length("a", "b") > length("c", "d") + 20
