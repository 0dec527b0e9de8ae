"""What the views read from a store, as records: facts, things, events, articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kg.model import EntityType

ACTORS = frozenset({EntityType.PERSON, EntityType.ORGANIZATION, EntityType.COUNTRY, EntityType.GROUP})
"""The types of entities that act."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim with its evidence; IRIs are strings, ``predicate`` and ``factuality`` are local names.

    ``object`` is an IRI, or text where ``literal`` is set (``said`` and some open claims). ``time`` is the EDTF date
    that the text gives, ``first`` and ``last`` the days it covers; where the text gives none, those of the article's date.
    ``start`` and ``end`` are code points, half-open, of ``exact`` in the article's text.
    """

    iri: str
    subject: str
    predicate: str
    object: str
    literal: bool
    factuality: str
    article: str
    exact: str
    start: int
    end: int
    confidence: float
    extractor: str
    source: str | None = None
    time: str | None = None
    place: str | None = None
    former: bool = False
    event: str | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity: its IRI, type (a local name), best name, other names and roles, each sorted."""

    iri: str
    type: str
    label: str
    named: bool = True
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """An event: its class (a local name), who took part, where and when (EDTF)."""

    iri: str
    type: str
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """An article: its IRI, identifier and what is known of it; ``date`` is EDTF."""

    iri: str
    id: str
    title: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """The text of an article and its mentions (start, end, entity IRI), sorted, in code points."""

    text: str
    mentions: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """All facts that pass the filters, and the things and articles they name, by IRI."""

    facts: tuple[Fact, ...]
    things: dict[str, Thing]
    articles: dict[str, Source]
    phrases: dict[str, str] = field(default_factory=dict)
