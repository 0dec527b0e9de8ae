"""Draw what happened when, from a Turtle file: python scripts/visualize_timeline.py graph.ttl timeline.svg."""

import sys
from pathlib import Path

import rdflib

from kg.pictures import plot
from kg.views import sequence

turtle, picture = Path(sys.argv[1]), Path(sys.argv[2])
store = rdflib.Graph().parse(turtle)

for month, graph in sequence(store, by="month").items():  # a networkx.Graph for each month
    print(f"{month}: {graph.number_of_nodes()} actors, {graph.number_of_edges()} links")
plot("timeline", store, picture)
