"""`kg query`: ask the graph."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import StoreOption
from kg.cli.talk import say

if TYPE_CHECKING:
    from rdflib.term import Identifier

    from kg.store import Result, Store

SHOWN_ROWS = 1000
WIDEST_CELL = 60


class Format(StrEnum):
    """How a result is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TTL = "ttl"


def query(
    sparql: Annotated[str | None, typer.Argument(help="A query, or - to read it from standard input.")] = None,
    named: Annotated[str | None, typer.Option("--named", "-n", help="A named query: see --list.")] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter. May be repeated.")
    ] = None,
    list_named: Annotated[bool, typer.Option("--list", help="List the named queries and their parameters.")] = False,
    format: Annotated[Format, typer.Option("--format", "-f", help="How to write the result.")] = Format.TABLE,
    limit: Annotated[int, typer.Option(min=0, help="The most rows; 0 for all.")] = SHOWN_ROWS,
    timeout: Annotated[float, typer.Option(min=0, help="Seconds a query may take; 0 for no limit.")] = 30,
    update: Annotated[bool, typer.Option("--update", help="Let the SPARQL change the store.")] = False,
    store: StoreOption = None,
) -> None:
    """Ask in SPARQL, or by the name of a query. Prefixes as kg:, skos:, oa: are known; nothing is changed.

    Example: kg query --named who-met-whom --param person=Putin
    """
    from kg.query import run
    from kg.store import open_store

    if list_named:
        _list()
        return
    if (sparql is None) == (named is None):
        raise typer.BadParameter("give a query in SPARQL or --named NAME; --list shows the names")
    text = named or (sys.stdin.read() if sparql == "-" else sparql) or ""
    params = _parameters(param)
    with open_store(store) as opened:
        if update:
            _update(opened, text, named, params)
            return
        if named is None and not text.strip():
            raise typer.BadParameter("the query is empty")
        found = run(opened, text, params, limit=limit or None, timeout=timeout or None)
        _write(found, format, opened)
    if found.truncated:
        say(f"there are more than these {len(found.rows)} rows: --limit 0 shows all")


def _update(store: Store, text: str, named: str | None, params: dict[str, str]) -> None:
    if named or params:
        raise typer.BadParameter("--update takes SPARQL only, without --named and --param")
    store.update(text)
    say("done")


def _parameters(pairs: list[str] | None) -> dict[str, str]:
    params = {}
    for pair in pairs or ():
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise typer.BadParameter(f"{pair!r} is not NAME=VALUE, as in person=Putin", param_hint="--param")
        params[name] = value
    return params


def _list() -> None:
    from kg.query import named_queries

    for named in named_queries().values():
        typer.echo(f"{named.name}\n    {named.about}")
        for parameter in named.parameters:
            default = f" [{parameter.default}]" if parameter.default not in (None, '""') else ""
            typer.echo(f"    --param {parameter.name}={parameter.type.upper()}  {parameter.about}{default}")


def _write(found: Result, format: Format, store: Store) -> None:
    if found.answer is not None:
        typer.echo(json.dumps({"head": {}, "boolean": found.answer}) if format is Format.JSON else _yes(found.answer))
    elif format is Format.CSV:
        typer.echo(_csv(found), nl=False)
    elif format is Format.JSON:
        typer.echo(_json(found))
    elif format is Format.TTL:
        typer.echo(_turtle(found), nl=False)
    else:
        _table(found, store)


def _yes(answer: bool) -> str:
    return "yes" if answer else "no"


def _csv(found: Result) -> str:
    """SPARQL 1.1 results in CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(found.variables)
    writer.writerows(["" if term is None else str(term) for term in row] for row in found.rows)
    return out.getvalue()


def _json(found: Result) -> str:
    """SPARQL 1.1 results in JSON."""
    bindings = [{name: _json_term(term) for name, term in row.items()} for row in found.dicts()]
    return json.dumps(
        {"head": {"vars": found.variables}, "results": {"bindings": bindings}}, ensure_ascii=False, indent=1
    )


def _json_term(term: Identifier) -> dict[str, str]:
    from rdflib import BNode, Literal, URIRef

    match term:
        case Literal():
            about = {"xml:lang": term.language} if term.language else {"datatype": term.datatype and str(term.datatype)}
            return {"type": "literal", "value": str(term), **{key: value for key, value in about.items() if value}}
        case URIRef():
            return {"type": "uri", "value": str(term)}
        case BNode():
            return {"type": "bnode", "value": str(term)}
    raise ValueError(f"Unexpected term {term!r}")


def _turtle(found: Result) -> str:
    from rdflib import Graph

    from kg.rdf.vocabulary import PREFIXES

    if not found.triples:
        raise typer.BadParameter("ttl is for CONSTRUCT and DESCRIBE: take table, csv or json", param_hint="--format")
    graph = Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for row in found.rows:
        graph.add(row)  # type: ignore[arg-type]
    return graph.serialize(format="turtle")


def _table(found: Result, store: Store) -> None:
    from rdflib import URIRef
    from rich.console import Console
    from rich.table import Table

    from kg.query import labels_of

    names = labels_of(store, {str(term) for row in found.rows for term in row if isinstance(term, URIRef)})
    table = Table(show_edge=False, pad_edge=False)
    for variable in found.variables:
        table.add_column(variable, overflow="fold")
    for row in found.rows:
        table.add_row(*_cells(row, names))
    console = Console(markup=False)
    console.width = console.width if console.is_terminal else max(console.width, 40 * len(found.variables))
    console.print(table)
    say(f"{len(found.rows)} row{'s' if len(found.rows) != 1 else ''}")


def _cells(row: Iterable[Identifier | None], names: dict[str, str]) -> list[str]:
    cells = ["" if term is None else names.get(str(term), str(term)) for term in row]
    return [cell if len(cell) <= 3 * WIDEST_CELL else cell[: 3 * WIDEST_CELL - 1] + "…" for cell in cells]
