"""Views as files that other programs open: Gephi, Cytoscape, D3, Neo4j."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import networkx as nx

SEPARATOR = "; "
"""Between the parts of an attribute with several values, in formats that know no lists."""


def write_graphml(graph: nx.Graph, path: Path) -> None:
    """Write GraphML as Cytoscape, yEd and Gephi read it: tuples joined by "; ", claims as IRIs, no unknown values."""
    nx.write_graphml(flat(graph), path, encoding="utf-8", prettyprint=True, named_key_ids=True)


def write_node_link(graph: nx.Graph, path: Path) -> None:
    """Write node-link JSON (D3, sigma, NetworkX): ``{"nodes": [{"id", …}], "edges": [{"source", "target", …}]}``."""
    data = nx.node_link_data(_plain(graph), edges="edges")
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def read_node_link(path: Path) -> nx.Graph:
    """Read what :func:`write_node_link` wrote; tuples come back as lists, claims as IRIs."""
    return nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="edges")


def write_gexf(graph: nx.Graph, path: Path) -> None:
    """Write GEXF 1.3 with dynamic edges: Gephi's timeline shows an edge from ``first`` to ``last`` (whole days).

    Nodes are there from their first to their last edge; what has no date is there always.
    """
    flattened = flat(graph)
    spells = _node_spells(flattened)
    title = escape(str(graph.graph.get("title", "")))
    kind = "directed" if graph.is_directed() else "undirected"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
        f"  <meta><creator>newskg</creator><description>{title}</description></meta>",
        f'  <graph mode="dynamic" defaultedgetype="{kind}" timeformat="date" timerepresentation="interval">',
        *_gexf_keys("node", [data for _, data in flattened.nodes(data=True)]),
        *_gexf_keys("edge", [data for *_, data in flattened.edges(data=True)]),
        "    <nodes>",
        *(line for node, data in flattened.nodes(data=True) for line in _gexf_node(node, data, spells.get(node))),
        "    </nodes>",
        "    <edges>",
        *(line for number, edge in enumerate(flattened.edges(data=True)) for line in _gexf_edge(number, *edge)),
        "    </edges>",
        "  </graph>",
        "</gexf>",
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_neo4j(graph: nx.Graph, folder: Path) -> tuple[Path, Path]:
    """Write ``nodes.csv`` and ``relationships.csv`` with the headers of ``neo4j-admin database import``.

    A relationship is one claim, its type the predicate in Neo4j's spelling (``worksFor`` → ``WORKS_FOR``);
    in a view of statements the speaker ``SPOKE_OF`` somebody. An edge without claims is one relationship ``LINKED``.
    Returns the two paths.
    """
    folder.mkdir(parents=True, exist_ok=True)
    nodes, links = folder / "nodes.csv", folder / "relationships.csv"
    _table(nodes, ("iri:ID", "name", "roles:string[]", ":LABEL"), _neo4j_nodes(graph))
    columns = (":START_ID", ":END_ID", ":TYPE", "factuality", "time", "confidence:float", "former:boolean")
    _table(links, (*columns, "article", "exact", "claim"), _neo4j_links(graph))
    return nodes, links


def flat(graph: nx.Graph) -> nx.Graph:
    """Copy a graph with attributes that are text, numbers or truth values only."""
    return _copy(graph, lambda value: SEPARATOR.join(map(str, value)) if isinstance(value, list) else value)


def _plain(graph: nx.Graph) -> nx.Graph:
    return _copy(graph, lambda value: value)


def _copy(graph: nx.Graph, shape: Any) -> nx.Graph:
    def attributes(data: dict[str, Any]) -> dict[str, Any]:
        listed = {key: _listed(value) for key, value in data.items() if value is not None}
        return {key: shape(value) for key, value in sorted(listed.items())}

    copy = nx.DiGraph() if graph.is_directed() else nx.Graph()
    copy.add_nodes_from((node, attributes(data)) for node, data in sorted(graph.nodes(data=True)))
    copy.add_edges_from(
        (left, right, attributes(data))
        for left, right, data in sorted(graph.edges(data=True), key=lambda edge: edge[:2])
    )
    return copy


def _listed(value: Any) -> Any:
    return [getattr(item, "iri", item) for item in value] if isinstance(value, tuple) else value


def _node_spells(graph: nx.Graph) -> dict[str, tuple[str, str] | None]:
    spells: dict[str, tuple[str, str] | None] = {}
    for node in graph:
        dates = [(data.get("first"), data.get("last")) for *_, data in graph.edges(node, data=True)]
        if graph.is_directed():
            dates += [(data.get("first"), data.get("last")) for *_, data in graph.in_edges(node, data=True)]
        known = [(first, last) for first, last in dates if first and last]
        always = not known or len(known) < len(dates)
        spells[node] = None if always else (min(a for a, _ in known), max(b for _, b in known))
    return spells


def _gexf_keys(kind: str, rows: list[dict[str, Any]]) -> Iterator[str]:
    yield f'    <attributes class="{kind}" mode="static">'
    for key in sorted({key for row in rows for key in row} - {"label"}):
        value = next(row[key] for row in rows if key in row)
        yield f'      <attribute id={quoteattr(key)} title={quoteattr(key)} type="{_gexf_type(value)}"/>'
    yield "    </attributes>"


def _gexf_type(value: object) -> str:
    return {bool: "boolean", int: "integer", float: "double"}.get(type(value), "string")


def _gexf_node(node: str, data: dict[str, Any], spell: tuple[str, str] | None) -> Iterator[str]:
    yield f"      <node id={quoteattr(node)} label={quoteattr(str(data.get('label', node)))}{_gexf_spell(spell)}>"
    yield from _gexf_values(data)
    yield "      </node>"


def _gexf_edge(number: int, left: str, right: str, data: dict[str, Any]) -> Iterator[str]:
    first, last = data.get("first"), data.get("last")
    spell = _gexf_spell((first, last) if first and last else None)
    ends = f'source={quoteattr(left)} target={quoteattr(right)} weight="{data.get("weight", 1)}"'
    label = f" label={quoteattr(data['predicates'])}" if data.get("predicates") else ""
    yield f'      <edge id="{number}" {ends}{label}{spell}>'
    yield from _gexf_values(data)
    yield "      </edge>"


def _gexf_spell(spell: tuple[str, str] | None) -> str:
    if spell is None:
        return ""
    end = date.fromisoformat(spell[1]) + timedelta(days=1)
    return f' start="{spell[0]}" endopen="{end.isoformat()}"'


def _gexf_values(data: dict[str, Any]) -> Iterator[str]:
    yield "        <attvalues>"
    for key, value in data.items():
        if key != "label":
            shown = str(value).lower() if isinstance(value, bool) else str(value)
            yield f"          <attvalue for={quoteattr(key)} value={quoteattr(shown)}/>"
    yield "        </attvalues>"


def _table(path: Path, header: Iterable[str], lines: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(lines)


def _neo4j_nodes(graph: nx.Graph) -> Iterator[tuple[object, ...]]:
    for node, data in sorted(graph.nodes(data=True)):
        label = "Event" if data.get("bipartite") == 0 else "Entity"
        yield node, data.get("label", node), ";".join(data.get("roles", ())), f"{label};{data.get('type', 'Thing')}"


def _neo4j_links(graph: nx.Graph) -> Iterator[tuple[object, ...]]:
    for left, right, data in sorted(graph.edges(data=True), key=lambda edge: edge[:2]):
        if not data.get("claims"):
            yield left, right, str(data.get("part", "linked")).upper(), "", "", "", "", "", "", ""
        for fact in data.get("claims", ()):
            joins = {fact.subject, fact.object} == {left, right}
            ends = (fact.subject, fact.object) if joins else (left, right)
            kind = _neo4j_type(fact.predicate) if joins else "SPOKE_OF"
            former = "true" if fact.former else "false"
            facts = (fact.factuality, fact.time or "", fact.confidence, former)
            yield *ends, kind, *facts, fact.article, fact.exact, fact.iri


def _neo4j_type(predicate: str) -> str:
    words = "".join(f"_{letter}" if letter.isupper() else letter for letter in predicate)
    return words.upper().replace(":", "_").replace("-", "_")
