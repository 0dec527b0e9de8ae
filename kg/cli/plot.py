"""`kg plot`: pictures for print."""

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


def plot(
    kind: Annotated[str, typer.Argument(help="actors, roles, timeline or activity.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The picture: .svg, .png or .pdf.")],
    store: StoreOption = None,
    about: AboutOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    article: ArticleOption = None,
    predicate: PredicateOption = None,
    factuality: FactualityOption = None,
    min_confidence: ConfidenceOption = None,
) -> None:
    """Draw a picture for print.

    Example: kg plot actors -o build/actors.svg
    """
    from kg.pictures import plot as draw
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
        draw(kind, opened, output, **chosen)
    typer.echo(str(output))
