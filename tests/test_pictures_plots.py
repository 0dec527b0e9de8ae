"""Plots for print: written in every format, the same each time, nothing on top of anything else."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import networkx as nx
import pytest
from views_sample import LAKE, dataset

from kg.errors import QueryError
from kg.pictures import PLOTS, plot
from kg.pictures.network import _boxes, _overlap, _places
from kg.views import actor_graph

MAGIC = {".svg": b"<?xml", ".png": b"\x89PNG", ".pdf": b"%PDF"}


@pytest.mark.parametrize("kind", PLOTS)
def test_svg_names_everybody(kind: str, tmp_path: Path) -> None:
    plot(kind, dataset([LAKE]), tmp_path / "a.svg")
    text = (tmp_path / "a.svg").read_text(encoding="utf-8")
    if kind != "activity":
        assert "Müller-Şahin" in text
        assert "Größl" in text
    assert "behauptet" in text or "Asserted" in text or "festgestellt" in text


@pytest.mark.parametrize("suffix", MAGIC)
def test_every_format_is_the_same_each_time(suffix: str, tmp_path: Path) -> None:
    seen = []
    for name in ("a", "b"):
        plot("roles", dataset([LAKE]), tmp_path / f"{name}{suffix}")
        seen.append((tmp_path / f"{name}{suffix}").read_bytes())
    assert seen[0].startswith(MAGIC[suffix])
    assert seen[0] == seen[1]


def test_names_do_not_overlap_at_forty_nodes() -> None:
    graph = actor_graph(dataset([]))
    for left, right in nx.barabasi_albert_graph(40, 2, seed=5).edges:
        for node in (left, right):
            graph.add_node(f"n{node}", label=f"Vorsitzende Nummer {node}", type="Person", weight=3)
        graph.add_edge(f"n{left}", f"n{right}")
    places = _places(graph)
    boxes = {node: list(_boxes(graph, node, places[node])) for node in graph}
    for one, other in combinations(sorted(boxes), 2):
        assert not any(_overlap(a, b) for a in boxes[one] for b in boxes[other]), (one, other)


@pytest.mark.parametrize(
    ("kind", "name", "message"),
    [("pie", "a.svg", "unknown plot 'pie'; known: actors"), ("actors", "a.gif", "name it .svg or .png or .pdf")],
)
def test_wrong_wishes_are_explained(kind: str, name: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=message):
        plot(kind, dataset([LAKE]), tmp_path / name)


@pytest.mark.parametrize("kind", PLOTS)
def test_nothing_to_draw_is_said(kind: str, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="there is nothing to draw"):
        plot(kind, dataset([]), tmp_path / "a.svg")
