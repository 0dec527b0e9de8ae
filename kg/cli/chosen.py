"""Options that choose what a view shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kg.views.filters import Filters

SinceOption = Annotated[str | None, typer.Option(help="From this date on: 2025, 2025-04 or 2025-04-11.")]
UntilOption = Annotated[str | None, typer.Option(help="Up to this date.")]
AboutOption = Annotated[list[str] | None, typer.Option(help="What concerns this entity. May be repeated.")]
ArticleOption = Annotated[list[str] | None, typer.Option(help="What this article says. May be repeated.")]
PredicateOption = Annotated[list[str] | None, typer.Option(help="Facts like met or heads. May be repeated.")]
FactualityOption = Annotated[
    list[str] | None, typer.Option(help="Asserted, Reported, Planned, Possible or Negated. May be repeated.")
]
ConfidenceOption = Annotated[float | None, typer.Option(min=0, max=1, help="Claims at least as certain as this.")]


def filters(
    *,
    about: list[str] | None,
    since: str | None,
    until: str | None,
    article: list[str] | None,
    predicate: list[str] | None,
    factuality: list[str] | None,
    min_confidence: float | None,
) -> Filters:
    """Give the filters that were asked for; a word for a factuality may be written small."""
    found: Filters = {}
    if about:
        found["about"] = about
    if since:
        found["since"] = since
    if until:
        found["until"] = until
    if article:
        found["articles"] = article
    if predicate:
        found["predicates"] = predicate
    if factuality:
        found["factuality"] = [name.capitalize() for name in factuality]
    if min_confidence is not None:
        found["min_confidence"] = min_confidence
    return found
