"""Gold articles: what careful readers found, one JSON file an article."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.evaluation.words import normalise


@dataclass(frozen=True, slots=True)
class GoldFact:
    """A fact between two gold entities (ids), or of ``said`` between one and text; ``predicates`` all count as right."""

    subject: str
    predicate: str
    object: str
    predicates: frozenset[str]
    factuality: str
    source: str | None
    time: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article's gold facts; ``names`` are the normalised names of an entity by its id, ``name`` the best of them."""

    id: str
    name: dict[str, str]
    names: dict[str, frozenset[str]]
    facts: tuple[GoldFact, ...]


def read_gold(folder: Path) -> list[GoldArticle]:
    """Read every JSON file of a folder, in order of their names.

    Raises:
        KgError: there is none, or one is not in the format of the guidelines.
    """
    files = sorted(folder.glob("*.json"))
    if not files:
        raise KgError(f"{folder} holds no gold files (*.json): name the folder of the annotated articles")
    return [_article(file) for file in files]


def _article(file: Path) -> GoldArticle:
    try:
        found = json.loads(file.read_text(encoding="utf8"))
        return GoldArticle(
            id=found["article"],
            name={entity["id"]: normalise(entity["name"]) for entity in found["entities"]},
            names={entity["id"]: _names(entity) for entity in found["entities"]},
            facts=tuple(_fact(fact) for fact in found["facts"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise KgError(f"{file} is not a gold article: {type(error).__name__} {error}") from error


def _names(entity: dict[str, Any]) -> frozenset[str]:
    """All names, and a person's last."""
    forms: Iterable[str] = [entity["name"], *entity["mentions"]]
    names = {normalise(form) for form in forms}
    if entity["type"] == "Person" and not entity.get("unnamed"):
        names.add(normalise(entity["name"]).split()[-1])
    return frozenset(names - {""})


def _fact(fact: dict[str, Any]) -> GoldFact:
    return GoldFact(
        subject=fact["s"],
        predicate=fact["p"],
        object=fact["o"],
        predicates=frozenset({fact["p"], *fact.get("also", [])}),
        factuality=fact["factuality"],
        source=fact.get("source"),
        time=fact.get("time"),
        place=fact.get("place"),
    )
