"""The command `kg`: one file a noun, all commands listed here."""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from kg.cli.build import build
from kg.cli.entities import entities, link, merge, split
from kg.cli.explain import explain
from kg.cli.export import export
from kg.cli.graph import communities, path, rank
from kg.cli.inspect import inspect
from kg.cli.plot import plot
from kg.cli.query import query
from kg.cli.score import score
from kg.cli.stats import stats
from kg.cli.store import backup, diff, import_, restore, retract, stale
from kg.cli.talk import Warnings, say
from kg.cli.triples import triples
from kg.cli.validate import validate
from kg.cli.view import view
from kg.errors import KgError

COMMANDS: list[Callable[..., None]] = [
    *(build, inspect, query, explain, stats),
    *(export, view, plot, import_),
    *(rank, path, communities),
    *(entities, merge, split, link),
    *(retract, diff, stale, backup, restore, validate, score, triples),
]


class Commands(TyperGroup):
    """Shows newskg's errors as one line."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was called."""
        try:
            return super().invoke(ctx)
        except KgError as error:
            say(str(error))
            raise typer.Exit(2) from error
        except OSError as error:
            if isinstance(error, BrokenPipeError):  # `kg query … | head`: nobody listens any more
                raise
            say(f"{error.filename}: {error.strerror}" if error.filename else str(error))
            raise typer.Exit(2) from error
        except KeyboardInterrupt:
            say("interrupted: what was done is kept, the same command goes on from there")
            raise typer.Exit(130) from None


app = typer.Typer(name="kg", cls=Commands, no_args_is_help=True, pretty_exceptions_enable=False)
for command in COMMANDS:
    app.command(name=command.__name__.rstrip("_"))(command)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"newskg {version('newskg')}")
        raise typer.Exit


@app.callback()
def kg(
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show it.")] = False,
) -> None:
    """German news articles in, a knowledge graph that can be trusted and queried out."""
    log = logging.getLogger("kg")
    log.handlers = [Warnings()]
    log.propagate = False


def main() -> None:
    """Run the command line."""
    app()
