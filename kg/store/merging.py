"""Merges across articles: article graphs are rewritten, their originals kept, so that every merge can be undone.

What comes out is a function of the article graphs as extracted and of the decisions, never of the order of building.
Each article is rewritten in one transaction that notes what was replaced; a killed pass is finished by the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b

import pyoxigraph as ox

from kg.model import Decision, EntityRow, Merge
from kg.rdf.vocabulary import KG, PREDICATES
from kg.store.engine import Engine, Term, node_of, text_of
from kg.store.entities import entity_rows
from kg.store.names import (
    ALT_LABEL,
    BETWEEN,
    LINKED,
    MERGED_FROM,
    PREF_LABEL,
    SAME,
    SCORE,
    UNMERGED,
    WHY,
    decisions_graph,
    history_graph,
    merges_graph,
)
from kg.store.originals import pack, parse, unpack

Link = Callable[[Sequence[EntityRow], Sequence[Decision]], Iterable[Merge]]
PLAIN = frozenset(KG + predicate for predicate in PREDICATES)


def originals(engine: Engine, base: str) -> dict[str, str]:
    """The packed original of every article whose graph is merged, by the article's IRI."""
    found = engine.quads((None, UNMERGED, None, merges_graph(base)))
    return {text_of(quad.subject): text_of(quad.object) for quad in found}


def original(engine: Engine, base: str, article: str) -> set[ox.Quad]:
    """An article's graph as it was extracted."""
    name = ox.NamedNode(article)
    for quad in engine.quads((name, UNMERGED, None, merges_graph(base))):
        return set(parse(unpack(quad.object)[1]))
    return set(engine.quads((None, None, None, name)))


def linked(engine: Engine, base: str) -> set[ox.Quad]:
    """The note of what linked the articles; whoever changes one takes the note back in the same transaction."""
    return set(engine.quads((merges_graph(base), LINKED, None, history_graph(base))))


def apply_merges(engine: Engine, base: str, link: Link, version: str | None) -> int:
    """Recompute who is who and rewrite the article graphs that this concerns; returns how many."""
    note = set() if version is None else {_linked_by(version, base)}
    noted = linked(engine, base)
    if note and noted == note:
        return 0
    rewritten = _apply(engine, base, link)
    if noted != note:
        engine.change(noted - note, note - noted)
    return rewritten


def _linked_by(version: str, base: str) -> ox.Quad:
    return ox.Quad(merges_graph(base), LINKED, ox.Literal(version), history_graph(base))


def _apply(engine: Engine, base: str, link: Link) -> int:
    kept = originals(engine, base)
    rows = entity_rows(engine, kept)
    merges = settle(link(rows, decisions(engine, base)), {row.iri for row in rows})
    rewritten = 0
    for article, iris in {row.article: row.others for row in rows}.items():
        wanted = {iri: merges[iri].to_iri for iri in iris if iri in merges}
        applied = unpack(kept[article])[0] if article in kept else {}
        if wanted != applied:
            _rewrite(engine, base, article, wanted)
            rewritten += 1
    graph = merges_graph(base)
    noted = {quad for about in (MERGED_FROM, WHY, SCORE) for quad in engine.quads((None, about, None, graph))}
    new = set(_notes(merges, graph))
    if noted != new:
        engine.change(noted - new, new - noted)
    return rewritten


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


def _rewrite(engine: Engine, base: str, article: str, wanted: Mapping[str, str]) -> None:
    name, graph = ox.NamedNode(article), merges_graph(base)
    before = original(engine, base, article)
    now = set(engine.quads((None, None, None, name)))
    then = rewrite(before, wanted)
    packed = {ox.Quad(name, UNMERGED, pack(before, wanted), graph)} if wanted else set[ox.Quad]()
    stale = set(engine.quads((name, UNMERGED, None, graph)))
    engine.change((now - then) | (stale - packed), (then - now) | (packed - stale))


def rewrite(quads: Iterable[ox.Quad], wanted: Mapping[str, str]) -> set[ox.Quad]:
    """Replace IRIs. Their preferred labels become alternative ones, and no plain triple joins an entity to itself."""
    nodes: dict[object, ox.NamedNode] = {ox.NamedNode(old): ox.NamedNode(new) for old, new in wanted.items()}
    changed = set()
    for quad in quads:
        subject = nodes.get(quad.subject) or quad.subject
        value = nodes.get(quad.object) or quad.object
        predicate = ALT_LABEL if quad.subject in nodes and quad.predicate == PREF_LABEL else quad.predicate
        if subject != value or predicate.value not in PLAIN:
            changed.add(ox.Quad(subject, predicate, value, quad.graph_name))
    return changed


def _notes(merges: Mapping[str, Merge], graph: ox.NamedNode) -> Iterable[ox.Quad]:
    for merge in merges.values():
        source = ox.NamedNode(merge.from_iri)
        yield ox.Quad(ox.NamedNode(merge.to_iri), MERGED_FROM, source, graph)
        yield ox.Quad(source, WHY, ox.Literal(merge.why), graph)
        yield ox.Quad(source, SCORE, ox.Literal(round(merge.score, 3)), graph)


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
        engine.change((old - new) | linked(engine, base), new - old)
