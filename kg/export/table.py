"""A table of all claims, one a row, for spreadsheets and data frames."""

from __future__ import annotations

import csv
from typing import TextIO

from kg.store import Store
from kg.views.filters import read
from kg.views.records import Contents, Fact

COLUMNS = (
    "article",
    "date",
    "subject",
    "predicate",
    "object",
    "factuality",
    "source",
    "time",
    "place",
    "former",
    "quotation",
    "start",
    "end",
    "confidence",
    "extractor",
    "claim",
    "subject_iri",
    "object_iri",
    "article_iri",
)


def write_csv(store: Store, out: TextIO) -> None:
    """Write every claim with its quotation and where it stands (code points into the article's text), sorted."""
    contents = read(store, {})
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows(_row(fact, contents) for fact in contents.facts)


def _row(fact: Fact, contents: Contents) -> tuple[object, ...]:
    article = contents.articles.get(fact.article)
    return (
        article.id if article else "",
        article.date or "" if article else "",
        name(fact.subject, contents),
        contents.phrases.get(fact.predicate, fact.predicate),
        fact.object if fact.literal else name(fact.object, contents),
        fact.factuality,
        name(fact.source, contents),
        fact.time or "",
        name(fact.place, contents),
        str(fact.former).lower(),
        fact.exact,
        fact.start,
        fact.end,
        fact.confidence,
        fact.extractor,
        fact.iri,
        fact.subject,
        "" if fact.literal else fact.object,
        fact.article,
    )


def name(iri: str | None, contents: Contents) -> str:
    """Give an entity's best name, its IRI where the store has none, nothing for nobody."""
    if iri is None:
        return ""
    thing = contents.things.get(iri)
    return thing.label if thing else iri
