"""Draw events and their participants with plain rdflib, networkx and matplotlib: a start for pictures of your own.

python scripts/visualize_networkx.py graph.ttl events.png
"""

import sys
from pathlib import Path

import matplotlib.pyplot as plt
import networkx as nx
import rdflib

turtle, picture = Path(sys.argv[1]), Path(sys.argv[2])
QUERY = """
PREFIX kg: <https://w3id.org/newskg/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?event ?type ?name WHERE {
  ?event a ?type ; kg:participant ?who .
  ?who skos:prefLabel ?name ; kg:named true .
  FILTER (?type != kg:Event)
}"""

graph = nx.Graph()
for event, kind, name in rdflib.Graph().parse(turtle).query(QUERY):
    graph.add_node(event, label=kind.rsplit("#", 1)[-1], colour="#c0562f")
    graph.add_node(str(name), label=str(name), colour="#2f6f9f")
    graph.add_edge(event, str(name))

graph = graph.subgraph(max(nx.connected_components(graph), key=len))  # the largest part that hangs together
places = nx.kamada_kawai_layout(graph)
colours = [colour for _, colour in graph.nodes(data="colour")]
plt.figure(figsize=(11, 8))
nx.draw(graph, places, node_color=colours, node_size=80, edge_color="#bbbbbb")
above = {node: (x, y + 0.02) for node, (x, y) in places.items()}
style = {"font_size": 8, "verticalalignment": "bottom", "bbox": {"color": "white", "alpha": 0.6, "pad": 0}}
nx.draw_networkx_labels(graph, above, labels=dict(graph.nodes(data="label")), **style)
plt.margins(0.12)
plt.savefig(picture, dpi=150)
print(f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges: {picture}")
