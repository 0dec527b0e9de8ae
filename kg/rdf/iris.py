"""Deterministic IRIs for what an article contributes.

A claim's IRI depends on the article's id, on subject, predicate, object and the words it stands on, not on offsets:
it stays when something else in the article changes. Only when all of these agree does the order in the text decide.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b

from kg.model import Claim, Entity, Event, Reading, Span
from kg.rdf.terms import path
from kg.rdf.vocabulary import KG, OPEN, PREDICATES

_OPEN_PREFIX = "open:"
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class Names:
    """The IRIs of one reading: ``claims`` is parallel to the reading's, ``entities`` and ``events`` are by id."""

    article: str
    entities: dict[str, str]
    quotations: dict[Span, str]
    claims: tuple[str, ...]
    events: dict[str, str]


def mint(reading: Reading, base: str) -> Names:
    """Give every entity, quotation, claim and event of a reading its IRI."""
    article = reading.article.id
    claims = _claim_iris(reading, base)
    return Names(
        article=article_iri(article, base=base),
        entities={entity.id: entity_iri(entity, article, base=base) for entity in reading.entities},
        quotations=_quotation_iris(reading, base),
        claims=claims,
        events=_event_iris(reading, claims, base),
    )


def article_iri(article: str, *, base: str) -> str:
    """Give the IRI of an article, which is its graph's too."""
    return f"{base}article/{path(article)}"


def entity_iri(entity: Entity, article: str, *, base: str) -> str:
    """Give the IRI of an entity; a weak one belongs to its article alone."""
    scope = f"--{article}" if entity.weak else ""
    return f"{base}entity/{path(entity.id + scope)}"


def predicate_iri(predicate: str) -> str:
    """Give the IRI of a predicate of the ontology, or of an open one ("open:abrücken von").

    Raises:
        ValueError: neither a predicate of the ontology nor an open one with a word in it.
    """
    if predicate in PREDICATES:
        return KG + predicate
    slug = re.sub(r"\W+", "-", predicate.removeprefix(_OPEN_PREFIX).lower().translate(_UMLAUTS)).strip("-")
    if not predicate.startswith(_OPEN_PREFIX) or not slug:
        raise ValueError(f"{predicate!r} is neither a predicate of the ontology nor 'open:' with a phrase")
    return OPEN + path(slug)


def open_phrase(predicate: str) -> str | None:
    """Give the lemma phrase of an open predicate, None for one of the ontology."""
    return predicate.removeprefix(_OPEN_PREFIX) if predicate.startswith(_OPEN_PREFIX) else None


def _quotation_iris(reading: Reading, base: str) -> dict[Span, str]:
    text, seen, found = reading.article.text, Counter[str](), {}
    for span in sorted({Span(claim.start, claim.end) for claim in reading.claims}):
        exact = text[span.start : span.end]
        found[span] = _iri(base, "quotation", reading.article.id, (exact,), seen[exact])
        seen[exact] += 1
    return found


def _claim_iris(reading: Reading, base: str) -> tuple[str, ...]:
    text, seen = reading.article.text, Counter[tuple[str, ...]]()
    found: dict[Claim, str] = {}
    for claim in sorted(set(reading.claims), key=lambda claim: (claim.start, claim.end, repr(claim))):
        key = (claim.subject, claim.predicate, claim.object, text[claim.start : claim.end])
        found[claim] = _iri(base, "claim", reading.article.id, key, seen[key])
        seen[key] += 1
    return tuple(found[claim] for claim in reading.claims)


def _event_iris(reading: Reading, claims: tuple[str, ...], base: str) -> dict[str, str]:
    """An event is known by its class and its first claim, or without claims by who took part."""

    def key(event: Event) -> tuple[str, ...]:
        if not event.claims:
            return (event.type, *sorted(event.participants))
        return (event.type, claims[min(event.claims, key=lambda i: (reading.claims[i].start, claims[i]))])

    seen, found = Counter[tuple[str, ...]](), {}
    for event in sorted(reading.events, key=lambda event: (key(event), event.id)):
        found[event.id] = _iri(base, "event", reading.article.id, key(event), seen[key(event)])
        seen[key(event)] += 1
    return found


def _iri(base: str, kind: str, article: str, key: tuple[str, ...], number: int) -> str:
    content = "\x00".join((*key, str(number)) if number else key)
    return f"{base}{kind}/{path(article)}/{blake2b(content.encode(), digest_size=8).hexdigest()}"
