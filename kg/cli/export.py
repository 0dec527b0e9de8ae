"""`kg export`: the store as a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from kg.cli.options import StoreOption
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.export import Exporter


def export(
    output: Annotated[
        str, typer.Option("--output", "-o", help="The file; its suffix is the format. - is standard output.")
    ] = "-",
    format: Annotated[str | None, typer.Option("--format", "-f", help="In place of the suffix.")] = None,
    view: Annotated[str | None, typer.Option(help="Which graph graphml and gexf show. [default: actors]")] = None,
    rdf12: Annotated[bool, typer.Option("--rdf12", help="RDF 1.2 triple terms in place of reification.")] = False,
    store: StoreOption = None,
) -> None:
    """Write the store as ttl, trig, nq, jsonld, csv (a table of claims), graphml or gexf.

    Example: kg export -o build/graph.ttl
    """
    from kg.store import open_store

    write = _exporter(format or _suffix(output), view, rdf12=rdf12)
    with open_store(store) as opened, _opened(output) as out:
        write(opened, out)


def _suffix(output: str) -> str:
    suffix = Path(output).suffix.removeprefix(".")
    if not suffix:
        raise KgError("which format? name a file with a suffix (-o graph.ttl) or the format (--format ttl)")
    return suffix


def _exporter(format: str, view: str | None, *, rdf12: bool) -> Exporter:
    from kg.export import EXPORTERS, RDF12_EXPORTERS, VIEW_EXPORTERS, VIEWS

    known = RDF12_EXPORTERS if rdf12 else EXPORTERS
    if format not in known:
        extra = " with --rdf12" if rdf12 else ""
        raise KgError(f"{format!r} is no format that kg export writes{extra}: use one of {', '.join(known)}")
    if view is None:
        return known[format]
    if format not in VIEW_EXPORTERS:
        raise KgError(f"--view is for {' and '.join(VIEW_EXPORTERS)}, not for {format}")
    if view not in VIEWS:
        raise KgError(f"there is no view {view!r}: use one of {', '.join(VIEWS)}")
    return partial(VIEW_EXPORTERS[format], view=view)


@contextmanager
def _opened(output: str) -> Iterator[TextIO]:
    """Open a file to write; what was there is replaced only when everything is written."""
    if output == "-":
        try:
            yield sys.stdout
            sys.stdout.flush()
        except BrokenPipeError:  # `kg export -f nq | head`: nobody listens any more
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return
    path = Path(output)
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf8", newline="\n") as out:
            yield out
        os.replace(part, path)
    except OSError as error:
        raise KgError(f"{output} cannot be written: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            part.unlink()
