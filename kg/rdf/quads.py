"""The one place that turns the model into RDF: a reading in, N-Quads out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kg.dates import edtf_bounds
from kg.model import Claim, Entity, Event, Factuality, Mention, Reading, Span, Time
from kg.rdf import terms
from kg.rdf.iris import Names, mint, open_phrase, predicate_iri
from kg.rdf.vocabulary import BASE, EVENT_LABEL, KG, PREDICATES, PREFIXES, SAID, SYMMETRIC

Triple = tuple[str, str, str]

MOST_TRIPLES_A_CLAIM = 12
PLAIN = frozenset({Factuality.ASSERTED, Factuality.REPORTED})
"""Only claims of these kinds become plain triples, if they still hold."""
SHOWN_MENTIONS = frozenset({"name", "nominal", "pronoun"})


def _kg(name: str) -> str:
    return f"<{KG}{name}>"


def _in(prefix: str, *names: str) -> tuple[str, ...]:
    return tuple(f"<{PREFIXES[prefix]}{name}>" for name in names)


TYPE, SUBJECT, PREDICATE, OBJECT = _in("rdf", "type", "subject", "predicate", "object")
(LABEL,) = _in("rdfs", "label")
PREF_LABEL, ALT_LABEL, EXACT_MATCH = _in("skos", "prefLabel", "altLabel", "exactMatch")
SOURCE, EXACT, START, END = _in("oa", "hasSource", "exact", "start", "end")
(DERIVED,) = _in("prov", "wasDerivedFrom")


def to_nquads(reading: Reading, *, base: str = BASE, digest: str | None = None) -> list[str]:
    """Write a reading as sorted canonical N-Quads lines, all in the graph named by the article's IRI.

    Args:
        reading: what was read in one article.
        base: what the IRIs of instances begin with.
        digest: a hash of all that the reading depends on, kept at the article for incremental builds.

    Raises:
        ValueError: a claim, event or mention names an entity or event that the reading does not list, an offset lies
            outside the text, or a class or predicate is not in the ontology.
    """
    _check(reading)
    names = mint(reading, base)
    graph = terms.iri(names.article)
    return sorted({f"{s} {p} {o} {graph} ." for s, p, o in _triples(reading, names, base, digest)})


def _triples(reading: Reading, names: Names, base: str, digest: str | None) -> Iterator[Triple]:
    yield from _article(reading, names, digest)
    for entity in reading.entities:
        yield from _entity(entity, names, reading.article.language)
    yield from _mentions(reading, names, base)
    for span, node in names.quotations.items():
        yield from _quotation(span, node, reading.article.text, names)
    for claim, node in zip(reading.claims, names.claims, strict=True):
        yield from _claim(claim, node, reading, names)
    for event in reading.events:
        yield from _event(event, reading, names)


def _check(reading: Reading) -> None:
    """Refuse a reading that contradicts itself: it would leave dangling nodes or wrong quotations."""
    known = {entity.id for entity in reading.entities}
    events = {event.id for event in reading.events}
    size = len(reading.article.text)
    where = f"article {reading.article.id!r}"
    if len(known) < len(reading.entities) or len(events) < len(reading.events):
        raise ValueError(f"{where}: two entities or two events with one id")
    for claim in reading.claims:
        named = [claim.subject, claim.source, claim.place, None if _is_text(claim) else claim.object]
        if missing := [name for name in named if name is not None and name not in known]:
            raise ValueError(f"{where}: claim {claim.predicate!r} names {missing}, not among the reading's entities")
        if claim.event is not None and claim.event not in events:
            raise ValueError(f"{where}: claim {claim.predicate!r} names event {claim.event!r}, not among the reading's")
        if not 0 <= claim.start < claim.end <= size:
            raise ValueError(f"{where}: quotation {claim.start}–{claim.end} lies outside the text ({size} characters)")
    for event in reading.events:
        if missing := [name for name in (*event.participants, event.place) if name is not None and name not in known]:
            raise ValueError(f"{where}: event {event.id!r} names {missing}, not among the reading's entities")
        if event.type not in EVENT_LABEL:
            raise ValueError(f"{where}: event class {event.type!r} is not in the ontology")
    for mention in reading.mentions:
        if mention.entity not in known or not 0 <= mention.start < mention.end <= size:
            raise ValueError(
                f"{where}: mention {mention.start}–{mention.end} of {mention.entity!r}: no such entity or text"
            )


def _is_text(claim: Claim) -> bool:
    return claim.predicate == SAID or (claim.literal and claim.predicate not in PREDICATES)


def _article(reading: Reading, names: Names, digest: str | None) -> Iterator[Triple]:
    article, node = reading.article, terms.iri(names.article)
    identifier, day, language, title, source, publisher = _in(
        "dcterms", "identifier", "date", "language", "title", "source", "publisher"
    )
    yield node, TYPE, _kg("Article")
    yield node, identifier, terms.literal(article.id)
    yield node, language, terms.literal(article.language)
    yield node, _kg("text"), terms.literal(article.text)
    if article.date:
        yield node, day, terms.literal(article.date)
    if article.title:
        yield node, title, terms.literal(article.title, language=article.language)
    if article.url:
        yield node, source, terms.address(article.url)
    if article.publisher:
        yield node, publisher, terms.literal(article.publisher)
    if digest:
        yield node, _kg("digest"), terms.literal(digest)


def _entity(entity: Entity, names: Names, language: str) -> Iterator[Triple]:
    node = terms.iri(names.entities[entity.id])
    yield node, TYPE, _kg(entity.type)
    yield node, PREF_LABEL, terms.literal(entity.name, language=language)
    yield node, _kg("named"), terms.boolean(entity.named)
    for alias in entity.aliases:
        if alias != entity.name:
            yield node, ALT_LABEL, terms.literal(alias, language=language)
    for role in entity.roles:
        yield node, _kg("role"), terms.literal(role, language=language)
    if entity.weak:
        yield node, _kg("weak"), terms.boolean(True)
    if entity.country in names.entities:
        yield node, _kg("country"), terms.iri(names.entities[entity.country])
    if entity.wikidata:
        yield node, EXACT_MATCH, f"<http://www.wikidata.org/entity/{terms.path(entity.wikidata)}>"


def _mentions(reading: Reading, names: Names, base: str) -> Iterator[Triple]:
    """Five triples a mention, so that a page can mark who is meant; only phrases that are the entity."""
    shown = sorted((m for m in reading.mentions if m.kind in SHOWN_MENTIONS), key=_mention_order)
    place: tuple[int, int] | None = None
    number = 0
    for mention in shown:
        number = number + 1 if place == (mention.start, mention.end) else 0
        place = (mention.start, mention.end)
        suffix = f"-{number}" if number else ""
        node = f"<{base}mention/{terms.path(reading.article.id)}/{mention.start}-{mention.end}{suffix}>"
        yield node, TYPE, _kg("Mention")
        yield node, _kg("refersTo"), terms.iri(names.entities[mention.entity])
        yield node, SOURCE, terms.iri(names.article)
        yield node, START, terms.integer(mention.start)
        yield node, END, terms.integer(mention.end)


def _mention_order(mention: Mention) -> tuple[int, int, str]:
    return mention.start, mention.end, mention.entity


def _quotation(span: Span, quotation: str, text: str, names: Names) -> Iterator[Triple]:
    node = terms.iri(quotation)
    yield node, TYPE, _kg("Quotation")
    yield node, SOURCE, terms.iri(names.article)
    yield node, EXACT, terms.literal(text[span.start : span.end])
    yield node, START, terms.integer(span.start)
    yield node, END, terms.integer(span.end)


def _claim(claim: Claim, iri: str, reading: Reading, names: Names) -> Iterator[Triple]:
    node, language = terms.iri(iri), reading.article.language
    subject = terms.iri(names.entities[claim.subject])
    predicate = terms.iri(predicate_iri(claim.predicate))
    obj = terms.literal(claim.object) if _is_text(claim) else terms.iri(names.entities[claim.object])
    triples = [(node, TYPE, _kg("Claim")), (node, SUBJECT, subject), (node, PREDICATE, predicate), (node, OBJECT, obj)]
    triples += [(node, *pair) for pair in _circumstances(claim, names)]
    if claim.topic is not None:
        full = len(triples) == MOST_TRIPLES_A_CLAIM and claim.event is not None
        bearer = terms.iri(names.events[claim.event]) if full and claim.event else node
        triples.append((bearer, _kg("topic"), terms.literal(claim.topic, language=language)))
    yield from triples
    phrase = open_phrase(claim.predicate)
    if phrase is not None:
        yield predicate, LABEL, terms.literal(phrase, language=language)
    elif claim.factuality in PLAIN and not claim.former and subject != obj:
        yield subject, predicate, obj
        if claim.predicate in SYMMETRIC:
            yield obj, predicate, subject


def _circumstances(claim: Claim, names: Names) -> Iterator[tuple[str, str]]:
    yield DERIVED, terms.iri(names.quotations[Span(claim.start, claim.end)])
    yield _kg("factuality"), _kg(claim.factuality)
    yield _kg("extractor"), terms.literal(claim.extractor)
    yield _kg("confidence"), terms.decimal(claim.confidence)
    if claim.time is not None and claim.time.edtf:
        yield _kg("time"), terms.edtf(claim.time.edtf)
    if claim.place is not None:
        yield _kg("place"), terms.iri(names.entities[claim.place])
    if claim.source is not None:
        yield _kg("source"), terms.iri(names.entities[claim.source])
    if claim.former:
        yield _kg("former"), terms.boolean(True)
    if claim.event is not None:
        yield _kg("event"), terms.iri(names.events[claim.event])


def _event(event: Event, reading: Reading, names: Names) -> Iterator[Triple]:
    node = terms.iri(names.events[event.id])
    yield node, TYPE, _kg(event.type)
    yield node, LABEL, terms.literal(_event_label(event, reading), language="de")
    for participant in event.participants:
        yield node, _kg("participant"), terms.iri(names.entities[participant])
    if event.place is not None:
        yield node, _kg("place"), terms.iri(names.entities[event.place])
    yield from _when(node, event.time)


def _when(node: str, time: Time | None) -> Iterator[Triple]:
    if time is None or not time.edtf:
        return
    earliest, latest = edtf_bounds(time.edtf)
    yield node, _kg("time"), terms.edtf(time.edtf)
    if earliest != date.min:
        yield node, _kg("earliest"), terms.date(earliest.isoformat())
    if latest != date.max:
        yield node, _kg("latest"), terms.date(latest.isoformat())


def _event_label(event: Event, reading: Reading) -> str:
    """Name an event for people: "Treffen: Steve Witkoff, Wladimir Putin, 2025-04-11"."""
    label = {entity.id: entity.name for entity in reading.entities}
    parts = [label[participant] for participant in event.participants]
    if event.time is not None and event.time.edtf:
        parts.append(event.time.edtf)
    return f"{EVENT_LABEL[event.type]}: {', '.join(parts)}" if parts else EVENT_LABEL[event.type]
