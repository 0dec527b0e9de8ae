"""The ontology is complete, consistent, aligned, and says the same as the code."""

import re
from functools import cache

import owlrl
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.collection import Collection

import kg.store.names
from kg.facts.frames import TYPES, load_frames
from kg.language import Lexicon
from kg.model import EntityType, Factuality
from kg.rdf.ontology import ALIGNMENT, NEWSKG, SHAPES, label, ontology, ontology_file, signature
from kg.rdf.vocabulary import EVENT_CLASS, EVENT_LABEL, KG, PREDICATES, PREFIXES, STANDING, SYMMETRIC

ERRORS = URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")
ANNOTATIONS = {"eventClass", "inverseLabel"}
KINDS = (
    OWL.Class,
    OWL.ObjectProperty,
    OWL.DatatypeProperty,
    OWL.AnnotationProperty,
    OWL.NamedIndividual,
    RDFS.Datatype,
)


def terms(*kinds: URIRef) -> set[str]:
    found = {str(term) for kind in kinds for term in ontology().subjects(RDF.type, kind)}
    return {term.removeprefix(KG) for term in found if term.startswith(KG)}


@cache
def closure() -> Graph:
    graph = Graph()
    for triple in ontology(NEWSKG, ALIGNMENT):
        graph.add(triple)
    for example in (
        "kg:heads rdfs:domain kg:Person",
        "<urn:a> kg:heads <urn:b>",
        "<urn:a> kg:met <urn:c>",
        "<urn:p> kg:locatedIn <urn:q>",
        "<urn:q> kg:locatedIn <urn:r>",
    ):
        prefixes = f"@prefix kg: <{KG}> . @prefix rdfs: <{RDFS}> .\n"
        graph.parse(data=f"{prefixes}{example} .", format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


@pytest.mark.parametrize("name", sorted(terms(*KINDS)))
def test_every_term_has_labels_in_both_languages_and_a_definition(name: str) -> None:
    graph, term = ontology(), URIRef(KG + name)
    languages = [text.language for text in graph.objects(term, RDFS.label) if isinstance(text, Literal)]
    assert sorted(map(str, languages)) == ["de", "en"]
    assert [str(text) for text in graph.objects(term, SKOS.definition)] != []


@pytest.mark.parametrize("name", sorted(PREDICATES))
def test_every_predicate_has_domain_range_example_and_event_class(name: str) -> None:
    graph, term = ontology(), URIRef(KG + name)
    (example,) = graph.objects(term, SKOS.example)
    assert isinstance(example, Literal)
    assert (example.language, str(example)[-1]) == ("de", ".")
    subjects, objects = signature(name)
    assert subjects <= set(EntityType)
    assert subjects
    assert objects <= set(EntityType)
    assert bool(objects) == (name != "said")
    assert [str(event).removeprefix(KG) for event in graph.objects(term, URIRef(KG + "eventClass"))] == (
        [EVENT_CLASS[name]] if name in EVENT_CLASS else []
    )
    assert ((term, RDF.type, OWL.SymmetricProperty) in graph) == (name in SYMMETRIC)


@pytest.mark.parametrize("name", sorted(terms(OWL.Class)))
def test_every_class_has_an_example(name: str) -> None:
    assert (URIRef(KG + name), SKOS.example, None) in ontology()


def test_code_and_ontology_name_the_same_classes() -> None:
    graph = ontology()
    events = {str(c).removeprefix(KG) for c in graph.transitive_subjects(RDFS.subClassOf, URIRef(KG + "Event"))}
    assert events - {"Event"} == set(EVENT_LABEL) == set(EVENT_CLASS.values())
    entities = {str(c).removeprefix(KG) for c in graph.transitive_subjects(RDFS.subClassOf, URIRef(KG + "Entity"))}
    assert entities - {"Entity", "Actor"} == set(EntityType)
    assert {str(f).removeprefix(KG) for f in graph.subjects(RDF.type, URIRef(KG + "Factuality"))} == set(Factuality)
    assert terms(OWL.ObjectProperty, OWL.DatatypeProperty) > PREDICATES
    assert STANDING.isdisjoint(EVENT_CLASS)


@pytest.mark.parametrize(("name", "german"), sorted(EVENT_LABEL.items()))
def test_event_labels_in_code_are_the_ontologys(name: str, german: str) -> None:
    assert label(name) == german


def test_actor_is_what_frames_take_it_for() -> None:  # and a town that acts as a community
    (union,) = ontology().objects(URIRef(KG + "Actor"), OWL.unionOf)
    assert {str(c).removeprefix(KG) for c in Collection(ontology(), union)} == TYPES["actor"] | {"Place"}


def test_frames_fill_predicates_with_what_the_ontology_allows() -> None:
    frames = {frame for group in load_frames(Lexicon()).index.values() for frame in group}
    wrong = []
    for frame in frames:
        subjects, objects = signature(frame.predicate)
        if not frame.subject_types <= subjects or not frame.object_types <= objects:
            wrong.append(f"{frame.name}: {frame.predicate}")
    assert wrong == []
    assert {frame.predicate for frame in frames} | {"said"} == PREDICATES


def test_the_stores_own_terms_are_defined() -> None:
    used = {str(term) for term in vars(kg.store.names).values() if str(term).startswith("<" + KG)}
    assert {term[1:-1].removeprefix(KG) for term in used} <= terms(*KINDS)


@pytest.mark.parametrize("file", [ALIGNMENT, SHAPES])
def test_alignment_and_shapes_speak_of_defined_terms_only(file: str) -> None:
    used = set(re.findall(r"\bkg:(\w+)", ontology_file(file).read_text(encoding="utf8")))
    assert used <= terms(*KINDS)
    assert used


@pytest.mark.parametrize(
    ("triple", "why"),
    [
        ("kg:heads rdfs:subPropertyOf kg:worksFor", "super-property"),
        ("kg:represents rdfs:subPropertyOf kg:worksFor", "super-property"),
        ("kg:advises rdfs:subPropertyOf kg:worksFor", "super-property"),
        ("<urn:a> kg:worksFor <urn:b>", "heads is working for"),
        ("<urn:c> kg:met <urn:a>", "symmetric"),
        ("<urn:c> kg:talkedWith <urn:a>", "super-property of a symmetric one"),
        ("<urn:c> a kg:Actor", "range"),
        ("<urn:a> a kg:Entity", "super-class of the domain"),
        ("<urn:p> kg:locatedIn <urn:r>", "transitive"),
        ("kg:Meeting rdfs:subClassOf sem:Event", "alignment"),
    ],
)
def test_closure_holds_what_it_should(triple: str, why: str) -> None:
    prefixes = f"PREFIX kg: <{KG}> PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>"
    assert closure().query(f"{prefixes} ASK {{ {triple} }}").askAnswer, why


def test_closure_is_consistent() -> None:
    assert list(closure().subjects(RDF.type, ERRORS)) == []
    assert list(closure().subjects(RDF.type, OWL.Nothing)) == []


def test_every_predicate_with_an_event_is_aligned() -> None:
    aligned = ontology(ALIGNMENT)
    events = {URIRef(KG + name) for name in EVENT_LABEL}
    without = {str(e).removeprefix(KG) for e in events if not any(aligned.predicates(e))}
    assert without <= {"Dismissal", "Founding", "Closure"}


def test_prefixes_in_code_are_those_of_the_ontology() -> None:
    declared = {prefix: str(iri) for prefix, iri in ontology().namespaces()}
    for prefix, iri in PREFIXES.items():
        assert declared.get(prefix, iri) == iri
