"""`kg build`: articles to the store."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.options import DateOption, PipelineOption, StoreOption


def build(
    sources: Annotated[list[str], typer.Argument(help="Files, folders, web addresses, or - for standard input.")],
    store: StoreOption = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="How many processes read.")] = 1,
    date: DateOption = None,
    map: Annotated[list[str] | None, typer.Option(help="What a column is called: text=body. Repeatable.")] = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Read unchanged articles too.")] = False,
    pipeline: PipelineOption = "de",
) -> None:
    """Read articles into the store.

    Example: kg build seeds/ --jobs 2
    """
    from kg.build import build as build_store
    from kg.store import open_store

    with open_store(store) as opened:
        summary = build_store(sources, opened, jobs=jobs, date=date, rebuild=rebuild, pipeline=pipeline)
    typer.echo(str(summary), err=True)
