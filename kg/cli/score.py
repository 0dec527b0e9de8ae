"""`kg score`: the store against gold facts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.options import JsonOption, StoreOption
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.views.rows import Store


class By(StrEnum):
    """What the second table is by."""

    PREDICATE = "predicate"
    EXTRACTOR = "extractor"


def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="The folder of gold files (*.json).")],
    export: Annotated[Path | None, typer.Argument(help="An export (trig, nq, ttl) in place of the store.")] = None,
    by: Annotated[By, typer.Option(help="What the table below the figures is by.")] = By.PREDICATE,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Compare the claims of the store with gold facts.

    Example: kg score gold/dev --by extractor
    """
    from kg.evaluation import read_gold
    from kg.evaluation import score as compare

    articles = read_gold(gold)
    with _claims(export, store) as claims:
        found = compare(articles, claims)
    figures = {name: round(value, 4) for name, value in found.figures().items()}
    if as_json:
        tables = {"predicates": found.predicates, "extractors": found.extractors}
        typer.echo(json.dumps(figures | tables, ensure_ascii=False, indent=1))
        return
    _show(figures, found.predicates if by is By.PREDICATE else found.extractors, str(by))


@contextmanager
def _claims(export: Path | None, location: str | None) -> Iterator[Store]:
    from kg.store import open_store

    if export is None:
        with open_store(location) as opened:
            yield opened
        return
    from rdflib import Dataset
    from rdflib.exceptions import ParserError
    from rdflib.plugin import PluginException

    dataset = Dataset(default_union=True)
    try:
        dataset.parse(str(export))
    except FileNotFoundError as error:
        raise KgError(f"{export} does not exist: `kg export -o {export}` writes it") from error
    except (ParserError, PluginException, SyntaxError, ValueError, LookupError, AssertionError) as error:
        raise KgError(f"{export} cannot be read as RDF: {error}".partition("\n")[0]) from error
    yield dataset


def _show(figures: Mapping[str, float], table: Mapping[str, Counter[str]], by: str) -> None:
    for name, value in figures.items():
        typer.echo(f"{name:22}{value:.3f}" if isinstance(value, float) else f"{name:22}{value}")
    typer.echo(f"\n{by:28}{'gold':>6}{'right':>7}{'wrong':>7}")
    for name, counts in sorted(table.items(), key=_most):
        typer.echo(f"{name:28}{counts['gold'] or '':>6}{counts['right']:7}{counts['wrong']:7}")


def _most(row: tuple[str, Counter[str]]) -> tuple[Any, ...]:
    name, counts = row
    return -counts["gold"], -counts["right"] - counts["wrong"], name
