"""Views of the store as files for Gephi, Cytoscape and their like."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TextIO

import networkx as nx

from kg.store import Store
from kg.views import actor_graph, co_mention_graph, event_graph, role_graph, statement_graph, write_gexf, write_graphml

VIEWS: dict[str, Callable[[Store], nx.Graph]] = {
    "actors": actor_graph,
    "events": event_graph,
    "roles": role_graph,
    "statements": statement_graph,
    "mentions": co_mention_graph,
}


def _write(store: Store, out: TextIO, *, view: str = "actors", write: Callable[[nx.Graph, Path], None]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph"
        write(VIEWS[view](store), file)
        out.write(file.read_text(encoding="utf8"))


write_graphml_view = partial(_write, write=write_graphml)
write_gexf_view = partial(_write, write=write_gexf)
