"""A table of all claims, one a row, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import re
from itertools import groupby
from typing import TextIO

from kg.store import Store
from kg.views.filters import read
from kg.views.records import Contents, Fact
from kg.views.rows import told

_ENDS = re.compile(r"(?<=\w{4}[.!?…])[“”\"»«]*\s+(?=[„“\"»«]?[A-ZÄÖÜ])|\n")
"""Where a sentence may end, for display: not after abbreviations and ordinals ("St.", "11.")."""
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
    "sentence",
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
    for article, facts in groupby(contents.facts, key=lambda fact: fact.article):
        text = told(store, [article])[article].text
        rows.writerows(_row(fact, contents, text) for fact in facts)


def _row(fact: Fact, contents: Contents, text: str) -> tuple[object, ...]:
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
        " ".join(text[slice(*sentence(text, fact.start, fact.end))].split()),
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


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Find the sentence around a stretch of text, roughly: for showing it, offsets into the text."""
    first = max((match.end() for match in _ENDS.finditer(text, 0, start)), default=0)
    following = _ENDS.search(text, end - 1)
    last = following.start() if following else len(text)
    found = text[first : max(last, end)]
    return first + len(found) - len(found.lstrip()), first + len(found.rstrip())
