"""What linking across articles looks up in the store, so that only what changed is linked again.

It is made of the article graphs and can be made again at any time: a table of entities an article, a profile and keys
an entity. While it is valid, whoever changes an article changes its table and leaves a mark in the same transaction.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

import pyoxigraph as ox

from kg.model import EntityRow
from kg.store import tables
from kg.store.engine import Engine, text_of
from kg.store.entities import table_of
from kg.store.names import LINKED, TABLE, UNLINKED, linking_graph, merges_graph

AT_ONCE = 5_000
"""Quads written in one transaction where nothing must be whole."""


def noted(engine: Engine, base: str) -> set[ox.Quad]:
    """The note that all this is valid, if it is; who changes articles and leaves no mark takes it back."""
    return set(engine.quads((merges_graph(base), LINKED, None, linking_graph(base))))


def never(base: str) -> ox.Quad:
    """The note that the tables are valid, but that all articles must be linked."""
    return ox.Quad(merges_graph(base), LINKED, ox.Literal("never 0"), linking_graph(base))


def node(base: str, iri: str) -> ox.NamedNode:
    """What stands for an article or entity here, so that nobody who asks about it meets all this."""
    return ox.NamedNode(f"{base}linking/{iri}")


def table(base: str, article: str, rows: Sequence[EntityRow]) -> ox.Quad:
    """An article's entities as a quad."""
    return ox.Quad(node(base, article), TABLE, ox.Literal(tables.to_text(rows)), linking_graph(base))


def change(
    engine: Engine, base: str, article: str, quads: Iterable[ox.Quad] | None
) -> tuple[set[ox.Quad], set[ox.Quad]]:
    """What to remove and to add when an article changes.

    Args:
        engine: where the store is.
        base: what the IRIs of instances begin with.
        article: the article's IRI.
        quads: its graph as extracted, None if it goes.
    """
    notes = noted(engine, base)
    if not notes:
        return set(), set()
    old = set(engine.quads((node(base, article), TABLE, None, linking_graph(base))))
    new = set() if quads is None else {table(base, article, table_of(quads))}
    marks = set() if notes == {never(base)} else mark(engine, base, article)
    return old - new, (new - old) | marks


def mark(engine: Engine, base: str, article: str) -> set[ox.Quad]:
    """What to add so that an article is linked again, if nothing says so yet: what it named when it was linked last."""
    about, graph = node(base, article), linking_graph(base)
    if any(engine.quads((about, UNLINKED, None, graph))):
        return set()
    found = [text_of(quad.object) for quad in engine.quads((about, TABLE, None, graph))]
    named = [row.iri for row in tables.from_text(article, found[0])] if found else None
    return {ox.Quad(about, UNLINKED, ox.Literal(json.dumps(named)), graph)}


def mark_decision(engine: Engine, base: str, decision: ox.NamedNode, pair: Sequence[str]) -> set[ox.Quad]:
    """What to add so that two entities are linked again."""
    if not noted(engine, base):
        return set()
    return {ox.Quad(node(base, decision.value), UNLINKED, ox.Literal(json.dumps(pair)), linking_graph(base))}


def rows_of(engine: Engine, base: str) -> list[EntityRow]:
    """The table of entities of all articles, sorted by IRI and article."""
    found = engine.quads((None, TABLE, None, linking_graph(base)))
    start = len(node(base, "").value)
    rows = (row for quad in found for row in tables.from_text(text_of(quad.subject)[start:], text_of(quad.object)))
    return sorted(rows, key=lambda row: (row.iri, row.article))


def write_tables(engine: Engine, base: str, rows: Iterable[EntityRow]) -> None:
    """Make the tables of all articles anew; what else there was is gone."""
    groups: dict[str, list[EntityRow]] = defaultdict(list)
    for row in rows:
        groups[row.article].append(row)
    engine.change((), (), [linking_graph(base).value])
    made = (table(base, article, members) for article, members in groups.items())
    while some := list(islice(made, AT_ONCE)):
        engine.change((), some)
    engine.change((), [never(base)])
