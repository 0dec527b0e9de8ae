"""The view of what happened, and who took part in it."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Unpack

from kg.views.filters import Filters, read
from kg.views.graphs import link_attributes, thing_attributes
from kg.views.records import Fact, Happening
from kg.views.rows import Store, happenings, uncollected
from kg.views.shown import View


@uncollected()
def event_graph(store: Store, **filters: Unpack[Filters]) -> View:
    """Join events to who took part in them and to their places (undirected, bipartite).

    Every node has ``bipartite`` (0: event, 1: entity), ``label``, ``type`` and ``weight`` (number of edges). Events
    have ``time`` (EDTF) and what edges of other views have (``first``, ``last``, ``factuality``, ``claims``, …), entities
    ``roles``, ``aliases``, ``named``. Edges have ``part`` ("participant" or "place") and ``weight`` 1.
    Events of any factuality are shown unless ``factuality`` says otherwise.
    """
    contents, events = read(store, Filters(**filters)), happenings(store)
    facts: dict[str, list[Fact]] = defaultdict(list)
    for fact in contents.facts:
        if fact.event in events:
            facts[fact.event].append(fact)
    graph = View(title="Events")
    for iri in sorted(facts):
        event = events[iri]
        parts = [(who, "participant") for who in event.participants] + [(where, "place") for where in event.places]
        known = [(other, part) for other, part in parts if other in contents.things]
        graph.add_node(iri, **_event_attributes(event, facts[iri], weight=len(known)))
        for other, part in known:
            graph.add_node(other, bipartite=1, **thing_attributes(contents.things[other]))
            graph.add_edge(iri, other, part=part, weight=1)
    for node in graph:
        graph.nodes[node].setdefault("weight", graph.degree(node))
    return graph


def _event_attributes(event: Happening, facts: list[Fact], *, weight: int) -> dict[str, Any]:
    attributes = link_attributes(facts) | {"weight": weight}
    return {"bipartite": 0, "label": event.type, "type": event.type, "time": event.time} | attributes
