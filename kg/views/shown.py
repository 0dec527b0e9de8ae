"""Graphs that show themselves as a table in a notebook."""

from __future__ import annotations

from html import escape
from typing import Any

import networkx as nx

ROWS = 12


class _Shown:
    """Gives a NetworkX graph an HTML form for notebooks; ``graph["title"]`` is its heading."""

    def _repr_html_(self: Any) -> str:
        title = escape(str(self.graph.get("title", "Graph")))
        count = f"{self.number_of_nodes():,} nodes, {self.number_of_edges():,} edges"
        edges = sorted(self.edges(data=True), key=lambda edge: (-edge[2].get("weight", 1), str(edge[:2])))
        body = "".join(self._row(*edge) for edge in edges[:ROWS])
        rest = f"<p>… {len(edges) - ROWS:,} more</p>" if len(edges) > ROWS else ""
        head = "<tr><th>from</th><th>to</th><th>by</th><th>claims</th><th>first</th><th>last</th></tr>"
        return (
            f"<p><strong>{title}</strong>: {count}</p><table>{rest}<thead>{head}</thead><tbody>{body}</tbody></table>"
        )

    def _row(self: Any, left: str, right: str, data: dict[str, Any]) -> str:
        names = [str(self.nodes[node].get("label", node)) for node in (left, right)]
        by = ", ".join(data.get("predicates", ()))
        cells = (*names, by, data.get("weight", 1), data.get("first") or "", data.get("last") or "")
        return "<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in cells) + "</tr>"


class View(_Shown, nx.Graph):  # type: ignore[misc]
    """An undirected view of a store."""


class DirectedView(_Shown, nx.DiGraph):  # type: ignore[misc]
    """A directed view of a store."""
