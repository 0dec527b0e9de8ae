"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

StoreOption = Annotated[
    str | None,
    typer.Option("--store", "-s", help="A folder, or the URL of a SPARQL endpoint. [default: $KG_STORE or kg-data]"),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Write JSON.")]
DateOption = Annotated[
    str | None, typer.Option(help="Date of articles that state none: 2025-04-11, 11.4.2025, 2025-04.")
]
MapOption = Annotated[
    list[str] | None,
    typer.Option(metavar="FIELD=NAME", help="What a column is called, as in text=body. May be repeated."),
]
PipelineOption = Annotated[str, typer.Option(help="A spaCy pipeline with UD labels, by name or folder.")]


def mapping_of(pairs: list[str] | None) -> dict[str, str]:
    """The pairs of --map as a dictionary.

    Raises:
        typer.BadParameter: a pair has no "=".
    """
    mapping = {}
    for pair in pairs or ():
        field, equals, name = pair.partition("=")
        if not equals or not name:
            raise typer.BadParameter(f"{pair!r} is not FIELD=NAME, as in text=body", param_hint="--map")
        mapping[field.strip()] = name.strip()
    return mapping
