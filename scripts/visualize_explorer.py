"""Write the explorer for one entity, from a Turtle file: python scripts/visualize_explorer.py graph.ttl page.html Putin."""

import sys
from pathlib import Path

import rdflib

from kg.pictures import explorer

turtle, page, about = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
store = rdflib.Graph().parse(turtle)

filters = {"about": about} if about else {}
page.write_text(explorer(store, title=" ".join(about) or turtle.stem, **filters), encoding="utf-8")
print(page)
