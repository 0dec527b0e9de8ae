"""``kg triples``: open extraction for plain sentences."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.errors import ArticleError


def triples(
    file: Annotated[
        Path, typer.Argument(help="UTF-8 text, one sentence a line; - for standard input.", metavar="FILE")
    ],
    pipeline: Annotated[str, typer.Option(help="Name or path of a spaCy pipeline with UD labels.")] = "de",
) -> None:
    """Print what each sentence says: number, argument 1, relation, argument 2, tab-separated.

    Example: kg triples sentences.txt > triples.tsv
    """
    from kg.facts.triples import triples as extract
    from kg.language import load

    for number, doc in enumerate(load(pipeline).pipe(_sentences(file)), start=1):
        for triple in extract(doc):
            sys.stdout.write("\t".join([str(number), *triple.texts()]) + "\n")


def _sentences(file: Path) -> list[str]:
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ArticleError(f"{file}: {error}; give a UTF-8 text file with one sentence a line") from error
    return [line.strip() for line in text.splitlines() if line.strip()]
