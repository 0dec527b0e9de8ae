"""Where nodes lie: computed ahead, from the graph alone, so a picture is the same each time.

Each connected part is laid out by stress majorization (Gansner, Koren, North 2004, "Graph drawing by stress
majorization"), with longer edges between nodes of different neighbourhoods, so that clusters show. Then nodes
are moved off edges of others, boxes (node and label) that overlap are moved apart, and the parts are packed in rows.
"""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import lil_array
from scipy.sparse.csgraph import dijkstra
from scipy.sparse.linalg import eigsh

Array = NDArray[np.float64]
Size = tuple[float, float]
ROUNDS = 80
FEW = 600
FEW_BOXES = 20
GAP = 14.0
CLEAR = 30.0
GOLDEN = np.pi * (3 - np.sqrt(5))


def positions(
    graph: nx.Graph, sizes: Mapping[str, Size], *, edge: float = 130, shape: float = 1.2
) -> dict[str, tuple[int, int]]:
    """Place the nodes of an undirected graph.

    Args:
        graph: whose edges may have ``lines``, how many lines with labels are drawn; loops are of no account.
        sizes: width and height of every node with its label.
        edge: the length of an edge.
        shape: width of the whole by its height.

    Returns:
        x and y (downwards) of the middle of every node.
    """
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    placed = [_part(graph, part, np.array([sizes[node] for node in part], dtype=float), edge) for part in parts]
    boxes = [np.array([sizes[node] for node in part], dtype=float) for part in parts]
    offsets = _packed([_extent(where, box) for where, box in zip(placed, boxes, strict=True)], shape, edge / 3)
    return {
        node: (round(float(x)), round(float(y)))
        for part, where, offset in zip(parts, placed, offsets, strict=True)
        for node, (x, y) in zip(part, where + offset, strict=True)
    }


def _part(graph: nx.Graph, part: list[str], boxes: Array, edge: float) -> Array:
    """Lay out one connected part; its upper left corner becomes the origin."""
    if len(part) == 1:
        return boxes / 2
    distances = _distances(graph, part) * edge
    where = _turned(_stress(distances))
    index = {node: number for number, node in enumerate(part)}
    edges = np.array([(index[a], index[b]) for a, b in graph.edges(part) if a != b])
    where = _apart(where, boxes + GAP)
    for _ in range(8 if len(part) < FEW else 0):
        where = _apart(_off_edges(where, edges), boxes + GAP)
    return np.asarray(where - (where - boxes / 2).min(axis=0))


def _distances(graph: nx.Graph, part: list[str]) -> Array:
    """Lengths of shortest paths; an edge is longer with more lines, and if both ends have neighbours of their own."""
    index = {node: number for number, node in enumerate(part)}
    near = {node: set(graph[node]) - {node} for node in part}
    lengths = lil_array((len(part), len(part)))
    for left in part:
        for right in near[left]:
            others = min(len(near[left] - near[right]), len(near[right] - near[left])) - 1
            lines = graph.edges[left, right].get("lines", 1)
            lengths[index[left], index[right]] = (1 + 0.1 * min(others, 6)) * (0.8 + 0.2 * min(lines, 4))
    return np.array(dijkstra(lengths.tocsr()))


def _stress(distances: Array) -> Array:
    """Find the positions whose distances differ least from those wished for, near ones counting most."""
    count = len(distances)
    weights = np.where(distances > 0, 1 / np.maximum(distances, 1e-9) ** 2, 0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    factor = cho_factor(laplacian[1:, 1:])
    where = _start(distances)
    for _ in range(ROUNDS if count < FEW else ROUNDS // 5):
        gaps = np.sqrt(np.maximum(_squares(where), 1e-12))
        pull = -weights * distances / gaps
        np.fill_diagonal(pull, 0)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        where = np.vstack([np.zeros(2), cho_solve(factor, (pull @ where)[1:])])
    return where


def _squares(where: Array) -> Array:
    norms = (where**2).sum(axis=1)
    return np.asarray(norms[:, None] + norms[None, :] - 2 * where @ where.T, dtype=float)


def _start(distances: Array) -> Array:
    """Begin with classical scaling, its twins spread on a sunflower."""
    squares = distances**2
    centred = -(squares - squares.mean(axis=0) - squares.mean(axis=1)[:, None] + squares.mean()) / 2
    number = np.arange(len(distances))
    if len(distances) < FEW_BOXES:
        values, vectors = np.linalg.eigh(centred)
    else:
        values, vectors = eigsh(centred, k=2, which="LA", v0=np.sin(number + 1))
    values, vectors = values[-2:], vectors[:, -2:]
    signs = np.where(vectors[np.abs(vectors).argmax(axis=0), [0, 1]] < 0, -1, 1)
    where = vectors * signs * np.sqrt(np.maximum(values, 1))
    reach = distances.max() * 0.08 * np.sqrt((number + 1) / len(number))
    return np.asarray(where + np.column_stack([np.cos(number * GOLDEN), np.sin(number * GOLDEN)]) * reach[:, None])


def _turned(where: Array) -> Array:
    """Turn the longest extent into the horizontal."""
    centred = where - where.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    axes = axes * np.where(axes[[0, 1], np.abs(axes).argmax(axis=1)] < 0, -1, 1)[:, None]
    return np.asarray(centred @ axes.T)


def _apart(where: Array, boxes: Array) -> Array:
    """Move boxes that overlap apart, each pair along the shorter way, until none do or many rounds have passed."""
    where = _roomy(where, boxes)
    for _ in range(3 * ROUNDS):
        left, right = _touching(where, boxes)
        if len(left) == 0:
            break
        gaps = where[left] - where[right]
        over = (boxes[left] + boxes[right]) / 2 - np.abs(gaps)
        axis = (over[:, 1] <= over[:, 0]).astype(int)
        pair = np.arange(len(left))
        step = np.zeros_like(gaps)
        step[pair, axis] = (over[pair, axis] / 2 + 0.5) * np.where(gaps[pair, axis] >= 0, 1, -1)
        move = np.zeros_like(where)
        np.add.at(move, left, step)
        np.add.at(move, right, -step)
        pushes = np.bincount(np.concatenate([left, right]), minlength=len(where))
        where = where + move / np.sqrt(np.maximum(pushes, 1))[:, None]
    return where


def _touching(where: Array, boxes: Array) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Find the pairs of boxes that overlap, the first number the smaller."""
    order = np.argsort(where[:, 0] - boxes[:, 0] / 2, kind="stable")
    begin, end = (where - boxes / 2)[order], (where + boxes / 2)[order]
    last = np.searchsorted(begin[:, 0], end[:, 0] - 0.5)
    counts = np.maximum(last - np.arange(len(order)) - 1, 0)
    first = np.repeat(np.arange(len(order)), counts)
    second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)
    both = (begin[first, 1] < end[second, 1] - 0.5) & (begin[second, 1] < end[first, 1] - 0.5)
    a, b = order[first[both]], order[second[both]]
    return np.minimum(a, b), np.maximum(a, b)


def _roomy(where: Array, boxes: Array) -> Array:
    """Stretch the whole if the boxes would fill more than a quarter of it."""
    width, height = np.maximum(where.max(axis=0) - where.min(axis=0), 1)
    filled = boxes.prod(axis=1).sum() / (width * height)
    return np.asarray(where * np.sqrt(np.clip(filled / 0.25, 1, 9))) if len(where) > FEW_BOXES else where


def _off_edges(where: Array, edges: NDArray[np.int64]) -> Array:
    """Move nodes away from edges that pass through them but end elsewhere."""
    left, way = where[edges[:, 0]], where[edges[:, 1]] - where[edges[:, 0]]
    along = ((where[:, None] - left) * way).sum(axis=2) / np.maximum((way**2).sum(axis=1), 1e-9)
    off = where[:, None] - left - along[:, :, None] * way
    far = np.maximum(np.sqrt((off**2).sum(axis=2)), 1e-6)
    others = (np.arange(len(where))[:, None, None] != edges).all(axis=2)
    crossed = others & (along > 0.05) & (along < 0.95) & (far < CLEAR)
    step = np.where(crossed, (CLEAR - far) / far / 2, 0)
    return np.asarray(where + (off * step[:, :, None]).sum(axis=1))


def _extent(where: Array, boxes: Array) -> Size:
    width, height = (where + boxes / 2).max(axis=0) - (where - boxes / 2).min(axis=0)
    return float(width), float(height)


def _packed(extents: list[Size], shape: float, gap: float) -> list[Array]:
    """Put the parts beside and below each other, in that of some widths whose outcome is smallest for the shape."""
    if not extents:
        return []
    area = sum((width + gap) * (height + gap) for width, height in extents)
    widest = max(width for width, _ in extents) + gap
    choices = []
    for stretch in (0.8, 0.9, 1.0, 1.1, 1.2, 1.35, 1.5):
        offsets = _filled(extents, max(widest, stretch * float(np.sqrt(area * shape))), gap)
        corners = np.array(offsets) + np.array(extents)
        choices.append((max(corners[:, 0].max(), shape * corners[:, 1].max()), stretch, offsets))
    return min(choices, key=lambda choice: choice[:2])[2]


def _filled(extents: list[Size], total: float, gap: float) -> list[Array]:
    """Put each part where it comes to lie highest, then leftmost, above a skyline of [x, y] steps."""
    skyline = [(0.0, 0.0), (total, np.inf)]
    found: dict[int, Array] = {}
    for index in sorted(range(len(extents)), key=lambda index: (-extents[index][1], index)):
        width, height = extents[index][0] + gap, extents[index][1] + gap
        spots = [(_floor(skyline, x, width), x) for x, _ in skyline[:-1]]
        y, x = min(spots)
        found[index] = np.array([x, y])
        after = max(step for step in skyline if step[0] <= x + width)[1]
        steps = [step for step in skyline if not x <= step[0] <= x + width]
        skyline = sorted([*steps, (x, y + height), (x + width, after)])
    return [found[index] for index in range(len(extents))]


def _floor(skyline: list[tuple[float, float]], x: float, width: float) -> float:
    """Give the highest step under a part that begins at x; it is infinite where the part does not fit."""
    ends = [step[0] for step in skyline[1:]] + [np.inf]
    return max(step[1] for step, end in zip(skyline, ends, strict=True) if step[0] < x + width - 1e-6 and end > x)
