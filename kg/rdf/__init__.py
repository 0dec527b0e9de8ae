"""RDF: the vocabulary, IRIs, the writing of readings, the ontology and its shapes. Nothing here knows spaCy."""

from kg.rdf.iris import article_iri, entity_iri, predicate_iri
from kg.rdf.quads import to_nquads
from kg.rdf.vocabulary import BASE, KG, OPEN, PREFIXES

__all__ = ["BASE", "KG", "OPEN", "PREFIXES", "article_iri", "entity_iri", "predicate_iri", "to_nquads"]
