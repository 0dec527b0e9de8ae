"""`kg stats`: what is in a store, counted."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import typer

from kg.cli.options import JsonOption, StoreOption
from kg.rdf.vocabulary import KG, OPEN

if TYPE_CHECKING:
    from kg.store import Store

TOTALS = {
    "articles": "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a kg:Article }",
    "entities": "SELECT (COUNT(DISTINCT ?e) AS ?n) { ?e kg:named ?named }",
    "events": "SELECT (COUNT(DISTINCT ?e) AS ?n) { ?claim kg:event ?e }",
    "claims": "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a kg:Claim }",
    "facts": """SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o {
        ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o . ?s ?p ?o } }""",
}
TABLES = {
    "entities by type": "SELECT ?key (COUNT(DISTINCT ?e) AS ?n) { ?e kg:named ?named ; a ?key } GROUP BY ?key",
    "claims by predicate": "SELECT ?key (COUNT(DISTINCT ?c) AS ?n) { ?c a kg:Claim ; rdf:predicate ?key } GROUP BY ?key",
    "claims by factuality": "SELECT ?key (COUNT(DISTINCT ?c) AS ?n) { ?c kg:factuality ?key } GROUP BY ?key",
    "claims by source": """SELECT ?key (COUNT(DISTINCT ?c) AS ?n) {
        { SELECT ?source (SAMPLE(?label) AS ?key) { ?any kg:source ?source . ?source skos:prefLabel ?label }
          GROUP BY ?source }
        ?c kg:source ?source } GROUP BY ?key""",
    "articles by publisher": "SELECT ?key (COUNT(DISTINCT ?a) AS ?n) { ?a a kg:Article ; dcterms:publisher ?key } GROUP BY ?key",
    "articles by date": "SELECT ?key (COUNT(DISTINCT ?a) AS ?n) { ?a a kg:Article ; dcterms:date ?key } GROUP BY ?key",
}
SHOWN = 15


def stats(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Count what is in the store.

    Example: kg stats --json
    """
    from kg.store import open_store

    with open_store(store) as opened:
        found = statistics(opened)
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        _show(found)


def statistics(store: Store) -> dict[str, Any]:
    """Count: ``totals``, and a table for each of `TABLES`, the largest numbers first.

    ``facts`` are the distinct plain triples that claims stand behind.
    """
    found: dict[str, Any] = {"totals": totals(store)}
    for name, query in TABLES.items():
        numbers: Counter[str] = Counter()
        for key, number in store.query(query).rows:
            if key is not None:
                numbers[_name(str(key))] += int(str(number))
        found[name] = dict(sorted(numbers.items(), key=lambda row: (-row[1], row[0])))
    return found


def totals(store: Store) -> dict[str, int]:
    """Count articles, entities, events, claims and facts."""
    return {name: int(str(store.query(query).rows[0][0])) for name, query in TOTALS.items()}


def _name(key: str) -> str:
    """The local name of a class, predicate or individual; all open predicates together; other text as it is."""
    return "open" if key.startswith(OPEN) else key.removeprefix(KG)


def _show(found: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console()
    for name, numbers in found.items():
        if not numbers:
            continue
        table = Table(show_header=False, box=None, pad_edge=False)
        for key, number in list(numbers.items())[:SHOWN]:
            table.add_row(f"{number:>9,}", key)
        if len(numbers) > SHOWN:
            table.add_row("", f"and {len(numbers) - SHOWN} more: --json shows all")
        console.print(f"[bold]{name}[/bold]", table, "", sep="\n")
