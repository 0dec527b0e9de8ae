"""Views of who is linked with whom.

Nodes are IRIs with ``label``, ``type`` (a local name: "Person"), ``roles`` and ``aliases`` (tuples), ``named`` and
``weight`` (the number of claims that name the node in this view).

Edges have ``weight`` (number of claims), ``predicates`` (local names, most frequent first), ``factuality`` (names,
from Asserted to Negated), ``first`` and ``last`` (ISO days: the earliest and the latest day that a claim speaks of,
or of its article where it gives no date; None if unknown), ``confidence`` (the highest), ``former`` (True if all its
claims are of the past) and ``claims``, a tuple of :class:`kg.views.records.Fact`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar, Unpack

from kg.rdf.vocabulary import SAID
from kg.views.filters import ALL, HOLDS, Filters, read
from kg.views.records import ACTORS, Contents, Fact, Thing
from kg.views.rows import Store, told, uncollected
from kg.views.shown import DirectedView, View

ROLES = ("heads", "worksFor", "represents", "advises", "memberOf")
"""Predicates that say what somebody is, from the strongest."""

Pair = tuple[str, str]
Graph = TypeVar("Graph", View, DirectedView)


def actor_graph(store: Store, **filters: Unpack[Filters]) -> View:
    """Join people, organizations, countries and groups by the facts between them (undirected).

    Without ``factuality`` only what is Asserted or Reported counts, without ``predicates`` only those of the ontology.
    """
    contents = read(store, _holding(filters))
    pairs: dict[Pair, list[Fact]] = defaultdict(list)
    for fact in contents.facts:
        if fact.predicate.startswith("open:") and "predicates" not in filters:
            continue
        if not fact.literal and _is_actor(contents, fact.subject) and _is_actor(contents, fact.object):
            pairs[min(fact.subject, fact.object), max(fact.subject, fact.object)].append(fact)
    return joined(View(title="Actors"), contents.things, pairs)


def role_graph(store: Store, **filters: Unpack[Filters]) -> DirectedView:
    """Lead from people and organizations to whom they head, work for, represent, advise or belong (directed).

    Without ``factuality`` only what is Asserted or Reported counts; without ``predicates`` all of :data:`ROLES`.
    """
    contents = read(store, Filters(**({"predicates": ROLES} | _holding(filters))))
    pairs: dict[Pair, list[Fact]] = defaultdict(list)
    for fact in contents.facts:
        if not fact.literal:
            pairs[fact.subject, fact.object].append(fact)
    return joined(DirectedView(title="Roles"), contents.things, pairs)


def statement_graph(store: Store, **filters: Unpack[Filters]) -> DirectedView:
    """Lead from who speaks to whom he speaks about (directed).

    Somebody speaks about the subject and the object of what is reported with him as its source, and about everyone
    mentioned in the words of what he said. Facts of any factuality count unless ``factuality`` says otherwise.
    """
    contents = read(store, Filters(**filters))
    texts = told(store, {fact.article for fact in contents.facts if fact.predicate == SAID})
    pairs: dict[Pair, list[Fact]] = defaultdict(list)
    for fact in contents.facts:
        speaker = fact.subject if fact.predicate == SAID else fact.source
        if speaker is None:
            continue
        about = {fact.subject} if fact.literal else {fact.subject, fact.object}
        if fact.predicate == SAID and fact.article in texts:
            about = {who for start, end, who in texts[fact.article].mentions if fact.start <= start and end <= fact.end}
        for who in sorted(about - {speaker}):
            pairs[speaker, who].append(fact)
    return joined(DirectedView(title="Statements"), contents.things, pairs)


def _holding(filters: Filters) -> Filters:
    return Filters(**({"factuality": HOLDS} | filters))


def _is_actor(contents: Contents, iri: str) -> bool:
    return iri in contents.things and contents.things[iri].type in ACTORS


@uncollected()
def joined(graph: Graph, things: dict[str, Thing], pairs: dict[Pair, list[Fact]]) -> Graph:
    """Fill a graph with one edge for each pair that is joined by facts; loops are left out."""
    weights = Counter[str]()
    for pair, facts in sorted(pairs.items()):
        if pair[0] == pair[1] or not all(iri in things for iri in pair):
            continue
        for iri in pair:
            weights[iri] += len(facts)
            graph.add_node(iri, **thing_attributes(things[iri]))
        graph.add_edge(*pair, **link_attributes(facts))
    for iri, weight in weights.items():
        graph.nodes[iri]["weight"] = weight
    return graph


def thing_attributes(thing: Thing) -> dict[str, Any]:
    """Give the attributes of an entity's node."""
    return {
        "label": thing.label,
        "type": thing.type,
        "roles": thing.roles,
        "aliases": thing.aliases,
        "named": thing.named,
    }


def link_attributes(facts: Iterable[Fact]) -> dict[str, Any]:
    """Give the attributes of an edge that stands on these facts."""
    facts = tuple(facts)
    counts = Counter(fact.predicate for fact in facts)
    kinds = {fact.factuality for fact in facts}
    return {
        "weight": len(facts),
        "predicates": tuple(sorted(counts, key=lambda name: (-counts[name], name))),
        "factuality": tuple(kind for kind in ALL if kind in kinds),
        "first": iso(min((fact.first for fact in facts if fact.first), default=None)),
        "last": iso(max((fact.last for fact in facts if fact.last), default=None)),
        "confidence": max((fact.confidence for fact in facts), default=0.0),
        "former": bool(facts) and all(fact.former for fact in facts),
        "claims": facts,
    }


def iso(day: date | None) -> str | None:
    """Give a day as text; an open end is None."""
    return None if day in (None, date.min, date.max) else day.isoformat()
