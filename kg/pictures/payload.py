"""The data of the explorer's page, as ``web/src/data.ts`` reads it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any, Literal

import networkx as nx

from kg.pictures.labels import words
from kg.pictures.layout import Size, positions
from kg.rdf.vocabulary import SYMMETRIC
from kg.views.filters import ALL, Filters, read
from kg.views.graphs import iso
from kg.views.records import Contents, Fact, Thing, Told
from kg.views.rows import Store, told
from kg.views.sentences import sentence

MOST = 2000
"""More entities than this are not shown; the most important by PageRank are."""
MOST_CLAIMS = 6000
Language = Literal["de", "en"]


def payload(store: Store, *, title: str, language: Language, most: int = MOST, filters: Filters) -> dict[str, Any]:
    """Give everything that the explorer shows, ready for JSON."""
    contents = read(store, filters)
    facts = [fact for fact in contents.facts if _known(fact, contents)]
    graph = _graph(facts)
    kept = _important(graph, most)
    shown = _strongest([fact for fact in facts if _ends(fact) <= kept], graph)
    named = {iri for fact in shown for iri in (*_ends(fact), fact.source, fact.place) if iri in contents.things}
    graph = _graph([fact for fact in shown if not fact.predicate.startswith("open:")])
    graph.add_nodes_from(sorted(named - set(graph)))
    things = [contents.things[iri] for iri in sorted(graph)]
    places = positions(graph, {thing.iri: _box(thing, graph) for thing in things})
    number = {thing.iri: index for index, thing in enumerate(things)}
    articles = sorted({fact.article for fact in shown} & contents.articles.keys())
    texts = told(store, articles)
    names = {fact.predicate for fact in shown} | {thing.type for thing in things} | set(ALL)
    return {
        "title": title,
        "language": language,
        "cut": {"shown": len(things), "of": len({iri for fact in facts for iri in _ends(fact)})}
        if len(shown) < len(facts)
        else None,
        "symmetric": sorted(SYMMETRIC),
        "entities": [_entity(thing, graph, places[thing.iri]) for thing in things],
        "claims": [
            _claim(fact, number, {iri: place for place, iri in enumerate(articles)}, texts.get(fact.article))
            for fact in shown
        ],
        "articles": _articles(contents, articles, texts, number),
        "labels": words(names, contents.phrases),
    }


def _known(fact: Fact, contents: Contents) -> bool:
    return fact.article in contents.articles and all(iri in contents.things for iri in _ends(fact))


def _ends(fact: Fact) -> set[str]:
    return {fact.subject} if fact.literal else {fact.subject, fact.object}


def _graph(facts: list[Fact]) -> nx.Graph:
    """Join entities by facts; a node's ``weight`` is the number of facts that name it."""
    graph, weights = nx.Graph(), Counter(iri for fact in facts for iri in sorted(_ends(fact)))
    graph.add_nodes_from((iri, {"weight": weights[iri]}) for iri in sorted(weights))
    links: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if len(ends := _ends(fact)) == 2:
            links[min(ends), max(ends)].append(fact)
    for pair, joined in sorted(links.items()):
        lines = {(fact.predicate, fact.factuality, fact.subject) for fact in joined}
        graph.add_edge(*pair, weight=len(joined), lines=len(lines))
    return graph


def _important(graph: nx.Graph, most: int) -> set[str]:
    if len(graph) <= most:
        return set(graph)
    scores = nx.pagerank(graph, weight="weight")
    return set(sorted(scores, key=lambda iri: (-round(scores[iri], 12), iri))[:most])


def _strongest(facts: list[Fact], graph: nx.Graph) -> list[Fact]:
    """Keep at most MOST_CLAIMS facts, open ones last, those between the most connected first; in their order."""
    if len(facts) <= MOST_CLAIMS:
        return facts

    def strength(fact: Fact) -> tuple[bool, int]:
        return fact.predicate.startswith("open:"), -min(int(graph.nodes[iri]["weight"]) for iri in _ends(fact))

    chosen = set(sorted(range(len(facts)), key=lambda index: (strength(facts[index]), index))[:MOST_CLAIMS])
    return [fact for index, fact in enumerate(facts) if index in chosen]


def node_size(weight: int) -> float:
    """Give the diameter of a node; ``web/src/graph.ts`` draws it so."""
    return float(min(64, 18 + 7 * weight**0.5))


def _box(thing: Thing, graph: nx.Graph) -> Size:
    size = node_size(graph.nodes[thing.iri].get("weight", 0))
    lines = -(-len(thing.label) // 22)
    return max(size, 6.6 * min(len(thing.label), 22)), size + 8 + 15 * lines


def _entity(thing: Thing, graph: nx.Graph, place: tuple[int, int]) -> dict[str, Any]:
    return {
        "label": thing.label,
        "type": thing.type,
        "roles": thing.roles,
        "aliases": thing.aliases,
        "named": thing.named,
        "weight": graph.nodes[thing.iri].get("weight", 0),
        "x": place[0],
        "y": place[1],
    }


def _claim(fact: Fact, number: dict[str, int], articles: dict[str, int], content: Told | None) -> dict[str, Any]:
    around = sentence(content.text, fact.start, fact.end) if content else (fact.start, fact.end)
    return {
        "s": number[fact.subject],
        "p": fact.predicate,
        "o": None if fact.literal else number[fact.object],
        "text": fact.object if fact.literal else None,
        "factuality": fact.factuality,
        "source": number.get(fact.source or ""),
        "place": number.get(fact.place or ""),
        "time": fact.time,
        "first": iso(fact.first),
        "last": iso(fact.last),
        "former": fact.former,
        "confidence": round(fact.confidence, 3),
        "rule": fact.extractor,
        "article": articles[fact.article],
        "start": fact.start,
        "end": fact.end,
        "exact": fact.exact,
        "around": around,
    }


def _articles(
    contents: Contents, wanted: list[str], texts: dict[str, Told], number: dict[str, int]
) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for iri in wanted:
        source, content = contents.articles[iri], texts.get(iri)
        mentions = [(a, b, number[who]) for a, b, who in content.mentions if who in number] if content else []
        known: dict[str, Any] = {
            "id": source.id,
            "title": source.title or source.id,
            "date": source.date,
            "url": source.url,
        }
        found.append(known | {"text": content.text if content else None, "mentions": mentions})
    return found
