"""Draw who is linked with whom, from a Turtle file: python scripts/visualize_actors.py graph.ttl actors.svg."""

import sys
from pathlib import Path

import rdflib

from kg.pictures import plot
from kg.views import actor_graph, communities, rank

turtle, picture = Path(sys.argv[1]), Path(sys.argv[2])
store = rdflib.Graph().parse(turtle)  # any store that keeps the RDF contract will do, kg.open_store() too
graph = actor_graph(store)  # a networkx.Graph

for ranked in rank(graph)[:5]:
    print(f"{ranked.score:.3f}  {ranked.label}")
for community in communities(graph)[:3]:
    print(", ".join(community.labels))
plot("actors", store, picture)
