"""Small graphs in the shape of the RDF contract, from a compact notation: tests need no pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import rdflib
from rdflib import RDF, XSD, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, SKOS, Namespace

KG = Namespace("https://w3id.org/newskg/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")
BASE = "https://w3id.org/newskg/data/"
EVENTS = {"met": "Meeting", "travelledTo": "Travel", "criticised": "Criticism", "supported": "Support"}
EVENTS |= {"talkedWith": "Contact", "negotiatedWith": "Negotiation", "demandedFrom": "Demand", "said": "Statement"}


@dataclass(frozen=True)
class Sample:
    """An article with its entities (id → type, label, other names, roles) and facts (subject, predicate, object, …)."""

    id: str
    date: str
    title: str
    text: str
    entities: Mapping[str, tuple[str, str, tuple[str, ...], tuple[str, ...]]]
    facts: tuple[tuple[str, str, str, str, Mapping[str, Any]], ...] = field(default=())


def entity(key: str) -> URIRef:
    return URIRef(f"{BASE}entity/{key}")


def dataset(samples: Iterable[Sample]) -> rdflib.Dataset:
    """One named graph per article, as ``kg build`` writes it."""
    data = rdflib.Dataset(default_union=True)
    for sample in samples:
        graph = data.graph(URIRef(f"{BASE}article/{sample.id}"))
        for triple in (*_article(sample), *_entities(sample), *_mentions(sample), *_claims(sample)):
            graph.add(triple)
    return data


Triple = tuple[URIRef, URIRef, URIRef | Literal]


def _article(sample: Sample) -> Iterable[Triple]:
    iri = URIRef(f"{BASE}article/{sample.id}")
    yield iri, RDF.type, KG.Article
    yield iri, DCTERMS.identifier, Literal(sample.id)
    yield iri, DCTERMS.date, Literal(sample.date)
    yield iri, DCTERMS.title, Literal(sample.title)
    yield iri, DCTERMS.language, Literal("de")
    yield iri, KG.text, Literal(sample.text)


def _entities(sample: Sample) -> Iterable[Triple]:
    for key, (kind, label, aliases, roles) in sample.entities.items():
        yield entity(key), RDF.type, KG[kind]
        yield entity(key), SKOS.prefLabel, Literal(label, "de")
        yield entity(key), KG.named, Literal(True)
        for alias in aliases:
            yield entity(key), SKOS.altLabel, Literal(alias, "de")
        for role in roles:
            yield entity(key), KG.role, Literal(role, "de")


def _mentions(sample: Sample) -> Iterable[Triple]:
    article = URIRef(f"{BASE}article/{sample.id}")
    taken: set[int] = set()
    names = [(name, key) for key, (_, label, more, _) in sample.entities.items() for name in (label, *more)]
    for name, key in sorted(names, key=lambda pair: -len(pair[0])):
        start = sample.text.find(name)
        while start >= 0:
            span = range(start, start + len(name))
            if not taken.intersection(span):
                taken.update(span)
                iri = URIRef(f"{BASE}mention/{sample.id}/{start}")
                yield iri, RDF.type, KG.Mention
                yield iri, KG.refersTo, entity(key)
                yield iri, OA.hasSource, article
                yield iri, OA.start, Literal(start)
                yield iri, OA.end, Literal(start + len(name))
            start = sample.text.find(name, start + 1)


def _claims(sample: Sample) -> Iterable[Triple]:
    for number, (subject, predicate, obj, exact, more) in enumerate(sample.facts):
        claim = URIRef(f"{BASE}claim/{sample.id}/{number}")
        yield claim, RDF.type, KG.Claim
        yield claim, RDF.subject, entity(subject)
        yield claim, RDF.predicate, KG[predicate]
        yield claim, RDF.object, Literal(obj, "de") if predicate == "said" else entity(obj)
        yield claim, KG.factuality, KG[more.get("factuality", "Asserted")]
        yield claim, KG.extractor, Literal("frames/sample")
        yield claim, KG.confidence, Literal(str(more.get("confidence", 0.9)), datatype=XSD.decimal)
        for name in ("source", "place"):
            if name in more:
                yield claim, KG[name], entity(more[name])
        if "time" in more:
            yield claim, KG.time, Literal(more["time"], datatype=KG.edtf)
        if more.get("former"):
            yield claim, KG.former, Literal(True)
        yield from _quotation(sample, claim, exact)
        if predicate in EVENTS:
            yield from _event(sample, claim, number)


def _quotation(sample: Sample, claim: URIRef, exact: str) -> Iterable[Triple]:
    start = sample.text.index(exact)
    quotation = URIRef(f"{BASE}quotation/{sample.id}/{start}-{start + len(exact)}")
    yield claim, PROV.wasDerivedFrom, quotation
    yield quotation, RDF.type, KG.Quotation
    yield quotation, OA.hasSource, URIRef(f"{BASE}article/{sample.id}")
    yield quotation, OA.exact, Literal(exact)
    yield quotation, OA.start, Literal(start)
    yield quotation, OA.end, Literal(start + len(exact))


def _event(sample: Sample, claim: URIRef, number: int) -> Iterable[Triple]:
    subject, predicate, obj, _, more = sample.facts[number]
    event = URIRef(f"{BASE}event/{sample.id}/{number}")
    yield claim, KG.event, event
    yield event, RDF.type, KG[EVENTS[predicate]]
    for key in (subject,) if predicate == "said" else (subject, obj):
        yield event, KG.participant, entity(key)
    if "place" in more:
        yield event, KG.place, entity(more["place"])
    if "time" in more:
        yield event, KG.time, Literal(more["time"], datatype=KG.edtf)


LAKE = Sample(
    "seegipfel",
    "2024-05-14",
    "Gipfel am Bodensee",
    "Bregenz - Ministerin Öznur Müller-Şahin traf am Montag in Bregenz den Seefischer-Bund. "
    "Öznur Müller-Şahin ist Umweltministerin von Seeland.\n\n"
    "Bundchef Jonas Größl kritisierte Seeland scharf. „Der See gehört allen“, sagte Größl. "
    "Im Juni will Größl Müller-Şahin treffen. Seeland unterstützt den Seefischer-Bund nicht. "
    "Laut Größl sprach die Ministerin mit Graubergen.",
    {
        "person/oeznur-mueller-sahin": (
            "Person",
            "Öznur Müller-Şahin",
            ("Müller-Şahin", "die Ministerin"),
            ("Umweltministerin",),
        ),
        "person/jonas-groessl": ("Person", "Jonas Größl", ("Größl",), ("Bundchef",)),
        "organization/seefischer-bund": ("Organization", "Seefischer-Bund", (), ()),
        "country/seeland": ("Country", "Seeland", (), ()),
        "country/graubergen": ("Country", "Graubergen", (), ()),
        "place/bregenz": ("Place", "Bregenz", (), ()),
    },
    (
        (
            "person/oeznur-mueller-sahin",
            "met",
            "organization/seefischer-bund",
            "Ministerin Öznur Müller-Şahin traf am Montag in Bregenz den Seefischer-Bund",
            {"time": "2024-05-13", "place": "place/bregenz"},
        ),
        (
            "person/oeznur-mueller-sahin",
            "worksFor",
            "country/seeland",
            "Öznur Müller-Şahin ist Umweltministerin von Seeland",
            {},
        ),
        ("person/jonas-groessl", "heads", "organization/seefischer-bund", "Bundchef Jonas Größl", {"confidence": 0.6}),
        (
            "person/jonas-groessl",
            "criticised",
            "country/seeland",
            "Bundchef Jonas Größl kritisierte Seeland scharf",
            {"time": "2024-05"},
        ),
        ("person/jonas-groessl", "said", "Der See gehört allen", "„Der See gehört allen“, sagte Größl", {}),
        (
            "person/jonas-groessl",
            "met",
            "person/oeznur-mueller-sahin",
            "Im Juni will Größl Müller-Şahin treffen",
            {"time": "2024-06", "factuality": "Planned"},
        ),
        (
            "country/seeland",
            "supported",
            "organization/seefischer-bund",
            "Seeland unterstützt den Seefischer-Bund nicht",
            {"factuality": "Negated"},
        ),
        (
            "person/oeznur-mueller-sahin",
            "talkedWith",
            "country/graubergen",
            "Laut Größl sprach die Ministerin mit Graubergen",
            {"factuality": "Reported", "source": "person/jonas-groessl"},
        ),
    ),
)

HOSTILE = Sample(
    "hostile",
    "2024-06-02",
    "</title><script>window.hacked=1</script>",
    'Der Verein <script>window.hacked=2</script> traf Jonas Größl. </script><img src=x onerror="window.hacked=3">'
    "\u2028<!-- <b>Jonas Größl</b> war Sprecher von Seeland.",
    {
        "person/jonas-groessl": ("Person", "Jonas Größl", ("Größl",), ("Sprecher",)),
        "organization/script": ("Organization", "<script>window.hacked=2</script>", (), ("<b>fett</b>",)),
        "country/seeland": ("Country", "Seeland", (), ()),
    },
    (
        (
            "organization/script",
            "met",
            "person/jonas-groessl",
            'Der Verein <script>window.hacked=2</script> traf Jonas Größl. </script><img src=x onerror="window.hacked=3">',
            {"time": "2024-06-01"},
        ),
        (
            "person/jonas-groessl",
            "represents",
            "country/seeland",
            "Jonas Größl</b> war Sprecher von Seeland",
            {"former": True},
        ),
    ),
)
