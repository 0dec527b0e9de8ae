"""Where nodes lie: computed ahead, from the graph alone, so a picture is the same each time.

Each connected part is laid out by stress majorization (Gansner, Koren, North 2004, "Graph drawing by stress
majorization"), with longer edges where the ends share few neighbours, so that clusters show. Then boxes (node and label)
that overlap are moved apart, and the parts are packed in rows.
"""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse.csgraph import shortest_path

Array = NDArray[np.float64]
Size = tuple[float, float]
ROUNDS = 80
GAP = 14.0
GOLDEN = np.pi * (3 - np.sqrt(5))


def positions(
    graph: nx.Graph, sizes: Mapping[str, Size], *, edge: float = 150, shape: float = 1.5
) -> dict[str, tuple[int, int]]:
    """Place the nodes of an undirected graph.

    Args:
        graph: whose edges may have a ``weight``; loops are of no account.
        sizes: width and height of every node with its label.
        edge: the length of an edge.
        shape: width of the whole by its height.

    Returns:
        x and y (downwards) of the middle of every node.
    """
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    placed = [_part(graph, part, np.array([sizes[node] for node in part], dtype=float), edge, shape) for part in parts]
    boxes = [np.array([sizes[node] for node in part], dtype=float) for part in parts]
    offsets = _packed([_extent(where, box) for where, box in zip(placed, boxes, strict=True)], shape, edge / 3)
    return {
        node: (round(float(x)), round(float(y)))
        for part, where, offset in zip(parts, placed, offsets, strict=True)
        for node, (x, y) in zip(part, where + offset, strict=True)
    }


def _part(graph: nx.Graph, part: list[str], boxes: Array, edge: float, shape: float) -> Array:
    """Lay out one connected part; its upper left corner becomes the origin."""
    if len(part) == 1:
        return boxes / 2
    distances = _distances(graph, part) * edge
    where = _turned(_stress(distances))
    where[:, 1] /= min(shape, 1.25)
    where = _apart(where, boxes + GAP)
    return where - (where - boxes / 2).min(axis=0)


def _distances(graph: nx.Graph, part: list[str]) -> Array:
    """Lengths of shortest paths; an edge is longer the fewer neighbours its ends share and the more they have."""
    index = {node: number for number, node in enumerate(part)}
    near = {node: set(graph[node]) - {node} for node in part}
    lengths = np.zeros((len(part), len(part)))
    for left in part:
        for right in near[left]:
            alone = len(near[left] ^ near[right]) - 2
            lengths[index[left], index[right]] = 1 + 0.12 * min(alone, 12)
    return np.asarray(shortest_path(lengths, directed=False), dtype=float)


def _stress(distances: Array) -> Array:
    """Find the positions whose distances differ least from those wished for, near ones counting most."""
    count = len(distances)
    weights = np.where(distances > 0, 1 / np.maximum(distances, 1e-9) ** 2, 0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    factor = cho_factor(laplacian[1:, 1:])
    where = _start(distances)
    for _ in range(ROUNDS if count < 600 else ROUNDS // 3):
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
    values, vectors = np.linalg.eigh(centred)
    vectors = vectors * np.where(vectors[np.abs(vectors).argmax(axis=0), range(len(vectors))] < 0, -1, 1)
    where = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 1))
    number = np.arange(len(distances))
    reach = distances.max() * 0.08 * np.sqrt((number + 1) / len(number))
    return np.asarray(where + np.column_stack([np.cos(number * GOLDEN), np.sin(number * GOLDEN)]) * reach[:, None])


def _turned(where: Array) -> Array:
    """Turn the longest extent into the horizontal."""
    centred = where - where.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    axes = axes * np.where(axes[[0, 1], np.abs(axes).argmax(axis=1)] < 0, -1, 1)[:, None]
    return np.asarray(centred @ axes.T)


def _apart(where: Array, boxes: Array) -> Array:
    """Move boxes that overlap apart, each pair along the shorter way, until none do (or 200 rounds have passed)."""
    reach = (boxes[:, None, :] + boxes[None, :, :]) / 2
    for _ in range(200 if len(where) < 600 else 40):
        gaps = where[:, None, :] - where[None, :, :]
        overlap = reach - np.abs(gaps)
        touching = (overlap > 0.5).all(axis=2)
        np.fill_diagonal(touching, val=False)
        if not touching.any():
            break
        left, right = np.nonzero(np.triu(touching))
        for a, b in zip(left, right, strict=True):
            gap = where[a] - where[b]
            over = reach[a, b] - np.abs(gap)
            if (over > 0).all():
                axis = int(over[1] <= over[0])
                step = (over[axis] / 2 + 0.5) * (1 if gap[axis] >= 0 else -1)
                where[a, axis] += step
                where[b, axis] -= step
    return where


def _extent(where: Array, boxes: Array) -> Size:
    width, height = (where + boxes / 2).max(axis=0) - (where - boxes / 2).min(axis=0)
    return float(width), float(height)


def _packed(extents: list[Size], shape: float, gap: float) -> list[Array]:
    """Put the parts into rows, the largest first, about as wide as ``shape`` asks."""
    area = sum((width + gap) * (height + gap) for width, height in extents)
    widest = max([width for width, _ in extents] + [np.sqrt(area * shape)], default=0)
    offsets, x, y, row = [], 0.0, 0.0, 0.0
    for width, height in extents:
        if x > 0 and x + width > widest:
            x, y, row = 0.0, y + row + gap, 0.0
        offsets.append(np.array([x, y]))
        x, row = x + width + gap, max(row, height)
    return offsets
