"""`kg rank`, `kg path`, `kg communities`: measures on the graph of actors."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.chosen import (
    AboutOption,
    ConfidenceOption,
    FactualityOption,
    PredicateOption,
    SinceOption,
    UntilOption,
    filters,
)
from kg.cli.options import JsonOption, StoreOption

if TYPE_CHECKING:
    from kg.views.measures import Hop
    from kg.views.records import Fact
    from kg.views.shown import View

TopOption = Annotated[int, typer.Option("--top", "-n", min=1, help="How many.")]


def rank(
    by: Annotated[str, typer.Option(help="pagerank, betweenness or degree.")] = "pagerank",
    top: TopOption = 20,
    store: StoreOption = None,
    about: AboutOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    predicate: PredicateOption = None,
    factuality: FactualityOption = None,
    min_confidence: ConfidenceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show who matters most in the graph of actors.

    Example: kg rank --by betweenness -n 5
    """
    from kg.views.measures import MEASURES
    from kg.views.measures import rank as ranked

    graph = _actors(store, about, since, until, predicate, factuality, min_confidence)
    measure = next((name for name in MEASURES if name == by), None)
    if measure is None:
        raise typer.BadParameter(f"{by!r} is none of {', '.join(MEASURES)}", param_hint="--by")
    found = ranked(graph, by=measure)[:top]
    if as_json:
        _json([asdict(each) for each in found])
        return
    for place, each in enumerate(found, start=1):
        typer.echo(f"{place:>3}  {each.score:.4f}  {each.label} ({each.type}, {each.links} links)")


def path(
    start: Annotated[str, typer.Argument(help="From whom, by name or IRI.")],
    end: Annotated[str, typer.Argument(help="To whom.")],
    most: Annotated[int, typer.Option(min=1, help="At most so many equally short paths.")] = 1,
    store: StoreOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    predicate: PredicateOption = None,
    factuality: FactualityOption = None,
    min_confidence: ConfidenceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show how two are linked, each step with the sentence it stands on.

    Example: kg path Uschakow Trump
    """
    from kg.views.measures import ends
    from kg.views.measures import path as found_path

    graph = _actors(store, None, since, until, predicate, factuality, min_confidence)
    ways = found_path(graph, *ends(graph, start, end), most=most)
    shown = _sentences(store, [hop.fact for way in ways for hop in way])
    if as_json:
        _json([[_hop(hop, shown[hop.fact.iri]) for hop in way] for way in ways])
        return
    for number, way in enumerate(ways):
        if number:
            typer.echo()
        for hop in way:
            names = {iri: graph.nodes[iri]["label"] for iri in (hop.left, hop.right)}
            said = f"{names[hop.fact.subject]} {hop.fact.predicate} {names[hop.fact.object]} ({hop.fact.factuality})"
            typer.echo(f"{names[hop.left]} – {names[hop.right]}: {said}")
            typer.echo(f"    „{shown[hop.fact.iri]}“")


def communities(
    top: TopOption = 10,
    store: StoreOption = None,
    about: AboutOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    predicate: PredicateOption = None,
    factuality: FactualityOption = None,
    min_confidence: ConfidenceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show which actors belong together (Louvain), the largest group first.

    Example: kg communities -n 3
    """
    from kg.views.measures import communities as grouped

    found = grouped(_actors(store, about, since, until, predicate, factuality, min_confidence))[:top]
    if as_json:
        _json([asdict(each) for each in found])
        return
    for each in found:
        more = f", … {len(each.labels) - 8} more" if len(each.labels) > 8 else ""
        typer.echo(f"{len(each.nodes):>4}  {', '.join(each.labels[:8])}{more}  [{', '.join(each.predicates[:4])}]")


def _actors(
    store: str | None,
    about: list[str] | None,
    since: str | None,
    until: str | None,
    predicate: list[str] | None,
    factuality: list[str] | None,
    min_confidence: float | None,
) -> View:
    from kg.store import open_store
    from kg.views import actor_graph

    chosen = filters(
        about=about,
        since=since,
        until=until,
        article=None,
        predicate=predicate,
        factuality=factuality,
        min_confidence=min_confidence,
    )
    with open_store(store) as opened:
        return actor_graph(opened, **chosen)


def _sentences(store: str | None, facts: list[Fact]) -> dict[str, str]:
    """Find the sentences that facts stand on, by the IRIs of the claims; without the article's text, its quoted words."""
    from kg.store import open_store
    from kg.views.rows import told
    from kg.views.sentences import sentence

    with open_store(store) as opened:
        texts = told(opened, {fact.article for fact in facts})
    found = {fact.iri: fact.exact for fact in facts}
    for fact in facts:
        if fact.article in texts:
            start, end = sentence(texts[fact.article].text, fact.start, fact.end)
            found[fact.iri] = texts[fact.article].text[start:end]
    return found


def _hop(hop: Hop, shown: str) -> dict[str, Any]:
    fact = hop.fact
    return {
        "from": hop.left,
        "to": hop.right,
        "subject": fact.subject,
        "predicate": fact.predicate,
        "object": fact.object,
        "factuality": fact.factuality,
        "exact": fact.exact,
        "sentence": shown,
        "article": fact.article,
        "claim": fact.iri,
    }


def _json(data: object) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False, indent=1))
