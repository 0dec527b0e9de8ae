"""`kg view`: the explorer, one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.chosen import (
    AboutOption,
    ArticleOption,
    ConfidenceOption,
    FactualityOption,
    PredicateOption,
    SinceOption,
    UntilOption,
    filters,
)
from kg.cli.options import StoreOption


def view(
    output: Annotated[Path, typer.Option("--output", "-o", help="Where to write the page.")] = Path("build/graph.html"),
    store: StoreOption = None,
    about: AboutOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    article: ArticleOption = None,
    predicate: PredicateOption = None,
    factuality: FactualityOption = None,
    min_confidence: ConfidenceOption = None,
    title: Annotated[str, typer.Option(help="The heading of the page.")] = "newskg",
    english: Annotated[bool, typer.Option("--english", help="Begin with the English interface.")] = False,
    most: Annotated[int, typer.Option(min=2, help="At most so many entities, the most important.")] = 2000,
    open_: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
) -> None:
    """Write the explorer: graph, timeline and articles in one HTML file that needs no network.

    Example: kg view --about Putin --open
    """
    from kg.pictures import explorer
    from kg.store import open_store

    chosen = filters(
        about=about,
        since=since,
        until=until,
        article=article,
        predicate=predicate,
        factuality=factuality,
        min_confidence=min_confidence,
    )
    with open_store(store) as opened:
        page = explorer(opened, title=title, language="en" if english else "de", most=most, **chosen)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(page, encoding="utf-8")
    typer.echo(str(output))
    if open_:
        typer.launch(output.resolve().as_uri())
