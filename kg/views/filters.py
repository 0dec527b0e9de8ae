"""Filters that all views share."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import TypedDict

from kg.dates import edtf_bounds
from kg.errors import QueryError
from kg.model import Factuality
from kg.views.records import Contents, Fact, Source, Thing
from kg.views.rows import Store, articles, facts, phrases, things, uncollected

ALL = tuple(str(kind) for kind in Factuality)
"""Every factuality, from what holds to what does not."""
HOLDS = (str(Factuality.ASSERTED), str(Factuality.REPORTED))
"""What a reader may take as said to be so."""


class Filters(TypedDict, total=False):
    """Which facts a view shows; all of them must agree, one that is left out lets everything pass.

    ``since``, ``until``: EDTF dates; facts whose days (:class:`Fact`) overlap, those without a date do not.
    ``factuality``: names ("Asserted"); views of links show what is Asserted or Reported unless told otherwise.
    ``predicates``: local names ("met", "open:abreisen"). ``min_confidence``: from 0 to 1.
    ``articles``: identifiers or IRIs. ``about``: names or IRIs; the facts that name one of these entities,
    and the facts among the entities that those facts join to it.
    """

    since: str
    until: str
    factuality: Collection[str]
    predicates: Collection[str]
    min_confidence: float
    articles: Collection[str]
    about: str | Collection[str]


@uncollected()
def read(store: Store, filters: Filters) -> Contents:
    """Read the facts that pass the filters, and what they name.

    Raises:
        QueryError: a date that is not EDTF, or a factuality, an article or a name in ``about`` that is not known.
    """
    sources = articles(store)
    named = things(store)
    passing = [fact for fact in facts(store, sources) if all(passes(fact) for passes in _tests(filters, sources))]
    if "about" in filters:
        passing = _about(passing, find(named, filters["about"]))
    worded = phrases(store) if any(fact.predicate.startswith("open:") for fact in passing) else {}
    return Contents(tuple(passing), named, sources, worded)


def _tests(filters: Filters, sources: dict[str, Source]) -> list[Callable[[Fact], bool]]:
    tests: list[Callable[[Fact], bool]] = []
    if "since" in filters:
        since = _day(filters["since"])[0]
        tests.append(lambda fact: fact.last is not None and fact.last >= since)
    if "until" in filters:
        until = _day(filters["until"])[1]
        tests.append(lambda fact: fact.first is not None and fact.first <= until)
    if "factuality" in filters:
        kinds = _known("factuality", filters["factuality"], ALL)
        tests.append(lambda fact: fact.factuality in kinds)
    if "predicates" in filters:
        predicates = frozenset(filters["predicates"])
        tests.append(lambda fact: fact.predicate in predicates)
    if "min_confidence" in filters:
        least = filters["min_confidence"]
        tests.append(lambda fact: fact.confidence >= least)
    if "articles" in filters:
        ids = {source.id: iri for iri, source in sources.items()}
        wanted = _known("article", {ids.get(name, name) for name in filters["articles"]}, sources)
        tests.append(lambda fact: fact.article in wanted)
    return tests


def _day(edtf: str) -> tuple[date, date]:
    try:
        return edtf_bounds(edtf)
    except ValueError as error:
        raise QueryError(f"{error}; write 2025, 2025-04 or 2025-04-11") from error


def _known(what: str, names: Collection[str], known: Iterable[str]) -> frozenset[str]:
    known = sorted(known)
    for name in sorted(names):
        if name not in known:
            raise QueryError(f"unknown {what} {name!r}; known: {', '.join(known[:12])}")
    return frozenset(names)


def find(things: dict[str, Thing], wanted: str | Collection[str]) -> frozenset[str]:
    """Find entities by IRI, by any of their names, or by words of their best names.

    A full name beats a part of one: "Putin" finds only who is called so, if anybody is.

    Raises:
        QueryError: nobody is called so; the message lists what is most alike.
    """
    names = [wanted] if isinstance(wanted, str) else list(wanted)
    return frozenset(iri for name in names for iri in _called(things, name))


def _called(things: dict[str, Thing], name: str) -> list[str]:
    if name in things:
        return [name]
    asked = name.casefold()
    for matches in (
        lambda thing: asked == thing.label.casefold(),
        lambda thing: asked in (alias.casefold() for alias in thing.aliases),
        lambda thing: set(asked.split()) <= set(thing.label.casefold().split()),
        lambda thing: len(asked) > 2 and asked in thing.label.casefold(),
    ):
        if found := sorted(iri for iri, thing in things.items() if matches(thing)):
            return found
    alike = difflib.get_close_matches(name, sorted({thing.label for thing in things.values()}), n=3, cutoff=0.4)
    hint = f"did you mean {' or '.join(alike)}?" if alike else "'kg entities' lists everybody"
    raise QueryError(f"nobody in the store is called {name!r}; {hint}")


def _about(passing: list[Fact], wanted: frozenset[str]) -> list[Fact]:
    near = set(wanted)
    for fact in passing:
        if wanted.intersection(_named(fact)):
            near.update(_named(fact))
    return [fact for fact in passing if wanted.intersection(_named(fact)) or (not fact.literal and _ends(fact) <= near)]


def _ends(fact: Fact) -> set[str]:
    return {fact.subject, fact.object}


def _named(fact: Fact) -> set[str]:
    named = {fact.subject} if fact.literal else _ends(fact)
    return named | {fact.source} if fact.source else named
