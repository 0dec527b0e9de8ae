"""The command `kg`: one file a noun, listed here."""

from __future__ import annotations

import typer

from kg.cli.build import build

app = typer.Typer(name="kg", no_args_is_help=True, pretty_exceptions_enable=False)

for command in (build,):
    app.command()(command)


@app.callback()
def kg() -> None:
    """German news articles in, a knowledge graph out."""


def main() -> None:
    """Run the command line."""
    app()
