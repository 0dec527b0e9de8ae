"""`kg validate`: does the store keep the contract?"""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.options import StoreOption
from kg.cli.talk import say

SHOWN = 20


def validate(
    article: Annotated[
        list[str] | None, typer.Option("--article", "-a", help="Only this article. May be repeated.")
    ] = None,
    store: StoreOption = None,
) -> None:
    """Check every article's graph: shapes, quotations, kinds of entities, plain triples. The exit code is 1 if one fails.

    Example: kg validate --article witkoff-moskau
    """
    from kg.rdf.validation import violations
    from kg.store import open_store

    found = 0
    with open_store(store) as opened:
        graphs = [opened.article(name) for name in article] if article else list(opened.articles())
        for graph in graphs:
            for violation in violations(graph, opened.graph(graph)):
                found += 1
                if found <= SHOWN:
                    typer.echo(str(violation))
    checked = f"{len(graphs)} article{'' if len(graphs) == 1 else 's'}"
    if found:
        more = f", {found - SHOWN} not shown" if found > SHOWN else ""
        say(f"{found} violations in {checked}{more}")
        raise typer.Exit(1)
    say(f"{checked}, no violations")
