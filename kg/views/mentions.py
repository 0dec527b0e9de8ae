"""Co-mention: the baseline that needs no facts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from itertools import combinations

from kg.views.graphs import iso, thing_attributes
from kg.views.records import ACTORS, Told
from kg.views.rows import Store, articles, days, things, told
from kg.views.shown import View

CROWD = 40
"""A paragraph that mentions more actors than this is a list; it links nobody."""


def co_mention_graph(store: Store, *, articles_only: Collection[str] | None = None) -> View:
    """Join actors that are mentioned in the same paragraph (undirected).

    It knows nothing of what links them: a baseline to hold :func:`kg.views.actor_graph` against. Edges have
    ``weight`` (number of paragraphs), ``articles`` (how many), ``first`` and ``last`` (of the articles' dates).
    ``articles_only`` are identifiers of articles; None takes all.
    """
    sources = articles(store)
    wanted = [iri for iri, source in sources.items() if articles_only is None or source.id in articles_only]
    named = things(store)
    actors = {iri for iri, thing in named.items() if thing.type in ACTORS}
    weights, where = Counter[tuple[str, str]](), defaultdict[tuple[str, str], set[str]](set)
    for article, content in sorted(told(store, wanted).items()):
        for present in _paragraphs(content):
            for pair in combinations(sorted(present & actors), 2):
                weights[pair] += 1
                where[pair].add(article)
    graph = View(title="Mentioned together")
    for pair, weight in sorted(weights.items()):
        spans = [span for article in where[pair] if (span := days(sources[article].date))]
        first, last = min((a for a, _ in spans), default=None), max((b for _, b in spans), default=None)
        for iri in pair:
            graph.add_node(iri, **thing_attributes(named[iri]))
        graph.add_edge(*pair, weight=weight, articles=len(where[pair]), first=iso(first), last=iso(last))
    for node in graph:
        graph.nodes[node]["weight"] = graph.degree(node, weight="weight")
    return graph


def _paragraphs(content: Told) -> Iterator[set[str]]:
    present, line_end = set[str](), -1
    for start, _, who in content.mentions:
        if start > line_end:
            yield present if len(present) <= CROWD else set()
            newline = content.text.find("\n", start)
            present, line_end = set(), newline if newline >= 0 else len(content.text)
        present.add(who)
    yield present if len(present) <= CROWD else set()
