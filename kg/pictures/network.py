"""Plots of who is linked with whom, laid out in points, so that what is measured is what is printed."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, Unpack

import networkx as nx
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch
from matplotlib.textpath import TextPath

from kg.errors import QueryError
from kg.pictures.labels import word
from kg.pictures.layout import positions
from kg.pictures.palette import BACKGROUND, FACTS, INK, MUTED, TYPES
from kg.views import Filters, actor_graph, rank, role_graph
from kg.views.graphs import Graph
from kg.views.rows import Store
from kg.views.shown import View

MOST = 40
"""So many nodes can be read in print; of more, the most important by PageRank are drawn."""
NAME, LABEL = 9.0, 6.8
LEADING = 1.35
Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""


def actors(store: Store, **filters: Unpack[Filters]) -> Figure:
    """Draw the most important actors and what links them."""
    return _drawn(actor_graph(store, **filters), "Wer mit wem")


def roles(store: Store, **filters: Unpack[Filters]) -> Figure:
    """Draw who heads, works for, represents, advises whom or belongs to whom."""
    return _drawn(role_graph(store, **filters), "Wer für wen")


def _drawn(whole: Graph, heading: str) -> Figure:
    if not whole:
        raise QueryError("there is nothing to draw: no fact passes the filters; build articles or loosen the filters")
    graph = _important(whole)
    places = _places(graph)
    boxes = [box for node in graph for box in _boxes(graph, node, places[node])]
    left, right = min(box[0] for box in boxes) - 12, max(box[2] for box in boxes) + 12
    bottom, top = min(box[1] for box in boxes) - 12, max(box[3] for box in boxes) + 12
    missing = max(0.0, 420 - (right - left))
    figure = Figure(figsize=((right - left + missing) / 72, (top - bottom) / 72))
    axes = figure.add_axes((0, 0, 1, 1), xlim=(left, right + missing), ylim=(bottom, top))
    axes.set_axis_off()
    axes.set_title(heading, loc="left", fontsize=16, fontweight="bold", fontfamily="DejaVu Serif", color=INK)
    for ends in sorted(graph.edges):
        axes.add_patch(_line(graph, places, ends))
    _nodes(axes, graph, places)
    _edge_labels(axes, graph, places, boxes)
    _legend(axes, graph, len(whole) - len(graph))
    return figure


def _important(graph: Graph) -> Graph:
    if len(graph) <= MOST:
        return graph
    kept = [ranked.iri for ranked in rank(View(graph.to_undirected()))[:MOST]]
    part: Graph = graph.subgraph(kept).copy()
    part.remove_nodes_from([node for node, degree in list(part.degree()) if degree == 0])
    return part


def _diameter(graph: Graph, node: str) -> float:
    weight: float = min(graph.nodes[node]["weight"], 25)
    return 7 + 3.4 * math.sqrt(weight)


def _width(text: str, size: float) -> float:
    return max(float(TextPath((0, 0), line, size=size).get_extents().width) for line in text.split("\n"))


def _wrapped(name: str) -> str:
    """Break a long name near its middle."""
    gaps = [place for place, letter in enumerate(name) if letter == " "]
    if len(name) <= 18 or not gaps:
        return name
    middle = min(gaps, key=lambda place: abs(place - len(name) / 2))
    return f"{name[:middle]}\n{name[middle + 1 :]}"


def _places(graph: Graph) -> dict[str, Point]:
    """Lay the graph out; node and name share a box, and the node stands at its top."""
    plain = nx.Graph()
    for left, right, predicates in graph.edges(data="predicates", default=()):
        plain.add_edge(min(left, right), max(left, right), lines=1 + len(predicates[:2]))
    names = {node: _wrapped(graph.nodes[node]["label"]) for node in graph}
    sizes = {
        node: (
            max(_diameter(graph, node), _width(name, NAME)) + 6,
            _diameter(graph, node) + 4 + NAME * LEADING * (name.count("\n") + 1),
        )
        for node, name in names.items()
    }
    middles = positions(plain, sizes, edge=88, shape=1.4)
    return {n: (float(x), sizes[n][1] / 2 - _diameter(graph, n) / 2 - float(y)) for n, (x, y) in middles.items()}


def _boxes(graph: Graph, node: str, place: Point) -> Iterator[Box]:
    """Give the boxes of a node and of its name."""
    half = _diameter(graph, node) / 2
    name = _wrapped(graph.nodes[node]["label"])
    wide, x, y = _width(name, NAME) / 2, *place
    yield x - half, y - half, x + half, y + half
    yield x - wide, y - half - 3 - NAME * LEADING * (name.count("\n") + 1), x + wide, y - half - 1


def _nodes(axes: Axes, graph: Graph, places: dict[str, Point]) -> None:
    for node in sorted(graph):
        data, (x, y), size = graph.nodes[node], places[node], _diameter(graph, node)
        colour, mark = TYPES[data["type"]]
        axes.plot([x], [y], marker=mark, markersize=size, color=colour, markeredgecolor="white", zorder=3)
        axes.text(
            x,
            y - size / 2 - 3,
            _wrapped(data["label"]),
            ha="center",
            va="top",
            fontsize=NAME,
            color=INK,
            linespacing=1.1,
            bbox=BACKGROUND,
            zorder=5,
        )


def _line(graph: Graph, places: dict[str, Point], ends: tuple[str, str]) -> FancyArrowPatch:
    data = graph.edges[ends]
    colour, style = FACTS[data["factuality"][0]]
    return FancyArrowPatch(
        places[ends[0]],
        places[ends[1]],
        arrowstyle="-|>" if graph.is_directed() else "-",
        mutation_scale=8,
        shrinkA=_diameter(graph, ends[0]) / 2 + 1,
        shrinkB=_reach(graph, places, ends) if graph.is_directed() else _diameter(graph, ends[1]) / 2 + 1,
        linestyle=style,
        linewidth=0.6 + 0.5 * data["weight"] ** 0.5,
        color=colour,
        alpha=0.8,
        zorder=1,
    )


def _reach(graph: Graph, places: dict[str, Point], ends: tuple[str, str]) -> float:
    """How far from the middle of its target an arrow ends: outside the node and its name."""
    (x, y), (from_x, from_y) = places[ends[1]], places[ends[0]]
    far, boxes = math.hypot(from_x - x, from_y - y), list(_boxes(graph, ends[1], (x, y)))
    reach = _diameter(graph, ends[1]) / 2 + 1
    for step in range(int(reach), int(far / 2)):
        across, up = x + (from_x - x) * step / far, y + (from_y - y) * step / far
        if any(_overlap((across, up, across, up), box) for box in boxes):
            reach = step + 2
    return reach


def _edge_labels(axes: Axes, graph: Graph, places: dict[str, Point], boxes: list[Box]) -> None:
    """Write on each edge what it stands for, where nothing else stands; with little room the first word, with none nothing."""
    taken = list(boxes)
    ranked: list[tuple[str, str, dict[str, Any]]] = list(graph.edges(data=True))
    for left, right, data in sorted(ranked, key=lambda edge: (-edge[2]["weight"], edge[0], edge[1])):
        words = [word(name, {}) for name in data["predicates"][:2]]
        for text in dict.fromkeys(("\n".join(words), words[0])):
            spot = _free(text, places[left], places[right], taken)
            if spot is not None:
                style: dict[str, Any] = {"fontsize": LABEL, "color": MUTED, "linespacing": 1.05, "bbox": BACKGROUND}
                axes.text(*spot, text, ha="center", va="center", zorder=4, **style)
                break


def _free(text: str, start: Point, end: Point, taken: list[Box]) -> Point | None:
    """The place on a line nearest its middle where a text overlaps nothing; its box is added to what is taken."""
    wide, high = _width(text, LABEL) / 2 + 1, LABEL * 0.62 * (text.count("\n") + 1)
    for share in (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73):
        x, y = (a + (b - a) * share for a, b in zip(start, end, strict=True))
        box = (x - wide, y - high, x + wide, y + high)
        if not any(_overlap(box, other) for other in taken):
            taken.append(box)
            return x, y
    return None


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _legend(axes: Axes, graph: Graph, left_out: int) -> None:
    types = {data["type"] for _, data in graph.nodes(data=True)}
    facts = {data["factuality"][0] for *_, data in graph.edges(data=True)}
    handles = [
        Line2D([], [], color=colour, marker=mark, linestyle="", markersize=7, label=word(kind, {}))
        for kind, (colour, mark) in TYPES.items()
        if kind in types
    ]
    handles += [
        Line2D([], [], color=colour, linestyle=style, label=word(kind, {}))
        for kind, (colour, style) in FACTS.items()
        if kind in facts
    ]
    title = f"ohne {left_out} weniger wichtige" if left_out else None
    place: dict[str, Any] = {"loc": "upper left", "bbox_to_anchor": (0, 0), "ncols": min(len(handles), 5)}
    axes.legend(handles=handles, title=title, frameon=False, fontsize=8.5, title_fontsize=8, alignment="left", **place)
