"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

StoreOption = Annotated[
    str | None,
    typer.Option("--store", "-s", help="A folder, or the URL of a SPARQL endpoint. [default: $KG_STORE or kg-data]"),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Write JSON.")]
DateOption = Annotated[str | None, typer.Option(help="Date of articles that state none: 2025-04-11, 11.4.2025, 2025-04.")]
PipelineOption = Annotated[str, typer.Option(help="A spaCy pipeline with UD labels, by name or folder.")]
