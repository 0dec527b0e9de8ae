"""The constants of the RDF contract; ``tests/test_ontology.py`` holds them against ``ontology/newskg.ttl``."""

from __future__ import annotations

KG = "https://w3id.org/newskg/ontology#"
OPEN = "https://w3id.org/newskg/open#"
BASE = "https://w3id.org/newskg/data/"

PREFIXES = {
    "kg": KG,
    "open": OPEN,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
}

STANDING = frozenset(
    {
        "heads",
        "worksFor",
        "represents",
        "advises",
        "memberOf",
        "citizenOf",
        "relativeOf",
        "locatedIn",
        "partOf",
        "owns",
    }
)
"""Predicates that hold for a while and have no event."""

EVENT_CLASS = {
    "met": "Meeting",
    "talkedWith": "Contact",
    "negotiatedWith": "Negotiation",
    "travelledTo": "Travel",
    "participatedIn": "Participation",
    "said": "Statement",
    "informed": "Statement",
    "agreedWith": "Agreement",
    "cooperatedWith": "Cooperation",
    "supported": "Support",
    "aided": "Aid",
    "demandedFrom": "Demand",
    "criticised": "Criticism",
    "rejected": "Rejection",
    "threatened": "Threat",
    "pressured": "Pressure",
    "protestedAgainst": "Protest",
    "sanctioned": "Sanction",
    "attacked": "Attack",
    "killed": "Killing",
    "arrested": "Arrest",
    "investigated": "Investigation",
    "charged": "Charge",
    "convicted": "Conviction",
    "released": "Release",
    "appointed": "Appointment",
    "dismissed": "Dismissal",
    "succeeded": "Succession",
    "acquired": "Acquisition",
    "sold": "Sale",
    "funded": "Funding",
    "founded": "Founding",
    "closed": "Closure",
    "defeated": "Victory",
    "produced": "Production",
}
"""The class of the event that a claim with this predicate speaks of."""

PREDICATES = STANDING | EVENT_CLASS.keys()
SYMMETRIC = frozenset({"met", "talkedWith", "negotiatedWith", "agreedWith", "cooperatedWith", "relativeOf"})
SAID = "said"
"""The one predicate whose object is text."""

EVENT_LABEL = {
    "Meeting": "Treffen",
    "Contact": "Kontakt",
    "Negotiation": "Verhandlung",
    "Travel": "Reise",
    "Participation": "Teilnahme",
    "Statement": "Äußerung",
    "Agreement": "Einigung",
    "Cooperation": "Zusammenarbeit",
    "Support": "Unterstützung",
    "Aid": "Hilfe",
    "Demand": "Forderung",
    "Criticism": "Kritik",
    "Rejection": "Ablehnung",
    "Threat": "Drohung",
    "Pressure": "Druck",
    "Protest": "Protest",
    "Sanction": "Sanktion",
    "Attack": "Angriff",
    "Killing": "Tötung",
    "Arrest": "Festnahme",
    "Investigation": "Ermittlung",
    "Charge": "Anklage",
    "Conviction": "Verurteilung",
    "Release": "Freilassung",
    "Appointment": "Ernennung",
    "Dismissal": "Absetzung",
    "Succession": "Nachfolge",
    "Acquisition": "Übernahme",
    "Sale": "Verkauf",
    "Funding": "Finanzierung",
    "Founding": "Gründung",
    "Closure": "Schließung",
    "Victory": "Sieg",
    "Production": "Herstellung",
}
"""German labels of the event classes, as in the ontology: the beginning of an event's label."""
