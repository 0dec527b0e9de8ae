"""`kg build`: articles to the store."""

from __future__ import annotations

import os
from contextlib import nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import DateOption, MapOption, PipelineOption, StoreOption, mapping_of
from kg.cli.talk import console, say
from kg.errors import KgError

MOST_PROCESSES = 4
"""More are started only when asked for: each takes some 300 MB, and one process writes what all of them read."""

if TYPE_CHECKING:
    from rich.progress import Progress

    from kg.building import Outcome, Summary


def build(
    sources: Annotated[list[str], typer.Argument(help="Files, folders, web addresses, or - for standard input.")],
    store: StoreOption = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, help="How many processes read: as many as there are cores, at most 4."),
    ] = None,
    date: DateOption = None,
    map: MapOption = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Read unchanged articles too.")] = False,
    keep_versions: Annotated[
        bool, typer.Option("--keep-versions", help="Keep what changed articles said before.")
    ] = False,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, help="Claims of rules that are right less often are not written.")
    ] = 0,
    pipeline: PipelineOption = "de",
) -> None:
    """Read articles into the store; what is there already and has not changed is passed over.

    Files are .txt, .md, .html, .jsonl (one article a line) and .csv (one article a row); standard input is a text,
    JSON Lines or a web page.

    Example: kg build seeds/ --date 2025-04-25
    """
    from kg.articles import expected
    from kg.building import build as build_store
    from kg.cli.stats import totals
    from kg.store import open_store

    mapping = mapping_of(map)
    bar = _bar() if console.is_terminal else None
    with open_store(store) as opened, bar or nullcontext():
        task = bar.add_task("reading", total=expected(sources), speed="") if bar else None
        words = 0

        def done(outcome: Outcome) -> None:
            nonlocal words
            words += outcome.words
            if outcome.message:
                say(outcome.message)
            if bar and task is not None:
                elapsed = bar.tasks[task].elapsed or 1
                bar.update(task, advance=1, speed=f"{words / max(elapsed, 1):,.0f} words/s")

        summary = build_store(
            sources,
            opened,
            jobs=jobs or min(usable_cores(), MOST_PROCESSES),
            date=date,
            mapping=mapping,
            rebuild=rebuild,
            keep_versions=keep_versions,
            min_confidence=min_confidence,
            pipeline=pipeline,
            progress=done,
        )
        found = totals(opened)
    if summary.built + summary.unchanged + summary.failed == 0:
        raise KgError("no article in what was named: name files or folders with .txt, .md, .html, .jsonl or .csv")
    _sum_up(summary, found)
    if summary.built + summary.unchanged == 0:
        raise typer.Exit(2)
    if summary.failed:
        raise typer.Exit(1)


def usable_cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _bar() -> Progress:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("articles, {task.fields[speed]},"), TimeRemainingColumn())
    return Progress(*columns, TextColumn("left"), console=console, transient=True)


def _sum_up(summary: Summary, totals: dict[str, int]) -> None:
    say(f"{summary.built:,} articles built, {summary.unchanged:,} unchanged, {summary.failed:,} failed")
    say(", ".join(f"{number:,} {name}" for name, number in totals.items()) + " in the store")
    speed = f", {summary.words / summary.seconds:,.0f} words/s" if summary.words else ""
    say(f"{summary.seconds:.1f} s{speed}")
