"""The records that travel between the stages.

All offsets are Unicode code points into ``Article.text``, half-open ``[start, end)``.
Records are frozen and hold no spaCy objects, so they compare, pickle and travel to other processes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Factuality(StrEnum):
    """How the text presents a claim; the values are the local names of the ontology's individuals."""

    ASSERTED = "Asserted"
    REPORTED = "Reported"
    PLANNED = "Planned"
    POSSIBLE = "Possible"
    NEGATED = "Negated"


class EntityType(StrEnum):
    """What an entity is; the values are the local names of the ontology's classes."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    COUNTRY = "Country"
    PLACE = "Place"
    NAMED_EVENT = "NamedEvent"
    WORK = "Work"
    GROUP = "Group"


LANDS = frozenset({EntityType.COUNTRY, EntityType.PLACE})
"""What one can be in and come from: countries, and places of any size."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A stretch of the article that is not running text, or a paragraph of it.

    ``kind`` is one of ``metadata`` (a date line that is no language), ``title``, ``subheading``,
    ``caption``, ``dateline`` ("Moskau -"), ``agency`` ("(dpa)"), ``note`` ("(Archivbild)") or ``body``.
    Parts are sorted, do not overlap and together cover every character that is not white space.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read; ``date`` is EDTF ("2025-04-11", "2025-04", "2025") or None."""

    id: str
    text: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str = "de"
    parts: tuple[Part, ...] = ()
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A temporal expression in the text, normalised.

    ``type`` is TIMEX3's DATE, TIME, DURATION or SET, ``value`` its TIMEX3 value ("2025-W16", "P4H"),
    ``edtf`` the day, month, year or interval for DATE and TIME where the text and the article's date fix it, else None.
    """

    start: int
    end: int
    type: str
    value: str
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that refers to an entity (one mention per entity: "beide Seiten" gives two).

    ``start``/``end`` is the whole phrase, ``head`` the offset of the first character of its head token.
    ``kind``: ``name`` ("Witkoff"), ``nominal`` ("der Gesandte"), ``pronoun`` ("er", "seine", relative "der"),
    ``adjective`` ("russischen": Russland), ``part`` (a name inside a compound: "US-" in "US-Sondergesandter").
    The token at ``head`` *is* the entity for names, nominals and pronouns; adjectives and parts only point to it.
    ``how`` names the rule or the sieve pass that made the link.
    """

    entity: str
    start: int
    end: int
    head: int
    kind: str
    how: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what is talked about in one article.

    ``id`` is "type/slug" and unique in the article ("person/steve-witkoff"); ``name`` the fullest form in the
    nominative; ``aliases`` every other surface string (pronouns left out); ``roles`` titles in the nominative.
    ``named`` is False for "drei Zivilisten". ``weak`` marks a name that alone does not identify across articles
    (a bare surname, an unnamed actor): such an entity's IRI is scoped to its article. ``country`` is the id of the
    country it is said to be of; ``wikidata`` a "Q…" identifier from the gazetteer.
    """

    id: str
    type: EntityType
    name: str
    named: bool = True
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    gender: str | None = None
    country: str | None = None
    wikidata: str | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing the article says: subject, predicate, object, and on what it stands.

    ``subject`` and ``object`` are entity ids, but the object of ``said`` (and of an open claim with
    ``literal=True``) is verbatim text. ``predicate`` is a local name of the ontology, or "open:<lemma phrase>".
    ``start``/``end`` is the quotation the claim stands on. ``source`` is the id of the entity that states it,
    ``place`` the id of a place or country. ``cues`` are the spans that decided factuality and source.
    """

    subject: str
    predicate: str
    object: str
    start: int
    end: int
    extractor: str
    factuality: Factuality = Factuality.ASSERTED
    literal: bool = False
    source: str | None = None
    time: Time | None = None
    place: str | None = None
    former: bool = False
    topic: str | None = None
    event: str | None = None
    confidence: float = 0.5
    cues: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens; ``id`` is unique in the article, ``type`` an event class of the ontology ("Meeting").

    ``claims`` are indexes into the reading's claims.
    """

    id: str
    type: str
    participants: tuple[str, ...]
    claims: tuple[int, ...]
    time: Time | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Reported speech: ``type`` is direct, indirect, reported or free-indirect; ``speaker`` and ``addressee`` are entity ids."""

    spans: tuple[Span, ...]
    type: str
    cue: Span | None = None
    speaker: Span | None = None
    speaker_entity: str | None = None
    addressee: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one article: what ``kg inspect`` shows and ``kg.rdf`` writes."""

    article: Article
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity as one article shows it, before any merging: a row of the table that articles are linked by.

    ``name`` is the preferred label there, ``date`` the article's, ``others`` the IRIs of all entities of the article
    (itself among them). One IRI has a row for every article that names it.
    """

    iri: str
    article: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    named: bool = True
    weak: bool = False
    country: str | None = None
    wikidata: str | None = None
    date: str | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Merge:
    """The finding that ``from_iri`` is who ``to_iri`` is; both stand in the table of entities, as extracted."""

    from_iri: str
    to_iri: str
    why: str
    score: float


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """What a person decided: two entities are the same, or are not; ``first`` < ``second``."""

    first: str
    second: str
    same: bool
    why: str = ""
