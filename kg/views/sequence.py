"""The view of how links change: one graph of actors for each stretch of time."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Literal, Unpack

from kg.views.filters import Filters
from kg.views.graphs import actor_graph, joined
from kg.views.records import Fact, Thing
from kg.views.rows import Store
from kg.views.shown import View

Period = Literal["day", "week", "month", "year"]
_FORMATS = {"day": "%Y-%m-%d", "week": "%G-W%V", "month": "%Y-%m", "year": "%Y"}


def sequence(store: Store, *, by: Period = "month", **filters: Unpack[Filters]) -> dict[str, View]:
    """Cut the graph of actors into periods, in order of time: {"2025-03": graph, "2025-04": graph}.

    A fact belongs to the period that holds all its days; one that is known less exactly ("2025" in a sequence of
    months) belongs to none. Periods in which nothing happened are left out.
    """
    whole = actor_graph(store, **filters)
    things = {iri: _thing(iri, whole) for iri in whole}
    periods: dict[str, dict[tuple[str, str], list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for left, right, facts in whole.edges(data="claims"):
        for fact in facts:
            if (period := _period(fact, by)) is not None:
                periods[period][left, right].append(fact)
    return {period: joined(View(title=f"Actors, {period}"), things, periods[period]) for period in sorted(periods)}


def _period(fact: Fact, by: Period) -> str | None:
    if fact.first is None or fact.last is None or date.min in (fact.first, fact.last):
        return None
    first, last = fact.first.strftime(_FORMATS[by]), fact.last.strftime(_FORMATS[by])
    return first if first == last else None


def _thing(iri: str, graph: View) -> Thing:
    node = graph.nodes[iri]
    return Thing(iri, node["type"], node["label"], node["named"], node["aliases"], node["roles"])
