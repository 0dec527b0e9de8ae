"""List and draw who works for whom, from a Turtle file: python scripts/visualize_roles.py graph.ttl roles.svg."""

import sys
from pathlib import Path

import rdflib

from kg.pictures import plot
from kg.views import role_graph

turtle, picture = Path(sys.argv[1]), Path(sys.argv[2])
store = rdflib.Graph().parse(turtle)
graph = role_graph(store)  # a networkx.DiGraph

for person, employer, data in graph.edges(data=True):
    names = [graph.nodes[node]["label"] for node in (person, employer)]
    print(f"{names[0]} –{'/'.join(data['predicates'])}→ {names[1]}")
plot("roles", store, picture)
