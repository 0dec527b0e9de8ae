"""Merges across articles: article graphs are rewritten, what that takes away is kept, so that it can be undone.

What comes out is a function of the article graphs as extracted and of the decisions, never of the order of building.
Each article is rewritten in one transaction that notes what was replaced; a killed pass is finished by the next one:
articles that are to be rewritten bear a mark until all is done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.model import Decision, EntityRow, Merge
from kg.store import linking
from kg.store.engine import Engine, Term, graph_of, node_of, text_of
from kg.store.entities import entity_rows
from kg.store.names import (
    BETWEEN,
    MERGED_FROM,
    SAME,
    SCORE,
    TYPE,
    UNMERGED,
    WHY,
    decisions_graph,
    merges_graph,
)
from kg.store.originals import Taken, pack, take, unpack

if TYPE_CHECKING:
    from kg.store.marked import Marked

NOTES = (MERGED_FROM, WHY, SCORE)
"""What is noted of each merge."""
Link = Callable[[Sequence[EntityRow], Sequence[Decision]], Iterable[Merge]]


def table(engine: Engine, base: str) -> list[EntityRow]:
    """Every entity of every article as extracted, sorted by IRI and article."""
    if linking.noted(engine, base):
        return linking.rows_of(engine, base)
    return entity_rows(engine, _merged(engine, base))


def _merged(engine: Engine, base: str) -> dict[str, Taken]:
    found = engine.quads((None, UNMERGED, None, merges_graph(base)))
    return {text_of(quad.subject): unpack(quad.object) for quad in found}


def _taken(engine: Engine, base: str, article: str) -> Taken:
    for quad in engine.quads((ox.NamedNode(article), UNMERGED, None, merges_graph(base))):
        return unpack(quad.object)
    return Taken()


def original(engine: Engine, base: str, article: str) -> set[ox.Quad]:
    """An article's graph as it was extracted."""
    taken = _taken(engine, base, article)
    return (set(engine.quads((None, None, None, ox.NamedNode(article)))) - taken.put) | taken.quads


def apply_merges(engine: Engine, base: str, link: Link | None) -> int:
    """Find out who is who and rewrite the article graphs that this concerns; returns how many.

    Without ``link``, newskg's own linking looks at what has changed since it was here last.
    """
    if link is not None:
        rows = _unnoted(engine, base)
        return _apply(engine, base, _others(rows), link(rows, decisions(engine, base)))
    from kg.entities.linking import Table, link_around
    from kg.entities.profiles import profiles
    from kg.language.lexicon import Lexicon
    from kg.store.marked import Marked, write

    marked = Marked(engine, base)
    if not marked.are_many():
        return _apply_marked(engine, base, marked) if marked.marks else 0
    rows = _unnoted(engine, base)
    found, others = profiles(rows, Lexicon()), _others(rows)
    del rows
    _, merges = link_around(Table(found), found, decisions(engine, base))
    rewritten = _apply(engine, base, others, merges)
    write(engine, base, found, len(others))
    return rewritten


def _unnoted(engine: Engine, base: str) -> list[EntityRow]:
    """The table of entities; from now on all must be linked again, until that is done."""
    rows, note, never = table(engine, base), linking.noted(engine, base), {linking.never(base)}
    if not note:
        linking.write_tables(engine, base, rows)
    elif note != never:
        engine.change(note, never)
    return rows


def _others(rows: Iterable[EntityRow]) -> dict[str, tuple[str, ...]]:
    """The entities of each article."""
    return {row.article: row.others for row in rows}


def _apply(engine: Engine, base: str, others: Mapping[str, tuple[str, ...]], found: Iterable[Merge]) -> int:
    applied = {article: taken.merged for article, taken in _merged(engine, base).items()}
    merges = settle(found, {iri for iris in others.values() for iri in iris})
    rewritten = 0
    for article, iris in others.items():
        wanted = {iri: merges[iri].to_iri for iri in iris if iri in merges}
        if wanted != applied.get(article, {}):
            engine.change(*_rewritten(engine, base, article, wanted))
            rewritten += 1
    _note(engine, merges_graph(base), merges)
    return rewritten


def _note(engine: Engine, graph: ox.NamedNode, merges: Mapping[str, Merge]) -> None:
    """Note these merges, by what they replace, and no others: some at once, since there can be very many."""

    def is_new(quad: ox.Quad) -> bool:
        about = text_of(quad.object if quad.predicate == MERGED_FROM else quad.subject)
        return about in merges and quad in _notes((merges[about],), graph)

    noted, stale = 0, []
    for about in NOTES:
        for quad in engine.quads((None, about, None, graph)):
            if is_new(quad):
                noted += 1
            else:
                stale.append(quad)
    if stale:
        engine.change(stale, ())
    waiting = iter(merges.values() if noted < len(NOTES) * len(merges) else ())
    while some := list(islice(waiting, linking.AT_ONCE)):
        engine.change((), _notes(some, graph))


def _apply_marked(engine: Engine, base: str, marked: Marked) -> int:
    graph = merges_graph(base)
    region, merges = marked.link(decisions(engine, base))
    home = {merge.from_iri: merge.to_iri for merge in merges}
    noted = {quad for iri in region for quad in _noted(engine, graph, iri)}
    before = {text_of(quad.object): text_of(quad.subject) for quad in noted if quad.predicate == MERGED_FROM}
    articles = {article for article in marked.named if marked.table(article)}
    for iri in region:
        if home.get(iri) != before.get(iri):
            articles |= _naming(engine, base, iri, before.get(iri))
    changes = {}
    for article in sorted(articles):
        wanted = {}
        for iri in marked.table(article):
            target = home.get(iri) if iri in region else _target(engine, graph, iri)
            if target:
                wanted[iri] = target
        if wanted != _taken(engine, base, article).merged:
            changes[article] = wanted
    remove, add = marked.written()
    new = _notes(merges, graph)
    remove, add = remove | (noted - new), add | (new - noted)
    if len(changes) > 1:
        marks = {quad for article in changes for quad in linking.mark(engine, base, article)}
        engine.change((), marks)
        remove |= marks
    for article, wanted in changes.items():
        gone, come = _rewritten(engine, base, article, wanted)
        if len(changes) > 1:
            engine.change(gone, come)
        else:
            remove, add = remove | gone, add | come
    engine.change(remove, add)
    return len(changes)


def _noted(engine: Engine, graph: ox.NamedNode, iri: str) -> set[ox.Quad]:
    """The notes of a merge of an entity into another one."""
    node = ox.NamedNode(iri)
    found = set(engine.quads((None, MERGED_FROM, node, graph)))
    for about in (WHY, SCORE) if found else ():
        found.update(engine.quads((node, about, None, graph)))
    return found


def _target(engine: Engine, graph: ox.NamedNode, iri: str) -> str | None:
    """What an entity is merged into."""
    return next((text_of(q.subject) for q in engine.quads((None, MERGED_FROM, ox.NamedNode(iri), graph))), None)


def _naming(engine: Engine, base: str, iri: str, target: str | None) -> set[str]:
    """The articles that name an entity, also those in whose graphs another one stands for it."""
    found = {graph_of(quad) for quad in engine.quads((ox.NamedNode(iri), TYPE, None, None))}
    if target:
        merged = {graph_of(quad) for quad in engine.quads((ox.NamedNode(target), TYPE, None, None))}
        found |= {article for article in merged if iri in _taken(engine, base, article).merged}
    return found


def _rewritten(engine: Engine, base: str, article: str, wanted: Mapping[str, str]) -> tuple[set[ox.Quad], set[ox.Quad]]:
    """What to remove and to add so that IRIs are replaced in an article's graph, and no others."""
    name, graph = ox.NamedNode(article), merges_graph(base)
    stale = set(engine.quads((name, UNMERGED, None, graph)))
    if stale:
        now = set(engine.quads((None, None, None, name)))
        before = original(engine, base, article)
    else:
        now = before = _about(engine, name, wanted)
    taken = take(before, wanted)
    then = (before - taken.quads) | taken.put
    packed = {ox.Quad(name, UNMERGED, pack(taken), graph)} if wanted else set[ox.Quad]()
    return (now - then) | (stale - packed), (then - now) | (packed - stale)


def _about(engine: Engine, article: ox.NamedNode, wanted: Mapping[str, str]) -> set[ox.Quad]:
    """The quads of an article that name one of some entities or one that is to stand for it."""
    nodes = {ox.NamedNode(iri) for pair in wanted.items() for iri in pair}
    patterns = [pattern for node in nodes for pattern in ((node, None, None, article), (None, None, node, article))]
    return {quad for pattern in patterns for quad in engine.quads(pattern)}


def settle(merges: Iterable[Merge], known: set[str]) -> dict[str, Merge]:
    """The merges by what they replace, chains followed to their end.

    Raises:
        ValueError: an entity is merged into two others, or into itself by a chain.
    """
    direct: dict[str, Merge] = {}
    for merge in sorted(set(merges)):
        if {merge.from_iri, merge.to_iri} <= known:
            if direct.get(merge.from_iri, merge).to_iri != merge.to_iri:
                raise ValueError(f"{merge.from_iri} is merged into two entities")
            direct[merge.from_iri] = merge
    settled = {}
    for source, merge in direct.items():
        target, seen = merge.to_iri, {source}
        while target in direct:
            if target in seen:
                raise ValueError(f"{source} is merged in a circle")
            seen.add(target)
            target = direct[target].to_iri
        settled[source] = Merge(source, target, merge.why, merge.score)
    return settled


def _notes(merges: Iterable[Merge], graph: ox.NamedNode) -> set[ox.Quad]:
    found = set()
    for merge in merges:
        source = ox.NamedNode(merge.from_iri)
        found.add(ox.Quad(ox.NamedNode(merge.to_iri), MERGED_FROM, source, graph))
        found.add(ox.Quad(source, WHY, ox.Literal(merge.why), graph))
        found.add(ox.Quad(source, SCORE, ox.Literal(round(merge.score, 3)), graph))
    return found


def decisions(engine: Engine, base: str) -> list[Decision]:
    """What the user decided, sorted."""
    graph = decisions_graph(base)
    found = []
    for quad in engine.quads((None, SAME, None, graph)):
        node = node_of(quad.subject)
        pair = sorted(text_of(q.object) for q in engine.quads((node, BETWEEN, None, graph)))
        why = next((text_of(q.object) for q in engine.quads((node, WHY, None, graph))), "")
        found.append(Decision(pair[0], pair[1], text_of(quad.object) == "true", why))
    return sorted(found)


def decide(engine: Engine, base: str, first: str, second: str, *, same: bool, why: str) -> None:
    """Note a decision on a pair of entities in place of an earlier one."""
    graph = decisions_graph(base)
    pair = sorted((first, second))
    node = ox.NamedNode(f"{base}decision/{blake2b(' '.join(pair).encode(), digest_size=8).hexdigest()}")
    about: set[tuple[ox.NamedNode, Term]] = {
        (BETWEEN, ox.NamedNode(pair[0])),
        (BETWEEN, ox.NamedNode(pair[1])),
        (SAME, ox.Literal(same)),
    }
    if why:
        about.add((WHY, ox.Literal(why)))
    new = {ox.Quad(node, predicate, value, graph) for predicate, value in about}
    old = set(engine.quads((node, None, None, graph)))
    if old != new:
        engine.change(old - new, (new - old) | linking.mark_decision(engine, base, node, pair))
