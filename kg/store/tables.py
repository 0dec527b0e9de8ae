"""The table of an article's entities as text, so that linking need not look for them in the article's graph."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from sys import intern

from kg.model import EntityRow, EntityType


def to_text(rows: Sequence[EntityRow]) -> str:
    """Write the rows of one article down; the same rows give the same text."""
    date = rows[0].date if rows else None
    told = [
        (row.iri, row.type, row.name, row.aliases, row.roles, row.named, row.weak, row.country, row.wikidata)
        for row in rows
    ]
    return json.dumps([date, told], ensure_ascii=False)


def from_text(article: str, text: str) -> list[EntityRow]:
    """Read the rows of an article back."""
    date, told = json.loads(text)
    others = tuple(intern(row[0]) for row in told)
    return [
        EntityRow(
            iri,
            article,
            EntityType(kind),
            intern(name),
            _interned(aliases),
            _interned(roles),
            named,
            weak,
            country and intern(country),
            wikidata and intern(wikidata),
            date and intern(date),
            others,
        )
        for iri, (_, kind, name, aliases, roles, named, weak, country, wikidata) in zip(others, told, strict=True)
    ]


def _interned(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts that are kept once however many rows they stand in: they are most of what the rows take."""
    return tuple(map(intern, texts))


def names(text: str, iri: str) -> bool:
    """Whether an entity is in a table; the text is not read for it."""
    return f'["{iri}", ' in text
