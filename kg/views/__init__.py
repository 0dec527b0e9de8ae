"""Views: what a store says, as NetworkX graphs. They read any store that keeps the RDF contract.

A store is anything with ``query(sparql)`` that gives rows of terms: ``kg.open_store(…)`` or an rdflib graph.
All views take the same filters (:class:`kg.views.filters.Filters`).
"""

from kg.views.events import event_graph
from kg.views.files import read_node_link, write_gexf, write_graphml, write_neo4j, write_node_link
from kg.views.filters import Filters
from kg.views.graphs import actor_graph, role_graph, statement_graph
from kg.views.measures import Community, Hop, Ranked, communities, path, rank
from kg.views.mentions import co_mention_graph
from kg.views.sequence import sequence

__all__ = [
    "Community",
    "Filters",
    "Hop",
    "Ranked",
    "actor_graph",
    "co_mention_graph",
    "communities",
    "event_graph",
    "path",
    "rank",
    "read_node_link",
    "role_graph",
    "sequence",
    "statement_graph",
    "write_gexf",
    "write_graphml",
    "write_neo4j",
    "write_node_link",
]
