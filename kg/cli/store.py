"""`kg retract`, `diff`, `stale`, `import`, `backup` and `restore`: what is done to a store as a whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import JsonOption, PipelineOption, StoreOption
from kg.cli.talk import say

ArticleArgument = Annotated[str, typer.Argument(metavar="ARTICLE", help="Its identifier, or its IRI.")]


def retract(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Identifiers or IRIs.")],
    store: StoreOption = None,
) -> None:
    """Take articles out, and all that only they support.

    Example: kg retract witkoff-moskau
    """
    from kg.store import open_store

    with open_store(store) as opened:
        found = [opened.article(name) for name in dict.fromkeys(articles)]
        opened.begin()
        for iri in found:
            opened.remove(iri)
        opened.apply_merges()
        left = len(opened.articles())
    say(f"{len(found)} retracted, {left} left")


def diff(
    article: ArticleArgument,
    every: Annotated[
        bool, typer.Option("--all", help="Every correction that `kg build --keep-versions` kept, oldest first.")
    ] = False,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Show which claims came, went or changed when an article was corrected.

    Example: kg diff witkoff-moskau
    """
    from dataclasses import asdict

    from kg.store import open_store

    with open_store(store) as opened:
        steps = opened.corrections(opened.article(article))
    shown = dict(steps if every else list(steps.items())[-1:])
    if as_json:
        rows = [{"version": number} | asdict(change) for number, changes in shown.items() for change in changes]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    if not steps:
        say(f"{article} has not changed since it was first built")
    for number, changes in shown.items():
        if every:
            say(f"version {number} to {number + 1}:")
        for change in changes:
            told = f"{change.before} → {change.after}" if change.kind == "changed" else change.after or change.before
            typer.echo(f"{change.kind:8} {change.claim} ({told})")
        if not changes:
            say(f"{article} has changed, its claims have not")


def stale(pipeline: PipelineOption = "de", store: StoreOption = None) -> None:
    """List the articles that another newskg or pipeline built: `kg build` would read them again.

    Example: kg stale
    """
    from kg.building import tools_digest
    from kg.store import open_store

    with open_store(store) as opened:
        found = opened.stale(tools_digest(pipeline))
        total = len(opened.articles())
    for iri in found:
        typer.echo(iri)
    say(f"{len(found)} of {total} articles were built by another version: build them again to refresh them")


def import_(
    files: Annotated[list[Path], typer.Argument(help="N-Quads, TriG, Turtle or JSON-LD that kg export wrote.")],
    store: StoreOption = None,
) -> None:
    """Read exported graphs back; articles that are there already are replaced.

    Example: kg import graph.trig
    """
    from kg.store import open_store
    from kg.store.files import import_file

    with open_store(store) as opened:
        opened.begin()
        merge = bool(opened.articles())
        for file in files:
            count = import_file(opened, file)
            say(f"{file}: {count} quads")
        if merge:
            opened.apply_merges()


def backup(
    folder: Annotated[Path, typer.Argument(help="A new folder.")],
    store: StoreOption = None,
) -> None:
    """Copy the store as it is now into a new folder, also while somebody writes.

    Example: kg backup ../backup-2025-04
    """
    from kg.store import open_store
    from kg.store.files import back_up

    with open_store(store) as opened:
        back_up(opened, folder)
    say(f"backed up to {folder}: `kg restore {folder}` brings it back")


def restore(
    folder: Annotated[Path, typer.Argument(help="What kg backup wrote.")],
    store: StoreOption = None,
    force: Annotated[bool, typer.Option("--force", help="Put it in place of a store that is not empty.")] = False,
) -> None:
    """Make a store out of a backup.

    Example: kg restore ../backup-2025-04
    """
    from kg.store import location_of
    from kg.store.files import bring_back

    place = location_of(store)
    bring_back(folder, place, force=force)
    say(f"{place} is as {folder} was")
