"""``kg triples``: what plain sentences say, one extraction a line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.errors import ArticleError
from kg.model import Article, Factuality

if TYPE_CHECKING:
    from spacy.tokens import Doc


def triples(
    file: Annotated[
        Path, typer.Argument(help="UTF-8 text, one sentence a line; - for standard input.", metavar="FILE")
    ],
    open_: Annotated[
        bool,
        typer.Option("--open/--typed", help="In the sentence's own words, or facts with the ontology's predicates."),
    ] = True,
    pipeline: Annotated[str, typer.Option(help="Name or path of a spaCy pipeline with UD labels.")] = "de",
) -> None:
    """Print what each sentence says: number, argument 1, relation, argument 2, tab-separated.

    Example: kg triples sentences.txt > triples.tsv
    """
    from kg.language import load, parse

    found = _open if open_ else _typed
    sentences = (Article(id=str(number), text=line) for number, line in enumerate(_sentences(file), start=1))
    for article, doc in parse(load(pipeline), sentences):
        for triple in found(article, doc):
            sys.stdout.write("\t".join([article.id, *triple]) + "\n")


def _open(article: Article, doc: Doc) -> Iterator[tuple[str, str, str]]:
    from kg.facts.triples import triples as extract

    for triple in extract(doc):
        yield triple.texts()


def _typed(article: Article, doc: Doc) -> Iterator[tuple[str, str, str]]:
    """Facts of a sentence that is an article of its own, as far as they hold: no plans, possibilities, denials."""
    from kg.language import Lexicon
    from kg.reading import read

    reading = read(article, doc, Lexicon())
    names = {entity.id: entity.name for entity in reading.entities}
    for claim in reading.claims:
        if claim.factuality in {Factuality.ASSERTED, Factuality.REPORTED} and not claim.predicate.startswith("open:"):
            yield names[claim.subject], claim.predicate, names.get(claim.object, claim.object)


def _sentences(file: Path) -> list[str]:
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ArticleError(f"{file}: {error}; give a UTF-8 text file with one sentence a line") from error
    return [line.strip() for line in text.splitlines() if line.strip()]
